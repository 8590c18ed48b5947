//! Talks to a worker as its callers do, a line at a time.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::{json, Value};

use crate::binary::command;

pub struct Worker {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: BufReader<ChildStdout>,
}

impl Worker {
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// One with further flags.
    pub fn start_with(flags: &[&str]) -> Self {
        let mut child = command(["--die-with-parent", "serve", "--threads", "2"])
            .args(flags)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let stdin = child.stdin.take();
        let lines = BufReader::new(child.stdout.take().unwrap());
        let mut worker = Self {
            child,
            stdin,
            lines,
        };
        let ready = worker.line().unwrap();
        assert_eq!(
            (&ready["event"], &ready["threads"]),
            (&json!("ready"), &json!(2))
        );
        worker
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn send(&mut self, text: &str) {
        let stdin = self.stdin.as_mut().unwrap();
        writeln!(stdin, "{text}").unwrap();
    }

    pub fn ask(&mut self, job: &str, command: &str, arguments: &[&str]) {
        let line = json!({ "job": job, "command": command, "arguments": arguments });
        self.send(&line.to_string());
    }

    pub fn cancel(&mut self, job: &str) {
        self.send(&json!({ "cancel": job }).to_string());
    }

    /// The next line; `None` at the end.
    pub fn line(&mut self) -> Option<Value> {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        (!line.is_empty()).then(|| serde_json::from_str(&line).expect(&line))
    }

    /// The lines up to and with the first that is as wanted.
    pub fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Vec<Value> {
        let mut lines = Vec::new();
        loop {
            let line = self.line().expect("no end before it");
            lines.push(line);
            if wanted(lines.last().unwrap()) {
                return lines;
            }
        }
    }

    /// The answer to a job, and the events before it, which all name it.
    pub fn answer(&mut self, job: &str) -> (Value, Vec<Value>) {
        let mut lines = self.until(|line| line["event"] == "answer");
        assert!(lines.iter().all(|line| line["job"] == job), "{lines:?}");
        (lines.pop().unwrap(), lines)
    }

    /// The next line that does not only tell how far a job is: that comes whenever its time is.
    pub fn reply(&mut self) -> Value {
        let mut lines = self.until(|line| line["event"] != "progress");
        lines.pop().unwrap()
    }

    /// No more jobs: the last line, and the exit code.
    pub fn end(mut self) -> (Option<Value>, Option<i32>) {
        self.stdin = None;
        self.ended()
    }

    /// The same of one that ends while more jobs may come.
    pub fn ended(mut self) -> (Option<Value>, Option<i32>) {
        let mut last = None;
        while let Some(line) = self.line() {
            last = Some(line);
        }
        (last, self.child.wait().unwrap().code())
    }
}

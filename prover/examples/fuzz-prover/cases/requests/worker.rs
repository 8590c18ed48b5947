//! A worker, and all that it says of some lines.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{channel, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use serde_json::Value;

/// A worker that says nothing for so long hangs, on however busy a machine.
const PATIENCE: Duration = Duration::from_secs(600);
/// More than any of the jobs takes, in bytes.
const MOST_MEMORY: u64 = 1 << 30;

/// Whether the worker ended, and how.
#[derive(Debug, PartialEq, Eq)]
pub enum Ended {
    Not,
    With(Option<i32>),
}

/// A job that follows the lines: when it is answered, all of them are.
pub struct Last {
    pub name: String,
    pub line: Vec<u8>,
    /// What comes right behind it: nothing, or what cancels it.
    pub after: Vec<u8>,
}

/// What a worker said.
pub struct Heard {
    pub lines: Vec<Value>,
    pub ended: Ended,
}

pub struct Worker {
    child: Child,
    stdin: ChildStdin,
    lines: Receiver<Vec<u8>>,
    names: u64,
}

impl Worker {
    pub fn start(prover: &Path, folder: &Path) -> Result<Self, String> {
        let text = |error: std::io::Error| error.to_string();
        let mut child = Command::new(prover)
            .args(["serve", "--threads=1"])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(text)?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (stdin, stdout) = pipes.ok_or("a worker without pipes")?;
        let (sender, lines) = channel();
        thread::spawn(move || {
            let mut stdout = BufReader::new(stdout);
            let mut line = Vec::new();
            while stdout
                .read_until(b'\n', &mut line)
                .is_ok_and(|read| read > 0)
            {
                if sender.send(std::mem::take(&mut line)).is_err() {
                    break;
                }
            }
        });
        let mut worker = Self {
            child,
            stdin,
            lines,
            names: 0,
        };
        match worker.line()? {
            Some(ready) if ready["event"] == "ready" => Ok(worker),
            other => Err(format!("a worker begins with {other:?}")),
        }
    }

    /// A name that no job had before.
    pub fn next_name(&mut self) -> String {
        self.names += 1;
        format!("last-{}", self.names)
    }

    /// Sends lines and a job that is sure to be done, and hears what comes up to that job's answer or to the worker's end.
    pub fn hear(&mut self, lines: &[u8], last: &Last) -> Result<Heard, String> {
        self.send(&[lines, b"\n", &last.line, b"\n", &last.after]);
        let mut heard = Vec::new();
        while let Some(line) = self.line()? {
            let answers_last = line["event"] == "answer" && line["job"] == *last.name;
            let is_done = line["exitCode"] == 0;
            if !answers_last {
                heard.push(line);
            } else if is_done {
                self.check_memory()?;
                return Ok(Heard {
                    lines: heard,
                    ended: Ended::Not,
                });
            } else {
                // Too many waited, or it was cancelled: it, and perhaps the worker with it.
                heard.push(line);
                self.send(&[&last.line, b"\n"]);
            }
        }
        let status = self.child.wait().map_err(|error| error.to_string())?;
        Ok(Heard {
            lines: heard,
            ended: Ended::With(status.code()),
        })
    }

    /// A worker may end while it is written to; what it said before tells how.
    fn send(&mut self, parts: &[&[u8]]) {
        let _ = self.stdin.write_all(&parts.concat());
    }

    /// The next line; `None` at the worker's end.
    fn line(&mut self) -> Result<Option<Value>, String> {
        match self.lines.recv_timeout(PATIENCE) {
            Ok(line) => serde_json::from_slice(&line)
                .map(Some)
                .map_err(|_| format!("no JSON: {}", String::from_utf8_lossy(&line))),
            Err(RecvTimeoutError::Disconnected) => Ok(None),
            Err(RecvTimeoutError::Timeout) => Err("it hangs".into()),
        }
    }

    /// What the system knows of it, where there is such a file.
    fn check_memory(&self) -> Result<(), String> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let peak = status.ok().and_then(|status| {
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            line?.trim().strip_suffix(" kB")?.parse::<u64>().ok()
        });
        match peak {
            Some(kib) if kib > MOST_MEMORY >> 10 => Err(format!("it took {kib} KiB of memory")),
            _ => Ok(()),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

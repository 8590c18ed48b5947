//! Jobs that run or read a stranger's program: in a child, whose lines are passed on.

use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::{env, mem, process, thread};

use serde_json::{json, Value};

use super::queue::{Job, Queue};
use crate::answer::{log, stdout};
use crate::commands::settled;
use crate::failure::{Failure, Outcome};

/// The longest line of a child: the answer with all that a program may return, and room to spare.
const MAX_LINE: u64 = 64 << 20;

/// The events that a child has to tell.
const EVENTS: [&str; 4] = ["phase", "progress", "diagnostic", "print"];

/// Does a job in a child; what came of it as a worker's answer says it.
pub(super) fn run(job: &Job, queue: &Queue) -> Value {
    let ended = start(&job.line).and_then(|child| follow(child, queue));
    ended.unwrap_or_else(|failure| settled(Err(failure)))
}

fn start(line: &[String]) -> Outcome<Child> {
    let started = env::current_exe().and_then(|program| {
        Command::new(program)
            .arg(format!("--die-with-parent={}", process::id()))
            .args(["--log-level", log::level().name()])
            .args(line)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
    });
    started.map_err(|error| Failure::internal(format!("no child: {error}")))
}

/// Passes the child's events on, to its end.
fn follow(mut child: Child, queue: &Queue) -> Outcome<Value> {
    let id = child.id() as libc::pid_t;
    queue.set_child(Some(id));
    let answer = thread::scope(|scope| {
        scope.spawn(|| queue.watch_child());
        let stdout = child.stdout.take();
        let answer = stdout.map(|stdout| pass_on(stdout, stdout::write_line));
        wait_without_reaping(id);
        // From here on the child's id may become another's.
        queue.set_child(None);
        answer
    });
    let status = child.wait();
    let status = status.map_err(|error| Failure::internal(format!("a lost child: {error}")))?;
    Ok(what_came(answer.flatten(), status))
}

/// Hands events on, and gives back the last line that is none.
fn pass_on(stdout: impl Read, mut event: impl FnMut(&Value)) -> Option<Value> {
    let mut lines = BufReader::new(stdout);
    let mut answer = None;
    while let Ok(Some(line)) = next_line(&mut lines) {
        if line.get("event").is_none() {
            answer = Some(line);
        } else if is_of_a_child(&line) {
            event(&line);
        }
    }
    answer
}

/// A stranger's program that got hold of the child must not answer for other jobs.
fn is_of_a_child(line: &Value) -> bool {
    let event = line["event"].as_str();
    event.is_some_and(|event| EVENTS.contains(&event)) && line.get("job").is_none()
}

fn next_line(lines: &mut impl BufRead) -> io::Result<Option<Value>> {
    let mut bytes = Vec::new();
    let read = lines.take(MAX_LINE).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    serde_json::from_slice(&bytes)
        .map(Some)
        .map_err(io::Error::from)
}

fn wait_without_reaping(child: libc::pid_t) {
    // SAFETY: the structure is the caller's own; the child is this process's and not yet reaped.
    unsafe {
        let mut information: libc::siginfo_t = mem::zeroed();
        let id = child as libc::id_t;
        let how = libc::WEXITED | libc::WNOWAIT;
        while libc::waitid(libc::P_PID, id, &mut information, how) != 0
            && io::Error::last_os_error().kind() == io::ErrorKind::Interrupted
        {}
    }
}

fn what_came(answer: Option<Value>, status: ExitStatus) -> Value {
    match (status.code(), answer) {
        (Some(exit_code @ (0 | 1)), Some(answer)) => {
            json!({ "exitCode": exit_code, "answer": answer })
        }
        (Some(exit_code), Some(mut answer)) if answer.get("error").is_some() => {
            answer["exitCode"] = exit_code.into();
            answer
        }
        _ => settled(Err(Failure::internal(format!(
            "the child that did the job died ({status}), perhaps for want of memory"
        )))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_speaks_for_its_own_job_alone() {
        let lines = [
            r#"{"event":"phase","phase":"load"}"#,
            r#"{"event":"answer","job":"other","exitCode":0,"answer":{"valid":true}}"#,
            r#"{"event":"print","job":"other","text":"x"}"#,
            r#"{"event":"verdict","id":"1","exitCode":0,"answer":{"valid":true}}"#,
            r#"{"event":"print","text":"x"}"#,
            r#"{"steps":7}"#,
        ];
        let mut passed = Vec::new();
        let answer = pass_on(lines.join("\n").as_bytes(), |line| {
            passed.push(line.clone())
        });
        let kept = [lines[0], lines[4]].map(|line| serde_json::from_str::<Value>(line).unwrap());
        assert_eq!(passed, kept);
        assert_eq!(answer, Some(json!({ "steps": 7 })));
    }
}

//! Runs the binary as its callers do.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a process answered.
pub struct Run {
    pub code: Option<i32>,
    pub events: Vec<Value>,
    pub answer: Value,
    pub stderr: String,
}

impl Run {
    pub fn error_code(&self) -> &str {
        self.answer["error"]["code"].as_str().unwrap_or("no error")
    }

    pub fn text(&self, key: &str) -> &str {
        self.answer[key]
            .as_str()
            .unwrap_or_else(|| panic!("no {key} in {}", self.answer))
    }

    /// The answer of a run that must succeed.
    pub fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "{} {}", self.answer, self.stderr);
        self
    }

    /// A run that must fail with a code and its exit code, in words that a person can use.
    pub fn failed(self, code: &str, exit_code: i32) -> Self {
        assert_eq!(
            (self.error_code(), self.code),
            (code, Some(exit_code)),
            "{}",
            self.answer
        );
        for key in ["message", "help"] {
            let text = self.answer["error"][key].as_str().unwrap_or_default();
            assert!(text.len() > 20 && text.ends_with('.'), "{key}: {text}");
        }
        self
    }
}

pub fn command<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cairn-prover"));
    command.args(arguments).stdin(Stdio::null());
    // What proofs of tests, many at once, teach of the machine is not for its user.
    command.env(
        "XDG_CACHE_HOME",
        concat!(env!("CARGO_MANIFEST_DIR"), "/target/test-cache"),
    );
    command
}

/// Runs it to its end. Every line of stdout must be JSON; all but the last are events.
pub fn run<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Run {
    finish(command(arguments).output().unwrap())
}

pub fn finish(output: std::process::Output) -> Run {
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(
        stdout.ends_with('\n'),
        "stdout ends within a line: {stdout:?}"
    );
    let mut lines: Vec<Value> = stdout
        .lines()
        .map(|line| serde_json::from_str(line).expect(line))
        .collect();
    let answer = lines.pop().expect("an answer");
    assert!(
        answer.get("event").is_none(),
        "the last line is an event: {answer}"
    );
    assert!(
        lines.iter().all(|line| line["event"].is_string()),
        "a line is no event: {lines:?}"
    );
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    Run {
        code: output.status.code(),
        events: lines,
        answer,
        stderr,
    }
}

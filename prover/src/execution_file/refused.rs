//! Why an execution file is not taken: each reason has its code, because each asks for something else.

use std::io;
use std::path::Path;

use serde_json::Value;

use crate::failure::{Code, Failure};

/// What is wrong with a file.
#[derive(Debug)]
pub(super) enum Refusal {
    /// It ends before its end.
    Truncated,
    /// It is not what was written.
    Corrupted(&'static str),
    /// It is something else, or of another version: the version, if that is known.
    Foreign {
        what: String,
        writer: Option<String>,
    },
    /// It is whole, and no run.
    Invalid(String),
    /// It takes more memory, in bytes, than the machine has free.
    NoRoom { needed: u64, room: u64 },
    /// The system would not read it.
    Unreadable(io::Error),
}

impl Refusal {
    /// The failure to tell of a file.
    pub fn of(self, path: &Path) -> Failure {
        let path_text = path.display();
        match self {
            Self::Truncated => Failure::new(
                Code::ExecutionTruncated,
                format!("{path_text} ends before the execution in it does."),
                "Fetch it again: a download or a copy was cut short.",
            ),
            Self::Corrupted(what) => Failure::new(
                Code::ExecutionCorrupted,
                format!("{path_text} is not as it was written: {what}."),
                "Fetch it again: it was changed on its way or on the disk.",
            ),
            Self::Foreign { what, writer } => foreign(path, &what, writer),
            Self::Invalid(why) => Failure::new(
                Code::ExecutionInvalid,
                format!("{path_text} is no execution that can be proven: {why}."),
                "It is whole, so fetching it again is no use: execute the program again and report the execution as bad.",
            ),
            Self::NoRoom { needed, room } => Failure::new(
                Code::MemoryLimit,
                format!(
                    "The execution in {path_text} takes {needed} bytes of memory before its proof begins; {room} are free."
                ),
                "Leave it to a machine with more memory, or free some.",
            )
            .with("limit", Value::Null)
            .with("needed", needed),
            Self::Unreadable(error) => Failure::new(
                Code::FileUnreadable,
                format!("Cannot read {path_text}: {error}."),
                "Check the disk and try again.",
            )
            .with("path", path_text.to_string()),
        }
    }
}

fn foreign(path: &Path, what: &str, writer: Option<String>) -> Failure {
    let ours = env!("CARGO_PKG_VERSION");
    let help = match &writer {
        Some(version) => format!(
            "cairn-prover {version} wrote it, this is {ours}: prove it with that version, or execute the program again with this one."
        ),
        None => format!(
            "Expected a file that `execute` of cairn-prover {ours} wrote: execute the program again with this version."
        ),
    };
    let message = format!(
        "{} is no execution that this version can read: {what}.",
        path.display()
    );
    Failure::new(Code::ExecutionForeign, message, help).with("writer", writer)
}

/// What goes wrong after the file itself was read: the run inside cannot be proven.
pub fn unprovable(why: impl std::fmt::Display) -> Failure {
    let why = why.to_string();
    let why = why.trim_end_matches('.');
    Failure::new(
        Code::ExecutionInvalid,
        format!("The execution cannot be proven: {why}."),
        "Execute the program again and report the execution as bad.",
    )
}

/// It is a run, and not the one that is wanted: what of, as it says itself.
pub fn of_another(what: &str, found: &str, expected: &str) -> Failure {
    Failure::new(
        Code::ExecutionInvalid,
        format!(
            "The execution is of the {what} {}; expected {expected}.",
            found.escape_default()
        ),
        "Its proof would prove something else: execute the program again on this input, or report the execution as bad.",
    )
}

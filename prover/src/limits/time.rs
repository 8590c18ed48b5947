//! The time limit.

use std::sync::mpsc::{channel, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::line_of;
use crate::answer::ending;
use crate::failure::{Code, Failure};

/// A time limit that holds as long as this value lives.
pub struct TimeLimit {
    _over: Option<Sender<()>>,
}

/// Ends the process with `TIME_LIMIT` after so many seconds, unless the limit is dropped before.
#[must_use]
pub fn limit_time(seconds: Option<u64>) -> TimeLimit {
    let _over = seconds.map(watch);
    TimeLimit { _over }
}

fn watch(seconds: u64) -> Sender<()> {
    let failure = Failure::new(
        Code::TimeLimit,
        format!("The work was not done within {seconds} seconds."),
        "Raise --timeout, use a faster machine, or cut the input group into smaller ones.",
    )
    .with("limit", seconds);
    let line = line_of(&failure);
    let (over, is_over) = channel();
    thread::spawn(move || {
        let waited = is_over.recv_timeout(Duration::from_secs(seconds));
        if waited == Err(RecvTimeoutError::Timeout) {
            ending::abandon_unless_over(&is_over, &line, Code::TimeLimit.exit_code());
        }
    });
    over
}

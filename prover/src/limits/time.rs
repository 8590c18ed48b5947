//! The time limit.

use std::thread;
use std::time::Duration;

use super::line_of;
use crate::answer::ending;
use crate::failure::{Code, Failure};

/// Ends the process with `TIME_LIMIT` after so many seconds.
pub fn limit_time(seconds: Option<u64>) {
    let Some(seconds) = seconds else { return };
    let failure = Failure::new(
        Code::TimeLimit,
        format!("The work was not done within {seconds} seconds."),
        "Raise --timeout, use a faster machine, or cut the input group into smaller ones.",
    )
    .with("limit", seconds);
    let line = line_of(&failure);
    thread::spawn(move || {
        thread::sleep(Duration::from_secs(seconds));
        if ending::claim() {
            ending::abandon(&line, Code::TimeLimit.exit_code());
        }
    });
}

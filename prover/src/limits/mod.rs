//! What ends a process early: memory, time, signals, a crash, the death of its parent.
//!
//! Each ends it the same way: claim the last word, remove the unfinished file, write one line,
//! exit with the code of the table in `PROTOCOL.md`.

mod crash;
mod large_blocks;
mod memory;
mod parent;
mod signals;
mod time;
mod usage;

pub use crash::answer_crashes;
pub use large_blocks::release_waiting_blocks;
pub use memory::{limit_memory, Allocator};
pub use parent::die_with_parent;
pub use signals::answer_signals;
pub use time::limit_time;
pub use usage::{available_memory, peak_memory};

use crate::failure::Failure;

/// The answer line of a failure, ready to be written.
fn line_of(failure: &Failure) -> Vec<u8> {
    let mut line = failure.to_json().to_string().into_bytes();
    line.push(b'\n');
    line
}

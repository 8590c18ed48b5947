//! What ends a process early: memory, time, signals, a crash, the death of its parent.
//!
//! Each ends it the same way: claim the last word, remove the unfinished file, write one line,
//! exit with the code of the table in `PROTOCOL.md`.

mod cgroup;
mod crash;
mod large_blocks;
mod memory;
mod parent;
mod processors;
mod signals;
mod stops;
mod system_limits;
mod time;
mod usage;

pub use crash::{answer_crashes, blame_sources};
use large_blocks::release_waiting_blocks;
pub use large_blocks::{forget_peak, keep_blocks_within};
pub use memory::{limit_memory, Allocator, MemoryLimit};
pub use parent::{die_with_parent, Parent};
pub use processors::{all_processors, processor_time, threads};
pub use signals::answer_signals;
pub use stops::{count_stops, stops};
pub use system_limits::answer_system_limits;
pub use time::{limit_time, TimeLimit};
pub use usage::{available_memory, peak_memory, resident_size, start_peak_anew, total_memory};

use crate::failure::Failure;

/// Gives what waits back to the system if the process would be at the limit with it.
pub fn make_room_below(limit: u64) {
    if resident_size().is_some_and(|resident| resident >= limit / 10 * 9) {
        release_waiting_blocks();
    }
}

/// Gives back to the system what waits to be used again, small blocks too.
pub fn release_spare_memory() {
    release_waiting_blocks();
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: a plain call.
    unsafe {
        libc::malloc_trim(0);
    }
}

/// The answer line of a failure, ready to be written.
pub(crate) fn line_of(failure: &Failure) -> Vec<u8> {
    let mut line = failure.to_json().to_string().into_bytes();
    line.push(b'\n');
    line
}

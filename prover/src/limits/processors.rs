//! The processors: how many threads compute, and what this process has had of them.

use std::time::Duration;
use std::{env, mem, thread};

/// How many threads the library computes with. Asks the environment, as its thread pool does: asking the pool would start it.
pub fn threads() -> usize {
    let asked = env::var("RAYON_NUM_THREADS").ok();
    let asked = asked.and_then(|text| text.parse().ok());
    asked
        .filter(|threads| *threads > 0)
        .unwrap_or_else(all_processors)
}

/// All that the system gives this process.
pub fn all_processors() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// The processors' time that this process has had, all its threads together.
pub fn processor_time() -> Duration {
    // SAFETY: the pointer is to a live value; all zeros are a value of it.
    let time = unsafe {
        let mut time: libc::timespec = mem::zeroed();
        libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time);
        time
    };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

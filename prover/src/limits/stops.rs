//! Whether somebody stopped this process for a while (SIGSTOP), as a donor does who caps its processors.

use std::sync::atomic::{AtomicU64, Ordering};
use std::{mem, ptr};

static STOPS: AtomicU64 = AtomicU64::new(0);

/// Begins to count. A stop itself cannot be seen from inside; that it is over can.
pub fn count_stops() {
    // SAFETY: the handler takes no lock and no memory.
    unsafe {
        let mut action: libc::sigaction = mem::zeroed();
        action.sa_sigaction = count as extern "C" fn(i32) as usize;
        action.sa_flags = libc::SA_ONSTACK | libc::SA_RESTART;
        libc::sigemptyset(&mut action.sa_mask);
        libc::sigaction(libc::SIGCONT, &action, ptr::null_mut());
    }
}

extern "C" fn count(_: i32) {
    STOPS.fetch_add(1, Ordering::Relaxed);
}

/// How often it was stopped and went on, so far.
pub fn stops() -> u64 {
    STOPS.load(Ordering::Relaxed)
}

//! Limits that the system sets (`ulimit`, or this process for itself) end the work with an answer, not with a signal.

use std::{mem, ptr};

use crate::answer::ending;
use crate::failure::Code;

const LINE: &[u8] = b"{\"error\":{\"code\":\"TIME_LIMIT\",\"message\":\"The process used up the CPU time that the system allows it.\",\"help\":\"Raise --timeout or the system's limit (ulimit -t), or cut the input group into smaller ones.\",\"limit\":null}}\n";

/// Answers SIGXCPU with `TIME_LIMIT`. A file that grows too large is not signalled but an error of the write.
pub fn answer_system_limits() {
    // SAFETY: the handler takes no lock and no memory.
    unsafe {
        libc::signal(libc::SIGXFSZ, libc::SIG_IGN);
        let mut action: libc::sigaction = mem::zeroed();
        action.sa_sigaction = answer as extern "C" fn(i32) as usize;
        action.sa_flags = libc::SA_ONSTACK | libc::SA_RESTART;
        libc::sigemptyset(&mut action.sa_mask);
        libc::sigaction(libc::SIGXCPU, &action, ptr::null_mut());
    }
}

/// The system signals every second, so whoever has the last word now is not disturbed.
extern "C" fn answer(_: i32) {
    if ending::claim() {
        ending::abandon(LINE, Code::TimeLimit.exit_code());
    }
}

//! A crash of the libraries (an overflowing stack, a failed assertion of the allocator) is
//! answered as `INTERNAL` too. Only the last line is written then, nothing else is safe.

use std::{mem, ptr};

use crate::answer::ending;
use crate::failure::Code;

const LINE: &[u8] = b"{\"error\":{\"code\":\"INTERNAL\",\"message\":\"The process crashed, most likely because its stack overflowed.\",\"help\":\"If the input nests very deeply, simplify it; else please report this with the command and its inputs.\"}}\n";

/// Answers SIGABRT, which Rust's runtime raises when a stack overflows, and the signals that
/// follow a wild access.
pub fn answer_crashes() {
    for signal in [libc::SIGABRT, libc::SIGBUS, libc::SIGILL, libc::SIGFPE] {
        // SAFETY: the handler takes no lock and no memory.
        unsafe {
            let mut action: libc::sigaction = mem::zeroed();
            action.sa_sigaction = answer as extern "C" fn(i32) as usize;
            action.sa_flags = libc::SA_ONSTACK;
            libc::sigemptyset(&mut action.sa_mask);
            libc::sigaction(signal, &action, ptr::null_mut());
        }
    }
}

extern "C" fn answer(_: i32) {
    // Nobody has the last word for so long but this thread, or one that is stuck.
    ending::claim_soon();
    ending::abandon(LINE, Code::Internal.exit_code())
}

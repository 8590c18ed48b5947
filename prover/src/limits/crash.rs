//! A crash of the libraries (an overflowing stack, a failed assertion of the allocator) is
//! answered as `INTERNAL` too. Only the last line is written then, nothing else is safe.

use std::sync::atomic::{AtomicBool, Ordering};
use std::{mem, ptr};

use crate::answer::ending;
use crate::failure::Code;

const LINE: &[u8] = b"{\"error\":{\"code\":\"INTERNAL\",\"message\":\"The process crashed, most likely because its stack overflowed.\",\"help\":\"If the input nests very deeply, simplify it; else please report this with the command and its inputs.\"}}\n";
const TOO_DEEP: &[u8] = b"{\"error\":{\"code\":\"COMPILATION_FAILED\",\"message\":\"The package does not compile: the compiler's stack overflowed.\",\"help\":\"Something in its sources nests thousands of levels deep: expressions, blocks or types. Write it flatter.\",\"diagnostics\":\"\"}}\n";

static IS_COMPILING: AtomicBool = AtomicBool::new(false);

/// Answers SIGABRT, which the allocator raises, and the signals that follow a stack that overflows and a wild access.
/// Each thread has a second stack for it, from Rust's runtime.
pub fn answer_crashes() {
    for signal in [
        libc::SIGABRT,
        libc::SIGSEGV,
        libc::SIGBUS,
        libc::SIGILL,
        libc::SIGFPE,
    ] {
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

/// From now on a crash is the fault of a package whose sources nest too deeply for the compiler: it checks no depth.
/// For a process that compiles and then ends.
pub fn blame_sources() {
    IS_COMPILING.store(true, Ordering::SeqCst);
}

extern "C" fn answer(_: i32) {
    // Nobody has the last word for so long but this thread, or one that is stuck.
    ending::claim_soon();
    if IS_COMPILING.load(Ordering::SeqCst) {
        ending::abandon(TOO_DEEP, Code::CompilationFailed.exit_code());
    }
    ending::abandon(LINE, Code::Internal.exit_code())
}

//! Who ends the process. A limit, a signal and the work itself may all want to say the last
//! word at once; the first to claim it says it alone.

use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};

use libc::c_char;

static CLAIMED: AtomicBool = AtomicBool::new(false);
static UNFINISHED_FILE: AtomicPtr<c_char> = AtomicPtr::new(ptr::null_mut());

/// Claims the last word. Only the first caller gets `true`.
pub fn claim() -> bool {
    !CLAIMED.swap(true, Ordering::SeqCst)
}

/// Names the file to remove if the process ends early; `None` when there is none any more.
pub fn set_unfinished_file(path: Option<std::ffi::CString>) {
    let pointer = path.map_or(ptr::null_mut(), std::ffi::CString::into_raw);
    // What was there before is leaked: a handler may be reading it at this moment.
    UNFINISHED_FILE.store(pointer, Ordering::SeqCst);
}

/// Ends the process at once with a ready-made line: takes no lock and no memory.
pub fn abandon(line: &[u8], exit_code: i32) -> ! {
    let unfinished = UNFINISHED_FILE.load(Ordering::SeqCst);
    // SAFETY: the pointer came from `CString::into_raw` and is never freed.
    unsafe {
        if !unfinished.is_null() {
            libc::unlink(unfinished);
        }
        super::stdout::write_raw(line);
        libc::_exit(exit_code)
    }
}

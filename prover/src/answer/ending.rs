//! Who says the last word of a job. A limit, a signal and the work itself may all want to at
//! once; the first to claim it says it alone.

use std::ffi::CString;
use std::fs::{File, OpenOptions};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError};
use std::{io, ptr};

use libc::c_char;

use super::{job, stdout};

static CLAIMED: AtomicBool = AtomicBool::new(false);
static UNFINISHED_FILE: AtomicPtr<c_char> = AtomicPtr::new(ptr::null_mut());

/// Claims the last word. Only the first caller gets `true`.
pub fn claim() -> bool {
    !CLAIMED.swap(true, Ordering::SeqCst)
}

/// Claims the last word as soon as it is free; whoever has it for good ends the process meanwhile.
pub fn claim_or_wait() {
    while !soon(u32::MAX, claim) {}
}

/// Claims the last word, but waits a second for it at most: for a thread in distress, which may
/// have it itself. Takes no lock and no memory.
pub fn claim_soon() -> bool {
    soon(1000, claim)
}

/// Tries until it succeeds, every millisecond, so many times at most.
pub(super) fn soon(times: u32, mut succeeds: impl FnMut() -> bool) -> bool {
    (0..times).any(|_| {
        let done = succeeds();
        if !done {
            pause();
        }
        done
    })
}

fn pause() {
    let moment = libc::timespec {
        tv_sec: 0,
        tv_nsec: 1_000_000,
    };
    // SAFETY: the pointer is to a live value, and a null one is allowed for the rest.
    unsafe { libc::nanosleep(&moment, ptr::null_mut()) };
}

/// Gives the last word back: for a worker, whose next job needs it too.
pub fn release() {
    CLAIMED.store(false, Ordering::SeqCst);
}

/// Creates the file, which is removed if the process ends before [`forget_unfinished_file`].
///
/// # Errors
/// When it exists already, or cannot be created.
pub fn create_unfinished_file(path: &Path) -> io::Result<File> {
    let name = CString::new(path.as_os_str().as_bytes())?;
    // Whoever ends the process finds both the file and its name, or neither.
    claim_or_wait();
    let created = OpenOptions::new().write(true).create_new(true).open(path);
    if created.is_ok() {
        name_unfinished_file(name.into_raw());
    }
    release();
    created
}

/// There is no unfinished file any more.
pub fn forget_unfinished_file() {
    // Nobody may be reading the name when it is freed.
    claim_or_wait();
    name_unfinished_file(ptr::null_mut());
    release();
}

/// Only for whoever has the last word.
fn name_unfinished_file(name: *mut c_char) {
    let before = UNFINISHED_FILE.swap(name, Ordering::SeqCst);
    if !before.is_null() {
        // SAFETY: it came from `CString::into_raw`, and nobody else has it any more.
        drop(unsafe { CString::from_raw(before) });
    }
}

/// Ends the process for a limit of a job, unless the job was over before the last word was free:
/// then the limit, whose other end is dropped, ends nothing.
pub fn abandon_unless_over(is_over: &Receiver<()>, line: &[u8], exit_code: i32) {
    claim_or_wait();
    if is_over.try_recv() == Err(TryRecvError::Empty) {
        abandon(line, exit_code);
    }
    release();
}

/// Ends the process at once with a ready-made line (`{"error":…}`), which a reader that reads no more does not get:
/// takes no memory, and waits a second at most. Only whoever claimed the last word may call it.
pub fn abandon(line: &[u8], exit_code: i32) -> ! {
    let unfinished = UNFINISHED_FILE.load(Ordering::SeqCst);
    // SAFETY: the pointer is a live string: it is freed only by whoever has the last word.
    unsafe {
        if !unfinished.is_null() {
            libc::unlink(unfinished);
        }
        if stdout::silence_others() {
            job::write_last_line(line, exit_code);
        }
        libc::_exit(exit_code)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicU32;
    use std::sync::mpsc::channel;
    use std::thread;

    use super::*;

    #[test]
    fn whoever_waits_gets_it_as_soon_as_it_is_free() {
        static REFUSED: AtomicU32 = AtomicU32::new(0);
        claim_or_wait();
        let waits = thread::spawn(|| {
            let got = soon(10_000, || {
                let claimed = claim();
                REFUSED.fetch_add(u32::from(!claimed), Ordering::SeqCst);
                claimed
            });
            release();
            got
        });
        while REFUSED.load(Ordering::SeqCst) == 0 {
            thread::yield_now();
        }
        release();
        assert!(waits.join().unwrap());
    }

    #[test]
    fn a_limit_that_is_over_ends_nothing() {
        let (over, is_over) = channel();
        drop(over);
        abandon_unless_over(&is_over, b"", 99);
        claim_or_wait();
        release();
    }
}

//! Writes JSON lines to the standard output that the process was started with.

use std::mem;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Mutex, TryLockError};

use serde_json::Value;

use super::{ending, job};

static ANSWERS: AtomicI32 = AtomicI32::new(1);
static ONE_LINE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Keeps the real standard output for answers and sends whatever else is printed to stderr.
pub fn claim() {
    // SAFETY: plain system calls on the process's own descriptors.
    unsafe {
        let kept = libc::fcntl(libc::STDOUT_FILENO, libc::F_DUPFD_CLOEXEC, 3);
        if kept >= 0 {
            ANSWERS.store(kept, Ordering::SeqCst);
            libc::dup2(libc::STDERR_FILENO, libc::STDOUT_FILENO);
        }
    }
}

/// Writes one line, an object; in a worker it names the job that is being done. An event that nobody takes is dropped.
pub fn write_line(value: &Value) {
    let _ = write_answer(value);
}

/// The same for a line that somebody waits for: tells whether it was written.
#[must_use]
pub fn write_answer(value: &Value) -> bool {
    let text = value.to_string();
    let start = job::line_start(&mut [0; job::MAX_NAME + 16]).to_vec();
    write(&[&start, text.strip_prefix('{').unwrap_or(&text).as_bytes()].concat())
}

/// Writes one line of a worker that is of no job, or of another than the one that is being done.
pub fn write_line_apart(value: &Value) {
    let _ = write(value.to_string().as_bytes());
}

fn write(text: &[u8]) -> bool {
    let line = [text, b"\n"].concat();
    let _one = ONE_LINE_AT_A_TIME
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    write_raw(&line)
}

/// Keeps all others from writing from now on, so that the last line is the last. Waits for whoever is writing, half a
/// second at most: it may be the caller itself, or wait for a reader that reads no more. Takes no lock that it would
/// have to wait for and no memory. Tells whether the reader takes a line now.
pub(super) fn silence_others() -> bool {
    ending::soon(500, || hold_for_good(&ONE_LINE_AT_A_TIME)) && takes_a_line()
}

fn hold_for_good(mutex: &Mutex<()>) -> bool {
    match mutex.try_lock() {
        Err(TryLockError::WouldBlock) => return false,
        Ok(guard) => mem::forget(guard),
        Err(TryLockError::Poisoned(poisoned)) => mem::forget(poisoned.into_inner()),
    }
    true
}

/// Whether a short line can be written without waiting; waits for that, half a second at most.
fn takes_a_line() -> bool {
    let mut answers = libc::pollfd {
        fd: ANSWERS.load(Ordering::SeqCst),
        events: libc::POLLOUT,
        revents: 0,
    };
    // SAFETY: the pointer is to one live value.
    unsafe { libc::poll(&mut answers, 1, 500) > 0 }
}

/// Writes bytes without taking a lock or memory: for the last line of a process in distress.
/// Tells whether all were.
pub(super) fn write_raw(mut bytes: &[u8]) -> bool {
    let descriptor = ANSWERS.load(Ordering::SeqCst);
    while !bytes.is_empty() {
        // SAFETY: the pointer and length are those of a live slice.
        let written = unsafe { libc::write(descriptor, bytes.as_ptr().cast(), bytes.len()) };
        match usize::try_from(written) {
            Ok(written) if written > 0 => bytes = &bytes[written..],
            _ if interrupted() => {}
            _ => return false,
        }
    }
    true
}

fn interrupted() -> bool {
    std::io::Error::last_os_error().kind() == std::io::ErrorKind::Interrupted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_holds_the_pen_for_good_is_followed_by_nobody() {
        let pen = Mutex::new(());
        let writing = pen.lock();
        assert!(!hold_for_good(&pen), "somebody is writing");
        drop(writing);
        assert!(hold_for_good(&pen));
        assert!(matches!(pen.try_lock(), Err(TryLockError::WouldBlock)));
    }
}

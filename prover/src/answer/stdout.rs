//! Writes JSON lines to the standard output that the process was started with.

use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::Mutex;

use serde_json::Value;

use super::job;

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

/// Writes one line, an object; in a worker it names the job that is being done.
pub fn write_line(value: &Value) {
    let text = value.to_string();
    let start = job::line_start(&mut [0; job::MAX_NAME + 16]).to_vec();
    write(&[&start, text.strip_prefix('{').unwrap_or(&text).as_bytes()].concat());
}

/// Writes one line of a worker that is of no job, or of another than the one that is being done.
pub fn write_line_apart(value: &Value) {
    write(value.to_string().as_bytes());
}

fn write(text: &[u8]) {
    let line = [text, b"\n"].concat();
    let _one = ONE_LINE_AT_A_TIME
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    write_raw(&line);
}

/// Writes bytes without taking a lock or memory: for the last line of a process in distress.
pub fn write_raw(mut bytes: &[u8]) {
    let descriptor = ANSWERS.load(Ordering::SeqCst);
    while !bytes.is_empty() {
        // SAFETY: the pointer and length are those of a live slice.
        let written = unsafe { libc::write(descriptor, bytes.as_ptr().cast(), bytes.len()) };
        match usize::try_from(written) {
            Ok(written) if written > 0 => bytes = &bytes[written..],
            _ if interrupted() => {}
            _ => return,
        }
    }
}

fn interrupted() -> bool {
    std::io::Error::last_os_error().kind() == std::io::ErrorKind::Interrupted
}

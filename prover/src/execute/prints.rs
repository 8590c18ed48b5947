//! Catches what a program prints and sends it as `print` events.
//!
//! The VM's print hint writes to file descriptor 1. While the program runs, that is a pipe;
//! a thread reads it to its end, so the program can never fill it.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::{FromRawFd, OwnedFd};
use std::sync::{Mutex, PoisonError};
use std::thread;

use serde_json::json;

use crate::answer::stdout;

/// The most bytes of a program's prints that are passed on.
pub const MAX_PRINTED: usize = 64 << 10;

/// There is one descriptor 1: whoever catches it has it alone.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Runs `work` with file descriptor 1 caught.
pub fn caught<T>(work: impl FnOnce() -> T) -> T {
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let Some((reader, writer)) = pipe() else {
        return work();
    };
    let listener = thread::spawn(move || pass_on(File::from(reader)));
    let before = replace_stdout(&writer);
    drop(writer);
    let result = work();
    let _ = std::io::stdout().flush();
    restore_stdout(before);
    let _ = listener.join();
    result
}

fn pipe() -> Option<(OwnedFd, OwnedFd)> {
    let mut ends = [0; 2];
    // SAFETY: `ends` has room for the two descriptors, which nobody else owns.
    unsafe {
        if libc::pipe(ends.as_mut_ptr()) != 0 {
            return None;
        }
        for end in ends {
            libc::fcntl(end, libc::F_SETFD, libc::FD_CLOEXEC);
        }
        Some((OwnedFd::from_raw_fd(ends[0]), OwnedFd::from_raw_fd(ends[1])))
    }
}

fn replace_stdout(writer: &OwnedFd) -> i32 {
    use std::os::fd::AsRawFd;
    // SAFETY: plain system calls on open descriptors.
    unsafe {
        let before = libc::fcntl(libc::STDOUT_FILENO, libc::F_DUPFD_CLOEXEC, 3);
        libc::dup2(writer.as_raw_fd(), libc::STDOUT_FILENO);
        before
    }
}

fn restore_stdout(before: i32) {
    // SAFETY: as above; when there was no descriptor 1 before, there is none after.
    unsafe {
        if before >= 0 {
            libc::dup2(before, libc::STDOUT_FILENO);
            libc::close(before);
        } else {
            libc::close(libc::STDOUT_FILENO);
        }
    }
}

fn pass_on(mut reader: impl Read) {
    let mut buffer = [0u8; 4096];
    let mut left = MAX_PRINTED;
    let mut cut = false;
    let mut pending = Vec::new();
    while let Ok(count) = reader.read(&mut buffer) {
        if count == 0 {
            break;
        }
        let kept = count.min(left);
        left -= kept;
        cut |= kept < count;
        pending.extend_from_slice(&buffer[..kept]);
        let whole = pending
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |last| last + 1);
        send(&pending[..whole]);
        pending.drain(..whole);
    }
    send(&pending);
    if cut {
        stdout::write_line(&json!({ "event": "print", "text": "", "truncated": true }));
    }
}

fn send(bytes: &[u8]) {
    if !bytes.is_empty() {
        let text = escape(&String::from_utf8_lossy(bytes));
        stdout::write_line(&json!({ "event": "print", "text": text }));
    }
}

/// Line feeds and tabs stay; other control and formatting characters are written as escapes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\n' | '\t') || !is_dangerous(character) {
            escaped.push(character);
        } else {
            escaped.extend(character.escape_unicode());
        }
    }
    escaped
}

/// Control characters, and those that reorder or hide text on a screen.
fn is_dangerous(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_a_terminal_would_obey() {
        assert_eq!(
            escape("a\tb\n\u{1b}[2J\r\u{202e}x\0"),
            "a\tb\n\\u{1b}[2J\\u{d}\\u{202e}x\\u{0}"
        );
    }
}

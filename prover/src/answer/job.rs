//! The job that a worker is doing: every line that comes of it names it.

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};

use super::stdout::write_raw;

/// The longest name of a job, in bytes.
pub const MAX_NAME: usize = 100;

// Plain bytes and no lock: the last line of a process in distress is written with them.
static NAME: [AtomicU8; MAX_NAME] = [const { AtomicU8::new(0) }; MAX_NAME];
static LENGTH: AtomicUsize = AtomicUsize::new(0);

/// Whether a job may have this name: it stands in JSON as it is.
pub fn is_name(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
    (1..=MAX_NAME).contains(&text.len()) && text.bytes().all(plain)
}

/// Begins a job; only while nobody else can say its last word.
pub fn begin(name: &str) {
    for (slot, byte) in NAME.iter().zip(name.bytes()) {
        slot.store(byte, Ordering::Relaxed);
    }
    LENGTH.store(name.len().min(MAX_NAME), Ordering::Release);
}

/// Ends the job; as [`begin`].
pub fn end() {
    LENGTH.store(0, Ordering::Release);
}

/// Whether the job of this name is being done.
pub fn is_current(name: &str) -> bool {
    let length = LENGTH.load(Ordering::Acquire);
    let bytes = NAME[..length]
        .iter()
        .map(|slot| slot.load(Ordering::Relaxed));
    length > 0 && bytes.eq(name.bytes())
}

/// The start of each of the job's lines, up to its first own key. Without a job it is `{`.
pub(super) fn line_start(buffer: &mut [u8; MAX_NAME + 16]) -> &[u8] {
    let length = LENGTH.load(Ordering::Acquire);
    if length == 0 {
        buffer[0] = b'{';
        return &buffer[..1];
    }
    let before = b"{\"job\":\"";
    buffer[..before.len()].copy_from_slice(before);
    let mut end = before.len();
    for slot in &NAME[..length] {
        buffer[end] = slot.load(Ordering::Relaxed);
        end += 1;
    }
    buffer[end..end + 2].copy_from_slice(b"\",");
    &buffer[..end + 2]
}

/// Writes a ready-made error line: as it is, or as the answer of the job. Takes no lock and no memory.
pub(super) fn write_last_line(line: &[u8], exit_code: i32) {
    if LENGTH.load(Ordering::Acquire) > 0 {
        let digit = |unit: i32| b'0' + u8::try_from(exit_code / unit % 10).unwrap_or(0);
        let digits = [digit(100), digit(10), digit(1)];
        let leading = digits.iter().take(2).take_while(|digit| **digit == b'0');
        let digits = &digits[leading.count()..];
        let mut buffer = [0; MAX_NAME + 16];
        let start = line_start(&mut buffer);
        let rest = line.strip_prefix(b"{").unwrap_or(line);
        // A process that ends can tell nobody that it could not say so.
        let _ = [
            start,
            b"\"event\":\"answer\",\"exitCode\":",
            digits,
            b",",
            rest,
        ]
        .into_iter()
        .all(write_raw);
    } else {
        let _ = write_raw(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_short_and_plain() {
        assert!(is_name("7") && is_name("group-1_a.b:c") && is_name(&"x".repeat(MAX_NAME)));
        for name in ["", "a b", "a\"", "ä", "a\n", &"x".repeat(MAX_NAME + 1)] {
            assert!(!is_name(name), "{name:?}");
        }
    }
}

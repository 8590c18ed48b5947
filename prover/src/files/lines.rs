//! Lines of a stream, with a bound on their length.

use std::io::{self, BufRead, Read};

/// The longest line: paths are not longer.
pub const MAX_LINE: u64 = 64 << 10;

/// A line with its end, or that it was too long; then it was passed over.
pub enum Line {
    Whole(Vec<u8>),
    TooLong,
}

impl Line {
    /// Reads the next line that is not blank; `None` at the end.
    ///
    /// # Errors
    /// Those of the stream.
    pub fn next(lines: &mut dyn BufRead) -> io::Result<Option<Self>> {
        loop {
            let mut bytes = Vec::new();
            let read = (&mut *lines)
                .take(MAX_LINE + 1)
                .read_until(b'\n', &mut bytes)?;
            if read == 0 {
                return Ok(None);
            }
            if read as u64 > MAX_LINE && !bytes.ends_with(b"\n") {
                lines.skip_until(b'\n')?;
                return Ok(Some(Self::TooLong));
            }
            if !bytes.trim_ascii().is_empty() {
                return Ok(Some(Self::Whole(bytes)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_over_blank_and_too_long_lines() {
        let long = "x".repeat(MAX_LINE as usize + 1);
        let text = format!("\n \na\n{long}\nb");
        let mut lines = text.as_bytes();
        let mut next = || match Line::next(&mut lines).unwrap() {
            Some(Line::Whole(bytes)) => String::from_utf8(bytes).unwrap(),
            Some(Line::TooLong) => "too long".into(),
            None => "end".into(),
        };
        assert_eq!(
            [next(), next(), next(), next()],
            ["a\n", "too long", "b", "end"]
        );
    }
}

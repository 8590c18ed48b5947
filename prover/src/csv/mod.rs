//! Input groups: CSV files of field elements.
//!
//! UTF-8 with commas; rows are joined in order. A value is decimal, negative decimal, `0x` hex
//! or a short string in single quotes. `#` starts a comment. A byte order mark, CRLF line ends,
//! and blanks around values are tolerated; nothing else is.

mod row;
mod value;

use crate::failure::{Code, Failure, Outcome};
use crate::felt::Felt;

/// The most values that an input group may have.
pub const MAX_VALUES: usize = 1 << 20;
/// The largest file that is read at all.
pub const MAX_BYTES: u64 = 128 << 20;

/// A complaint at a place of one line.
struct Complaint {
    column: usize,
    message: String,
}

/// Parses a whole file.
///
/// # Errors
/// `CSV_INVALID` with line and column, both from 1.
pub fn parse(bytes: &[u8]) -> Outcome<Vec<Felt>> {
    let text = decode(bytes)?;
    let mut values = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        row::parse(line, &mut values).map_err(|complaint| invalid(index + 1, complaint))?;
    }
    Ok(values)
}

fn decode(bytes: &[u8]) -> Outcome<&str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .map_or(0, |last| last.chars().count())
            + 1;
        let message = "not UTF-8; expected a text file in UTF-8".to_owned();
        invalid(line, Complaint { column, message })
    })
}

fn invalid(line: usize, complaint: Complaint) -> Failure {
    let Complaint { column, message } = complaint;
    Failure::new(
        Code::CsvInvalid,
        format!("Line {line}, column {column}: {message}."),
        "Write values as 42, -7, 0x2a or 'text', separated by commas; comments start with #.",
    )
    .with("line", line)
    .with("column", column)
}

#[cfg(test)]
mod tests;

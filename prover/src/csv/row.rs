//! One line: fields between commas, up to a comment.

use super::{value, Complaint, MAX_VALUES};
use crate::felt::Felt;

/// Appends the line's values. A line of blanks or of a comment alone has none.
pub(super) fn parse(line: &str, values: &mut Vec<Felt>) -> Result<(), Complaint> {
    let content = &line[..comment_start(line)];
    if content.trim_matches(BLANKS).is_empty() {
        return Ok(());
    }
    let mut start = 0;
    loop {
        let end = field_end(content, start);
        let field = &content[start..end];
        let lead = field.len() - field.trim_start_matches(BLANKS).len();
        // Counted for a complaint only: a row may have a million values.
        let complain = |message| Complaint {
            column: content[..start + lead].chars().count() + 1,
            message,
        };
        if values.len() == MAX_VALUES {
            return Err(complain(format!(
                "more than {MAX_VALUES} values; split the group"
            )));
        }
        values.push(value::parse(field.trim_matches(BLANKS)).map_err(complain)?);
        if end == content.len() {
            return Ok(());
        }
        start = end + 1;
    }
}

const BLANKS: [char; 2] = [' ', '\t'];

/// Where the comment starts; a `#` inside quotes starts none.
fn comment_start(line: &str) -> usize {
    let mut quoted = false;
    for (index, byte) in line.bytes().enumerate() {
        match byte {
            b'\'' => quoted = !quoted,
            b'#' if !quoted => return index,
            _ => {}
        }
    }
    line.len()
}

fn field_end(content: &str, start: usize) -> usize {
    let mut quoted = false;
    for (index, byte) in content.bytes().enumerate().skip(start) {
        match byte {
            b'\'' => quoted = !quoted,
            b',' if !quoted => return index,
            _ => {}
        }
    }
    content.len()
}

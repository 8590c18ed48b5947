//! One value of an input group.

use num_bigint::BigUint;

use crate::felt::{prime, Felt};

/// No felt needs more digits than this, in any of the notations.
const MAX_LENGTH: usize = 80;
const MAX_SHORT_STRING: usize = 31;

/// Parses a field that is already free of surrounding blanks.
///
/// # Errors
/// What is wrong and what was expected, without the place.
pub(super) fn parse(field: &str) -> Result<Felt, String> {
    if field.is_empty() {
        return Err("an empty value; expected a value between the commas".into());
    }
    if field.starts_with('\'') {
        return short_string(field);
    }
    if field.len() > MAX_LENGTH {
        return Err(format!(
            "a value of {} characters; no field element is so long",
            field.len()
        ));
    }
    if let Some(digits) = field.strip_prefix("0x") {
        return number(digits, 16, field);
    }
    if let Some(digits) = field.strip_prefix('-') {
        return number(digits, 10, field).map(|felt| -felt);
    }
    number(field, 10, field)
}

fn number(digits: &str, radix: u32, field: &str) -> Result<Felt, String> {
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return Err(format!("'{}' is not a value", printable(field)));
    }
    let number = BigUint::parse_bytes(digits.as_bytes(), radix).ok_or("not a number")?;
    if number >= prime() {
        return Err(format!(
            "{field} is outside the field; expected a magnitude below 2^251 + 17 * 2^192 + 1"
        ));
    }
    Ok(Felt::from(number))
}

fn short_string(field: &str) -> Result<Felt, String> {
    let text = field[1..]
        .strip_suffix('\'')
        .filter(|text| !text.contains('\''));
    let text = text.ok_or("a short string without its end; expected one pair of single quotes")?;
    if text.is_empty() || text.len() > MAX_SHORT_STRING {
        return Err(format!(
            "a short string of {} bytes; expected 1 to 31",
            text.len()
        ));
    }
    if !text
        .bytes()
        .all(|byte| (b' '..=b'~').contains(&byte) && byte != b'\\')
    {
        return Err("a short string with a character that is not printable ASCII".into());
    }
    Ok(Felt::from_bytes_be_slice(text.as_bytes()))
}

fn printable(field: &str) -> String {
    field
        .chars()
        .take(40)
        .flat_map(char::escape_default)
        .collect()
}

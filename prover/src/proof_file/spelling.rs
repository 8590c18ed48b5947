//! One proof, one file.

use super::stock;

/// Demands that a file which was decoded is spelled as it is written. [`decode`](super::decode()) sees to that for our
/// own form. For the stock form it costs a compression, some 0.1 s a megabyte, so it is asked of valid proofs alone.
///
/// # Errors
/// That it is spelled otherwise.
pub fn check_spelling(file: &[u8]) -> Result<(), String> {
    if !file.starts_with(stock::MAGIC) || stock::is_as_written(file)? {
        return Ok(());
    }
    Err("it is compressed otherwise than the stock tools compress it".into())
}

//! The core library, embedded compressed and unpacked in memory. It is never on a disk where
//! somebody could change it, and nothing is to be cleaned up; unpacking takes a few milliseconds.

use std::collections::BTreeMap;

use crate::failure::{Failure, Outcome};

static ARCHIVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corelib.zst"));

/// Relative path and content of every file, as `build.rs` packed them.
///
/// # Errors
/// `INTERNAL` when the archive in the binary is damaged.
pub(super) fn sources() -> Outcome<BTreeMap<String, String>> {
    let damaged = || Failure::internal("the core library in this binary is damaged");
    let packed = zstd::decode_all(ARCHIVE).map_err(|_| damaged())?;
    let mut rest = &packed[..];
    let mut sources = BTreeMap::new();
    while !rest.is_empty() {
        let name = take(&mut rest).ok_or_else(damaged)?;
        let content = take(&mut rest).ok_or_else(damaged)?;
        sources.insert(name, content);
    }
    Ok(sources)
}

fn take(rest: &mut &[u8]) -> Option<String> {
    let (length, after) = rest.split_first_chunk::<4>()?;
    let (text, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = after;
    String::from_utf8(text.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn carries_the_whole_library() {
        let sources = super::sources().unwrap();
        assert!(sources["lib.cairo"].contains("mod poseidon"));
        assert!(sources.contains_key("prelude/v2024_07.cairo"));
    }
}

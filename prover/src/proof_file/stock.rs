//! The form that S-two's own tools write (`ProofFormat::Binary`): the payload under bzip2.

use std::io::{Cursor, Read};

use bzip2::bufread::BzDecoder;

use super::MAX_BYTES;

/// How every bzip2 file starts.
pub(super) const MAGIC: &[u8] = b"BZh";

/// Decompresses as much as a proof may have, and nothing after it.
pub(super) fn decompress(file: &[u8]) -> Result<Vec<u8>, String> {
    let mut payload = Vec::new();
    let mut compressed = Cursor::new(file);
    BzDecoder::new(&mut compressed)
        .take(MAX_BYTES + 1)
        .read_to_end(&mut payload)
        .map_err(|error| format!("it cannot be decompressed: {error}"))?;
    if payload.len() as u64 > MAX_BYTES {
        return Err(format!("it expands to more than {MAX_BYTES} bytes"));
    }
    if compressed.position() != file.len() as u64 {
        return Err("there are bytes after its compressed payload".into());
    }
    Ok(payload)
}

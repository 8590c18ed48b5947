//! The form that S-two's own tools write (`ProofFormat::Binary`): the payload under bzip2.

use std::io::{Cursor, Read, Write};

use bzip2::bufread::BzDecoder;
use bzip2::write::BzEncoder;
use bzip2::Compression;

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

/// Whether it is the file that the stock tools write for what it holds. A payload has many compressed
/// forms: by the size of blocks, the choice of codes, the bits that fill the last byte.
pub(super) fn is_as_written(file: &[u8]) -> Result<bool, String> {
    let mut encoder = BzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(&decompress(file)?);
    let again = written.and_then(|()| encoder.finish());
    Ok(again.is_ok_and(|again| again == file))
}

//! What stands before the chunks, in every format from 2 on: so each version can name the others' files.

use std::io::{self, Read};

use super::refused::Refusal;

/// The format that this program writes and reads.
pub const FORMAT: u32 = 2;

pub(super) const BYTES: usize = 32;

const MAGIC: &[u8; 8] = b"CAIRNEXE";
const WRITER: std::ops::Range<usize> = 12..BYTES;

/// The prelude of what this version writes.
pub(super) fn prelude() -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    bytes[..8].copy_from_slice(MAGIC);
    bytes[8..12].copy_from_slice(&FORMAT.to_le_bytes());
    let version = env!("CARGO_PKG_VERSION").as_bytes();
    let length = version.len().min(WRITER.len());
    bytes[WRITER.start..WRITER.start + length].copy_from_slice(&version[..length]);
    bytes
}

/// Reads the prelude of a file of this version's format. The writer in it is not to be believed before the first
/// chunk's checksum.
pub(super) fn read_prelude(source: &mut impl Read) -> Result<[u8; BYTES], Refusal> {
    let mut bytes = Vec::with_capacity(BYTES);
    source
        .by_ref()
        .take(BYTES as u64)
        .read_to_end(&mut bytes)
        .map_err(Refusal::Unreadable)?;
    let known = bytes.len().min(MAGIC.len());
    if bytes[..known] != MAGIC[..known] {
        return Err(Refusal::Foreign {
            what: "it does not start as one does (magic number)".into(),
            writer: None,
        });
    }
    let Some(format) = bytes.get(8..12) else {
        return Err(Refusal::Truncated);
    };
    let format = u32::from_le_bytes(std::array::from_fn(|index| format[index]));
    if format != FORMAT {
        return Err(Refusal::Foreign {
            what: format!("it has format {format}; this version reads format {FORMAT}"),
            writer: bytes.get(WRITER).and_then(writer).filter(|_| format > 1),
        });
    }
    <[u8; BYTES]>::try_from(bytes).map_err(|_| Refusal::Truncated)
}

/// The version in a prelude, if it reads like one.
pub(super) fn writer_in(prelude: &[u8; BYTES]) -> Option<String> {
    writer(&prelude[WRITER])
}

fn writer(bytes: &[u8]) -> Option<String> {
    let end = bytes.iter().position(|byte| *byte == 0);
    let version = &bytes[..end.unwrap_or(bytes.len())];
    let readable = |byte: &u8| byte.is_ascii_alphanumeric() || b".-+".contains(byte);
    let named = !version.is_empty() && version.iter().all(readable);
    named.then(|| String::from_utf8_lossy(version).into_owned())
}

/// An error for those who can only be told of one by the standard library's.
pub(super) fn stopped() -> io::Error {
    io::Error::other("the file is damaged")
}

//! The header of an execution file: what it says of itself.

use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{invalid, MAGIC, MAX_BYTES};
use crate::failure::Outcome;
use crate::files::open_bounded;

/// The format that this program writes and reads.
pub const FORMAT: u32 = 1;
/// The libraries whose input the payload is.
pub const STWO_VERSION: &str = "1.3.0";

const MAX_HEADER: u32 = 4096;

/// What an execution file claims. Nothing of it is proven.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Header {
    pub program_hash: String,
    pub input_commitment: String,
    pub steps: u64,
    pub tier: String,
    pub stwo_version: String,
    /// Bytes of the payload before compression.
    pub payload_bytes: u64,
}

/// Reads the header alone and tells the file's size.
///
/// # Errors
/// `FILE_UNREADABLE`, `EXECUTION_INVALID`.
pub fn read_header(path: &Path) -> Outcome<(Header, u64)> {
    let (mut file, size) = open_bounded(path, MAX_BYTES)?;
    Ok((parse(path, &mut file)?.0, size))
}

/// Reads the header and tells how many bytes it took with all that stands before it.
pub(super) fn parse(path: &Path, reader: &mut impl Read) -> Outcome<(Header, u64)> {
    let mut start = [0u8; 16];
    reader
        .read_exact(&mut start)
        .map_err(|_| invalid(path, "it is shorter than a header"))?;
    if start[..8] != *MAGIC {
        return Err(invalid(
            path,
            "it does not start as an execution file does (magic number)",
        ));
    }
    let number = |at: usize| u32::from_le_bytes(std::array::from_fn(|byte| start[at + byte]));
    let (format, length) = (number(8), number(12));
    if format != FORMAT {
        let why =
            format!("it has format {format}; this version of cairn-prover reads format {FORMAT}");
        return Err(invalid(path, why));
    }
    if length > MAX_HEADER {
        return Err(invalid(
            path,
            format!("its header has {length} bytes; at most {MAX_HEADER}"),
        ));
    }
    let mut json = vec![0u8; length as usize];
    reader
        .read_exact(&mut json)
        .map_err(|_| invalid(path, "its header is cut short"))?;
    let header: Header =
        serde_json::from_slice(&json).map_err(|error| invalid(path, format!("header: {error}")))?;
    if header.stwo_version != STWO_VERSION {
        let why = format!(
            "it was made for S-two {}; expected {STWO_VERSION}",
            header.stwo_version
        );
        return Err(invalid(path, why.escape_default()));
    }
    Ok((header, 16 + u64::from(length)))
}

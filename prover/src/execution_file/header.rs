//! The header of an execution file: what it says of itself.

use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::chunk_reader::ChunkReader;
use super::refused::Refusal;
use super::MAX_BYTES;
use crate::failure::Outcome;
use crate::files::open_bounded;

/// The libraries whose input the payload is.
pub const STWO_VERSION: &str = "1.3.0";

const MAX_HEADER: usize = 4096;

/// What an execution file claims. Nothing of it is proven.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Header {
    pub program_hash: String,
    pub input_commitment: String,
    pub steps: u64,
    pub tier: String,
    pub stwo_version: String,
}

/// Reads the header alone and tells the file's size.
///
/// # Errors
/// `FILE_UNREADABLE`, `EXECUTION_TRUNCATED`, `EXECUTION_CORRUPTED`, `EXECUTION_FOREIGN`, `EXECUTION_INVALID`.
pub fn read_header(path: &Path) -> Outcome<(Header, u64)> {
    let (file, size) = open_bounded(path, MAX_BYTES)?;
    let header = ChunkReader::start(file).and_then(|mut chunks| take_header(&mut chunks));
    Ok((header.map_err(|refusal| refusal.of(path))?, size))
}

/// Takes the first chunk.
pub(super) fn take_header(chunks: &mut ChunkReader<impl Read>) -> Result<Header, Refusal> {
    let json = chunks.next_chunk()?;
    if json.len() > MAX_HEADER {
        let why = format!("its header has {} bytes; at most {MAX_HEADER}", json.len());
        return Err(Refusal::Invalid(why));
    }
    let header: Header = serde_json::from_slice(json).map_err(|error| {
        Refusal::Invalid(format!("its header: {}", error.to_string().escape_debug()))
    })?;
    chunks.skip_chunk();
    if header.stwo_version != STWO_VERSION {
        let theirs = header.stwo_version.escape_debug();
        return Err(Refusal::Foreign {
            what: format!("it was made for S-two {theirs}; expected {STWO_VERSION}"),
            writer: chunks.writer.take(),
        });
    }
    Ok(header)
}

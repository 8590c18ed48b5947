//! Reads an execution file: bounded, and only if its checksum is right.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use bincode::Options;
use sha2::{Digest, Sha256};

use super::header::parse;
use super::{invalid, Header, CHECKSUM_BYTES, MAX_BYTES};
use crate::failure::Outcome;
use crate::files::open_bounded;
use crate::guard;
use crate::replay::Recording;

/// A run takes no more than this beside what its steps take.
const PAYLOAD_BASE: u64 = 256 << 20;
/// The most bytes that a step adds, with all the memory that it may touch for the first time.
const PAYLOAD_PER_STEP: u64 = 256;

/// Reads the header and the run.
///
/// # Errors
/// `FILE_UNREADABLE`, `EXECUTION_INVALID`.
pub fn read(path: &Path) -> Outcome<(Header, Recording)> {
    let (mut file, size) = open_bounded(path, MAX_BYTES)?;
    let (header, start) = parse(path, &mut file)?;
    let end = size
        .checked_sub(CHECKSUM_BYTES)
        .filter(|end| *end > start)
        .ok_or_else(|| invalid(path, "it ends before its payload"))?;
    check_checksum(path, &mut file, end)?;
    let most = PAYLOAD_PER_STEP
        .saturating_mul(header.steps)
        .saturating_add(PAYLOAD_BASE);
    if header.payload_bytes > most {
        return Err(invalid(
            path,
            "its payload is larger than its steps can make it",
        ));
    }
    file.seek(SeekFrom::Start(start))
        .map_err(|error| invalid(path, error))?;
    let run = guard::catch(|| decode(file.take(end - start), header.payload_bytes))
        .and_then(|decoded| decoded)
        .map_err(|why| invalid(path, format!("its payload cannot be decoded: {why}")))?;
    Ok((header, run))
}

fn check_checksum(path: &Path, file: &mut File, end: u64) -> Outcome<()> {
    let failed = |error: std::io::Error| invalid(path, error);
    file.seek(SeekFrom::Start(0)).map_err(failed)?;
    let mut hasher = Sha256::new();
    std::io::copy(&mut Read::by_ref(file).take(end), &mut hasher).map_err(failed)?;
    let mut expected = [0u8; CHECKSUM_BYTES as usize];
    file.read_exact(&mut expected).map_err(failed)?;
    if hasher.finalize()[..] != expected {
        return Err(invalid(
            path,
            "its checksum does not match: it was damaged or cut short",
        ));
    }
    Ok(())
}

fn decode(compressed: impl Read, length: u64) -> Result<Recording, String> {
    let decoder = zstd::Decoder::new(compressed).map_err(|error| error.to_string())?;
    let mut bounded = BufReader::with_capacity(1 << 16, decoder.take(length));
    let run = bincode::DefaultOptions::new()
        .with_fixint_encoding()
        .with_limit(length)
        .deserialize_from(&mut bounded)
        .map_err(|error| error.to_string())?;
    let left = bounded
        .read(&mut [0u8; 1])
        .map_err(|error| error.to_string())?;
    let beyond = bounded.into_inner().into_inner().read(&mut [0u8; 1]);
    match (left, beyond) {
        (0, Ok(0)) => Ok(run),
        (_, Err(error)) => Err(error.to_string()),
        _ => Err("there are bytes after it".into()),
    }
}

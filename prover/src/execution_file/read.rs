//! Reads an execution file: in one pass, bounded.

use std::io::{BufReader, Read};
use std::path::Path;

use super::chunk_reader::ChunkReader;
use super::header::take_header;
use super::payload::Undecodable;
use super::refused::Refusal;
use super::{payload, Header, CHUNK_BYTES, MAX_BYTES};
use crate::failure::Outcome;
use crate::files::open_bounded;
use crate::guard;
use crate::limits::available_memory;
use crate::replay::Recording;

/// The base-2 logarithm of the farthest that the payload may look back in itself, in bytes.
const WINDOW_LOG_MAX: u32 = 23;

/// Reads the header and the run.
///
/// # Errors
/// `FILE_UNREADABLE`, `EXECUTION_TRUNCATED`, `EXECUTION_CORRUPTED`, `EXECUTION_FOREIGN`, `EXECUTION_INVALID`,
/// `MEMORY_LIMIT` when there is no room for it.
pub fn read(path: &Path) -> Outcome<(Header, Recording)> {
    let (file, _) = open_bounded(path, MAX_BYTES)?;
    let file = BufReader::with_capacity(CHUNK_BYTES, file.take(MAX_BYTES));
    read_from(file).map_err(|refusal| refusal.of(path))
}

fn read_from(source: impl Read) -> Result<(Header, Recording), Refusal> {
    let mut chunks = ChunkReader::start(source)?;
    let header = take_header(&mut chunks)?;
    // Where the system does not tell, a limit and the allocator still hold.
    let room = available_memory().unwrap_or(u64::MAX);
    let run = guard::catch(|| decode(&mut chunks, header.steps, room))
        .unwrap_or_else(|panic| Err(Undecodable::Invalid(panic)));
    // What is wrong with the file comes before what is wrong with the part of it that was read.
    match (chunks.refusal, run) {
        (Some(refusal), _) => Err(refusal),
        (None, Ok(run)) => Ok((header, run)),
        (None, Err(Undecodable::NoRoom { needed })) => Err(Refusal::NoRoom { needed, room }),
        (None, Err(Undecodable::Invalid(why))) => Err(Refusal::Invalid(format!(
            "its payload cannot be decoded: {why}"
        ))),
    }
}

fn decode(
    chunks: &mut ChunkReader<impl Read>,
    steps: u64,
    room: u64,
) -> Result<Recording, Undecodable> {
    let text = |error: std::io::Error| error.to_string();
    let mut decoder = zstd::Decoder::new(chunks).map_err(text)?.single_frame();
    decoder.window_log_max(WINDOW_LOG_MAX).map_err(text)?;
    let mut bytes = BufReader::with_capacity(CHUNK_BYTES, decoder);
    let run = payload::decode(&mut bytes, steps, room)?;
    let left = bytes.read(&mut [0]).map_err(text)?;
    let beyond = bytes.into_inner().finish().read(&mut [0]).map_err(text)?;
    match (left, beyond) {
        (0, 0) => Ok(run),
        _ => Err(String::from("there are bytes after it").into()),
    }
}

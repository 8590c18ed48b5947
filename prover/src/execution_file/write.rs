//! Writes an execution file.

use std::io::{self, Write};
use std::path::Path;

use super::chunk_writer::ChunkWriter;
use super::{payload, Header};
use crate::failure::{Code, Failure, Outcome};
use crate::files::{write_whole, Written};
use crate::replay::Recording;

/// Chosen by `npm run bench:executions`: see `docs/decisions/0006-executions-in-columns-under-zstd-3.md`.
const COMPRESSION_LEVEL: i32 = 3;

/// Writes a run under its header, in a file of at most `most` bytes.
///
/// # Errors
/// `FILE_UNWRITABLE`, `EXECUTION_TOO_LARGE`.
pub fn write(path: &Path, header: &Header, run: &Recording, most: u64) -> Outcome<Written> {
    let json = serde_json::to_vec(header)
        .map_err(|error| Failure::internal(format!("a header that cannot be encoded: {error}")))?;
    let mut outgrown = false;
    let written = write_whole(path, |out| {
        let done = write_to(out, &json, run, most);
        outgrown = matches!(&done, Err(error) if error.kind() == io::ErrorKind::FileTooLarge);
        done
    });
    written.map_err(|failure| if outgrown { too_large(most) } else { failure })
}

fn write_to(out: &mut dyn Write, json: &[u8], run: &Recording, most: u64) -> io::Result<()> {
    let mut chunks = ChunkWriter::start(out, most)?;
    chunks.write_all(json)?;
    chunks.end_chunk()?;
    let mut compressed = zstd::Encoder::new(&mut chunks, COMPRESSION_LEVEL)?;
    payload::encode(run, &mut compressed)?;
    compressed.finish()?;
    chunks.finish()
}

fn too_large(most: u64) -> Failure {
    Failure::new(
        Code::ExecutionTooLarge,
        format!("The execution takes more than {most} bytes."),
        "Raise --max-execution, or cut the input group into smaller ones.",
    )
    .with("limit", most)
}

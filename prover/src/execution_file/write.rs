//! Writes an execution file.

use std::io::{self, Write};
use std::path::Path;

use bincode::Options;
use sha2::{Digest, Sha256};

use super::{Header, FORMAT, MAGIC};
use crate::failure::{Failure, Outcome};
use crate::files::{write_whole, Written};
use crate::replay::Recording;

const COMPRESSION_LEVEL: i32 = 3;

/// Writes a run under its header, whose `payload_bytes` is filled in here.
///
/// # Errors
/// `FILE_UNWRITABLE`.
pub fn write(path: &Path, mut header: Header, run: &Recording) -> Outcome<Written> {
    let coding = bincode::DefaultOptions::new().with_fixint_encoding();
    header.payload_bytes = coding.serialized_size(run).map_err(|error| {
        Failure::internal(format!("an execution that cannot be encoded: {error}"))
    })?;
    let json = serde_json::to_vec(&header)
        .map_err(|error| Failure::internal(format!("a header that cannot be encoded: {error}")))?;
    write_whole(path, |out| {
        let mut sealed = Sealed {
            out,
            hasher: Sha256::new(),
        };
        sealed.write_all(MAGIC)?;
        sealed.write_all(&FORMAT.to_le_bytes())?;
        let length = u32::try_from(json.len()).map_err(io::Error::other)?;
        sealed.write_all(&length.to_le_bytes())?;
        sealed.write_all(&json)?;
        let mut compressed = zstd::Encoder::new(&mut sealed, COMPRESSION_LEVEL)?;
        coding
            .serialize_into(&mut compressed, run)
            .map_err(io::Error::other)?;
        compressed.finish()?;
        let Sealed { out, hasher } = sealed;
        out.write_all(&hasher.finalize())
    })
}

/// Passes bytes on and hashes them.
struct Sealed<'a> {
    out: &'a mut dyn Write,
    hasher: Sha256,
}

impl Write for Sealed<'_> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.out.write(buffer)?;
        self.hasher.update(&buffer[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

//! Writes the chunks of an execution file.

use std::io::{self, Write};

use sha2::{Digest, Sha256};

use super::{prelude::prelude, CHUNK_BYTES};

/// Gathers what is written into chunks and seals each.
pub(super) struct ChunkWriter<'a> {
    out: &'a mut dyn Write,
    hasher: Sha256,
    chunk: Vec<u8>,
    /// How many bytes the file may still grow by.
    left: u64,
}

impl<'a> ChunkWriter<'a> {
    /// Starts a file of at most `most` bytes.
    pub fn start(out: &'a mut dyn Write, most: u64) -> io::Result<Self> {
        let mut writer = Self {
            out,
            hasher: Sha256::new(),
            chunk: Vec::with_capacity(CHUNK_BYTES),
            left: most,
        };
        writer.sealed(&prelude())?;
        Ok(writer)
    }

    /// Ends the chunk that is being gathered, if there is anything in it.
    pub fn end_chunk(&mut self) -> io::Result<()> {
        if self.chunk.is_empty() {
            return Ok(());
        }
        let chunk = std::mem::take(&mut self.chunk);
        self.write_chunk(&chunk)?;
        self.chunk = chunk;
        self.chunk.clear();
        Ok(())
    }

    /// Ends the file.
    pub fn finish(mut self) -> io::Result<()> {
        self.end_chunk()?;
        self.write_chunk(&[])
    }

    fn write_chunk(&mut self, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        self.sealed(&length.to_le_bytes())?;
        self.sealed(&(!length).to_le_bytes())?;
        self.sealed(bytes)?;
        let checksum = self.hasher.clone().finalize();
        self.bounded(&checksum)
    }

    fn sealed(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hasher.update(bytes);
        self.bounded(bytes)
    }

    fn bounded(&mut self, bytes: &[u8]) -> io::Result<()> {
        let left = self.left.checked_sub(bytes.len() as u64);
        self.left = left.ok_or(io::ErrorKind::FileTooLarge)?;
        self.out.write_all(bytes)
    }
}

impl Write for ChunkWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(CHUNK_BYTES - self.chunk.len());
        self.chunk.extend_from_slice(&bytes[..taken]);
        if self.chunk.len() == CHUNK_BYTES {
            self.end_chunk()?;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

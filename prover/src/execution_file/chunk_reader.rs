//! Reads the chunks of an execution file, and gives away nothing of one before its checksum is right.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use super::prelude::{read_prelude, stopped, writer_in};
use super::refused::Refusal;
use super::CHUNK_BYTES;

const SHA256_BYTES: usize = 32;

/// The content of a file's chunks, joined.
pub(super) struct ChunkReader<R> {
    source: R,
    hasher: Sha256,
    chunk: Vec<u8>,
    /// How much of the chunk was given away.
    given: usize,
    has_ended: bool,
    /// Why reading stopped. Who reads through another reader cannot be told otherwise.
    pub refusal: Option<Refusal>,
    /// The version that wrote the file, as it says.
    pub writer: Option<String>,
}

impl<R: Read> ChunkReader<R> {
    /// Reads what stands before the chunks.
    pub fn start(mut source: R) -> Result<Self, Refusal> {
        let prelude = read_prelude(&mut source)?;
        let mut hasher = Sha256::new();
        hasher.update(prelude);
        Ok(Self {
            source,
            hasher,
            chunk: Vec::new(),
            given: 0,
            has_ended: false,
            refusal: None,
            writer: writer_in(&prelude),
        })
    }

    /// The next chunk; an empty one is the last.
    pub fn next_chunk(&mut self) -> Result<&[u8], Refusal> {
        let mut lengths = [0u8; 8];
        self.fill(&mut lengths)?;
        self.hasher.update(lengths);
        let number = |at: usize| u32::from_le_bytes(std::array::from_fn(|byte| lengths[at + byte]));
        let length = number(0) as usize;
        if number(0) != !number(4) || length > CHUNK_BYTES {
            return Err(Refusal::Corrupted("the length of a part of it is none"));
        }
        let mut chunk = std::mem::take(&mut self.chunk);
        chunk.resize(length, 0);
        self.fill(&mut chunk)?;
        self.hasher.update(&chunk);
        let mut checksum = [0u8; SHA256_BYTES];
        self.fill(&mut checksum)?;
        if self.hasher.clone().finalize()[..] != checksum {
            return Err(Refusal::Corrupted("its checksum does not match"));
        }
        self.has_ended = length == 0;
        if self.has_ended && self.source.read(&mut [0]).map_err(Refusal::Unreadable)? > 0 {
            return Err(Refusal::Corrupted("there are bytes after its end"));
        }
        (self.chunk, self.given) = (chunk, 0);
        Ok(&self.chunk)
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Refusal> {
        self.source
            .read_exact(bytes)
            .map_err(|error| match error.kind() {
                io::ErrorKind::UnexpectedEof => Refusal::Truncated,
                _ => Refusal::Unreadable(error),
            })
    }

    /// Leaves out the rest of the chunk.
    pub fn skip_chunk(&mut self) {
        self.given = self.chunk.len();
    }
}

impl<R: Read> Read for ChunkReader<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if self.refusal.is_some() {
            return Err(stopped());
        }
        if self.given == self.chunk.len() && !self.has_ended {
            if let Err(refusal) = self.next_chunk() {
                self.refusal = Some(refusal);
                return Err(stopped());
            }
        }
        let count = bytes.len().min(self.chunk.len() - self.given);
        bytes[..count].copy_from_slice(&self.chunk[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

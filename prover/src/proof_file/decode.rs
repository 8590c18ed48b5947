//! Reads a proof's bytes: bounded, and only the one form that it has.

use std::io::{self, Write};

use bincode::Options;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::reader::{Reader, Unreadable};
use super::{coding, stock, FORMAT, HEADER_BYTES, MAGIC};
use crate::guard;
use crate::prove::CairnProof;

/// Decodes a proof's file.
///
/// # Errors
/// What is malformed.
pub fn decode(file: &[u8]) -> Result<CairnProof, String> {
    if file.starts_with(stock::MAGIC) {
        return decode_payload(&stock::decompress(file)?);
    }
    if !file.starts_with(MAGIC) {
        return Err("it does not start as a proof file does (magic number)".into());
    }
    let Some((header, payload)) = file.split_at_checked(HEADER_BYTES) else {
        return Err("it ends within its header".into());
    };
    let format = u32::from_le_bytes(std::array::from_fn(|byte| header[8 + byte]));
    if format != FORMAT {
        return Err(format!(
            "it has format {format}; this version of cairn-prover reads {FORMAT}"
        ));
    }
    let length = u64::from_le_bytes(std::array::from_fn(|byte| header[12 + byte]));
    if length != payload.len() as u64 {
        return Err(format!(
            "it has {} bytes after its header instead of {length}",
            payload.len()
        ));
    }
    if Sha256::digest(payload)[..] != header[20..] {
        return Err("its checksum does not match: it was damaged".into());
    }
    decode_payload(payload)
}

fn decode_payload(payload: &[u8]) -> Result<CairnProof, String> {
    let proof = guard::catch(|| read(payload))?;
    let proof = proof.map_err(|error| format!("its payload cannot be decoded: {error}"))?;
    // Whatever the decoder lets pass that the encoder would not write is refused here.
    let mut rest = Rest(payload);
    match coding().serialize_into(&mut rest, &proof) {
        Ok(()) if rest.0.is_empty() => Ok(proof),
        _ => Err("its payload is not in canonical form".into()),
    }
}

fn read(payload: &[u8]) -> Result<CairnProof, Unreadable> {
    let mut reader = Reader::new(payload);
    let proof = CairnProof::deserialize(&mut reader)?;
    reader.end()?;
    Ok(proof)
}

/// Compares what is written to it with what should be.
struct Rest<'a>(&'a [u8]);

impl Write for Rest<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let rest = match (bytes, self.0) {
            // Most of what is written are single bytes of hashes.
            ([wanted], [found, rest @ ..]) if found == wanted => Some(rest),
            _ => self.0.strip_prefix(bytes),
        };
        self.0 = rest.ok_or(io::ErrorKind::InvalidData)?;
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

//! Reads a proof's bytes: bounded, and only the one form that it has.

use std::io::{self, Write};

use bincode::Options;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::reader::{Reader, Unreadable};
use super::{coding, stock, CHECKSUM_BYTES, FORMAT, HEADER_BYTES, MAGIC};
use crate::guard;
use crate::prove::CairnProof;

/// What a proof's file holds.
pub struct Decoded {
    pub proof: CairnProof,
    /// SHA-256 of the whole file, in hex.
    pub sha256: String,
}

/// Decodes a proof's file.
///
/// # Errors
/// What is malformed.
pub fn decode(file: &[u8]) -> Result<Decoded, String> {
    if file.starts_with(stock::MAGIC) {
        return Ok(Decoded {
            proof: decode_payload(&stock::decompress(file)?)?,
            sha256: in_hex(Sha256::new_with_prefix(file)),
        });
    }
    if !file.starts_with(MAGIC) {
        return Err("it does not start as a proof file does (magic number)".into());
    }
    if let Some(format) = foreign_format(file) {
        return Err(format!("it has format {format} instead of {FORMAT}"));
    }
    let Some((header, rest)) = file.split_at_checked(HEADER_BYTES) else {
        return Err("it ends within its header".into());
    };
    let length = u64::from_le_bytes(std::array::from_fn(|byte| header[12 + byte]));
    let wanted = length.saturating_add(CHECKSUM_BYTES as u64);
    if wanted != rest.len() as u64 {
        return Err(format!(
            "it has {} bytes after its header instead of {wanted}",
            rest.len()
        ));
    }
    let (sealed, checksum) = file.split_at(file.len() - CHECKSUM_BYTES);
    let hash = Sha256::new_with_prefix(sealed);
    if hash.clone().finalize()[..] != *checksum {
        return Err("its checksum does not match: it was damaged".into());
    }
    Ok(Decoded {
        proof: decode_payload(&sealed[HEADER_BYTES..])?,
        sha256: in_hex(hash.chain_update(checksum)),
    })
}

/// The format of a proof's file that another version of this program wrote. What is in it cannot be judged here.
pub fn foreign_format(file: &[u8]) -> Option<u32> {
    let (format, _) = file.strip_prefix(MAGIC)?.split_first_chunk()?;
    Some(u32::from_le_bytes(*format)).filter(|format| *format != FORMAT)
}

fn in_hex(hash: Sha256) -> String {
    format!("{:x}", hash.finalize())
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

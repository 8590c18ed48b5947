//! Reads a proof's bytes: bounded, and only the one form that it has.

use bincode::Options;
use sha2::{Digest, Sha256};

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
    let decoded = guard::catch(|| coding().deserialize::<CairnProof>(payload))?;
    let proof = decoded.map_err(|error| format!("its payload cannot be decoded: {error}"))?;
    // Whatever the decoder lets pass that the encoder would not write is refused here.
    let mut again = Vec::with_capacity(payload.len());
    match coding().serialize_into(&mut again, &proof) {
        Ok(()) if again == payload => Ok(proof),
        _ => Err("its payload is not in canonical form".into()),
    }
}

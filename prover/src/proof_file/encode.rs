//! Writes a proof's bytes.

use bincode::Options;
use sha2::{Digest, Sha256};

use super::{coding, CHECKSUM_BYTES, FORMAT, HEADER_BYTES, MAGIC};
use crate::failure::{Failure, Outcome};
use crate::prove::CairnProof;

/// The file of a proof.
///
/// # Errors
/// `INTERNAL` for a proof beyond all bounds.
pub fn encode(proof: &CairnProof) -> Outcome<Vec<u8>> {
    let payload = coding()
        .serialize(proof)
        .map_err(|error| Failure::internal(format!("a proof that cannot be encoded: {error}")))?;
    let mut file = Vec::with_capacity(HEADER_BYTES + payload.len() + CHECKSUM_BYTES);
    file.extend_from_slice(MAGIC);
    file.extend_from_slice(&FORMAT.to_le_bytes());
    file.extend_from_slice(&(payload.len() as u64).to_le_bytes());
    file.extend_from_slice(&payload);
    let checksum = Sha256::digest(&file);
    file.extend_from_slice(&checksum);
    Ok(file)
}

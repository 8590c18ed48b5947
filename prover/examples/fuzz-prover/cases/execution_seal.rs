//! Execution files made by hand: any header over any payload, under checksums that fit.

use bincode::Options;
use cairn_prover::execution_file::{payload, FORMAT};
use cairn_prover::replay::Recording;
use sha2::{Digest, Sha256};

const PRELUDE_BYTES: usize = 32;
const CHUNK_BYTES: usize = 256 << 10;

/// How a run's fields are encoded to be altered.
pub fn coding() -> impl Options {
    bincode::DefaultOptions::new().with_fixint_encoding()
}

/// The payload of a run whose fields are encoded; `None` when they are of none.
pub fn payload_of(fields: &[u8]) -> Option<Vec<u8>> {
    let run: Recording = coding().deserialize(fields).ok()?;
    payload_of_run(&run)
}

/// The payload of a run; `None` for one that has none.
pub fn payload_of_run(run: &Recording) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    payload::encode(run, &mut bytes).ok()?;
    Some(bytes)
}

/// Seals a payload under any header.
pub fn seal(header: &[u8], payload: &[u8]) -> Vec<u8> {
    seal_chunks(&chunks(header, &compress(payload)))
}

pub fn compress(payload: &[u8]) -> Vec<u8> {
    zstd::encode_all(payload, 1).expect("memory takes a stream")
}

/// The chunks of a file as it should be: the header, the payload's, and an empty one.
pub fn chunks(header: &[u8], compressed: &[u8]) -> Vec<Vec<u8>> {
    let payload = compressed.chunks(CHUNK_BYTES);
    let all = [header].into_iter().chain(payload).chain([&[][..]]);
    all.map(<[u8]>::to_vec).collect()
}

/// Seals any chunks, with checksums that fit.
pub fn seal_chunks(chunks: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"CAIRNEXE".to_vec();
    file.extend_from_slice(&FORMAT.to_le_bytes());
    file.resize(PRELUDE_BYTES, 0);
    let mut hasher = Sha256::new_with_prefix(&file);
    for chunk in chunks {
        let length = chunk.len() as u32;
        let sealed = [&length.to_le_bytes(), &(!length).to_le_bytes(), &chunk[..]].concat();
        hasher.update(&sealed);
        let checksum = hasher.clone().finalize();
        file.extend_from_slice(&sealed);
        file.extend_from_slice(&checksum);
    }
    file
}

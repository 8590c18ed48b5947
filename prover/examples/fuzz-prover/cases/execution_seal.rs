//! Execution files made by hand: any header over any payload, under a checksum that fits.

use std::io::Write;

use cairn_prover::execution_file::FORMAT;
use serde_json::Value;
use sha2::{Digest, Sha256};

const START: usize = 16;

/// The header of a file that `execute` wrote.
pub fn header_of(file: &[u8]) -> Result<Value, String> {
    let length = file.get(12..START).ok_or("a file without a header")?;
    let length = u32::from_le_bytes(std::array::from_fn(|byte| length[byte])) as usize;
    let header = file
        .get(START..START + length)
        .ok_or("a header without its end")?;
    serde_json::from_slice(header).map_err(|error| error.to_string())
}

/// Seals a payload under a header that says its length, unless it is to say what it said.
pub fn seal(header: &Value, payload: &[u8], keep_length: bool) -> Vec<u8> {
    let mut header = header.clone();
    if !keep_length {
        header["payloadBytes"] = payload.len().into();
    }
    seal_as_it_is(header.to_string().as_bytes(), payload)
}

/// Seals a payload under any header.
pub fn seal_as_it_is(header: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut file = b"CAIRNEXE".to_vec();
    file.extend_from_slice(&FORMAT.to_le_bytes());
    file.extend_from_slice(&(header.len() as u32).to_le_bytes());
    file.extend_from_slice(header);
    let mut encoder = zstd::Encoder::new(&mut file, 1).expect("memory takes a stream");
    let written = encoder.write_all(payload);
    written
        .and_then(|()| encoder.finish().map(drop))
        .expect("memory takes whatever is written to it");
    let checksum = Sha256::digest(&file);
    file.extend_from_slice(&checksum);
    file
}

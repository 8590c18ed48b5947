//! Executions cut into other chunks, in another order, or compressed otherwise: under checksums that fit.

use super::bytes;
use super::execution_seal::{chunks, compress, seal_chunks};
use super::numbers::Numbers;

/// The most bytes of a chunk, and one more.
const TOO_LONG: usize = (256 << 10) + 1;

/// Seals a payload whose stream or chunks are changed.
pub fn mutate(header: &[u8], payload: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let stream = match numbers.below(6) {
        0 | 1 => {
            let mut stream = compress(payload);
            bytes::mutate(&mut stream, numbers);
            stream
        }
        2 => framed_otherwise(payload, numbers),
        _ => compress(payload),
    };
    let mut chunks = chunks(header, &stream);
    if numbers.one_in(2) {
        rearrange(&mut chunks, numbers);
    }
    seal_chunks(&chunks)
}

/// Frames that a decoder of zstd reads, or skips, and a file must not have; or a bomb.
fn framed_otherwise(payload: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let compressed = compress(payload);
    let skipped = [&[0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0], &b"abc"[..]].concat();
    let cut = numbers.below(payload.len());
    match numbers.below(5) {
        0 => [&compressed[..], &compressed].concat(),
        1 => [compress(&payload[..cut]), compress(&payload[cut..])].concat(),
        2 => [&skipped[..], &compressed].concat(),
        3 => [&compressed[..], &skipped].concat(),
        _ => compress(&[payload, &vec![0; numbers.below(64 << 20)]].concat()),
    }
}

fn rearrange(chunks: &mut Vec<Vec<u8>>, numbers: &mut Numbers) {
    let at = numbers.below(chunks.len());
    match numbers.below(7) {
        0 => drop(chunks.remove(at)),
        1 => chunks.insert(at, chunks[at].clone()),
        2 => {
            let other = numbers.below(chunks.len());
            chunks.swap(at, other);
        }
        3 => chunks.insert(at, Vec::new()),
        4 => chunks[at].resize(TOO_LONG, 0),
        5 => chunks.push(b"after the end".to_vec()),
        _ => {
            let cut = numbers.below(chunks[at].len());
            let rest = chunks[at].split_off(cut);
            chunks.insert(at + 1, rest);
        }
    }
}

//! Nodes: the hash of two hashes.

use std::array;

use rayon::prelude::*;
use stwo::core::vcs::blake2_hash::Blake2sHash;
use stwo::core::vcs_lifted::merkle_hasher::MerkleHasherLifted;

use super::super::blake2s::{compress, Lanes, INITIAL, LANES};
use super::hashes;
use crate::verify::Hasher;

/// Two hashes.
const NODE_BYTES: u32 = 64;

/// The layer above: of half as many hashes.
pub(super) fn hash(layer: &[Blake2sHash]) -> Vec<Blake2sHash> {
    let mut above = vec![Blake2sHash::default(); layer.len() / 2];
    if above.len() < LANES {
        for (node, children) in above.iter_mut().zip(layer.chunks_exact(2)) {
            *node = Hasher::hash_children((children[0], children[1]));
        }
        return above;
    }
    above
        .par_chunks_exact_mut(LANES)
        .zip(layer.par_chunks_exact(2 * LANES))
        .for_each(|(nodes, children)| {
            let block = array::from_fn(|word| {
                let child = |lane: usize| &children[2 * lane + word / 8];
                Lanes::from_array(array::from_fn(|lane| word_of(child(lane), word % 8)))
            });
            nodes.copy_from_slice(&hashes(&compress(&INITIAL, &block, NODE_BYTES, true)));
        });
    above
}

fn word_of(Blake2sHash(bytes): &Blake2sHash, word: usize) -> u32 {
    u32::from_le_bytes(array::from_fn(|byte| bytes[4 * word + byte]))
}

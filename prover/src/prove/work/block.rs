//! Blake2s of one block that ends in a nonce, for many nonces at once.
//!
//! Of the block's 16 words a try changes two. What the others alone decide, seven of the first round's eight mixings, is
//! done once; of the last round only what the hash's first word takes part in.

use std::array;
use std::simd::cmp::SimdPartialEq;

use super::super::blake2s::{Lanes, State, DIAGONALS, INITIAL, SIGMA, ZERO};

/// A digest and a nonce.
const BLOCK_BYTES: u32 = 40;

/// What all tries after one digest share.
pub(super) struct Block {
    /// The block's words before the nonce.
    digest: [Lanes; 8],
    /// The first round's state before the one mixing that the nonce is in.
    state: State,
}

impl Block {
    pub fn new(digest: &[u32; 8]) -> Self {
        let digest = digest.map(Lanes::splat);
        // The only block is the last.
        let mut state = State::new(&INITIAL, BLOCK_BYTES, true);
        let words = words(&digest, ZERO, ZERO);
        state.mix_columns(&words, &SIGMA[0]);
        let [_, rest @ ..] = DIAGONALS;
        for places in rest {
            state.mix(places, ZERO, ZERO);
        }
        Self { digest, state }
    }

    /// Which of the nonces from `low`, one a lane, is the first whose hash ends in `bits` zeros.
    #[inline(always)]
    pub fn find(&self, low: u32, high: u32, bits: u32) -> Option<usize> {
        let each = Lanes::from_array(array::from_fn(|lane| low + lane as u32));
        let last_bits = Lanes::splat(((1u64 << bits) - 1) as u32);
        let hash = self.first_word_of_hash(each, Lanes::splat(high));
        (hash & last_bits).simd_eq(ZERO).first_set()
    }

    #[inline(always)]
    fn first_word_of_hash(&self, low: Lanes, high: Lanes) -> Lanes {
        let words = words(&self.digest, low, high);
        let mut state = self.state;
        state.mix(DIAGONALS[0], low, high);
        state.later_rounds(&words);
        INITIAL[0] ^ state.0[0] ^ state.0[8]
    }
}

/// The whole block: digest, nonce, zeros.
#[inline(always)]
fn words(digest: &[Lanes; 8], low: Lanes, high: Lanes) -> [Lanes; 16] {
    array::from_fn(|word| match word {
        0..=7 => digest[word],
        8 => low,
        9 => high,
        _ => ZERO,
    })
}

#[cfg(test)]
mod tests {
    use blake2::{Blake2s256, Digest};

    use super::*;

    #[test]
    fn each_lane_has_the_first_word_of_its_hash() {
        let digest: [u32; 8] = array::from_fn(|word| 0x9e37_79b9_u32.wrapping_mul(word as u32 + 1));
        let (low, high) = (0xfff_fff0, 7);
        let each = array::from_fn(|lane| low + lane as u32);
        let block = Block::new(&digest);
        let hashes = block.first_word_of_hash(Lanes::from_array(each), Lanes::splat(high));
        for (low, hash) in each.into_iter().zip(hashes.to_array()) {
            let words = digest.into_iter().chain([low, high]);
            let bytes: Vec<u8> = words.flat_map(u32::to_le_bytes).collect();
            assert_eq!(Blake2s256::digest(bytes)[..4], hash.to_le_bytes());
        }
    }
}

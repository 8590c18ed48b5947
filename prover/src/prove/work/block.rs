//! Blake2s of one block that ends in a nonce, for many nonces at once, as [RFC 7693](https://www.rfc-editor.org/rfc/rfc7693)
//! defines it: no key, 32 bytes of digest.
//!
//! Of the block's 16 words a try changes two. What the others alone decide, seven of the first round's eight mixings, is
//! done once; of the last round only what the hash's first word takes part in. And a register holds as many tries as it
//! has lanes: the library computes with 16 everywhere, which without AVX-512 does not fit the registers. Words are rotated by
//! whole bytes as a choice of bytes, one instruction where no instruction rotates words.

use std::array;
use std::simd::cmp::SimdPartialEq;
use std::simd::{Simd, Swizzle, ToBytes};

/// Tries at once: one vector register of words.
pub(super) const LANES: usize = if cfg!(target_feature = "avx512f") {
    16
} else if cfg!(target_feature = "avx2") {
    8
} else {
    4
};

type Lanes = Simd<u32, LANES>;

const ZERO: Lanes = Lanes::splat(0);

const IV: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];
/// 32 bytes of digest, no key, no tree.
const PARAMETERS: u32 = 0x0101_0020;
/// A digest and a nonce.
const BLOCK_BYTES: u32 = 40;

/// Which word of the block each half of each mixing adds.
const SIGMA: [[usize; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/// What all tries after one digest share.
pub(super) struct Block {
    /// The block's words before the nonce.
    digest: [Lanes; 8],
    /// The first round's state before the one mixing that the nonce is in.
    state: State,
}

#[derive(Clone, Copy)]
struct State([Lanes; 16]);

impl Block {
    pub fn new(digest: &[u32; 8]) -> Self {
        let digest = digest.map(Lanes::splat);
        let mut state = State::initial();
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
        // Written out: the compiler leaves out words that are zero, and all that the first word of the hash is not made of.
        state.round(&words, &SIGMA[1]);
        state.round(&words, &SIGMA[2]);
        state.round(&words, &SIGMA[3]);
        state.round(&words, &SIGMA[4]);
        state.round(&words, &SIGMA[5]);
        state.round(&words, &SIGMA[6]);
        state.round(&words, &SIGMA[7]);
        state.round(&words, &SIGMA[8]);
        state.round(&words, &SIGMA[9]);
        Lanes::splat(IV[0] ^ PARAMETERS) ^ state.0[0] ^ state.0[8]
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

const COLUMNS: [[usize; 4]; 4] = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15]];
const DIAGONALS: [[usize; 4]; 4] = [[0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]];

impl State {
    fn initial() -> Self {
        let mut state = [IV, IV].concat();
        state[0] ^= PARAMETERS;
        state[12] ^= BLOCK_BYTES;
        // The only block is the last.
        state[14] ^= u32::MAX;
        Self(array::from_fn(|word| Lanes::splat(state[word])))
    }

    #[inline(always)]
    fn round(&mut self, words: &[Lanes; 16], order: &[usize; 16]) {
        self.mix_columns(words, order);
        for (at, places) in DIAGONALS.into_iter().enumerate() {
            let at = 8 + 2 * at;
            self.mix(places, words[order[at]], words[order[at + 1]]);
        }
    }

    #[inline(always)]
    fn mix_columns(&mut self, words: &[Lanes; 16], order: &[usize; 16]) {
        for (at, places) in COLUMNS.into_iter().enumerate() {
            self.mix(places, words[order[2 * at]], words[order[2 * at + 1]]);
        }
    }

    #[inline(always)]
    fn mix(&mut self, places: [usize; 4], first: Lanes, second: Lanes) {
        self.mix_half::<16, 12>(places, first);
        self.mix_half::<8, 7>(places, second);
    }

    #[inline(always)]
    fn mix_half<const D: u32, const B: u32>(&mut self, [a, b, c, d]: [usize; 4], word: Lanes) {
        let Self(v) = self;
        v[a] += v[b] + word;
        v[d] = rotate_right::<D>(v[d] ^ v[a]);
        v[c] += v[d];
        v[b] = rotate_right::<B>(v[b] ^ v[c]);
    }
}

#[inline(always)]
fn rotate_right<const BITS: u32>(words: Lanes) -> Lanes {
    if BITS % u8::BITS == 0 {
        return Lanes::from_le_bytes(ByteRotation::<BITS>::swizzle(words.to_le_bytes()));
    }
    words >> Lanes::splat(BITS) | words << Lanes::splat(u32::BITS - BITS)
}

/// Which byte comes to each byte's place when the words that they are of are rotated right.
struct ByteRotation<const BITS: u32>;

impl<const BITS: u32, const BYTES: usize> Swizzle<BYTES> for ByteRotation<BITS> {
    const INDEX: [usize; BYTES] = {
        let mut index = [0; BYTES];
        let mut place = 0;
        while place < BYTES {
            let first_of_word = place / 4 * 4;
            index[place] = first_of_word + (place + (BITS / u8::BITS) as usize) % 4;
            place += 1;
        }
        index
    };
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

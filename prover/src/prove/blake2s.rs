//! Blake2s as [RFC 7693](https://www.rfc-editor.org/rfc/rfc7693) defines it, no key and 32 bytes of digest, for as many
//! messages at once as a register has lanes.
//!
//! The library computes with 16 lanes everywhere, which without AVX-512 does not fit the registers, and rotates words by
//! shifts. Here a rotation by whole bytes is a choice of bytes: one instruction where none rotates words.

use std::array;
use std::simd::{Simd, Swizzle, ToBytes};

/// Messages at once: one vector register of words.
pub(super) const LANES: usize = if cfg!(target_feature = "avx512f") {
    16
} else if cfg!(target_feature = "avx2") {
    8
} else {
    4
};

/// One word of each message.
pub(super) type Lanes = Simd<u32, LANES>;

pub(super) const ZERO: Lanes = Lanes::splat(0);

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

/// The hash before the first block.
pub(super) const INITIAL: [Lanes; 8] = [
    Lanes::splat(IV[0] ^ PARAMETERS),
    Lanes::splat(IV[1]),
    Lanes::splat(IV[2]),
    Lanes::splat(IV[3]),
    Lanes::splat(IV[4]),
    Lanes::splat(IV[5]),
    Lanes::splat(IV[6]),
    Lanes::splat(IV[7]),
];

/// Which word of the block each half of each mixing adds.
pub(super) const SIGMA: [[usize; 16]; 10] = [
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

/// The places in the state that a round mixes first, and those that it mixes then.
const COLUMNS: [[usize; 4]; 4] = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15]];
pub(super) const DIAGONALS: [[usize; 4]; 4] =
    [[0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]];

/// The hash after one more block.
///
/// # Arguments
/// `bytes`: how many of the message there were so far, this block's among them.
#[inline(always)]
pub(super) fn compress(
    hash: &[Lanes; 8],
    block: &[Lanes; 16],
    bytes: u32,
    is_last: bool,
) -> [Lanes; 8] {
    let mut state = State::new(hash, bytes, is_last);
    state.round(block, &SIGMA[0]);
    state.later_rounds(block);
    array::from_fn(|word| hash[word] ^ state.0[word] ^ state.0[word + 8])
}

/// What a block is mixed into.
#[derive(Clone, Copy)]
pub(super) struct State(pub [Lanes; 16]);

impl State {
    pub fn new(hash: &[Lanes; 8], bytes: u32, is_last: bool) -> Self {
        let mut rest = IV;
        rest[4] ^= bytes;
        if is_last {
            rest[6] ^= u32::MAX;
        }
        Self(array::from_fn(|word| match word {
            0..=7 => hash[word],
            _ => Lanes::splat(rest[word - 8]),
        }))
    }

    /// All rounds but the first. Written out: the compiler leaves out words that are zero, and all that nothing is made of
    /// afterwards.
    #[inline(always)]
    pub fn later_rounds(&mut self, block: &[Lanes; 16]) {
        self.round(block, &SIGMA[1]);
        self.round(block, &SIGMA[2]);
        self.round(block, &SIGMA[3]);
        self.round(block, &SIGMA[4]);
        self.round(block, &SIGMA[5]);
        self.round(block, &SIGMA[6]);
        self.round(block, &SIGMA[7]);
        self.round(block, &SIGMA[8]);
        self.round(block, &SIGMA[9]);
    }

    #[inline(always)]
    fn round(&mut self, block: &[Lanes; 16], order: &[usize; 16]) {
        self.mix_columns(block, order);
        for (at, places) in DIAGONALS.into_iter().enumerate() {
            let at = 8 + 2 * at;
            self.mix(places, block[order[at]], block[order[at + 1]]);
        }
    }

    #[inline(always)]
    pub fn mix_columns(&mut self, block: &[Lanes; 16], order: &[usize; 16]) {
        for (at, places) in COLUMNS.into_iter().enumerate() {
            self.mix(places, block[order[2 * at]], block[order[2 * at + 1]]);
        }
    }

    #[inline(always)]
    pub fn mix(&mut self, places: [usize; 4], first: Lanes, second: Lanes) {
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
    if BITS.is_multiple_of(u8::BITS) {
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
    fn each_lane_has_the_hash_of_its_message() {
        for length in [1, 15, 16, 17, 32, 40] {
            let word = |at: usize, lane: usize| {
                0x9e37_79b9_u32.wrapping_mul((at * LANES + lane + 1) as u32)
            };
            let mut hash = INITIAL;
            for first in (0..length).step_by(16) {
                let end = length.min(first + 16);
                let block = array::from_fn(|at| match first + at {
                    at if at < end => Lanes::from_array(array::from_fn(|lane| word(at, lane))),
                    _ => ZERO,
                });
                hash = compress(&hash, &block, 4 * end as u32, end == length);
            }
            for lane in 0..LANES {
                let message: Vec<u8> = (0..length)
                    .flat_map(|at| word(at, lane).to_le_bytes())
                    .collect();
                let found: Vec<u8> = hash
                    .iter()
                    .flat_map(|word| word[lane].to_le_bytes())
                    .collect();
                assert_eq!(
                    found,
                    Blake2s256::digest(message).as_slice(),
                    "{length} words"
                );
            }
        }
    }
}

//! The search for a proof of work: the smallest nonce whose hash, after the transcript's digest, ends in so many zeros.
//!
//! A proof takes 2^24 and 2^26 tries in the mean, which is a third of a small proof's whole time, so the tries are worth
//! more care than the library's own search gives them: see [`block`]. The nonce is the same.

mod block;

use std::sync::atomic::{AtomicU64, Ordering};

use stwo::core::channel::Blake2sChannel;
use stwo::core::vcs::blake2_hash::Blake2sHasher;

use super::blake2s::LANES;
use block::Block;

/// The low half of a nonce stays below this, as in the library's order of trying: only then the high half rises.
const LOW_BITS: u32 = 20;
/// A thread takes so many tries at once: few enough that none waits long for another at the end.
const PIECE_BITS: u32 = 14;

/// The smallest nonce, as the library's order has it, that the transcript takes for `bits` bits of work.
/// Tries with all threads of the pool.
pub fn search(channel: &Blake2sChannel, bits: u32) -> u64 {
    // The library's search is bound so too; the parameters ask for 26.
    assert!(bits <= 32, "more than 32 bits of work");
    let block = Block::new(&prefixed_digest(channel, bits));
    let (next, least) = (AtomicU64::new(0), AtomicU64::new(u64::MAX));
    rayon::broadcast(|_| loop {
        let piece = next.fetch_add(1, Ordering::Relaxed);
        if piece << PIECE_BITS >= least.load(Ordering::Relaxed) {
            break;
        }
        if let Some(found) = search_piece(&block, piece, bits) {
            least.fetch_min(found, Ordering::Relaxed);
            break;
        }
    });
    nonce(least.into_inner())
}

/// The first try of a piece that succeeds, counted from the very first try.
fn search_piece(block: &Block, piece: u64, bits: u32) -> Option<u64> {
    let tries = piece << PIECE_BITS..(piece + 1) << PIECE_BITS;
    tries.step_by(LANES).find_map(|first| {
        let nonce = nonce(first);
        let lane = block.find(nonce as u32, (nonce >> 32) as u32, bits)?;
        Some(first + lane as u64)
    })
}

/// The nonce of the n-th try.
fn nonce(tries: u64) -> u64 {
    let (high, low) = (tries >> LOW_BITS, tries & ((1 << LOW_BITS) - 1));
    high << 32 | low
}

/// How many times the mean number of tries for `bits` bits of work it took to find a nonce.
pub(super) fn luck(nonce: u64, bits: u32) -> f64 {
    let tries = (nonce >> 32 << LOW_BITS) + (nonce & u64::from(u32::MAX)) + 1;
    tries as f64 / (bits as f64).exp2()
}

/// What stands before the nonce in each try, by [`Blake2sChannel`]'s definition.
fn prefixed_digest(channel: &Blake2sChannel, bits: u32) -> [u32; 8] {
    let mut hasher = Blake2sHasher::default();
    hasher.update(&Blake2sChannel::POW_PREFIX.to_le_bytes());
    hasher.update(&[0; 12]);
    hasher.update(&channel.digest().0);
    hasher.update(&bits.to_le_bytes());
    let hash = hasher.finalize().0;
    std::array::from_fn(|word| {
        let bytes = std::array::from_fn(|byte| hash[4 * word + byte]);
        u32::from_le_bytes(bytes)
    })
}

#[cfg(test)]
mod tests {
    use stwo::core::channel::Channel;
    use stwo::core::proof_of_work::GrindOps;
    use stwo::prover::backend::simd::SimdBackend;

    use super::*;

    fn channel(seed: u64) -> Blake2sChannel {
        let mut channel = Blake2sChannel::default();
        channel.mix_u64(seed);
        channel
    }

    #[test]
    fn finds_the_nonce_that_the_library_finds() {
        for seed in 0..40 {
            for bits in [0, 1, 5, 11, 16] {
                let channel = channel(seed);
                let found = search(&channel, bits);
                assert_eq!(found, SimdBackend::grind(&channel, bits), "{seed}, {bits}");
                assert!(channel.verify_pow_nonce(bits, found));
            }
        }
    }

    #[test]
    fn goes_on_with_the_high_half_where_the_library_does() {
        let mut beyond = 0;
        for seed in 0..6 {
            let channel = channel(seed);
            let found = search(&channel, 21);
            assert_eq!(found, SimdBackend::grind(&channel, 21), "{seed}");
            let tries = luck(found, 21) * f64::from(1 << 21);
            assert_eq!(nonce(tries as u64 - 1), found);
            beyond += u32::from(found >= 1 << 32);
        }
        assert!(beyond > 0, "no search was long enough to tell");
    }

    #[test]
    fn finds_the_same_with_any_number_of_threads() {
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build();
        let many = rayon::ThreadPoolBuilder::new().num_threads(5).build();
        let (alone, many) = (alone.unwrap(), many.unwrap());
        for seed in 0..20 {
            let channel = channel(seed);
            let found = alone.install(|| search(&channel, 17));
            assert_eq!(found, many.install(|| search(&channel, 17)));
        }
    }
}

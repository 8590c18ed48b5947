//! The stock transcript, but for its proofs of work and its trees: what they cost is electricity, so the search and the hashing are ours.

use stwo::core::channel::{Blake2sChannel, Channel, MerkleChannel};
use stwo::core::fields::qm31::SecureField;
use stwo::core::proof_of_work::GrindOps;
use stwo::core::vcs::blake2_hash::Blake2sHash;
use stwo::core::vcs_lifted::blake2_merkle::Blake2sMerkleChannel;
use stwo::prover::backend::simd::SimdBackend;
use stwo::prover::backend::BackendForChannel;

use super::work;
use crate::verify::Hasher;

/// Makes the same proofs as the stock channel, byte for byte.
#[derive(Default)]
pub(super) struct ProvingChannel;

/// The stock transcript.
#[derive(Default, Clone, Debug)]
pub(super) struct Transcript(Blake2sChannel);

impl MerkleChannel for ProvingChannel {
    type C = Transcript;
    type H = Hasher;

    fn mix_root(channel: &mut Self::C, root: Blake2sHash) {
        Blake2sMerkleChannel::mix_root(&mut channel.0, root);
    }
}

impl BackendForChannel<ProvingChannel> for SimdBackend {}

impl GrindOps<Transcript> for SimdBackend {
    fn grind(channel: &Transcript, bits: u32) -> u64 {
        work::search(&channel.0, bits)
    }
}

impl Channel for Transcript {
    const BYTES_PER_HASH: usize = Blake2sChannel::BYTES_PER_HASH;

    fn verify_pow_nonce(&self, bits: u32, nonce: u64) -> bool {
        self.0.verify_pow_nonce(bits, nonce)
    }

    fn mix_u32s(&mut self, words: &[u32]) {
        self.0.mix_u32s(words);
    }

    fn mix_felts(&mut self, elements: &[SecureField]) {
        self.0.mix_felts(elements);
    }

    fn mix_u64(&mut self, value: u64) {
        self.0.mix_u64(value);
    }

    fn draw_secure_felt(&mut self) -> SecureField {
        self.0.draw_secure_felt()
    }

    fn draw_secure_felts(&mut self, count: usize) -> Vec<SecureField> {
        self.0.draw_secure_felts(count)
    }

    fn draw_u32s(&mut self) -> Vec<u32> {
        self.0.draw_u32s()
    }
}

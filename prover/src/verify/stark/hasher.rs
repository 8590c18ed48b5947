//! The hash of the Merkle trees, with the stock hash's result in less time.
//!
//! The stock hasher feeds Blake2s four bytes at a time; here a leaf's values go to it by the kilobyte, and a
//! node's two children at once.

use blake2::{Blake2s256, Digest};
use serde::{Deserialize, Serialize};
use stwo::core::channel::{Blake2sChannel, MerkleChannel};
use stwo::core::fields::m31::BaseField;
use stwo::core::vcs::blake2_hash::Blake2sHash;
use stwo::core::vcs_lifted::blake2_merkle::Blake2sMerkleChannel;
use stwo::core::vcs_lifted::merkle_hasher::MerkleHasherLifted;

/// How many values of a leaf are hashed at once.
const AT_ONCE: usize = 256;

/// The stock transcript over trees that are hashed here.
#[derive(Default)]
pub(super) struct Channel;

/// Hashes a leaf.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub struct Hasher {
    #[serde(skip)]
    state: Blake2s256,
}

impl MerkleChannel for Channel {
    type C = Blake2sChannel;
    type H = Hasher;

    fn mix_root(channel: &mut Self::C, root: Blake2sHash) {
        Blake2sMerkleChannel::mix_root(channel, root);
    }
}

impl MerkleHasherLifted for Hasher {
    type Hash = Blake2sHash;

    fn hash_children((left, right): (Blake2sHash, Blake2sHash)) -> Blake2sHash {
        let mut both = [0; 64];
        both[..32].copy_from_slice(&left.0);
        both[32..].copy_from_slice(&right.0);
        Blake2sHash(Blake2s256::digest(both).into())
    }

    fn update_leaf(&mut self, values: &[BaseField]) {
        let mut bytes = [0; 4 * AT_ONCE];
        for values in values.chunks(AT_ONCE) {
            for (bytes, value) in bytes.chunks_exact_mut(4).zip(values) {
                bytes.copy_from_slice(&value.0.to_le_bytes());
            }
            self.state.update(&bytes[..4 * values.len()]);
        }
    }

    fn finalize(self) -> Blake2sHash {
        Blake2sHash(self.state.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use stwo::core::vcs_lifted::blake2_merkle::Blake2sMerkleHasher;

    use super::*;

    fn leaf<H: MerkleHasherLifted>(parts: &[&[BaseField]]) -> H::Hash {
        let mut hasher = H::default();
        for part in parts {
            hasher.update_leaf(part);
        }
        hasher.finalize()
    }

    #[test]
    fn hashes_as_the_stock_hasher_does() {
        let values: Vec<_> = (0..3000u32)
            .map(|value| BaseField::from(value * 715_827))
            .collect();
        for length in [0, 1, 15, 16, 17, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 3000] {
            let (whole, half) = (&values[..length], length / 2);
            let parts = [&whole[..half], &whole[half..]];
            let stock = leaf::<Blake2sMerkleHasher>(&[whole]);
            assert_eq!(leaf::<Hasher>(&[whole]), stock, "{length}");
            assert_eq!(leaf::<Hasher>(&parts), stock, "{length} in two");
            let children = (stock, leaf::<Hasher>(&[&values[..5]]));
            let node = Blake2sMerkleHasher::hash_children(children);
            assert_eq!(Hasher::hash_children(children), node);
        }
    }
}

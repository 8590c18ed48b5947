//! The Merkle trees of a proof: the library's, hash by hash, in less of the processors' time.

mod leaves;
mod nodes;

use stwo::core::fields::m31::BaseField;
use stwo::core::vcs::blake2_hash::Blake2sHash;
use stwo::prover::backend::simd::column::BaseColumn;
use stwo::prover::backend::simd::SimdBackend;
use stwo::prover::vcs_lifted::ops::MerkleOpsLifted;

use super::blake2s::{Lanes, LANES};
use crate::verify::Hasher;

impl MerkleOpsLifted<Hasher> for SimdBackend {
    /// Takes the columns sorted by length.
    fn build_leaves(columns: &[&BaseColumn], lifting_log_size: u32) -> Vec<Blake2sHash> {
        let columns: Vec<&[BaseField]> = columns.iter().map(|column| column.as_slice()).collect();
        leaves::hash(&columns, 1 << lifting_log_size)
    }

    fn build_next_layer(layer: &Vec<Blake2sHash>) -> Vec<Blake2sHash> {
        nodes::hash(layer)
    }
}

/// Which value of a column is at a place when the column is stretched by a power of two: points of a circle come in pairs.
fn lifted(place: usize, log_ratio: u32) -> usize {
    place >> (log_ratio + 1) << 1 | place & 1
}

/// Takes the lanes' hashes apart.
fn hashes(words: &[Lanes; 8]) -> [Blake2sHash; LANES] {
    std::array::from_fn(|lane| {
        let mut hash = [0; 32];
        for (bytes, word) in hash.chunks_exact_mut(4).zip(words) {
            bytes.copy_from_slice(&word[lane].to_le_bytes());
        }
        Blake2sHash(hash)
    })
}

#[cfg(test)]
mod tests {
    use stwo::core::vcs_lifted::blake2_merkle::Blake2sMerkleHasher as Stock;

    use super::*;

    fn column(log_size: u32, seed: u32) -> BaseColumn {
        let value = |row: u32| (row ^ seed << 7).wrapping_mul(0x9e37_79b9) >> 1;
        (0..1 << log_size)
            .map(|row| BaseField::from(value(row)))
            .collect()
    }

    fn both(log_sizes: &[u32], lifting: u32) -> [Vec<Blake2sHash>; 2] {
        let columns: Vec<BaseColumn> = log_sizes
            .iter()
            .zip(1..)
            .map(|(log_size, seed)| column(*log_size, seed))
            .collect();
        let columns: Vec<&BaseColumn> = columns.iter().collect();
        [
            <SimdBackend as MerkleOpsLifted<Hasher>>::build_leaves(&columns, lifting),
            <SimdBackend as MerkleOpsLifted<Stock>>::build_leaves(&columns, lifting),
        ]
    }

    #[test]
    fn leaves_are_the_librarys() {
        let many: Vec<u32> = (4..=10).flat_map(|log_size| [log_size; 11]).collect();
        let cases: [(&[u32], u32); 11] = [
            (&[], 3),
            (&[1], 1),
            (&[1, 2, 3], 3),
            (&[4], 4),
            (&[4; 16], 4),
            (&[5; 17], 7),
            (&[5; 32], 5),
            (&[3; 40], 6),
            (&[4, 4, 5, 6, 7, 8, 9], 9),
            (&many, 10),
            (&many, 12),
        ];
        for (log_sizes, lifting) in cases {
            let [ours, stock] = both(log_sizes, lifting);
            // The library takes no notice of the stretching where there are no columns.
            assert_eq!(ours, stock, "{log_sizes:?} to {lifting}");
        }
    }

    #[test]
    fn nodes_are_the_librarys() {
        let [mut layer, _] = both(&[9, 9, 10], 10);
        while layer.len() > 1 {
            let ours = <SimdBackend as MerkleOpsLifted<Hasher>>::build_next_layer(&layer);
            assert_eq!(
                ours,
                <SimdBackend as MerkleOpsLifted<Stock>>::build_next_layer(&layer)
            );
            layer = ours;
        }
    }
}

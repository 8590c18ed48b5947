//! The commitment to an input group: what Cairo's `poseidon_hash_span` gives for its values.

use starknet_types_core::hash::{Poseidon, StarkHash};

use crate::felt::Felt;

/// `core::poseidon::poseidon_hash_span(values)`.
pub fn commit(values: &[Felt]) -> Felt {
    Poseidon::hash_array(values)
}

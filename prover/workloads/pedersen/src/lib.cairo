use core::pedersen::pedersen;
use core::poseidon::poseidon_hash_span;

/// A chain of Pedersen hashes.
/// Input: rounds, start.
#[executable]
fn main(input: Array<felt252>) -> (felt252, felt252) {
    let commitment = poseidon_hash_span(input.span());
    let mut left = *input.at(0);
    let mut hash = *input.at(1);
    while left != 0 {
        hash = pedersen(hash, left);
        left -= 1;
    }
    (commitment, hash)
}

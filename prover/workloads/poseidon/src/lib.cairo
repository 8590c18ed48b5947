use core::poseidon::{hades_permutation, poseidon_hash_span};

/// A chain of Poseidon permutations.
/// Input: rounds, start.
#[executable]
fn main(input: Array<felt252>) -> (felt252, felt252) {
    let commitment = poseidon_hash_span(input.span());
    let mut left = *input.at(0);
    let mut state = (*input.at(1), 0, 2);
    while left != 0 {
        let (first, second, third) = state;
        state = hades_permutation(first + left, second, third);
        left -= 1;
    }
    let (hash, _, _) = state;
    (commitment, hash)
}

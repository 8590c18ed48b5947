use core::poseidon::poseidon_hash_span;

/// A recurrence over the field: additions and multiplications of large numbers, no builtin in the loop.
/// Input: rounds, start.
#[executable]
fn main(input: Array<felt252>) -> (felt252, felt252) {
    let commitment = poseidon_hash_span(input.span());
    let mut left = *input.at(0);
    let mut value = *input.at(1);
    while left != 0 {
        value = value * value + left;
        left -= 1;
    }
    (commitment, value)
}

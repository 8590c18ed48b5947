use core::poseidon::poseidon_hash_span;
use core::qm31::{QM31Trait, qm31};

/// A recurrence over the extension field of the prover: an opcode of its own.
/// Input: rounds.
#[executable]
fn main(input: Array<felt252>) -> (felt252, bool) {
    let commitment = poseidon_hash_span(input.span());
    let mut left = *input.at(0);
    let mut value: qm31 = QM31Trait::new(1, 2, 3, 4);
    let step = QM31Trait::new(5, 6, 7, 2147483646);
    while left != 0 {
        value = value * step + step;
        left -= 1;
    }
    (commitment, value == step)
}

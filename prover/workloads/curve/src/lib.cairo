use core::ec::{EcPointTrait, EcStateTrait};
use core::poseidon::poseidon_hash_span;

/// Multiples of a point of the Stark curve: the ec_op builtin.
/// Input: rounds, scalar.
#[executable]
fn main(input: Array<felt252>) -> (felt252, felt252) {
    let commitment = poseidon_hash_span(input.span());
    let mut left = *input.at(0);
    let mut scalar = *input.at(1);
    let generator = EcPointTrait::new_from_x(1).unwrap().try_into().unwrap();
    while left != 0 {
        let mut state = EcStateTrait::init();
        state.add_mul(scalar, generator);
        scalar = state.finalize_nz().unwrap().x();
        left -= 1;
    }
    (commitment, scalar)
}

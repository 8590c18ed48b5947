use core::integer::u512_safe_div_rem_by_u256;
use core::num::traits::{Sqrt, WideMul};
use core::poseidon::poseidon_hash_span;

/// Products, quotients and roots of integers of 256 bits: range checks, many to a round.
/// Input: rounds, start.
#[executable]
fn main(input: Array<felt252>) -> (felt252, u256) {
    let commitment = poseidon_hash_span(input.span());
    let mut left = *input.at(0);
    let mut value: u256 = (*input.at(1)).into();
    let modulus: NonZero<u256> = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551;
    while left != 0 {
        let (_, rest) = u512_safe_div_rem_by_u256(value.wide_mul(value), modulus);
        let root: u128 = rest.sqrt();
        value = rest / 3 + root.into() + left.into();
        left -= 1;
    }
    (commitment, value)
}

use core::dict::Felt252Dict;
use core::pedersen::pedersen;
use core::poseidon::poseidon_hash_span;

/// Uses every kind of table that the small tier has: range checks, bitwise, Pedersen,
/// Poseidon, the segment arena of a dictionary.
#[executable]
fn main(input: Array<felt252>) -> (felt252, felt252, u128, felt252) {
    let commitment = poseidon_hash_span(input.span());
    let mut hash = 0;
    let mut bits: u128 = 0;
    let mut seen: Felt252Dict<felt252> = Default::default();
    for value in input.span() {
        hash = pedersen(hash, *value);
        let low: u128 = (*value).try_into().unwrap();
        bits = (bits ^ low) | (low & 0xff);
        seen.insert(*value, seen.get(*value) + 1);
    }
    (commitment, hash, bits, seen.get(7))
}

use core::poseidon::poseidon_hash_span;

/// Fills an array and reads it here and there: memory, bounds checks, divisions of short integers.
/// (The mask brings in the bitwise builtin: without it the stock CLI panics.)
/// Input: length, start.
#[executable]
fn main(input: Array<felt252>) -> (felt252, u64) {
    let commitment = poseidon_hash_span(input.span());
    let length: u32 = (*input.at(0)).try_into().unwrap();
    let mut value: u64 = (*input.at(1)).try_into().unwrap();
    let mut values: Array<u64> = array![];
    for _ in 0..length {
        value = (value * 48271) % 2147483647;
        values.append(value);
    }
    let mut sum = 0;
    let mut place: u32 = 0;
    for _ in 0..length {
        value = *values.at(place);
        sum += value;
        place = (value % length.into()).try_into().unwrap();
    }
    (commitment, sum & 0xffffffffffff)
}

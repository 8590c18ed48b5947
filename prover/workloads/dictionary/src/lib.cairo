use core::dict::Felt252Dict;
use core::poseidon::poseidon_hash_span;

/// Counts pseudo-random keys in a dictionary: the segment arena, and the sorting of all accesses at the end.
/// Input: rounds, keys.
#[executable]
fn main(input: Array<felt252>) -> (felt252, u64, u64) {
    let commitment = poseidon_hash_span(input.span());
    let rounds: u32 = (*input.at(0)).try_into().unwrap();
    let keys: u64 = (*input.at(1)).try_into().unwrap();
    let mut counts: Felt252Dict<u64> = Default::default();
    let mut value: u64 = 1;
    let mut most = 0;
    for _ in 0..rounds {
        value = (value * 48271) % 2147483647;
        let key: felt252 = (value % keys).into();
        let count = counts.get(key) + 1;
        counts.insert(key, count);
        if count > most {
            most = count;
        }
    }
    (commitment, value, most)
}

use core::poseidon::poseidon_hash_span;

/// Mixes bits: the bitwise builtin, thrice a round.
/// Input: rounds, start.
#[executable]
fn main(input: Array<felt252>) -> (felt252, u128) {
    let commitment = poseidon_hash_span(input.span());
    let mut left = *input.at(0);
    let mut bits: u128 = (*input.at(1)).try_into().unwrap();
    while left != 0 {
        let mask: u128 = left.try_into().unwrap();
        bits = ((bits ^ mask) & 0x5555aaaa5555aaaa5555aaaa5555aaaa) | (bits / 3);
        left -= 1;
    }
    (commitment, bits)
}

//! A template: adds the values of an input group up. Put your own computation in place of `compute`.

use core::poseidon::poseidon_hash_span;

/// What is proven of one input group. Keep the commitment in front; name what follows in Scarb.toml, under `outputs`.
#[derive(Drop, Serde)]
struct Report {
    /// The Poseidon hash of the whole input: binds the proof to this input and no other.
    commitment: felt252,
    /// How many values there were.
    count: u32,
    /// Their sum.
    sum: felt252,
}

/// The input group's values, in the order of its file.
#[executable]
fn main(input: Array<felt252>) -> Report {
    let values = input.span();
    let (count, sum) = compute(values);

    Report { commitment: poseidon_hash_span(values), count, sum }
}

/// A run that panics cannot be proven: check what you are given, and say what was wrong with it.
fn compute(values: Span<felt252>) -> (u32, felt252) {
    assert!(values.len() > 0, "expected one value or more");
    let mut sum = 0;
    for value in values {
        sum += *value;
    }

    (values.len(), sum)
}

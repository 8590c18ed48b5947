//! A template: adds the values of an input group up. Put your own computation in place of `compute`.

use core::poseidon::poseidon_hash_span;

/// What is proven of one input group. Keep the commitment in front; name what follows in Scarb.toml, under `outputs`.
#[derive(Drop, Serde)]
struct Report {
    /// The Poseidon hash of the whole input: binds the proof to this input and no other.
    commitment: felt252,
    // CHANGE: what you report, in the order of `outputs` in Scarb.toml. Here: how many values there were.
    count: u32,
    // CHANGE: here, their sum.
    sum: felt252,
}

/// The input group's values, in the order of its file.
#[executable]
fn main(input: Array<felt252>) -> Report {
    let values = input.span();
    // CHANGE: the names of what your computation answers.
    let (count, sum) = compute(values);

    // CHANGE: the fields of your report; the commitment stays as it is.
    Report { commitment: poseidon_hash_span(values), count, sum }
}

// CHANGE: what it answers, in place of (u32, felt252).
fn compute(values: Span<felt252>) -> (u32, felt252) {
    // CHANGE: what you expect of an input. A run that panics cannot be proven: say what was wrong with it.
    assert!(values.len() > 0, "expected one value or more");
    // CHANGE: from here on, your computation.
    let mut sum = 0;
    for value in values {
        sum += *value;
    }

    (values.len(), sum)
}

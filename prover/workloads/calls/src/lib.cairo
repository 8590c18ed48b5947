use core::poseidon::poseidon_hash_span;

/// Fibonacci numbers by plain recursion: calls, returns, jumps and small numbers.
/// Input: index.
#[executable]
fn main(input: Array<felt252>) -> (felt252, felt252) {
    let commitment = poseidon_hash_span(input.span());
    (commitment, fibonacci(*input.at(0)))
}

fn fibonacci(index: felt252) -> felt252 {
    if index == 0 {
        return 0;
    }
    if index == 1 {
        return 1;
    }
    fibonacci(index - 1) + fibonacci(index - 2)
}

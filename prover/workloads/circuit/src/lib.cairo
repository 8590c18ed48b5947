use core::circuit::{
    AddInputResultTrait, CircuitElement, CircuitInput, CircuitInputs, CircuitModulus,
    CircuitOutputsTrait, EvalCircuitTrait, circuit_add, circuit_inverse, circuit_mul, circuit_sub,
    u384,
};
use core::poseidon::poseidon_hash_span;

/// A circuit over a prime of 384 bits: the modular builtins and the range check of 96 bits.
/// Input: rounds, start.
#[executable]
fn main(input: Array<felt252>) -> (felt252, u384) {
    let commitment = poseidon_hash_span(input.span());
    let mut left = *input.at(0);
    let start: u128 = (*input.at(1)).try_into().unwrap();
    let mut value: u384 = start.into();
    while left != 0 {
        value = step(value);
        left -= 1;
    }
    (commitment, value)
}

fn step(value: u384) -> u384 {
    let a = CircuitElement::<CircuitInput<0>> {};
    let b = CircuitElement::<CircuitInput<1>> {};
    let product = circuit_mul(circuit_add(a, b), circuit_sub(a, b));
    let quotient = circuit_mul(product, circuit_inverse(b));
    let modulus = TryInto::<
        _, CircuitModulus,
    >::try_into(
        [0xb153ffffb9feffffffffaaab, 0x6730d2a0f6b0f6241eabfffe, 0x434bacd764774b84f38512bf, 0x1a0111ea397fe69a4b1ba7b6],
    )
        .unwrap();
    let outputs = (quotient,).new_inputs().next(value).next([999, 0, 1, 0]).done().eval(modulus).unwrap();
    outputs.get_output(quotient)
}

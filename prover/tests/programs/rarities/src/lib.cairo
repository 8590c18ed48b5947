use core::blake::{blake2s_compress, blake2s_finalize};
use core::circuit::{
    AddInputResultTrait, CircuitElement, CircuitInput, CircuitInputs, CircuitModulus,
    CircuitOutputsTrait, EvalCircuitTrait, circuit_add, circuit_inverse, circuit_mul, circuit_sub,
    u384,
};
use core::ec::{EcPointTrait, EcStateTrait};
use core::pedersen::pedersen;
use core::qm31::QM31Trait;

/// Uses what few programs use: elliptic curves (and Pedersen hashes beside), modular circuits, Blake2s, QM31, wide integers.
#[executable]
fn main(input: Array<felt252>) -> (felt252, u384, u32, u128, bool) {
    let scalar = *input.at(0);
    (curve(scalar), circuit(), blake(), wide(scalar), extension())
}

fn curve(scalar: felt252) -> felt252 {
    let generator = EcPointTrait::new_from_x(1).unwrap().try_into().unwrap();
    let mut state = EcStateTrait::init();
    state.add_mul(scalar, generator);
    state.add(generator);
    let point = state.finalize_nz().unwrap();
    pedersen(point.x(), scalar)
}

fn circuit() -> u384 {
    let a = CircuitElement::<CircuitInput<0>> {};
    let b = CircuitElement::<CircuitInput<1>> {};
    let product = circuit_mul(circuit_add(a, b), circuit_sub(a, b));
    let quotient = circuit_mul(product, circuit_inverse(b));
    let modulus = TryInto::<_, CircuitModulus>::try_into([1000003, 0, 0, 0]).unwrap();
    let outputs = (quotient,)
        .new_inputs()
        .next([12345, 6, 7, 8])
        .next([999, 0, 1, 0])
        .done()
        .eval(modulus)
        .unwrap();
    outputs.get_output(quotient)
}

fn blake() -> u32 {
    let state = BoxTrait::new([0x6B08E647_u32, 0xBB67AE85, 3, 4, 5, 6, 7, 8]);
    let message = BoxTrait::new([1_u32, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0xffffffff]);
    let middle = blake2s_compress(state, 64, message);
    let [first, _, _, _, _, _, _, _] = blake2s_finalize(middle, 128, message).unbox();
    first
}

fn wide(scalar: felt252) -> u128 {
    let number: u256 = scalar.into() * 0x1234567890abcdef + 0xffffffffffffffffffffffffffffffff;
    let root: u128 = core::num::traits::Sqrt::sqrt(number);
    let rest = number % 1000000007;
    root / 3 + rest.low
}

fn extension() -> bool {
    let a = QM31Trait::new(1, 2, 3, 4);
    let b = QM31Trait::new(5, 6, 7, 2147483646);
    a * b + a == a * (b + QM31Trait::new(1, 0, 0, 0))
}

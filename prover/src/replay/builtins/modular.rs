//! One instance of `mul_mod`, `a * b = c` modulo `p`, or of `add_mod`, `a + b = c`, in four words of 96 bits each.

use num_bigint::BigUint;

use crate::replay::memory::Cells;

const WORDS: i64 = 4;
const WORD_BITS: u32 = 96;

struct Instance {
    modulus: BigUint,
    a: BigUint,
    b: BigUint,
    c: BigUint,
}

/// Checks the instance of `mul_mod` at an address.
pub(super) fn check_product(cells: &Cells<'_>, at: i64) -> Result<(), String> {
    let Instance { modulus, a, b, c } = Instance::read(cells, at)?;
    let product = a * b;
    let zero = BigUint::default();
    if modulus == zero || product < c {
        return Err("a modular product does not hold".into());
    }
    let difference = product - c;
    let holds = &difference % &modulus == zero
        && (difference / modulus).bits() <= u64::from(WORD_BITS) * WORDS as u64;
    holds
        .then_some(())
        .ok_or_else(|| "a modular product does not hold".into())
}

/// Checks the instance of `add_mod` at an address: the modulus is taken off once, or not at all.
pub(super) fn check_sum(cells: &Cells<'_>, at: i64) -> Result<(), String> {
    let Instance { modulus, a, b, c } = Instance::read(cells, at)?;
    let sum = a + b;
    (sum == c || sum == c + modulus)
        .then_some(())
        .ok_or_else(|| "a modular sum does not hold".into())
}

impl Instance {
    fn read(cells: &Cells<'_>, at: i64) -> Result<Self, String> {
        let values = cells.pointer(at + WORDS)?;
        let offsets = cells.pointer(at + WORDS + 1)?;
        let operand = |index: i64| number(cells, values + cells.pointer(offsets + index)?);
        Ok(Self {
            modulus: number(cells, at)?,
            a: operand(0)?,
            b: operand(1)?,
            c: operand(2)?,
        })
    }
}

fn number(cells: &Cells<'_>, start: i64) -> Result<BigUint, String> {
    let mut number = BigUint::default();
    for index in (0..WORDS).rev() {
        let word = cells.small(start + index)?;
        if word >> WORD_BITS != 0 {
            return Err("a word of a modular number has more than 96 bits".into());
        }
        number = (number << WORD_BITS) + word;
    }
    Ok(number)
}

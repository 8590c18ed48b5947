//! One instance of `mul_mod`: `a * b = c` modulo `p`, in four words of 96 bits each.

use num_bigint::BigUint;

use crate::replay::memory::Cells;

const WORDS: i64 = 4;
const WORD_BITS: u32 = 96;

/// Checks the instance at an address.
pub(super) fn check(cells: &Cells<'_>, at: i64) -> Result<(), String> {
    let number = |start: i64| -> Result<BigUint, String> {
        let mut number = BigUint::default();
        for index in (0..WORDS).rev() {
            let word = cells.small(start + index)?;
            if word >> WORD_BITS != 0 {
                return Err("a word of a modular number has more than 96 bits".into());
            }
            number = (number << WORD_BITS) + word;
        }
        Ok(number)
    };
    let modulus = number(at)?;
    let values = cells.pointer(at + WORDS)?;
    let offsets = cells.pointer(at + WORDS + 1)?;
    let operand = |index: i64| number(values + cells.pointer(offsets + index)?);
    let (a, b, c) = (operand(0)?, operand(1)?, operand(2)?);
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

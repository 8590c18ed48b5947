//! Arithmetic on cells' values: quick where they are small, in the field where they are not.

use super::memory::{to_u128, Words};
use crate::felt::{from_words, to_words, Felt};

/// Below this bound sums of two do not overflow, nor, below its root, do products.
const SUM_BOUND: u128 = 1 << 127;
const FACTOR_BOUND: u128 = 1 << 64;
/// Relative jumps and moves of `ap` are shorter than the address space.
const MAX_DISTANCE: u32 = 1 << 30;

pub(super) fn add(left: &Words, right: &Words) -> Words {
    match (to_u128(left), to_u128(right)) {
        (Some(left), Some(right)) if left < SUM_BOUND && right < SUM_BOUND => {
            from_u128(left + right)
        }
        _ => to_words(&(felt(left) + felt(right))),
    }
}

pub(super) fn multiply(left: &Words, right: &Words) -> Words {
    match (to_u128(left), to_u128(right)) {
        (Some(left), Some(right)) if left < FACTOR_BOUND && right < FACTOR_BOUND => {
            from_u128(left * right)
        }
        _ => to_words(&(felt(left) * felt(right))),
    }
}

/// A number as a distance, which may be negative.
pub(super) fn distance(words: &Words) -> Option<i64> {
    let short = |words: &Words| {
        let is_short = words[1..] == [0; 7] && words[0] < MAX_DISTANCE;
        is_short.then_some(i64::from(words[0]))
    };
    short(words).or_else(|| short(&to_words(&-felt(words))).map(|distance| -distance))
}

fn from_u128(value: u128) -> Words {
    let word = |index: u32| (value >> (32 * index)) as u32;
    [word(0), word(1), word(2), word(3), 0, 0, 0, 0]
}

/// The memory's values were checked to be of the field.
fn felt(words: &Words) -> Felt {
    from_words(words).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_and_slow_agree_with_the_field() {
        let numbers = [
            0u128,
            1,
            7,
            u128::from(u32::MAX),
            FACTOR_BOUND - 1,
            FACTOR_BOUND,
            SUM_BOUND - 1,
            u128::MAX,
        ];
        let felts: Vec<Felt> = numbers
            .iter()
            .map(|number| Felt::from(*number))
            .flat_map(|felt| [felt, -felt])
            .collect();
        for left in &felts {
            for right in &felts {
                let (a, b) = (to_words(left), to_words(right));
                assert_eq!(add(&a, &b), to_words(&(left + right)));
                assert_eq!(multiply(&a, &b), to_words(&(left * right)));
            }
        }
    }

    #[test]
    fn distances_are_signed_and_bounded() {
        let of = |number: i64| distance(&to_words(&Felt::from(number)));
        assert_eq!((of(5), of(-5), of(0)), (Some(5), Some(-5), Some(0)));
        assert_eq!((of(1 << 30), of(-(1 << 30))), (None, None));
    }
}

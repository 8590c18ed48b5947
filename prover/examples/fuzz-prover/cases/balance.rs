//! Two changes that make up for each other: the verifier adds up what the tables claim, so that one more here and one
//! less there is noticed by nothing that looks at the sum alone.

use super::fields::Encoded;
use super::numbers::Numbers;
use super::shape::{Kind, Part};

const PRIME: u32 = (1 << 31) - 1;

/// Adds to one element of the claimed sums, or of the values sampled, what it takes from another.
pub fn balance(value: &Encoded, numbers: &mut Numbers) -> Vec<u8> {
    let name = *numbers.pick(&[
        "claimed_sum",
        "sampled_values",
        "queried_values",
        "fri_witness",
    ]);
    let classes = value.shape.classes(Kind::Number).iter();
    let elements = classes.filter(|class| class.name.contains(name));
    // The coordinate of an element is the end of its name: sums go by coordinates.
    let coordinate = *numbers.pick(&[".0.0", ".0.1", ".1.0", ".1.1", ""]);
    let elements: Vec<&Part> = elements
        .filter(|class| class.name.ends_with(coordinate))
        .flat_map(|class| &class.parts)
        .filter(|part| part.span.len() == 4)
        .collect();
    let mut bytes = value.bytes.clone();
    if elements.is_empty() {
        return bytes;
    }
    let amount = numbers.any() as u32 % PRIME;
    let (more, less) = (*numbers.pick(&elements), *numbers.pick(&elements));
    add(&mut bytes, more, amount);
    add(&mut bytes, less, PRIME - amount);
    bytes
}

fn add(bytes: &mut [u8], part: &Part, amount: u32) {
    let place = &mut bytes[part.span.clone()];
    let before = u32::from_le_bytes(std::array::from_fn(|index| place[index]));
    let after = (u64::from(before) + u64::from(amount)) % u64::from(PRIME);
    place.copy_from_slice(&(after as u32).to_le_bytes());
}

//! Changes of the fields of an encoded value: one part is altered, removed, repeated, or taken from another value.

use super::numbers::Numbers;
use super::shape::{Class, Kind, Part, Shape};

/// An encoded value and where its parts lie.
pub struct Encoded {
    pub bytes: Vec<u8>,
    pub shape: Shape,
}

/// The prime of the small field: two spellings of one element differ by it.
const PRIME: u64 = (1 << 31) - 1;
const LENGTH_BYTES: usize = 8;

/// Changes one field. `donor` is another value of the same type, or the same.
///
/// The class of fields is chosen first, so that a field of which there is one is changed as often as one of which there
/// are a hundred thousand.
pub fn mutate(value: &Encoded, donor: &Encoded, numbers: &mut Numbers) -> Vec<u8> {
    let kind = match numbers.below(10) {
        0..5 => Kind::Number,
        5 | 6 => Kind::List,
        7 => Kind::Optional,
        _ => Kind::Section,
    };
    let classes = value.shape.classes(kind);
    if classes.is_empty() {
        return value.bytes.clone();
    }
    let class = numbers.pick(classes);
    let part = numbers.pick(&class.parts);
    let mut bytes = value.bytes.clone();
    match kind {
        Kind::Number => number(&mut bytes, class, part, numbers),
        Kind::List => list(&mut bytes, class, part, (value, donor), numbers),
        Kind::Optional => optional(&mut bytes, class, part, donor, numbers),
        Kind::Section => transplant(&mut bytes, class, part, donor, kind, numbers),
    }
    bytes
}

/// Changes fields whose names start with one of the given.
pub fn mutate_named(value: &Encoded, names: &[&str], numbers: &mut Numbers) -> Vec<u8> {
    let name = *numbers.pick(names);
    let classes = value.shape.classes(Kind::Number).iter();
    let classes: Vec<_> = classes
        .filter(|class| class.name.starts_with(name))
        .collect();
    let mut bytes = value.bytes.clone();
    if !classes.is_empty() {
        let class = *numbers.pick(&classes);
        let part = numbers.pick(&class.parts);
        number(&mut bytes, class, part, numbers);
    }
    bytes
}

fn number(bytes: &mut [u8], class: &Class, part: &Part, numbers: &mut Numbers) {
    let span = part.span.clone();
    if numbers.one_in(8) {
        let other = numbers.pick(&class.parts).span.clone();
        if other.len() == span.len() {
            bytes.copy_within(other, span.start);
        }
        return;
    }
    let place = &mut bytes[span];
    let mut wide = [0u8; 16];
    wide[..place.len()].copy_from_slice(place);
    let before = u128::from_le_bytes(wide);
    let bits = 8 * place.len();
    let after = match numbers.below(9) {
        0 | 1 => before ^ (1 << numbers.below(bits)),
        2 => before.wrapping_add(1),
        3 => before.wrapping_sub(1),
        4 => before.wrapping_add(PRIME.into()),
        5 => 1 << numbers.below(bits),
        6 => u128::MAX,
        7 => numbers.below(130) as u128,
        _ => numbers.any().into(),
    };
    place.copy_from_slice(&after.to_le_bytes()[..place.len()]);
}

fn list(
    bytes: &mut Vec<u8>,
    class: &Class,
    part: &Part,
    (value, donor): (&Encoded, &Encoded),
    numbers: &mut Numbers,
) {
    if numbers.one_in(6) {
        return transplant(bytes, class, part, donor, Kind::List, numbers);
    }
    let element = |index: usize| value.bytes[part.elements[index].clone()].to_vec();
    let mut elements: Vec<Vec<u8>> = (0..part.elements.len()).map(element).collect();
    let at = numbers.below(elements.len());
    match numbers.below(7) {
        0 if !elements.is_empty() => drop(elements.remove(at)),
        1 if !elements.is_empty() => elements.insert(at, elements[at].clone()),
        2 if !elements.is_empty() => {
            let other = numbers.below(elements.len());
            elements.swap(at, other);
        }
        3 => elements.clear(),
        4 => drop(elements.pop()),
        5 => {
            let others = numbers.pick(&class.parts);
            if !others.elements.is_empty() {
                let other = numbers.pick(&others.elements).clone();
                elements.push(value.bytes[other].to_vec());
            }
        }
        _ => {
            // The length alone: what follows is read as something else.
            let length = &mut bytes[part.span.start..part.span.start + LENGTH_BYTES];
            length[numbers.below(LENGTH_BYTES)] ^= 1 << numbers.below(8);
            return;
        }
    }
    let length = (elements.len() as u64).to_le_bytes();
    let list = [&length[..], &elements.concat()].concat();
    bytes.splice(part.span.clone(), list);
}

fn optional(
    bytes: &mut Vec<u8>,
    class: &Class,
    part: &Part,
    donor: &Encoded,
    numbers: &mut Numbers,
) {
    match numbers.below(4) {
        0 => bytes[part.span.start] = numbers.byte(),
        1 if part.span.len() > 1 => drop(bytes.splice(part.span.clone(), [0])),
        2 if part.span.len() > 1 => bytes[part.span.start + 1..part.span.end].fill(0),
        2 => {
            // There, with nothing but zeros in it.
            let theirs = donor.shape.named(Kind::Optional, &class.name).iter();
            let width = theirs.map(|part| part.span.len()).max().unwrap_or(1);
            let zeros = [vec![1], vec![0; width.max(5) - 1]].concat();
            bytes.splice(part.span.clone(), zeros);
        }
        _ => transplant(bytes, class, part, donor, Kind::Optional, numbers),
    }
}

/// Puts in what stands under the same name in another value.
fn transplant(
    bytes: &mut Vec<u8>,
    class: &Class,
    part: &Part,
    donor: &Encoded,
    kind: Kind,
    numbers: &mut Numbers,
) {
    let theirs = donor.shape.named(kind, &class.name);
    if !theirs.is_empty() {
        let theirs = numbers.pick(theirs).span.clone();
        bytes.splice(part.span.clone(), donor.bytes[theirs].iter().copied());
    }
}

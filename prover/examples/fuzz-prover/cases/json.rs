//! Changes of JSON by its structure: other types, huge numbers, deep nests, missing, repeated and exchanged parts.

use serde_json::{json, Value};

use super::numbers::Numbers;

/// Deeper than the parsers go.
const DEEP: usize = 100_000;

/// Changes one part of a document and writes it; one in so many is changed as text besides.
pub fn mutate(document: &Value, numbers: &mut Numbers) -> Vec<u8> {
    let mut changed = document.clone();
    let exchanged = part(document, numbers).clone();
    let place = part_mut(&mut changed, numbers);
    match (numbers.below(6), place) {
        (0, Value::Array(elements)) if !elements.is_empty() => rearrange(elements, numbers),
        (0 | 1, Value::Object(members)) if !members.is_empty() => {
            let names: Vec<String> = members.keys().cloned().collect();
            let member = members.remove(numbers.pick(&names)).unwrap_or_default();
            if numbers.one_in(2) {
                members.insert(numbers.pick(&names).clone(), member);
            }
        }
        (1, place) => *place = exchanged,
        (2 | 3, Value::Number(number)) => *number = another(number, numbers),
        (2 | 3, Value::String(text)) => *text = spelled_otherwise(text, numbers),
        (_, place) => *place = foreign(numbers),
    }
    let text = changed.to_string();
    if numbers.one_in(12) {
        return as_text(text, numbers);
    }
    text.into_bytes()
}

/// Walks down at random; stops at a leaf, or sooner.
fn part<'a>(mut place: &'a Value, numbers: &mut Numbers) -> &'a Value {
    loop {
        let below = match place {
            Value::Array(elements) if !elements.is_empty() => numbers.pick(elements),
            Value::Object(members) if !members.is_empty() => {
                let member = members.values().nth(numbers.below(members.len()));
                member.unwrap_or(place)
            }
            _ => return place,
        };
        if numbers.one_in(12) {
            return place;
        }
        place = below;
    }
}

fn part_mut<'a>(place: &'a mut Value, numbers: &mut Numbers) -> &'a mut Value {
    if numbers.one_in(12) {
        return place;
    }
    let length = match place {
        Value::Array(elements) => elements.len(),
        Value::Object(members) => members.len(),
        _ => 0,
    };
    if length == 0 {
        return place;
    }
    let index = numbers.below(length);
    match place {
        Value::Array(elements) => part_mut(&mut elements[index], numbers),
        Value::Object(members) => match members.values_mut().nth(index) {
            Some(member) => part_mut(member, numbers),
            None => unreachable!("the index is below the number of members"),
        },
        _ => place,
    }
}

fn rearrange(elements: &mut Vec<Value>, numbers: &mut Numbers) {
    let at = numbers.below(elements.len());
    match numbers.below(4) {
        0 => drop(elements.remove(at)),
        1 => elements.insert(at, elements[at].clone()),
        2 => elements.truncate(at),
        _ => {
            let other = numbers.below(elements.len());
            elements.swap(at, other);
        }
    }
}

fn another(number: &serde_json::Number, numbers: &mut Numbers) -> serde_json::Number {
    let before = number.as_i64().unwrap_or(0);
    match numbers.below(6) {
        0 => before.wrapping_add(1).into(),
        1 => before.wrapping_sub(1).into(),
        2 => before.wrapping_neg().into(),
        3 => u64::MAX.into(),
        4 => (1u64 << numbers.below(64)).into(),
        _ => (numbers.below(1 << 16) as u64).into(),
    }
}

fn spelled_otherwise(text: &str, numbers: &mut Numbers) -> String {
    match numbers.below(7) {
        0 => format!("0x{}", "f".repeat(1 + numbers.below(1 << 12))),
        1 => format!("-{text}"),
        2 => text.chars().skip(1).collect(),
        3 => text.chars().rev().collect(),
        4 => format!("0x{:x}", numbers.any()),
        5 => numbers
            .pick(&[
                "output",
                "ecdsa",
                "keccak",
                "range_check",
                "segment_arena",
                "poseidon",
            ])
            .to_string(),
        _ => format!("{text}\u{0}\u{202e}"),
    }
}

fn foreign(numbers: &mut Numbers) -> Value {
    let huge: Value = serde_json::from_str("1e308").unwrap_or_default();
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0.5),
        json!(u64::MAX),
        huge,
        json!(""),
        json!([]),
        json!({}),
        json!([[], [[]]]),
        json!({ "Deref": { "register": "AP", "offset": i16::MIN } }),
        json!("0x800000000000011000000000000000000000000000000000000000000000001"),
    ];
    numbers.pick(&values).clone()
}

/// What a document cannot say, only its text: a name twice, a nest, digits without end, an end that is missing.
fn as_text(text: String, numbers: &mut Numbers) -> Vec<u8> {
    let places: Vec<usize> = text.match_indices("\":").map(|(at, _)| at + 2).collect();
    if places.is_empty() {
        return text.into_bytes();
    }
    let at = *numbers.pick(&places);
    let added = match numbers.below(4) {
        0 => "[".repeat(1 + numbers.below(DEEP)),
        1 => "{\"a\":".repeat(1 + numbers.below(DEEP)),
        2 => "9".repeat(1 + numbers.below(DEEP)),
        _ => {
            let name = &text[..at];
            let start = name[..at - 2].rfind('"').unwrap_or(0);
            format!("null,{}", &text[start..at])
        }
    };
    [&text[..at], &added, &text[at..]].concat().into_bytes()
}

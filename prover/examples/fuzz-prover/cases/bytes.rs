//! Changes of bytes, whatever they mean.

use super::numbers::Numbers;

/// The most bytes that one change moves or removes.
const REACH: usize = 64;

/// Changes bytes at one place: flips, overwrites, cuts, removes, repeats, moves, inserts.
pub fn mutate(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    let at = numbers.below(bytes.len());
    if bytes.is_empty() {
        bytes.push(numbers.byte());
        return;
    }
    let length = 1 + numbers.below(REACH).min(bytes.len() - at - 1);
    match numbers.below(7) {
        0 => bytes[at] ^= 1 << numbers.below(8),
        1 => bytes[at] = numbers.byte(),
        2 => bytes.truncate(at),
        3 => drop(bytes.drain(at..at + length)),
        4 => {
            let from = numbers.below(bytes.len());
            let length = length.min(bytes.len() - from);
            bytes.copy_within(from..from + length, at);
        }
        5 => {
            let copy = bytes[at..at + length].to_vec();
            bytes.splice(at..at, copy);
        }
        _ => {
            let added: Vec<u8> = (0..length).map(|_| numbers.byte()).collect();
            bytes.splice(at..at, added);
        }
    }
}

/// The start of one file and the end of another.
pub fn splice(first: &[u8], second: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let cut = numbers.below(first.len());
    let from = if numbers.one_in(2) {
        cut.min(second.len())
    } else {
        numbers.below(second.len())
    };
    [&first[..cut], &second[from..]].concat()
}

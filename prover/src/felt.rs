//! Field elements: the type that all parts share and how it looks on the wire.

use cairo_vm::Felt252;
use num_bigint::BigUint;

/// A field element of the Cairo VM.
pub type Felt = Felt252;

/// 2^251 + 17 * 2^192 + 1.
pub fn prime() -> BigUint {
    (BigUint::from(1u8) << 251) + (BigUint::from(17u8) << 192) + 1u8
}

/// Lower-case hex with `0x` and without leading zeros.
pub fn to_hex(felt: &Felt) -> String {
    felt.to_hex_string()
}

/// All of them in hex.
pub fn to_hex_list(felts: &[Felt]) -> Vec<String> {
    felts.iter().map(to_hex).collect()
}

/// The eight 32-bit words, lowest first, as S-two keeps a felt.
pub fn to_words(felt: &Felt) -> [u32; 8] {
    let bytes = felt.to_bytes_le();
    std::array::from_fn(|word| {
        u32::from_le_bytes(std::array::from_fn(|byte| bytes[4 * word + byte]))
    })
}

/// The felt of eight 32-bit words, lowest first; `None` unless it is below the prime.
pub fn from_words(words: &[u32; 8]) -> Option<Felt> {
    let mut bytes = [0u8; 32];
    for (word, chunk) in words.iter().zip(bytes.chunks_exact_mut(4)) {
        chunk.copy_from_slice(&word.to_le_bytes());
    }
    let felt = Felt::from_bytes_le(&bytes);
    (felt.to_bytes_le() == bytes).then_some(felt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_round_trip_and_must_be_canonical() {
        let minus_one = Felt::ZERO - Felt::ONE;
        let words = to_words(&minus_one);
        assert_eq!(words, [0, 0, 0, 0, 0, 0, 17, 0x0800_0000]);
        assert_eq!(from_words(&words), Some(minus_one));
        let mut prime = words;
        prime[0] = 1;
        assert_eq!(from_words(&prime), None);
        assert_eq!(from_words(&[0, 0, 0, 0, 0, 0, 0, 0x1000_0000]), None);
    }

    #[test]
    fn hex_has_no_leading_zeros() {
        assert_eq!(to_hex(&Felt::ZERO), "0x0");
        assert_eq!(to_hex(&Felt::from(0xabcu32)), "0xabc");
        let known = "800000000000011000000000000000000000000000000000000000000000001";
        assert_eq!(prime().to_str_radix(16), known);
    }
}

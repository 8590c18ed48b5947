//! The program hash.

use cairo_air::utils::{construct_f252, encode_and_hash_memory_section};

use crate::felt::{to_words, Felt};

/// Blake2s over the bytecode, as `cairo_air`'s `get_verification_output` computes it.
pub fn program_hash(bytecode: &[Felt]) -> String {
    let section = bytecode.iter().map(|word| (0, to_words(word))).collect();
    format!(
        "{:#x}",
        construct_f252(&encode_and_hash_memory_section(&section))
    )
}

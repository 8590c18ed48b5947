//! What a proof claims.

use cairo_air::utils::{construct_f252, encode_and_hash_memory_section};

use super::{Invalid, Verdict};
use crate::executable::MAX_WORDS;
use crate::felt::{from_words, Felt};
use crate::guard;
use crate::prove::CairnProof;
use crate::tables::{opcode_rows, proven_rows, tier_name};

/// The public part of a proof.
#[derive(Debug, Clone)]
pub struct Claimed {
    pub program_hash: String,
    /// Everything that the program returned.
    pub output: Vec<Felt>,
    /// No fewer than the steps: the rows of the opcode tables.
    pub steps: u64,
    pub proven_rows: u64,
    pub tier: &'static str,
}

impl Claimed {
    /// Reads it from a proof, verified or not.
    ///
    /// # Errors
    /// `INVALID_PROOF` for values outside the field and sizes beyond all bounds.
    pub fn of(proof: &CairnProof) -> Verdict<Self> {
        let memory = &proof.claim.public_data.public_memory;
        if memory.program.len() > MAX_WORDS {
            return Err(Invalid::proof(
                "its program is larger than any that is accepted",
            ));
        }
        if memory
            .program
            .iter()
            .any(|(_, word)| from_words(word).is_none())
        {
            return Err(Invalid::proof("its program has a word outside the field"));
        }
        let output: Option<Vec<Felt>> = memory
            .output
            .iter()
            .map(|(_, value)| from_words(value))
            .collect();
        let output =
            output.ok_or_else(|| Invalid::proof("its output has a value outside the field"))?;
        let hash = construct_f252(&encode_and_hash_memory_section(&memory.program));
        super::claims::check_sizes(&proof.claim)?;
        let rows = guard::catch(|| (opcode_rows(&proof.claim), proven_rows(&proof.claim)));
        let (steps, proven_rows) = rows.map_err(Invalid::proof)?;
        let tier = tier_name(proof.preprocessed_trace_variant);
        Ok(Self {
            program_hash: format!("{hash:#x}"),
            output,
            steps,
            proven_rows,
            tier,
        })
    }
}

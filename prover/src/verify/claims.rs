//! Holes 5 to 7 and 14 of SOUNDNESS.md. In a proof's claims stand numbers that
//! it adds up or puts into constraints, but that neither a constraint nor the transcript holds:
//! - the sum claimed for the table of large values, beside the sums of that table's pieces, which
//!   alone are constrained;
//! - the sums claimed for tables that the proof does not have;
//! - the start of a builtin's segment, when the program did not use the builtin.
//!
//! With either of the first two, a prover can balance any lookup argument, and so prove anything.

use cairo_air::air::SegmentRange;
use cairo_air::claims::{CairoClaim, CairoInteractionClaim};
use cairo_air::components::memory_address_to_id::MEMORY_ADDRESS_TO_ID_SPLIT;
use stwo::core::fields::qm31::SecureField;

use super::{Invalid, Verdict};
use crate::guard;
use crate::tables::MAX_LOG_SIZE;

/// The smallest table that there is: the width of a vector register.
const MIN_LOG_SIZE: u32 = 4;

pub(super) fn check(claim: &CairoClaim, interaction: &CairoInteractionClaim) -> Verdict<()> {
    check_sizes(claim)?;
    check_pairs(claim, interaction)?;
    check_large_values(claim, interaction)?;
    check_builtins(claim)
}

/// Bounds every table, before anything is allocated or shifted by its size.
pub(super) fn check_sizes(claim: &CairoClaim) -> Verdict<()> {
    let big = claim.memory_id_to_big.as_ref();
    let big = big.ok_or_else(|| Invalid::proof("it has no table of large values"))?;
    if big.big_log_sizes.is_empty() || big.big_log_sizes.len() > MEMORY_ADDRESS_TO_ID_SPLIT {
        return Err(Invalid::proof(
            "its table of large values has no piece, or too many",
        ));
    }
    let flat = guard::catch(|| claim.flatten_claim()).map_err(Invalid::proof)?;
    let bounds = MIN_LOG_SIZE..=MAX_LOG_SIZE;
    match flat
        .component_log_sizes
        .iter()
        .find(|log_size| !bounds.contains(log_size))
    {
        Some(log_size) => Err(Invalid::proof(format!(
            "it has a table of 2^{log_size} rows"
        ))),
        None => Ok(()),
    }
}

/// A sum must be claimed for exactly the tables that the proof has.
fn check_pairs(claim: &CairoClaim, interaction: &CairoInteractionClaim) -> Verdict<()> {
    macro_rules! mismatched {
        ($($table:ident),* $(,)?) => {{
            // Named whole, so that a table that is new in the library cannot be left out below.
            let CairoClaim { public_data: _, $($table: _),* } = claim;
            let CairoInteractionClaim { $($table: _),* } = interaction;
            [$((stringify!($table), claim.$table.is_some() != interaction.$table.is_some())),*]
        }};
    }
    let tables = mismatched!(
        add_opcode,
        add_opcode_small,
        add_ap_opcode,
        assert_eq_opcode,
        assert_eq_opcode_imm,
        assert_eq_opcode_double_deref,
        blake_compress_opcode,
        call_opcode_abs,
        call_opcode_rel_imm,
        generic_opcode,
        jnz_opcode_non_taken,
        jnz_opcode_taken,
        jump_opcode_abs,
        jump_opcode_double_deref,
        jump_opcode_rel,
        jump_opcode_rel_imm,
        mul_opcode,
        mul_opcode_small,
        qm_31_add_mul_opcode,
        ret_opcode,
        verify_instruction,
        blake_round,
        blake_g,
        blake_round_sigma,
        triple_xor_32,
        verify_bitwise_xor_12,
        add_mod_builtin,
        bitwise_builtin,
        mul_mod_builtin,
        pedersen_builtin,
        pedersen_builtin_narrow_windows,
        poseidon_builtin,
        range_check96_builtin,
        range_check_builtin,
        ec_op_builtin,
        partial_ec_mul_generic,
        pedersen_aggregator_window_bits_18,
        partial_ec_mul_window_bits_18,
        pedersen_points_table_window_bits_18,
        pedersen_aggregator_window_bits_9,
        partial_ec_mul_window_bits_9,
        pedersen_points_table_window_bits_9,
        poseidon_aggregator,
        poseidon_3_partial_rounds_chain,
        poseidon_full_round_chain,
        cube_252,
        poseidon_round_keys,
        range_check_252_width_27,
        memory_address_to_id,
        memory_id_to_big,
        memory_id_to_small,
        range_check_6,
        range_check_8,
        range_check_11,
        range_check_12,
        range_check_18,
        range_check_20,
        range_check_4_3,
        range_check_4_4,
        range_check_9_9,
        range_check_7_2_5,
        range_check_3_6_6_3,
        range_check_4_4_4_4,
        range_check_3_3_3_3_3,
        verify_bitwise_xor_4,
        verify_bitwise_xor_7,
        verify_bitwise_xor_8,
        verify_bitwise_xor_9,
    );
    match tables.iter().find(|(_, mismatched)| *mismatched) {
        Some((table, _)) => Err(Invalid::proof(format!(
            "it claims a sum for {table} without the table, or the table without a sum"
        ))),
        None => Ok(()),
    }
}

/// The table's sum must be that of its pieces.
fn check_large_values(claim: &CairoClaim, interaction: &CairoInteractionClaim) -> Verdict<()> {
    let sums = interaction.memory_id_to_big.as_ref();
    let pieces = claim
        .memory_id_to_big
        .as_ref()
        .map(|big| big.big_log_sizes.len());
    let holds = sums.is_some_and(|sums| {
        let total: SecureField = sums.big_claimed_sums.iter().sum();
        Some(sums.big_claimed_sums.len()) == pieces && total == sums.claimed_sum
    });
    if holds {
        return Ok(());
    }
    Err(Invalid::proof(
        "the sum that it claims for the large values is not that of their tables",
    ))
}

/// A builtin has a table if and only if the program used it: then its start is bound to the
/// pointer that the program was given.
fn check_builtins(claim: &CairoClaim) -> Verdict<()> {
    let segments = &claim.public_data.public_memory.public_segments;
    let used = |segment: Option<SegmentRange>| segment.is_some_and(|range| !range.is_empty());
    let pedersen =
        claim.pedersen_builtin.is_some() || claim.pedersen_builtin_narrow_windows.is_some();
    let tables = [
        ("pedersen", pedersen, segments.pedersen),
        (
            "range_check",
            claim.range_check_builtin.is_some(),
            segments.range_check_128,
        ),
        ("bitwise", claim.bitwise_builtin.is_some(), segments.bitwise),
        ("ec_op", claim.ec_op_builtin.is_some(), segments.ec_op),
        (
            "poseidon",
            claim.poseidon_builtin.is_some(),
            segments.poseidon,
        ),
        (
            "range_check96",
            claim.range_check96_builtin.is_some(),
            segments.range_check_96,
        ),
        ("add_mod", claim.add_mod_builtin.is_some(), segments.add_mod),
        ("mul_mod", claim.mul_mod_builtin.is_some(), segments.mul_mod),
    ];
    match tables
        .into_iter()
        .find(|(_, table, segment)| *table != used(*segment))
    {
        Some((name, _, _)) => Err(Invalid::proof(format!(
            "the builtin {name} has a table without use, or use without a table"
        ))),
        None => Ok(()),
    }
}

//! What the prover writes down of each row for the interaction trace.
//!
//! With a table's columns it writes the values that each row looks up in other tables, and keeps
//! them until the interaction trace is made of them. They are more than the row has cells. How
//! many they are the library does not tell: here stands what `LookupData` has in the file of each
//! component of stwo-cairo-prover 1.3.0.

use cairo_air::claims::CairoClaim;
use stwo::core::pcs::TreeVec;

/// One table's part of the witness.
pub(super) struct Witness {
    /// Values written down, each as large as a cell.
    pub lookups: u64,
    /// Cells of the interaction trace.
    pub interaction: u64,
    /// Rows of the table, or of the largest of its pieces.
    pub rows: u64,
}

/// What each row of a table of opcodes has at least.
pub(super) struct Narrowest {
    /// Columns of the base trace.
    pub cells: u64,
    /// Columns of the interaction trace.
    pub interaction: u64,
    /// Values written down.
    pub lookups: u64,
}

/// Each of the least that any opcode has, those of an assertion of an immediate.
pub(super) const NARROWEST: Narrowest = Narrowest {
    cells: 9,
    interaction: 12,
    lookups: 22,
};

/// The values are copies of the table's own cells.
const AS_MANY_AS_CELLS: u64 = 0;

impl Witness {
    fn of(log_sizes: &TreeVec<Vec<u32>>, values_per_row: u64) -> Self {
        let rows = log_sizes[0]
            .iter()
            .max()
            .map_or(0, |log_size| 1 << log_size);
        Self {
            lookups: match values_per_row {
                AS_MANY_AS_CELLS => cells(&log_sizes[0]),
                _ => values_per_row * rows,
            },
            interaction: cells(&log_sizes[1]),
            rows,
        }
    }
}

pub(super) fn cells(columns: &[u32]) -> u64 {
    columns.iter().map(|log_size| 1u64 << log_size).sum()
}

/// The tables that a claim has.
pub(super) fn witnesses(claim: &CairoClaim) -> Vec<Witness> {
    macro_rules! witnesses {
        ($($table:ident: $values:expr,)*) => {
            [$(claim.$table.as_ref().map(|table| Witness::of(&table.log_sizes(), $values))),*]
                .into_iter()
                .flatten()
                .collect()
        };
    }
    // One line for each table that there is.
    witnesses!(
        add_opcode: 115,
        add_opcode_small: 115,
        add_ap_opcode: 53,
        assert_eq_opcode: 22,
        assert_eq_opcode_imm: 22,
        assert_eq_opcode_double_deref: 55,
        blake_compress_opcode: 904,
        call_opcode_abs: 115,
        call_opcode_rel_imm: 115,
        generic_opcode: 259,
        jnz_opcode_non_taken: 49,
        jnz_opcode_taken: 82,
        jump_opcode_abs: 49,
        jump_opcode_double_deref: 82,
        jump_opcode_rel: 49,
        jump_opcode_rel_imm: 49,
        mul_opcode: 171,
        mul_opcode_small: 121,
        qm_31_add_mul_opcode: 130,
        ret_opcode: 82,
        verify_instruction: 49,
        blake_round: 850,
        blake_g: 85,
        blake_round_sigma: 19,
        triple_xor_32: 41,
        verify_bitwise_xor_12: AS_MANY_AS_CELLS,
        add_mod_builtin: 807,
        bitwise_builtin: 277,
        mul_mod_builtin: 1195,
        pedersen_builtin: 13,
        pedersen_builtin_narrow_windows: 13,
        poseidon_builtin: 25,
        range_check96_builtin: 35,
        range_check_builtin: 33,
        ec_op_builtin: 487,
        partial_ec_mul_generic: 988,
        pedersen_aggregator_window_bits_18: 395,
        partial_ec_mul_window_bits_18: 498,
        pedersen_points_table_window_bits_18: 59,
        pedersen_aggregator_window_bits_9: 451,
        partial_ec_mul_window_bits_9: 526,
        pedersen_points_table_window_bits_9: 59,
        poseidon_aggregator: 521,
        poseidon_3_partial_rounds_chain: 253,
        poseidon_full_round_chain: 197,
        cube_252: 259,
        poseidon_round_keys: 33,
        range_check_252_width_27: 44,
        memory_address_to_id: AS_MANY_AS_CELLS,
        memory_id_to_big: AS_MANY_AS_CELLS,
        memory_id_to_small: AS_MANY_AS_CELLS,
        range_check_6: 3,
        range_check_8: 3,
        range_check_11: 3,
        range_check_12: 3,
        range_check_18: 6,
        range_check_20: 24,
        range_check_4_3: 4,
        range_check_4_4: 4,
        range_check_9_9: 32,
        range_check_7_2_5: 5,
        range_check_3_6_6_3: 6,
        range_check_4_4_4_4: 6,
        range_check_3_3_3_3_3: 7,
        verify_bitwise_xor_4: 5,
        verify_bitwise_xor_7: 5,
        verify_bitwise_xor_8: 10,
        verify_bitwise_xor_9: 5,
    )
}

#[cfg(test)]
mod tests {
    use cairo_air::components::*;

    use super::NARROWEST;

    #[test]
    fn no_opcode_has_fewer_columns_than_the_narrowest() {
        macro_rules! columns {
            ($($opcode:ident),* $(,)?) => {
                [$($opcode::Claim { log_size: 0 }.log_sizes()),*]
            };
        }
        let opcodes = columns!(
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
        );
        let fewest = |tree: usize| opcodes.iter().map(|trees| trees[tree].len() as u64).min();
        assert_eq!(fewest(0), Some(NARROWEST.cells));
        assert_eq!(fewest(1), Some(NARROWEST.interaction));
    }
}

//! The claim that a proof of an execution will make, but for its public data.

use cairo_air::claims::CairoClaim;
use cairo_air::components::*;
use stwo_cairo_adapter::memory::Memory;
use stwo_cairo_adapter::ProverInput;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use super::builtin_tables::BuiltinTables;

/// The fewest rows of any table: the width of a vector register.
const MIN_ROWS: usize = 16;
/// The largest piece of the table of large values (S-two cuts it there in every tier).
const MAX_LOG_BIG: u32 = 25;

/// Rounds rows up to a table's size. `None` when no table can have so many.
pub(super) fn log_size(rows: usize) -> Option<u32> {
    rows.max(MIN_ROWS)
        .checked_next_power_of_two()
        .map(usize::ilog2)
}

/// Predicts the tables of a proof in the given tier. `None` when a number in the input is
/// beyond all tables.
pub fn predict(input: &ProverInput, variant: PreProcessedTraceVariant) -> Option<CairoClaim> {
    let states = &input.state_transitions.casm_states_by_opcode;
    macro_rules! opcode {
        ($name:ident) => {
            match states.$name.len() {
                0 => None,
                rows => Some($name::Claim {
                    log_size: log_size(rows)?,
                }),
            }
        };
    }
    let blake = states.blake_compress_opcode.len();
    let after_blake = |factor: usize| -> Option<Option<u32>> {
        if blake == 0 {
            return Some(None);
        }
        let rows = 1usize.checked_shl(log_size(blake)?)?;
        Some(Some(log_size(rows.checked_mul(factor)?)?))
    };
    let memory = memory_tables(&input.memory)?;
    let builtins = BuiltinTables::of(input, variant)?;
    // Named whole, however long: a table that is new in the library cannot be left out.
    Some(CairoClaim {
        public_data: Default::default(),
        add_opcode: opcode!(add_opcode),
        add_opcode_small: opcode!(add_opcode_small),
        add_ap_opcode: opcode!(add_ap_opcode),
        assert_eq_opcode: opcode!(assert_eq_opcode),
        assert_eq_opcode_imm: opcode!(assert_eq_opcode_imm),
        assert_eq_opcode_double_deref: opcode!(assert_eq_opcode_double_deref),
        blake_compress_opcode: opcode!(blake_compress_opcode),
        call_opcode_abs: opcode!(call_opcode_abs),
        call_opcode_rel_imm: opcode!(call_opcode_rel_imm),
        generic_opcode: opcode!(generic_opcode),
        jnz_opcode_non_taken: opcode!(jnz_opcode_non_taken),
        jnz_opcode_taken: opcode!(jnz_opcode_taken),
        jump_opcode_abs: opcode!(jump_opcode_abs),
        jump_opcode_double_deref: opcode!(jump_opcode_double_deref),
        jump_opcode_rel: opcode!(jump_opcode_rel),
        jump_opcode_rel_imm: opcode!(jump_opcode_rel_imm),
        mul_opcode: opcode!(mul_opcode),
        mul_opcode_small: opcode!(mul_opcode_small),
        qm_31_add_mul_opcode: opcode!(qm_31_add_mul_opcode),
        ret_opcode: opcode!(ret_opcode),
        verify_instruction: Some(verify_instruction::Claim {
            log_size: log_size(input.pc_count)?,
        }),
        blake_round: after_blake(10)?.map(|log_size| blake_round::Claim { log_size }),
        // Eight for each row of the table of rounds, which ten per compression fill to sixteen.
        blake_g: after_blake(16 * 8)?.map(|log_size| blake_g::Claim { log_size }),
        blake_round_sigma: (blake > 0).then_some(blake_round_sigma::Claim {}),
        triple_xor_32: after_blake(8)?.map(|log_size| triple_xor_32::Claim { log_size }),
        verify_bitwise_xor_12: (blake > 0).then_some(verify_bitwise_xor_12::Claim {}),
        add_mod_builtin: builtins.add_mod,
        bitwise_builtin: builtins.bitwise,
        mul_mod_builtin: builtins.mul_mod,
        pedersen_builtin: builtins.pedersen,
        pedersen_builtin_narrow_windows: builtins.pedersen_narrow_windows,
        poseidon_builtin: builtins.poseidon,
        range_check96_builtin: builtins.range_check96,
        range_check_builtin: builtins.range_check,
        ec_op_builtin: builtins.ec_op,
        partial_ec_mul_generic: builtins.partial_ec_mul_generic,
        pedersen_aggregator_window_bits_18: builtins.pedersen_aggregator_18,
        partial_ec_mul_window_bits_18: builtins.partial_ec_mul_18,
        pedersen_points_table_window_bits_18: builtins.pedersen_points_18,
        pedersen_aggregator_window_bits_9: builtins.pedersen_aggregator_9,
        partial_ec_mul_window_bits_9: builtins.partial_ec_mul_9,
        pedersen_points_table_window_bits_9: builtins.pedersen_points_9,
        poseidon_aggregator: builtins.poseidon_aggregator,
        poseidon_3_partial_rounds_chain: builtins.poseidon_partial_rounds,
        poseidon_full_round_chain: builtins.poseidon_full_rounds,
        cube_252: builtins.cube_252,
        poseidon_round_keys: builtins.poseidon_round_keys,
        range_check_252_width_27: builtins.range_check_252,
        memory_address_to_id: Some(memory.address_to_id),
        memory_id_to_big: Some(memory.id_to_big),
        memory_id_to_small: Some(memory.id_to_small),
        range_check_6: Some(range_check_6::Claim {}),
        range_check_8: Some(range_check_8::Claim {}),
        range_check_11: Some(range_check_11::Claim {}),
        range_check_12: Some(range_check_12::Claim {}),
        range_check_18: Some(range_check_18::Claim {}),
        range_check_20: Some(range_check_20::Claim {}),
        range_check_4_3: Some(range_check_4_3::Claim {}),
        range_check_4_4: Some(range_check_4_4::Claim {}),
        range_check_9_9: Some(range_check_9_9::Claim {}),
        range_check_7_2_5: Some(range_check_7_2_5::Claim {}),
        range_check_3_6_6_3: Some(range_check_3_6_6_3::Claim {}),
        range_check_4_4_4_4: Some(range_check_4_4_4_4::Claim {}),
        range_check_3_3_3_3_3: Some(range_check_3_3_3_3_3::Claim {}),
        verify_bitwise_xor_4: Some(verify_bitwise_xor_4::Claim {}),
        verify_bitwise_xor_7: Some(verify_bitwise_xor_7::Claim {}),
        verify_bitwise_xor_8: Some(verify_bitwise_xor_8::Claim {}),
        verify_bitwise_xor_9: Some(verify_bitwise_xor_9::Claim {}),
    })
}

struct MemoryTables {
    address_to_id: memory_address_to_id::Claim,
    id_to_big: memory_id_to_big::Claim,
    id_to_small: memory_id_to_small::Claim,
}

fn memory_tables(memory: &Memory) -> Option<MemoryTables> {
    let addresses = memory.address_to_id.len().checked_sub(1)?;
    let rows = addresses.div_ceil(memory_address_to_id::MEMORY_ADDRESS_TO_ID_SPLIT);
    let mut left = memory.f252_values.len();
    let mut big_log_sizes = Vec::new();
    while left > 0 {
        let piece = left.min(1 << MAX_LOG_BIG);
        big_log_sizes.push(log_size(piece)?);
        left -= piece;
    }
    Some(MemoryTables {
        address_to_id: memory_address_to_id::Claim {
            log_size: log_size(rows)?,
        },
        id_to_big: memory_id_to_big::Claim { big_log_sizes },
        id_to_small: memory_id_to_small::Claim {
            log_size: log_size(memory.small_values.len())?,
        },
    })
}

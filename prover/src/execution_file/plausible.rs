//! Checks of a run that came from elsewhere, before the prover touches it.
//!
//! A wrong run cannot become a valid proof: the proof is verified before it is written. These
//! checks are for a clear answer, quickly, instead of a panic after minutes.

use rayon::prelude::*;
use stwo::core::fields::m31::P;
use stwo_cairo_adapter::memory::{EncodedMemoryValueId, Memory, MemoryValueId};
use stwo_cairo_adapter::ProverInput;
use stwo_cairo_common::prover_types::cpu::CasmState;

use crate::execute::output_segment;

/// Looks for what no run of the VM can have.
///
/// # Errors
/// What is wrong.
pub fn check(input: &ProverInput, steps: u64) -> Result<(), String> {
    let n_addresses = input.memory.address_to_id.len();
    check_memory(&input.memory)?;
    check_states(input, steps, n_addresses)?;
    if !input.public_segment_context[0] {
        return Err("its program has no output".into());
    }
    let output = output_segment(input).ok_or("it has no output segment")?;
    if output.end as usize > n_addresses {
        return Err("its output lies outside its memory".into());
    }
    let public = &input.public_memory_addresses;
    if public
        .iter()
        .any(|address| !is_set(&input.memory, *address as usize))
    {
        return Err("its public memory has a cell without a value".into());
    }
    check_segments(input, n_addresses)
}

fn check_memory(memory: &Memory) -> Result<(), String> {
    let (small, large) = (memory.small_values.len(), memory.f252_values.len());
    let ids_exist = memory.address_to_id.par_iter().all(|id| match id.decode() {
        MemoryValueId::Small(id) => (id as usize) < small,
        MemoryValueId::F252(id) => (id as usize) < large,
        MemoryValueId::Empty => true,
    });
    if !ids_exist {
        return Err("its memory refers to a value that it does not have".into());
    }
    if memory
        .small_values
        .par_iter()
        .any(|value| *value >= 1 << 72)
    {
        return Err("its memory has a small value that is large".into());
    }
    if memory
        .f252_values
        .par_iter()
        .any(|value| crate::felt::from_words(value).is_none())
    {
        return Err("its memory has a value outside the field".into());
    }
    Ok(())
}

fn check_states(input: &ProverInput, steps: u64, n_addresses: usize) -> Result<(), String> {
    let transitions = &input.state_transitions;
    let in_memory = |state: &CasmState| {
        let [pc, ap, fp] = [state.pc.0, state.ap.0, state.fp.0];
        [pc, ap, fp]
            .iter()
            .all(|register| *register > 0 && *register < P)
            && (pc as usize) < n_addresses
            && ap as usize <= n_addresses
            && fp as usize <= n_addresses
    };
    let states = &transitions.casm_states_by_opcode;
    let lists = [
        &states.generic_opcode,
        &states.add_ap_opcode,
        &states.add_opcode,
        &states.add_opcode_small,
        &states.assert_eq_opcode,
        &states.assert_eq_opcode_double_deref,
        &states.assert_eq_opcode_imm,
        &states.call_opcode_abs,
        &states.call_opcode_rel_imm,
        &states.jnz_opcode_non_taken,
        &states.jnz_opcode_taken,
        &states.jump_opcode_rel_imm,
        &states.jump_opcode_rel,
        &states.jump_opcode_double_deref,
        &states.jump_opcode_abs,
        &states.mul_opcode_small,
        &states.mul_opcode,
        &states.ret_opcode,
        &states.blake_compress_opcode,
        &states.qm_31_add_mul_opcode,
    ];
    let total: u64 = lists.iter().map(|list| list.len() as u64).sum();
    // The last state is where the run ended; no instruction was executed there.
    if total != steps && total + 1 != steps {
        return Err(format!("it has {total} steps; its header says {steps}"));
    }
    let ends = [transitions.initial_state, transitions.final_state];
    if !ends
        .iter()
        .chain(lists.into_iter().flatten())
        .all(in_memory)
    {
        return Err("a step of it lies outside its memory".into());
    }
    Ok(())
}

fn check_segments(input: &ProverInput, n_addresses: usize) -> Result<(), String> {
    let segments = &input.builtin_segments;
    let all = [
        segments.add_mod_builtin,
        segments.bitwise_builtin,
        segments.mul_mod_builtin,
        segments.pedersen_builtin,
        segments.poseidon_builtin,
        segments.range_check96_builtin,
        segments.range_check_builtin,
        segments.ec_op_builtin,
    ];
    for segment in all.into_iter().flatten() {
        let inside = segment.begin_addr < segment.stop_ptr && segment.stop_ptr <= n_addresses;
        if !inside || !(segment.begin_addr..segment.stop_ptr).all(|at| is_set(&input.memory, at)) {
            return Err("a builtin's segment lies outside its memory".into());
        }
    }
    Ok(())
}

fn is_set(memory: &Memory, address: usize) -> bool {
    let id: Option<&EncodedMemoryValueId> = memory.address_to_id.get(address);
    address > 0 && id.is_some_and(|id| !matches!(id.decode(), MemoryValueId::Empty))
}

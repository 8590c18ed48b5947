//! The replay of a run is the run, and nothing that is none passes it.

use cairn_prover::execute::{self, output_segment, Calldata};
use cairn_prover::guard;
use cairn_prover::progress::Steps;
use cairn_prover::replay::Recording;
use stwo_cairo_adapter::memory::{EncodedMemoryValueId, MemoryValueId, P_MIN_1};
use stwo_cairo_adapter::opcodes::CasmStatesByOpcode;
use stwo_cairo_adapter::ProverInput;

use crate::fixtures::{checked, felts};

fn run(program: &str, values: &[i64]) -> (ProverInput, u64) {
    let run = execute::run(
        &checked(program),
        &felts(values),
        Calldata::Array,
        1 << 22,
        Steps::default(),
    );
    let run = run.unwrap_or_else(|failure| panic!("{}", failure.message));
    (run.input, run.steps as u64)
}

fn sorted(states: &CasmStatesByOpcode) -> serde_json::Value {
    let mut json = serde_json::to_value(states).unwrap();
    for list in json.as_object_mut().unwrap().values_mut() {
        list.as_array_mut()
            .unwrap()
            .sort_by_key(ToString::to_string);
    }
    json
}

#[test]
fn a_replayed_run_is_the_run() {
    for program in ["sums", "builtins", "echoes", "rarities"] {
        let (original, steps) = run(program, &[5, 6, 7]);
        let replayed = Recording::of(original.clone(), steps)
            .replay()
            .expect(program);
        let (before, after) = (&original.state_transitions, &replayed.state_transitions);
        assert_eq!(
            (before.initial_state, before.final_state),
            (after.initial_state, after.final_state)
        );
        assert_eq!(
            sorted(&before.casm_states_by_opcode),
            sorted(&after.casm_states_by_opcode),
            "{program}"
        );
        assert_eq!(original.pc_count, replayed.pc_count);
        let addresses = |input: &ProverInput| {
            let mut addresses = input.public_memory_addresses.clone();
            addresses.sort_unstable();
            addresses
        };
        assert_eq!(addresses(&original), addresses(&replayed), "{program}");
    }
}

#[test]
fn the_rare_program_is_rare() {
    let (input, _) = run("rarities", &[5, 6, 7]);
    let states = &input.state_transitions.casm_states_by_opcode;
    assert!(!states.blake_compress_opcode.is_empty() && !states.qm_31_add_mul_opcode.is_empty());
    let segments = &input.builtin_segments;
    assert!(segments.ec_op_builtin.is_some() && segments.mul_mod_builtin.is_some());
    assert!(segments.range_check96_builtin.is_some() && segments.add_mod_builtin.is_some());
}

fn refused(program: &str, part: &str, alter: impl FnOnce(&mut ProverInput, &mut u64)) {
    guard::silence_panics();
    let (mut input, mut steps) = run(program, &[5, 6, 7]);
    alter(&mut input, &mut steps);
    let refused = Recording::of(input, steps).replay().err();
    assert!(
        refused.as_deref().is_some_and(|why| why.contains(part)),
        "{part}: {refused:?}"
    );
}

/// Points a cell to the value of another.
fn copy_cell(input: &mut ProverInput, from: usize, to: usize) {
    input.memory.address_to_id[to] = input.memory.address_to_id[from];
}

/// Gives a cell a small value that nothing else has.
fn set_small(input: &mut ProverInput, cell: usize, value: u128) {
    input.memory.small_values.push(value);
    let id = u32::try_from(input.memory.small_values.len() - 1);
    input.memory.address_to_id[cell].0 = id.unwrap();
}

/// Gives a cell a large value that nothing else has.
fn set_large(input: &mut ProverInput, cell: usize, value: [u32; 8]) {
    input.memory.f252_values.push(value);
    let id = (input.memory.f252_values.len() - 1) as u32;
    input.memory.address_to_id[cell] = EncodedMemoryValueId::encode(MemoryValueId::F252(id));
}

fn address_at(input: &ProverInput, cell: usize) -> usize {
    let MemoryValueId::Small(id) = input.memory.address_to_id[cell].decode() else {
        panic!("no address at {cell}");
    };
    usize::try_from(input.memory.small_values[id as usize]).unwrap()
}

#[test]
fn every_single_altered_cell_of_the_stack_is_noticed() {
    let (honest, steps) = run("sums", &[5, 6, 7]);
    let start = honest.state_transitions.initial_state.ap.0 as usize;
    let end = output_segment(&honest).unwrap().end as usize;
    let mut unused = 0;
    for cell in start..end {
        let mut input = honest.clone();
        let other = if input.memory.address_to_id[cell] == input.memory.address_to_id[1] {
            2
        } else {
            1
        };
        copy_cell(&mut input, other, cell);
        unused += usize::from(Recording::of(input, steps).replay().is_ok());
    }
    // A few cells are written by hints and never asserted anything about.
    assert!(unused * 10 < end - start, "{unused} of {}", end - start);
}

#[test]
fn runs_that_are_none() {
    refused("sums", "does not end when it says", |_, steps| *steps += 1);
    refused("sums", "does not end when it says", |_, steps| *steps -= 1);
    refused("sums", "more than", |_, steps| *steps = u64::MAX);
    refused("sums", "without a value", |input, _| {
        input.memory.address_to_id[3].0 = 12_345
    });
    refused("sums", "without a value", |input, _| {
        input.memory.address_to_id[3].0 = u32::MAX
    });
    refused("sums", "that is large", |input, _| {
        input.memory.small_values[0] = u128::MAX
    });
    refused("sums", "outside the field", |input, _| {
        input.memory.f252_values[0] = [u32::MAX; 8]
    });
    refused("sums", "as that of a whole program", |input, _| {
        input.state_transitions.initial_state.ap.0 += 1
    });
    refused("sums", "after its program", |input, _| {
        input.state_transitions.initial_state.ap.0 = 1 << 30
    });
    refused("sums", "at pc", |input, _| {
        let output = output_segment(input).unwrap().start as usize;
        copy_cell(input, output + 2, output + 1);
    });
    refused("sums", "builtin's segment", |input, _| {
        input
            .builtin_segments
            .poseidon_builtin
            .as_mut()
            .unwrap()
            .stop_ptr += 6_000_000;
    });
}

#[test]
fn builtins_that_would_compute_beyond_their_tables() {
    refused("builtins", "128 bits", |input, _| {
        let segment = input.builtin_segments.range_check_builtin.unwrap();
        let hash = output_segment(input).unwrap().start as usize;
        // The padding repeats the last instance; nothing else refers to it.
        copy_cell(input, hash, segment.stop_ptr - 1);
    });
    refused("rarities", "96 bits", |input, _| {
        let segment = input.builtin_segments.range_check96_builtin.unwrap();
        let hash = output_segment(input).unwrap().start as usize;
        copy_cell(input, hash, segment.stop_ptr - 1);
    });
    refused("rarities", "modular", |input, _| {
        let segment = input.builtin_segments.mul_mod_builtin.unwrap();
        set_small(input, segment.stop_ptr - 7, 77);
    });
    // A pointer that is no address: the library would read beyond its memory.
    for pointer in [4, 5] {
        refused("rarities", "too large", |input, _| {
            let segment = input.builtin_segments.add_mod_builtin.unwrap();
            let hash = output_segment(input).unwrap().start as usize;
            copy_cell(input, hash, segment.stop_ptr - 7 + pointer);
        });
    }
    refused("rarities", "modular sum", |input, _| {
        let last = input.builtin_segments.add_mod_builtin.unwrap().stop_ptr - 7;
        let (values, offsets) = (address_at(input, last + 4), address_at(input, last + 5));
        let summand = values + address_at(input, offsets);
        set_small(input, summand, 77);
    });
    refused("rarities", "no point", |input, _| {
        let segment = input.builtin_segments.ec_op_builtin.unwrap();
        copy_cell(input, 1, segment.stop_ptr - 7);
    });
    refused("rarities", "does not have", |input, _| {
        // p = q: the first addition would be of a point to itself.
        let start = input.builtin_segments.ec_op_builtin.unwrap().stop_ptr - 7;
        copy_cell(input, start + 2, start);
        copy_cell(input, start + 3, start + 1);
    });
    for operand in [5, 4] {
        refused("builtins", "251 bits", |input, _| {
            let segment = input.builtin_segments.bitwise_builtin.unwrap();
            set_large(input, segment.stop_ptr - operand, P_MIN_1);
        });
    }
}

#[test]
fn builtins_of_sizes_that_no_table_has() {
    for (instances, more) in [(17, 0), (8, 0), (1, 0), (16, 1)] {
        refused("builtins", "not the size", |input, _| {
            let segment = input.builtin_segments.bitwise_builtin.as_mut().unwrap();
            segment.stop_ptr = segment.begin_addr + instances * 5 + more;
            let outside = segment
                .stop_ptr
                .saturating_sub(input.memory.address_to_id.len());
            let id = input.memory.address_to_id[1];
            input.memory.address_to_id.extend(vec![id; outside]);
        });
    }
}

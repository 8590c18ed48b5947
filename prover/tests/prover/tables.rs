//! What is predicted of a proof is what the proof has.

use cairn_prover::failure::Code;
use cairn_prover::proof_file::decode;
use cairn_prover::tables::{
    choose_tier, proven_rows, tables_in, tier_name, variant_of_tier, TIERS,
};

use std::collections::HashSet;

use stwo_cairo_adapter::builtins::{BuiltinSegments, MemorySegmentAddresses};
use stwo_cairo_adapter::memory::EncodedMemoryValueId;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use crate::fixtures::{execution, proof, INPUT};

#[test]
fn the_tables_are_predicted_to_the_row() {
    for program in ["sums", "builtins", "echoes"] {
        let (_, recording) = cairn_prover::execution_file::read(&execution(program, INPUT))
            .unwrap_or_else(|failure| panic!("{}", failure.message));
        let input = recording.replay().unwrap();
        let (variant, predicted) =
            choose_tier(&input).unwrap_or_else(|failure| panic!("{}", failure.message));
        let proven = decode(&std::fs::read(proof(program, INPUT)).unwrap())
            .unwrap()
            .proof;
        let (predicted_flat, proven_flat) =
            (predicted.flatten_claim(), proven.claim.flatten_claim());
        assert_eq!(tier_name(variant), "small");
        assert_eq!(
            predicted_flat.component_enable_bits, proven_flat.component_enable_bits,
            "{program}"
        );
        assert_eq!(
            predicted_flat.component_log_sizes, proven_flat.component_log_sizes,
            "{program}"
        );
        assert_eq!(proven_rows(&predicted), proven_rows(&proven.claim));
    }
}

/// The tier chosen for a run of `builtins` after a change of its segments.
fn tier_after(alter: impl FnOnce(&mut BuiltinSegments)) -> Result<&'static str, Code> {
    let mut input = crate::forge::run("builtins", &[1, 2, 3]);
    alter(&mut input.builtin_segments);
    choose_tier(&input)
        .map(|(variant, _)| tier_name(variant))
        .map_err(|failure| failure.code)
}

fn segment(instances: usize, cells: usize) -> Option<MemorySegmentAddresses> {
    Some(MemorySegmentAddresses {
        begin_addr: 1,
        stop_ptr: 1 + instances * cells,
    })
}

#[test]
fn the_smallest_tier_with_room_is_chosen() {
    assert_eq!(tier_after(|_| {}), Ok("small"));
    let bitwise =
        |log_size: u32| tier_after(|segments| segments.bitwise_builtin = segment(1 << log_size, 5));
    assert_eq!(bitwise(20), Ok("small"));
    assert_eq!(bitwise(21), Ok("small_21"));
    assert_eq!(bitwise(22), Ok("small_22"));
    assert_eq!(bitwise(23), Ok("small_23"));
    assert_eq!(bitwise(24), Ok("small_24"));
    assert_eq!(bitwise(25), Ok("small_25"));
    let curves = |segments: &mut BuiltinSegments| segments.ec_op_builtin = segment(16, 7);
    assert_eq!(tier_after(curves), Ok("small"));
}

/// Half as many rows for each hash outweigh half a thousand million cells of fixed tables.
#[test]
fn very_many_pedersen_hashes_are_for_the_canonical_tier() {
    let hashes = |log_hashes: u32| {
        let mut input = crate::forge::run("builtins", &[1, 2, 3]);
        let start = input.memory.address_to_id.len();
        // Different values for each hash: ids that no other has.
        let ids = (0..3u32 << log_hashes).map(EncodedMemoryValueId);
        input.memory.address_to_id.extend(ids);
        input.builtin_segments.pedersen_builtin = Some(MemorySegmentAddresses {
            begin_addr: start,
            stop_ptr: input.memory.address_to_id.len(),
        });
        let (variant, claim) =
            choose_tier(&input).unwrap_or_else(|failure| panic!("{}", failure.message));
        (tier_name(variant), claim.pedersen_builtin.is_some())
    };
    assert_eq!(hashes(12), ("small", false));
    assert_eq!(hashes(18), ("canonical", true));
}

#[test]
fn a_tier_without_room_has_no_tables() {
    let input = crate::forge::run("builtins", &[1, 2, 3]);
    for (variant, name) in TIERS {
        let has_room = tables_in(&input, variant).is_some();
        assert_eq!(has_room, name != "without_pedersen", "{name}");
    }
    let input = crate::forge::run("sums", &[1, 2, 3]);
    assert!(TIERS
        .iter()
        .all(|(variant, _)| tables_in(&input, *variant).is_some()));
}

/// They differ in nothing but the sequences, and the encoding of the stock tiers stays.
#[test]
fn the_tiers_between_have_the_small_ones_columns_and_longer_sequences() {
    let ids = |variant: PreProcessedTraceVariant| -> HashSet<String> {
        let trace = variant.to_preprocessed_trace();
        assert_eq!(trace.columns.len(), variant.n_columns());
        let cells: u32 = trace.log_sizes().iter().map(|log_size| 1 << log_size).sum();
        assert_eq!(cells, variant.n_trace_cells());
        trace.ids().into_iter().map(|column| column.id).collect()
    };
    let mut expected = ids(PreProcessedTraceVariant::CanonicalSmall);
    for longest in 21..=25 {
        expected.insert(format!("seq_{longest}"));
        let variant = variant_of_tier(&format!("small_{longest}")).unwrap();
        assert_eq!(ids(variant), expected);
        assert_eq!(variant.max_log_trace_size(), longest);
    }
    let encoded = |tier| bincode::serialize(&variant_of_tier(tier).unwrap()).unwrap();
    assert_eq!(encoded("canonical"), [0, 0, 0, 0]);
    assert_eq!(encoded("without_pedersen"), [1, 0, 0, 0]);
    assert_eq!(encoded("small"), [2, 0, 0, 0]);
    assert_eq!(encoded("small_21"), [3, 0, 0, 0]);
    assert_eq!(encoded("small_25"), [7, 0, 0, 0]);
}

#[test]
fn what_no_tier_holds_is_too_large() {
    let too_large = Err(Code::TraceTooLarge);
    assert_eq!(
        tier_after(|segments| segments.range_check_builtin = segment(1 << 26, 1)),
        too_large
    );
    assert_eq!(
        tier_after(|segments| segments.ec_op_builtin = segment(1 << 20, 7)),
        too_large
    );
    assert_eq!(
        tier_after(|segments| segments.bitwise_builtin = segment(3, 5)),
        too_large
    );
    let backwards = |segments: &mut BuiltinSegments| {
        segments.bitwise_builtin = Some(MemorySegmentAddresses {
            begin_addr: 9,
            stop_ptr: 4,
        });
    };
    assert_eq!(tier_after(backwards), too_large);
    assert_eq!(Code::TraceTooLarge.exit_code(), 3);
}

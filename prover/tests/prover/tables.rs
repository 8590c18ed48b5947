//! What is predicted of a proof is what the proof has.

use cairn_prover::failure::Code;
use cairn_prover::proof_file::decode;
use cairn_prover::tables::{choose_tier, proven_rows, tier_name};

use stwo_cairo_adapter::builtins::{BuiltinSegments, MemorySegmentAddresses};

use crate::fixtures::{execution, proof, INPUT};

#[test]
fn the_tables_are_predicted_to_the_row() {
    for program in ["sums", "builtins", "echoes"] {
        let (_, recording) = cairn_prover::execution_file::read(&execution(program, INPUT))
            .unwrap_or_else(|failure| panic!("{}", failure.message));
        let input = recording.replay().unwrap();
        let (variant, predicted) =
            choose_tier(&input).unwrap_or_else(|failure| panic!("{}", failure.message));
        let proven = decode(&std::fs::read(proof(program, INPUT)).unwrap()).unwrap();
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
    assert_eq!(
        tier_after(|segments| segments.bitwise_builtin = segment(1 << 20, 5)),
        Ok("small")
    );
    // More rows than the small tier's longest column, and Pedersen, which only the largest has then.
    assert_eq!(
        tier_after(|segments| segments.bitwise_builtin = segment(1 << 21, 5)),
        Ok("canonical")
    );
    let without_pedersen = |segments: &mut BuiltinSegments| {
        segments.pedersen_builtin = None;
        segments.range_check_builtin = segment(1 << 25, 1);
    };
    assert_eq!(tier_after(without_pedersen), Ok("without_pedersen"));
    let curves = |segments: &mut BuiltinSegments| {
        segments.pedersen_builtin = None;
        segments.ec_op_builtin = segment(16, 7);
    };
    assert_eq!(tier_after(curves), Ok("without_pedersen"));
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

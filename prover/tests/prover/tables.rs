//! What is predicted of a proof is what the proof has.

use cairn_prover::proof_file::decode;
use cairn_prover::tables::{choose_tier, proven_rows, tier_name};

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

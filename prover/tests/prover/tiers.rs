//! Proofs in tiers that the stock tools do not know, or use otherwise.

use cairn_prover::proof_file::decode;
use cairn_prover::prove::{prove, CairnProof, KeptTables, Plan};
use cairn_prover::tables::{max_log_size, tables_in, variant_of_tier, Coefficients, TIERS};
use cairn_prover::verify::verify_alone;

use crate::fixtures::{execution, one_proof_at_a_time, proof, INPUT};
use crate::forge::stock_accepts;

fn proven_in(tier: &str, program: &str) -> CairnProof {
    let (_, recording) = cairn_prover::execution_file::read(&execution(program, INPUT))
        .unwrap_or_else(|failure| panic!("{}", failure.message));
    let input = recording.replay().unwrap();
    let variant = variant_of_tier(tier).unwrap();
    let claim = tables_in(&input, variant).expect("room");
    let plan = Plan {
        variant,
        max_log_size: max_log_size(&claim),
        coefficients: Coefficients::Recomputed,
    };
    let _one = one_proof_at_a_time();
    let proof = prove(input, plan, &mut KeptTables::default()).unwrap();
    let (predicted, proven) = (claim.flatten_claim(), proof.claim.flatten_claim());
    assert_eq!(predicted.component_log_sizes, proven.component_log_sizes);
    proof
}

/// Proves in a tier; the proof is accepted in this tier, and in no other.
fn is_proven_and_accepted_in(tier: &str, program: &str) {
    let proof = proven_in(tier, program);
    let claimed =
        verify_alone(proof.clone()).unwrap_or_else(|invalid| panic!("{}", invalid.message));
    assert_eq!(claimed.tier, tier);
    assert!(
        stock_accepts(&proof),
        "the equations are the stock verifier's; the name of the tier is not"
    );
    for (variant, other) in TIERS.into_iter().filter(|(_, other)| *other != tier) {
        let mut renamed = proof.clone();
        renamed.preprocessed_trace_variant = variant;
        assert!(verify_alone(renamed).is_err(), "{tier} as {other}");
    }
}

/// Up to 3.7 GiB.
#[test]
fn a_proof_in_a_tier_between_is_accepted() {
    is_proven_and_accepted_in("small_22", "builtins");
    is_proven_and_accepted_in("small_23", "sums");
    is_proven_and_accepted_in("small_24", "sums");
}

#[test]
#[ignore = "takes 13 GiB: `npm run test:tiers`"]
fn a_proof_in_a_large_tier_is_accepted() {
    for tier in ["small_25", "without_pedersen", "canonical"] {
        is_proven_and_accepted_in(tier, "sums");
    }
}

/// The stock prover refuses `ec_op` over the small tables.
#[test]
fn curves_and_pedersen_hashes_are_proven_together_over_the_small_tables() {
    let file = std::fs::read(proof("rarities", INPUT)).unwrap();
    let proof = decode(&file).unwrap();
    assert!(proof.claim.ec_op_builtin.is_some());
    assert!(proof.claim.pedersen_builtin_narrow_windows.is_some());
    assert!(stock_accepts(&proof));
    let claimed = verify_alone(proof).unwrap_or_else(|invalid| panic!("{}", invalid.message));
    assert_eq!(claimed.tier, "small");
}

//! Proofs in tiers that the stock tools do not know, or use otherwise.

use cairn_prover::proof_file::{decode, encode};
use cairn_prover::prove::{prove, CairnProof, KeptTables, Plan};
use cairn_prover::tables::{max_log_size, tables_in, variant_of_tier, Coefficients, TIERS};
use cairn_prover::verify::verify_alone;
use stwo_cairo_adapter::ProverInput;

use crate::fixtures::{execution, one_proof_at_a_time, proof, scratch, text, INPUT};
use crate::forge::{self, stock_accepts};
use crate::forger::Forge;
use crate::worker::Worker;

fn replayed(program: &str) -> ProverInput {
    let (_, recording) = cairn_prover::execution_file::read(&execution(program, INPUT))
        .unwrap_or_else(|failure| panic!("{}", failure.message));
    recording.replay().unwrap()
}

fn proven_in(tier: &str, program: &str) -> CairnProof {
    let input = replayed(program);
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

/// Neither the search for proofs of work nor tables sized to the input change a byte.
#[test]
fn a_proof_is_the_librarys_own_byte_for_byte() {
    let bytes =
        |proof: &CairnProof| encode(proof).unwrap_or_else(|failure| panic!("{}", failure.message));
    let of_library = forge::prove(&Forge::default(), replayed("sums"));
    assert!(bytes(&proven_in("small", "sums")) == bytes(&of_library));
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

/// What a worker keeps of one proof must not cost the next one its room.
#[test]
#[ignore = "takes a minute: `npm run test:tiers`"]
fn kept_tables_give_way_to_a_proof_that_fits_without_them() {
    let _one = one_proof_at_a_time();
    let folder = scratch();
    let (execution, proof) = (execution("sums", INPUT), folder.path().join("proof"));
    let paths = ["--execution", text(&execution), "--output", text(&proof)];
    let mut worker = Worker::start();
    worker.ask(
        "large",
        "prove",
        &[&paths[..], &["--tier", "small_24"]].concat(),
    );
    assert_eq!(worker.answer("large").0["exitCode"], 0);
    let limit = ["--max-memory", "1800000000"];
    worker.ask("small", "prove", &[&paths[..], &limit].concat());
    let (answer, _) = worker.answer("small");
    assert_eq!(answer["exitCode"], 0, "{answer}");
}

/// The stock prover refuses `ec_op` over the small tables.
#[test]
fn curves_and_pedersen_hashes_are_proven_together_over_the_small_tables() {
    let file = std::fs::read(proof("rarities", INPUT)).unwrap();
    let proof = decode(&file).unwrap().proof;
    assert!(proof.claim.ec_op_builtin.is_some());
    assert!(proof.claim.pedersen_builtin_narrow_windows.is_some());
    assert!(stock_accepts(&proof));
    let claimed = verify_alone(proof).unwrap_or_else(|invalid| panic!("{}", invalid.message));
    assert_eq!(claimed.tier, "small");
}

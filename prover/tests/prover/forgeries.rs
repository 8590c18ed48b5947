//! The three holes that the stock verifier is known to have: it accepts, we refuse.

use std::sync::OnceLock;

use cairn_prover::felt::Felt;
use cairn_prover::input_group::InputGroup;
use cairn_prover::prove::{pcs_config, CairnProof};
use cairn_prover::verify::{roots, verify, Binding, Reason};
use stwo::core::fri::FriConfig;
use stwo::core::pcs::PcsConfig;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;
use stwo_cairo_prover::witness::preprocessed_trace::generate_preprocessed_commitment_root;

use crate::binary::run;
use crate::fixtures::{
    checked, executable, felts, input, one_proof_at_a_time, proof, scratch, text, write, INPUT,
};
use crate::forge::{self, refused_for, stock_accepts, verdict};
use crate::forger::{alter_one_value, Forge};

/// An honest proof of `sums` on 1, 2, 3.
pub fn honest() -> &'static CairnProof {
    static HONEST: OnceLock<CairnProof> = OnceLock::new();
    HONEST.get_or_init(|| {
        let file = std::fs::read(proof("sums", INPUT)).unwrap();
        cairn_prover::proof_file::decode(&file).unwrap().proof
    })
}

#[test]
fn an_honest_proof_is_accepted_by_both() {
    assert!(stock_accepts(honest()));
    assert_eq!(verdict(honest(), &[1, 2, 3]), Ok(()));
}

#[test]
fn one_query_and_no_work_is_weak() {
    let fri_config = FriConfig {
        n_queries: 1,
        ..pcs_config().fri_config
    };
    let config = PcsConfig {
        pow_bits: 0,
        fri_config,
        ..pcs_config()
    };
    let weak = Forge {
        config,
        ..Forge::default()
    };
    let weak = forge::prove(&weak, forge::run("sums", &[1, 2, 3]));
    assert!(stock_accepts(&weak));
    refused_for(&weak, Reason::WeakParameters, "(1 bits of security)");
}

#[test]
fn every_parameter_is_demanded_as_it_is() {
    let alterations: [fn(&mut PcsConfig); 6] = [
        |config| config.pow_bits = 25,
        |config| config.fri_config.n_queries = 69,
        |config| config.fri_config.log_blowup_factor = 2,
        |config| config.fri_config.log_last_layer_degree_bound = 1,
        |config| config.fri_config.fold_step = 2,
        |config| config.lifting_log_size = Some(21),
    ];
    for alter in alterations {
        let mut altered = honest().clone();
        alter(&mut altered.stark_proof.0.config);
        refused_for(&altered, Reason::WeakParameters, "other parameters");
    }
}

#[test]
fn a_salt_is_refused() {
    let salted = Forge {
        salt: 7,
        ..Forge::default()
    };
    let salted = forge::prove(&salted, forge::run("sums", &[1, 2, 3]));
    assert!(stock_accepts(&salted));
    refused_for(&salted, Reason::WeakParameters, "the salt 7");
}

#[test]
fn an_altered_preprocessed_value_is_an_unknown_root() {
    let forge = Forge {
        alter_columns: alter_one_value,
        ..Forge::default()
    };
    let tampered = forge::prove(&forge, forge::run("sums", &[1, 2, 3]));
    assert!(stock_accepts(&tampered));
    refused_for(&tampered, Reason::UnknownPreprocessedRoot, "no tier's");
}

#[test]
fn another_program_is_refused() {
    let other = proof("builtins", INPUT);
    let (program, values) = (executable("sums"), input(INPUT));
    let run = run([
        "verify",
        "--proof",
        text(&other),
        "--executable",
        text(&program),
        "--input",
        text(&values),
    ]);
    assert_eq!((run.code, run.text("reason")), (Some(1), "WRONG_PROGRAM"));
    // A binding to nothing is still to a program.
    let run = crate::binary::run([
        "verify",
        "--proof",
        text(&other),
        "--executable",
        text(&program),
        "--input",
        text(&values),
        "--binding",
        "none",
    ]);
    assert_eq!((run.code, run.text("reason")), (Some(1), "WRONG_PROGRAM"));
}

#[test]
fn another_word_is_another_program() {
    let file = std::fs::read(proof("sums", INPUT)).unwrap();
    let group = InputGroup::new(felts(&[1, 2, 3]));
    let refused_by = |alter: fn(&mut Vec<Felt>)| {
        let mut program = checked("sums");
        alter(&mut program.bytecode);
        let refused = verify(&file, &program, &group, Binding::Poseidon);
        let refused = refused.expect_err("the same builtins, and another program");
        assert_eq!(refused.reason, Reason::WrongProgram, "{}", refused.message);
    };
    refused_by(|words| words[0] += Felt::from(1u32));
    refused_by(|words| *words.last_mut().unwrap() += Felt::from(1u32));
    refused_by(|words| words.push(Felt::from(0u32)));
    refused_by(|words| _ = words.pop());
}

#[test]
fn another_input_is_refused() {
    let folder = scratch();
    let other = write(folder.path(), "other.csv", "1, 2, 4");
    let (proof, program) = (proof("sums", INPUT), executable("sums"));
    let run = run([
        "verify",
        "--proof",
        text(&proof),
        "--executable",
        text(&program),
        "--input",
        text(&other),
    ]);
    assert_eq!((run.code, run.text("reason")), (Some(1), "WRONG_INPUT"));
    assert!(run.text("message").contains("the commitment to this input"));
}

#[test]
fn the_roots_are_those_of_the_tables() {
    // The largest tiers' take 5 to 13 GB to compute: `cargo run --release --example recompute-roots`.
    for variant in [
        PreProcessedTraceVariant::CanonicalSmall,
        PreProcessedTraceVariant::CanonicalSmall21,
        PreProcessedTraceVariant::CanonicalSmall22,
        PreProcessedTraceVariant::CanonicalSmall23,
    ] {
        let _one = one_proof_at_a_time();
        let root = generate_preprocessed_commitment_root::<cairn_prover::prove::StarkChannel>(
            1, variant, None,
        );
        assert_eq!(roots::hex(&root), roots::root(variant), "{variant:?}");
    }
}

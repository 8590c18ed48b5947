//! A proof fits into its limit, or is refused before it begins.

use cairn_prover::proof_file::decode;

use crate::binary::{run, Run};
use crate::fixtures::{
    dry_run, executable, execution, input, one_proof_at_a_time, scratch, text, INPUT,
};

/// What `execute` says that a proof takes: in as little as it can, and at full speed.
fn estimates(program: &str) -> (u64, u64) {
    let (program, values) = (executable(program), input(INPUT));
    let executed = dry_run(&program, &values, &[]).done();
    let estimate = |name: &str| executed.answer["estimate"][name].as_u64().unwrap();
    (estimate("proveMemory"), estimate("proveMemoryFast"))
}

fn prove(program: &str, output: &std::path::Path, arguments: &[&str]) -> Run {
    let run_file = execution(program, INPUT);
    let files = [
        "prove",
        "--execution",
        text(&run_file),
        "--output",
        text(output),
    ];
    let _one = one_proof_at_a_time();
    run(files.into_iter().chain(arguments.iter().copied()))
}

#[test]
fn what_is_estimated_is_enough_and_near_what_it_takes() {
    let (least, fast) = estimates("sums");
    assert!(least < fast);
    for (estimate, coefficients) in [(least, "recomputed"), (fast, "kept")] {
        let folder = scratch();
        let output = folder.path().join("proof");
        let limit = estimate.to_string();
        let proven = prove("sums", &output, &["--max-memory", &limit]).done();
        assert_eq!(proven.answer["estimatedMemory"], estimate);
        assert_eq!(proven.answer["coefficients"], coefficients);
        let peak = proven.answer["peakMemory"].as_u64().unwrap();
        assert!(peak <= estimate, "{peak} of {estimate}");
        assert!(estimate * 100 <= peak * 115, "{peak} of {estimate}");
    }
}

#[test]
fn a_byte_less_is_refused_at_once() {
    let folder = scratch();
    let output = folder.path().join("proof");
    let (least, _) = estimates("sums");
    let limit = (least - 1).to_string();
    let refused = prove("sums", &output, &["--max-memory", &limit]).failed("MEMORY_LIMIT", 3);
    assert_eq!(refused.answer["error"]["needed"], least);
    assert_eq!(refused.answer["error"]["limit"], least - 1);
    assert!(refused
        .events
        .iter()
        .all(|event| event["phase"] != "tables"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_tier_may_be_named() {
    let folder = scratch();
    let output = folder.path().join("proof");
    let proven = prove("sums", &output, &["--tier", "small_21"]).done();
    assert_eq!(proven.answer["tier"], "small_21");
    let proof = decode(&std::fs::read(&output).unwrap()).unwrap();
    assert_eq!(proof.preprocessed_trace_variant.max_log_trace_size(), 21);
}

#[test]
fn a_tier_without_room_and_one_that_is_none_are_refused() {
    let folder = scratch();
    let output = folder.path().join("proof");
    // It has Pedersen hashes.
    let tier = ["--tier", "without_pedersen"];
    let refused = prove("builtins", &output, &tier).failed("TRACE_TOO_LARGE", 3);
    let message = refused.answer["error"]["message"].to_string();
    assert!(
        message.contains("without_pedersen has no room"),
        "{message}"
    );
    prove("builtins", &output, &["--tier", "enormous"]).failed("USAGE", 2);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

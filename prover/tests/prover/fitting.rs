//! A proof fits into its limit, or is refused before it begins.

use cairn_prover::execution_file;
use cairn_prover::proof_file::decode;
use cairn_prover::tables::{least_of_any, tables_in, Needed, TIERS};

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

/// The execution is cut behind its header: whoever read on would find that first.
#[test]
fn what_no_such_proof_fits_into_is_refused_before_its_execution_is_read() {
    let folder = scratch();
    let (cut, output) = (folder.path().join("cut"), folder.path().join("proof"));
    let whole = std::fs::read(execution("sums", INPUT)).unwrap();
    std::fs::write(&cut, &whole[..whole.len() / 2]).unwrap();
    let prove = |more: &[&str]| {
        let files = ["--execution", text(&cut), "--output", text(&output)];
        run([&["prove"], &files[..], more].concat())
    };
    prove(&[]).failed("EXECUTION_TRUNCATED", 2);
    prove(&["--max-memory", "4000000000"]).failed("EXECUTION_TRUNCATED", 2);
    for more in [
        &["--max-memory", "1000000000"][..],
        &["--max-memory", "4000000000", "--tier", "small_25"],
    ] {
        let refused = prove(more).failed("MEMORY_LIMIT", 3);
        let error = &refused.answer["error"];
        let limit = error["limit"].as_u64().unwrap();
        assert_eq!(limit.to_string(), more[1]);
        assert!(error["neededAtLeast"].as_u64().unwrap() > limit, "{error}");
        assert!(error["needed"].is_null(), "{error}");
        assert!(refused.events.is_empty(), "{:?}", refused.events);
    }
}

#[test]
fn the_steps_alone_never_ask_for_more_than_the_proof() {
    for program in ["sums", "echoes", "builtins", "rarities"] {
        let (_, recording) = execution_file::read(&execution(program, INPUT))
            .ok()
            .unwrap();
        let steps = recording.steps();
        let input = recording.replay().unwrap();
        for (variant, tier) in TIERS {
            let Some(claim) = tables_in(&input, variant) else {
                continue;
            };
            let (least, needed) = (
                least_of_any(steps, Some(tier)),
                Needed::of(&claim, variant).least,
            );
            assert!(least <= needed, "{program} in {tier}: {least} of {needed}");
            // Small programs take little beside what all take.
            assert!(
                least > needed / 4,
                "{program} in {tier}: {least} of {needed}"
            );
        }
    }
}

#[test]
fn a_tier_may_be_named() {
    let folder = scratch();
    let output = folder.path().join("proof");
    let proven = prove("sums", &output, &["--tier", "small_21"]).done();
    assert_eq!(proven.answer["tier"], "small_21");
    let proof = decode(&std::fs::read(&output).unwrap()).unwrap().proof;
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

//! Each command's answer, as `PROTOCOL.md` has it.

use serde_json::{json, Value};
use sha2::{Digest, Sha256};

use crate::binary::{run, Run};
use crate::fixtures::{
    dry_run, executable, execute, execution, input, one_proof_at_a_time, package, proof, scratch,
    text, write, INPUT,
};

const COMMITMENT: &str = "0x2f0d8840bcf3bc629598d8a6cc80cb7c0d9e52d93dab244bbf9cd0dca0ad082";
const PROGRAM: &str = "0x2b3b8302310d70766633efc5b7cafd49f2ce64b4082d65dfb346c48e68f3908";

fn sha256(path: &std::path::Path) -> String {
    format!("{:x}", Sha256::digest(std::fs::read(path).unwrap()))
}

fn size(path: &std::path::Path) -> u64 {
    path.metadata().unwrap().len()
}

fn phases(run: &Run) -> Vec<&str> {
    let begun = run.events.iter().filter(|event| event["event"] == "phase");
    begun.filter_map(|event| event["phase"].as_str()).collect()
}

#[test]
fn compile_and_inspect_agree() {
    let folder = scratch();
    let output = folder.path().join("sums.executable.json");
    let package = package("sums");
    let compiled = run([
        "compile",
        "--package",
        text(&package),
        "--output",
        text(&output),
    ])
    .done();
    assert_eq!(phases(&compiled), ["load", "compile", "write"]);
    let expected = json!({
        "programHash": PROGRAM, "name": "sums", "builtins": ["output", "poseidon"],
        "bytecodeWords": 235, "bytes": size(&output),
    });
    assert_eq!(compiled.answer, expected);
    let inspected = run(["inspect", "--executable", text(&output)]).done();
    assert_eq!(inspected.answer, expected);
}

#[test]
fn commit_is_what_cairo_computes() {
    let committed = run(["commit", "--input", text(&input(INPUT))]).done();
    assert_eq!(
        committed.answer,
        json!({ "inputCommitment": COMMITMENT, "values": 3 })
    );
    // The program itself returned the same, by `poseidon_hash_span`.
    let proven = run(["inspect", "--proof", text(&proof("sums", INPUT))]).done();
    assert_eq!(proven.answer["output"], json!([COMMITMENT, "0x6", "0x3"]));
}

#[test]
fn commitments_agree_with_cairo_for_every_length_modulo_two() {
    for values in ["", "5", "5,6", "-1,'a',0x7,9"] {
        let (program, values) = (executable("sums"), input(values));
        let executed = dry_run(&program, &values, &[]).done();
        assert_eq!(
            executed.answer["output"][0],
            executed.answer["inputCommitment"]
        );
    }
}

#[test]
fn execute_answers_and_writes() {
    let folder = scratch();
    let output = folder.path().join("run.execution");
    let (program, values) = (executable("builtins"), input(INPUT));
    let executed = execute(&program, &values, &["--output", text(&output)]).done();
    assert_eq!(phases(&executed), ["load", "execute", "adapt", "write"]);
    let answer = &executed.answer;
    assert_eq!(answer["inputCommitment"], COMMITMENT);
    assert_eq!(answer["tier"], "small");
    assert_eq!(
        answer["builtins"],
        json!({ "bitwise": 9, "output": 4, "pedersen": 3, "poseidon": 2, "range_check": 20 })
    );
    assert_eq!(
        (answer["bytes"].as_u64(), executed.text("sha256")),
        (Some(size(&output)), &*sha256(&output))
    );
    let opcodes = answer["opcodes"].as_object().unwrap().values();
    let steps: u64 = opcodes.map(|steps| steps.as_u64().unwrap()).sum();
    // The last state is that of no step.
    assert_eq!(Some(steps + 1), answer["steps"].as_u64());
    assert!(answer["opcodes"]["add_small"].as_u64().unwrap() > 0);
    let estimate = |name: &str| answer["estimate"][name].as_u64().unwrap();
    assert!(estimate("proveMemory") > 1 << 29);
    assert!(estimate("proveMemoryFast") >= estimate("proveMemory"));
    let inspected = run(["inspect", "--execution", text(&output)]).done();
    for key in ["programHash", "inputCommitment", "steps", "tier", "bytes"] {
        assert_eq!(inspected.answer[key], answer[key], "{key}");
    }
    assert_eq!(
        (
            &inspected.answer["format"],
            &inspected.answer["stwoVersion"]
        ),
        (&json!(2), &json!("1.3.0"))
    );
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_dry_run_writes_nothing() {
    let (program, values) = (executable("sums"), input(INPUT));
    let executed = dry_run(&program, &values, &[]).done();
    assert_eq!(
        (&executed.answer["bytes"], &executed.answer["sha256"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(phases(&executed), ["load", "execute", "adapt"]);
}

#[test]
fn prove_and_verify_answer() {
    let folder = scratch();
    let output = folder.path().join("proof.bin");
    let execution = execution("sums", INPUT);
    let proven = {
        let _one = crate::fixtures::one_proof_at_a_time();
        run([
            "prove",
            "--execution",
            text(&execution),
            "--output",
            text(&output),
            "--threads",
            "1",
        ])
        .done()
    };
    assert_eq!(
        phases(&proven),
        ["load", "replay", "tables", "prove", "verify", "write"]
    );
    let answer = &proven.answer;
    assert_eq!(answer["output"], json!([COMMITMENT, "0x6", "0x3"]));
    assert_eq!(
        (&answer["securityBits"], &answer["programHash"]),
        (&json!(96), &json!(PROGRAM))
    );
    assert_eq!(
        (answer["bytes"].as_u64(), proven.text("sha256")),
        (Some(size(&output)), &*sha256(&output))
    );
    assert!(answer["peakMemory"].as_u64().unwrap() > 1 << 29);
    let (program, values) = (executable("sums"), input(INPUT));
    let verified = run([
        "verify",
        "--proof",
        text(&output),
        "--executable",
        text(&program),
        "--input",
        text(&values),
    ])
    .done();
    let expected = json!({
        "valid": true, "programHash": PROGRAM, "inputCommitment": COMMITMENT, "binding": "poseidon",
        "bound": true, "output": [COMMITMENT, "0x6", "0x3"], "securityBits": 96,
        "steps": verified.answer["steps"], "provenRows": answer["provenRows"], "tier": "small",
        "sha256": sha256(&output), "seconds": verified.answer["seconds"],
    });
    assert_eq!(verified.answer, expected);
    assert!(verified.answer["steps"].as_u64() >= answer["steps"].as_u64());
}

#[test]
fn help_and_version_are_for_people() {
    for argument in ["--help", "--version"] {
        let output = crate::binary::command([argument]).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert!(String::from_utf8(output.stdout)
            .unwrap()
            .contains("cairn-prover"));
    }
}

#[test]
fn logs_go_to_stderr() {
    let folder = scratch();
    let values = write(folder.path(), "a.csv", "1");
    let logged = run(["commit", "--input", text(&values), "--log-level", "debug"]).done();
    assert!(logged.events.is_empty());
    let (program, values) = (executable("sums"), input(INPUT));
    let logged = dry_run(&program, &values, &["--log-level", "info"]).done();
    assert!(logged.stderr.contains("Opcode counts"), "{}", logged.stderr);
}

/// The half second between two of them is not timed here: the machine may be busy.
#[test]
fn a_proof_tells_how_far_it_is() {
    let execution = execution("sums", INPUT);
    let folder = scratch();
    let output = folder.path().join("proof");
    let _one = one_proof_at_a_time();
    let paths = ["--execution", text(&execution), "--output", text(&output)];
    let proven = run([&["prove"], &paths[..]].concat()).done();
    let progress = proven
        .events
        .iter()
        .filter(|event| event["event"] == "progress");
    let fractions: Vec<f64> = progress
        .map(|event| event["fraction"].as_f64().unwrap())
        .collect();
    assert!(fractions.len() > 2, "{fractions:?}");
    assert!(fractions.is_sorted(), "{fractions:?}");
    // Both searches may be over long before their mean.
    assert!(
        fractions[0] < 0.1 && fractions.last().unwrap() > &0.3,
        "{fractions:?}"
    );
}

/// The library's spans tell the stages apart: one of another name would be missed.
#[test]
fn a_proof_goes_through_every_stage() {
    let execution = execution("sums", INPUT);
    let folder = scratch();
    let output = folder.path().join("proof");
    let _one = one_proof_at_a_time();
    let paths = ["--execution", text(&execution), "--output", text(&output)];
    let more = ["prove", "--log-level", "info"];
    let proven = run([&more[..], &paths[..]].concat()).done();
    let line = proven.stderr.lines().find(|line| line.contains("stages: "));
    let named = line
        .unwrap()
        .split(' ')
        .filter_map(|word| word.split_once('='));
    let named: Vec<_> = named
        .map(|(name, took)| (name, took.split('/').next()))
        .collect();
    let names: Vec<_> = named.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), 20, "{names:?}");
    assert_eq!((names[0], names[19]), ("load", "finish"));
    let without_time = named.iter().filter(|(_, took)| took == &Some("0.000000"));
    let without_time: Vec<_> = without_time.collect();
    assert!(without_time.is_empty(), "{without_time:?}");
    assert!(!proven.stderr.contains('\u{1b}'), "{}", proven.stderr);
}

#[test]
fn a_proof_that_could_not_be_written_is_not_begun() {
    let execution = execution("sums", INPUT);
    let folder = scratch();
    let nowhere = folder.path().join("no-folder/proof");
    let paths = ["--execution", text(&execution), "--output", text(&nowhere)];
    let refused = run([&["prove"], &paths[..]].concat()).failed("FILE_UNWRITABLE", 2);
    assert!(refused.events.is_empty(), "{:?}", refused.events);
}

//! Executions that were made to deceive, in files that are whole.

use std::path::Path;

use cairn_prover::execute::output_segment;
use cairn_prover::execution_file::{read, write, Header, MAX_BYTES};
use cairn_prover::replay::Recording;
use stwo_cairo_adapter::memory::MemoryValueId;
use stwo_cairo_adapter::ProverInput;

use crate::binary::{run, Run};
use crate::fixtures::{execution, one_proof_at_a_time, scratch, text, INPUT};

fn prove(path: &Path) -> Run {
    let folder = scratch();
    let output = folder.path().join("proof");
    let _one = one_proof_at_a_time();
    let run = run([
        "prove",
        "--execution",
        text(path),
        "--output",
        text(&output),
    ]);
    if run.code != Some(0) {
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            0,
            "something was left"
        );
    }
    run
}

fn refused(run: Run, part: &str) {
    let failed = run.failed("EXECUTION_INVALID", 2);
    let message = failed.answer["error"]["message"].as_str().unwrap();
    assert!(message.contains(part), "{part}: {message}");
}

/// A run of a fixture program after a change, sealed as an honest writer does.
fn altered(program: &str, alter: impl FnOnce(&mut Header, &mut ProverInput)) -> Run {
    let (mut header, recording) =
        read(&execution(program, INPUT)).unwrap_or_else(|failure| panic!("{}", failure.message));
    let mut input = recording.replay().unwrap();
    let steps = header.steps;
    alter(&mut header, &mut input);
    let folder = scratch();
    let path = folder.path().join("run.execution");
    write(&path, &header, &Recording::of(input, steps), MAX_BYTES)
        .unwrap_or_else(|failure| panic!("{}", failure.message));
    prove(&path)
}

#[test]
fn an_execution_of_another_program_than_it_says() {
    refused(
        altered("sums", |header, _| header.program_hash = "0x1".into()),
        "not of 0x1",
    );
}

#[test]
fn a_sealed_execution_cannot_lie() {
    refused(
        altered("sums", |header, _| header.steps += 5),
        "its header says",
    );
    refused(
        altered("sums", |_, input| input.memory.address_to_id[3].0 = 12_345),
        "without a value",
    );
    refused(
        altered("sums", |_, input| {
            let output = output_segment(input).unwrap().start as usize;
            input.memory.address_to_id[output + 1] = input.memory.address_to_id[output + 2];
        }),
        "the assertion at pc",
    );
}

#[test]
fn a_false_hash_passes_the_replay_and_is_still_not_proven() {
    // The replay compares nothing that a builtin computes; the proof does.
    let run = altered("sums", |_, input| {
        let output = output_segment(input).unwrap().start as usize;
        let MemoryValueId::F252(commitment) = input.memory.address_to_id[output].decode() else {
            panic!("a commitment is a large value");
        };
        input.memory.f252_values[commitment as usize][0] ^= 1;
    });
    assert!(
        run.events.iter().any(|event| event["phase"] == "verify"),
        "it was proven"
    );
    refused(run, "the verifier refused it");
}

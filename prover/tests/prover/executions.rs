//! Executions that were made to deceive, in files that are whole.

use std::path::Path;

use cairn_prover::execute::output_segment;
use cairn_prover::execution_file::{read, write, Header, MAX_BYTES};
use cairn_prover::replay::Recording;
use stwo_cairo_adapter::memory::MemoryValueId;
use stwo_cairo_adapter::ProverInput;

use crate::binary::{run, Run};
use crate::fixtures::{
    executable, execution, input, one_proof_at_a_time, scratch, text, write as write_file, INPUT,
};
use crate::serve::phases;

fn prove(path: &Path, more: &[&str]) -> Run {
    let folder = scratch();
    let output = folder.path().join("proof");
    let _one = one_proof_at_a_time();
    let files = ["--execution", text(path), "--output", text(&output)];
    let run = run([&["prove"], &files[..], more].concat());
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
    altered_for(program, alter, &[])
}

fn altered_for(
    program: &str,
    alter: impl FnOnce(&mut Header, &mut ProverInput),
    more: &[&str],
) -> Run {
    let (mut header, recording) =
        read(&execution(program, INPUT)).unwrap_or_else(|failure| panic!("{}", failure.message));
    let mut input = recording.replay().unwrap();
    let steps = header.steps;
    alter(&mut header, &mut input);
    let folder = scratch();
    let path = folder.path().join("run.execution");
    write(&path, &header, &Recording::of(input, steps), MAX_BYTES)
        .unwrap_or_else(|failure| panic!("{}", failure.message));
    prove(&path, more)
}

/// What a proof is to be of, as `prove` takes it.
fn wanted<'a>(executable: &'a Path, input: &'a Path, binding: &'a str) -> [&'a str; 6] {
    let (executable, input) = (text(executable), text(input));
    [
        "--executable",
        executable,
        "--input",
        input,
        "--binding",
        binding,
    ]
}

/// A run that is refused when no more was done than this.
fn refused_after(run: Run, done: &[&str], part: &str) {
    assert_eq!(phases(&run.events), done, "{}", run.answer);
    refused(run, part);
}

const REPLAYED: [&str; 2] = ["load", "replay"];

#[test]
fn an_execution_of_another_program_than_it_says() {
    let run = altered("sums", |header, _| header.program_hash = "0x1".into());
    refused_after(run, &REPLAYED, "not of 0x1");
}

#[test]
fn an_execution_of_another_program_or_input_than_is_wanted_is_not_even_read() {
    let (sums, echoes, run) = (
        executable("sums"),
        executable("echoes"),
        execution("sums", INPUT),
    );
    let (right, other) = (input(INPUT), input("1, 2, 4\n"));
    let of_echoes = prove(&run, &wanted(&echoes, &right, "none"));
    refused_after(of_echoes, &[], "is of the program 0x");
    let on_other = prove(&run, &wanted(&sums, &other, "none"));
    refused_after(on_other, &[], "is of the input 0x");
    prove(&run, &wanted(&sums, &right, "poseidon")).done();
}

#[test]
fn one_that_lies_about_its_input_is_refused_before_it_is_proven() {
    let (sums, echoes, other) = (executable("sums"), executable("echoes"), input("1, 2, 4\n"));
    let commitment = run(["commit", "--input", text(&other)]).done();
    let lie = |header: &mut Header, _: &mut ProverInput| {
        header.input_commitment = commitment.text("inputCommitment").into();
    };
    let by_hash = altered_for("sums", lie, &wanted(&sums, &other, "poseidon"));
    refused_after(by_hash, &REPLAYED, "its first output value is 0x");
    let by_echo = altered_for("echoes", lie, &wanted(&echoes, &other, "echo"));
    refused_after(by_echo, &REPLAYED, "does not start with the 3 values");
}

#[test]
fn one_whose_program_gives_its_builtins_other_names_is_refused_before_it_is_proven() {
    let folder = scratch();
    let (right, program) = (input(INPUT), executable("sums"));
    let renamed = std::fs::read_to_string(program).unwrap();
    let renamed = renamed.replace("\"poseidon\"", "\"mul_mod\"");
    let renamed = write_file(folder.path(), "renamed.executable.json", renamed);
    let run = prove(&execution("sums", INPUT), &wanted(&renamed, &right, "none"));
    refused_after(run, &REPLAYED, "other builtins");
}

#[test]
fn what_is_wanted_is_named_whole() {
    let (run, program, values) = (execution("sums", INPUT), executable("sums"), input(INPUT));
    for half in [
        ["--executable", text(&program)],
        ["--input", text(&values)],
        ["--binding", "echo"],
    ] {
        prove(&run, &half).failed("USAGE", 2);
    }
    let none = prove(&run, &wanted(Path::new("/no/such"), &values, "echo"));
    none.failed("FILE_UNREADABLE", 2);
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

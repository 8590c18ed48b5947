//! Some of the cases of the fuzzer, always the same: `npm run fuzz:prover` runs a hundred thousand, with a fresh seed.

#[path = "../../examples/fuzz-prover/cases/mod.rs"]
mod cases;

use std::path::PathBuf;
use std::sync::Arc;

use cairn_prover::input_group::InputGroup;
use cairn_prover::verify::Binding;

use crate::fixtures::{
    checked, executable, execution, input, one_proof_at_a_time, proof, scratch, INPUT,
};
use cases::{Executables, Executions, JobFiles, Numbers, Outcome, Proofs};
use cases::{Report, Reproven, Requests, Statement, Strangers, Subject};

const SEED: u64 = 0x2545_f491_4f6c_dd1d;
const THREADS: usize = 2;
/// Programs, their inputs, and how the output names the input.
const SUBJECTS: [(&str, &str, Binding); 3] = [
    ("sums", INPUT, Binding::Poseidon),
    ("sums", "4, 5\n", Binding::Poseidon),
    ("echoes", INPUT, Binding::Echo),
];

fn run(count: u64, work: impl Fn(&mut Numbers) -> Outcome + Sync) -> Report {
    let report = cases::run(SEED, 0..count, THREADS, |_| {}, work);
    assert_eq!(
        (report.defects, report.panics, report.cases),
        (0, 0, count),
        "{:?}, slowest {:?}",
        report.told,
        report.slowest
    );
    report
}

/// More than a few were stopped by what starts so.
fn stopped_by(report: &Report, door: &str) {
    let doors = report.doors.iter();
    let count: u64 = doors
        .filter(|(name, _)| name.starts_with(door))
        .map(|(_, count)| count)
        .sum();
    assert!(count > 5, "{door}: {:?}", report.doors);
}

fn statements() -> Vec<(Statement, PathBuf)> {
    let statements = SUBJECTS.into_iter().map(|(program, values, binding)| {
        let group = InputGroup::read(&input(values)).unwrap_or_else(|why| panic!("{why:?}"));
        let statement = Statement {
            program: Arc::new(checked(program)),
            input: Arc::new(group),
            binding,
        };
        (statement, execution(program, values))
    });
    statements.collect()
}

#[test]
fn no_mutated_proof_is_accepted() {
    let subjects = SUBJECTS.iter().zip(statements());
    let subjects = subjects.map(|((program, values, _), (statement, _))| {
        let file = std::fs::read(proof(program, values)).unwrap();
        Subject::new(file, statement, true).unwrap()
    });
    let proofs = Proofs {
        subjects: subjects.collect(),
    };
    let report = run(1200, |numbers| proofs.case(numbers));
    for door in [
        "MALFORMED",
        "WEAK_PARAMETERS",
        "UNKNOWN_PREPROCESSED_ROOT",
        "WRONG_PROGRAM",
        "WRONG_INPUT",
        "INVALID_PROOF: the verifier refused it: Invalid logup sum",
        "INVALID_PROOF: the verifier refused it: Stark verification error",
    ] {
        stopped_by(&report, door);
    }
}

#[test]
fn mutated_executions_are_refused_or_are_runs() {
    let folder = scratch();
    let files: Vec<_> = ["sums", "builtins", "rarities"]
        .map(|program| execution(program, INPUT))
        .into();
    let executions = Executions::new(&files, folder.path().to_owned()).unwrap();
    let report = run(3000, |numbers| executions.case(numbers));
    for door in ["EXECUTION_INVALID", "the replay: ", "passes as a run"] {
        stopped_by(&report, door);
    }
}

fn executables(folder: &std::path::Path) -> Executables {
    let files = ["sums", "builtins", "rarities"].map(executable);
    let files = files.map(|file| std::fs::read(file).unwrap());
    Executables::new(files.into(), folder.to_owned()).unwrap()
}

#[test]
fn mutated_executables_and_groups_are_refused_or_pass() {
    let folder = scratch();
    let executables = executables(folder.path());
    let report = run(2000, |numbers| executables.case(numbers));
    stopped_by(&report, "EXECUTABLE_INVALID");
    stopped_by(&report, "passes as an executable");
    let report = run(5000, cases::csv_case);
    stopped_by(&report, "CSV_INVALID");
    stopped_by(&report, "passes as an input group");
}

#[test]
fn mutated_executables_run_to_an_answer() {
    let folder = scratch();
    let strangers = Strangers {
        executables: executables(folder.path()),
        prover: env!("CARGO_BIN_EXE_cairn-prover").into(),
        input: input(INPUT),
        scratch: folder.path().to_owned(),
    };
    run(40, |numbers| strangers.case(numbers));
}

#[test]
fn mutated_requests_are_answered() {
    let folder = scratch();
    let files = JobFiles {
        executable: executable("sums"),
        input: input(INPUT),
        execution: execution("sums", INPUT),
        proof: proof("sums", INPUT),
    };
    let prover = env!("CARGO_BIN_EXE_cairn-prover").into();
    let requests = Requests::new(prover, &files, folder.path().to_owned());
    let report = run(2000, |numbers| requests.case(numbers));
    for door in [
        "USAGE: A line is no job",
        "USAGE: unexpected",
        "NOT_JUDGED",
        "done",
    ] {
        stopped_by(&report, door);
    }
}

#[test]
fn an_altered_execution_proves_nothing_false() {
    let folder = scratch();
    let runs = statements();
    let reproven = Reproven::new(runs, folder.path().to_owned()).unwrap();
    run(2, |numbers| {
        let _one = one_proof_at_a_time();
        reproven.case(numbers)
    });
}

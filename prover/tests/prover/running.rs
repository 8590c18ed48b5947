//! How far a run is, while it runs.

use serde_json::Value;

use crate::binary::{run, Run};
use crate::fixtures::{executable, input, scratch, text, INPUT};
use crate::worker::Worker;

/// A run of about so many steps; `sums` takes 17 for each value.
fn run_sums(values: usize, arguments: &[&str]) -> Run {
    let program = executable("sums");
    let values = input(&vec!["1"; values].join(","));
    let paths = ["--executable", text(&program), "--input", text(&values)];
    run([&["execute"], &paths[..], arguments].concat()).done()
}

fn progress(run: &Run) -> Vec<&Value> {
    let events = run.events.iter();
    events
        .filter(|event| event["event"] == "progress")
        .collect()
}

/// Four million steps: long enough for a few events, and no longer.
const VALUES: usize = 1 << 18;

#[test]
fn a_run_tells_its_steps() {
    let ran = run_sums(VALUES, &["--no-output"]);
    let events = progress(&ran);
    let steps: Vec<_> = events
        .iter()
        .map(|event| event["steps"].as_u64().unwrap())
        .collect();
    assert!(steps.len() > 2 && steps.is_sorted(), "{steps:?}");
    let all = ran.answer["steps"].as_u64().unwrap();
    let last = *steps.last().unwrap();
    // The VM does not count the one that ends the run.
    assert!(last + 1 == all || last < all, "{last} of {all}");
    assert!(events
        .iter()
        .all(|event| event["fraction"].is_null() && event["remaining"].is_null()));
}

#[test]
fn whoever_says_how_many_steps_are_expected_is_told_a_fraction() {
    let folder = scratch();
    let output = folder.path().join("execution");
    let steps = run_sums(VALUES, &["--no-output"]).answer["steps"]
        .as_u64()
        .unwrap();
    // As many as there are; a third; twice as many; none.
    for expected in [steps, steps / 3, 2 * steps, 0] {
        let expected = expected.to_string();
        let ran = run_sums(
            VALUES,
            &["--expected-steps", &expected, "--output", text(&output)],
        );
        let told = |key: &str| -> Vec<f64> {
            let events = progress(&ran).into_iter();
            events.map(|event| event[key].as_f64().unwrap()).collect()
        };
        let fractions = told("fraction");
        assert!(
            fractions.len() > 2 && fractions.is_sorted(),
            "{expected}: {fractions:?}"
        );
        assert!(
            fractions
                .iter()
                .all(|fraction| (0.0..1.0).contains(fraction)),
            "{fractions:?}"
        );
        assert!(
            told("remaining")
                .iter()
                .all(|left| (0.0..600.0).contains(left)),
            "{expected}"
        );
        let phases: Vec<_> = progress(&ran)
            .iter()
            .map(|event| event["phase"].clone())
            .collect();
        assert!(
            phases.contains(&"execute".into()) && phases.contains(&"adapt".into()),
            "{phases:?}"
        );
        std::fs::remove_file(&output).unwrap();
    }
}

#[test]
fn a_workers_job_tells_its_steps_too() {
    let (program, values) = (executable("sums"), input(INPUT));
    let paths = ["--executable", text(&program), "--input", text(&values)];
    let arguments = [&["--no-output", "--expected-steps", "100"], &paths[..]].concat();
    let mut worker = Worker::start();
    worker.ask("1", "execute", &arguments);
    let lines = worker.until(|line| line["event"] == "answer");
    let told = lines.iter().find(|line| line["event"] == "progress");
    let told = told.expect("one at once");
    assert_eq!(told["job"], "1");
    assert!(
        told["steps"].is_u64() && told["fraction"].is_f64(),
        "{told}"
    );
}

#[test]
fn steps_that_are_no_number_are_refused() {
    let (program, values) = (executable("sums"), input("1"));
    let paths = ["--executable", text(&program), "--input", text(&values)];
    for expected in ["-1", "many", ""] {
        let more = ["execute", "--no-output", "--expected-steps", expected];
        run([&more[..], &paths[..]].concat()).failed("USAGE", 2);
    }
}

//! Which commands are confined, and to what.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use cairn_prover::confine::SECONDS;
use serde_json::json;

use crate::binary::{command, run};
use crate::fixtures::{executable, input, proof, scratch, text, write, INPUT};

#[test]
#[cfg(target_os = "linux")]
fn whoever_only_reads_is_confined_too() {
    let (proof, program, values) = (proof("sums", INPUT), executable("sums"), input(INPUT));
    let (proof, program, values) = (text(&proof), text(&program), text(&values));
    let folder = scratch();
    let item = json!({ "id": "1", "proof": proof, "executable": program, "input": values });
    let list = write(folder.path(), "list", format!("{item}\n"));
    let lines: [&[&str]; 6] = [
        &["commit", "--input", values],
        &["inspect", "--executable", program],
        &["inspect", "--proof", proof],
        &[
            "verify",
            "--proof",
            proof,
            "--executable",
            program,
            "--input",
            values,
        ],
        &["verify", "--many", text(&list)],
        &["verify", "--many", text(&list), "--threads", "200"],
    ];
    for line in lines {
        let ran = run([&["--log-level", "info"][..], line].concat()).done();
        let told = "confined resources=true system_calls=true";
        assert!(ran.stderr.contains(told), "{line:?}: {}", ran.stderr);
    }
}

/// A run that nobody limits has a bound, by which the system ends it should all else fail.
#[test]
#[cfg(target_os = "linux")]
fn without_a_time_limit_cpu_time_is_bounded_all_the_same() {
    let (program, values) = (executable("loops"), input("3"));
    let files = ["--executable", text(&program), "--input", text(&values)];
    let limit = ["execute", "--no-output", "--max-steps", "1000000000"];
    let mut child = command([&limit[..], &files].concat())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let runs = lines
        .map_while(Result::ok)
        .any(|line| line.contains("\"execute\""));
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(runs, "it never ran");
    let threads = std::thread::available_parallelism().unwrap().get() as u64;
    let bound = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max cpu time"));
    let bound = bound.and_then(|bound| bound.split_whitespace().next());
    assert_eq!(bound, Some((SECONDS * threads + 2).to_string().as_str()));
}

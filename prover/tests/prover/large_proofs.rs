//! A proof that takes gigabytes, ended in its middle: process and memory are gone within two seconds.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use cairn_prover::limits::available_memory;
use serde_json::Value;

use crate::binary::{command, run};
use crate::fixtures::{execute, one_proof_at_a_time, scratch, text, write};
use crate::idle::resident;
use crate::stopping::{send, PROMISED};
use crate::worker::Worker;

/// Bytes that a proof holds in its middle.
const LARGE: u64 = 6 << 30;
/// Bytes that others may take meanwhile.
const OF_OTHERS: u64 = 1 << 30;

/// Eight million steps: a proof of some 10 GiB.
fn large_execution(folder: &Path) -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("workloads/calls");
    let (program, execution) = (folder.join("calls.json"), folder.join("run.execution"));
    let paths = ["--package", text(&package), "--output", text(&program)];
    run([&["compile"], &paths[..]].concat()).done();
    let values = write(folder, "28.csv", "28\n");
    execute(&program, &values, &["--output", text(&execution)]).done();
    execution
}

fn is_in_the_middle(line: &Value, process: u32) -> bool {
    line["phase"] == "prove" && resident(process) >= LARGE
}

fn available() -> u64 {
    available_memory().expect("a system that tells")
}

/// To be called when the process is gone; everything is to be as it was before it.
fn assert_nothing_is_left(sent: Instant, before: u64, folder: &Path) {
    let gone = sent.elapsed();
    while available() + OF_OTHERS < before && sent.elapsed() < 2 * PROMISED {
        sleep(Duration::from_millis(10));
    }
    let free = sent.elapsed();
    println!("gone after {gone:?}, its memory free after {free:?}");
    assert!(free < PROMISED, "{gone:?}, memory {free:?}");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}

#[test]
#[ignore = "takes 13 GiB: `npm run test:tiers`"]
fn sigterm_ends_it() {
    let _one = one_proof_at_a_time();
    let (inputs, folder) = (scratch(), scratch());
    let run = large_execution(inputs.path());
    let output = folder.path().join("proof");
    let before = available();
    let paths = ["--execution", text(&run), "--output", text(&output)];
    let mut child = command([&["prove"], &paths[..]].concat())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let is_there = lines.any(|line| {
        let line = serde_json::from_str(&line.unwrap()).unwrap();
        is_in_the_middle(&line, child.id())
    });
    assert!(is_there, "it never was as large");
    let sent = Instant::now();
    send(libc::SIGTERM, &child);
    assert_eq!(child.wait().unwrap().code(), Some(143));
    assert_nothing_is_left(sent, before, folder.path());
}

#[test]
#[ignore = "takes 13 GiB: `npm run test:tiers`"]
fn cancel_ends_it() {
    let _one = one_proof_at_a_time();
    let (inputs, folder) = (scratch(), scratch());
    let run = large_execution(inputs.path());
    let output = folder.path().join("proof");
    let before = available();
    let mut worker = Worker::start();
    let paths = ["--execution", text(&run), "--output", text(&output)];
    worker.ask("large", "prove", &paths);
    let process = worker.id();
    worker.until(|line| is_in_the_middle(line, process));
    let sent = Instant::now();
    worker.cancel("large");
    let (last, code) = worker.ended();
    assert_eq!((&last.unwrap()["exitCode"], code), (&143.into(), Some(143)));
    assert_nothing_is_left(sent, before, folder.path());
}

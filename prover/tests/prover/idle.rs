//! A worker that waits gives memory back: first what waits to be used again, later its tables.

use std::time::{Duration, Instant};

use crate::fixtures::{execution, one_proof_at_a_time, scratch, text, INPUT};
use crate::worker::Worker;

/// The resident size of a process, in bytes.
pub fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.unwrap().trim().trim_end_matches(" kB");
    kibibytes.parse::<u64>().unwrap() << 10
}

/// Proves in a worker; whether it made its tables for it.
fn makes_tables(worker: &mut Worker, job: &str) -> bool {
    let folder = scratch();
    let (execution, output) = (execution("sums", INPUT), folder.path().join("proof"));
    let paths = ["--execution", text(&execution), "--output", text(&output)];
    worker.ask(job, "prove", &paths);
    let (answer, events) = worker.answer(job);
    assert_eq!(answer["exitCode"], 0, "{answer}");
    events.iter().any(|event| event["phase"] == "tables")
}

fn falls_below(worker: &Worker, bound: u64) {
    let deadline = Instant::now() + Duration::from_secs(30);
    while resident(worker.id()) >= bound {
        let found = resident(worker.id());
        assert!(Instant::now() < deadline, "{found}, not below {bound}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Less than the tables of the smallest tier take, and far more than a worker that has nothing.
const WITHOUT_TABLES: u64 = 100 << 20;

#[test]
fn spare_memory_goes_back_and_the_tables_stay() {
    let _one = one_proof_at_a_time();
    let mut worker = Worker::start_with(&["--spare-after", "0"]);
    assert!(makes_tables(&mut worker, "1"));
    falls_below(&worker, 450 << 20);
    assert!(resident(worker.id()) > WITHOUT_TABLES);
    assert!(!makes_tables(&mut worker, "2"));
    assert_eq!(worker.end().1, Some(0));
}

#[test]
fn tables_are_dropped_and_made_again() {
    let _one = one_proof_at_a_time();
    let mut worker = Worker::start_with(&["--drop-after", "1"]);
    assert!(makes_tables(&mut worker, "1"));
    falls_below(&worker, WITHOUT_TABLES);
    assert!(makes_tables(&mut worker, "2"));
    assert_eq!(worker.end().1, Some(0));
}

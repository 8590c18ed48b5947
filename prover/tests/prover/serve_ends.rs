//! Workers: how each way to end a job, or the worker, ends.

use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::binary::command;
use crate::fixtures::{
    executable, execution, input, one_proof_at_a_time, proof, scratch, text, INPUT,
};
use crate::serve::{assert_done, execute, prove};
use crate::worker::Worker;

#[test]
fn cancelling_a_program_leaves_the_worker() {
    let mut worker = Worker::start();
    let endless = ["--no-output", "--max-steps", "100000000000"];
    execute(&mut worker, "endless", "loops", "3", &endless);
    execute(&mut worker, "waiting", "sums", INPUT, &["--no-output"]);
    execute(&mut worker, "last", "sums", INPUT, &["--no-output"]);
    worker.until(|line| line["phase"] == "execute");
    worker.cancel("waiting");
    // The one that runs may tell meanwhile how far it is.
    let answer = worker.reply();
    assert_eq!(answer["job"], "waiting");
    assert_eq!(
        (&answer["error"]["code"], &answer["exitCode"]),
        (&json!("CANCELLED"), &json!(143))
    );
    let started = Instant::now();
    worker.cancel("endless");
    let (answer, _) = worker.answer("endless");
    assert!(started.elapsed() < Duration::from_secs(2));
    assert_eq!(
        (&answer["error"]["code"], &answer["exitCode"]),
        (&json!("CANCELLED"), &json!(143))
    );
    let (answer, _) = worker.answer("last");
    assert_done(&answer);
    worker.cancel("last");
    assert_eq!(worker.end().1, Some(0));
}

#[test]
fn cancelling_a_proof_ends_the_worker_with_it() {
    let execution = execution("sums", INPUT);
    let folder = scratch();
    let _one = one_proof_at_a_time();
    let mut worker = Worker::start();
    prove(
        &mut worker,
        "proof",
        &execution,
        &folder.path().join("proof"),
    );
    worker.until(|line| line["phase"] == "prove");
    let started = Instant::now();
    worker.cancel("proof");
    let (answer, _) = worker.answer("proof");
    assert_eq!(
        (&answer["error"]["code"], &answer["exitCode"]),
        (&json!("CANCELLED"), &json!(143))
    );
    assert_eq!(worker.end(), (None, Some(143)));
    assert!(started.elapsed() < Duration::from_secs(2));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_limit_is_the_jobs_own() {
    let execution = execution("sums", INPUT);
    let folder = scratch();
    let output = folder.path().join("proof");
    let paths = ["--execution", text(&execution), "--output", text(&output)];
    let mut worker = Worker::start();
    // What cannot fit is refused, and the worker goes on, without the limit.
    worker.ask(
        "small",
        "prove",
        &[&paths[..], &["--max-memory", "400000000"]].concat(),
    );
    let (answer, _) = worker.answer("small");
    assert_eq!(
        (&answer["error"]["code"], &answer["exitCode"]),
        (&json!("MEMORY_LIMIT"), &json!(3))
    );
    let _one = one_proof_at_a_time();
    worker.ask("late", "prove", &[&paths[..], &["--timeout", "1"]].concat());
    let (answer, _) = worker.answer("late");
    assert_eq!(
        (&answer["error"]["code"], &answer["exitCode"]),
        (&json!("TIME_LIMIT"), &json!(3))
    );
    assert_eq!(worker.end(), (None, Some(3)));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_time_limit_ends_with_its_job() {
    let values = input(INPUT);
    let mut worker = Worker::start();
    let program = executable("sums");
    let proof = proof("sums", INPUT);
    let nothing = ["--execution", "none", "--output", "none", "--timeout", "1"];
    worker.ask("first", "prove", &nothing);
    assert_eq!(worker.answer("first").0["exitCode"], 2);
    let started = Instant::now();
    let mut jobs = 0;
    while started.elapsed() < Duration::from_millis(1500) {
        let statement = ["--proof", text(&proof), "--executable", text(&program)];
        worker.ask(
            "again",
            "verify",
            &[&statement[..], &["--input", text(&values)]].concat(),
        );
        assert_done(&worker.answer("again").0);
        jobs += 1;
    }
    let served = worker.end().0.unwrap()["served"].clone();
    assert_eq!(served, json!(jobs + 1));
}

#[test]
fn a_signal_ends_it_between_jobs_and_within_one() {
    for begins in [false, true] {
        let mut worker = Worker::start();
        if begins {
            let endless = ["--no-output", "--max-steps", "100000000000"];
            execute(&mut worker, "endless", "loops", "3", &endless);
            worker.until(|line| line["phase"] == "execute");
        }
        let started = Instant::now();
        // SAFETY: a plain system call; the worker is this test's own and not waited for.
        unsafe { libc::kill(worker.id() as libc::pid_t, libc::SIGTERM) };
        // The end of its input would be an end of its own.
        let (last, code) = worker.ended();
        let last = last.unwrap();
        assert_eq!(
            (&last["error"]["code"], code),
            (&json!("CANCELLED"), Some(143))
        );
        assert_eq!(last["job"] == "endless", begins);
        assert!(started.elapsed() < Duration::from_secs(2));
    }
}

#[test]
fn a_cancellation_may_come_at_any_moment() {
    let values = input(INPUT);
    let (mut ended, mut went_on) = (0, 0);
    for round in 0..60 {
        let mut worker = Worker::start();
        for job in ["1", "2", "3"] {
            worker.ask(job, "commit", &["--input", text(&values)]);
        }
        if round % 2 == 0 {
            worker.answer("1");
        }
        worker.cancel("2");
        worker.until(|line| line["job"] == "2" && line["event"] == "answer");
        match worker.end() {
            (None, code) => {
                assert_eq!(code, Some(143));
                ended += 1;
            }
            (last, code) => {
                assert_eq!(code, Some(0), "{last:?}");
                went_on += 1;
            }
        }
    }
    assert_eq!(ended + went_on, 60);
    assert!(went_on > 0, "every cancellation came in time");
}

#[test]
fn a_worker_whose_answers_nobody_takes_ends() {
    let (answers, writer) = std::io::pipe().unwrap();
    let mut child = command(["serve"])
        .stdin(Stdio::piped())
        .stdout(writer)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    drop(answers);
    let values = input(INPUT);
    let line = json!({ "job": "1", "command": "commit", "arguments": ["--input", text(&values)] });
    let mut stdin = child.stdin.take().unwrap();
    writeln!(stdin, "{line}").unwrap();
    // It does not wait for more jobs, though some could come.
    assert_eq!(child.wait().unwrap().code(), Some(4));
}

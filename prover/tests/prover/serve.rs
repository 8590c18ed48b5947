//! Workers: what one job leaves for the next, and what they say.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use serde_json::{json, Value};

use crate::binary::{command, finish};
use crate::fixtures::{
    executable, execution, input, one_proof_at_a_time, proof, scratch, text, write, INPUT,
};
use crate::worker::Worker;

pub fn phases(events: &[Value]) -> Vec<&str> {
    let phases = events.iter().filter(|event| event["event"] == "phase");
    phases.filter_map(|event| event["phase"].as_str()).collect()
}

pub fn prove(worker: &mut Worker, job: &str, execution: &Path, output: &Path) {
    let arguments = ["--execution", text(execution), "--output", text(output)];
    worker.ask(job, "prove", &arguments);
}

pub fn execute(worker: &mut Worker, job: &str, program: &str, values: &str, more: &[&str]) {
    let (executable, input) = (executable(program), input(values));
    let arguments = ["--executable", text(&executable), "--input", text(&input)];
    worker.ask(job, "execute", &[&arguments[..], more].concat());
}

pub fn assert_done(answer: &Value) {
    assert_eq!(answer["exitCode"], 0, "{answer}");
}

#[test]
fn the_second_proof_finds_its_tables_and_is_the_same_file() {
    let cold = std::fs::read(proof("sums", INPUT)).unwrap();
    let (sums, echoes) = (execution("sums", INPUT), execution("echoes", INPUT));
    let folder = scratch();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    let _one = one_proof_at_a_time();
    let mut worker = Worker::start();
    prove(&mut worker, "1", &echoes, &first);
    prove(&mut worker, "2", &sums, &second);
    let (answer, events) = worker.answer("1");
    assert_done(&answer);
    assert!(phases(&events).contains(&"tables"));
    let (answer, events) = worker.answer("2");
    assert_done(&answer);
    assert_eq!(
        phases(&events),
        ["load", "replay", "prove", "verify", "write"]
    );
    assert!(answer["answer"]["peakMemory"].as_u64().unwrap() > 1 << 28);
    assert_eq!(std::fs::read(second).unwrap(), cold);
    let (last, code) = worker.end();
    assert_eq!((&last.unwrap()["served"], code), (&json!(2), Some(0)));
}

#[test]
fn every_command_answers_as_it_does_alone() {
    let (program, values, proof) = (executable("sums"), input(INPUT), proof("sums", INPUT));
    let statement = [
        "--proof",
        text(&proof),
        "--executable",
        text(&program),
        "--input",
        text(&values),
    ];
    let mut worker = Worker::start();
    for (job, command_name, arguments) in [
        ("commit", "commit", &["--input", text(&values)][..]),
        ("inspect", "inspect", &["--proof", text(&proof)]),
        ("none", "inspect", &["--proof", "none"]),
        ("verify", "verify", &statement),
        (
            "wrong",
            "verify",
            &[&statement[..4], &["--input", text(&input("9\n"))]].concat(),
        ),
        (
            "run",
            "execute",
            &[&statement[2..], &["--no-output"]].concat(),
        ),
    ] {
        worker.ask(job, command_name, arguments);
        let (answer, events) = worker.answer(job);
        let alone = command([&[command_name], arguments].concat())
            .output()
            .unwrap();
        let alone = finish(alone);
        assert_eq!(answer["exitCode"], json!(alone.code), "{job}");
        assert_eq!(phases(&events), phases(&alone.events), "{job}");
        let steady = |answer: &Value| {
            let mut answer = answer.clone();
            if let Some(answer) = answer.as_object_mut() {
                answer.remove("seconds");
            }
            answer
        };
        let said = match answer.get("answer") {
            Some(answer) => steady(answer),
            None => json!({ "error": answer["error"] }),
        };
        assert_eq!(said, steady(&alone.answer), "{job}");
    }
    assert_eq!(worker.end().1, Some(0));
}

#[test]
fn what_is_no_job_is_told_and_passed_over() {
    let mut worker = Worker::start();
    for (line, job, part) in [
        ("nonsense", json!(null), "it is no JSON (expected"),
        ("[1]", json!(null), "no JSON object; expected {\"job\""),
        (r#"{"cancel":7}"#, json!(null), "expected a string"),
        (r#"{"job":"1"}"#, json!("1"), "missing field `command`"),
        (
            r#"{"job":"a b","command":"commit","arguments":[]}"#,
            json!("a b"),
            "1 to 100 letters",
        ),
        (
            r#"{"job":"2","command":"fly","arguments":[]}"#,
            json!("2"),
            "'fly'; expected one of compile, inspect, commit, execute, prove, verify.",
        ),
        (
            r#"{"job":"3","command":"serve","arguments":[]}"#,
            json!("3"),
            "expected another command",
        ),
        (
            r#"{"job":"4","command":"verify","arguments":["--many","-"]}"#,
            json!("4"),
            "expected the name of a file",
        ),
        (
            r#"{"job":"5","command":"prove","arguments":["--execution=e","--output=o","--threads=1"]}"#,
            json!("5"),
            "the worker's own",
        ),
        (
            r#"{"job":"5","command":"execute","arguments":["--no-output","--executable=e","--input=i","--threads=1"]}"#,
            json!("5"),
            "the worker's own",
        ),
        (
            r#"{"job":"6","command":"commit","arguments":[],"more":1}"#,
            json!("6"),
            "unknown field `more`",
        ),
        (
            r#"{"job":"7","command":"execute","arguments":["--no-output","--executable=e\u0000","--input=i"]}"#,
            json!("7"),
            "a NUL byte",
        ),
    ] {
        worker.send(line);
        let answer = worker.line().unwrap();
        assert_eq!(
            (&answer["job"], &answer["exitCode"]),
            (&job, &json!(2)),
            "{answer}"
        );
        assert_eq!(answer["error"]["code"], "USAGE", "{answer}");
        let message = answer["error"]["message"].as_str().unwrap();
        assert!(message.contains(part), "{part}: {message}");
    }
    worker.send(&"x".repeat(70_000));
    assert_eq!(worker.line().unwrap()["error"]["code"], "USAGE");
    worker.cancel("nobody");
    execute(&mut worker, "last", "sums", INPUT, &["--no-output"]);
    assert_done(&worker.answer("last").0);
    assert_eq!(worker.end().1, Some(0));
}

#[test]
fn only_so_many_jobs_wait() {
    let mut worker = Worker::start();
    let endless = ["--no-output", "--max-steps", "100000000000"];
    execute(&mut worker, "endless", "loops", "3", &endless);
    worker.until(|line| line["phase"] == "execute");
    execute(&mut worker, "endless", "sums", INPUT, &["--no-output"]);
    let refused = worker.reply();
    assert_eq!(
        (&refused["job"], &refused["exitCode"]),
        (&json!("endless"), &json!(2))
    );
    for job in 0..65 {
        worker.ask(
            &job.to_string(),
            "commit",
            &["--input", text(&input(INPUT))],
        );
    }
    assert_eq!(worker.reply()["job"], "64");
    worker.cancel("endless");
    for _ in 0..65 {
        worker.until(|line| line["event"] == "answer");
    }
    assert_eq!(worker.end().1, Some(0));
}

/// Between two jobs, as one begins, as it ends: whenever a cancellation comes, the worker ends with the job, or goes on.
#[test]
fn a_child_logs_what_its_worker_does() {
    let (program, values) = (executable("sums"), input(INPUT));
    let arguments = [
        "--no-output",
        "--executable",
        text(&program),
        "--input",
        text(&values),
    ];
    let job = json!({ "job": "1", "command": "execute", "arguments": arguments });
    let folder = scratch();
    let jobs = write(folder.path(), "jobs", format!("{job}\n"));
    let logged = |level: &str| {
        let worker = command(["serve", "--log-level", level])
            .stdin(std::fs::File::open(&jobs).unwrap())
            .output();
        String::from_utf8(worker.unwrap().stderr).unwrap()
    };
    assert_eq!(logged("warn"), "");
    assert!(logged("info").contains("cairo_run"));
}

#[test]
fn ready_comes_first_whatever_is_asked_at_once() {
    for _ in 0..30 {
        let mut child = command(["serve"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(b"{}\n").unwrap();
        let run = finish(child.wait_with_output().unwrap()).done();
        let events: Vec<_> = run.events.iter().map(|event| &event["event"]).collect();
        assert_eq!(events, ["ready", "answer"]);
    }
}

//! `verify --many`: a verdict for each line, and what it demands of each.

use std::collections::HashMap;
use std::io::Write;
use std::process::Stdio;

use serde_json::{json, Value};

use crate::binary::{command, finish, run, Run};
use crate::fixtures::{executable, input, proof, scratch, text, write, INPUT};

/// A line of the list.
fn item(id: &str, proof: &str, program: &str, values: &str) -> Value {
    json!({ "id": id, "proof": proof, "executable": executable(program), "input": input(values) })
}

fn list(items: &[Value]) -> String {
    items.iter().map(|item| format!("{item}\n")).collect()
}

/// What was said of each id, `null` for lines that have none.
fn verdicts(run: &Run) -> HashMap<String, Value> {
    let verdicts = run
        .events
        .iter()
        .filter(|event| event["event"] == "verdict");
    verdicts
        .map(|verdict| {
            (
                verdict["id"].as_str().unwrap_or("null").to_owned(),
                verdict.clone(),
            )
        })
        .collect()
}

fn verify(list: &str, arguments: &[&str]) -> Run {
    let folder = scratch();
    let path = write(folder.path(), "list", list);
    run([&["verify", "--many", text(&path)], arguments].concat())
}

#[test]
fn every_proof_is_judged_by_its_own_statement() {
    let sums = proof("sums", INPUT);
    let echoes = proof("echoes", INPUT);
    let mut echo = item("echo", text(&echoes), "echoes", INPUT);
    echo["binding"] = "echo".into();
    echo["calldata"] = "array".into();
    let valid = [item("a", text(&sums), "sums", INPUT), echo];
    let all = verify(&list(&valid), &["--threads", "2"]);
    assert_eq!(all.code, Some(0));
    assert_eq!(
        all.answer["verdicts"],
        json!({ "valid": 2, "invalid": 0, "notJudged": 0 })
    );
    let said = verdicts(&all);
    let one = run([
        "verify",
        "--proof",
        text(&sums),
        "--executable",
        text(&executable("sums")),
        "--input",
        text(&input(INPUT)),
    ])
    .done();
    for field in [
        "programHash",
        "inputCommitment",
        "output",
        "sha256",
        "bound",
        "tier",
    ] {
        assert_eq!(said["a"]["answer"][field], one.answer[field], "{field}");
    }
    assert_eq!(said["echo"]["answer"]["binding"], "echo");

    let mixed = [
        valid.as_slice(),
        &[
            item("other input", text(&sums), "sums", "1, 2"),
            item("other program", text(&sums), "echoes", INPUT),
        ],
    ]
    .concat();
    let refused = verify(&list(&mixed), &[]);
    assert_eq!(refused.code, Some(1));
    assert_eq!(
        refused.answer["verdicts"],
        json!({ "valid": 2, "invalid": 2, "notJudged": 0 })
    );
    let said = verdicts(&refused);
    let reason = |id: &str| {
        (
            said[id]["exitCode"].clone(),
            said[id]["answer"]["reason"].clone(),
        )
    };
    assert_eq!(reason("other input"), (json!(1), json!("WRONG_INPUT")));
    assert_eq!(reason("other program"), (json!(1), json!("WRONG_PROGRAM")));
    assert_eq!(said["a"]["exitCode"], 0);
}

#[test]
fn what_cannot_be_judged_keeps_no_other_from_its_verdict() {
    let sums = proof("sums", INPUT);
    let folder = scratch();
    let csv = write(folder.path(), "bad.csv", "four\n");
    let mut bad_input = item("csv", text(&sums), "sums", INPUT);
    bad_input["input"] = text(&csv).into();
    let mut extra = item("extra", text(&sums), "sums", INPUT);
    extra["bindings"] = "none".into();
    let lines = [
        list(&[item("missing", "/nowhere", "sums", INPUT), bad_input, extra]),
        "not json\n\n   \n".into(),
        format!("{{\"id\":\"long\",\"proof\":\"{}\"}}\n", "p".repeat(70_000)),
        list(&[
            item("bad", text(&csv), "sums", INPUT),
            item("good", text(&sums), "sums", INPUT),
        ]),
    ];
    // The last line has no end, as a list that was cut off.
    let cut = "{\"id\":\"cut\",\"proof\":\"p\"";
    let run = verify(&format!("{}{cut}", lines.concat()), &["--threads", "1"]);
    let failed = run.failed("NOT_JUDGED", 2);
    assert_eq!(
        failed.answer["error"]["verdicts"],
        json!({ "valid": 1, "invalid": 1, "notJudged": 6 })
    );
    let said = verdicts(&failed);
    assert_eq!(said["good"]["exitCode"], 0);
    assert_eq!(said["bad"]["answer"]["reason"], "MALFORMED");
    let code = |id: &str| said[id]["error"]["code"].as_str().unwrap().to_owned();
    assert_eq!(code("missing"), "FILE_UNREADABLE");
    assert_eq!(code("csv"), "CSV_INVALID");
    assert_eq!(code("extra"), "USAGE");
    assert_eq!(code("null"), "USAGE");
    assert!(["missing", "csv", "extra", "null"]
        .iter()
        .all(|id| said[*id]["exitCode"] == 2));
    assert!(said
        .values()
        .all(|verdict| verdict.get("answer").is_none() || verdict.get("error").is_none()));
}

#[test]
fn the_list_may_come_from_standard_input_and_may_be_empty() {
    let mut child = command(["verify", "--many", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let line = list(&[item("one", text(&proof("sums", INPUT)), "sums", INPUT)]);
    child
        .stdin
        .take()
        .unwrap()
        .write_all(line.as_bytes())
        .unwrap();
    let judged = finish(child.wait_with_output().unwrap()).done();
    assert_eq!(verdicts(&judged)["one"]["exitCode"], 0);
    assert_eq!(verify("", &[]).done().answer["verdicts"]["valid"], 0);
}

#[test]
fn a_list_that_is_not_there_is_told() {
    run(["verify", "--many", "/no/such/list"]).failed("FILE_UNREADABLE", 2);
}

#[test]
fn more_bits_are_refused_and_fewer_are_not_to_be_asked_for() {
    let item = list(&[item("a", text(&proof("sums", INPUT)), "sums", INPUT)]);
    assert_eq!(verify(&item, &["--security-bits", "96"]).code, Some(0));
    let refused = verify(&item, &["--security-bits", "97"]);
    assert_eq!(refused.code, Some(1));
    let said = verdicts(&refused);
    assert_eq!(said["a"]["answer"]["reason"], "WEAK_PARAMETERS");
    assert!(said["a"]["answer"]["message"]
        .as_str()
        .unwrap()
        .contains("97 were demanded"));
    let usage = verify(&item, &["--security-bits", "95"]);
    let message = usage.failed("USAGE", 2).answer["error"]["message"].to_string();
    assert!(message.contains("ask for 96 or more"), "{message}");
    verify(&item, &["--binding", "none"]).failed("USAGE", 2);
    run(["verify", "--proof", "p", "--executable", "e"]).failed("USAGE", 2);
    run([
        "verify",
        "--proof",
        "p",
        "--executable",
        "e",
        "--input",
        "i",
        "--threads",
        "2",
    ])
    .failed("USAGE", 2);
}

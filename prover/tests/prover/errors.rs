//! The errors of the table that have no file of their own.

use serde_json::Value;

use crate::binary::{command, run};
use crate::fixtures::{
    dry_run, executable, execute, input, package, proof, scratch, text, write, INPUT,
};

#[test]
fn usage() {
    let wrong: [&[&str]; 7] = [
        &[],
        &["frobnicate"],
        &["commit"],
        &["commit", "--input", "a", "--frobnicate"],
        &["inspect"],
        &["execute", "--executable", "a", "--input", "b"],
        &[
            "execute",
            "--executable",
            "a",
            "--input",
            "b",
            "--no-output",
            "--timeout",
            "0",
        ],
    ];
    for arguments in wrong {
        run(arguments).failed("USAGE", 2);
    }
    for arguments in [&[][..], &["--log-level", "info"]] {
        let failed = run(arguments).failed("USAGE", 2);
        let message = failed.answer["error"]["message"].to_string();
        assert!(
            message.contains("compile, inspect, commit, execute, prove, verify, serve"),
            "{message}"
        );
    }
    let run = run([
        "verify",
        "--proof",
        "p",
        "--executable",
        "e",
        "--input",
        "i",
        "--binding",
        "hope",
    ]);
    let failed = run.failed("USAGE", 2);
    assert!(failed.answer["error"]["message"]
        .as_str()
        .unwrap()
        .contains("hope"));
}

#[test]
fn unreadable_files() {
    let folder = scratch();
    let missing = folder.path().join("missing");
    let failed = run(["commit", "--input", text(&missing)]).failed("FILE_UNREADABLE", 2);
    assert_eq!(failed.answer["error"]["path"], text(&missing));
    run(["commit", "--input", text(folder.path())]).failed("FILE_UNREADABLE", 2);
    run(["inspect", "--proof", text(&missing)]).failed("FILE_UNREADABLE", 2);
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .unwrap();
    assert!(made.success());
    run(["commit", "--input", text(&pipe)]).failed("FILE_UNREADABLE", 2);
    let (program, values) = (executable("sums"), input(INPUT));
    run([
        "verify",
        "--proof",
        text(&missing),
        "--executable",
        text(&program),
        "--input",
        text(&values),
    ])
    .failed("FILE_UNREADABLE", 2);
    run([
        "verify",
        "--proof",
        text(&proof("sums", INPUT)),
        "--executable",
        text(&missing),
        "--input",
        text(&values),
    ])
    .failed("FILE_UNREADABLE", 2);
}

#[test]
fn unwritable_files() {
    let folder = scratch();
    for target in [
        folder.path().join("no/such/folder"),
        folder.path().to_owned(),
    ] {
        let failed = run([
            "compile",
            "--package",
            text(&package("sums")),
            "--output",
            text(&target),
        ])
        .failed("FILE_UNWRITABLE", 2);
        assert_eq!(failed.answer["error"]["path"], text(&target));
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn csv_errors_name_the_place() {
    let folder = scratch();
    let values = write(folder.path(), "bad.csv", "1,2\n3,four\n");
    let failed = run(["commit", "--input", text(&values)]).failed("CSV_INVALID", 2);
    let error = &failed.answer["error"];
    assert_eq!(
        (error["line"].as_u64(), error["column"].as_u64()),
        (Some(2), Some(3))
    );
}

/// The fixture's executable after a change.
fn altered(alter: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut json: Value =
        serde_json::from_slice(&std::fs::read(executable("sums")).unwrap()).unwrap();
    alter(&mut json);
    serde_json::to_vec(&json).unwrap()
}

#[test]
fn executables_that_are_none() {
    let cases: [(&str, Vec<u8>); 9] = [
        ("no executable", b"not json".to_vec()),
        ("no executable", b"{}".to_vec()),
        ("no executable", "[".repeat(100_000).into_bytes()),
        (
            "exactly one standalone",
            altered(|json| json["entrypoints"] = Value::Array(vec![])),
        ),
        (
            "at offset 0",
            altered(|json| json["entrypoints"][0]["offset"] = 6.into()),
        ),
        (
            "output first",
            altered(|json| json["entrypoints"][0]["builtins"] = vec!["poseidon", "output"].into()),
        ),
        (
            "the builtin keccak, which S-two does not prove",
            altered(|json| json["entrypoints"][0]["builtins"] = vec!["output", "keccak"].into()),
        ),
        (
            "does not start as",
            altered(|json| json["program"]["bytecode"][4] = "0x0".into()),
        ),
        (
            "outside the field",
            altered(|json| json["program"]["bytecode"][9] = format!("0x{}", "f".repeat(64)).into()),
        ),
    ];
    let folder = scratch();
    for (part, bytes) in cases {
        let path = write(folder.path(), "bad.executable.json", bytes);
        let failed = run(["inspect", "--executable", text(&path)]).failed("EXECUTABLE_INVALID", 2);
        let message = failed.answer["error"]["message"].as_str().unwrap();
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn starknet_hints_are_refused_before_running() {
    let call = serde_json::json!([[20, [{ "SystemCall": { "system": { "Deref": { "register": "FP", "offset": -3 } } } }]]]);
    let program = altered(|json| json["program"]["hints"] = call);
    let folder = scratch();
    let path = write(folder.path(), "call.executable.json", program);
    let values = input(INPUT);
    let refused = dry_run(&path, &values, &[]).failed("HINT_REFUSED", 2);
    assert!(refused
        .events
        .iter()
        .all(|event| event["phase"] != "execute"));
}

#[test]
fn a_panic_is_told_with_its_data() {
    let folder = scratch();
    let output = folder.path().join("never");
    let (program, values) = (executable("panics"), input("0"));
    let failed =
        execute(&program, &values, &["--output", text(&output)]).failed("PROGRAM_PANICKED", 2);
    let error = &failed.answer["error"];
    assert_eq!(
        error["panic"],
        serde_json::json!(["0x7468652066697273742076616c7565206973207a65726f"])
    );
    assert!(error["message"]
        .as_str()
        .unwrap()
        .contains("'the first value is zero'"));
    assert!(!output.exists());
    // Values that `main` does not take make its wrapper panic.
    let (program, values) = (executable("prints"), input("1,2,3"));
    dry_run(&program, &values, &["--calldata", "raw"]).failed("PROGRAM_PANICKED", 2);
}

#[test]
fn a_program_that_the_vm_refuses() {
    // An instruction that does not exist, where `main` begins.
    let program = altered(|json| {
        for word in 6..40 {
            json["program"]["bytecode"][word] = "0x7fffffffffffffff".into();
        }
    });
    let folder = scratch();
    let path = write(folder.path(), "bad.executable.json", program);
    let values = input(INPUT);
    dry_run(&path, &values, &[]).failed("PROGRAM_FAILED", 2);
}

#[test]
fn hints_that_lie_do_not_crash() {
    // Without its hints the program reads memory that nobody wrote.
    let program = altered(|json| json["program"]["hints"] = Value::Array(vec![]));
    let folder = scratch();
    let path = write(folder.path(), "bad.executable.json", program);
    let values = input(INPUT);
    dry_run(&path, &values, &[]).failed("PROGRAM_FAILED", 2);
}

#[test]
fn an_answer_that_cannot_be_written_is_no_success() {
    let values = input("1,2,3");
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = command(["commit", "--input", text(&values)])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(4));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.contains("could not be written"), "{stderr}");
}

#[test]
fn what_is_no_regular_file_is_not_replaced() {
    let (program, values, folder) = (executable("sums"), input(INPUT), scratch());
    let (pipe, link) = (folder.path().join("pipe"), folder.path().join("link"));
    let name = std::ffi::CString::new(text(&pipe)).unwrap();
    // SAFETY: the pointer is to a live string.
    assert_eq!(unsafe { libc::mkfifo(name.as_ptr(), 0o600) }, 0);
    std::os::unix::fs::symlink("elsewhere", &link).unwrap();
    for path in [&pipe, &link] {
        let refused = execute(&program, &values, &["--output", text(path)]);
        let refused = refused.failed("FILE_UNWRITABLE", 2);
        let message = refused.answer["error"]["message"].as_str().unwrap();
        assert!(message.contains("no regular file"), "{message}");
        assert!(!std::fs::symlink_metadata(path).unwrap().is_file());
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

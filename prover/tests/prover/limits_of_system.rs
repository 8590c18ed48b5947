//! Limits that were set before the process started (`ulimit`), and bounds of what it writes.

use std::path::Path;
use std::process::Command;

use crate::binary::{finish, run, Run};
use crate::fixtures::{dry_run, executable, execute, execution, input, scratch, text, INPUT};

/// `execute` in a shell with a limit.
fn limited(limit: &str, program: &str, values: &str, output: &Path) -> Run {
    let (program, values) = (executable(program), input(values));
    let script = format!("{limit}; exec \"$@\"");
    let prover = env!("CARGO_BIN_EXE_cairn-prover");
    let arguments = [
        "execute",
        "--executable",
        text(&program),
        "--input",
        text(&values),
        "--output",
        text(output),
    ];
    let output = Command::new("sh")
        .args(["-c", &script, "sh", prover])
        .args(arguments)
        .args(["--max-steps", "1000000000"])
        .output();
    finish(output.unwrap())
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().count() == 0
}

#[test]
fn cpu_time() {
    let folder = scratch();
    let failed =
        limited("ulimit -S -t 1", "loops", "3", &folder.path().join("run")).failed("TIME_LIMIT", 3);
    assert!(failed.answer["error"]["limit"].is_null());
    assert!(is_empty(folder.path()));
}

#[test]
fn file_size() {
    let folder = scratch();
    let failed = limited("ulimit -f 1", "sums", INPUT, &folder.path().join("run"))
        .failed("FILE_UNWRITABLE", 2);
    assert!(
        failed.answer["error"]["message"]
            .as_str()
            .unwrap()
            .contains("too large"),
        "{}",
        failed.answer
    );
    assert!(is_empty(folder.path()));
}

/// `execute` with one more flag.
fn bounded(flag: &str, bound: u64, output: &Path) -> Run {
    let (program, values, bound) = (executable("echoes"), input(INPUT), bound.to_string());
    execute(&program, &values, &["--output", text(output), flag, &bound])
}

#[test]
fn size_of_the_execution() {
    let folder = scratch();
    let output = folder.path().join("run");
    let bytes = bounded("--max-execution", 1 << 20, &output).done().answer["bytes"]
        .as_u64()
        .unwrap();
    bounded("--max-execution", bytes, &output).done();
    std::fs::remove_file(&output).unwrap();
    let failed = bounded("--max-execution", bytes - 1, &output).failed("EXECUTION_TOO_LARGE", 3);
    assert_eq!(failed.answer["error"]["limit"], bytes - 1);
    assert!(is_empty(folder.path()));
    bounded("--max-execution", (4 << 30) + 1, &output).failed("USAGE", 2);
}

#[test]
fn values_of_the_output() {
    let folder = scratch();
    let output = folder.path().join("run");
    let values = bounded("--max-output", 1000, &output).done().answer["output"]
        .as_array()
        .unwrap()
        .len() as u64;
    bounded("--max-output", values, &output).done();
    std::fs::remove_file(&output).unwrap();
    let failed = bounded("--max-output", values - 1, &output).failed("OUTPUT_TOO_LARGE", 3);
    assert_eq!(failed.answer["error"]["limit"], values - 1);
    assert!(is_empty(folder.path()));
    bounded("--max-output", (1 << 16) + 1, &output).failed("USAGE", 2);
}

#[test]
fn threads() {
    let (folder, run_file) = (scratch(), execution("sums", INPUT));
    let output = folder.path().join("proof");
    for threads in ["0", "1025"] {
        let (program, values) = (executable("sums"), input(INPUT));
        dry_run(&program, &values, &["--threads", threads]).failed("USAGE", 2);
        let (run_file, output) = (text(&run_file), text(&output));
        let arguments = [
            "prove",
            "--execution",
            run_file,
            "--output",
            output,
            "--threads",
            threads,
        ];
        run(arguments).failed("USAGE", 2);
    }
}

//! A confined process tries what it may not do. It cannot be undone, so a process of its own does it: this test
//! program once more.

use std::path::{Path, PathBuf};
use std::process::Command;

use cairn_prover::confine::{confine, confine_any, Reach};
use cairn_prover::limits;
use serde_json::{json, Value};
use tempfile::TempDir;

use crate::confined_tries::{further_tries, soft_limit, tries, tries_of_any, FILE_BYTES};
use crate::fixtures::{scratch, write};

/// Names the folder to the child, and what it is to try.
const FOLDER: &str = "CAIRN_TEST_CONFINED_FOLDER";
const TASK: &str = "CAIRN_TEST_CONFINED_TASK";
const MEMORY: u64 = 8 << 30;

/// A folder with a file in reach, one out of reach, and a folder for the output.
fn folder() -> TempDir {
    let folder = scratch();
    write(folder.path(), "in-reach", "in");
    write(folder.path(), "out-of-reach", "out");
    std::fs::create_dir(folder.path().join("output")).unwrap();
    folder
}

fn child(folder: &Path, task: &str) -> std::process::Output {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "confined::the_child", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .env(TASK, task)
        .output()
        .unwrap()
}

#[test]
#[ignore = "the other tests start it"]
fn the_child() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let task = std::env::var(TASK).unwrap();
    limits::answer_system_limits();
    match task.as_str() {
        "spin" => return spin(&folder),
        "any" => {
            let held = confine_any();
            println!(
                "\nREPORT {}",
                json!({ "held": held, "tries": tries_of_any(&folder) })
            );
            return;
        }
        _ => {}
    }
    let (readable, output) = (folder.join("in-reach"), folder.join("output/file"));
    let held = confine(&Reach {
        reads: &[&readable],
        writes: Some(&output),
        file_bytes: FILE_BYTES,
        more_files: 0,
        memory: Some(MEMORY),
        seconds: Some(60),
    });
    let report = json!({
        "held": [held.resources, held.system_calls, held.files],
        "tries": tries(&folder),
        "further": further_tries(&folder),
        "limits": [soft_limit(libc::RLIMIT_CORE), soft_limit(libc::RLIMIT_NOFILE), soft_limit(libc::RLIMIT_DATA)],
        "cpu": soft_limit(libc::RLIMIT_CPU),
    });
    println!("\nREPORT {report}");
}

/// Computes for ever, with a CPU time that ends soon.
fn spin(folder: &Path) {
    let output = folder.join("output/file");
    cairn_prover::answer::ending::create_unfinished_file(&output).unwrap();
    confine(&Reach {
        reads: &[],
        writes: Some(&output),
        file_bytes: FILE_BYTES,
        more_files: 0,
        memory: Some(MEMORY),
        seconds: Some(0),
    });
    loop {
        std::hint::spin_loop();
    }
}

fn report() -> Value {
    let folder = folder();
    let report = report_of(folder.path(), "try");
    assert_eq!(
        std::fs::read_to_string(folder.path().join("output/file")).unwrap(),
        "whole"
    );
    report
}

fn report_of(folder: &Path, task: &str) -> Value {
    let output = child(folder, task);
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{stdout} {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let line = stdout.lines().find_map(|line| line.strip_prefix("REPORT "));
    serde_json::from_str(line.expect(&stdout)).unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_forbidden_is_refused() {
    let report = report();
    let (tries, held) = (&report["tries"], &report["held"]);
    let each = |names: &[&str], error: i32| {
        for name in names {
            assert_eq!(tries[name], error, "{name}: {report}");
        }
    };
    each(&["read in reach", "write the output", "start a thread"], 0);
    each(&["signal its own thread", "read a limit"], 0);
    assert_eq!(
        (&held[0], &held[1]),
        (&json!(true), &json!(true)),
        "{report}"
    );
    each(&["write too much"], libc::EFBIG);
    each(&["open too many"], libc::EMFILE);
    each(
        &[
            "listen",
            "send",
            "connect",
            "start a program",
            "become a program",
        ],
        libc::EPERM,
    );
    each(
        &[
            "fork",
            "signal the parent",
            "debug the parent",
            "load into the kernel",
            "mount",
        ],
        libc::EPERM,
    );
    each(
        &[
            "signal by a thread's number",
            "signal another's thread",
            "set a limit",
            "set the parent's limit",
            "make a file anybody's",
        ],
        libc::EPERM,
    );
    // Some kernels have no Landlock.
    if held[2] == true {
        each(
            &[
                "read out of reach",
                "list a folder",
                "write elsewhere",
                "remove elsewhere",
            ],
            libc::EACCES,
        );
    }
    assert_eq!(report["limits"], json!([0, 64, MEMORY]));
    assert!(report["cpu"].as_u64().unwrap() >= 60, "{report}");
    let (refused, absent) = (json!(libc::EPERM), json!(libc::ENOSYS));
    let further = report["further"].as_object().unwrap();
    for (name, met) in further {
        let expected = match name.as_str() {
            "mount, the newer way" => json!([refused, refused, refused, refused]),
            "what nobody knew" => json!([absent, absent, absent]),
            "have threads by clone3" => absent.clone(),
            "ask for a terminal" => json!(libc::ENOTTY),
            _ => refused.clone(),
        };
        assert_eq!(*met, expected, "{name}: {report}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn any_command_may_start_processes_and_has_no_network() {
    let folder = folder();
    let report = report_of(folder.path(), "any");
    assert_eq!(report["held"], true);
    for (name, met) in report["tries"].as_object().unwrap() {
        let expected = match name.as_str() {
            "start a program" | "make a folder" | "set a limit" => 0,
            "a program that is ended" => libc::SIGABRT,
            "what nobody knew" => libc::ENOSYS,
            _ => libc::EPERM,
        };
        assert_eq!(*met, expected, "{name}: {report}");
    }
}

#[test]
fn cpu_time_ends_with_an_answer_and_leaves_nothing() {
    let folder = folder();
    let output = child(folder.path(), "spin");
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(3), "{stdout}");
    let answer: Value = serde_json::from_str(stdout.lines().last().unwrap()).expect(&stdout);
    assert_eq!(
        (&answer["error"]["code"], &answer["error"]["limit"]),
        (&json!("TIME_LIMIT"), &Value::Null)
    );
    assert!(
        !folder.path().join("output/file").exists(),
        "the unfinished file was left"
    );
}

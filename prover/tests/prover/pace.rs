//! Seconds that a proof will take: foretold by `execute`, learned from proofs, kept in the user's cache folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{json, Value};

use crate::binary::{command, finish, Run};
use crate::fixtures::{executable, execution, input, one_proof_at_a_time, scratch, text, INPUT};

/// What `execute` foretells, for a user with this cache folder. It is confined while it does.
fn estimate(cache: &Path) -> Value {
    let (program, values) = (executable("sums"), input(INPUT));
    let paths = ["--executable", text(&program), "--input", text(&values)];
    let arguments = [&["execute", "--no-output"], &paths[..]].concat();
    let output = command(arguments).env("XDG_CACHE_HOME", cache).output();
    finish(output.unwrap()).done().answer["estimate"].take()
}

#[test]
fn more_threads_are_foretold_to_take_less_time() {
    let (program, values, cache) = (executable("sums"), input(INPUT), scratch());
    let seconds = |threads: &str| {
        let paths = ["--executable", text(&program), "--input", text(&values)];
        let more = ["execute", "--no-output", "--threads", threads];
        let mut command = command([&more[..], &paths].concat());
        command
            .env("XDG_CACHE_HOME", cache.path())
            .env("RAYON_NUM_THREADS", "3");
        let run = finish(command.output().unwrap()).done();
        run.answer["estimate"]["proveSeconds"].as_f64().unwrap()
    };
    assert!(seconds("1") > 1.5 * seconds("2"));
    assert!(seconds("2") > 1.5 * seconds("4"));
}

fn prove_command(cache: &Path, output: &Path) -> Command {
    let execution = execution("sums", INPUT);
    let paths = ["--execution", text(&execution), "--output", text(output)];
    let mut command = command([&["prove"], &paths[..]].concat());
    command.env("XDG_CACHE_HOME", cache).stdout(Stdio::piped());
    command
}

fn prove(cache: &Path) -> Run {
    let folder = scratch();
    let mut command = prove_command(cache, &folder.path().join("proof"));
    let _one = one_proof_at_a_time();
    finish(command.output().unwrap()).done()
}

/// The one file that proofs leave in a cache folder.
fn file(cache: &Path) -> PathBuf {
    let folder = fs::read_dir(cache.join("cairn/pace")).unwrap();
    let names: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    assert_eq!(names.len(), 1, "{names:?}");
    names[0].clone()
}

fn content(cache: &Path) -> Value {
    serde_json::from_slice(&fs::read(file(cache)).unwrap()).unwrap()
}

#[test]
fn a_proof_teaches_how_long_the_next_one_takes() {
    let cache = scratch();
    let before = estimate(cache.path());
    assert_eq!(before["calibrated"], false);
    let seconds = |estimate: &Value, key: &str| estimate[key].as_f64().unwrap();
    assert!(seconds(&before, "tablesSeconds") > 0.0);
    assert!(seconds(&before, "proveSeconds") > seconds(&before, "tablesSeconds"));
    assert!(fs::read_dir(cache.path()).unwrap().next().is_none());
    prove(cache.path());
    let learned = fs::read(file(cache.path())).unwrap();
    assert_eq!(estimate(cache.path())["calibrated"], true);
    assert_eq!(
        fs::read(file(cache.path())).unwrap(),
        learned,
        "a run must not change it"
    );
    // A machine ten times slower at everything takes ten times as long.
    let mut content = content(cache.path());
    let reference = json!({ "ratio": 1.0, "samples": 5 });
    for group in [
        "replay",
        "witness",
        "commit",
        "constraints",
        "search",
        "wall",
    ] {
        content["known"][group] = reference.clone();
    }
    let set = |content: &Value| fs::write(file(cache.path()), content.to_string()).unwrap();
    set(&content);
    let as_measured = estimate(cache.path());
    assert_eq!(as_measured["proveSeconds"], before["proveSeconds"]);
    for group in ["replay", "witness", "commit", "constraints", "search"] {
        content["known"][group]["ratio"] = json!(10.0);
    }
    set(&content);
    let slow = seconds(&estimate(cache.path()), "proveSeconds");
    assert!(
        (slow / seconds(&before, "proveSeconds") - 10.0).abs() < 0.01,
        "{slow}"
    );
}

#[test]
fn a_file_that_is_not_ours_is_passed_over_and_replaced() {
    let cache = scratch();
    prove(cache.path());
    let (place, ours) = (file(cache.path()), content(cache.path()));
    let with = |change: &dyn Fn(&mut Value)| {
        let mut changed = ours.clone();
        change(&mut changed);
        changed.to_string()
    };
    let foreign = [
        String::new(),
        "{".into(),
        "[]".into(),
        ours.to_string()[..100].into(),
        with(&|file| file["format"] = json!(1)),
        with(&|file| file["more"] = json!(1)),
        with(&|file| file["key"]["threads"] = json!(4096)),
        with(&|file| file["key"]["processor"] = json!("another")),
        with(&|file| file["key"]["stwo"] = json!("0.0.1")),
        with(&|file| file["known"]["commit"]["ratio"] = json!(1e9)),
        with(&|file| file["known"]["wall"]["ratio"] = json!(-1.0)),
        with(&|file| file["known"]["wall"]["ratio"] = json!(null)),
        format!("{ours}{}", " ".repeat(5000)),
    ];
    for text in foreign {
        fs::write(&place, &text).unwrap();
        assert_eq!(estimate(cache.path())["calibrated"], false, "{text}");
    }
    prove(cache.path());
    assert_eq!(estimate(cache.path())["calibrated"], true);
    assert_eq!(content(cache.path())["known"]["commit"]["samples"], 1);
}

#[test]
fn a_cache_that_cannot_be_written_costs_nothing() {
    let folder = scratch();
    let no_folder = folder.path().join("a-file");
    fs::write(&no_folder, "").unwrap();
    prove(&no_folder);
    assert_eq!(estimate(&no_folder)["calibrated"], false);
    // Something else under the very name.
    let cache = scratch();
    prove(cache.path());
    let place = file(cache.path());
    fs::remove_file(&place).unwrap();
    fs::create_dir(&place).unwrap();
    prove(cache.path());
    assert_eq!(estimate(cache.path())["calibrated"], false);
}

/// Nothing is written through a link, and nobody waits for a pipe's other end.
#[test]
fn a_link_or_a_pipe_under_the_files_name_is_passed_over() {
    let cache = scratch();
    prove(cache.path());
    let place = file(cache.path());
    let elsewhere = cache.path().join("elsewhere");
    fs::write(&elsewhere, "precious").unwrap();
    fs::remove_file(&place).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &place).unwrap();
    prove(cache.path());
    assert_eq!(fs::read(&elsewhere).unwrap(), b"precious");
    fs::remove_file(&place).unwrap();
    let name = std::ffi::CString::new(text(&place)).unwrap();
    // SAFETY: the pointer is to a text that lives on.
    assert_eq!(unsafe { libc::mkfifo(name.as_ptr(), 0o600) }, 0);
    prove(cache.path());
    assert_eq!(estimate(cache.path())["calibrated"], false);
}

/// As a donor does who caps its processors. The first proof on a machine counts whole.
#[test]
fn a_proof_that_is_stopped_again_and_again_does_not_teach_that_the_machine_is_slow() {
    let (free, stopped) = (scratch(), scratch());
    prove(free.path());
    prove_stopped(stopped.path());
    let known = |cache: &Path| content(cache)["known"].take();
    let (free, stopped) = (known(free.path()), known(stopped.path()));
    assert_eq!(free["wall"]["samples"], 1);
    assert_eq!(stopped["wall"]["samples"], 0);
    for group in ["witness", "commit", "constraints"] {
        let ratio = |known: &Value| known[group]["ratio"].as_f64().unwrap();
        // The clock ran three times as long.
        let change = ratio(&stopped) / ratio(&free);
        assert!((0.5..2.0).contains(&change), "{group}: {change}");
    }
}

/// Makes a proof that stands still for two thirds of the time.
fn prove_stopped(cache: &Path) {
    let folder = scratch();
    let _one = one_proof_at_a_time();
    let mut command = prove_command(cache, &folder.path().join("proof"));
    let mut child = command.spawn().unwrap();
    let id = child.id() as libc::pid_t;
    // SAFETY: no memory is passed, and the child is not waited for yet.
    let signal = |signal| assert_eq!(unsafe { libc::kill(id, signal) }, 0);
    while child.try_wait().unwrap().is_none() {
        signal(libc::SIGSTOP);
        std::thread::sleep(Duration::from_millis(40));
        signal(libc::SIGCONT);
        std::thread::sleep(Duration::from_millis(20));
    }
    finish(child.wait_with_output().unwrap()).done();
}

#[test]
fn provers_that_learn_at_once_leave_a_whole_file() {
    let (cache, folder) = (scratch(), scratch());
    let _one = one_proof_at_a_time();
    let start = |name: &str| {
        prove_command(cache.path(), &folder.path().join(name))
            .spawn()
            .unwrap()
    };
    let children = ["first", "second"].map(start);
    for child in children {
        finish(child.wait_with_output().unwrap()).done();
    }
    let samples = content(cache.path())["known"]["commit"]["samples"].as_u64();
    assert!(matches!(samples, Some(1 | 2)), "{samples:?}");
    assert_eq!(estimate(cache.path())["calibrated"], true);
}

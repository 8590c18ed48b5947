//! Programs, executions and proofs that many tests share; each is made once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};

use cairn_prover::executable::{self, CheckedExecutable};
use cairn_prover::felt::Felt;
use tempfile::TempDir;

use crate::binary::{run, Run};

/// The input group that most fixtures are made on.
pub const INPUT: &str = "1, 2, 3\n";

/// A folder that lives as long as the test process; it is removed by the next run of the tests. It is this
/// checkout's own: Cargo's folder for such files is shared with others.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fixtures");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    })
}

/// A fresh folder of a test's own.
pub fn scratch() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub fn package(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/programs")
        .join(name)
}

pub fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}

pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Makes a fixture's file once, whoever asks first.
fn once(name: &str, make: impl FnOnce(&Path)) -> PathBuf {
    static MADE: Mutex<Option<HashMap<String, Arc<OnceLock<()>>>>> = Mutex::new(None);
    let cell = {
        let mut made = MADE.lock().unwrap();
        made.get_or_insert_default()
            .entry(name.to_owned())
            .or_default()
            .clone()
    };
    let path = folder().join(name);
    cell.get_or_init(|| make(&path));
    path
}

pub fn input(content: &str) -> PathBuf {
    let name = format!(
        "{:x}.csv",
        content
            .bytes()
            .fold(0u64, |sum, byte| sum.wrapping_mul(257) + u64::from(byte))
    );
    once(&name, |path| std::fs::write(path, content).unwrap())
}

pub fn executable(program: &str) -> PathBuf {
    once(&format!("{program}.executable.json"), |path| {
        run([
            "compile",
            "--package",
            text(&package(program)),
            "--output",
            text(path),
        ])
        .done();
    })
}

pub fn checked(program: &str) -> CheckedExecutable {
    executable::read(&executable(program)).unwrap_or_else(|failure| panic!("{}", failure.message))
}

/// Proving takes gigabytes: one proof at a time.
pub fn one_proof_at_a_time() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Executes a program's file on an input group's.
pub fn execute(executable: &Path, input: &Path, more: &[&str]) -> Run {
    let files = ["--executable", text(executable), "--input", text(input)];
    run([&["execute"], &files[..], more].concat())
}

/// Executes, and writes nothing.
pub fn dry_run(executable: &Path, input: &Path, more: &[&str]) -> Run {
    execute(executable, input, &[&["--no-output"], more].concat())
}

pub fn execution(program: &str, values: &str) -> PathBuf {
    let input = input(values);
    let name = format!(
        "{program}-{}.execution",
        input.file_stem().unwrap().to_str().unwrap()
    );
    once(&name, |path| {
        let executable = executable(program);
        execute(&executable, &input, &["--output", text(path)]).done();
    })
}

pub fn proof(program: &str, values: &str) -> PathBuf {
    let execution = execution(program, values);
    let name = format!("{}.proof", execution.file_stem().unwrap().to_str().unwrap());
    once(&name, |path| {
        let _one = one_proof_at_a_time();
        run([
            "prove",
            "--execution",
            text(&execution),
            "--output",
            text(path),
        ])
        .done();
    })
}

pub fn felts(numbers: &[i64]) -> Vec<Felt> {
    numbers.iter().map(|number| Felt::from(*number)).collect()
}

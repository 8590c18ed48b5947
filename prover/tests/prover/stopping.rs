//! SIGTERM in every phase: the answer within two seconds, nothing left under the final name or beside it.

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader, PipeWriter, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Output, Stdio};
use std::time::{Duration, Instant};

use crate::binary::{command, finish, Run};
use crate::fixtures::{
    executable, execution, input, one_proof_at_a_time, package, proof, scratch, text, INPUT,
};

/// How long a process may take to end.
pub const PROMISED: Duration = Duration::from_secs(2);

/// What became of a process that was signalled when a phase began.
enum Ended {
    /// It was cancelled, so long after the signal.
    Cancelled(Duration, Run),
    /// It was done before the signal came.
    Before,
}

/// Starts a command, waits until it begins the phase, and signals it.
fn signalled(signal: i32, phase: &str, arguments: &[&str]) -> Ended {
    let mut child = command(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let (mut seen, wanted) = (String::new(), format!("\"phase\":\"{phase}\""));
    while !seen.contains(&wanted) {
        assert!(
            stdout.read_line(&mut seen).unwrap() > 0,
            "no {phase}: {seen}"
        );
    }
    let sent = Instant::now();
    send(signal, &child);
    stdout.read_to_string(&mut seen).unwrap();
    let status = child.wait().unwrap();
    let took = sent.elapsed();
    if status.success() {
        return Ended::Before;
    }
    Ended::Cancelled(
        took,
        finish(Output {
            status,
            stdout: seen.into_bytes(),
            stderr: Vec::new(),
        }),
    )
}

/// Signals a child at once: a program that does it would take longer to start than a short phase lasts.
pub fn send(signal: i32, child: &Child) {
    // SAFETY: a call without pointers; the child is not yet waited for, so its id is its own.
    let failed = unsafe { libc::kill(child.id() as libc::pid_t, signal) } != 0;
    assert!(!failed, "{}", std::io::Error::last_os_error());
}

/// Signals a command in each of its phases. A short phase may be over before the signal arrives: then it is tried anew.
fn stops(phases: &[&str], arguments: impl Fn(&Path) -> Vec<String>) {
    for phase in phases {
        let ended = (0..20).find_map(|_| stopped(libc::SIGTERM, phase, &arguments));
        let (took, run) =
            ended.unwrap_or_else(|| panic!("{phase} was always over before the signal"));
        run.failed("CANCELLED", 143);
        assert!(took < PROMISED, "{phase}: {took:?}");
    }
}

fn stopped(
    signal: i32,
    phase: &str,
    arguments: impl Fn(&Path) -> Vec<String>,
) -> Option<(Duration, Run)> {
    let folder = scratch();
    let arguments = arguments(&folder.path().join("output"));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let Ended::Cancelled(took, run) = signalled(signal, phase, &arguments) else {
        return None;
    };
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    if phase == "write" && left == ["output"] {
        // The whole file had its name already; the signal came before the answer.
        return None;
    }
    assert!(left.is_empty(), "{phase} left {left:?}");
    Some((took, run))
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// A command line that executes.
fn executing(program: &str, values: &str, more: &[&str]) -> Vec<String> {
    let (program, values) = (executable(program), input(values));
    let files = ["--executable", text(&program), "--input", text(&values)];
    words(&[&["execute"], &files[..], more].concat())
}

/// One that runs for ever.
fn running_on(output: &[&str]) -> Vec<String> {
    let limit = ["--max-steps", "1000000000"];
    executing("loops", "3", &[&limit, output].concat())
}

#[test]
fn execute() {
    stops(&["execute"], |output| {
        running_on(&["--output", text(output)])
    });
    stops(&["load", "adapt", "write"], |output| {
        executing("sums", INPUT, &["--output", text(output)])
    });
}

#[test]
fn prove() {
    let _one = one_proof_at_a_time();
    let run = execution("sums", INPUT);
    stops(
        &["load", "replay", "tables", "prove", "verify", "write"],
        |output| words(&["prove", "--execution", text(&run), "--output", text(output)]),
    );
}

#[test]
fn verify() {
    let (proof, program, values) = (proof("sums", INPUT), executable("sums"), input(INPUT));
    stops(&["load", "verify"], |_| {
        words(&[
            "verify",
            "--proof",
            text(&proof),
            "--executable",
            text(&program),
            "--input",
            text(&values),
        ])
    });
}

#[test]
fn compile() {
    let package = package("sums");
    stops(&["load", "compile", "write"], |output| {
        words(&[
            "compile",
            "--package",
            text(&package),
            "--output",
            text(output),
        ])
    });
}

/// A program that runs for ever, started and signalled.
fn signalled_forever(signal: i32) -> Run {
    let arguments = |output: &Path| running_on(&["--output", text(output)]);
    let (took, run) = stopped(signal, "execute", arguments).expect("a program that runs for ever");
    assert!(took < PROMISED, "{took:?}");
    run
}

#[test]
fn each_way_to_be_interrupted_has_its_exit_code() {
    signalled_forever(libc::SIGINT).failed("CANCELLED", 130);
    signalled_forever(libc::SIGHUP).failed("CANCELLED", 129);
}

#[test]
fn a_wild_access_has_an_answer() {
    signalled_forever(libc::SIGSEGV).failed("INTERNAL", 4);
}

#[test]
fn a_hang_up_that_was_to_be_ignored_is() {
    let mut command = command(executing("sums", INPUT, &["--no-output"]));
    // SAFETY: only a plain system call between fork and exec.
    unsafe {
        command.pre_exec(|| {
            libc::signal(libc::SIGHUP, libc::SIG_IGN);
            Ok(())
        });
    }
    let child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    send(libc::SIGHUP, &child);
    finish(child.wait_with_output().unwrap()).done();
}

#[test]
fn a_reader_that_reads_no_more_holds_nothing_up() {
    let (mut reader, writer) = std::io::pipe().unwrap();
    let mut child = command(running_on(&["--no-output"]))
        .stdout(writer.try_clone().unwrap())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // It has said something, so it listens to signals; then there is no room for more.
    assert!(reader.read(&mut [0; 1]).unwrap() > 0);
    fill(&writer);
    let sent = Instant::now();
    send(libc::SIGTERM, &child);
    let status = child.wait().unwrap();
    assert_eq!(status.code(), Some(143));
    assert!(sent.elapsed() < PROMISED, "{:?}", sent.elapsed());
}

/// Writes into a pipe until it takes nothing more.
fn fill(pipe: &PipeWriter) {
    let path = format!("/proc/self/fd/{}", pipe.as_raw_fd());
    let mut without_waiting = OpenOptions::new()
        .write(true)
        .custom_flags(libc::O_NONBLOCK)
        .open(path)
        .unwrap();
    while without_waiting.write(&[b'\n'; 1]).is_ok() {}
}

//! A confined process tries what it may not do. It cannot be undone, so a process of its own does it: this test
//! program once more.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use cairn_prover::confine::{confine, Reach};
use cairn_prover::limits;
use serde_json::{json, Value};
use tempfile::TempDir;

use crate::fixtures::{scratch, write};

/// Names the folder to the child, and what it is to try.
const FOLDER: &str = "CAIRN_TEST_CONFINED_FOLDER";
const TASK: &str = "CAIRN_TEST_CONFINED_TASK";
const FILE_BYTES: u64 = 1 << 20;

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
    if task == "spin" {
        return spin(&folder);
    }
    let (readable, output) = (folder.join("in-reach"), folder.join("output/file"));
    let held = confine(&Reach {
        reads: &[&readable],
        writes: Some(&output),
        file_bytes: FILE_BYTES,
        seconds: Some(60),
    });
    let report = json!({
        "held": [held.resources, held.system_calls, held.files],
        "tries": tries(&folder),
        "limits": [soft_limit(libc::RLIMIT_CORE), soft_limit(libc::RLIMIT_NOFILE)],
        "cpu": soft_limit(libc::RLIMIT_CPU),
    });
    println!("\nREPORT {report}");
}

/// Tries one thing after the other: the number of the error that each met, 0 for none.
fn tries(folder: &Path) -> Value {
    let try_thread = || {
        std::thread::spawn(|| ())
            .join()
            .map_err(|_| io::Error::other("no thread"))
    };
    json!({
        "read in reach": met(std::fs::read(folder.join("in-reach"))),
        "read out of reach": met(std::fs::read(folder.join("out-of-reach"))),
        "list a folder": met(std::fs::read_dir(folder)),
        "write the output": met(write_output(folder)),
        "write elsewhere": met(File::create(folder.join("new"))),
        "remove elsewhere": met(std::fs::remove_file(folder.join("out-of-reach"))),
        "write too much": met(std::fs::write(folder.join("output/large"), vec![0u8; FILE_BYTES as usize + 1])),
        "open too many": met(open_many(&folder.join("in-reach"))),
        "start a thread": met(try_thread()),
        "listen": met(std::net::TcpListener::bind("127.0.0.1:0")),
        "send": met(std::net::UdpSocket::bind("127.0.0.1:0")),
        "connect": met(std::os::unix::net::UnixStream::connect(folder.join("socket"))),
        "start a program": met(Command::new("/bin/true").status()),
        // SAFETY: plain system calls; a child of the fork, if there is one, ends at once.
        "become a program": called(|| unsafe { libc::execl(c"/bin/true".as_ptr(), c"true".as_ptr(), std::ptr::null::<u8>()) }.into()),
        "fork": called(|| unsafe { let child = libc::fork(); if child == 0 { libc::_exit(0) }; child.into() }),
        "signal the parent": called(|| unsafe { libc::kill(libc::getppid(), 0) }.into()),
        "signal its own thread": called(|| unsafe { libc::syscall(libc::SYS_tgkill, libc::getpid(), libc::gettid(), 0) }),
        "signal by a thread's number": called(|| unsafe { libc::syscall(libc::SYS_tkill, libc::gettid(), 0) }),
        // Nobody has these numbers: without the filter the answer would be that.
        "signal another's thread": called(|| unsafe { libc::syscall(libc::SYS_tgkill, i32::MAX, i32::MAX, 0) }),
        "read a limit": called(|| limit_of(0, false)),
        "set a limit": called(|| limit_of(0, true)),
        // SAFETY: a plain system call.
        "set the parent's limit": called(|| limit_of(unsafe { libc::getppid() }, true)),
        "make a file anybody's": met(std::fs::set_permissions(folder.join("in-reach"), std::os::unix::fs::PermissionsExt::from_mode(0o777))),
        "mount": called(|| unsafe { libc::syscall(libc::SYS_fsopen, c"tmpfs".as_ptr(), 0) }),
        "debug the parent": called(|| unsafe { libc::ptrace(libc::PTRACE_ATTACH, libc::getppid(), 0, 0) }),
        "load into the kernel": called(|| unsafe { libc::syscall(libc::SYS_bpf, 0, 0, 0) }),
    })
}

fn write_output(folder: &Path) -> io::Result<()> {
    let (part, output) = (folder.join("output/.file.part"), folder.join("output/file"));
    File::create_new(&part)?.write_all(b"whole")?;
    std::fs::rename(part, output)?;
    File::open(folder.join("output"))?.sync_all()
}

fn open_many(path: &Path) -> io::Result<Vec<File>> {
    (0..1000).map(|_| File::open(path)).collect()
}

fn met<T>(result: io::Result<T>) -> i32 {
    result
        .err()
        .map_or(0, |error| error.raw_os_error().unwrap_or(-1))
}

fn called(call: impl FnOnce() -> i64) -> i32 {
    match call() {
        -1 => met::<()>(Err(io::Error::last_os_error())),
        _ => 0,
    }
}

fn soft_limit(resource: libc::__rlimit_resource_t) -> u64 {
    let mut bound = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the pointer is to a live value.
    unsafe { libc::getrlimit(resource, &mut bound) };
    bound.rlim_cur
}

/// Reads a process's limit of open files, and sets it to what it is.
fn limit_of(process: libc::pid_t, set: bool) -> i64 {
    let mut bound = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the pointers are to a live value, or null.
    unsafe {
        let read = libc::prlimit(process, libc::RLIMIT_NOFILE, std::ptr::null(), &mut bound);
        if read != 0 || !set {
            return read.into();
        }
        libc::prlimit(process, libc::RLIMIT_NOFILE, &bound, std::ptr::null_mut()).into()
    }
}

/// Computes for ever, with a CPU time that ends soon.
fn spin(folder: &Path) {
    let output = folder.join("output/file");
    cairn_prover::answer::ending::create_unfinished_file(&output).unwrap();
    confine(&Reach {
        reads: &[],
        writes: Some(&output),
        file_bytes: FILE_BYTES,
        seconds: Some(0),
    });
    loop {
        std::hint::spin_loop();
    }
}

fn report() -> Value {
    let folder = folder();
    let output = child(folder.path(), "try");
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{stdout} {}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join("output/file")).unwrap(),
        "whole"
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
    assert_eq!(report["limits"], json!([0, 64]));
    assert!(report["cpu"].as_u64().unwrap() >= 60, "{report}");
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

//! Runs a program and reports what it took, by the system's own books: wall time, CPU time and the
//! peak of its resident memory.
//!
//! `measure REPORT PROGRAM ARGUMENTS…` writes `{"seconds":…,"cpuSeconds":…,"peakMemory":…,"exitCode":…}`
//! to the file REPORT; the program's streams are this one's.

use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus};
use std::time::Instant;

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(report), Some(program)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: measure REPORT PROGRAM ARGUMENTS…");
        std::process::exit(2);
    };
    let started = Instant::now();
    let child = match Command::new(&program).args(arguments).spawn() {
        Ok(child) => child,
        Err(error) => {
            eprintln!("{} cannot be started: {error}", program.to_string_lossy());
            std::process::exit(2);
        }
    };
    let (status, usage) = wait(child.id());
    let seconds = started.elapsed().as_secs_f64();
    let line = serde_json::json!({
        "seconds": seconds,
        "cpuSeconds": duration(usage.ru_utime) + duration(usage.ru_stime),
        "peakMemory": peak_memory(&usage),
        "exitCode": status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0)),
    });
    if let Err(error) = std::fs::write(&report, line.to_string()) {
        eprintln!("{} cannot be written: {error}", report.to_string_lossy());
        std::process::exit(2);
    }
}

/// Waits for the child; its usage covers it and those of its own children that it waited for.
fn wait(child: u32) -> (ExitStatus, libc::rusage) {
    let mut status = 0;
    // SAFETY: a struct of plain numbers, for which zero is a value.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    loop {
        // SAFETY: both pointers are to locals that outlive the call.
        let ended = unsafe { libc::wait4(child as libc::pid_t, &mut status, 0, &mut usage) };
        if ended > 0 {
            return (ExitStatus::from_raw(status), usage);
        }
        let error = std::io::Error::last_os_error();
        assert!(
            error.kind() == std::io::ErrorKind::Interrupted,
            "the child is gone: {error}"
        );
    }
}

fn duration(time: libc::timeval) -> f64 {
    time.tv_sec as f64 + time.tv_usec as f64 / 1e6
}

/// Bytes. Linux counts in KiB, macOS in bytes.
fn peak_memory(usage: &libc::rusage) -> i64 {
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    usage.ru_maxrss * unit
}

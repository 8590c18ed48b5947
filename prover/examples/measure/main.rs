//! Runs a program and reports what it took, by the system's own books: wall time, CPU time and the
//! peak of its resident memory.
//!
//! `measure REPORT PROGRAM ARGUMENTS…` writes `{"seconds":…,"cpuSeconds":…,"peakMemory":…,"exitCode":…}`
//! to the file REPORT; the program's streams are this one's, signals are passed on to it, and it ends when this one does.

mod program;

use std::os::unix::process::ExitStatusExt;
use std::time::Instant;

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(report), Some(name)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: measure REPORT PROGRAM ARGUMENTS…");
        std::process::exit(2);
    };
    let started = Instant::now();
    let (status, usage) = match program::run(&name, arguments) {
        Ok(ended) => ended,
        Err(error) => {
            eprintln!("{} cannot be started: {error}", name.to_string_lossy());
            std::process::exit(2);
        }
    };
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

fn duration(time: libc::timeval) -> f64 {
    time.tv_sec as f64 + time.tv_usec as f64 / 1e6
}

/// Bytes. Linux counts in KiB, macOS in bytes.
fn peak_memory(usage: &libc::rusage) -> i64 {
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    usage.ru_maxrss * unit
}

//! Keeps the process that runs or reads a stranger's program to what that needs, as far as the system can: limits of
//! resources, no other program, no network, no file but those of the command.
//!
//! What the compiler and the VM do with a program is bounded by themselves. This is for the day on which one of
//! them has a hole. It cannot be undone, so it is for processes with one job: `execute` and `compile`.

#[cfg(target_os = "linux")]
mod files;
mod resources;
#[cfg(target_os = "linux")]
mod system_calls;

use std::path::Path;

/// What a process still may do.
pub struct Reach<'a> {
    /// Files, and folders with all below them, that it reads.
    pub reads: &'a [&'a Path],
    /// The file that it writes; other files in that folder stay in reach.
    pub writes: Option<&'a Path>,
    /// The largest file that it writes, in bytes.
    pub file_bytes: u64,
    /// The wall time that it has, in seconds.
    pub seconds: Option<u64>,
}

/// What the system holds the process to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Confinement {
    /// Limits of CPU time, file size, open files and core dumps.
    pub resources: bool,
    /// No socket, no other process, no debugging.
    pub system_calls: bool,
    /// No other file (Linux with Landlock).
    pub files: bool,
}

/// Confines the process for the rest of its life. Where the system cannot, the process goes on:
/// `--log-level info` tells what holds. Files are kept from the calling thread and those that it starts from now on,
/// everything else from all threads.
pub fn confine(reach: &Reach<'_>) -> Confinement {
    let confinement = Confinement {
        resources: resources::limit(reach),
        files: confine_files(reach),
        system_calls: refuse_system_calls(),
    };
    let Confinement {
        resources,
        system_calls,
        files,
    } = confinement;
    tracing::info!(resources, system_calls, files, "confined");
    confinement
}

#[cfg(target_os = "linux")]
fn confine_files(reach: &Reach<'_>) -> bool {
    files::confine(reach)
        .inspect_err(|error| tracing::info!("files are not confined: {error}"))
        .unwrap_or(false)
}

#[cfg(target_os = "linux")]
fn refuse_system_calls() -> bool {
    system_calls::refuse()
        .inspect_err(|error| tracing::info!("system calls are not confined: {error}"))
        .is_ok()
}

#[cfg(not(target_os = "linux"))]
fn confine_files(_: &Reach<'_>) -> bool {
    false
}

#[cfg(not(target_os = "linux"))]
fn refuse_system_calls() -> bool {
    false
}

//! Keeps a process to what its command needs, as far as the system can: one that runs or reads what a stranger made by limits
//! of resources, without other programs, networks and files but those of the command; every other one without networks and
//! what else no command needs.
//!
//! What the compiler, the VM and the verifier do with what they are given is bounded by themselves. This is for the day on which
//! one of them has a hole. It cannot be undone, so a worker, whose jobs differ, keeps what one of them needs.

#[cfg(target_os = "linux")]
mod files;
mod resources;
#[cfg(target_os = "linux")]
mod system_calls;

use std::path::Path;

/// Whom system calls are refused to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    /// Any command. It may start processes, and end them.
    Any,
    /// A process with one job, which starts none.
    OneJob,
}

/// What a process still may do.
pub struct Reach<'a> {
    /// Files, and folders with all below them, that it reads.
    pub reads: &'a [&'a Path],
    /// The file that it writes; other files in that folder stay in reach.
    pub writes: Option<&'a Path>,
    /// The largest file that it writes, in bytes.
    pub file_bytes: u64,
    /// Files that it opens at once beyond a few.
    pub more_files: u64,
    /// The most bytes of data that it holds, where it has no limit of its own.
    pub memory: Option<u64>,
    /// The wall time that it has, in seconds.
    pub seconds: Option<u64>,
}

impl<'a> Reach<'a> {
    /// That of a command which reads files of a stranger's, and answers: no more memory than any that is honest takes.
    pub fn of_reading(reads: &'a [&'a Path]) -> Self {
        Self {
            reads,
            writes: None,
            // Its answer may go to a file.
            file_bytes: u64::MAX,
            more_files: 0,
            memory: Some(READING_BYTES),
            seconds: Some(SECONDS),
        }
    }
}

/// The wall time, in seconds, that bounds the CPU time of what a stranger made where `--timeout` does not: more than any run or
/// compilation takes, even where a caller that watches the time is gone.
pub const SECONDS: u64 = 3600;

/// The largest files that are read take less as values.
const READING_BYTES: u64 = 4 << 30;

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
        system_calls: refuse_system_calls(Asking::OneJob),
    };
    let Confinement {
        resources,
        system_calls,
        files,
    } = confinement;
    tracing::info!(resources, system_calls, files, "confined");
    confinement
}

/// Keeps any process, a worker and its children included, from networks and what else no command needs, for the rest of its
/// life; `false` where the system cannot.
pub fn confine_any() -> bool {
    let system_calls = refuse_system_calls(Asking::Any);
    tracing::info!(system_calls, "confined, as any command");
    system_calls
}

#[cfg(target_os = "linux")]
fn confine_files(reach: &Reach<'_>) -> bool {
    files::confine(reach)
        .inspect_err(|error| tracing::info!("files are not confined: {error}"))
        .unwrap_or(false)
}

#[cfg(target_os = "linux")]
fn refuse_system_calls(asking: Asking) -> bool {
    system_calls::refuse(asking)
        .inspect_err(|error| tracing::info!("system calls are not confined: {error}"))
        .is_ok()
}

#[cfg(not(target_os = "linux"))]
fn confine_files(_: &Reach<'_>) -> bool {
    false
}

#[cfg(not(target_os = "linux"))]
fn refuse_system_calls(_: Asking) -> bool {
    false
}

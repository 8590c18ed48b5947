//! Limits of the system for one process. The number of processes is not among them: the system counts those of the
//! user, not of this process, and starting one is refused anyway.

use std::thread::available_parallelism;

use super::Reach;

/// Far more than any command opens at once, but for one that does many things at once.
const OPEN_FILES: u64 = 64;
/// Seconds of CPU time beyond what the wall time allows; the clock is to say the last word.
const CPU_TO_SPARE: u64 = 2;
/// Seconds of CPU time to answer in before the system kills.
const CPU_TO_ANSWER: u64 = 5;

/// Sets them; tells whether all hold.
pub fn limit(reach: &Reach<'_>) -> bool {
    let core = lower(libc::RLIMIT_CORE, 0, 0);
    let files = OPEN_FILES.saturating_add(reach.more_files);
    let open = lower(libc::RLIMIT_NOFILE, files, files);
    let data = reach
        .memory
        .is_none_or(|bytes| lower(libc::RLIMIT_DATA, bytes, bytes));
    let size = lower(libc::RLIMIT_FSIZE, reach.file_bytes, reach.file_bytes);
    let time = reach.seconds.is_none_or(|seconds| {
        let threads = available_parallelism().map_or(1, |count| count.get() as u64);
        let most = seconds.saturating_mul(threads).saturating_add(CPU_TO_SPARE);
        lower(libc::RLIMIT_CPU, most, most.saturating_add(CPU_TO_ANSWER))
    });
    core && open && data && size && time
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
type Resource = libc::__rlimit_resource_t;
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
type Resource = libc::c_int;

/// Lowers a limit; one that is lower already stays.
fn lower(resource: Resource, soft: u64, hard: u64) -> bool {
    let mut bound = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: plain system calls with pointers to a live value.
    unsafe {
        if libc::getrlimit(resource, &mut bound) != 0 {
            return false;
        }
        bound.rlim_max = bound.rlim_max.min(hard);
        bound.rlim_cur = bound.rlim_cur.min(soft).min(bound.rlim_max);
        libc::setrlimit(resource, &bound) == 0
    }
}

//! How much memory is in use and to be had, as Linux tells it. Elsewhere it is unknown.

use std::fs;

use super::cgroup::left_in_groups;

/// The process's largest resident size so far, in bytes.
pub fn peak_memory() -> Option<u64> {
    kibibytes("/proc/self/status", "VmHWM:")
}

/// Has the largest resident size counted from now on: for a worker's next job. Where the system
/// cannot, it stays that of the whole process.
pub fn start_peak_anew() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// What the process may write to, resident or not, in bytes.
pub(super) fn data_size() -> Option<u64> {
    kibibytes("/proc/self/status", "VmData:")
}

/// The process's resident size, in bytes.
pub fn resident_size() -> Option<u64> {
    kibibytes("/proc/self/status", "VmRSS:")
}

/// What this process can have in all without swapping or being killed, in bytes: what it has, and
/// what the machine and its group of processes have left.
pub fn available_memory() -> Option<u64> {
    Some(memory_left()? + resident_size().unwrap_or(0))
}

/// What the machine and this process's group of processes have left without swapping, in bytes.
pub(super) fn memory_left() -> Option<u64> {
    let left = kibibytes("/proc/meminfo", "MemAvailable:")?;
    Some(left.min(left_in_groups().unwrap_or(left)))
}

/// All the memory that the machine has, in bytes.
pub fn total_memory() -> Option<u64> {
    kibibytes("/proc/meminfo", "MemTotal:")
}

fn kibibytes(file: &str, key: &str) -> Option<u64> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(key))?;
    let number: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    number.checked_mul(1024)
}

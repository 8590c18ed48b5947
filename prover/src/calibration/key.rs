//! What a calibration holds for.

use serde::{Deserialize, Serialize};

use crate::execution_file::STWO_VERSION;

/// The work, the processor and the number of threads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Key {
    prover: String,
    stwo: String,
    processor: String,
    pub threads: usize,
}

impl Key {
    /// That of this machine.
    pub fn here(threads: usize) -> Self {
        Self {
            prover: env!("CARGO_PKG_VERSION").into(),
            stwo: STWO_VERSION.into(),
            processor: processor().unwrap_or_else(|| std::env::consts::ARCH.into()),
            threads,
        }
    }
}

/// What the system calls the processor, where it says.
#[cfg(target_os = "linux")]
fn processor() -> Option<String> {
    let text = std::fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    let name = line.split_once(':')?.1.trim();
    Some(name.chars().take(100).collect())
}

#[cfg(target_os = "macos")]
fn processor() -> Option<String> {
    let mut name = [0u8; 100];
    let mut length = name.len();
    // SAFETY: the pointers are to live values, and the length is that of the buffer.
    let failed = unsafe {
        libc::sysctlbyname(
            c"machdep.cpu.brand_string".as_ptr(),
            name.as_mut_ptr().cast(),
            &mut length,
            std::ptr::null_mut(),
            0,
        )
    } != 0;
    let name = std::ffi::CStr::from_bytes_until_nul(&name).ok()?;
    (!failed).then(|| name.to_string_lossy().into_owned())
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn processor() -> Option<String> {
    None
}

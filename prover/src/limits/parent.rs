//! `--die-with-parent`: no prover outlives the client that started it.

/// Has the system kill this process when the thread that started it ends, even when this one is
/// stopped. On systems other than Linux it does nothing.
pub fn die_with_parent() {
    #[cfg(target_os = "linux")]
    // SAFETY: plain system calls.
    unsafe {
        let parent = libc::getppid();
        libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL);
        // It may have died between the two.
        if libc::getppid() != parent {
            libc::_exit(crate::failure::Code::Cancelled.exit_code());
        }
    }
}

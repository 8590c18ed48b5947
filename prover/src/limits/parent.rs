//! `--die-with-parent`: no prover outlives the client that started it.

/// Has the system kill this process when the one that started it dies, even when this one is
/// stopped. On systems other than Linux it does nothing.
pub fn die_with_parent() {
    #[cfg(target_os = "linux")]
    // SAFETY: plain system calls.
    unsafe {
        libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL);
        // It may have died before that.
        if libc::getppid() == 1 {
            libc::_exit(crate::failure::Code::Cancelled.exit_code());
        }
    }
}

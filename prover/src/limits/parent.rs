//! `--die-with-parent`: no prover outlives the client that started it.

/// Whom a process is to end with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parent {
    /// Whoever is its parent now.
    Present,
    /// The process of this id. It may be gone already, and another be the parent instead.
    Of(u32),
}

impl std::str::FromStr for Parent {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(id @ 1..) => Ok(Self::Of(id)),
            _ => Err("expected the id of the process that started this one".into()),
        }
    }
}

/// Has the system kill this process when the thread that started it ends, even when this one is
/// stopped; ends it at once, without a word that nobody would hear, if that is over. On systems other
/// than Linux it does nothing.
pub fn die_with_parent(parent: Parent) {
    #[cfg(target_os = "linux")]
    // SAFETY: plain system calls.
    unsafe {
        let expected = match parent {
            Parent::Present => libc::getppid(),
            Parent::Of(id) => id as libc::pid_t,
        };
        libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL);
        // Only now: it may have died before the system knew of it.
        if libc::getppid() != expected {
            libc::_exit(crate::failure::Code::Cancelled.exit_code());
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = parent;
}

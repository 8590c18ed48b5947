//! A program that is measured: it does not outlive whoever measures it.

use std::ffi::OsString;
use std::io;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{self, Command, ExitStatus};
use std::sync::atomic::{AtomicI32, Ordering};

use cairn_prover::limits::{die_with_parent, Parent};

/// The running program's process id; 0 where there is none.
static PROGRAM: AtomicI32 = AtomicI32::new(0);

/// Runs a program to its end; its usage covers it and those of its own children that it waited for.
///
/// # Errors
/// Why it cannot be started.
pub fn run(
    program: &OsString,
    arguments: impl Iterator<Item = OsString>,
) -> io::Result<(ExitStatus, libc::rusage)> {
    let own = process::id();
    let mut command = Command::new(program);
    command.args(arguments);
    // SAFETY: only plain system calls between fork and exec.
    unsafe {
        command.pre_exec(move || {
            die_with_parent(Parent::Of(own));
            Ok(())
        });
    }
    let child = command.spawn()?;
    PROGRAM.store(child.id() as libc::pid_t, Ordering::SeqCst);
    for signal in [libc::SIGHUP, libc::SIGINT, libc::SIGTERM] {
        // SAFETY: the handler takes no lock and no memory.
        unsafe { libc::signal(signal, pass_on as extern "C" fn(i32) as usize) };
    }
    let ended = wait(child.id());
    PROGRAM.store(0, Ordering::SeqCst);
    Ok(ended)
}

/// Whoever wants to end the measuring wants the program to end; what it took is told all the same.
extern "C" fn pass_on(signal: i32) {
    let program = PROGRAM.load(Ordering::SeqCst);
    if program > 0 {
        // SAFETY: a call without pointers; the program is not yet waited for, so the id is its own.
        unsafe { libc::kill(program, signal) };
    }
}

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
        let error = io::Error::last_os_error();
        assert!(
            error.kind() == io::ErrorKind::Interrupted,
            "the child is gone: {error}"
        );
    }
}

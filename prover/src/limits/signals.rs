//! SIGINT, SIGTERM and SIGHUP end the process at once, whatever it computes.

use std::{mem, ptr, thread};

use super::line_of;
use crate::answer::ending;
use crate::failure::{Code, Failure};

const SIGNALS: [(i32, &str); 3] = [
    (libc::SIGINT, "SIGINT"),
    (libc::SIGTERM, "SIGTERM"),
    (libc::SIGHUP, "SIGHUP"),
];

/// Hands them to a thread of their own. To be called before any other thread starts:
/// threads inherit that they are not asked.
pub fn answer_signals() {
    // SAFETY: the set is initialized by `sigemptyset` before it is used.
    let signals = unsafe {
        let mut signals: libc::sigset_t = mem::zeroed();
        libc::sigemptyset(&mut signals);
        for (signal, _) in SIGNALS {
            if !is_ignored(signal) {
                libc::sigaddset(&mut signals, signal);
            }
        }
        libc::pthread_sigmask(libc::SIG_BLOCK, &signals, ptr::null_mut());
        signals
    };
    let lines = SIGNALS.map(|(signal, name)| (signal, line_of(&cancelled(name))));
    thread::spawn(move || loop {
        let mut signal = 0;
        // SAFETY: both pointers are to live values.
        let failed = unsafe { libc::sigwait(&signals, &mut signal) } != 0;
        if let Some((_, line)) = lines.iter().find(|(known, _)| *known == signal && !failed) {
            // Who has it for longer waits for a reader that reads no more.
            ending::claim_soon();
            ending::abandon(line, 128 + signal);
        }
    });
}

/// Whether the process was started so that it does not mind, as `nohup` does.
fn is_ignored(signal: i32) -> bool {
    // SAFETY: the pointer is to a live value; nothing is changed.
    unsafe {
        let mut now: libc::sigaction = mem::zeroed();
        libc::sigaction(signal, ptr::null(), &mut now) == 0 && now.sa_sigaction == libc::SIG_IGN
    }
}

fn cancelled(name: &str) -> Failure {
    let help = "Start it again when you want its result; nothing half-written was left.";
    Failure::new(
        Code::Cancelled,
        format!("Ended by {name} before it was done."),
        help,
    )
}

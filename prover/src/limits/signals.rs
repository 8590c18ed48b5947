//! SIGINT and SIGTERM end the process at once, whatever it computes.

use std::{mem, ptr, thread};

use super::line_of;
use crate::answer::ending;
use crate::failure::{Code, Failure};

/// Hands both signals to a thread of their own. To be called before any other thread starts:
/// threads inherit that they are not asked.
pub fn answer_signals() {
    // SAFETY: the set is initialized by `sigemptyset` before it is used.
    let signals = unsafe {
        let mut signals: libc::sigset_t = mem::zeroed();
        libc::sigemptyset(&mut signals);
        libc::sigaddset(&mut signals, libc::SIGINT);
        libc::sigaddset(&mut signals, libc::SIGTERM);
        libc::pthread_sigmask(libc::SIG_BLOCK, &signals, ptr::null_mut());
        signals
    };
    let lines = [libc::SIGINT, libc::SIGTERM].map(|signal| (signal, line_of(&cancelled(signal))));
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

fn cancelled(signal: i32) -> Failure {
    let name = if signal == libc::SIGINT {
        "SIGINT"
    } else {
        "SIGTERM"
    };
    let help = "Start it again when you want its result; nothing half-written was left.";
    Failure::new(
        Code::Cancelled,
        format!("Ended by {name} before it was done."),
        help,
    )
}

//! Which jobs wait, and which one runs.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::request::cancelled;
use crate::answer::{ending, job};
use crate::commands::Command;
use crate::failure::{Code, Failure, Outcome};
use crate::limits::line_of;

/// The most jobs that wait.
const MOST: usize = 64;
/// The exit code of a worker whose job was cancelled: that of SIGTERM.
pub(super) const CANCELLED: i32 = 128 + libc::SIGTERM;
/// How long a child may take to end when it is asked to.
const GRACE: Duration = Duration::from_millis(1500);

/// A job as it was asked for.
pub(super) struct Job {
    pub name: String,
    pub command: Command,
    /// The command line of it.
    pub line: Vec<String>,
}

/// What there is to do.
pub(super) enum Next {
    Job(Box<Job>),
    NoneYet,
    End,
}

#[derive(Default)]
pub(super) struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Job>,
    running: Option<Running>,
    has_ended: bool,
}

struct Running {
    name: String,
    /// Whether it is left to a child, and the child once there is one.
    is_for_a_child: bool,
    child: Option<libc::pid_t>,
    is_cancelled: bool,
}

impl Queue {
    /// Has a job wait.
    ///
    /// # Errors
    /// `USAGE` when it has the name of another, or too many wait.
    pub fn add(&self, job: Job) -> Outcome<()> {
        let mut state = self.state();
        let running = state.running.iter().map(|running| &running.name);
        let mut names = running.chain(state.waiting.iter().map(|job| &job.name));
        let why = if names.any(|name| *name == job.name) {
            format!("a job named {} is there already", job.name)
        } else if state.waiting.len() >= MOST {
            format!("{MOST} jobs wait already")
        } else {
            state.waiting.push_back(job);
            self.changed.notify_all();
            return Ok(());
        };
        let help = "Send it again when others are done, under a name of its own.";
        Err(Failure::new(
            Code::Usage,
            format!("The job is not taken: {why}."),
            help,
        ))
    }

    /// No more jobs come.
    pub fn end(&self) {
        self.state().has_ended = true;
        self.changed.notify_all();
    }

    /// The next job, which runs from now on; waits for one until `patience` is over, or for ever.
    pub fn next(&self, patience: Option<Duration>) -> Next {
        let nothing = |state: &mut State| state.waiting.is_empty() && !state.has_ended;
        let patience = patience.unwrap_or(Duration::MAX);
        let (mut state, _) = self
            .changed
            .wait_timeout_while(self.state(), patience, nothing)
            .unwrap_or_else(PoisonError::into_inner);
        match state.waiting.pop_front() {
            Some(job) => {
                state.running = Some(Running {
                    name: job.name.clone(),
                    is_for_a_child: job.command.is_for_a_child(),
                    child: None,
                    is_cancelled: false,
                });
                Next::Job(Box::new(job))
            }
            None if state.has_ended => Next::End,
            None => Next::NoneYet,
        }
    }

    /// The running job is done.
    pub fn done(&self) {
        self.state().running = None;
    }

    /// Tells of the running job's child; `None` before it is waited for to its end.
    pub fn set_child(&self, child: Option<libc::pid_t>) {
        let mut state = self.state();
        if let Some(running) = &mut state.running {
            running.child = child;
            self.changed.notify_all();
            if let (Some(child), true) = (child, running.is_cancelled) {
                end_child(child, libc::SIGTERM);
            }
        }
    }

    /// Cancels a job; `true` when it waited and needs an answer. A name that no job has is none of a
    /// job any more. Does not return when the job runs in this process: then that ends.
    pub fn cancel(&self, name: &str) -> bool {
        let mut state = self.state();
        let before = state.waiting.len();
        state.waiting.retain(|job| job.name != name);
        if state.waiting.len() < before {
            return true;
        }
        let Some(running) = state
            .running
            .as_mut()
            .filter(|running| running.name == name)
        else {
            return false;
        };
        running.is_cancelled = true;
        self.changed.notify_all();
        if !running.is_for_a_child {
            drop(state);
            self.end_with(name);
        } else if let Some(child) = running.child {
            end_child(child, libc::SIGTERM);
        }
        false
    }

    /// Watches over the running job's child to its end: kills it if it has not ended by itself soon
    /// after it was cancelled.
    pub fn watch_child(&self) {
        let lives = |running: &Running| running.child.is_some();
        let runs = |state: &mut State, waits: fn(&Running) -> bool| {
            state
                .running
                .as_ref()
                .is_some_and(|running| lives(running) && waits(running))
        };
        let undisturbed = |state: &mut State| runs(state, |running| !running.is_cancelled);
        let state = self.changed.wait_while(self.state(), undisturbed);
        let state = state.unwrap_or_else(PoisonError::into_inner);
        let ending = |state: &mut State| runs(state, |_| true);
        let (state, _) = self
            .changed
            .wait_timeout_while(state, GRACE, ending)
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(child) = state.running.as_ref().and_then(|running| running.child) {
            end_child(child, libc::SIGKILL);
        }
    }

    /// Ends the process with the job, unless that is done first.
    fn end_with(&self, name: &str) {
        let line = line_of(&cancelled());
        while self.runs_here(name) {
            if ending::claim() {
                // The job cannot have another last word now; but it may not have begun.
                if job::is_current(name) {
                    ending::abandon(&line, CANCELLED);
                }
                ending::release();
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn runs_here(&self, name: &str) -> bool {
        let state = self.state();
        let running = state.running.as_ref();
        running.is_some_and(|running| running.name == name && !running.is_for_a_child)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn end_child(child: libc::pid_t, signal: i32) {
    // SAFETY: a plain system call; the child has not been waited for yet, so its id is its own.
    unsafe { libc::kill(child, signal) };
}

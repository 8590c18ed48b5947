//! How far the work is: `progress` events, a few each second.
//!
//! What each stage of it is expected to take comes from [`crate::timing`]. Which one it is in, a proof tells by the
//! library's tracing spans and a run by its phases; within a stage time tells, or the steps that are counted.

mod layer;
mod moment;
mod share;
mod soft_end;
mod steps;
mod tell;

pub use layer::SpanLayer;
pub use share::Measured;
pub use steps::Steps;

use std::sync::mpsc::{channel, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::answer::phase;
use crate::timing::{expected_run, Expected, Mark};
use moment::Moment;
use share::Share;

static CURRENT: Mutex<Option<Current>> = Mutex::new(None);

struct Current {
    share: Share,
    steps: Option<Steps>,
}

/// Tells how far the work is as long as this value lives.
pub struct Progress {
    _over: Sender<()>,
}

/// Begins to tell how far the work is: at the first of these stages. A run counts its steps.
pub fn start(stages: Vec<Expected>, steps: Option<Steps>) -> Progress {
    let share = Share::start(stages, Moment::now());
    *current() = Some(Current { share, steps });
    let (over, is_over) = channel();
    thread::spawn(move || tell::until(&is_over));
    Progress { _over: over }
}

impl Progress {
    /// Says anew how long the same stages will take.
    pub fn expect(&self, stages: Vec<Expected>) {
        if let Some(current) = &mut *current() {
            current.share.expect(stages);
        }
    }

    /// What each stage so far took.
    pub fn measured(&self) -> Vec<Measured> {
        let now = Moment::now();
        let current = current();
        let share = current.as_ref().map(|current| &current.share);
        share.map(|share| share.measured(now)).unwrap_or_default()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        current().take();
    }
}

/// Says that a phase begins.
pub fn begin(phase: &'static str) {
    phase::begin(phase);
    reach(Mark::Phase(phase));
}

fn reach(mark: Mark) {
    if let Some(current) = &mut *current() {
        let was_counted = current.counted().is_some();
        if current.share.reach(mark, Moment::now()) && was_counted {
            current.expect_the_rest();
        }
    }
}

impl Current {
    /// What is done with a run depends on the steps that it had, not on those expected.
    fn expect_the_rest(&mut self) {
        let steps = self.steps.as_ref().map_or(0, Steps::so_far);
        let is_written = self.share.has("write");
        self.share.expect(expected_run(steps, is_written));
    }

    /// The part of this stage that is done, where steps are counted and so many are expected.
    fn counted(&self) -> Option<f64> {
        let counts = self.share.phase() == "execute";
        self.steps.as_ref().filter(|_| counts)?.part()
    }
}

fn current() -> MutexGuard<'static, Option<Current>> {
    CURRENT.lock().unwrap_or_else(PoisonError::into_inner)
}

//! How far a proof is: `progress` events, a few each second.
//!
//! The library tells by its tracing spans which stage it is in. What each stage costs in proportion to
//! the others was measured ([`stage`]); within a stage time tells, at the pace of the stages before.

mod layer;
mod share;
mod stage;

pub use layer::SpanLayer;

use std::sync::mpsc::{channel, RecvTimeoutError, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use cairo_air::claims::CairoClaim;
use serde_json::json;

use crate::answer::{phase, stdout};
use crate::prove::Plan;
use share::Share;
use stage::Size;

/// Half a second is promised; a busy machine wakes late.
const TELL_EVERY: Duration = Duration::from_millis(300);

static CURRENT: Mutex<Option<Share>> = Mutex::new(None);

/// Tells how far the proof is as long as this value lives.
pub struct Progress {
    _over: Sender<()>,
}

/// Begins to tell how far a proof is; `has_tables` when they need not be made.
pub fn follow(claim: &CairoClaim, plan: Plan, steps: u64, has_tables: bool) -> Progress {
    let size = Size::of(claim, plan, steps);
    *current() = Some(Share::start(size, has_tables, phase::elapsed()));
    let (over, is_over) = channel();
    thread::spawn(move || loop {
        tell();
        if is_over.recv_timeout(TELL_EVERY) != Err(RecvTimeoutError::Timeout) {
            return;
        }
    });
    Progress { _over: over }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(share) = current().take() {
            tracing::info!("stages: {}", share.seconds_by_stage(phase::elapsed()));
        }
    }
}

/// Says that the proof itself begins, with its tables at hand.
pub(crate) fn tables_are_there() {
    reach(stage::Mark::Begun);
}

fn reach(mark: stage::Mark) {
    if let Some(share) = &mut *current() {
        share.reach(mark, phase::elapsed());
    }
}

fn tell() {
    // The lock is held while the line is written, so that none comes after the end.
    if let Some(share) = &mut *current() {
        let (fraction, remaining) = share.at(phase::elapsed());
        let rounded = |number: f64| (number * 1000.0).round() / 1000.0;
        stdout::write_line(&json!({
            "event": "progress",
            "phase": share.phase(),
            "fraction": rounded(fraction),
            "remaining": rounded(remaining),
            "seconds": phase::seconds(),
        }));
    }
}

fn current() -> MutexGuard<'static, Option<Share>> {
    CURRENT.lock().unwrap_or_else(PoisonError::into_inner)
}

//! The `progress` events themselves.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use serde_json::{json, Value};

use super::{current, Current, Steps};
use crate::answer::{phase, stdout};

/// Half a second is promised; a busy machine wakes late.
const TELL_EVERY: Duration = Duration::from_millis(200);

/// Tells at once and then again and again.
pub(super) fn until(is_over: &Receiver<()>) {
    loop {
        // The lock is held while the line is written, so that none comes after the end.
        if let Some(current) = &mut *current() {
            stdout::write_line(&current.event());
        }
        if is_over.recv_timeout(TELL_EVERY) != Err(RecvTimeoutError::Timeout) {
            return;
        }
    }
}

impl Current {
    fn event(&mut self) -> Value {
        let counted = self.counted();
        let told = self.share.at(phase::elapsed(), counted);
        let foretold = self
            .steps
            .as_ref()
            .is_none_or(Steps::are_expected)
            .then_some(told);
        let mut event = json!({
            "event": "progress",
            "phase": self.share.phase(),
            "fraction": foretold.map(|told| rounded(told.fraction)),
            "remaining": foretold.map(|told| rounded(told.remaining)),
            "seconds": phase::seconds(),
        });
        if let Some(steps) = &self.steps {
            event["steps"] = steps.so_far().into();
        }
        event
    }
}

fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

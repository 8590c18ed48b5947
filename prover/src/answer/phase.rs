//! `phase` events: where the work is, and since when.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::json;

use super::stdout;

static START: Mutex<Option<Instant>> = Mutex::new(None);

/// Marks the start of the process, or of a worker's next job.
pub fn start_clock() {
    *START.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
}

/// Time since the process, or the job, started.
pub fn elapsed() -> Duration {
    let mut start = START.lock().unwrap_or_else(PoisonError::into_inner);
    start.get_or_insert_with(Instant::now).elapsed()
}

/// Seconds since the process, or the job, started, to the millisecond.
pub fn seconds() -> f64 {
    rounded(elapsed())
}

/// A span of time in seconds, to the millisecond.
pub fn rounded(span: Duration) -> f64 {
    (span.as_secs_f64() * 1000.0).round() / 1000.0
}

/// Says that a phase begins.
pub fn begin(phase: &str) {
    tracing::info!(phase, seconds = seconds(), "phase");
    stdout::write_line(&json!({ "event": "phase", "phase": phase, "seconds": seconds() }));
}

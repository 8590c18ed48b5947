//! `phase` events: where the work is, and since when.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde_json::json;

use super::stdout;

static START: OnceLock<Instant> = OnceLock::new();

/// Marks the start of the process.
pub fn start_clock() {
    START.get_or_init(Instant::now);
}

/// Seconds since the process started, to the millisecond.
pub fn seconds() -> f64 {
    rounded(START.get_or_init(Instant::now).elapsed())
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

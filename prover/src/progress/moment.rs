//! A point in time, by the wall clock and by the processors' time that this process has had.

use std::time::Duration;

use crate::answer::phase;
use crate::limits::processor_time;

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Moment {
    pub wall: Duration,
    pub processors: Duration,
}

impl Moment {
    /// Since the job's start by the wall clock, and since the process's by its processors.
    pub fn now() -> Self {
        Self {
            wall: phase::elapsed(),
            processors: processor_time(),
        }
    }
}

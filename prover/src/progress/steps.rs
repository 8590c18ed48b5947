//! The steps of a run, which the thread that runs it counts and another one reads.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

/// The steps so far, and those that are expected.
#[derive(Clone, Default)]
pub struct Steps {
    so_far: Arc<AtomicUsize>,
    expected: Option<usize>,
}

impl Steps {
    /// None so far.
    pub fn expecting(expected: Option<usize>) -> Self {
        Self {
            so_far: Arc::default(),
            expected,
        }
    }

    /// One more. There is one thread that counts, so nothing is lost between reading and writing, and
    /// it costs no more than a plain number.
    pub fn count(&self) {
        self.so_far.store(self.so_far() + 1, Ordering::Relaxed);
    }

    /// How many were counted.
    pub fn so_far(&self) -> usize {
        self.so_far.load(Ordering::Relaxed)
    }

    /// Whether anybody said how many there will be.
    pub fn are_expected(&self) -> bool {
        self.expected.is_some()
    }

    /// The part of those expected that is done.
    pub(super) fn part(&self) -> Option<f64> {
        let expected = self.expected?.max(1);
        Some(self.so_far() as f64 / expected as f64)
    }
}

//! What a worker does while it has nothing to do: it gives memory back.

use std::time::{Duration, Instant};

use crate::commands::Kept;
use crate::limits::{available_memory, release_spare_memory, resident_size, total_memory};

/// How often it looks whether others need the memory.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// The machine is short of memory when it has less than one part in so many free.
const SHORT: u64 = 10;

/// How long a worker waits for its next job before it gives memory back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    /// After so long it gives back what waits to be used again.
    pub spare: Duration,
    /// After so long it drops what it keeps.
    pub kept: Duration,
}

/// A time in which there is nothing to do.
pub(super) struct Idle {
    patience: Patience,
    since: Instant,
    has_spare: bool,
    has_kept: bool,
}

impl Idle {
    /// It begins now.
    pub fn new(patience: Patience) -> Self {
        Self {
            patience,
            since: Instant::now(),
            has_spare: true,
            has_kept: true,
        }
    }

    /// When to look again; never when nothing is left to give back.
    pub fn look_again(&self) -> Option<Duration> {
        let Patience { spare, kept } = self.patience;
        let soonest = if self.has_spare {
            spare.min(kept)
        } else {
            kept
        };
        let left = soonest.saturating_sub(self.since.elapsed());
        self.has_kept.then(|| left.min(LOOK_EVERY))
    }

    /// Gives back what it is time for.
    pub fn look(&mut self, kept: &mut Kept) {
        let idle = self.since.elapsed();
        if self.has_kept && (idle >= self.patience.kept || is_short()) {
            kept.clear();
            self.has_kept = false;
            self.has_spare = true;
        }
        if self.has_spare && (idle >= self.patience.spare || !self.has_kept) {
            release_spare_memory();
            self.has_spare = false;
        }
    }
}

/// Whether the machine, or the container, is short of memory.
pub(super) fn is_short() -> bool {
    let left = available_memory().zip(resident_size());
    let left = left.map(|(all, own)| all.saturating_sub(own));
    left.zip(total_memory())
        .is_some_and(|(left, total)| left < total / SHORT)
}

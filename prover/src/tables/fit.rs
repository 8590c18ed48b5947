//! Whether a proof fits into memory, and how fast it can be made there.

use cairo_air::claims::CairoClaim;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use super::{estimate_memory, Coefficients};
use crate::failure::{Code, Failure, Outcome};
use crate::limits::available_memory;

/// How much memory a proof needs, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needed {
    /// The least that it can be made in.
    pub least: u64,
    /// What it takes at full speed; never less.
    pub fast: u64,
    /// What takes the least: coefficients that are kept save weights, which are more for small tables.
    frugal: Coefficients,
}

impl Needed {
    /// Estimates it both ways.
    pub fn of(claim: &CairoClaim, variant: PreProcessedTraceVariant) -> Self {
        let estimate = |coefficients| estimate_memory(claim, variant, coefficients);
        let kept = estimate(Coefficients::Kept);
        let recomputed = estimate(Coefficients::Recomputed);
        let frugal = match recomputed < kept {
            true => Coefficients::Recomputed,
            false => Coefficients::Kept,
        };
        Self {
            least: recomputed.min(kept),
            fast: kept,
            frugal,
        }
    }

    /// Fits a proof into a limit, and into what the machine has free.
    ///
    /// # Errors
    /// `MEMORY_LIMIT`.
    pub fn fit(self, max_memory: Option<u64>) -> Outcome<Coefficients> {
        self.fit_into(max_memory, available_memory())
    }

    fn fit_into(self, limit: Option<u64>, free: Option<u64>) -> Outcome<Coefficients> {
        let room = room(limit, free);
        tracing::info!(?self, room, "memory");
        if self.least > room {
            return Err(self.refused(room, limit == Some(room)));
        }
        Ok(self.within(room))
    }

    /// How a proof would be made in so much memory, if it fits at all.
    pub fn within(self, room: u64) -> Coefficients {
        match self.fast <= room {
            true => Coefficients::Kept,
            false => self.frugal,
        }
    }

    fn refused(self, room: u64, limited: bool) -> Failure {
        refused("about", self.least, room, limited).with("needed", self.least)
    }
}

/// Refuses a proof that takes at least so many bytes where there are fewer: the limit, or what the machine has free.
///
/// # Errors
/// `MEMORY_LIMIT`.
pub fn fit_at_least(least: u64, max_memory: Option<u64>) -> Outcome<()> {
    let room = room(max_memory, available_memory());
    if least <= room {
        return Ok(());
    }
    let failure = refused("at least", least, room, max_memory == Some(room));
    Err(failure.with("neededAtLeast", least))
}

/// Where the system does not tell what is free, the limit alone counts.
fn room(limit: Option<u64>, free: Option<u64>) -> u64 {
    limit.unwrap_or(u64::MAX).min(free.unwrap_or(u64::MAX))
}

fn refused(how: &str, bytes: u64, room: u64, limited: bool) -> Failure {
    let (whose, help, limit) = match limited {
        true => (
            "the limit is",
            "Raise --max-memory, use a machine with more, or cut the input group into smaller ones.",
            Some(room),
        ),
        false => (
            "this machine has free",
            "Free some, use a machine with more, or cut the input group into smaller ones.",
            None,
        ),
    };
    let message = format!("Proving takes {how} {bytes} bytes of memory; {whose} {room}.");
    Failure::new(Code::MemoryLimit, message, help).with("limit", limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEEDED: Needed = Needed {
        least: 700,
        fast: 900,
        frugal: Coefficients::Recomputed,
    };

    #[test]
    fn the_smaller_of_limit_and_free_memory_decides() {
        let fit = |limit, free| NEEDED.fit_into(limit, free).ok();
        assert_eq!(fit(None, None), Some(Coefficients::Kept));
        assert_eq!(fit(Some(900), Some(1000)), Some(Coefficients::Kept));
        assert_eq!(fit(Some(899), None), Some(Coefficients::Recomputed));
        assert_eq!(fit(Some(1000), Some(700)), Some(Coefficients::Recomputed));
        assert_eq!(fit(Some(699), Some(1000)), None);
        assert_eq!(fit(Some(1000), Some(699)), None);
    }

    #[test]
    fn a_refusal_says_what_was_short() {
        let refused = |limit, free| NEEDED.fit_into(limit, free).unwrap_err().message;
        assert!(refused(Some(600), Some(9000)).ends_with("the limit is 600."));
        assert!(refused(Some(9000), Some(500)).ends_with("this machine has free 500."));
    }
}

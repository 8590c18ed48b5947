//! How long a proof will take.

use super::expected::{expected, Machine};
use super::size::Size;

/// Seconds by the wall clock.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// From the start of `prove` to its answer, tables made anew.
    pub seconds: f64,
    /// The part of it that making the tables is.
    pub tables: f64,
}

impl Estimate {
    /// Of a proof of this size, with no tables there yet.
    pub fn of(size: Size, machine: Machine) -> Self {
        let total = |has_tables| -> f64 {
            let stages = expected(size, has_tables, machine);
            stages.iter().map(|stage| stage.seconds).sum()
        };
        let seconds = total(false);
        Self {
            seconds,
            tables: seconds - total(true),
        }
    }
}

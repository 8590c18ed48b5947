//! How much memory a proof takes, from the sizes of its tables.

mod lookups;
mod phases;

use cairo_air::claims::CairoClaim;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use phases::Phases;

/// Whether the prover keeps the polynomials' coefficients: faster, for more memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coefficients {
    Kept,
    Recomputed,
}

impl Coefficients {
    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Recomputed => "recomputed",
        }
    }
}

/// The program itself, its threads' stacks, and what is too small to be counted.
const BESIDE_COLUMNS: u64 = 64 << 20;
/// One part in so many is added, so that what is estimated is enough: which of two threads takes
/// which table's work first is chance.
const MARGIN: u64 = 50;

/// Estimates the peak resident memory of a proof in bytes: it is enough, and seldom a twentieth too much.
pub fn estimate_memory(
    claim: &CairoClaim,
    variant: PreProcessedTraceVariant,
    coefficients: Coefficients,
) -> u64 {
    with_margin(estimate_columns(claim, variant, coefficients))
}

/// Estimates the same, in bytes, of a proof whose tables are these and what the tables of so many steps have at least.
pub(super) fn estimate_with_steps(
    claim: &CairoClaim,
    variant: PreProcessedTraceVariant,
    coefficients: Coefficients,
    steps: u64,
) -> u64 {
    let phases = Phases::of(claim, variant, coefficients);
    with_margin(phases.with_steps(steps, coefficients).peak())
}

fn with_margin(columns: u64) -> u64 {
    let estimate = BESIDE_COLUMNS + columns;
    estimate + estimate / MARGIN
}

/// The part of it that is columns and hashes, in bytes.
pub fn estimate_columns(
    claim: &CairoClaim,
    variant: PreProcessedTraceVariant,
    coefficients: Coefficients,
) -> u64 {
    Phases::of(claim, variant, coefficients).peak()
}

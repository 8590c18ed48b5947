//! How much memory a proof takes, from the sizes of its tables.

use cairo_air::claims::CairoClaim;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use super::max_log_size;

/// Whether the prover keeps the polynomials' coefficients: faster, for more memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coefficients {
    Kept,
    Recomputed,
}

/// Bytes of one cell's value.
const CELL: u64 = 4;
/// The committed evaluations are twice as long as the columns.
const BLOWUP: u64 = 2;
/// Per row of the largest domain: Merkle trees, composition polynomial and FRI layers.
const PER_DOMAIN_ROW: u64 = 420;
/// The program itself, and what the tables of any proof take beside their cells.
const BASE: u64 = 160 << 20;

/// Estimates the peak resident memory of a proof in bytes.
pub fn estimate_memory(
    claim: &CairoClaim,
    variant: PreProcessedTraceVariant,
    coefficients: Coefficients,
) -> u64 {
    let witness: u64 = claim
        .log_sizes()
        .iter()
        .flatten()
        .map(|log_size| 1u64 << log_size)
        .sum();
    let cells = witness + u64::from(variant.n_trace_cells());
    let kept = match coefficients {
        Coefficients::Kept => 1,
        Coefficients::Recomputed => 0,
    };
    let largest = max_log_size(claim).max(variant.max_log_trace_size());
    BASE + cells * CELL * (BLOWUP + kept) + witness * CELL + (PER_DOMAIN_ROW << largest)
}

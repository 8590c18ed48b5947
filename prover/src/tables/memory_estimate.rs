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
/// Bytes of a Merkle tree per leaf: hashes of 32 bytes, twice as many as leaves.
const TREE: u64 = 64;
/// Per row of the witness's domain: three trees, composition polynomial, quotients, FRI layers,
/// twiddles. Fitted to measured peaks, as is the next.
const PER_DOMAIN_ROW: u64 = 456;
/// The program itself, and what any proof takes beside its tables.
const BASE: u64 = 160 << 20;

/// Estimates the peak resident memory of a proof in bytes.
pub fn estimate_memory(
    claim: &CairoClaim,
    variant: PreProcessedTraceVariant,
    coefficients: Coefficients,
) -> u64 {
    let cells = |tree: &[u32]| tree.iter().map(|log_size| 1u64 << log_size).sum::<u64>();
    let witness: Vec<u64> = claim.log_sizes().iter().map(|tree| cells(tree)).collect();
    let preprocessed = u64::from(variant.n_trace_cells());
    let all = preprocessed + witness.iter().sum::<u64>();
    // One tree's coefficients at a time are made again when they are not kept.
    let with_coefficients = match coefficients {
        Coefficients::Kept => all,
        Coefficients::Recomputed => witness.into_iter().max().unwrap_or(0).max(preprocessed),
    };
    let domain = BLOWUP << max_log_size(claim);
    let preprocessed_domain = BLOWUP << variant.max_log_trace_size();
    BASE + CELL * (BLOWUP * all + with_coefficients)
        + TREE * preprocessed_domain
        + PER_DOMAIN_ROW * domain
}

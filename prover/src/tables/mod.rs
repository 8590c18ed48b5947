//! The trace tables of a proof: how large each will be, which preprocessed tier has room for
//! them, and how much memory proving takes. All of it is known before the first column is written.

mod builtin_tables;
mod fit;
mod least;
mod memory;
mod predict;
mod tier;

pub use fit::{fit_at_least, Needed};
pub use least::least_of_any;
pub use memory::{estimate_columns, estimate_memory, Coefficients};
pub use predict::predict;
pub use tier::{
    choose_tier, tables_in, tier_name, tier_names, tier_of_name, variant_of_tier, MAX_LOG_SIZE,
    TIERS,
};

use cairo_air::claims::CairoClaim;

/// The sum of all tables' rows: the unit in which proving is counted. Panics on a claim
/// that has no memory table.
pub fn proven_rows(claim: &CairoClaim) -> u64 {
    claim
        .flatten_claim()
        .component_log_sizes
        .iter()
        .map(|log_size| 1u64 << log_size)
        .sum()
}

/// The rows of the opcode tables: no fewer than the steps, whose exact number a proof does not tell.
pub fn opcode_rows(claim: &CairoClaim) -> u64 {
    // The opcodes are the first twenty components; a claim keeps only the sizes of those in use.
    let flat = claim.flatten_claim();
    let used = flat
        .component_enable_bits
        .iter()
        .take(20)
        .filter(|enabled| **enabled)
        .count();
    flat.component_log_sizes
        .iter()
        .take(used)
        .map(|log_size| 1u64 << log_size)
        .sum()
}

/// The largest table's size as a power of two.
pub fn max_log_size(claim: &CairoClaim) -> u32 {
    claim
        .flatten_claim()
        .component_log_sizes
        .into_iter()
        .max()
        .unwrap_or(0)
}

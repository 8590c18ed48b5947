//! What the costs of a proof depend on.

use cairo_air::claims::CairoClaim;

use crate::prove::Plan;
use crate::tables::{max_log_size, Coefficients};

/// All in millions.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub(super) steps: f64,
    /// Cells of the preprocessed trace.
    pub(super) preprocessed: f64,
    /// Cells of the base trace.
    pub(super) base: f64,
    /// Cells of the interaction trace.
    pub(super) interaction: f64,
    /// Points of the largest domain.
    pub(super) domain: f64,
    /// Rows of multiples of points, in the builtin `ec_op` and in Pedersen hashes, and of cubes, in Poseidon hashes:
    /// their witness is dear.
    pub(super) curves: f64,
    pub(super) windows: f64,
    pub(super) cubes: f64,
    pub(super) coefficients: Coefficients,
}

impl Size {
    /// The size of a proof that is to be made so.
    pub fn of(claim: &CairoClaim, plan: Plan, steps: u64) -> Self {
        macro_rules! rows {
            ($($table:ident),*) => {
                [$(claim.$table.as_ref().map_or(0, |table| 1u64 << table.log_size)),*]
            };
        }
        let million = |counts: &[u64]| counts.iter().sum::<u64>() as f64 / 1e6;
        let cells = |log_size: &u32| 1u64 << log_size;
        let tree = |log_sizes: &Vec<u32>| million(&log_sizes.iter().map(cells).collect::<Vec<_>>());
        let trees: Vec<f64> = claim.log_sizes().iter().map(tree).collect();
        let windows = rows!(partial_ec_mul_window_bits_9, partial_ec_mul_window_bits_18);
        Self {
            steps: million(&[steps]),
            preprocessed: million(&[plan.variant.n_trace_cells().into()]),
            base: trees.first().copied().unwrap_or(0.0),
            interaction: trees.get(1).copied().unwrap_or(0.0),
            domain: million(&[2 << max_log_size(claim)]),
            curves: million(&rows!(partial_ec_mul_generic)),
            windows: million(&windows),
            cubes: million(&rows!(cube_252)),
            coefficients: plan.coefficients,
        }
    }

    /// A guess before the tables are known: that of a usual program.
    pub fn guess(steps: u64) -> Self {
        let steps = steps as f64 / 1e6;
        Self {
            steps,
            preprocessed: 10.2,
            base: 20.0 + 45.0 * steps,
            interaction: 25.0 + 52.0 * steps,
            domain: 2.1 + 0.6 * steps,
            curves: 0.0,
            windows: 0.0,
            cubes: 0.0,
            coefficients: Coefficients::Kept,
        }
    }
}

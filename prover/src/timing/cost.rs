//! What a stage costs, as measured.

use super::size::Size;
use crate::tables::Coefficients;

/// Seconds of one processor, per million of each, on the machine that was measured.
pub(super) struct Cost {
    pub fixed: f64,
    pub steps: f64,
    pub preprocessed: f64,
    pub base: f64,
    pub interaction: f64,
    pub domain: f64,
    pub curves: f64,
    pub windows: f64,
    pub cubes: f64,
    /// What comes to it when coefficients are recomputed.
    pub recomputed: Recomputed,
}

/// Per million of each.
pub(super) struct Recomputed {
    pub preprocessed: f64,
    pub base: f64,
}

pub(super) const FREE: Cost = Cost {
    fixed: 0.0,
    steps: 0.0,
    preprocessed: 0.0,
    base: 0.0,
    interaction: 0.0,
    domain: 0.0,
    curves: 0.0,
    windows: 0.0,
    cubes: 0.0,
    recomputed: Recomputed {
        preprocessed: 0.0,
        base: 0.0,
    },
};

impl Cost {
    /// Seconds of one processor for a proof of such a size.
    pub fn seconds(&self, size: Size) -> f64 {
        let kept = self.fixed
            + self.steps * size.steps
            + self.preprocessed * size.preprocessed
            + self.base * size.base
            + self.interaction * size.interaction
            + self.domain * size.domain
            + self.curves * size.curves
            + self.windows * size.windows
            + self.cubes * size.cubes;
        let more = &self.recomputed;
        match size.coefficients {
            Coefficients::Kept => kept,
            Coefficients::Recomputed => {
                kept + more.preprocessed * size.preprocessed + more.base * size.base
            }
        }
    }
}

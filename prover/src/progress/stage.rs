//! The stages of a proof, told apart by the spans that the library traces, and what each costs.

use cairo_air::claims::CairoClaim;

use crate::prove::Plan;
use crate::tables::max_log_size;

/// What ends the stage before and begins this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// This program's own word.
    Begun,
    Entered(&'static str),
    Left(&'static str),
}

/// A stage: how it begins, and its measured cost.
pub(super) struct Stage {
    pub name: &'static str,
    pub begins: Mark,
    cost: Cost,
}

/// Seconds of a stage on the machine that it was measured on, per million of each; what counts is
/// how the stages compare.
struct Cost {
    fixed: f64,
    preprocessed: f64,
    base: f64,
    interaction: f64,
    domain: f64,
    steps: f64,
    curves: f64,
}

const FREE: Cost = Cost {
    fixed: 0.0,
    preprocessed: 0.0,
    base: 0.0,
    interaction: 0.0,
    domain: 0.0,
    steps: 0.0,
    curves: 0.0,
};

/// What the costs of a proof depend on, in millions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    preprocessed: f64,
    base: f64,
    interaction: f64,
    domain: f64,
    steps: f64,
    /// Rows of multiples of points: their witness is dear.
    curves: f64,
}

impl Size {
    /// That of a proof of two million steps.
    #[cfg(test)]
    pub const fn example() -> Self {
        Self {
            preprocessed: 10.2,
            base: 110.0,
            interaction: 130.0,
            domain: 2.1,
            steps: 2.0,
            curves: 0.0,
        }
    }

    pub fn of(claim: &CairoClaim, plan: Plan, steps: u64) -> Self {
        let million = |count: u64| count as f64 / 1e6;
        let cells = |tree: &[u32]| million(tree.iter().map(|log_size| 1u64 << log_size).sum());
        let trees: Vec<f64> = claim.log_sizes().iter().map(|tree| cells(tree)).collect();
        Self {
            preprocessed: million(plan.variant.n_trace_cells().into()),
            base: trees.first().copied().unwrap_or(0.0),
            interaction: trees.get(1).copied().unwrap_or(0.0),
            domain: million(2 << max_log_size(claim)),
            steps: million(steps),
            curves: million(curve_rows(claim)),
        }
    }
}

fn curve_rows(claim: &CairoClaim) -> u64 {
    let log_sizes = [
        claim
            .partial_ec_mul_generic
            .as_ref()
            .map(|table| table.log_size),
        claim
            .partial_ec_mul_window_bits_9
            .as_ref()
            .map(|table| table.log_size),
        claim
            .partial_ec_mul_window_bits_18
            .as_ref()
            .map(|table| table.log_size),
    ];
    log_sizes
        .into_iter()
        .flatten()
        .map(|log_size| 1 << log_size)
        .sum()
}

impl Stage {
    /// Its seconds on the machine that the costs were measured on.
    pub fn seconds(&self, size: Size) -> f64 {
        let cost = &self.cost;
        cost.fixed
            + cost.preprocessed * size.preprocessed
            + cost.base * size.base
            + cost.interaction * size.interaction
            + cost.domain * size.domain
            + cost.steps * size.steps
            + cost.curves * size.curves
    }
}

/// All stages, in their order. The costs were fitted to 15 of the benchmarks' workloads on two cores, from the line
/// `stages:` that `prove --log-level info` logs.
pub(super) const STAGES: [Stage; 18] = [
    Stage {
        name: "tables",
        begins: Mark::Begun,
        cost: Cost {
            preprocessed: 0.0237,
            ..FREE
        },
    },
    Stage {
        name: "generate",
        begins: Mark::Begun,
        cost: Cost {
            fixed: 0.1188,
            steps: 0.008496,
            ..FREE
        },
    },
    Stage {
        name: "base",
        begins: Mark::Entered("Write base trace"),
        cost: Cost {
            base: 0.01125,
            curves: 13.65,
            ..FREE
        },
    },
    Stage {
        name: "base-interpolate",
        begins: Mark::Entered("Interpolation for commitment"),
        cost: Cost {
            base: 0.001207,
            ..FREE
        },
    },
    Stage {
        name: "base-extend",
        begins: Mark::Entered("Extension"),
        cost: Cost {
            base: 0.004383,
            ..FREE
        },
    },
    Stage {
        name: "base-merkle",
        begins: Mark::Entered("Merkle"),
        cost: Cost {
            base: 0.002436,
            domain: 0.03988,
            ..FREE
        },
    },
    Stage {
        name: "work",
        begins: Mark::Left("Compute base trace commitment"),
        cost: Cost {
            fixed: 0.07841,
            ..FREE
        },
    },
    Stage {
        name: "interaction",
        begins: Mark::Entered("Write interaction trace"),
        cost: Cost {
            interaction: 0.003521,
            ..FREE
        },
    },
    Stage {
        name: "interaction-interpolate",
        begins: Mark::Entered("Interpolation for commitment"),
        cost: Cost {
            interaction: 0.001228,
            ..FREE
        },
    },
    Stage {
        name: "interaction-extend",
        begins: Mark::Entered("Extension"),
        cost: Cost {
            interaction: 0.003101,
            ..FREE
        },
    },
    Stage {
        name: "interaction-merkle",
        begins: Mark::Entered("Merkle"),
        cost: Cost {
            interaction: 0.002318,
            domain: 0.03753,
            ..FREE
        },
    },
    Stage {
        name: "composition",
        begins: Mark::Entered("Composition"),
        cost: Cost {
            base: 0.004087,
            interaction: 0.02308,
            curves: 4.045,
            ..FREE
        },
    },
    Stage {
        name: "composition-commit",
        begins: Mark::Entered("Commitment"),
        cost: Cost {
            domain: 0.06483,
            ..FREE
        },
    },
    Stage {
        name: "out-of-domain",
        begins: Mark::Entered("Evaluate columns out of domain"),
        cost: Cost {
            preprocessed: 0.001304,
            base: 0.0004782,
            interaction: 0.0003699,
            ..FREE
        },
    },
    Stage {
        name: "quotients",
        begins: Mark::Entered("Compute FRI quotients"),
        cost: Cost {
            fixed: 0.03111,
            base: 0.0006805,
            interaction: 0.0003674,
            domain: 0.07301,
            ..FREE
        },
    },
    Stage {
        name: "fri",
        begins: Mark::Left("Compute FRI quotients"),
        cost: Cost {
            fixed: 0.0167,
            domain: 0.09496,
            ..FREE
        },
    },
    Stage {
        name: "grind",
        begins: Mark::Entered("Grind"),
        cost: Cost {
            fixed: 0.339,
            ..FREE
        },
    },
    Stage {
        name: "finish",
        begins: Mark::Left("Grind"),
        cost: Cost {
            fixed: 0.02451,
            ..FREE
        },
    },
];

//! The stages of a proof in their order, each with what it costs.
//!
//! Fitted to the processors' seconds that `prove --log-level info` logs (`stages:`), over 17 of the benchmarks'
//! workloads from 10 thousand to 4 million steps with two threads on an AMD EPYC without AVX-512, and 6 of them with
//! coefficients recomputed. With one thread the same workloads took the same processors' seconds within 3% in all,
//! stage by stage within 15%, so the ratios hold there too. The searches are 2^24 and 2^26 times 20 nanoseconds, about what
//! a try takes with eight lanes, or with sixteen that two threads of one core share.

use super::cost::{Cost, Recomputed, FREE};
use super::stage::{Group, Mark, Stage, STAGE};

pub(super) const STAGES: [Stage; 20] = [
    Stage {
        name: "load",
        phase: "load",
        begins: Mark::Phase("load"),
        group: Group::Replay,
        parallel: 0.0,
        cost: Cost {
            fixed: 0.0028,
            steps: 0.0124,
            ..FREE
        },
    },
    Stage {
        name: "replay",
        phase: "replay",
        begins: Mark::Phase("replay"),
        group: Group::Replay,
        parallel: 0.44,
        cost: Cost {
            fixed: 0.0048,
            steps: 0.208,
            curves: 0.553,
            ..FREE
        },
    },
    Stage {
        name: "tables",
        phase: "tables",
        begins: Mark::Phase("tables"),
        parallel: 0.91,
        cost: Cost {
            preprocessed: 0.0693,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "generate",
        begins: Mark::Phase("prove"),
        group: Group::Witness,
        parallel: 0.91,
        cost: Cost {
            fixed: 0.178,
            steps: 0.0032,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "base",
        begins: Mark::Entered("Write base trace"),
        group: Group::Witness,
        parallel: 0.95,
        cost: Cost {
            base: 0.0174,
            curves: 41.2,
            windows: 25.1,
            cubes: 16.0,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "base-interpolate",
        begins: Mark::Entered("Interpolation for commitment"),
        parallel: 0.99,
        cost: Cost {
            base: 0.0032,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "base-extend",
        begins: Mark::Entered("Extension"),
        parallel: 0.98,
        cost: Cost {
            base: 0.01063,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "base-merkle",
        begins: Mark::Entered("Merkle"),
        parallel: 0.95,
        cost: Cost {
            base: 0.0112,
            domain: 0.151,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "work",
        begins: Mark::Left("Compute base trace commitment"),
        group: Group::Search,
        cost: Cost {
            fixed: 0.336,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "interaction",
        begins: Mark::Entered("Write interaction trace"),
        group: Group::Witness,
        parallel: 0.97,
        cost: Cost {
            interaction: 0.00921,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "interaction-interpolate",
        begins: Mark::Entered("Interpolation for commitment"),
        parallel: 0.98,
        cost: Cost {
            interaction: 0.00325,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "interaction-extend",
        begins: Mark::Entered("Extension"),
        parallel: 0.98,
        cost: Cost {
            interaction: 0.00786,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "interaction-merkle",
        begins: Mark::Entered("Merkle"),
        parallel: 0.96,
        cost: Cost {
            interaction: 0.0109,
            domain: 0.161,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "composition",
        begins: Mark::Entered("Composition"),
        group: Group::Constraints,
        parallel: 0.97,
        cost: Cost {
            base: 0.00579,
            interaction: 0.0593,
            curves: 14.1,
            windows: 6.6,
            cubes: 5.9,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "composition-commit",
        begins: Mark::Entered("Commitment"),
        parallel: 0.97,
        cost: Cost {
            domain: 0.229,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "out-of-domain",
        begins: Mark::Entered("Evaluate columns out of domain"),
        group: Group::Constraints,
        parallel: 0.97,
        cost: Cost {
            preprocessed: 0.00385,
            base: 0.00127,
            interaction: 0.00104,
            recomputed: Recomputed {
                preprocessed: 0.295,
                base: 0.0108,
            },
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "quotients",
        begins: Mark::Entered("Compute FRI quotients"),
        group: Group::Constraints,
        parallel: 0.94,
        cost: Cost {
            base: 0.00121,
            interaction: 0.0012,
            domain: 0.203,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "fri",
        begins: Mark::Left("Compute FRI quotients"),
        parallel: 0.92,
        cost: Cost {
            fixed: 0.01,
            domain: 0.366,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "grind",
        begins: Mark::Entered("Grind"),
        group: Group::Search,
        cost: Cost {
            fixed: 1.342,
            ..FREE
        },
        ..STAGE
    },
    Stage {
        name: "finish",
        begins: Mark::Left("Grind"),
        group: Group::Replay,
        parallel: 0.0,
        cost: Cost {
            fixed: 0.033,
            ..FREE
        },
        ..STAGE
    },
];

//! How long the stages of a run take.

use super::expected::Expected;
use super::stage::{Group, Mark};

/// Seconds on the machine that was measured: of any run, and for each million of steps.
const COSTS: [(&str, f64, f64); 4] = [
    ("load", 0.002, 0.0),
    ("execute", 0.003, 0.2),
    ("adapt", 0.003, 0.23),
    ("write", 0.004, 0.03),
];

/// The stages of a run of so many steps that is written to a file, or not. How fast this machine is beside the
/// measured one shows while it runs.
pub fn expected_run(steps: usize, is_written: bool) -> Vec<Expected> {
    let expect = |(phase, fixed, each): (&'static str, f64, f64)| {
        let seconds = fixed + each * steps as f64 / 1e6;
        Expected {
            name: phase,
            phase,
            begins: Mark::Phase(phase),
            group: Group::Replay,
            reference: seconds,
            seconds,
            parallel: 0.0,
        }
    };
    let stages = COSTS.into_iter().map(expect);
    stages
        .filter(|stage| is_written || stage.phase != "write")
        .collect()
}

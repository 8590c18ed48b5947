//! How long the stages of a proof will take here.

use super::size::Size;
use super::stage::{Group, Mark, Stage};
use super::stages::STAGES;

/// What is known of the machine that the work is done on, beside the one that was measured.
#[derive(Debug, Clone, Copy)]
pub struct Machine {
    pub threads: usize,
    /// How many seconds of its processors a second of those that were measured is, by group.
    pub factors: [f64; Group::COUNT],
    /// How much longer the wall clock runs than processors and threads explain.
    pub wall: f64,
}

impl Machine {
    /// The one that was measured.
    pub const fn reference(threads: usize) -> Self {
        Self {
            threads,
            factors: [1.0; Group::COUNT],
            wall: 1.0,
        }
    }
}

/// A stage that is to come.
#[derive(Debug, Clone, Copy)]
pub struct Expected {
    pub name: &'static str,
    pub phase: &'static str,
    pub begins: Mark,
    pub group: Group,
    /// Seconds of one processor on the machine that was measured.
    pub reference: f64,
    /// Seconds by the wall clock, here.
    pub seconds: f64,
    /// The part of the processors' seconds that all threads share.
    pub parallel: f64,
}

impl Expected {
    /// A search by trial: however long it has lasted, what is left is expected to be the whole.
    pub fn is_lottery(&self) -> bool {
        self.group == Group::Search
    }
}

/// The stages of a proof of this size on this machine, in their order; none makes tables that are there.
pub fn expected(size: Size, has_tables: bool, machine: Machine) -> Vec<Expected> {
    let is_free = |stage: &Stage| has_tables && stage.name == "tables";
    let expect = |stage: &Stage| {
        let reference = match is_free(stage) {
            true => 0.0,
            false => stage.cost.seconds(size).max(0.001),
        };
        let here = reference * machine.factors[stage.group as usize] * machine.wall;
        Expected {
            name: stage.name,
            phase: stage.phase,
            begins: stage.begins,
            group: stage.group,
            reference,
            seconds: here * spread(stage.parallel, machine.threads),
            parallel: stage.parallel,
        }
    };
    STAGES.iter().map(expect).collect()
}

/// Seconds by the wall clock for one second of processors.
pub fn spread(parallel: f64, threads: usize) -> f64 {
    1.0 - parallel + parallel / threads.max(1) as f64
}

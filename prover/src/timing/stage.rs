//! What a stage of a proof is: told apart by the spans that the library traces.

use super::cost::{Cost, FREE};

/// What ends the stage before and begins this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// This program's own word.
    Phase(&'static str),
    Entered(&'static str),
    Left(&'static str),
}

/// Stages of one kind of work: a machine that is slow at one of a group is slow at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Reading and replaying the execution: one thread, much memory.
    Replay,
    /// Filling the tables.
    Witness,
    /// Transforms and hashes.
    Commit,
    /// Evaluating constraints and combining columns.
    Constraints,
    /// Searching for a proof of work: a lottery.
    Search,
}

impl Group {
    /// How many there are.
    pub const COUNT: usize = 5;
}

/// A stage: how it begins, and its measured cost.
pub(super) struct Stage {
    pub name: &'static str,
    pub phase: &'static str,
    pub begins: Mark,
    pub group: Group,
    /// The part of its processors' seconds that all threads share; the rest is one thread's alone.
    pub parallel: f64,
    pub cost: Cost,
}

/// What most stages are.
pub(super) const STAGE: Stage = Stage {
    name: "",
    phase: "prove",
    begins: Mark::Phase(""),
    group: Group::Commit,
    parallel: 1.0,
    cost: FREE,
};

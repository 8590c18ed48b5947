//! The subcommands, one file each: read, work, answer.

mod commit;
mod compile;
mod execute;
mod inspect;
mod prove;
mod verify;

use clap::{Args, Subcommand};
use serde_json::Value;

use crate::failure::Outcome;
use crate::limits::{limit_memory, limit_time};

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compile a Cairo package to an executable.
    Compile(compile::Arguments),
    /// Tell what an executable, an execution or a proof is, without verifying it.
    Inspect(inspect::Arguments),
    /// Tell the commitment to an input group.
    Commit(commit::Arguments),
    /// Run an executable on an input group.
    Execute(execute::Arguments),
    /// Prove an execution.
    Prove(prove::Arguments),
    /// Verify a proof against an executable and an input group.
    Verify(verify::Arguments),
}

/// The answer and the exit code that goes with it.
pub struct Answer {
    pub line: Value,
    pub exit_code: i32,
}

impl Answer {
    fn done(line: Value) -> Self {
        Self { line, exit_code: 0 }
    }
}

/// Limits that several commands share.
#[derive(Debug, Clone, Copy, Args)]
struct Limits {
    /// The most bytes of memory to use.
    #[arg(long, value_name = "BYTES", value_parser = clap::value_parser!(u64).range(1..))]
    max_memory: Option<u64>,
    /// The most seconds to take.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    timeout: Option<u64>,
}

impl Limits {
    fn set(self) -> Outcome<()> {
        limit_time(self.timeout);
        limit_memory(self.max_memory)
    }
}

impl Command {
    /// The number of threads asked for, if any.
    pub fn threads(&self) -> Option<usize> {
        match self {
            Self::Prove(arguments) => arguments.threads(),
            _ => None,
        }
    }

    /// Does the work.
    ///
    /// # Errors
    /// Any of the table in `PROTOCOL.md`.
    pub fn run(self) -> Outcome<Answer> {
        match self {
            Self::Compile(arguments) => compile::run(&arguments),
            Self::Inspect(arguments) => inspect::run(&arguments),
            Self::Commit(arguments) => commit::run(&arguments),
            Self::Execute(arguments) => execute::run(&arguments),
            Self::Prove(arguments) => prove::run(&arguments),
            Self::Verify(arguments) => verify::run(&arguments),
        }
    }
}

//! The subcommands, one file each: read, work, answer.

mod commit;
mod compile;
mod execute;
mod inspect;
mod kept;
mod parse;
mod prove;
mod statement;
mod this_machine;
mod verify;

pub use kept::Kept;
pub(crate) use parse::{job_names, parse_job};
pub use parse::{parse_process, Arguments};

use clap::{Args, Subcommand};
use serde_json::{json, Value};

use crate::confine;
use crate::failure::Outcome;
use crate::limits::{
    limit_memory, limit_time, make_room_below, resident_size, MemoryLimit, TimeLimit,
};
use crate::serve;

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
    /// Do many jobs, read from standard input, and keep what one leaves for the next.
    Serve(serve::Arguments),
}

/// The answer and the exit code that goes with it.
pub struct Answer {
    pub line: Value,
    pub exit_code: i32,
}

impl Answer {
    pub(crate) fn done(line: Value) -> Self {
        Self { line, exit_code: 0 }
    }
}

/// What came of a command, as one of many in one process: `{"exitCode":0,"answer":…}`, or with `error`.
pub(crate) fn settled(outcome: Outcome<Answer>) -> Value {
    match outcome {
        Ok(answer) => json!({ "exitCode": answer.exit_code, "answer": answer.line }),
        Err(failure) => {
            let mut line = failure.to_json();
            line["exitCode"] = failure.code.exit_code().into();
            line
        }
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
    /// The wall time that bounds the CPU time of a stranger's program.
    fn seconds(self) -> u64 {
        self.timeout.unwrap_or(confine::SECONDS)
    }

    /// Whether the process has half of the memory already that it may have.
    fn is_half_full(self) -> bool {
        let limit = self.max_memory.zip(resident_size());
        limit.is_some_and(|(limit, resident)| resident >= limit / 2)
    }

    /// Sets the limits; they hold as long as what is returned lives.
    fn set(self) -> Outcome<(TimeLimit, MemoryLimit)> {
        let time = limit_time(self.timeout);
        if let Some(limit) = self.max_memory {
            make_room_below(limit);
        }
        Ok((time, limit_memory(self.max_memory)?))
    }
}

impl Command {
    /// The number of threads asked for, if any.
    pub fn threads(&self) -> Option<usize> {
        match self {
            Self::Execute(arguments) => arguments.threads(),
            Self::Prove(arguments) => arguments.threads(),
            Self::Serve(arguments) => arguments.threads(),
            _ => None,
        }
    }

    /// Whether it runs or reads a stranger's program: then a worker leaves it to a child.
    pub(crate) fn is_for_a_child(&self) -> bool {
        match self {
            Self::Compile(_) | Self::Execute(_) => true,
            Self::Inspect(arguments) => arguments.is_of_an_executable(),
            _ => false,
        }
    }

    /// What a worker cannot do as its job; `None` when it can.
    pub(crate) fn why_no_job(&self) -> Option<&'static str> {
        match self {
            Self::Serve(_) => Some("`serve` is what the worker itself does; expected another command"),
            Self::Execute(_) | Self::Prove(_) if self.threads().is_some() => {
                Some("`--threads` is the worker's own; expected it at `serve`")
            }
            Self::Verify(arguments) if arguments.reads_standard_input() => {
                Some("`--many -` reads standard input, which is the worker's; expected the name of a file")
            }
            _ => None,
        }
    }

    /// Gives up what the command does not need, for the rest of the process, of which it has to be the only one. `execute` and
    /// `compile` do it themselves, when they have looked at the machine.
    pub fn confine(&self) {
        match self {
            Self::Compile(_) | Self::Execute(_) => {}
            Self::Inspect(arguments) => arguments.confine(),
            Self::Commit(arguments) => arguments.confine(),
            Self::Verify(arguments) => arguments.confine(),
            Self::Prove(_) | Self::Serve(_) => {
                confine::confine_any();
            }
        }
    }

    /// Does the work.
    ///
    /// # Errors
    /// Any of the table in `PROTOCOL.md`.
    pub fn run(self, kept: &mut Kept) -> Outcome<Answer> {
        match self {
            Self::Compile(arguments) => compile::run(&arguments),
            Self::Inspect(arguments) => inspect::run(&arguments),
            Self::Commit(arguments) => commit::run(&arguments),
            Self::Execute(arguments) => execute::run(&arguments),
            Self::Prove(arguments) => prove::run(&arguments, kept),
            Self::Verify(arguments) => verify::run(&arguments, &kept.shelves),
            Self::Serve(arguments) => serve::run(&arguments),
        }
    }
}

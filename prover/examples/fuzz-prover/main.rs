//! Runs cases of the fuzzer in a process of its own, so that an abort is seen. `npm run fuzz:prover` starts it, again and
//! again; the last line that it writes is the report.

mod cases;
#[path = "../../tests/prover/forger.rs"]
mod forger;
mod forgeries;
mod subjects;

use std::path::PathBuf;
use std::process::ExitCode;

use cairn_prover::answer::stdout;
use cairn_prover::limits;
use clap::{Parser, Subcommand, ValueEnum};
use serde_json::json;

use cases::{Report, Requests, Strangers};
use subjects::Subjects;

#[global_allocator]
static ALLOCATOR: limits::Allocator = limits::Allocator;

/// Mutates what the prover reads, and watches what becomes of it.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs a range of cases.
    Run(Run),
    /// Makes a proof that only the stock verifier accepts.
    Forge(forgeries::Arguments),
}

#[derive(clap::Args)]
struct Run {
    #[arg(value_enum)]
    target: Target,
    /// The folder with what is mutated.
    #[arg(long)]
    subjects: PathBuf,
    /// The program that runs mutated executables.
    #[arg(long)]
    prover: PathBuf,
    #[arg(long)]
    seed: u64,
    /// The first case.
    #[arg(long)]
    from: u64,
    /// The case after the last.
    #[arg(long)]
    to: u64,
    #[arg(long)]
    threads: usize,
    /// Bytes of memory that the process may take.
    #[arg(long)]
    max_memory: Option<u64>,
    /// Write the number of each case to standard error before it begins.
    #[arg(long)]
    announce: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Target {
    Proofs,
    Executions,
    Executables,
    Csvs,
    Strangers,
    Requests,
    Reproven,
}

fn main() -> ExitCode {
    stdout::claim();
    limits::answer_crashes();
    let done = match Arguments::parse().command {
        Command::Run(run) => run.report().map(|report| {
            let peak = limits::peak_memory();
            stdout::write_line(&json!({ "report": report, "peakMemory": peak }));
        }),
        Command::Forge(arguments) => forgeries::forge(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

impl Run {
    fn report(&self) -> Result<Report, String> {
        limits::limit_memory(self.max_memory).map_err(|failure| failure.message)?;
        let subjects = Subjects::read(&self.subjects)?;
        Ok(match self.target {
            Target::Proofs => {
                let proofs = subjects.proofs()?;
                self.cases(|numbers| proofs.case(numbers))
            }
            Target::Executions => {
                let executions = subjects.executions()?;
                self.cases(|numbers| executions.case(numbers))
            }
            Target::Executables => {
                let executables = subjects.executables()?;
                self.cases(|numbers| executables.case(numbers))
            }
            Target::Csvs => self.cases(cases::csv_case),
            Target::Strangers => {
                let strangers = Strangers {
                    executables: subjects.executables()?,
                    prover: self.prover.clone(),
                    input: subjects.an_input()?,
                    scratch: self.subjects.clone(),
                };
                self.cases(|numbers| strangers.case(numbers))
            }
            Target::Requests => {
                let folder =
                    tempfile::tempdir_in(&self.subjects).map_err(|error| error.to_string())?;
                let files = subjects.job_files()?;
                let requests = Requests::new(self.prover.clone(), &files, folder.path().to_owned());
                self.cases(|numbers| requests.case(numbers))
            }
            Target::Reproven => {
                let reproven = subjects.reproven()?;
                self.cases(|numbers| reproven.case(numbers))
            }
        })
    }

    fn cases(&self, work: impl Fn(&mut cases::Numbers) -> cases::Outcome + Sync) -> Report {
        let announce = |case| {
            if self.announce {
                eprintln!("case {case}");
            }
        };
        cases::run(self.seed, self.from..self.to, self.threads, announce, work)
    }
}

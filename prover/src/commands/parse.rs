//! Command lines: the process's own, and those of a worker's jobs.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::Parser;

use super::Command;
use crate::answer::log::LogLevel;
use crate::failure::{Code, Failure, Outcome};

/// Compiles, executes, proves and verifies Cairo programs with S-two.
#[derive(Parser)]
#[command(name = "cairn-prover", version, about, long_about = None)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// What to log on standard error.
    #[arg(long, global = true, value_enum, default_value = "warn")]
    pub log_level: LogLevel,
    /// End when the process that started this one does (Linux).
    #[arg(long, global = true)]
    pub die_with_parent: bool,
}

/// A job of a worker: a command alone.
#[derive(Parser)]
#[command(
    name = "cairn-prover",
    disable_help_flag = true,
    disable_help_subcommand = true
)]
struct JobArguments {
    #[command(subcommand)]
    command: Command,
}

/// The process's own command line. Help and version, where asked for, are shown, and end the process.
///
/// # Errors
/// `USAGE`.
pub fn parse_process() -> Outcome<Arguments> {
    Arguments::try_parse().map_err(|error| {
        if matches!(
            error.kind(),
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
        ) {
            error.exit();
        }
        usage(&error)
    })
}

/// The command line of a job.
///
/// # Errors
/// `USAGE`.
pub(crate) fn parse_job(command: &str, arguments: &[String]) -> Outcome<Command> {
    let line = ["cairn-prover", command].into_iter();
    let line = line.chain(arguments.iter().map(String::as_str));
    JobArguments::try_parse_from(line.map(OsString::from))
        .map(|parsed| parsed.command)
        .map_err(|error| usage(&error))
}

fn usage(error: &clap::Error) -> Failure {
    let text = error.to_string();
    let first = text.lines().next().unwrap_or_default();
    let message = first.trim_start_matches("error: ").trim_end_matches(':');
    let named: Vec<&str> = text
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .map(str::trim)
        .collect();
    let message = [&[message], &named[..]].concat().join(" ");
    Failure::new(
        Code::Usage,
        format!("{message}."),
        "See `cairn-prover help` and `cairn-prover help COMMAND`.",
    )
}

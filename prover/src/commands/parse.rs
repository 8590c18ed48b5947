//! Command lines: the process's own, and those of a worker's jobs.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use super::Command;
use crate::answer::log::LogLevel;
use crate::failure::{Code, Failure, Outcome};
use crate::limits::Parent;

const HELP: &str = "See `cairn-prover help` and `cairn-prover help COMMAND`.";

/// Compiles, executes, proves and verifies Cairo programs with S-two.
#[derive(Parser)]
#[command(name = "cairn-prover", version, about, long_about = None)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// What to log on standard error.
    #[arg(long, global = true, value_enum, default_value = "warn")]
    pub log_level: LogLevel,
    /// End when the process that started this one does (Linux), also if that has ended already and its id is given.
    #[arg(long, global = true, value_name = "PID", num_args = 0..=1, require_equals = true)]
    pub die_with_parent: Option<Option<Parent>>,
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
        usage(&error, &command_names(|_| true))
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
        .map_err(|error| usage(&error, &job_names()))
}

/// The names of the commands that a worker does, for messages.
pub(crate) fn job_names() -> String {
    command_names(|name| name != "serve")
}

fn command_names(is_wanted: impl Fn(&str) -> bool) -> String {
    let command = Arguments::command();
    let names = command.get_subcommands().map(clap::Command::get_name);
    names
        .filter(|name| is_wanted(name))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What is wrong with a command line, for whoever may give one of these commands.
fn usage(error: &clap::Error, commands: &str) -> Failure {
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let message = format!("There is no command; expected one of {commands}.");
        return Failure::new(Code::Usage, message, HELP);
    }
    let text = error.to_string();
    let first = text.lines().next().unwrap_or_default();
    let message = first.trim_start_matches("error: ").trim_end_matches(':');
    let named: Vec<&str> = text
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .map(str::trim)
        .collect();
    let mut message = [&[message], &named[..]].concat().join(" ");
    if error.kind() == ErrorKind::InvalidSubcommand {
        message = format!("{message}; expected one of {commands}");
    }
    Failure::new(Code::Usage, format!("{message}."), HELP)
}

//! Parses, runs, answers, exits.

use std::process::exit;
use std::thread;

use cairn_prover::answer::{ending, phase, stdout};
use cairn_prover::commands::{Answer, Command};
use cairn_prover::failure::{Code, Failure, Outcome};
use cairn_prover::{guard, limits};
use clap::error::ErrorKind;
use clap::{Parser, ValueEnum};
use tracing::level_filters::LevelFilter;

#[global_allocator]
static ALLOCATOR: limits::Allocator = limits::Allocator;

/// Deep enough for the compiler's recursion.
const STACK_BYTES: usize = 64 << 20;

/// Compiles, executes, proves and verifies Cairo programs with S-two.
#[derive(Parser)]
#[command(name = "cairn-prover", version, about, long_about = None)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// What to log on standard error.
    #[arg(long, global = true, value_enum, default_value = "warn")]
    log_level: LogLevel,
    /// End when the process that started this one does (Linux).
    #[arg(long, global = true)]
    die_with_parent: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum LogLevel {
    Error,
    Warn,
    Info,
    Debug,
}

fn main() {
    phase::start_clock();
    let arguments = Arguments::try_parse();
    if let Err(shown) = &arguments {
        if matches!(
            shown.kind(),
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
        ) {
            shown.exit();
        }
    }
    stdout::claim();
    guard::silence_panics();
    limits::answer_crashes();
    limits::answer_signals();
    let outcome = arguments.map_err(|error| usage(&error)).and_then(run);
    let Answer { line, exit_code } = outcome.unwrap_or_else(|failure| Answer {
        line: failure.to_json(),
        exit_code: failure.code.exit_code(),
    });
    if !ending::claim() {
        // A limit or a signal came first; its thread ends the process.
        loop {
            thread::park();
        }
    }
    stdout::write_line(&line);
    exit(exit_code);
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

fn run(arguments: Arguments) -> Outcome<Answer> {
    if arguments.die_with_parent {
        limits::die_with_parent();
    }
    start_logging(arguments.log_level);
    if let Some(threads) = arguments.command.threads() {
        // Some of the library's thread pools can be told only so.
        std::env::set_var("RAYON_NUM_THREADS", threads.to_string());
    }
    let command = arguments.command;
    let work = thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(|| guard::catch(|| command.run()));
    let work = work.map_err(|error| Failure::internal(format!("no thread: {error}")))?;
    let result = work
        .join()
        .map_err(|_| Failure::internal("the working thread died"))?;
    result.map_err(|panic| Failure::internal(format!("an unexpected panic: {panic}")))?
}

fn start_logging(level: LogLevel) {
    let level = match level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    tracing_subscriber::fmt()
        .with_max_level(level)
        .with_writer(std::io::stderr)
        .init();
}

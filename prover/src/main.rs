//! Parses, runs, answers, exits.

use std::process::exit;
use std::thread;

use cairn_prover::answer::{ending, phase, stdout};
use cairn_prover::commands::{parse_process, Answer, Arguments, Kept, LogLevel};
use cairn_prover::failure::{Failure, Outcome};
use cairn_prover::progress::SpanLayer;
use cairn_prover::{guard, limits};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::Layer;

#[global_allocator]
static ALLOCATOR: limits::Allocator = limits::Allocator;

/// Deep enough for the compiler's recursion.
const STACK_BYTES: usize = 64 << 20;

fn main() {
    phase::start_clock();
    let arguments = parse_process();
    stdout::claim();
    guard::silence_panics();
    limits::answer_crashes();
    limits::answer_system_limits();
    limits::answer_signals();
    let outcome = arguments.and_then(run);
    let Answer { line, exit_code } = outcome.unwrap_or_else(|failure| Answer {
        line: failure.to_json(),
        exit_code: failure.code.exit_code(),
    });
    ending::claim_or_wait();
    stdout::write_line(&line);
    exit(exit_code);
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
        .spawn(|| guard::catch_all(|| command.run(&mut Kept::default())));
    let work = work.map_err(|error| Failure::internal(format!("no thread: {error}")))?;
    work.join()
        .unwrap_or_else(|_| Err(Failure::internal("the working thread died")))
}

fn start_logging(level: LogLevel) {
    let level = match level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    let log = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    tracing_subscriber::registry()
        .with(log.with_filter(level))
        .with(SpanLayer.with_filter(LevelFilter::INFO))
        .init();
}

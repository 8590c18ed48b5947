//! Parses, runs, answers, exits.

use std::mem::ManuallyDrop;
use std::process::exit;
use std::thread;

use cairn_prover::answer::{ending, log, phase, stdout};
use cairn_prover::commands::{parse_process, Answer, Arguments, Command, Kept};
use cairn_prover::failure::{Code, Failure, Outcome};
use cairn_prover::{guard, limits};

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
    limits::count_stops();
    let outcome = arguments.and_then(run);
    let Answer { line, exit_code } = outcome.unwrap_or_else(|failure| Answer {
        line: failure.to_json(),
        exit_code: failure.code.exit_code(),
    });
    ending::claim_or_wait();
    if !stdout::write_answer(&line) {
        eprintln!(
            "The answer could not be written to standard output, so nothing is known of the work."
        );
        exit(Code::Internal.exit_code());
    }
    exit(exit_code);
}

fn run(arguments: Arguments) -> Outcome<Answer> {
    if let Some(parent) = arguments.die_with_parent {
        limits::die_with_parent(parent.unwrap_or(limits::Parent::Present));
    }
    log::start(arguments.log_level);
    if let Some(threads) = arguments.command.threads() {
        // Some of the library's thread pools can be told only so.
        std::env::set_var("RAYON_NUM_THREADS", threads.to_string());
    }
    let command = arguments.command;
    let work = thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(|| guard::catch_all(|| run_once(command)));
    let work = work.map_err(|error| Failure::internal(format!("no thread: {error}")))?;
    work.join()
        .unwrap_or_else(|_| Err(Failure::internal("the working thread died")))
}

/// What the one job leaves for a next one the system takes back with the process: to free gigabytes would only keep the answer waiting.
fn run_once(command: Command) -> Outcome<Answer> {
    command.confine();
    let mut kept = ManuallyDrop::new(Kept::default());
    command.run(&mut kept)
}

//! A worker: many jobs in one process, one at a time, which keeps what one leaves for the next.
//!
//! `PROTOCOL.md` has the lines. Who says what is in one place each: [`request`] reads a line, [`queue`]
//! knows which jobs wait and which one runs, [`perform`] does it, in [`child`] if a stranger's program
//! is in it, and [`idle`] gives memory back.

mod child;
mod idle;
mod perform;
mod queue;
mod request;

use std::io::{stdin, BufReader};
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use clap::Args;
use serde_json::json;

use crate::answer::{phase, stdout};
use crate::commands::{Answer, Kept};
use crate::failure::{Failure, Outcome};
use idle::Idle;
use perform::perform;
use queue::{Next, Queue};

#[derive(Debug, Args)]
pub struct Arguments {
    /// How many threads to compute with; all processors' if not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

impl Arguments {
    /// How many threads were asked for.
    pub fn threads(&self) -> Option<usize> {
        self.threads.map(usize::from)
    }
}

/// Does jobs until its standard input ends.
///
/// # Errors
/// `INTERNAL` when it cannot begin.
pub fn run(arguments: &Arguments) -> Outcome<Answer> {
    let started = Instant::now();
    let threads = arguments.threads().unwrap_or_else(all_processors);
    let version = env!("CARGO_PKG_VERSION");
    // Before any line is read: an answer may come of it at once.
    stdout::write_line(&json!({ "event": "ready", "version": version, "threads": threads }));
    let queue = Arc::new(Queue::default());
    let reading = queue.clone();
    thread::Builder::new()
        .spawn(move || request::read_all(&mut BufReader::new(stdin()), &reading))
        .map_err(|error| Failure::internal(format!("no thread: {error}")))?;
    let served = work(&queue);
    let seconds = phase::rounded(started.elapsed());
    Ok(Answer::done(
        json!({ "served": served, "seconds": seconds }),
    ))
}

fn work(queue: &Queue) -> u64 {
    let mut kept = Kept::default();
    let mut idle = Idle::default();
    let mut served = 0;
    loop {
        match queue.next(idle.look_again()) {
            Next::Job(job) => {
                perform(job, &mut kept, queue);
                served += 1;
                idle = Idle::default();
            }
            Next::NoneYet => idle.look(&mut kept),
            Next::End => return served,
        }
    }
}

fn all_processors() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

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
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;

use crate::answer::{phase, stdout};
use crate::commands::{Answer, Kept};
use crate::failure::{Failure, Outcome};
use crate::limits::all_processors;
use idle::{Idle, Patience};
use perform::perform;
use queue::{Next, Queue};

#[derive(Debug, Args)]
pub struct Arguments {
    /// How many threads to compute with; all processors' if not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Seconds without a job after which memory that waits to be used again is given back.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(..=86_400))]
    spare_after: u64,
    /// Seconds without a job after which the tables, and what else is kept for the next one, are dropped.
    #[arg(long, value_name = "SECONDS", default_value_t = 300, value_parser = clap::value_parser!(u64).range(..=86_400))]
    drop_after: u64,
}

impl Arguments {
    /// How many threads were asked for.
    pub fn threads(&self) -> Option<usize> {
        self.threads.map(usize::from)
    }

    fn patience(&self) -> Patience {
        Patience {
            spare: Duration::from_secs(self.spare_after),
            kept: Duration::from_secs(self.drop_after),
        }
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
    let served = work(&queue, arguments.patience());
    let seconds = phase::rounded(started.elapsed());
    Ok(Answer::done(
        json!({ "served": served, "seconds": seconds }),
    ))
}

fn work(queue: &Queue, patience: Patience) -> u64 {
    let mut kept = Kept::default();
    let mut idle = Idle::new(patience);
    let mut served = 0;
    loop {
        match queue.next(idle.look_again()) {
            Next::Job(job) => {
                perform(*job, &mut kept, queue);
                served += 1;
                idle = Idle::new(patience);
            }
            Next::NoneYet => idle.look(&mut kept),
            Next::End => return served,
        }
    }
}

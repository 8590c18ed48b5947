//! Mutated lines of a worker's standard input, and of the list of `verify --many`. Each line must be answered or refused
//! with a code of the table, and the worker must go on; or end as the protocol says, with the answer of its job.

mod answers;
mod lines;
mod worker;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::numbers::Numbers;
use super::outcome::Outcome;
use answers::Answers;
use lines::Lines;
use worker::{Ended, Worker};

/// What the jobs are about: files that are there.
pub struct JobFiles {
    pub executable: PathBuf,
    pub input: PathBuf,
    pub execution: PathBuf,
    pub proof: PathBuf,
}

/// Lines to be mutated, and the workers that read them.
pub struct Requests {
    lines: Lines,
    prover: PathBuf,
    folder: PathBuf,
    idle: Mutex<Vec<Worker>>,
}

impl Requests {
    /// The program, what its jobs are about, and a folder for all that they write.
    pub fn new(prover: PathBuf, files: &JobFiles, folder: PathBuf) -> Self {
        Self {
            lines: Lines::new(files),
            prover,
            folder,
            idle: Mutex::default(),
        }
    }

    /// Sends a worker mutated lines, and a last one that is whole: when that is answered, all are.
    pub fn case(&self, numbers: &mut Numbers) -> Outcome {
        let told = self.idle_worker().and_then(|mut worker| {
            let list = super::scratch::file(&self.folder, &self.lines.list(numbers))?;
            let last = self.lines.last(numbers, worker.next_name());
            let sent = self.lines.requests(numbers, list.path());
            let heard = worker.hear(&sent, &last)?;
            let told = Answers {
                sent: &sent,
                last: &last.name,
                list: list.path(),
            }
            .judge(&heard);
            if heard.ended == Ended::Not {
                self.idle().push(worker);
            }
            Ok(told)
        });
        told.unwrap_or_else(|why| Outcome::defect("no worker", why))
    }

    fn idle_worker(&self) -> Result<Worker, String> {
        let idle = self.idle().pop();
        idle.map_or_else(|| Worker::start(&self.prover, &self.folder), Ok)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

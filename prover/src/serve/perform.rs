//! One job, from its first line to its last.

use std::process::exit;

use serde_json::Value;

use super::child;
use super::idle::is_short;
use super::queue::{Job, Queue};
use crate::answer::{ending, job, phase, stdout};
use crate::commands::{settled, Kept};
use crate::failure::Code;
use crate::{guard, limits};

/// Does a job and answers. A limit, a crash and a cancellation may end the process instead: then the
/// answer is its last line.
pub(super) fn perform(job: Job, kept: &mut Kept, queue: &Queue) {
    as_the_last_word(|| {
        job::begin(&job.name);
        phase::start_clock();
    });
    limits::forget_peak();
    limits::start_peak_anew();
    let mut line: Value = if job.command.is_for_a_child() {
        if is_short() {
            // The child is to have what is left of the machine's memory.
            kept.clear();
            limits::release_spare_memory();
        }
        child::run(&job, queue)
    } else {
        settled(guard::catch_all(|| job.command.run(kept)))
    };
    line["event"] = "answer".into();
    as_the_last_word(|| {
        // Done before it is said: the next job may have the same name.
        queue.done();
        if !stdout::write_answer(&line) {
            // Nobody is there who would take the answers of the jobs that wait.
            exit(Code::Internal.exit_code());
        }
        job::end();
    });
}

/// Does what nobody may interrupt by ending the process.
fn as_the_last_word(work: impl FnOnce()) {
    ending::claim_or_wait();
    work();
    ending::release();
}

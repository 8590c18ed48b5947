//! `verify --many`: a verdict for each line of a list, on all cores.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use serde_json::{json, Value};

use super::judge::{judge, Shelves};
use super::list::{Entry, List};
use crate::answer::{phase, stdout};
use crate::commands::{settled, Answer};
use crate::failure::{Code, Failure, Outcome};
use crate::guard;

const STACK_BYTES: usize = 16 << 20;

/// How many items had each ending.
#[derive(Default)]
struct Tally {
    valid: AtomicU64,
    invalid: AtomicU64,
    not_judged: AtomicU64,
}

/// Judges every item; each verdict is a line of its own, in the order in which they come.
///
/// # Errors
/// `NOT_JUDGED` when an item has no verdict: only exit codes 0 and 1 say that all were judged.
pub(super) fn run(
    list: &Path,
    threads: Option<u32>,
    security_bits: u32,
    shelves: &Shelves,
) -> Outcome<Answer> {
    let list = List::open(list)?;
    let tally = Tally::default();
    let threads = self::threads(threads);
    phase::begin("verify");
    thread::scope(|scope| -> Outcome<()> {
        for _ in 0..threads {
            let worker = thread::Builder::new().stack_size(STACK_BYTES);
            let work = || {
                while let Some(entry) = list.next(security_bits) {
                    tally.count(&answer(entry, shelves));
                }
            };
            worker
                .spawn_scoped(scope, work)
                .map_err(|error| Failure::internal(format!("no thread: {error}")))?;
        }
        Ok(())
    })?;
    match list.failure() {
        Some(failure) => Err(failure.with("verdicts", tally.to_json())),
        None => tally.answer(),
    }
}

/// How many are judged at once.
pub(super) fn threads(asked: Option<u32>) -> usize {
    let all_cores = || thread::available_parallelism().map_or(1, usize::from);
    asked.map_or_else(all_cores, |threads| threads as usize)
}

/// Judges one item and says so.
fn answer(entry: Entry, shelves: &Shelves) -> Value {
    let judged = entry
        .item
        .and_then(|item| guard::catch_all(|| judge(&item, shelves, || {})));
    let mut line = settled(judged);
    line["event"] = "verdict".into();
    line["id"] = entry.id.into();
    stdout::write_line(&line);
    line
}

impl Tally {
    fn count(&self, line: &Value) {
        let counter = match line["exitCode"].as_i64() {
            Some(0) => &self.valid,
            Some(1) => &self.invalid,
            _ => &self.not_judged,
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }

    fn to_json(&self) -> Value {
        json!({ "valid": self.valid, "invalid": self.invalid, "notJudged": self.not_judged })
    }

    fn answer(self) -> Outcome<Answer> {
        let verdicts = self.to_json();
        let not_judged = self.not_judged.into_inner();
        if not_judged > 0 {
            let message = format!("There is no verdict on {not_judged} of the items.");
            let help = "Each item's own line says what is wrong with it; the verdicts on the others stand.";
            let failure = Failure::new(Code::NotJudged, message, help);
            return Err(failure.with("verdicts", verdicts));
        }
        Ok(Answer {
            line: json!({ "verdicts": verdicts, "seconds": phase::seconds() }),
            exit_code: i32::from(self.invalid.into_inner() > 0),
        })
    }
}

//! Runs cases on all threads, and keeps count.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Mutex;

use cairn_prover::guard;
use serde::Serialize;

use super::numbers::Numbers;
use super::outcome::Outcome;

/// Defects that are told one by one.
const MAX_TOLD: usize = 20;
/// As the program itself has for its work.
const STACK_BYTES: usize = 64 << 20;

/// What became of many cases.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    pub cases: u64,
    /// How many were stopped where.
    pub doors: BTreeMap<String, u64>,
    pub defects: u64,
    /// The first of them, with the numbers of their cases.
    pub told: Vec<(u64, String)>,
    /// Panics that nothing caught before this program did. They are defects.
    pub panics: u64,
    /// Seconds of its thread's CPU time that the slowest case took, and its number: how busy the machine is does not count.
    pub slowest: (f64, u64),
}

impl Report {
    fn add(&mut self, case: u64, outcome: Outcome, seconds: f64) {
        self.cases += 1;
        *self.doors.entry(outcome.door).or_default() += 1;
        if let Some(what) = outcome.defect {
            self.defects += 1;
            if self.told.len() < MAX_TOLD {
                self.told.push((case, what));
            }
        }
        if seconds > self.slowest.0 {
            self.slowest = (seconds, case);
        }
    }
}

/// Runs the cases of a range. `announce` is told of each before it begins.
pub fn run(
    seed: u64,
    cases: Range<u64>,
    threads: usize,
    announce: impl Fn(u64) + Sync,
    work: impl Fn(&mut Numbers) -> Outcome + Sync,
) -> Report {
    guard::silence_panics();
    let (next, report) = (AtomicU64::new(cases.start), Mutex::new(Report::default()));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let thread = std::thread::Builder::new().stack_size(STACK_BYTES);
            let spawned = thread.spawn_scoped(scope, || loop {
                let case = next.fetch_add(1, Ordering::Relaxed);
                if case >= cases.end {
                    break;
                }
                announce(case);
                let started = cpu_seconds();
                let outcome = guard::catch(|| work(&mut Numbers::of(seed, case)));
                let seconds = cpu_seconds() - started;
                let mut report = report
                    .lock()
                    .expect("nobody panics with the report in hand");
                match outcome {
                    Ok(outcome) => report.add(case, outcome, seconds),
                    Err(panic) => {
                        report.panics += 1;
                        report.add(case, Outcome::defect("a panic got out", panic), seconds);
                    }
                }
            });
            spawned.expect("a thread to run cases on");
        }
    });
    report
        .into_inner()
        .expect("nobody panicked with the report in hand")
}

/// What this thread has had of a processor.
fn cpu_seconds() -> f64 {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the pointer is to a local that outlives the call.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut time) };
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

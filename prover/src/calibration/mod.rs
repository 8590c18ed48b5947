//! How fast this machine is beside the one that costs were measured on: learned from each proof, and
//! kept in the user's cache folder from one process for the next.
//!
//! What is learned is seconds of processors, by group of stages: other work on the machine, and a donor who
//! stops the process for a part of the time, hardly change those. How much longer the wall clock
//! runs is learned from proofs alone that nobody stopped, and rather from the least hindered. A file that is missing, damaged, another
//! machine's or not to be written is never an error: then nothing is known.

mod file;
mod key;
mod known;
mod ratio;
mod sample;

use std::path::PathBuf;

use crate::limits::threads;
use crate::progress::Measured;
use crate::prove::Luck;
use crate::timing::Machine;
use key::Key;
use known::Known;
use sample::Sample;

/// What is known of this machine.
pub struct Calibration {
    key: Key,
    file: Option<PathBuf>,
    known: Option<Known>,
}

impl Calibration {
    /// Reads what earlier proofs with as many threads left. To be called before a process is confined.
    pub fn read() -> Self {
        let key = Key::here(threads());
        let file = file::place_of(&key);
        let known = file.as_deref().and_then(|path| file::read(path, &key));
        Self { key, file, known }
    }

    /// Whether a proof was made here before.
    pub fn is_known(&self) -> bool {
        self.known.is_some()
    }

    /// This machine; the one that was measured when nothing is known of it.
    pub fn machine(&self) -> Machine {
        let threads = self.key.threads;
        self.known
            .as_ref()
            .map_or(Machine::reference(threads), |known| known.machine(threads))
    }

    /// Learns from a proof, whose searches took so many times their mean number of tries, and keeps it. Another prover may have learned meanwhile: what it kept
    /// last counts; of two that write at once one is lost, and nothing else.
    pub fn learn(&self, proof: &[Measured], luck: Luck, was_stopped: bool) {
        let Some(path) = &self.file else { return };
        let sample = Sample::of(proof, luck, self.key.threads, was_stopped);
        let known = file::read(path, &self.key).unwrap_or_default();
        if let Err(why) = file::write(path, &self.key, &known.with(&sample)) {
            tracing::info!("the calibration is not kept: {why}");
        }
    }
}

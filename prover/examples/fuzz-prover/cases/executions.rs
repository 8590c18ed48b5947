//! Mutated executions: read and replayed, as before the prover sees one.

use std::path::{Path, PathBuf};

use bincode::Options;
use cairn_prover::replay::Recording;
use cairn_prover::tables::choose_tier;
use cairn_prover::{execution_file, guard};
use serde_json::Value;
use stwo_cairo_adapter::ProverInput;

use super::execution_seal::{coding, payload_of, payload_of_run, seal};
use super::fields::{self, Encoded};
use super::numbers::Numbers;
use super::outcome::{kind_of, Outcome};
use super::shape::Shape;
use super::{bytes, chunks, json};

/// An execution whose mutants are to be read.
struct Original {
    file: Vec<u8>,
    header: Value,
    payload: Vec<u8>,
    /// The run, to be altered field by field.
    fields: Encoded,
}

/// Executions of several programs.
pub struct Executions {
    originals: Vec<Original>,
    scratch: PathBuf,
}

impl Executions {
    /// Files as `execute` wrote them, and a folder for mutated ones.
    pub fn new(files: &[PathBuf], scratch: PathBuf) -> Result<Self, String> {
        let originals = files.iter().map(|path| original(path));
        Ok(Self {
            originals: originals.collect::<Result<_, _>>()?,
            scratch,
        })
    }

    /// Mutates an execution, reads it and replays it.
    pub fn case(&self, numbers: &mut Numbers) -> Outcome {
        let file = match super::scratch::file(&self.scratch, &self.mutant(numbers)) {
            Ok(file) => file,
            Err(why) => return Outcome::defect("no file", why),
        };
        match execution_file::read(file.path()) {
            Ok((_, recording)) => replayed(recording),
            Err(failure) => {
                let message = kind_of(&failure.message);
                Outcome::stopped(format!("{}: {message}", failure.code.name()))
            }
        }
    }

    /// The run of a mutated execution, if it passes as one.
    pub fn run(&self, numbers: &mut Numbers) -> Option<ProverInput> {
        let file = super::scratch::file(&self.scratch, &self.mutant(numbers)).ok()?;
        let (_, recording) = execution_file::read(file.path()).ok()?;
        guard::catch(|| recording.replay()).ok()?.ok()
    }

    fn mutant(&self, numbers: &mut Numbers) -> Vec<u8> {
        let original = numbers.pick(&self.originals);
        let donor = numbers.pick(&self.originals);
        let header = original.header.to_string().into_bytes();
        match numbers.below(20) {
            0..11 => {
                let fields = fields::mutate(&original.fields, &donor.fields, numbers);
                // What is no run any more is sealed as bytes.
                seal(&header, &payload_of(&fields).unwrap_or(fields))
            }
            11..14 => {
                let mut payload = original.payload.clone();
                bytes::mutate(&mut payload, numbers);
                seal(&header, &payload)
            }
            14 => seal(
                &header,
                &bytes::splice(&original.payload, &donor.payload, numbers),
            ),
            15 | 16 => seal(&json::mutate(&original.header, numbers), &original.payload),
            17 | 18 => chunks::mutate(&header, &original.payload, numbers),
            _ => {
                let mut file = original.file.clone();
                bytes::mutate(&mut file, numbers);
                file
            }
        }
    }
}

fn original(path: &Path) -> Result<Original, String> {
    let file = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let (header, recording) = execution_file::read(path).map_err(|failure| failure.message)?;
    let text = |error: &dyn std::fmt::Display| error.to_string();
    let bytes = coding()
        .serialize(&recording)
        .map_err(|error| text(&error))?;
    Ok(Original {
        file,
        header: serde_json::to_value(header).map_err(|error| text(&error))?,
        payload: payload_of_run(&recording).ok_or("a run without a payload")?,
        fields: Encoded {
            bytes,
            shape: Shape::of(&recording),
        },
    })
}

/// A panic of the replay is a refusal, as in `prove`; one while the tables are sized would be a defect.
fn replayed(recording: Recording) -> Outcome {
    match guard::catch(|| recording.replay()) {
        Err(panic) => Outcome::stopped(format!("the replay panicked: {}", kind_of(&panic))),
        Ok(Err(why)) => Outcome::stopped(format!("the replay: {}", kind_of(&why))),
        Ok(Ok(input)) => match choose_tier(&input) {
            Ok(_) => Outcome::stopped("passes as a run"),
            Err(failure) => Outcome::stopped(failure.code.name()),
        },
    }
}

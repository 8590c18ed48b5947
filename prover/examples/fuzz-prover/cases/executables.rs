//! Mutated executables: read and checked, as before anything is done with one.

use std::path::PathBuf;

use cairn_prover::executable::{self, CheckedExecutable};
use serde_json::Value;

use super::numbers::Numbers;
use super::outcome::{kind_of, Outcome};
use super::{bytes, json};

/// Executables of several programs.
pub struct Executables {
    documents: Vec<(Vec<u8>, Value)>,
    scratch: PathBuf,
}

impl Executables {
    /// Files as `compile` wrote them, and a folder for mutated ones.
    pub fn new(files: Vec<Vec<u8>>, scratch: PathBuf) -> Result<Self, String> {
        let parsed = files.into_iter().map(|file| {
            let document = serde_json::from_slice(&file).map_err(|error| error.to_string())?;
            Ok((file, document))
        });
        Ok(Self {
            documents: parsed.collect::<Result<_, String>>()?,
            scratch,
        })
    }

    /// Mutates an executable and reads it.
    pub fn case(&self, numbers: &mut Numbers) -> Outcome {
        match self.read(&self.mutant(numbers)) {
            Ok(_) => Outcome::stopped("passes as an executable"),
            Err(door) => Outcome::stopped(door),
        }
    }

    pub fn mutant(&self, numbers: &mut Numbers) -> Vec<u8> {
        let (file, document) = numbers.pick(&self.documents);
        match numbers.below(10) {
            0 | 1 => {
                let mut file = file.clone();
                bytes::mutate(&mut file, numbers);
                file
            }
            2 => bytes::splice(file, &numbers.pick(&self.documents).0, numbers),
            _ => json::mutate(document, numbers),
        }
    }

    /// Mutates what the machine runs: bytecode and hints.
    pub fn with_another_program(&self, numbers: &mut Numbers) -> Vec<u8> {
        let mut document = numbers.pick(&self.documents).1.clone();
        document["debug_info"] = Value::Null;
        for _ in 0..=numbers.below(4) {
            let part = *numbers.pick(&["bytecode", "hints", "hints"]);
            let mutated = json::mutate(&document["program"][part], numbers);
            if let Ok(mutated) = serde_json::from_slice(&mutated) {
                document["program"][part] = mutated;
            }
        }
        document.to_string().into_bytes()
    }

    /// Reads it as a user's file; a refusal is told by its code.
    pub fn read(&self, mutant: &[u8]) -> Result<CheckedExecutable, String> {
        let file = super::scratch::file(&self.scratch, mutant)?;
        executable::read(file.path()).map_err(|failure| {
            let message = kind_of(&failure.message);
            format!("{}: {message}", failure.code.name())
        })
    }
}

//! What is mutated: programs, inputs, executions and proofs that lie in a folder, as `subjects.json` in it lists them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use cairn_prover::executable;
use cairn_prover::input_group::InputGroup;
use cairn_prover::verify::Binding;
use serde::Deserialize;

use crate::cases::{Executables, Executions, JobFiles, Proofs, Reproven, Statement, Subject};

/// One program on one input. Names are those of files in the folder.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    executable: PathBuf,
    input: PathBuf,
    binding: Binding,
    execution: PathBuf,
    proof: PathBuf,
    /// Proofs of the same that are not honest.
    forged: Vec<PathBuf>,
}

/// The folder's content.
pub struct Subjects {
    folder: PathBuf,
    entries: Vec<Entry>,
}

impl Subjects {
    pub fn read(folder: &Path) -> Result<Self, String> {
        let list = read(&folder.join("subjects.json"))?;
        let entries = serde_json::from_slice(&list).map_err(|error| error.to_string())?;
        Ok(Self {
            folder: folder.to_owned(),
            entries,
        })
    }

    pub fn proofs(&self) -> Result<Proofs, String> {
        let mut subjects = Vec::new();
        for entry in &self.entries {
            let statement = self.statement(entry)?;
            let honest = read(&self.folder.join(&entry.proof))?;
            subjects.push(Subject::new(honest, statement.clone(), true)?);
            for forged in &entry.forged {
                let forged = read(&self.folder.join(forged))?;
                subjects.push(Subject::new(forged, statement.clone(), false)?);
            }
        }
        Ok(Proofs { subjects })
    }

    pub fn executions(&self) -> Result<Executions, String> {
        Executions::new(&self.execution_files(), self.folder.clone())
    }

    pub fn executables(&self) -> Result<Executables, String> {
        let files = self.entries.iter();
        let files = files.map(|entry| read(&self.folder.join(&entry.executable)));
        Executables::new(files.collect::<Result<_, _>>()?, self.folder.clone())
    }

    pub fn reproven(&self) -> Result<Reproven, String> {
        let statements = self.entries.iter().map(|entry| self.statement(entry));
        let statements = statements.collect::<Result<Vec<_>, _>>()?;
        let runs = statements.into_iter().zip(self.execution_files()).collect();
        Reproven::new(runs, self.folder.clone())
    }

    /// One of the inputs.
    pub fn an_input(&self) -> Result<PathBuf, String> {
        let entry = self.entries.first().ok_or("there are no subjects")?;
        Ok(self.folder.join(&entry.input))
    }

    /// What a worker's jobs can be about.
    pub fn job_files(&self) -> Result<JobFiles, String> {
        let entry = self.entries.first().ok_or("there are no subjects")?;
        Ok(JobFiles {
            executable: self.folder.join(&entry.executable),
            input: self.folder.join(&entry.input),
            execution: self.folder.join(&entry.execution),
            proof: self.folder.join(&entry.proof),
        })
    }

    fn execution_files(&self) -> Vec<PathBuf> {
        let files = self.entries.iter();
        files
            .map(|entry| self.folder.join(&entry.execution))
            .collect()
    }

    fn statement(&self, entry: &Entry) -> Result<Statement, String> {
        let message = |failure: cairn_prover::failure::Failure| failure.message;
        let program = executable::read(&self.folder.join(&entry.executable)).map_err(message)?;
        let input = InputGroup::read(&self.folder.join(&entry.input)).map_err(message)?;
        Ok(Statement {
            program: Arc::new(program),
            input: Arc::new(input),
            binding: entry.binding,
        })
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

//! `inspect`

use std::path::{Path, PathBuf};

use serde_json::{json, Value};

use super::Answer;
use crate::confine::{confine, Reach};
use crate::executable::{self, CheckedExecutable};
use crate::execution_file::{read_header, FORMAT};
use crate::failure::Outcome;
use crate::felt::to_hex_list;
use crate::files::open_bounded;
use crate::proof_file::{self, Decoded};
use crate::verify::{Claimed, Invalid, Reason};

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub struct Arguments {
    /// An executable: what `compile` answers, without compiling.
    #[arg(long, value_name = "FILE")]
    executable: Option<PathBuf>,
    /// An execution: what its header claims.
    #[arg(long, value_name = "FILE")]
    execution: Option<PathBuf>,
    /// A proof: what it claims, not verified.
    #[arg(long, value_name = "FILE")]
    proof: Option<PathBuf>,
}

impl Arguments {
    /// Whether it reads a stranger's program.
    pub(super) fn is_of_an_executable(&self) -> bool {
        self.executable.is_some()
    }

    /// Gives up what is not needed for it.
    pub fn confine(&self) {
        let files = [&self.executable, &self.execution, &self.proof];
        let files: Vec<&Path> = files.into_iter().flatten().map(PathBuf::as_path).collect();
        confine(&Reach::of_reading(&files));
    }
}

/// Describes an executable, an execution or a proof.
///
/// # Errors
/// `FILE_UNREADABLE`, and what the kind of file gives.
pub fn run(arguments: &Arguments) -> Outcome<Answer> {
    match (
        &arguments.executable,
        &arguments.execution,
        &arguments.proof,
    ) {
        (Some(path), _, _) => inspect_executable(path),
        (_, Some(path), _) => inspect_execution(path),
        (_, _, Some(path)) => inspect_proof(path),
        (None, None, None) => Err(crate::failure::Failure::internal("nothing to inspect")),
    }
}

/// What is told of an executable.
pub(super) fn describe(program: &CheckedExecutable, name: &str, bytes: u64) -> Value {
    let builtins: Vec<_> = program.builtins.iter().map(|name| name.to_str()).collect();
    json!({
        "programHash": program.program_hash,
        "name": name,
        "builtins": builtins,
        "bytecodeWords": program.bytecode.len(),
        "bytes": bytes,
    })
}

fn inspect_executable(path: &Path) -> Outcome<Answer> {
    let program = executable::read(path)?;
    let (_, bytes) = open_bounded(path, executable::MAX_BYTES)?;
    Ok(Answer::done(describe(&program, &name_of(path), bytes)))
}

/// An executable does not carry its name but in its file's.
fn name_of(path: &Path) -> String {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    name.trim_end_matches(".json")
        .trim_end_matches(".executable")
        .to_owned()
}

fn inspect_execution(path: &Path) -> Outcome<Answer> {
    let (header, bytes) = read_header(path)?;
    Ok(Answer::done(json!({
        "format": FORMAT,
        "programHash": header.program_hash,
        "inputCommitment": header.input_commitment,
        "steps": header.steps,
        "tier": header.tier,
        "stwoVersion": header.stwo_version,
        "bytes": bytes,
    })))
}

fn inspect_proof(path: &Path) -> Outcome<Answer> {
    let file = proof_file::read(path)?;
    let decoded = proof_file::decode(&file).map_err(|why| Invalid::new(Reason::Malformed, why));
    match decoded.and_then(|Decoded { proof, sha256 }| Ok((Claimed::of(&proof)?, sha256))) {
        Ok((claimed, sha256)) => Ok(Answer::done(json!({
            "programHash": claimed.program_hash,
            "output": to_hex_list(&claimed.output),
            "steps": claimed.steps,
            "provenRows": claimed.proven_rows,
            "tier": claimed.tier,
            "bytes": file.len(),
            "sha256": sha256,
        }))),
        Err(invalid) => Err(super::prove::proof_unreadable(path, &invalid)),
    }
}

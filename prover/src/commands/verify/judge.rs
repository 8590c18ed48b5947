//! The verdict on one proof, as an answer.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use serde_json::{json, Value};

use super::shelf::Shelf;
use crate::answer::phase;
use crate::commands::Answer;
use crate::executable::{self, CheckedExecutable};
use crate::failure::Outcome;
use crate::felt::{to_hex, to_hex_list};
use crate::files::open_bounded;
use crate::input_group::InputGroup;
use crate::proof_file;
use crate::prove::SECURITY_BITS;
use crate::verify::{verify, Binding, Demands, Invalid, Reason, Verified};

/// The exit code of an invalid proof, and of nothing else.
const INVALID: i32 = 1;

/// A proof and the statement that it has to prove.
pub(super) struct Item {
    pub proof: PathBuf,
    pub executable: PathBuf,
    pub input: PathBuf,
    pub demands: Demands,
}

/// What proofs are judged against.
pub(in crate::commands) struct Shelves {
    executables: Shelf<CheckedExecutable>,
    inputs: Shelf<InputGroup>,
}

impl Default for Shelves {
    fn default() -> Self {
        Self {
            executables: Shelf::new(executable::read),
            inputs: Shelf::new(InputGroup::read),
        }
    }
}

impl Shelves {
    /// A program, checked.
    ///
    /// # Errors
    /// `FILE_UNREADABLE`, `EXECUTABLE_INVALID`, `HINT_REFUSED`.
    pub fn executable(&self, path: &Path) -> Outcome<Arc<CheckedExecutable>> {
        self.executables.get(path)
    }

    /// An input group.
    ///
    /// # Errors
    /// `FILE_UNREADABLE`, `CSV_INVALID`.
    pub fn input(&self, path: &Path) -> Outcome<Arc<InputGroup>> {
        self.inputs.get(path)
    }
}

/// Judges a proof; `loaded` is called when everything has been read.
///
/// # Errors
/// Whatever is wrong with the executable or the input, or keeps the proof from being read (its format may be another
/// version's): then it was not judged.
pub(super) fn judge(item: &Item, shelves: &Shelves, loaded: impl FnOnce()) -> Outcome<Answer> {
    let started = Instant::now();
    let program = shelves.executable(&item.executable)?;
    let input = shelves.input(&item.input)?;
    let (_, size) = open_bounded(&item.proof, u64::MAX)?;
    if size > proof_file::MAX_BYTES {
        let message = format!(
            "it has {size} bytes; a proof has at most {}",
            proof_file::MAX_BYTES
        );
        return Ok(refusal(&Invalid::new(Reason::Malformed, message)));
    }
    let file = proof_file::read(&item.proof)?;
    loaded();
    match verify(&file, &program, &input, item.demands) {
        Err(invalid) => Ok(refusal(&invalid)),
        Ok(verified) => {
            let mut line = acceptance(&verified, &input, item.demands.binding);
            line["seconds"] = phase::rounded(started.elapsed()).into();
            Ok(Answer::done(line))
        }
    }
}

fn refusal(invalid: &Invalid) -> Answer {
    Answer {
        line: invalid.to_json(),
        exit_code: INVALID,
    }
}

fn acceptance(verified: &Verified, input: &InputGroup, binding: Binding) -> Value {
    let Verified { claimed, sha256 } = verified;
    json!({
        "valid": true,
        "programHash": claimed.program_hash,
        "inputCommitment": to_hex(input.commitment()),
        "binding": binding.name(),
        "bound": binding != Binding::None,
        "output": to_hex_list(&claimed.output),
        "securityBits": SECURITY_BITS,
        "steps": claimed.steps,
        "provenRows": claimed.proven_rows,
        "tier": claimed.tier,
        "sha256": sha256,
    })
}

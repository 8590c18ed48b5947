//! The verdict on one proof, as an answer.

use std::path::PathBuf;
use std::time::Instant;

use serde_json::{json, Value};
use sha2::{Digest, Sha256};

use super::shelf::Shelf;
use crate::answer::phase;
use crate::commands::Answer;
use crate::executable::{self, CheckedExecutable};
use crate::failure::Outcome;
use crate::felt::{to_hex, to_hex_list};
use crate::files::{open_bounded, read_bounded};
use crate::input_group::InputGroup;
use crate::proof_file;
use crate::prove::SECURITY_BITS;
use crate::verify::{verify, Binding, Claimed, Demands, Invalid, Reason};

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

/// Judges a proof; `loaded` is called when everything has been read.
///
/// # Errors
/// Whatever is wrong with the executable or the input, or keeps the proof from being read: then it
/// was not judged.
pub(super) fn judge(item: &Item, shelves: &Shelves, loaded: impl FnOnce()) -> Outcome<Answer> {
    let started = Instant::now();
    let program = shelves.executables.get(&item.executable)?;
    let input = shelves.inputs.get(&item.input)?;
    let (_, size) = open_bounded(&item.proof, u64::MAX)?;
    if size > proof_file::MAX_BYTES {
        let message = format!(
            "it has {size} bytes; a proof has at most {}",
            proof_file::MAX_BYTES
        );
        return Ok(refusal(&Invalid::new(Reason::Malformed, message)));
    }
    let file = read_bounded(&item.proof, proof_file::MAX_BYTES)?;
    loaded();
    match verify(&file, &program, &input, item.demands) {
        Err(invalid) => Ok(refusal(&invalid)),
        Ok(claimed) => {
            let mut line = acceptance(&claimed, &input, item.demands.binding, &file);
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

fn acceptance(claimed: &Claimed, input: &InputGroup, binding: Binding, file: &[u8]) -> Value {
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
        "sha256": format!("{:x}", Sha256::digest(file)),
    })
}

//! `verify`

use std::path::PathBuf;

use serde_json::json;
use sha2::{Digest, Sha256};

use super::Answer;
use crate::answer::phase;
use crate::commitment::commit;
use crate::execute::Calldata;
use crate::failure::Outcome;
use crate::felt::{to_hex, to_hex_list};
use crate::files::{open_bounded, read_bounded};
use crate::prove::SECURITY_BITS;
use crate::verify::{verify, Binding, Claimed, Invalid, Reason};
use crate::{csv, executable, proof_file};

/// The exit code of an invalid proof, and of nothing else.
const INVALID: i32 = 1;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The proof.
    #[arg(long, value_name = "FILE")]
    proof: PathBuf,
    /// The program that it must be of.
    #[arg(long, value_name = "FILE")]
    executable: PathBuf,
    /// The input group that it must be on.
    #[arg(long, value_name = "CSV")]
    input: PathBuf,
    /// How the program's output names its input.
    #[arg(long, value_enum, default_value = "poseidon")]
    binding: Binding,
    /// How `main` got the values. The commitment is to the values, so nothing depends on it.
    #[arg(long, value_enum, default_value = "array")]
    calldata: Calldata,
}

pub fn run(arguments: &Arguments) -> Outcome<Answer> {
    phase::begin("load");
    let program = executable::read(&arguments.executable)?;
    let values = csv::parse(&read_bounded(&arguments.input, csv::MAX_BYTES)?)?;
    let (_, size) = open_bounded(&arguments.proof, u64::MAX)?;
    if size > proof_file::MAX_BYTES {
        let message = format!(
            "it has {size} bytes; a proof has at most {}",
            proof_file::MAX_BYTES
        );
        return Ok(refusal(&Invalid::new(Reason::Malformed, message)));
    }
    let file = read_bounded(&arguments.proof, proof_file::MAX_BYTES)?;
    phase::begin("verify");
    match verify(&file, &program, &values, arguments.binding) {
        Err(invalid) => Ok(refusal(&invalid)),
        Ok(claimed) => {
            let commitment = to_hex(&commit(&values));
            Ok(Answer::done(acceptance(
                &claimed,
                &commitment,
                arguments.binding,
                &file,
            )))
        }
    }
}

fn refusal(invalid: &Invalid) -> Answer {
    Answer {
        line: invalid.to_json(),
        exit_code: INVALID,
    }
}

fn acceptance(
    claimed: &Claimed,
    commitment: &str,
    binding: Binding,
    file: &[u8],
) -> serde_json::Value {
    json!({
        "valid": true,
        "programHash": claimed.program_hash,
        "inputCommitment": commitment,
        "binding": binding.name(),
        "bound": binding != Binding::None,
        "output": to_hex_list(&claimed.output),
        "securityBits": SECURITY_BITS,
        "steps": claimed.steps,
        "provenRows": claimed.proven_rows,
        "tier": claimed.tier,
        "sha256": format!("{:x}", Sha256::digest(file)),
        "seconds": phase::seconds(),
    })
}

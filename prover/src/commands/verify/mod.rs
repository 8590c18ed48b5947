//! `verify`: one proof, or many.

mod judge;
mod list;
mod many;
mod shelf;

use std::path::{Path, PathBuf};

use clap::Args;

use super::Answer;
use crate::answer::phase;
use crate::confine::{confine, Reach};
use crate::execute::Calldata;
use crate::failure::{Failure, Outcome};
use crate::prove::SECURITY_BITS;
use crate::verify::{Binding, Demands};
use judge::{judge, Item};

pub(super) use judge::Shelves;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The proof.
    #[arg(long, value_name = "FILE", required_unless_present = "many")]
    proof: Option<PathBuf>,
    /// The program that it must be of.
    #[arg(long, value_name = "FILE", required_unless_present = "many")]
    executable: Option<PathBuf>,
    /// The input group that it must be on.
    #[arg(long, value_name = "CSV", required_unless_present = "many")]
    input: Option<PathBuf>,
    /// How the program's output names its input.
    #[arg(long, value_enum, default_value = "poseidon")]
    binding: Binding,
    /// How `main` got the values. The commitment is to the values, so nothing depends on it.
    #[arg(long, value_enum, default_value = "array")]
    calldata: Calldata,
    /// The bits of security to demand: 96 is the least, and what every proof here has.
    #[arg(long, value_name = "N", default_value_t = SECURITY_BITS, value_parser = security_bits)]
    security_bits: u32,
    /// Many proofs: JSON lines, each with the fields `id`, `proof`, `executable`, `input`, and
    /// perhaps `binding` and `calldata`; `-` for standard input.
    #[arg(
        long,
        value_name = "LIST",
        conflicts_with_all = ["proof", "executable", "input", "binding", "calldata"]
    )]
    many: Option<PathBuf>,
    /// How many proofs to verify at once; all cores if not given.
    #[arg(long, value_name = "N", conflicts_with = "proof", value_parser = clap::value_parser!(u32).range(1..=1024))]
    threads: Option<u32>,
}

/// Fewer bits would loosen nothing, and who asks for them should know.
fn security_bits(text: &str) -> Result<u32, String> {
    let bits: u32 = text
        .parse()
        .map_err(|_| "expected a whole number".to_owned())?;
    if bits < SECURITY_BITS {
        return Err(format!(
            "no proof of fewer than {SECURITY_BITS} bits is ever accepted; ask for {SECURITY_BITS} or more"
        ));
    }
    Ok(bits)
}

impl Arguments {
    /// Whether the list of proofs comes on standard input.
    pub fn reads_standard_input(&self) -> bool {
        let list = self.many.as_ref();
        list.is_some_and(|list| list.as_os_str() == "-")
    }

    /// Gives up what is not needed for it. Which files a list names is not known before it is read, nor how long it is.
    pub fn confine(&self) {
        let files = [&self.proof, &self.executable, &self.input];
        let files: Vec<&Path> = files.into_iter().flatten().map(PathBuf::as_path).collect();
        let everything = [Path::new("/")];
        let one = Reach::of_reading(&files);
        confine(&match self.many {
            None => one,
            Some(_) => Reach {
                reads: &everything,
                more_files: many::threads(self.threads) as u64,
                memory: None,
                seconds: None,
                ..one
            },
        });
    }
}

/// Judges one proof, or all of a list.
///
/// # Errors
/// What keeps it from judging; that a proof is invalid is an answer.
pub fn run(arguments: &Arguments, shelves: &Shelves) -> Outcome<Answer> {
    if let Some(list) = &arguments.many {
        return many::run(list, arguments.threads, arguments.security_bits, shelves);
    }
    let (Some(proof), Some(executable), Some(input)) =
        (&arguments.proof, &arguments.executable, &arguments.input)
    else {
        return Err(Failure::internal("nothing to verify"));
    };
    let item = Item {
        proof: proof.clone(),
        executable: executable.clone(),
        input: input.clone(),
        demands: Demands {
            binding: arguments.binding,
            security_bits: arguments.security_bits,
        },
    };
    phase::begin("load");
    judge(&item, shelves, || phase::begin("verify"))
}

//! What a proof is to be of, compared with the run before hours go into its proof.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use stwo_cairo_adapter::{ProverInput, PublicSegmentContext};

use super::verify::Shelves;
use crate::executable::{program_hash, CheckedExecutable};
use crate::execute::{output, output_segment, program, MAX_OUTPUT};
use crate::execution_file::{of_another, unprovable, Header};
use crate::failure::Outcome;
use crate::felt::{to_hex, Felt};
use crate::input_group::InputGroup;
use crate::verify::{check_binding, Binding};

/// The statement that the proof is to prove, in the words of `verify`.
#[derive(Debug, Args)]
pub(super) struct Statement {
    /// The program that it must be a run of; needs `--input`.
    #[arg(long, value_name = "FILE", requires = "input")]
    executable: Option<PathBuf>,
    /// The input group that it must be a run on; needs `--executable`.
    #[arg(long, value_name = "CSV", requires = "executable")]
    input: Option<PathBuf>,
    /// How the program's output names its input.
    #[arg(long, value_enum, default_value = "poseidon", requires = "executable")]
    binding: Binding,
}

/// A statement whose files were read.
pub(super) struct Wanted {
    program: Arc<CheckedExecutable>,
    input: Arc<InputGroup>,
    binding: Binding,
}

impl Statement {
    /// Reads what it names; `None` where it names nothing.
    ///
    /// # Errors
    /// `FILE_UNREADABLE`, `EXECUTABLE_INVALID`, `HINT_REFUSED`, `CSV_INVALID`.
    pub fn read(&self, shelves: &Shelves) -> Outcome<Option<Wanted>> {
        let (Some(executable), Some(input)) = (&self.executable, &self.input) else {
            return Ok(None);
        };
        Ok(Some(Wanted {
            program: shelves.executable(executable)?,
            input: shelves.input(input)?,
            binding: self.binding,
        }))
    }
}

impl Wanted {
    /// Compares what an execution says of itself.
    ///
    /// # Errors
    /// `EXECUTION_INVALID`.
    pub fn check_header(&self, header: &Header) -> Outcome<()> {
        let program = &self.program.program_hash;
        if header.program_hash != *program {
            return Err(of_another("program", &header.program_hash, program));
        }
        let input = to_hex(self.input.commitment());
        if header.input_commitment != input {
            return Err(of_another("input", &header.input_commitment, &input));
        }
        Ok(())
    }

    /// Its program's hash is the right one.
    fn check_run(&self, run: &ProverInput, output: &[Felt]) -> Outcome<()> {
        // The hash says nothing of their names.
        let builtins = PublicSegmentContext::new(&self.program.builtins);
        if *run.public_segment_context != *builtins {
            return Err(unprovable(
                "it is a run of the same bytecode with other builtins",
            ));
        }
        check_binding(output, &self.input, self.binding)
            .map_err(|invalid| unprovable(invalid.message))
    }
}

/// Compares a replayed run with what its file says of it, and with what is wanted, which the proof has no use for.
///
/// # Errors
/// `EXECUTION_INVALID`.
pub(super) fn check_run(run: &ProverInput, header: &Header, wanted: Option<Wanted>) -> Outcome<()> {
    let bytecode = program(run).ok_or_else(|| unprovable("its program is larger than any"))?;
    let found = program_hash(&bytecode);
    if found != header.program_hash {
        let said = header.program_hash.escape_default();
        return Err(unprovable(format!(
            "it is a run of {found}, not of {said} as it says"
        )));
    }
    let values = output_segment(run).map_or(0, |segment| segment.len());
    if values > MAX_OUTPUT {
        return Err(unprovable(format!(
            "it returns {values} values; at most {MAX_OUTPUT}"
        )));
    }
    let Some(wanted) = wanted else {
        return Ok(());
    };
    let output = output(run).ok_or_else(|| unprovable("its output lies outside its memory"))?;
    wanted.check_run(run, &output)
}

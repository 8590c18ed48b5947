//! Reads an executable's file.

use std::path::Path;

use cairo_lang_casm::assembler::AssembledCairoProgram;
use cairo_lang_executable::executable::{Executable, ExecutableEntryPoint};
use serde::Deserialize;

use super::recognize::recognize;
use super::{check, CheckedExecutable, MAX_BYTES};
use crate::failure::{Code, Failure, Outcome};
use crate::files::read_bounded;
use crate::guard;

/// What is read of a file. `debug_info` is passed over: it may hold anything, serves nobody here, and as values takes tens
/// of times the memory that it takes as text.
#[derive(Deserialize)]
struct File {
    program: AssembledCairoProgram,
    entrypoints: Vec<ExecutableEntryPoint>,
}

/// Reads and checks an executable.
///
/// # Errors
/// `FILE_UNREADABLE`, `EXECUTABLE_INVALID`, `HINT_REFUSED`.
pub fn read(path: &Path) -> Outcome<CheckedExecutable> {
    let bytes = read_bounded(path, MAX_BYTES)?;
    let read = guard::catch(|| serde_json::from_slice(&bytes));
    let read = read.and_then(|read| read.map_err(|error| error.to_string()));
    let File {
        program,
        entrypoints,
    } = read.map_err(|why| none(path, &bytes, &why))?;
    check(Executable {
        program,
        entrypoints,
        debug_info: None,
    })
}

fn none(path: &Path, bytes: &[u8], why: &str) -> Failure {
    let recognized = guard::catch(|| recognize(bytes)).ok().flatten();
    let (message, help) = match recognized {
        Some((kind, help)) => (format!("it is {kind}"), help),
        None => (
            why.to_owned(),
            "Expected the *.executable.json that `scarb build` or `cairn-prover compile` wrote.",
        ),
    };
    let message = format!("{} is no executable: {message}.", path.display());
    Failure::new(Code::ExecutableInvalid, message, help)
}

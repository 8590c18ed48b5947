//! Reads an executable's file.

use std::path::Path;

use cairo_lang_executable::executable::Executable;

use super::{check, CheckedExecutable, MAX_BYTES};
use crate::failure::{Code, Failure, Outcome};
use crate::files::read_bounded;
use crate::guard;

/// Reads and checks an executable.
///
/// # Errors
/// `FILE_UNREADABLE`, `EXECUTABLE_INVALID`, `HINT_REFUSED`.
pub fn read(path: &Path) -> Outcome<CheckedExecutable> {
    let bytes = read_bounded(path, MAX_BYTES)?;
    let invalid = |why: String| {
        let help =
            "Expected the *.executable.json that `scarb build` or `cairn-prover compile` wrote.";
        Failure::new(
            Code::ExecutableInvalid,
            format!("{} is no executable: {why}.", path.display()),
            help,
        )
    };
    let executable: Executable = guard::catch(|| serde_json::from_slice(&bytes))
        .map_err(invalid)?
        .map_err(|error| invalid(error.to_string()))?;
    check(executable)
}

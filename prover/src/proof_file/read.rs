//! Fetches a proof's file, whatever is in it.

use std::path::Path;

use super::{foreign_format, FORMAT, MAX_BYTES};
use crate::failure::{Code, Failure, Outcome};
use crate::files::read_bounded;

/// Reads a proof's file without looking further into it than its format.
///
/// # Errors
/// `FILE_UNREADABLE`; `PROOF_FOREIGN` when another version wrote it, which says nothing about the proof.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    let file = read_bounded(path, MAX_BYTES)?;
    match foreign_format(&file) {
        None => Ok(file),
        Some(format) => Err(foreign(path, format)),
    }
}

fn foreign(path: &Path, format: u32) -> Failure {
    let message = format!(
        "{} has format {format}; this version of cairn-prover reads format {FORMAT}.",
        path.display()
    );
    let help = if format > FORMAT {
        "A newer cairn-prover wrote it: use that version, or a newer one, to read it."
    } else {
        "An older cairn-prover wrote it: use that version to read it, or prove the execution again with this one."
    };
    Failure::new(Code::ProofForeign, message, help).with("format", format)
}

//! `commit`

use std::path::PathBuf;

use serde_json::json;

use super::Answer;
use crate::confine::{confine, Reach};
use crate::failure::Outcome;
use crate::felt::to_hex;
use crate::input_group::InputGroup;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The input group.
    #[arg(long, value_name = "CSV")]
    input: PathBuf,
}

impl Arguments {
    /// Gives up what is not needed for it.
    pub fn confine(&self) {
        confine(&Reach::of_reading(&[&self.input]));
    }
}

/// Answers with an input group's commitments.
///
/// # Errors
/// `FILE_UNREADABLE`, `CSV_INVALID`.
pub fn run(arguments: &Arguments) -> Outcome<Answer> {
    let input = InputGroup::read(&arguments.input)?;
    let commitment = to_hex(input.commitment());
    Ok(Answer::done(
        json!({ "inputCommitment": commitment, "values": input.values().len() }),
    ))
}

//! `commit`

use std::path::PathBuf;

use serde_json::json;

use super::Answer;
use crate::commitment::commit;
use crate::csv;
use crate::failure::Outcome;
use crate::felt::to_hex;
use crate::files::read_bounded;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The input group.
    #[arg(long, value_name = "CSV")]
    input: PathBuf,
}

pub fn run(arguments: &Arguments) -> Outcome<Answer> {
    let values = csv::parse(&read_bounded(&arguments.input, csv::MAX_BYTES)?)?;
    let commitment = to_hex(&commit(&values));
    Ok(Answer::done(
        json!({ "inputCommitment": commitment, "values": values.len() }),
    ))
}

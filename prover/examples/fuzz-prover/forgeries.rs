//! Proofs that the stock verifier accepts and ours must not, as they are and however mutated.

use std::path::PathBuf;

use cairn_prover::execute::output_segment;
use cairn_prover::prove::{pcs_config, CairnProof};
use cairn_prover::{execution_file, proof_file};
use clap::ValueEnum;
use stwo::core::fri::FriConfig;
use stwo::core::pcs::PcsConfig;
use stwo_cairo_adapter::ProverInput;

use crate::forger::{alter_one_value, imbalance, Forge};

#[derive(clap::Args)]
pub struct Arguments {
    #[arg(value_enum)]
    kind: Kind,
    #[arg(long)]
    execution: PathBuf,
    #[arg(long)]
    output: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// One query and no proof of work.
    Weak,
    /// A salt in the transcript.
    Salted,
    /// A lookup table with another value.
    Tampered,
    /// Another output than the program's second, under a sum that makes up for it.
    Balanced,
}

/// Makes one of an execution.
pub fn forge(arguments: &Arguments) -> Result<(), String> {
    let read = execution_file::read(&arguments.execution);
    let (_, recording) = read.map_err(|failure| failure.message)?;
    let run = recording.replay()?;
    let proof = match arguments.kind {
        Kind::Balanced => balanced(run)?,
        kind => forger(kind).prove(run),
    };
    let file = proof_file::encode(&proof).map_err(|failure| failure.message)?;
    std::fs::write(&arguments.output, file).map_err(|error| error.to_string())
}

fn forger(kind: Kind) -> Forge {
    let honest = Forge::default();
    match kind {
        Kind::Weak => {
            let fri_config = FriConfig {
                n_queries: 1,
                ..pcs_config().fri_config
            };
            let config = PcsConfig {
                pow_bits: 0,
                fri_config,
                ..pcs_config()
            };
            Forge { config, ..honest }
        }
        Kind::Salted => Forge { salt: 7, ..honest },
        Kind::Balanced => honest,
        Kind::Tampered => Forge {
            alter_columns: alter_one_value,
            ..honest
        },
    }
}

fn balanced(mut run: ProverInput) -> Result<CairnProof, String> {
    let output = output_segment(&run).filter(|output| output.len() > 2);
    let second = output.ok_or("a run with too little output")?.start as usize + 1;
    run.memory.address_to_id[second] = run.memory.address_to_id[second + 1];
    let mut proof = Forge::default().prove(run);
    let missing = imbalance(&proof);
    let sums = proof.interaction_claim.memory_id_to_big.as_mut();
    sums.ok_or("a proof without large values")?.claimed_sum -= missing;
    Ok(proof)
}

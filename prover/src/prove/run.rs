//! One proof.

use cairo_air::verifier::INTERACTION_POW_BITS;
use cairo_air::CairoProofForRustVerifier;
use stwo::core::utils::MaybeOwned;
use stwo::core::vcs_lifted::blake2_merkle::{Blake2sMerkleChannel, Blake2sMerkleHasher};
use stwo::prover::mempool::BaseColumnPool;
use stwo::prover::ProvingError;
use stwo_cairo_adapter::ProverInput;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;
use stwo_cairo_prover::prover::prove_cairo_with_precompute;

use super::{pcs_config, prover_parameters, work, KeptTables};
use crate::progress;
use crate::tables::Coefficients;
use crate::verify::rehashed;

/// The hash that commitments, transcript and proof of work are made with.
pub type StarkChannel = Blake2sMerkleChannel;
/// A proof as files carry it.
pub type CairnProof = CairoProofForRustVerifier<Blake2sMerkleHasher>;

/// How many times the mean number of tries each search for a proof of work took, in their order.
pub type Luck = [f64; 2];

/// How a proof is to be made.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub variant: PreProcessedTraceVariant,
    /// The largest of the execution's tables.
    pub max_log_size: u32,
    pub coefficients: Coefficients,
}

/// Proves an execution, with the tables that are kept or with new ones, which are kept then.
/// Panics, as the library does, on input that is not one.
///
/// # Errors
/// The library's own.
pub fn prove(
    input: ProverInput,
    plan: Plan,
    kept: &mut KeptTables,
) -> Result<CairnProof, ProvingError> {
    if !kept.suffice(plan) {
        progress::begin("tables");
    }
    let tables = kept.of(plan);
    progress::begin("prove");
    let proof = prove_cairo_with_precompute(
        &BaseColumnPool::new(),
        tables.twiddles,
        tables.trace,
        MaybeOwned::Borrowed(tables.tree),
        input,
        prover_parameters(plan.variant, plan.coefficients),
    )?;
    Ok(rehashed(proof.into()))
}

/// The luck that the searches for a proof had. It depends on what was proven alone.
pub fn luck(proof: &CairnProof) -> Luck {
    [
        work::luck(proof.interaction_pow, INTERACTION_POW_BITS),
        work::luck(proof.stark_proof.proof_of_work, pcs_config().pow_bits),
    ]
}

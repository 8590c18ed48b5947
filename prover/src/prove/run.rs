//! One proof.

use std::sync::Arc;

use cairo_air::CairoProofForRustVerifier;
use stwo::core::poly::circle::CanonicCoset;
use stwo::core::utils::MaybeOwned;
use stwo::core::vcs_lifted::blake2_merkle::{Blake2sMerkleChannel, Blake2sMerkleHasher};
use stwo::prover::backend::simd::SimdBackend;
use stwo::prover::mempool::BaseColumnPool;
use stwo::prover::poly::circle::PolyOps;
use stwo::prover::poly::twiddles::TwiddleTree;
use stwo::prover::{CommitmentTreeProver, ProvingError};
use stwo_cairo_adapter::ProverInput;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::{
    PreProcessedTrace, PreProcessedTraceVariant,
};
use stwo_cairo_prover::prover::{prove_cairo_with_precompute, ProverParameters};
use stwo_cairo_prover::witness::preprocessed_trace::gen_trace;

use super::prover_parameters;
use crate::answer::phase;
use crate::tables::Coefficients;

/// The hash that commitments, transcript and proof of work are made with.
pub type StarkChannel = Blake2sMerkleChannel;
/// A proof as files carry it.
pub type CairnProof = CairoProofForRustVerifier<Blake2sMerkleHasher>;

/// How a proof is to be made.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub variant: PreProcessedTraceVariant,
    /// The largest of the execution's tables.
    pub max_log_size: u32,
    pub coefficients: Coefficients,
}

/// Proves an execution. Panics, as the library does, on input that is not one.
///
/// # Errors
/// The library's own.
pub fn prove(input: ProverInput, plan: Plan) -> Result<CairnProof, ProvingError> {
    phase::begin("tables");
    let parameters = prover_parameters(plan.variant, plan.coefficients);
    let twiddles = twiddles(plan, parameters.pcs_config.fri_config.log_blowup_factor);
    let trace = Arc::new(preprocessed_trace(plan.variant));
    let pool = BaseColumnPool::new();
    let tree = preprocessed_tree(trace.clone(), &twiddles, &parameters, &pool);
    phase::begin("prove");
    let tree = MaybeOwned::Owned(tree);
    let proof = prove_cairo_with_precompute(&pool, &twiddles, trace, tree, input, parameters)?;
    Ok(proof.into())
}

/// The twiddle factors of the largest domain in use: that of the largest table, blown up.
fn twiddles(plan: Plan, log_blowup_factor: u32) -> TwiddleTree<SimdBackend> {
    let largest = plan.max_log_size.max(plan.variant.max_log_trace_size());
    let domain = CanonicCoset::new(largest + log_blowup_factor).circle_domain();
    SimdBackend::precompute_twiddles(domain.half_coset)
}

/// The tier's columns. The library refuses the builtin `ec_op` over columns that are called
/// `CanonicalSmall`, though all that the builtin's tables refer to are among them; it looks at the
/// name for nothing else. The proof names its tier by the parameters.
fn preprocessed_trace(variant: PreProcessedTraceVariant) -> PreProcessedTrace {
    let mut trace = variant.to_preprocessed_trace();
    if trace.variant == PreProcessedTraceVariant::CanonicalSmall {
        trace.variant = PreProcessedTraceVariant::CanonicalSmall21;
    }
    trace
}

fn preprocessed_tree(
    trace: Arc<PreProcessedTrace>,
    twiddles: &TwiddleTree<SimdBackend>,
    parameters: &ProverParameters,
    pool: &BaseColumnPool<SimdBackend>,
) -> CommitmentTreeProver<SimdBackend, StarkChannel> {
    let columns = SimdBackend::interpolate_columns(gen_trace(trace), twiddles);
    CommitmentTreeProver::new(
        columns,
        parameters.pcs_config.fri_config.log_blowup_factor,
        twiddles,
        parameters.store_polynomials_coefficients,
        parameters.pcs_config.lifting_log_size,
        pool,
    )
}

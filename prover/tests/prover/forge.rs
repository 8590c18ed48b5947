//! A prover without scruples: any parameters, any preprocessed columns, any claims.

use std::sync::Arc;

use cairn_prover::execute::{self, Calldata};
use cairn_prover::input_group::InputGroup;
use cairn_prover::prove::{CairnProof, StarkChannel};
use cairn_prover::tables::Coefficients;
use cairn_prover::verify::{verify, Binding, Reason};
use cairn_prover::{guard, proof_file, prove};
use cairo_air::claims::lookup_sum;
use cairo_air::relations::CommonLookupElements;
use cairo_air::verifier::verify_cairo;
use stwo::core::channel::{Blake2sChannel, Channel, MerkleChannel};
use stwo::core::fields::m31::BaseField;
use stwo::core::fields::qm31::SecureField;
use stwo::core::pcs::PcsConfig;
use stwo::core::poly::circle::CanonicCoset;
use stwo::core::utils::MaybeOwned;
use stwo::prover::backend::simd::SimdBackend;
use stwo::prover::mempool::BaseColumnPool;
use stwo::prover::poly::circle::{CircleEvaluation, PolyOps};
use stwo::prover::poly::BitReversedOrder;
use stwo::prover::CommitmentTreeProver;
use stwo_cairo_adapter::ProverInput;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;
use stwo_cairo_prover::prover::prove_cairo_with_precompute;
use stwo_cairo_prover::witness::preprocessed_trace::gen_trace;

use crate::fixtures::{checked, one_proof_at_a_time};

pub type Columns = Vec<CircleEvaluation<SimdBackend, BaseField, BitReversedOrder>>;

/// What a forger may choose.
pub struct Forge {
    pub config: PcsConfig,
    pub salt: u32,
    pub alter_columns: fn(&mut Columns),
}

impl Default for Forge {
    fn default() -> Self {
        Self {
            config: prove::pcs_config(),
            salt: 0,
            alter_columns: |_| {},
        }
    }
}

impl Forge {
    /// Proves in the small tier.
    pub fn prove(&self, input: ProverInput) -> CairnProof {
        let _one = one_proof_at_a_time();
        let variant = PreProcessedTraceVariant::CanonicalSmall;
        let mut parameters = prove::prover_parameters(variant, Coefficients::Recomputed);
        parameters.pcs_config = self.config;
        parameters.channel_salt = self.salt;
        let blowup = self.config.fri_config.log_blowup_factor;
        let domain = CanonicCoset::new(20 + blowup).circle_domain();
        let twiddles = SimdBackend::precompute_twiddles(domain.half_coset);
        let trace = Arc::new(variant.to_preprocessed_trace());
        let mut columns = gen_trace(trace.clone());
        (self.alter_columns)(&mut columns);
        let columns = SimdBackend::interpolate_columns(columns, &twiddles);
        let pool = BaseColumnPool::new();
        let tree = CommitmentTreeProver::<SimdBackend, StarkChannel>::new(
            columns, blowup, &twiddles, false, None, &pool,
        );
        let tree = MaybeOwned::Owned(tree);
        prove_cairo_with_precompute(&pool, &twiddles, trace, tree, input, parameters)
            .unwrap()
            .into()
    }
}

/// A run of a fixture program.
pub fn run(program: &str, values: &[i64]) -> ProverInput {
    let values = crate::fixtures::felts(values);
    let run = execute::run(&checked(program), &values, Calldata::Array, 1 << 20);
    run.unwrap_or_else(|failure| panic!("{}", failure.message))
        .input
}

/// What S-two's own verifier says.
pub fn stock_accepts(proof: &CairnProof) -> bool {
    guard::silence_panics();
    matches!(
        guard::catch(|| verify_cairo::<StarkChannel>(proof.clone())),
        Ok(Ok(()))
    )
}

/// What ours says of a proof that should be of `sums` on the given values.
pub fn verdict(proof: &CairnProof, values: &[i64]) -> Result<(), (Reason, String)> {
    guard::silence_panics();
    let file = proof_file::encode(proof).unwrap_or_else(|failure| panic!("{}", failure.message));
    verify(
        &file,
        &checked("sums"),
        &InputGroup::new(crate::fixtures::felts(values)),
        Binding::Poseidon,
    )
    .map(|_| ())
    .map_err(|invalid| (invalid.reason, invalid.message))
}

pub fn refused_for(proof: &CairnProof, reason: Reason, part: &str) {
    let (found, message) = verdict(proof, &[1, 2, 3]).expect_err("refused");
    assert_eq!(found, reason, "{message}");
    assert!(message.contains(part), "{message}");
}

/// By how much the lookup argument of a proof is out of balance: the stock verifier's own sum.
pub fn imbalance(proof: &CairnProof) -> SecureField {
    let mut channel = Blake2sChannel::default();
    channel.mix_felts(&[proof.channel_salt.into()]);
    proof.stark_proof.config.mix_into(&mut channel);
    StarkChannel::mix_root(&mut channel, proof.stark_proof.commitments[0]);
    proof.claim.mix_into::<StarkChannel>(&mut channel);
    StarkChannel::mix_root(&mut channel, proof.stark_proof.commitments[1]);
    channel.mix_u64(proof.interaction_pow);
    let elements = CommonLookupElements::draw(&mut channel);
    lookup_sum(&proof.claim, &elements, &proof.interaction_claim)
}

//! A prover without scruples: any parameters, any preprocessed columns, any claims.

use std::sync::Arc;

use cairn_prover::prove::{self, CairnProof, StarkChannel};
use cairn_prover::tables::Coefficients;
use cairo_air::claims::lookup_sum;
use cairo_air::relations::CommonLookupElements;
use stwo::core::channel::{Blake2sChannel, Channel, MerkleChannel};
use stwo::core::fields::m31::{BaseField, M31};
use stwo::core::fields::qm31::SecureField;
use stwo::core::pcs::PcsConfig;
use stwo::core::poly::circle::CanonicCoset;
use stwo::core::utils::MaybeOwned;
use stwo::prover::backend::simd::SimdBackend;
use stwo::prover::backend::Column;
use stwo::prover::mempool::BaseColumnPool;
use stwo::prover::poly::circle::{CircleEvaluation, PolyOps};
use stwo::prover::poly::BitReversedOrder;
use stwo::prover::CommitmentTreeProver;
use stwo_cairo_adapter::ProverInput;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;
use stwo_cairo_prover::prover::prove_cairo_with_precompute;
use stwo_cairo_prover::witness::preprocessed_trace::gen_trace;

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
    /// Proves in the small tier. It takes gigabytes: one at a time.
    pub fn prove(&self, input: ProverInput) -> CairnProof {
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

/// Alters a row of a range check's table that the program does not look up.
pub fn alter_one_value(columns: &mut Columns) {
    let column = columns
        .iter_mut()
        .find(|column| column.values.len() == 1 << 18)
        .unwrap();
    let row = column.values.len() - 1;
    let before = column.values.at(row);
    column.values.set(row, before + M31(1));
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

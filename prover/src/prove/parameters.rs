//! The one set of parameters that this project makes and accepts.

use stwo::core::fri::FriConfig;
use stwo::core::pcs::PcsConfig;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;
use stwo_cairo_prover::prover::{ChannelHash, ProverParameters};

use crate::tables::Coefficients;

/// Proof-of-work bits plus one bit for each query at blow-up factor 2.
pub const SECURITY_BITS: u32 = POW_BITS + N_QUERIES as u32 * LOG_BLOWUP_FACTOR;

const POW_BITS: u32 = 26;
const N_QUERIES: usize = 70;
const LOG_BLOWUP_FACTOR: u32 = 1;

/// The parameters of the polynomial commitment scheme: S-two's own for 96 bits.
pub const fn pcs_config() -> PcsConfig {
    PcsConfig {
        pow_bits: POW_BITS,
        fri_config: FriConfig {
            log_blowup_factor: LOG_BLOWUP_FACTOR,
            log_last_layer_degree_bound: 0,
            n_queries: N_QUERIES,
            fold_step: 1,
        },
        lifting_log_size: None,
    }
}

/// The prover's parameters for a tier.
pub fn prover_parameters(
    variant: PreProcessedTraceVariant,
    coefficients: Coefficients,
) -> ProverParameters {
    ProverParameters {
        channel_hash: ChannelHash::Blake2s,
        channel_salt: 0,
        pcs_config: pcs_config(),
        preprocessed_trace: variant,
        store_polynomials_coefficients: coefficients == Coefficients::Kept,
        include_all_preprocessed_columns: false,
    }
}

//! Hole 3 of SOUNDNESS.md: the stock verifier never looks which preprocessed tables were committed to.
//! A proof over a tampered lookup table passes there.

use stwo::core::vcs::blake2_hash::Blake2sHash;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use super::{Invalid, Reason, Verdict};
use crate::prove::CairnProof;

/// The Merkle root of a tier's preprocessed trace, at blow-up factor 2.
pub const fn root(variant: PreProcessedTraceVariant) -> &'static str {
    match variant {
        PreProcessedTraceVariant::CanonicalSmall => {
            "068d1166c9f9f0ec247641ca391ee8396170e69343dfcacc632f9638670d2bec"
        }
        PreProcessedTraceVariant::CanonicalSmall21 => {
            "05e7b1d6ad0c38483422bb6b10af0541413d1b05eb0053c54b76fee13aef4497"
        }
        PreProcessedTraceVariant::CanonicalSmall22 => {
            "14442065363cf0fe669fe4ee1f86d5e04e18e30af3af3278b8e91a7298b02605"
        }
        PreProcessedTraceVariant::CanonicalSmall23 => {
            "724730862e8c6878a661a7233892b090f2d98d2e53070d18ea5c447a9a9a4fe2"
        }
        PreProcessedTraceVariant::CanonicalSmall24 => {
            "39333bf97c8e7905a1702a3d8d139b881bd1478f790953356c7f4cda96bf981d"
        }
        PreProcessedTraceVariant::CanonicalSmall25 => {
            "9ce824aa7df0c0c3fb6e45de025307ee8513f53d9f0584716b81ac2a04e69157"
        }
        PreProcessedTraceVariant::CanonicalWithoutPedersen => {
            "4f36cc05752d9c55aa77938952c96e1b437b62edac6ff063ffea661c5a3f14a6"
        }
        PreProcessedTraceVariant::Canonical => {
            "a98e22423bf5d235981f0b36d939ae56ef3be2751c58b032b2831e6e24ba0364"
        }
    }
}

/// The number of trees that a proof commits to: preprocessed, base, interaction, composition.
const N_COMMITMENTS: usize = 4;

pub(super) fn check(proof: &CairnProof) -> Verdict<()> {
    let commitments = &proof.stark_proof.commitments;
    // The last commitment is taken for the composition's, whatever stands between.
    if commitments.len() != N_COMMITMENTS {
        let message = format!(
            "it has {} commitments; expected {N_COMMITMENTS}",
            commitments.len()
        );
        return Err(Invalid::proof(message));
    }
    let found = hex(&commitments[0]);
    if found != root(proof.preprocessed_trace_variant) {
        let message = format!("its preprocessed trace has the root {found}, which is no tier's");
        return Err(Invalid::new(Reason::UnknownPreprocessedRoot, message));
    }
    Ok(())
}

/// A hash as the constants above are written.
pub fn hex(hash: &Blake2sHash) -> String {
    hash.0.iter().map(|byte| format!("{byte:02x}")).collect()
}

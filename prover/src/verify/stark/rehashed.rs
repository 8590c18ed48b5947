//! The same proof for the other hasher: nothing is copied but the frame.

use cairo_air::CairoProofForRustVerifier;
use stwo::core::fri::{FriLayerProof, FriProof};
use stwo::core::pcs::quotients::CommitmentSchemeProof;
use stwo::core::proof::StarkProof;
use stwo::core::vcs_lifted::blake2_merkle::Blake2sMerkleHasher as Stock;
use stwo::core::vcs_lifted::verifier::MerkleDecommitmentLifted;

use super::hasher::Hasher;
use crate::prove::CairnProof;

pub(super) fn rehashed(proof: CairnProof) -> CairoProofForRustVerifier<Hasher> {
    CairoProofForRustVerifier {
        claim: proof.claim,
        interaction_pow: proof.interaction_pow,
        interaction_claim: proof.interaction_claim,
        stark_proof: StarkProof(scheme(proof.stark_proof.0)),
        channel_salt: proof.channel_salt,
        preprocessed_trace_variant: proof.preprocessed_trace_variant,
    }
}

fn scheme(proof: CommitmentSchemeProof<Stock>) -> CommitmentSchemeProof<Hasher> {
    CommitmentSchemeProof {
        config: proof.config,
        commitments: proof.commitments,
        sampled_values: proof.sampled_values,
        decommitments: proof.decommitments.map(decommitment),
        queried_values: proof.queried_values,
        proof_of_work: proof.proof_of_work,
        fri_proof: FriProof {
            first_layer: layer(proof.fri_proof.first_layer),
            inner_layers: proof
                .fri_proof
                .inner_layers
                .into_iter()
                .map(layer)
                .collect(),
            last_layer_poly: proof.fri_proof.last_layer_poly,
        },
    }
}

fn layer(proof: FriLayerProof<Stock>) -> FriLayerProof<Hasher> {
    FriLayerProof {
        fri_witness: proof.fri_witness,
        decommitment: decommitment(proof.decommitment),
        commitment: proof.commitment,
    }
}

fn decommitment(proof: MerkleDecommitmentLifted<Stock>) -> MerkleDecommitmentLifted<Hasher> {
    MerkleDecommitmentLifted {
        hash_witness: proof.hash_witness,
    }
}

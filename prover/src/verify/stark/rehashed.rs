//! The same proof for another hasher, whose hashes are the same: nothing is copied but the frame.

use cairo_air::CairoProofForRustVerifier;
use stwo::core::fri::{FriLayerProof, FriProof};
use stwo::core::pcs::quotients::CommitmentSchemeProof;
use stwo::core::proof::StarkProof;
use stwo::core::vcs::blake2_hash::Blake2sHash;
use stwo::core::vcs_lifted::merkle_hasher::MerkleHasherLifted;
use stwo::core::vcs_lifted::verifier::MerkleDecommitmentLifted;

/// Hashers whose hashes are those of Blake2s.
pub trait Hashing: MerkleHasherLifted<Hash = Blake2sHash> {}

impl<H: MerkleHasherLifted<Hash = Blake2sHash>> Hashing for H {}

pub fn rehashed<A: Hashing, B: Hashing>(
    proof: CairoProofForRustVerifier<A>,
) -> CairoProofForRustVerifier<B> {
    CairoProofForRustVerifier {
        claim: proof.claim,
        interaction_pow: proof.interaction_pow,
        interaction_claim: proof.interaction_claim,
        stark_proof: StarkProof(scheme(proof.stark_proof.0)),
        channel_salt: proof.channel_salt,
        preprocessed_trace_variant: proof.preprocessed_trace_variant,
    }
}

fn scheme<A: Hashing, B: Hashing>(proof: CommitmentSchemeProof<A>) -> CommitmentSchemeProof<B> {
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

fn layer<A: Hashing, B: Hashing>(proof: FriLayerProof<A>) -> FriLayerProof<B> {
    FriLayerProof {
        fri_witness: proof.fri_witness,
        decommitment: decommitment(proof.decommitment),
        commitment: proof.commitment,
    }
}

fn decommitment<A: Hashing, B: Hashing>(
    proof: MerkleDecommitmentLifted<A>,
) -> MerkleDecommitmentLifted<B> {
    MerkleDecommitmentLifted {
        hash_witness: proof.hash_witness,
    }
}

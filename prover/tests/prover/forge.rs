//! What the forgeries have in common: the forger's proof, and both verifiers' word on it.

use cairn_prover::execute::{self, Calldata};
use cairn_prover::input_group::InputGroup;
use cairn_prover::progress::Steps;
use cairn_prover::prove::{CairnProof, StarkChannel};
use cairn_prover::verify::{verify, Binding, Reason};
use cairn_prover::{guard, proof_file};
use cairo_air::verifier::verify_cairo;
use stwo_cairo_adapter::ProverInput;

use crate::fixtures::{checked, one_proof_at_a_time};
use crate::forger::Forge;

/// Proves whatever the forger likes.
pub fn prove(forge: &Forge, input: ProverInput) -> CairnProof {
    let _one = one_proof_at_a_time();
    forge.prove(input)
}

/// A run of a fixture program.
pub fn run(program: &str, values: &[i64]) -> ProverInput {
    let values = crate::fixtures::felts(values);
    let run = execute::run(
        &checked(program),
        &values,
        Calldata::Array,
        1 << 20,
        Steps::default(),
    );
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

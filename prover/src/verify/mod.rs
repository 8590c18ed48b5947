//! Is this a proof that this program ran on this input?
//!
//! S-two's own Rust verifier checks the STARK and takes everything else from the proof itself.
//! What it leaves open is closed here, each in its own file:
//! - [`parameters`]: the security level, salt and lifting that the proof chooses for itself;
//! - [`roots`]: which preprocessed tables it was made over;
//! - [`canonical`]: field elements and hashes that have more than one spelling;
//! - [`samples`]: how many values of each column the proof gives;
//! - [`claims`]: sums and tables that no constraint and no transcript holds;
//! - [`statement`]: which program, which memory is the output;
//! - [`binding`]: which input.

mod binding;
mod canonical;
mod claimed;
mod claims;
mod demands;
mod parameters;
mod reason;
pub mod roots;
mod samples;
mod stark;
mod statement;

pub(crate) use binding::check as check_binding;
pub use binding::Binding;
pub use claimed::Claimed;
pub use demands::Demands;
pub use reason::{Invalid, Reason, Verdict};
pub(crate) use stark::{rehashed, Hasher};

use crate::executable::CheckedExecutable;
use crate::input_group::InputGroup;
use crate::proof_file::{check_spelling, decode, Decoded};
use crate::prove::{CairnProof, SECURITY_BITS};

/// What was verified, and in which file.
#[derive(Debug)]
pub struct Verified {
    pub claimed: Claimed,
    /// SHA-256 of the proof's file, in hex.
    pub sha256: String,
}

/// Verifies a proof's file against a program and an input group.
///
/// # Errors
/// Why it is no proof of that.
pub fn verify(
    file: &[u8],
    program: &CheckedExecutable,
    input: &InputGroup,
    demands: impl Into<Demands>,
) -> Verdict<Verified> {
    let demands = demands.into();
    let malformed = |why| Invalid::new(Reason::Malformed, why);
    let Decoded { proof, sha256 } = decode(file).map_err(malformed)?;
    check_form(&proof, demands.security_bits)?;
    statement::check_program(&proof.claim, program)?;
    let claimed = Claimed::of(&proof)?;
    binding::check(&claimed.output, input, demands.binding)?;
    stark::check(proof)?;
    check_spelling(file).map_err(malformed)?;
    Ok(Verified { claimed, sha256 })
}

/// Verifies a proof for what it is, whichever program and input it is of.
///
/// # Errors
/// Why it is no proof.
pub fn verify_alone(proof: CairnProof) -> Verdict<Claimed> {
    check_form(&proof, SECURITY_BITS)?;
    let claimed = Claimed::of(&proof)?;
    stark::check(proof)?;
    Ok(claimed)
}

fn check_form(proof: &CairnProof, security_bits: u32) -> Verdict<()> {
    parameters::check(proof, security_bits)?;
    roots::check(proof)?;
    canonical::check(proof)?;
    claims::check(&proof.claim, &proof.interaction_claim)?;
    statement::check_output_segment(&proof.claim)
}

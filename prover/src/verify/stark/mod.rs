//! The STARK itself, by the stock verifier.

mod hasher;
mod rehashed;

use cairo_air::verifier::verify_cairo;

use super::{samples, Invalid, Verdict};
use crate::guard;
use crate::prove::CairnProof;
use hasher::Channel;

pub use hasher::Hasher;
pub use rehashed::rehashed;

/// Runs the stock verifier. It panics on much of what it refuses; a panic is a refusal.
pub(super) fn check(proof: CairnProof) -> Verdict<()> {
    samples::check(&proof)?;
    let verified = guard::catch(|| verify_cairo::<Channel>(rehashed(proof)));
    let verified =
        verified.map_err(|panic| Invalid::proof(format!("the verifier refused it: {panic}")))?;
    verified.map_err(|error| Invalid::proof(format!("the verifier refused it: {error}")))
}

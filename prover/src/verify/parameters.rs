//! Holes 1 and 2 of SOUNDNESS.md: the stock verifier takes the parameters from the proof. One with a single query
//! and no proof of work passes there.

use super::{Invalid, Reason, Verdict};
use crate::prove::{pcs_config, CairnProof, SECURITY_BITS};

/// Demands exactly the parameters that this project proves with, and the salt zero: a salt is
/// the prover's free choice and serves a purpose only when an honest attempt failed.
///
/// Whoever demands more than these parameters give refuses every proof there is.
pub(super) fn check(proof: &CairnProof, security_bits: u32) -> Verdict<()> {
    let found = proof.stark_proof.config;
    let expected = pcs_config();
    if found != expected {
        let bits = found
            .fri_config
            .log_blowup_factor
            .checked_mul(u32::try_from(found.fri_config.n_queries).unwrap_or(u32::MAX))
            .and_then(|bits| bits.checked_add(found.pow_bits));
        let bits = bits.map_or_else(|| "impossible".to_owned(), |bits| bits.to_string());
        let message = format!(
            "it was made with other parameters ({bits} bits of security); expected those of \
             {SECURITY_BITS} bits: 26 of proof of work, 70 queries, blow-up factor 2"
        );
        return Err(Invalid::new(Reason::WeakParameters, message));
    }
    if proof.channel_salt != 0 {
        let message = format!(
            "its transcript starts with the salt {}; expected 0",
            proof.channel_salt
        );
        return Err(Invalid::new(Reason::WeakParameters, message));
    }
    if SECURITY_BITS < security_bits {
        let message = format!(
            "it has {SECURITY_BITS} bits of security, as every proof here; {security_bits} were demanded"
        );
        return Err(Invalid::new(Reason::WeakParameters, message));
    }
    Ok(())
}

//! Proving: the parameters, the tables sized to the input, and the STARK itself.

mod parameters;
mod run;

pub use parameters::{pcs_config, prover_parameters, SECURITY_BITS};
pub use run::{prove, CairnProof, Plan, StarkChannel};

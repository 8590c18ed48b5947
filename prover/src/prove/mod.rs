//! Proving: the parameters, the tables sized to the input, and the STARK itself.

mod kept_tables;
mod parameters;
mod run;

pub use kept_tables::KeptTables;
pub use parameters::{pcs_config, prover_parameters, SECURITY_BITS};
pub use run::{prove, CairnProof, Plan, StarkChannel};

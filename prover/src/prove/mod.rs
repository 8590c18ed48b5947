//! Proving: the parameters, the tables sized to the input, and the STARK itself.

mod blake2s;
mod channel;
mod kept_tables;
mod parameters;
mod run;
mod trees;
mod work;

pub use kept_tables::KeptTables;
pub use parameters::{pcs_config, prover_parameters, SECURITY_BITS};
pub use run::{luck, prove, CairnProof, Luck, Plan, StarkChannel};
pub use work::search as search_for_work;

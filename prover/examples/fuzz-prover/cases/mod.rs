//! The cases of the fuzzer: how each is made from its numbers, and what must hold of it.
//!
//! The tests run some of each; `npm run fuzz:prover` runs a hundred thousand.

mod alterations;
mod balance;
mod bytes;
mod chunks;
mod csvs;
mod executables;
mod execution_seal;
mod executions;
mod fields;
mod json;
mod numbers;
mod outcome;
mod proofs;
mod reproven;
mod requests;
mod runner;
mod scratch;
mod shape;
mod strangers;

pub use csvs::case as csv_case;
pub use executables::Executables;
pub use executions::Executions;
pub use numbers::Numbers;
pub use outcome::Outcome;
pub use proofs::{Proofs, Statement, Subject};
pub use reproven::Reproven;
pub use requests::{JobFiles, Requests};
pub use runner::{run, Report};
pub use strangers::Strangers;

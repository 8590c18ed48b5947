//! Running a program in the Cairo VM and taking from it what a proof needs.

mod calldata;
mod counted_hints;
mod failed;
mod output;
pub mod prints;
mod program;
mod run;

pub use calldata::Calldata;
pub use output::{bound_output, output, output_segment};
pub use program::program;
pub use run::{run, Execution};

/// The most values that a program may return: each stands in the proof.
pub const MAX_OUTPUT: usize = 1 << 16;

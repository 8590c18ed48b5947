//! Cairo executables: the `*.executable.json` that `scarb build` and `compile` write.

mod check;
mod hash;
mod read;
mod recognize;

use cairo_lang_executable::executable::Executable;
use cairo_vm::types::builtin_name::BuiltinName;

use crate::felt::Felt;

pub use check::check;
pub use hash::program_hash;
pub use read::read;

/// The most words that a program may have: each stands in every proof of it.
pub const MAX_WORDS: usize = 1 << 19;
/// The largest executable file that is read.
pub const MAX_BYTES: u64 = 128 << 20;

/// An executable that passed every check of [`check()`].
pub struct CheckedExecutable {
    /// As it was read, but for what debuggers want: the hints are in here.
    pub executable: Executable,
    /// The bytecode, reduced into the field.
    pub bytecode: Vec<Felt>,
    /// The standalone entry point's builtins, in the order of the public segments.
    pub builtins: Vec<BuiltinName>,
    /// Blake2s over the bytecode, as S-two's verifier computes it.
    pub program_hash: String,
}

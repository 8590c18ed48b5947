//! Executions as files: a finished run, ready to be proven here or by another donor.
//!
//! ```text
//! "CAIRNEXE"   8 bytes
//! format       u32, little endian
//! length       u32, little endian: bytes of the header
//! header       JSON, see [`Header`]
//! payload      the run's memory (`replay::Recording`, bincode), compressed with zstd
//! checksum     SHA-256 of everything before it, 32 bytes
//! ```
//! Whoever reads one trusts nothing in it: see [`crate::replay`].

mod header;
mod read;
mod write;

pub use header::{read_header, Header, FORMAT, STWO_VERSION};
pub use read::read;
pub use write::write;

use std::path::Path;

use crate::failure::{Code, Failure};

/// The largest execution file that is read.
pub const MAX_BYTES: u64 = 4 << 30;

const MAGIC: &[u8; 8] = b"CAIRNEXE";
const CHECKSUM_BYTES: u64 = 32;

fn invalid(path: &Path, why: impl std::fmt::Display) -> Failure {
    Failure::new(
        Code::ExecutionInvalid,
        format!("{} is no execution that can be proven: {why}.", path.display()),
        "Download it again; if it stays so, execute the program again and report the execution as bad.",
    )
}

/// What goes wrong after the file itself was read: the run inside cannot be proven.
pub fn unprovable(why: impl std::fmt::Display) -> Failure {
    let why = why.to_string();
    let why = why.trim_end_matches('.');
    Failure::new(
        Code::ExecutionInvalid,
        format!("The execution cannot be proven: {why}."),
        "Execute the program again and report the execution as bad.",
    )
}

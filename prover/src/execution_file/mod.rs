//! Executions as files: a finished run, ready to be proven here or by another donor.
//!
//! ```text
//! "CAIRNEXE"   8 bytes
//! format       u32, little endian
//! writer       20 bytes: the version of cairn-prover that wrote it, padded with zeros
//! chunks       the first holds the header as JSON, see [`Header`]; the others, joined, the run
//!              compressed with zstd, see [`payload`]; one of no bytes is the last
//!
//! chunk        length (u32), the complement of the length (u32), so many bytes, and the SHA-256 of
//!              all before that is no checksum itself
//! ```
//! Written and read in one pass. Nothing of a chunk is looked at before its checksum is right; the
//! chained checksums and the empty chunk at the end tell a file that was cut from one that was
//! changed. Whoever reads one trusts nothing in it all the same: see [`crate::replay`].

mod chunk_reader;
mod chunk_writer;
mod header;
pub mod payload;
mod prelude;
mod read;
mod refused;
mod write;

pub use header::{read_header, Header, STWO_VERSION};
pub use prelude::FORMAT;
pub use read::read;
pub use refused::{of_another, unprovable};
pub use write::write;

/// The largest execution file that is read or written, in bytes.
pub const MAX_BYTES: u64 = 4 << 30;

/// The most bytes in a chunk.
const CHUNK_BYTES: usize = 256 << 10;

//! Proofs as files.
//!
//! ```text
//! "CAIRNPRF"   8 bytes
//! format       u32, little endian
//! length       u64, little endian: bytes of the payload
//! payload      the proof (`CairoProofForRustVerifier`), bincode with fixed-width integers
//! checksum     SHA-256 of all before it, 32 bytes
//! ```
//! The checksum stands last so that one pass gives it and the whole file's hash: SHA-256 is a good part of a verification.
//! One proof has exactly one such file. The stock tools' form (the payload under bzip2) is read too; of it, too, one
//! spelling alone passes as valid.

mod decode;
mod encode;
mod read;
mod reader;
mod spelling;
mod stock;

pub use decode::{decode, foreign_format, Decoded};
pub use encode::encode;
pub use read::read;
pub use spelling::check_spelling;

/// The format that this program writes and reads.
pub const FORMAT: u32 = 2;
/// The largest proof, in a file and before it is decoded.
pub const MAX_BYTES: u64 = 64 << 20;

const MAGIC: &[u8; 8] = b"CAIRNPRF";
const HEADER_BYTES: usize = 8 + 4 + 8;
const CHECKSUM_BYTES: usize = 32;

/// How payloads are coded, and that nothing may follow them. No limit is set: what is decoded lies in
/// memory already, bounded by [`MAX_BYTES`], and a length beyond its end ends the decoding.
fn coding() -> impl bincode::Options {
    use bincode::Options;
    bincode::DefaultOptions::new()
        .with_fixint_encoding()
        .with_no_limit()
}

//! Proofs as files.
//!
//! ```text
//! "CAIRNPRF"   8 bytes
//! format       u32, little endian
//! length       u64, little endian: bytes of the payload
//! checksum     SHA-256 of the payload, 32 bytes
//! payload      the proof (`CairoProofForRustVerifier`), bincode with fixed-width integers
//! ```
//! One proof has exactly one such file. The stock tools' form (the payload under bzip2) is read too; of it, too, one
//! spelling alone passes as valid.

mod decode;
mod encode;
mod reader;
mod spelling;
mod stock;

pub use decode::decode;
pub use encode::encode;
pub use spelling::check_spelling;

/// The format that this program writes and reads.
pub const FORMAT: u32 = 1;
/// The largest proof, in a file and before it is decoded.
pub const MAX_BYTES: u64 = 64 << 20;

const MAGIC: &[u8; 8] = b"CAIRNPRF";
const HEADER_BYTES: usize = 8 + 4 + 8 + 32;

/// How payloads are coded, and that nothing may follow them. No limit is set: what is decoded lies in
/// memory already, bounded by [`MAX_BYTES`], and a length beyond its end ends the decoding.
fn coding() -> impl bincode::Options {
    use bincode::Options;
    bincode::DefaultOptions::new()
        .with_fixint_encoding()
        .with_no_limit()
}

//! The payload of an execution file before compression: the run's memory, laid out so that it compresses well.
//!
//! ```text
//! facts     what stands beside the memory and how much of each there is, see [`Facts`], bincode
//! small     the values below 2^72, in blocks: first all lowest bytes of the block, then all second ones, …
//! large     the other values, 32 bytes each, little endian
//! cells     which value each cell has, in blocks of bytes like the small ones, as [`cell_symbol`] writes them
//! ```

mod byte_planes;
mod cell_symbol;
mod decode;
mod encode;

pub use decode::{decode, Undecodable};
pub use encode::encode;

use serde::{Deserialize, Serialize};
use stwo_cairo_adapter::builtins::BuiltinSegments;
use stwo_cairo_adapter::PublicSegmentContext;

/// Values or cells in a block.
const BLOCK: usize = 1 << 16;
/// Bytes of a small value.
const SMALL_BYTES: usize = 9;
/// Bytes of a large value.
const LARGE_BYTES: usize = 32;

#[derive(Serialize, Deserialize)]
struct Facts {
    builtin_segments: BuiltinSegments,
    public_segments: PublicSegmentContext,
    initial_ap: u32,
    steps: u64,
    small: u64,
    large: u64,
    cells: u64,
}

//! Reading with bounds, and writing so that a file under its final name is whole.

mod read;
mod write;

pub use read::{open_bounded, read_bounded};
pub use write::{write_whole, Written};

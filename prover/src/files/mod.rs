//! Reading with bounds, and writing so that a file under its final name is whole.

mod lines;
mod read;
mod write;

pub use lines::{Line, MAX_LINE};
pub use read::{open_bounded, read_bounded};
pub use write::{check_writable, write_whole, Written};

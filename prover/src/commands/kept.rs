//! What a worker keeps from one job for the next.

use super::verify::Shelves;
use crate::prove::KeptTables;

/// Tables of proofs, and files that proofs are judged against. Empty in a process of one job.
#[derive(Default)]
pub struct Kept {
    pub(super) tables: KeptTables,
    pub(super) shelves: Shelves,
}

impl Kept {
    /// Drops all of it.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

//! An input group in memory: its values and what commits to them.

use std::path::Path;
use std::sync::OnceLock;

use crate::commitment::commit;
use crate::csv;
use crate::failure::Outcome;
use crate::felt::Felt;
use crate::files::read_bounded;

/// The values of an input group. The commitment is computed when it is first asked for, and once:
/// for a million values it takes longer than a verification.
pub struct InputGroup {
    values: Vec<Felt>,
    commitment: OnceLock<Felt>,
}

impl InputGroup {
    /// An input group of these values.
    pub fn new(values: Vec<Felt>) -> Self {
        Self {
            values,
            commitment: OnceLock::new(),
        }
    }

    /// Reads a CSV file.
    ///
    /// # Errors
    /// `FILE_UNREADABLE`, `CSV_INVALID`.
    pub fn read(path: &Path) -> Outcome<Self> {
        Ok(Self::new(csv::parse(&read_bounded(path, csv::MAX_BYTES)?)?))
    }

    /// The values in order.
    pub fn values(&self) -> &[Felt] {
        &self.values
    }

    /// `poseidon_hash_span` of the values.
    pub fn commitment(&self) -> &Felt {
        self.commitment.get_or_init(|| commit(&self.values))
    }
}

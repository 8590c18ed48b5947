//! Counts that were worked out before: proofs of one program have mostly the same tables, and to set up all their
//! constraints only to count took a tenth of a verification.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use cairo_air::claims::CairoClaim;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

/// The number of values of each column in each tree.
pub(super) type Counts = Vec<Vec<usize>>;

/// The most sets of tables that are remembered, some 50 kB each.
const MOST: usize = 64;

/// All that the counts depend on: the tier, which tables there are, and their sizes.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Tables {
    variant: PreProcessedTraceVariant,
    present: Vec<bool>,
    log_sizes: Vec<u32>,
}

impl Tables {
    /// Panics, as the library does, on a claim without memory.
    pub fn of(claim: &CairoClaim, variant: PreProcessedTraceVariant) -> Self {
        let flat = claim.flatten_claim();
        Self {
            variant,
            present: flat.component_enable_bits,
            log_sizes: flat.component_log_sizes,
        }
    }
}

/// The last sets of tables, the one that was asked for last in front.
pub(super) struct Known(Mutex<VecDeque<(Tables, Arc<Counts>)>>);

impl Known {
    /// Nothing is known yet.
    pub const fn nothing() -> Self {
        Self(Mutex::new(VecDeque::new()))
    }

    /// The counts of these tables, worked out if they are not known.
    pub fn of(&self, tables: &Tables, work_out: impl FnOnce() -> Counts) -> Arc<Counts> {
        if let Some(counts) = self.find(tables) {
            return counts;
        }
        // Nobody waits meanwhile; two that work out the same get the same.
        let counts = Arc::new(work_out());
        let mut known = self.known();
        known.push_front((tables.clone(), counts.clone()));
        known.truncate(MOST);
        counts
    }

    fn find(&self, tables: &Tables) -> Option<Arc<Counts>> {
        let mut known = self.known();
        let place = known.iter().position(|(others, _)| others == tables)?;
        let found = known.remove(place)?;
        let counts = found.1.clone();
        known.push_front(found);
        Some(counts)
    }

    fn known(&self) -> MutexGuard<'_, VecDeque<(Tables, Arc<Counts>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(log_size: u32, variant: PreProcessedTraceVariant) -> Tables {
        Tables {
            variant,
            present: vec![true, false],
            log_sizes: vec![log_size],
        }
    }

    #[test]
    fn each_set_of_tables_has_its_own_counts_and_the_oldest_are_forgotten() {
        use PreProcessedTraceVariant::{Canonical, CanonicalSmall};
        let known = Known::nothing();
        let get = |log_size: u32, variant| {
            let mut worked = false;
            let counts = known.of(&tables(log_size, variant), || {
                worked = true;
                vec![vec![
                    log_size as usize;
                    1 + usize::from(variant == Canonical)
                ]]
            });
            (counts[0].clone(), worked)
        };
        assert_eq!(get(5, CanonicalSmall), (vec![5], true));
        assert_eq!(get(5, CanonicalSmall), (vec![5], false));
        assert_eq!(get(5, Canonical), (vec![5, 5], true));
        assert_eq!(get(6, CanonicalSmall), (vec![6], true));
        for log_size in 100..100 + MOST as u32 - 1 {
            get(log_size, CanonicalSmall);
        }
        assert_eq!(get(6, CanonicalSmall), (vec![6], false));
        assert_eq!(get(5, CanonicalSmall), (vec![5], true));
    }
}

//! What many proofs told of a machine.

use serde::{Deserialize, Serialize};

use super::ratio::Ratio;
use super::sample::Sample;
use crate::timing::{Group, Machine};

/// One ratio for each group of stages, and one for the wall clock.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Known {
    replay: Ratio,
    witness: Ratio,
    commit: Ratio,
    constraints: Ratio,
    search: Ratio,
    wall: Ratio,
}

impl Known {
    /// With one proof more.
    pub fn with(&self, sample: &Sample) -> Self {
        let learn = |ratio: Ratio, group: Group| ratio.with(sample.groups[group as usize]);
        Self {
            replay: learn(self.replay, Group::Replay),
            witness: learn(self.witness, Group::Witness),
            commit: learn(self.commit, Group::Commit),
            constraints: learn(self.constraints, Group::Constraints),
            search: learn(self.search, Group::Search),
            wall: self.wall.with_hindered(sample.wall),
        }
    }

    /// Whether it can have been learned.
    pub fn is_sound(&self) -> bool {
        let all = [
            self.replay,
            self.witness,
            self.commit,
            self.constraints,
            self.search,
            self.wall,
        ];
        all.into_iter().all(Ratio::is_sound)
    }

    /// The machine that it tells of.
    pub fn machine(&self, threads: usize) -> Machine {
        let mut factors = [1.0; Group::COUNT];
        factors[Group::Replay as usize] = self.replay.value();
        factors[Group::Witness as usize] = self.witness.value();
        factors[Group::Commit as usize] = self.commit.value();
        factors[Group::Constraints as usize] = self.constraints.value();
        factors[Group::Search as usize] = self.search.value();
        Machine {
            threads,
            factors,
            wall: self.wall.value(),
        }
    }
}

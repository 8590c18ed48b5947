//! What one proof tells of the machine.

use crate::progress::Measured;
use crate::prove::Luck;
use crate::timing::{spread, Group};

/// Stages whose processors' seconds are fewer than these, together, tell nothing.
const FEWEST_SECONDS: f64 = 0.01;
/// The same for searches, beside which their stages do a little else.
const FEWEST_SECONDS_OF_SEARCH: f64 = 0.2;

/// Ratios to the machine that was measured; `None` where the proof tells nothing.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sample {
    pub groups: [Option<f64>; Group::COUNT],
    pub wall: Option<f64>,
}

impl Sample {
    /// How soon a search ended was chance: what is compared is what its tries took.
    pub fn of(proof: &[Measured], luck: Luck, threads: usize, was_stopped: bool) -> Self {
        let (mut processors, mut reference) = ([0.0; Group::COUNT], [0.0; Group::COUNT]);
        let mut luck = luck.into_iter();
        for one in proof {
            let group = one.stage.group as usize;
            let tries = one.stage.is_lottery().then(|| luck.next()).flatten();
            processors[group] += one.processors;
            reference[group] += one.stage.reference * tries.unwrap_or(1.0);
        }
        let groups = std::array::from_fn(|group| {
            let fewest = match group == Group::Search as usize {
                true => FEWEST_SECONDS_OF_SEARCH,
                false => FEWEST_SECONDS,
            };
            let tells = reference[group] >= fewest && processors[group] > 0.0;
            tells.then_some(processors[group] / reference[group])
        });
        let wall: f64 = proof.iter().map(|one| one.wall).sum();
        let explained: f64 = proof
            .iter()
            .map(|one| one.processors * spread(one.stage.parallel, threads))
            .sum();
        let tells = !was_stopped && explained >= FEWEST_SECONDS;
        Self {
            groups,
            wall: tells.then_some(wall / explained),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timing::{expected, Machine, Size};

    /// What a proof tells on a machine whose processors take so many times the seconds, and its wall clock so many
    /// times more, when its searches took so many times their mean.
    fn told(processors: f64, wall: f64, luck: Luck) -> Sample {
        Sample::of(&proof(processors, wall, luck), luck, 2, false)
    }

    fn proof(processors: f64, wall: f64, luck: Luck) -> Vec<Measured> {
        let stages = expected(Size::guess(2_000_000), false, Machine::reference(2));
        let mut luck = luck.into_iter();
        let measure = |stage: crate::timing::Expected| {
            let tries = stage.is_lottery().then(|| luck.next().unwrap());
            let tries = tries.unwrap_or(1.0);
            Measured {
                stage,
                wall: stage.seconds * processors * wall * tries,
                processors: stage.reference * processors * tries,
            }
        };
        stages.into_iter().map(measure).collect()
    }

    fn close(ratio: Option<f64>, wanted: f64) -> bool {
        ratio.is_some_and(|ratio| (ratio / wanted - 1.0).abs() < 1e-6)
    }

    #[test]
    fn a_proof_tells_how_slow_processors_and_clock_are() {
        let sample = told(3.0, 1.5, [1.0; 2]);
        assert!(
            sample.groups.iter().all(|ratio| close(*ratio, 3.0)),
            "{sample:?}"
        );
        assert!(close(sample.wall, 1.5), "{sample:?}");
    }

    #[test]
    fn a_proof_that_was_stopped_tells_of_its_processors_alone() {
        let sample = Sample::of(&proof(3.0, 10.0, [1.0; 2]), [1.0; 2], 2, true);
        assert_eq!(sample.wall, None);
        assert_eq!(sample.groups, told(3.0, 1.0, [1.0; 2]).groups);
    }

    #[test]
    fn luck_in_a_search_changes_nothing() {
        let even = told(2.0, 1.0, [1.0; 2]);
        for luck in [[40.0, 0.3], [0.3, 8.0]] {
            let sample = told(2.0, 1.0, luck);
            let ratios = sample.groups.into_iter().zip(even.groups);
            assert!(ratios
                .clone()
                .all(|(ratio, even)| close(ratio, even.unwrap())));
            assert!(close(sample.wall, even.wall.unwrap()));
        }
    }

    #[test]
    fn a_search_that_was_over_at_once_tells_nothing_of_what_a_try_takes() {
        let lucky = told(2.0, 1.0, [0.05, 0.01]);
        assert_eq!(lucky.groups[Group::Search as usize], None);
        assert!(close(lucky.groups[Group::Commit as usize], 2.0));
    }

    #[test]
    fn what_was_not_measured_tells_nothing() {
        let nothing = Sample {
            groups: [None; Group::COUNT],
            wall: None,
        };
        assert_eq!(Sample::of(&[], [1.0; 2], 2, false), nothing);
        assert_eq!(told(0.0, 0.0, [1.0; 2]), nothing);
    }
}

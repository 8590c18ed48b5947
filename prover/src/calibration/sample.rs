//! What one proof tells of the machine.

use crate::progress::Measured;
use crate::timing::{spread, Group};

/// Stages whose processors' seconds are fewer than these, together, tell nothing.
const FEWEST_SECONDS: f64 = 0.01;

/// Ratios to the machine that was measured; `None` where the proof tells nothing.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sample {
    pub groups: [Option<f64>; Group::COUNT],
    pub wall: Option<f64>,
}

impl Sample {
    /// A search by trial is left out: how soon it ended was chance.
    pub fn of(proof: &[Measured], threads: usize, was_stopped: bool) -> Self {
        let told: Vec<_> = proof.iter().filter(|one| !one.stage.is_lottery).collect();
        let mut groups = [None; Group::COUNT];
        for (group, ratio) in groups.iter_mut().enumerate() {
            let of_group = told.iter().filter(|one| one.stage.group as usize == group);
            let (processors, reference) =
                of_group.fold((0.0, 0.0), |(processors, reference), one| {
                    (processors + one.processors, reference + one.stage.reference)
                });
            let tells = reference >= FEWEST_SECONDS && processors > 0.0;
            *ratio = tells.then_some(processors / reference);
        }
        let wall: f64 = told.iter().map(|one| one.wall).sum();
        let explained: f64 = told
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

    /// A proof on a machine whose processors take so many times the seconds, and its wall clock so many times more.
    fn proof(processors: f64, wall: f64, lottery: f64) -> Vec<Measured> {
        let stages = expected(Size::guess(2_000_000), false, Machine::reference(2));
        let measure = |stage: crate::timing::Expected| {
            let luck = if stage.is_lottery { lottery } else { 1.0 };
            Measured {
                stage,
                wall: stage.seconds * processors * wall * luck,
                processors: stage.reference * processors * luck,
            }
        };
        stages.into_iter().map(measure).collect()
    }

    fn close(ratio: Option<f64>, wanted: f64) -> bool {
        ratio.is_some_and(|ratio| (ratio / wanted - 1.0).abs() < 1e-6)
    }

    #[test]
    fn a_proof_tells_how_slow_processors_and_clock_are() {
        let sample = Sample::of(&proof(3.0, 1.5, 1.0), 2, false);
        assert!(
            sample.groups.iter().all(|ratio| close(*ratio, 3.0)),
            "{sample:?}"
        );
        assert!(close(sample.wall, 1.5), "{sample:?}");
    }

    #[test]
    fn a_proof_that_was_stopped_tells_of_its_processors_alone() {
        let sample = Sample::of(&proof(3.0, 10.0, 1.0), 2, true);
        assert_eq!(sample.wall, None);
        assert_eq!(
            sample.groups,
            Sample::of(&proof(3.0, 1.0, 1.0), 2, false).groups
        );
    }

    #[test]
    fn luck_in_a_search_changes_nothing() {
        let unlucky = Sample::of(&proof(2.0, 1.0, 40.0), 2, false);
        assert_eq!(unlucky, Sample::of(&proof(2.0, 1.0, 0.01), 2, false));
    }

    #[test]
    fn what_was_not_measured_tells_nothing() {
        let nothing = Sample {
            groups: [None; Group::COUNT],
            wall: None,
        };
        assert_eq!(Sample::of(&[], 2, false), nothing);
        assert_eq!(Sample::of(&proof(0.0, 0.0, 0.0), 2, false), nothing);
    }
}

//! How much of the work is done, from the stages behind it and the time in this one.

use std::time::Duration;

use super::moment::Moment;
use super::soft_end::soft_end;
use crate::timing::{Expected, Mark};

/// What is expected weighs as much as this part of the work, done as it was expected: so much must
/// be done before the pace so far counts for more.
const PRIOR: f64 = 0.05;
/// The most that is told before the end.
const ALMOST: f64 = 0.999;

/// Where the work is.
pub(super) struct Share {
    stages: Vec<Expected>,
    stage: usize,
    /// When each stage so far began.
    began: Vec<Moment>,
    told: f64,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Told {
    /// The part that is done: never less than before, and less than 1.
    pub fraction: f64,
    /// Seconds that are left.
    pub remaining: f64,
}

/// What a stage took.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    pub stage: Expected,
    /// Seconds by the wall clock.
    pub wall: f64,
    /// Seconds of the processors.
    pub processors: f64,
}

impl Share {
    /// Begins with the first of the stages.
    pub fn start(stages: Vec<Expected>, now: Moment) -> Self {
        Self {
            stages,
            stage: 0,
            began: vec![now],
            told: 0.0,
        }
    }

    /// Says anew how long the stages will take: more is known now.
    pub fn expect(&mut self, stages: Vec<Expected>) {
        debug_assert_eq!(stages.len(), self.stages.len());
        self.stages = stages;
    }

    /// Whether there is such a phase.
    pub fn has(&self, phase: &str) -> bool {
        self.stages.iter().any(|stage| stage.phase == phase)
    }

    /// Goes on if this is how the next stage begins, and tells whether. A phase may pass over stages that have
    /// nothing to do.
    pub fn reach(&mut self, mark: Mark, now: Moment) -> bool {
        let reach = match mark {
            Mark::Phase(_) => usize::MAX,
            Mark::Entered(_) | Mark::Left(_) => 1,
        };
        let mut to_come = self.stages.iter().skip(self.stage + 1).take(reach);
        let Some(further) = to_come.position(|stage| stage.begins == mark) else {
            return false;
        };
        self.stage += further + 1;
        self.began.resize(self.stage + 1, now);
        true
    }

    /// The phase that events name.
    pub fn phase(&self) -> &'static str {
        self.stages[self.stage].phase
    }

    /// How far it is. `counted` is the part of the stage that is done, where it can be counted.
    pub fn at(&mut self, now: Duration, counted: Option<f64>) -> Told {
        let current = self.stages[self.stage];
        let in_stage = seconds(self.began[self.stage].wall, now);
        let (mut spent, mut done) = self.behind();
        let prior = PRIOR * self.stages.iter().map(|stage| stage.seconds).sum::<f64>();
        let counted = counted.map(soft_end);
        if let Some(part) = counted {
            spent += in_stage;
            done += part * current.seconds;
        }
        // Seconds here for an expected second.
        let pace = (spent + prior) / (done + prior).max(1e-6);
        let in_time = || soft_end(in_stage / (current.seconds * pace).max(1e-6));
        let part = counted.unwrap_or_else(in_time);
        let to_come: f64 = self.stages[self.stage + 1..]
            .iter()
            .map(|stage| stage.seconds)
            .sum();
        let left = |part: f64| pace * ((1.0 - part) * current.seconds + to_come);
        let elapsed = seconds(self.began[0].wall, now);
        let fraction = (elapsed / (elapsed + left(part)).max(1e-6)).min(ALMOST);
        // Whoever has not won yet is as far from it as at the start. The fraction goes on all the same: over
        // many searches it is so nearer to what turns out to have been the truth.
        let remaining = left(if current.is_lottery() { 0.0 } else { part });
        self.told = self.told.max(fraction);
        Told {
            fraction: self.told,
            remaining,
        }
    }

    /// What the stages behind took, and were expected to; how a lottery ended says nothing of the pace.
    fn behind(&self) -> (f64, f64) {
        let spans = self.began.iter().zip(&self.began[1..]);
        self.stages
            .iter()
            .zip(spans)
            .filter(|(stage, _)| !stage.is_lottery())
            .fold((0.0, 0.0), |(spent, done), (stage, (began, ended))| {
                (
                    spent + seconds(began.wall, ended.wall),
                    done + stage.seconds,
                )
            })
    }

    /// What each stage so far took.
    pub fn measured(&self, now: Moment) -> Vec<Measured> {
        let ends = self.began.iter().skip(1).chain([&now]);
        let spans = self.began.iter().zip(ends);
        let stages = self.stages.iter().zip(spans);
        stages
            .map(|(stage, (began, ended))| Measured {
                stage: *stage,
                wall: seconds(began.wall, ended.wall),
                processors: seconds(began.processors, ended.processors),
            })
            .collect()
    }
}

fn seconds(from: Duration, to: Duration) -> f64 {
    to.saturating_sub(from).as_secs_f64()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timing::{expected, Machine, Size};

    fn stages(has_tables: bool) -> Vec<Expected> {
        expected(Size::guess(2_000_000), has_tables, Machine::reference(2))
    }

    fn at(seconds: f64) -> Moment {
        let wall = Duration::from_secs_f64(seconds);
        let processors = 2 * wall;
        Moment { wall, processors }
    }

    /// Plays a proof whose stages take `slower` times what is expected, but for the lotteries, and checks each event against the truth.
    fn play(slower: f64, luck: f64, tolerance: f64) -> Share {
        let took =
            |stage: &Expected| stage.seconds * if stage.is_lottery() { luck } else { slower };
        let all: f64 = stages(false).iter().map(took).sum();
        let mut share = Share::start(stages(false), at(0.0));
        let (mut now, mut before) = (0.0, 0.0);
        for stage in stages(false) {
            share.reach(stage.begins, at(now));
            for _ in 0..20 {
                now += took(&stage) / 20.0;
                let told = share.at(at(now).wall, None);
                assert!(told.fraction >= before && told.fraction < 1.0);
                before = told.fraction;
                let off = told.fraction - now / all;
                assert!(off.abs() < tolerance, "{off} in {}", stage.name);
            }
        }
        share
    }

    #[test]
    fn only_the_next_stage_can_begin_but_a_phase_may_pass_over_some() {
        let mut share = Share::start(stages(true), at(0.0));
        assert!(!share.reach(Mark::Entered("Extension"), at(1.0)));
        assert_eq!(share.phase(), "load");
        assert!(share.reach(Mark::Phase("replay"), at(2.0)));
        assert!(share.reach(Mark::Phase("prove"), at(3.0)));
        assert!(!share.reach(Mark::Phase("tables"), at(4.0)));
        assert_eq!(share.phase(), "prove");
        let measured = share.measured(at(5.0));
        let walls: Vec<_> = measured.iter().map(|one| one.wall).collect();
        assert_eq!(walls, [2.0, 1.0, 0.0, 2.0]);
        assert_eq!(measured[3].processors, 4.0);
    }

    #[test]
    fn the_fraction_rises_to_the_end_as_the_work_does() {
        let share = play(1.0, 1.0, 0.03);
        assert_eq!(share.stage, share.stages.len() - 1);
    }

    #[test]
    fn a_machine_of_another_pace_is_soon_known() {
        play(3.0, 3.0, 0.08);
        play(0.4, 0.4, 0.08);
    }

    #[test]
    fn a_search_is_as_far_from_its_end_as_at_its_start() {
        let mut share = Share::start(stages(false), at(0.0));
        let lottery = stages(false)
            .into_iter()
            .rev()
            .find(|stage| stage.is_lottery());
        let mut now = 0.0;
        for stage in stages(false) {
            share.reach(stage.begins, at(now));
            if Some(stage.name) == lottery.map(|lottery| lottery.name) {
                break;
            }
            now += stage.seconds;
        }
        let early = share.at(at(now).wall, None);
        let late = share.at(at(now + 100.0).wall, None);
        assert_eq!(early.remaining, late.remaining);
        assert!(early.remaining > lottery.unwrap().seconds);
        assert!(late.fraction > early.fraction && late.fraction < 1.0);
    }

    #[test]
    fn a_stage_that_lasts_comes_ever_closer_to_its_end() {
        let mut share = Share::start(stages(false), at(0.0));
        let (early, late) = (share.at(at(10.0).wall, None), share.at(at(1e6).wall, None));
        assert!(early.fraction <= late.fraction && late.fraction <= ALMOST);
        assert!(late.remaining > 0.0);
    }

    #[test]
    fn what_can_be_counted_is_not_guessed() {
        let mut share = Share::start(stages(false), at(0.0));
        let slow = |share: &mut Share, part| share.at(at(7.0).wall, Some(part)).remaining;
        assert!(slow(&mut share, 0.1) > slow(&mut share, 0.2));
    }
}

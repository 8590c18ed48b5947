//! How much of a proof is done, from the stages behind it and the time in this one.

use std::time::Duration;

use super::stage::{Mark, Size, STAGES};

/// Before so much is done, the pace is that of the machine that was measured.
const PACE_FROM: f64 = 0.1;
/// A stage that lasts longer than expected comes ever closer to its end, from this part of it on.
const FULL: f64 = 0.8;

/// Where a proof is.
pub(super) struct Share {
    /// The first stage that is done at all: none makes tables that are there.
    first: usize,
    size: Size,
    expected: Vec<f64>,
    started: Duration,
    stage: usize,
    /// When each stage so far began.
    began: Vec<Duration>,
    told: f64,
}

impl Share {
    /// Begins with the tables, or after them when they are there.
    pub fn start(size: Size, has_tables: bool, now: Duration) -> Self {
        let first = usize::from(has_tables);
        let seconds = STAGES.iter().enumerate().map(|(index, stage)| {
            // A stage that costs nothing has no end to wait for.
            if index < first {
                0.0
            } else {
                stage.seconds(size).max(0.001)
            }
        });
        Self {
            first,
            size,
            expected: seconds.collect(),
            started: now,
            stage: first,
            began: vec![now; first + 1],
            told: 0.0,
        }
    }

    /// Goes to the next stage if this is how it begins.
    pub fn reach(&mut self, mark: Mark, now: Duration) {
        if STAGES
            .get(self.stage + 1)
            .is_some_and(|next| next.begins == mark)
        {
            self.stage += 1;
            self.began.push(now);
        }
    }

    /// The fraction that is done, never less than before, and the seconds that are left.
    pub fn at(&mut self, now: Duration) -> (f64, f64) {
        let all: f64 = self.expected.iter().sum();
        let before: f64 = self.expected[..self.stage].iter().sum();
        let spent = |since: Duration| now.saturating_sub(since).as_secs_f64();
        let at_start_of_stage = self.began[self.stage]
            .saturating_sub(self.started)
            .as_secs_f64();
        // Seconds here for a second there.
        let pace = if before < PACE_FROM * all {
            1.0
        } else {
            at_start_of_stage / before
        };
        let expected = self.expected[self.stage];
        let part = spent(self.began[self.stage]) / (expected * pace).max(1e-6);
        let part = if part <= FULL {
            part
        } else {
            1.0 - (1.0 - FULL) * (-(part - FULL) / (1.0 - FULL)).exp()
        };
        let done = before + expected * part;
        self.told = self.told.max(done / all).min(1.0);
        let pace = if done < PACE_FROM * all {
            1.0
        } else {
            spent(self.started) / done
        };
        (self.told, (all * (1.0 - self.told) * pace).max(0.0))
    }

    /// The phase that events name.
    pub fn phase(&self) -> &'static str {
        if self.stage == 0 {
            "tables"
        } else {
            "prove"
        }
    }

    /// What each stage took, for whoever measures their costs anew.
    pub fn seconds_by_stage(&self, now: Duration) -> String {
        let ends = self.began.iter().skip(self.first + 1).chain([&now]);
        let spans = self.began[self.first..].iter().zip(ends);
        let named = STAGES[self.first..].iter().zip(spans);
        let text: Vec<_> = named
            .map(|(stage, (began, ended))| {
                format!(
                    "{}={:.3}",
                    stage.name,
                    ended.saturating_sub(*began).as_secs_f64()
                )
            })
            .collect();
        format!("{:?} {}", self.size, text.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size::example();

    fn at(seconds: f64) -> Duration {
        Duration::from_secs_f64(seconds)
    }

    #[test]
    fn only_the_next_stage_can_begin() {
        let mut share = Share::start(SIZE, false, at(0.0));
        share.reach(Mark::Entered("Extension"), at(1.0));
        assert_eq!((share.stage, share.phase()), (0, "tables"));
        share.reach(Mark::Begun, at(2.0));
        share.reach(Mark::Begun, at(3.0));
        assert_eq!((share.stage, share.phase()), (1, "prove"));
        assert_eq!(Share::start(SIZE, true, at(0.0)).stage, 1);
    }

    #[test]
    fn the_fraction_rises_to_the_end_and_never_falls() {
        // A machine that is three times slower than the one that was measured.
        let mut share = Share::start(SIZE, false, at(0.0));
        let (mut now, mut before) = (0.0, 0.0);
        let all: f64 = STAGES.iter().map(|stage| 3.0 * stage.seconds(SIZE)).sum();
        for (index, stage) in STAGES.iter().enumerate() {
            if index > 0 {
                share.reach(stage.begins, at(now));
            }
            for _ in 0..20 {
                now += 3.0 * stage.seconds(SIZE) / 20.0;
                let (fraction, remaining) = share.at(at(now));
                assert!(fraction >= before && fraction <= 1.0);
                before = fraction;
                assert!(
                    (fraction - now / all).abs() < 0.12,
                    "{fraction} {}",
                    stage.name
                );
                assert!(now < 0.2 * all || (remaining + now - all).abs() < 0.3 * all);
            }
        }
        assert!(before > 0.99);
        assert_eq!(share.stage, STAGES.len() - 1);
    }

    #[test]
    fn a_stage_that_lasts_comes_ever_closer_to_its_end() {
        let mut share = Share::start(SIZE, false, at(0.0));
        let (early, _) = share.at(at(10.0));
        let (late, _) = share.at(at(10_000.0));
        let end = share.expected[0] / share.expected.iter().sum::<f64>();
        assert!(early <= late && late <= end);
    }
}

//! A ratio that is learned from many that scatter.

use serde::{Deserialize, Serialize};

/// The weight that a further sample has at least: what the machine did long ago fades.
const LEAST_WEIGHT: f64 = 0.125;
/// The same for one that was hindered less than those before.
const WEIGHT_OF_LESS: f64 = 0.5;
/// A sample that is farther off than this factor counts as if it were not.
const FARTHEST: f64 = 2.0;
/// No machine is so many times slower or faster than the one that was measured.
const MOST: f64 = 32.0;

/// A mean, of logarithms: half as fast and twice as fast are as far from as fast.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ratio {
    ratio: f64,
    samples: u32,
}

impl Default for Ratio {
    fn default() -> Self {
        Self {
            ratio: 1.0,
            samples: 0,
        }
    }
}

impl Ratio {
    /// How many times as many seconds as expected.
    pub fn value(self) -> f64 {
        self.ratio
    }

    /// Whether it can have been learned here.
    pub fn is_sound(self) -> bool {
        (1.0 / MOST..=MOST).contains(&self.ratio)
    }

    /// With a sample more; one that is no number changes nothing. The first counts whole.
    pub fn with(self, sample: Option<f64>) -> Self {
        let first = match self.samples {
            0 => 1.0,
            _ => 1.0 / f64::from(self.samples.saturating_add(1)),
        };
        let farthest = if self.samples == 0 { MOST } else { FARTHEST };
        self.learn(sample, first.max(LEAST_WEIGHT), farthest)
    }

    /// The same for what other work on the machine only makes larger: less than so far tells more, and counts
    /// however far it is off; more tells little, from the first one on.
    pub fn with_hindered(self, sample: Option<f64>) -> Self {
        let is_less = sample.is_some_and(|sample| sample < self.ratio);
        let (weight, farthest) = match is_less {
            true => (WEIGHT_OF_LESS, MOST),
            false => (LEAST_WEIGHT, FARTHEST),
        };
        self.learn(sample, weight, farthest)
    }

    fn learn(self, sample: Option<f64>, weight: f64, farthest: f64) -> Self {
        let Some(sample) = sample.filter(|sample| sample.is_finite() && *sample > 0.0) else {
            return self;
        };
        let sample = sample.clamp(1.0 / MOST, MOST);
        let off = (sample / self.ratio).ln();
        let off = off.clamp(-farthest.ln(), farthest.ln());
        Self {
            ratio: (self.ratio * (weight * off).exp()).clamp(1.0 / MOST, MOST),
            samples: self.samples.saturating_add(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learned(samples: &[f64]) -> f64 {
        let ratio = samples
            .iter()
            .fold(Ratio::default(), |ratio, sample| ratio.with(Some(*sample)));
        assert!(ratio.is_sound());
        ratio.value()
    }

    #[test]
    fn it_follows_a_machine_that_changes() {
        assert!((learned(&[3.0; 4]) - 3.0).abs() < 1e-9);
        let becomes_slower = [vec![1.0; 20], vec![1.6; 40]].concat();
        assert!((learned(&becomes_slower) - 1.6).abs() < 0.02);
    }

    #[test]
    fn one_odd_sample_moves_it_little() {
        let odd = |sample| learned(&[vec![1.0; 10], vec![sample]].concat());
        assert!((1.0..1.1).contains(&odd(1000.0)), "{}", odd(1000.0));
        assert!((0.9..1.0).contains(&odd(0.001)), "{}", odd(0.001));
    }

    #[test]
    fn what_was_hindered_is_soon_forgotten() {
        let learned = |samples: &[f64]| {
            let add = |ratio: Ratio, sample: &f64| ratio.with_hindered(Some(*sample));
            samples.iter().fold(Ratio::default(), add).value()
        };
        // A first proof on a loaded machine.
        assert!(learned(&[8.0]) < 1.1);
        assert!(learned(&[vec![8.0; 20], vec![1.0; 4]].concat()) < 1.2);
        assert!(learned(&[vec![1.0; 10], vec![3.0]].concat()) < 1.1);
        // A machine that always has other work.
        assert!(learned(&[3.0; 40]) > 2.8);
    }

    #[test]
    fn absurd_samples_are_bounded_or_passed_over() {
        assert_eq!(learned(&[1e300]), MOST);
        assert_eq!(learned(&[1e-300, 1e-300]), 1.0 / MOST);
        assert_eq!(learned(&[f64::NAN, f64::INFINITY, 0.0, -1.0]), 1.0);
        assert_eq!(Ratio::default().with(None), Ratio::default());
    }
}

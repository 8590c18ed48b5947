//! What lasts longer than expected comes ever closer to its end.

/// From this part on.
const FULL: f64 = 0.8;

/// The part that is said to be done for the part that should be: below 1 however large that gets.
pub(super) fn soft_end(part: f64) -> f64 {
    if part <= FULL {
        return part.max(0.0);
    }
    1.0 - (1.0 - FULL) * (-(part - FULL) / (1.0 - FULL)).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_rises_and_stays_below_one() {
        let told: Vec<f64> = [-1.0, 0.0, 0.4, 0.8, 0.9, 1.0, 2.0].map(soft_end).into();
        assert!(told.is_sorted() && told[6] < 1.0, "{told:?}");
        assert_eq!(&told[..4], [0.0, 0.0, 0.4, 0.8]);
    }
}

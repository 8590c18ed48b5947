//! What a proof takes at least, as far as the number of steps alone tells: enough to refuse many that do not fit
//! before their execution is read.

use stwo_cairo_adapter::memory::{EncodedMemoryValueId, Memory, MemoryConfig, MemoryValueId};
use stwo_cairo_adapter::{ProverInput, PublicSegmentContext};
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use super::memory::estimate_with_steps;
use super::tier::{is_chosen, variant_of_tier};
use super::{predict, Coefficients, TIERS};
use crate::replay::MAX_STEPS;

/// Bytes without which no proof of so many steps is made: in a tier, or in the one of them all that takes the least.
/// [`super::Needed`] never tells of less.
pub fn least_of_any(steps: u64, tier: Option<&str>) -> u64 {
    let named = tier.and_then(variant_of_tier);
    let chosen = TIERS.into_iter().map(|(variant, _)| variant);
    let chosen =
        chosen.filter(|variant| named.map_or(is_chosen(*variant), |named| *variant == named));
    chosen
        .filter_map(|variant| least(steps, variant))
        .min()
        .unwrap_or(0)
}

fn least(steps: u64, variant: PreProcessedTraceVariant) -> Option<u64> {
    let claim = predict(&without_steps(), variant)?;
    // The last state is that of no step. More steps than any run has are refused as such later.
    let rows = steps.min(MAX_STEPS).saturating_sub(1);
    let ways = [Coefficients::Kept, Coefficients::Recomputed];
    let estimates = ways.map(|way| estimate_with_steps(&claim, variant, way, rows));
    estimates.into_iter().min()
}

/// The tables of every run are at least those of this one.
fn without_steps() -> ProverInput {
    ProverInput {
        state_transitions: Default::default(),
        memory: Memory {
            config: MemoryConfig::default(),
            address_to_id: vec![EncodedMemoryValueId::encode(MemoryValueId::Empty)],
            f252_values: Vec::new(),
            small_values: Vec::new(),
        },
        pc_count: 0,
        public_memory_addresses: Vec::new(),
        builtin_segments: Default::default(),
        public_segment_context: PublicSegmentContext::new(&[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_grows_with_the_steps_and_with_the_tier_and_overflows_nowhere() {
        let small = least_of_any(1, None);
        assert!(small > 1 << 30, "{small}");
        assert_eq!(small, least_of_any(0, Some("small")));
        let million = least_of_any(1_000_001, None) - small;
        assert!(million > 150_000_000, "{million}");
        assert!(least_of_any(1, Some("small_25")) > 4 * small);
        assert_eq!(least_of_any(u64::MAX, None), least_of_any(MAX_STEPS, None));
    }
}

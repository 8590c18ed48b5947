//! The builtins' tables and those that they feed.

use std::collections::HashSet;

use cairo_air::components::*;
use stwo_cairo_adapter::builtins::MemorySegmentAddresses;
use stwo_cairo_adapter::ProverInput;
use stwo_cairo_common::builtins::{
    ADD_MOD_BUILTIN_MEMORY_CELLS, BITWISE_BUILTIN_MEMORY_CELLS, EC_OP_BUILTIN_MEMORY_CELLS,
    MUL_MOD_BUILTIN_MEMORY_CELLS, PEDERSEN_BUILTIN_MEMORY_CELLS, POSEIDON_BUILTIN_MEMORY_CELLS,
    RANGE_CHECK_96_BUILTIN_MEMORY_CELLS, RANGE_CHECK_BUILTIN_MEMORY_CELLS,
};
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use super::predict::log_size;
use super::tier::has_wide_windows;

/// What the builtins contribute to a claim.
#[derive(Default)]
pub(super) struct BuiltinTables {
    pub add_mod: Option<add_mod_builtin::Claim>,
    pub bitwise: Option<bitwise_builtin::Claim>,
    pub mul_mod: Option<mul_mod_builtin::Claim>,
    pub range_check96: Option<range_check96_builtin::Claim>,
    pub range_check: Option<range_check_builtin::Claim>,
    pub ec_op: Option<ec_op_builtin::Claim>,
    pub partial_ec_mul_generic: Option<partial_ec_mul_generic::Claim>,
    pub pedersen: Option<pedersen_builtin::Claim>,
    pub pedersen_aggregator_18: Option<pedersen_aggregator_window_bits_18::Claim>,
    pub partial_ec_mul_18: Option<partial_ec_mul_window_bits_18::Claim>,
    pub pedersen_points_18: Option<pedersen_points_table_window_bits_18::Claim>,
    pub pedersen_narrow_windows: Option<pedersen_builtin_narrow_windows::Claim>,
    pub pedersen_aggregator_9: Option<pedersen_aggregator_window_bits_9::Claim>,
    pub partial_ec_mul_9: Option<partial_ec_mul_window_bits_9::Claim>,
    pub pedersen_points_9: Option<pedersen_points_table_window_bits_9::Claim>,
    pub poseidon: Option<poseidon_builtin::Claim>,
    pub poseidon_aggregator: Option<poseidon_aggregator::Claim>,
    pub poseidon_partial_rounds: Option<poseidon_3_partial_rounds_chain::Claim>,
    pub poseidon_full_rounds: Option<poseidon_full_round_chain::Claim>,
    pub cube_252: Option<cube_252::Claim>,
    pub poseidon_round_keys: Option<poseidon_round_keys::Claim>,
    pub range_check_252: Option<range_check_252_width_27::Claim>,
}

/// A builtin's segment: where it starts, how many instances it holds.
struct Segment {
    start: u32,
    log_size: u32,
    instances: usize,
    cells: usize,
}

impl Segment {
    /// `Some(None)` when the builtin is not used; `None` when the segment is impossible.
    fn of(addresses: Option<MemorySegmentAddresses>, cells: usize) -> Option<Option<Self>> {
        let Some(addresses) = addresses else {
            return Some(None);
        };
        let length = addresses.stop_ptr.checked_sub(addresses.begin_addr)?;
        let instances = length / cells;
        if instances * cells != length || !instances.is_power_of_two() {
            return None;
        }
        let start = u32::try_from(addresses.begin_addr).ok()?;
        Some(Some(Self {
            start,
            log_size: instances.ilog2(),
            instances,
            cells,
        }))
    }

    /// How many instances differ in the values of their first `inputs` cells.
    fn distinct(&self, input: &ProverInput, inputs: usize) -> Option<usize> {
        let mut seen = HashSet::new();
        for instance in 0..self.instances {
            let start = self.start as usize + instance * self.cells;
            let ids = input.memory.address_to_id.get(start..start + inputs)?;
            let mut key = [0; 3];
            for (slot, id) in key.iter_mut().zip(ids) {
                *slot = id.0;
            }
            seen.insert(key);
        }
        Some(seen.len())
    }
}

impl BuiltinTables {
    /// Of a run; `None` when a tier has no room for them.
    pub fn of(input: &ProverInput, variant: PreProcessedTraceVariant) -> Option<Self> {
        let segments = &input.builtin_segments;
        let mut tables = Self::default();
        macro_rules! plain {
            ($($field:ident = $module:ident: $start:ident, $cells:expr;)*) => {
                $(tables.$field = Segment::of(segments.$module, $cells)?.map(|segment| $module::Claim {
                    log_size: segment.log_size,
                    $start: segment.start,
                });)*
            };
        }
        plain! {
            add_mod = add_mod_builtin: add_mod_builtin_segment_start, ADD_MOD_BUILTIN_MEMORY_CELLS;
            bitwise = bitwise_builtin: bitwise_builtin_segment_start, BITWISE_BUILTIN_MEMORY_CELLS;
            mul_mod = mul_mod_builtin: mul_mod_builtin_segment_start, MUL_MOD_BUILTIN_MEMORY_CELLS;
            range_check96 = range_check96_builtin: range_check96_builtin_segment_start, RANGE_CHECK_96_BUILTIN_MEMORY_CELLS;
            range_check = range_check_builtin: range_check_builtin_segment_start, RANGE_CHECK_BUILTIN_MEMORY_CELLS;
            ec_op = ec_op_builtin: ec_op_builtin_segment_start, EC_OP_BUILTIN_MEMORY_CELLS;
        }
        if let Some(ec_op) = &tables.ec_op {
            let log_size = times(ec_op.log_size, 252)?;
            tables.partial_ec_mul_generic = Some(partial_ec_mul_generic::Claim { log_size });
        }
        tables.add_pedersen(input, variant)?;
        tables.add_poseidon(input)?;
        Some(tables)
    }

    fn add_pedersen(
        &mut self,
        input: &ProverInput,
        variant: PreProcessedTraceVariant,
    ) -> Option<()> {
        let addresses = input.builtin_segments.pedersen_builtin;
        let Some(segment) = Segment::of(addresses, PEDERSEN_BUILTIN_MEMORY_CELLS)? else {
            return Some(());
        };
        let aggregated = log_size(segment.distinct(input, 3)?)?;
        let Segment {
            start: pedersen_builtin_segment_start,
            log_size,
            ..
        } = segment;
        if !has_wide_windows(variant) {
            self.pedersen_narrow_windows = Some(pedersen_builtin_narrow_windows::Claim {
                log_size,
                pedersen_builtin_segment_start,
            });
            self.pedersen_aggregator_9 = Some(pedersen_aggregator_window_bits_9::Claim {
                log_size: aggregated,
            });
            self.partial_ec_mul_9 = Some(partial_ec_mul_window_bits_9::Claim {
                log_size: times(aggregated, 56)?,
            });
            self.pedersen_points_9 = Some(pedersen_points_table_window_bits_9::Claim {});
        } else {
            self.pedersen = Some(pedersen_builtin::Claim {
                log_size,
                pedersen_builtin_segment_start,
            });
            self.pedersen_aggregator_18 = Some(pedersen_aggregator_window_bits_18::Claim {
                log_size: aggregated,
            });
            self.partial_ec_mul_18 = Some(partial_ec_mul_window_bits_18::Claim {
                log_size: times(aggregated, 28)?,
            });
            self.pedersen_points_18 = Some(pedersen_points_table_window_bits_18::Claim {});
        }
        Some(())
    }

    fn add_poseidon(&mut self, input: &ProverInput) -> Option<()> {
        let addresses = input.builtin_segments.poseidon_builtin;
        let Some(segment) = Segment::of(addresses, POSEIDON_BUILTIN_MEMORY_CELLS)? else {
            return Some(());
        };
        let aggregated = log_size(segment.distinct(input, 3)?)?;
        self.poseidon = Some(poseidon_builtin::Claim {
            log_size: segment.log_size,
            poseidon_builtin_segment_start: segment.start,
        });
        self.poseidon_aggregator = Some(poseidon_aggregator::Claim {
            log_size: aggregated,
        });
        self.poseidon_full_rounds = Some(poseidon_full_round_chain::Claim {
            log_size: times(aggregated, 8)?,
        });
        self.poseidon_partial_rounds = Some(poseidon_3_partial_rounds_chain::Claim {
            log_size: times(aggregated, 27)?,
        });
        // Two for each permutation, three for each row of either chain of rounds (8 and 32 rows each).
        self.cube_252 = Some(cube_252::Claim {
            log_size: times(aggregated, 2 + 3 * 8 + 3 * 32)?,
        });
        self.range_check_252 = Some(range_check_252_width_27::Claim {
            log_size: times(aggregated, 2 + 3 * 32)?,
        });
        self.poseidon_round_keys = Some(poseidon_round_keys::Claim {});
        Some(())
    }
}

/// The size of a table that gets `factor` rows for each row of one of size `log_size`.
fn times(log_rows: u32, factor: usize) -> Option<u32> {
    log_size(1usize.checked_shl(log_rows)?.checked_mul(factor)?)
}

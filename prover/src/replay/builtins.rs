//! What the builtins' tables compute with before anything is compared. (What they only compare,
//! such as a hash's result, needs no check here: if it is wrong, no valid proof comes out.)

mod ec_op;
mod mul_mod;

use std::ops::Range;

use rayon::prelude::*;
use stwo_cairo_adapter::builtins::{BuiltinSegments, MemorySegmentAddresses};
use stwo_cairo_common::builtins::{EC_OP_BUILTIN_MEMORY_CELLS, MUL_MOD_BUILTIN_MEMORY_CELLS};

use super::memory::Cells;

/// Checks every builtin's segment.
///
/// # Errors
/// Why it cannot be one.
pub(super) fn check(cells: &Cells<'_>, segments: &BuiltinSegments) -> Result<(), String> {
    let inside = |segment: &MemorySegmentAddresses| {
        segment.begin_addr > 0
            && segment.begin_addr < segment.stop_ptr
            && segment.stop_ptr <= cells.len()
    };
    let all = [
        segments.add_mod_builtin,
        segments.bitwise_builtin,
        segments.output,
        segments.mul_mod_builtin,
        segments.pedersen_builtin,
        segments.poseidon_builtin,
        segments.range_check96_builtin,
        segments.range_check_builtin,
        segments.ec_op_builtin,
    ];
    if !all.iter().flatten().all(inside) {
        return Err("a builtin's segment lies outside its memory".into());
    }
    check_range(cells, segments.range_check_builtin, 128)?;
    check_range(cells, segments.range_check96_builtin, 96)?;
    each(
        segments.mul_mod_builtin,
        MUL_MOD_BUILTIN_MEMORY_CELLS,
        |at| mul_mod::check(cells, at),
    )?;
    each(segments.ec_op_builtin, EC_OP_BUILTIN_MEMORY_CELLS, |at| {
        ec_op::check(cells, at)
    })
}

fn range(segment: Option<MemorySegmentAddresses>) -> Range<i64> {
    segment.map_or(0..0, |segment| {
        segment.begin_addr as i64..segment.stop_ptr as i64
    })
}

fn check_range(
    cells: &Cells<'_>,
    segment: Option<MemorySegmentAddresses>,
    bits: u32,
) -> Result<(), String> {
    let in_range = |address: i64| {
        cells
            .small(address)
            .is_ok_and(|value| bits == 128 || value >> bits == 0)
    };
    if range(segment).into_par_iter().all(in_range) {
        return Ok(());
    }
    Err(format!(
        "a value that was to be checked to have {bits} bits has more"
    ))
}

fn each(
    segment: Option<MemorySegmentAddresses>,
    size: usize,
    check: impl Fn(i64) -> Result<(), String> + Sync,
) -> Result<(), String> {
    let range = range(segment);
    let size = size as i64;
    let instances = (range.end - range.start) / size;
    (0..instances)
        .into_par_iter()
        .try_for_each(|instance| check(range.start + instance * size))
}

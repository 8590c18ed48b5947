//! What the builtins' tables compute with before anything is compared, and the sizes that they may have. (What they only
//! compare, such as a hash's result, needs no check here: if it is wrong, no valid proof comes out.)

mod ec_op;
mod modular;

use std::ops::Range;

use rayon::prelude::*;
use stwo_cairo_adapter::builtins::{BuiltinSegments, MemorySegmentAddresses, MIN_SEGMENT_SIZE};
use stwo_cairo_common::builtins::{
    ADD_MOD_BUILTIN_MEMORY_CELLS, BITWISE_BUILTIN_MEMORY_CELLS, EC_OP_BUILTIN_MEMORY_CELLS,
    MUL_MOD_BUILTIN_MEMORY_CELLS, PEDERSEN_BUILTIN_MEMORY_CELLS, POSEIDON_BUILTIN_MEMORY_CELLS,
    RANGE_CHECK_96_BUILTIN_MEMORY_CELLS, RANGE_CHECK_BUILTIN_MEMORY_CELLS,
};

use super::memory::Cells;

/// Checks every builtin's segment.
///
/// # Errors
/// Why it cannot be one.
pub(super) fn check(cells: &Cells<'_>, segments: &BuiltinSegments) -> Result<(), String> {
    let tables = [
        (segments.add_mod_builtin, ADD_MOD_BUILTIN_MEMORY_CELLS),
        (segments.bitwise_builtin, BITWISE_BUILTIN_MEMORY_CELLS),
        (segments.mul_mod_builtin, MUL_MOD_BUILTIN_MEMORY_CELLS),
        (segments.pedersen_builtin, PEDERSEN_BUILTIN_MEMORY_CELLS),
        (segments.poseidon_builtin, POSEIDON_BUILTIN_MEMORY_CELLS),
        (
            segments.range_check96_builtin,
            RANGE_CHECK_96_BUILTIN_MEMORY_CELLS,
        ),
        (
            segments.range_check_builtin,
            RANGE_CHECK_BUILTIN_MEMORY_CELLS,
        ),
        (segments.ec_op_builtin, EC_OP_BUILTIN_MEMORY_CELLS),
    ];
    let inside = |segment: &MemorySegmentAddresses| {
        segment.begin_addr > 0
            && segment.begin_addr < segment.stop_ptr
            && segment.stop_ptr <= cells.len()
    };
    let mut all = tables.iter().map(|(segment, _)| segment);
    if !all.all(|segment| segment.iter().all(inside)) || !segments.output.iter().all(inside) {
        return Err("a builtin's segment lies outside its memory".into());
    }
    if !tables.into_iter().all(fills_a_table) {
        return Err("a builtin's segment has not the size that a table has".into());
    }
    check_range(cells, segments.range_check_builtin, 128)?;
    check_range(cells, segments.range_check96_builtin, 96)?;
    each(
        segments.bitwise_builtin,
        BITWISE_BUILTIN_MEMORY_CELLS,
        |at| check_bits(cells, at),
    )?;
    each(
        segments.add_mod_builtin,
        ADD_MOD_BUILTIN_MEMORY_CELLS,
        |at| modular::check_sum(cells, at),
    )?;
    each(
        segments.mul_mod_builtin,
        MUL_MOD_BUILTIN_MEMORY_CELLS,
        |at| modular::check_product(cells, at),
    )?;
    each(segments.ec_op_builtin, EC_OP_BUILTIN_MEMORY_CELLS, |at| {
        ec_op::check(cells, at)
    })
}

/// Whether a segment has so many instances as a table has rows: the adapter makes up those that are missing.
fn fills_a_table((segment, size): (Option<MemorySegmentAddresses>, usize)) -> bool {
    segment.is_none_or(|segment| {
        let length = segment.stop_ptr - segment.begin_addr;
        let instances = length / size;
        length % size == 0 && instances.is_power_of_two() && instances >= MIN_SEGMENT_SIZE
    })
}

/// Checks the inputs of an instance of `bitwise`: no more than 251 bits, as the table takes them apart.
fn check_bits(cells: &Cells<'_>, at: i64) -> Result<(), String> {
    for input in [at, at + 1] {
        if cells.words(input)?[7] >> (251 - 7 * 32) != 0 {
            return Err("an input of a bitwise operation has more than 251 bits".into());
        }
    }
    Ok(())
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

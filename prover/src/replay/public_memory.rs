//! The cells that a proof shows: program, safe call, the builtins' pointers, output.

use super::memory::Cells;

/// Their addresses.
///
/// # Errors
/// Why the memory cannot be that of a finished run.
pub(super) fn addresses(
    cells: &Cells<'_>,
    initial_ap: u32,
    final_ap: usize,
    n_segments: usize,
) -> Result<Vec<u32>, String> {
    let n_segments = u32::try_from(n_segments).map_err(|_| "too many segments")?;
    let final_ap = u32::try_from(final_ap).map_err(|_| "it ends outside its memory")?;
    let stops = final_ap
        .checked_sub(n_segments)
        .filter(|stops| *stops >= initial_ap);
    let stops = stops.ok_or("its stack ends before it starts")?;
    let start = cells.pointer(i64::from(initial_ap))?;
    let stop = cells.pointer(i64::from(stops))?;
    let output = u32::try_from(start).ok().zip(u32::try_from(stop).ok());
    let output = output.filter(|(start, stop)| start <= stop && *stop as usize <= cells.len());
    let (start, stop) = output.ok_or("its output lies outside its memory")?;
    let pointers = initial_ap + n_segments;
    if pointers as usize > cells.len() || final_ap as usize > cells.len() {
        return Err("its pointers lie outside its memory".into());
    }
    Ok((1..pointers)
        .chain(stops..final_ap)
        .chain(start..stop)
        .collect())
}

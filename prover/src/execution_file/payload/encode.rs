//! Writes the payload.

use std::io::{self, Write};

use bincode::Options;

use super::byte_planes::write_planes;
use super::cell_symbol::CellSymbols;
use super::{Facts, BLOCK, LARGE_BYTES, SMALL_BYTES};
use crate::replay::Recording;

/// Writes a run, uncompressed.
///
/// # Errors
/// Those of `out`, and one for a memory that is none.
pub fn encode(run: &Recording, out: &mut impl Write) -> io::Result<()> {
    let memory = &run.memory;
    let facts = Facts {
        builtin_segments: run.builtin_segments.clone(),
        public_segments: run.public_segments.clone(),
        initial_ap: run.initial_ap,
        steps: run.steps,
        small: memory.small_values.len() as u64,
        large: memory.f252_values.len() as u64,
        cells: memory.address_to_id.len() as u64,
    };
    bincode::DefaultOptions::new()
        .with_fixint_encoding()
        .serialize_into(&mut *out, &facts)
        .map_err(io::Error::other)?;
    for block in memory.small_values.chunks(BLOCK) {
        let small: Option<Vec<_>> = block.iter().map(|value| small_bytes(*value)).collect();
        write_planes(
            out,
            &small.ok_or_else(|| none("a small value that is large"))?,
        )?;
    }
    for value in &memory.f252_values {
        out.write_all(&large_bytes(value))?;
    }
    let mut symbols = CellSymbols::default();
    for block in memory.address_to_id.chunks(BLOCK) {
        let symbols = block.iter().map(|cell| symbols.symbol(*cell));
        let symbols: Option<Vec<_>> = symbols.map(|symbol| symbol.map(u32::to_le_bytes)).collect();
        write_planes(out, &symbols.ok_or_else(|| none("a cell of no kind"))?)?;
    }
    Ok(())
}

fn small_bytes(value: u128) -> Option<[u8; SMALL_BYTES]> {
    let bytes = value.to_le_bytes();
    let is_small = bytes[SMALL_BYTES..].iter().all(|byte| *byte == 0);
    is_small.then(|| std::array::from_fn(|index| bytes[index]))
}

fn large_bytes(value: &[u32; 8]) -> [u8; LARGE_BYTES] {
    std::array::from_fn(|index| value[index / 4].to_le_bytes()[index % 4])
}

fn none(what: &str) -> io::Error {
    io::Error::other(format!("the run's memory has {what}"))
}

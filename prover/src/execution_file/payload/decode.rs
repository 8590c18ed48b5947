//! Reads the payload: it may come from anybody.

use std::io::Read;

use bincode::Options;
use stwo_cairo_adapter::memory::{EncodedMemoryValueId, Memory, MemoryConfig};
use stwo_cairo_common::memory::MEMORY_ADDRESS_BOUND;

use super::byte_planes::read_planes;
use super::cell_symbol::CellSymbols;
use super::{Facts, BLOCK, LARGE_BYTES, SMALL_BYTES};
use crate::replay::Recording;

/// The facts take less, in bytes.
const MAX_FACTS: u64 = 4096;
/// A run takes no more than this, in bytes, beside what its steps take.
const PAYLOAD_BASE: u64 = 256 << 20;
/// The most bytes that a step adds, with all the memory that it may touch for the first time.
const PAYLOAD_PER_STEP: u64 = 256;

/// Small values that S-two's adapter makes; those beyond it are as large ones.
const MAX_SMALL: u64 = 1 << 24;

/// Why there is no run to be had.
#[derive(Debug, PartialEq, Eq)]
pub enum Undecodable {
    Invalid(String),
    /// It may be one, but its memory takes more bytes than there are.
    NoRoom {
        needed: u64,
    },
}

impl From<String> for Undecodable {
    fn from(why: String) -> Self {
        Self::Invalid(why)
    }
}

/// Reads a run that claims to have so many steps, into so many bytes of memory at most. They are taken as the run comes,
/// so none for a claim alone.
///
/// # Errors
/// Why it cannot.
pub fn decode(input: &mut impl Read, steps: u64, room: u64) -> Result<Recording, Undecodable> {
    let facts: Facts = bincode::DefaultOptions::new()
        .with_fixint_encoding()
        .with_limit(MAX_FACTS)
        .deserialize_from(&mut *input)
        .map_err(|error| error.to_string())?;
    let [small, large, cells] = counts(&facts, steps)?;
    let needed = in_memory([small, large, cells]);
    if needed > room {
        return Err(Undecodable::NoRoom { needed });
    }
    let mut memory = Memory {
        config: MemoryConfig::default(),
        address_to_id: Vec::new(),
        f252_values: Vec::new(),
        small_values: Vec::new(),
    };
    for count in blocks(small) {
        let values = planes::<SMALL_BYTES>(input, count)?;
        memory.small_values.extend(values.iter().map(small_value));
    }
    for _ in 0..large {
        let mut bytes = [0u8; LARGE_BYTES];
        input.read_exact(&mut bytes).map_err(text)?;
        memory.f252_values.push(large_value(&bytes));
    }
    memory.address_to_id = read_cells(input, cells)?;
    Ok(Recording {
        memory,
        builtin_segments: facts.builtin_segments,
        public_segments: facts.public_segments,
        initial_ap: facts.initial_ap,
        steps: facts.steps,
    })
}

/// How many values and cells there are, if there may be so many.
fn counts(facts: &Facts, steps: u64) -> Result<[usize; 3], String> {
    let counts = [facts.small, facts.large, facts.cells];
    if counts
        .iter()
        .any(|count| *count > MEMORY_ADDRESS_BOUND as u64)
    {
        return Err("it has more memory than there are addresses".into());
    }
    if facts.small > MAX_SMALL {
        return Err("it has more small values than a run is recorded with".into());
    }
    let bytes =
        SMALL_BYTES as u64 * facts.small + LARGE_BYTES as u64 * facts.large + 4 * facts.cells;
    if bytes
        > PAYLOAD_PER_STEP
            .saturating_mul(steps)
            .saturating_add(PAYLOAD_BASE)
    {
        return Err("it has more memory than its steps can fill".into());
    }
    Ok(counts.map(|count| count as usize))
}

/// Bytes that a run's memory takes once it is read.
fn in_memory([small, large, cells]: [usize; 3]) -> u64 {
    let of = |count: usize, size: usize| count as u64 * size as u64;
    of(small, size_of::<u128>())
        + of(large, size_of::<[u32; 8]>())
        + of(cells, size_of::<EncodedMemoryValueId>())
}

fn read_cells(input: &mut impl Read, cells: usize) -> Result<Vec<EncodedMemoryValueId>, String> {
    let mut symbols = CellSymbols::default();
    let mut read = Vec::new();
    for count in blocks(cells) {
        for symbol in planes::<4>(input, count)? {
            let cell = symbols.cell(u32::from_le_bytes(symbol));
            read.push(cell.ok_or("a cell has a value that there is not")?);
        }
    }
    Ok(read)
}

/// The sizes of the blocks of so many.
fn blocks(all: usize) -> impl Iterator<Item = usize> {
    (0..all)
        .step_by(BLOCK)
        .map(move |start| BLOCK.min(all - start))
}

fn planes<const WIDTH: usize>(
    input: &mut impl Read,
    count: usize,
) -> Result<Vec<[u8; WIDTH]>, String> {
    read_planes(input, count).map_err(text)
}

fn small_value(bytes: &[u8; SMALL_BYTES]) -> u128 {
    let byte = |index: usize| bytes.get(index).copied().unwrap_or(0);
    u128::from_le_bytes(std::array::from_fn(byte))
}

fn large_value(bytes: &[u8; LARGE_BYTES]) -> [u32; 8] {
    std::array::from_fn(|word| {
        u32::from_le_bytes(std::array::from_fn(|byte| bytes[4 * word + byte]))
    })
}

fn text(error: std::io::Error) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_counted_as_it_will_lie_in_memory() {
        assert_eq!(in_memory([2, 3, 5]), 2 * 16 + 3 * 32 + 5 * 4);
        let all = MEMORY_ADDRESS_BOUND;
        assert_eq!(in_memory([all, all, all]), 26 << 30);
    }
}

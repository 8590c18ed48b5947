//! The values that a program returned, read from the memory of its run.

use std::ops::Range;

use stwo_cairo_adapter::memory::{EncodedMemoryValueId, MemoryValueId};
use stwo_cairo_adapter::ProverInput;

use crate::failure::{Code, Failure, Outcome};
use crate::felt::{from_words, Felt};

/// Where the output lies: its first address, and the first address after it. `None` when the
/// memory cannot be that of a finished run.
pub fn output_segment(input: &ProverInput) -> Option<Range<u32>> {
    let initial_ap = input.state_transitions.initial_state.ap.0;
    let final_ap = input.state_transitions.final_state.ap.0;
    let n_segments = input
        .public_segment_context
        .iter()
        .filter(|present| **present)
        .count();
    // The pointers stand on the stack: those to the starts where it starts, to the ends where it ends.
    let start = small(input, initial_ap)?;
    let stop = small(
        input,
        final_ap.checked_sub(u32::try_from(n_segments).ok()?)?,
    )?;
    (start <= stop).then_some(start..stop)
}

/// The output itself.
pub fn output(input: &ProverInput) -> Option<Vec<Felt>> {
    output_segment(input)?
        .map(|address| from_words(&words(input, address)?))
        .collect()
}

/// Checks that there are no more than so many values.
///
/// # Errors
/// `OUTPUT_TOO_LARGE`.
pub fn bound_output(output: &[Felt], most: usize) -> Outcome<()> {
    if output.len() <= most {
        return Ok(());
    }
    let message = format!(
        "The program returned {} values; at most {most}.",
        output.len()
    );
    let help = "Return less: a digest, or the best of the results. Each value stands in the proof.";
    Err(Failure::new(Code::OutputTooLarge, message, help).with("limit", most))
}

fn small(input: &ProverInput, address: u32) -> Option<u32> {
    let words = words(input, address)?;
    (words[1..] == [0; 7]).then_some(words[0])
}

/// The value of a cell, if there is one.
pub(super) fn words(input: &ProverInput, address: u32) -> Option<[u32; 8]> {
    let id: &EncodedMemoryValueId = input.memory.address_to_id.get(address as usize)?;
    match id.decode() {
        MemoryValueId::Small(id) => {
            let value = *input.memory.small_values.get(id as usize)?;
            let word = |index: u32| (value >> (32 * index)) as u32;
            Some([word(0), word(1), word(2), word(3), 0, 0, 0, 0])
        }
        MemoryValueId::F252(id) => input.memory.f252_values.get(id as usize).copied(),
        MemoryValueId::Empty => None,
    }
}

//! The program of a run, read from its memory.

use stwo_cairo_adapter::ProverInput;

use super::output::words;
use crate::executable::MAX_WORDS;
use crate::felt::{from_words, Felt};

/// Between program and stack stand the two cells of the safe call.
const SAFE_CALL_CELLS: u32 = 2;

/// The bytecode, as a proof of the run shows it; `None` when it has more words than any program may have, or one that is
/// no field element.
pub fn program(input: &ProverInput) -> Option<Vec<Felt>> {
    let initial_ap = input.state_transitions.initial_state.ap.0;
    let end = initial_ap.checked_sub(SAFE_CALL_CELLS)?;
    if end as usize > MAX_WORDS + 1 {
        return None;
    }
    (1..end)
        .map(|address| from_words(&words(input, address)?))
        .collect()
}

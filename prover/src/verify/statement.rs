//! Holes 4, 9 and 10 of SOUNDNESS.md: the stock verifier says nothing of which program ran, and takes the cells from
//! the final `ap` on for the output, wherever the program wrote its own.

use cairo_air::air::{MemorySection, PublicSegmentRanges, SegmentRange};
use cairo_air::claims::CairoClaim;
use stwo_cairo_adapter::PublicSegmentContext;

use super::{Invalid, Reason, Verdict};
use crate::executable::CheckedExecutable;
use crate::execute::MAX_OUTPUT;
use crate::felt::to_words;

/// The program section starts at address 1; after it stand the two cells of the safe call.
const BEFORE_STACK: usize = 3;

/// Compares program and builtins with the executable, word by word.
///
/// The program hash alone would do for the words, but not for the builtins: with their names
/// exchanged, a range check's values could stand in a segment that nothing checks.
pub(super) fn check_program(claim: &CairoClaim, program: &CheckedExecutable) -> Verdict<()> {
    let memory = &claim.public_data.public_memory;
    let same_words = memory.program.len() == program.bytecode.len()
        && memory
            .program
            .iter()
            .zip(&program.bytecode)
            .all(|((_, found), word)| *found == to_words(word));
    if !same_words {
        let message = format!(
            "it is a proof of another program; expected {}",
            program.program_hash
        );
        return Err(Invalid::new(Reason::WrongProgram, message));
    }
    let expected = PublicSegmentContext::new(&program.builtins);
    if present(&memory.public_segments) != *expected {
        let message = "it is a proof of the same bytecode with other builtins";
        return Err(Invalid::new(Reason::WrongProgram, message));
    }
    Ok(())
}

/// Demands that what the proof calls output is the output segment, whole, and that the stack
/// starts right after the program.
pub(super) fn check_output_segment(claim: &CairoClaim) -> Verdict<()> {
    let data = &claim.public_data;
    let memory = &data.public_memory;
    if data.initial_state.ap.0 as usize != memory.program.len() + BEFORE_STACK {
        return Err(Invalid::proof(
            "its stack does not start right after its program",
        ));
    }
    let SegmentRange {
        start_ptr,
        stop_ptr,
    } = memory.public_segments.output;
    if start_ptr.value != data.final_state.ap.0 {
        return Err(Invalid::proof(
            "what it calls output is not where the program wrote its own",
        ));
    }
    let length = stop_ptr.value.checked_sub(start_ptr.value);
    if length.map(|length| length as usize) != Some(memory.output.len()) {
        return Err(Invalid::proof(
            "what it calls output is not all that the program wrote",
        ));
    }
    if memory.output.len() > MAX_OUTPUT {
        return Err(Invalid::proof(format!(
            "it has more than {MAX_OUTPUT} output values"
        )));
    }
    check_ids(&memory.program)?;
    check_ids(&memory.output)?;
    let pointers = memory.public_segments.present_segments().into_iter();
    let pointers = pointers.flat_map(|segment| [segment.start_ptr, segment.stop_ptr]);
    let ids = pointers
        .map(|pointer| pointer.id)
        .chain(memory.safe_call_ids);
    reduced(ids)
}

fn check_ids(section: &MemorySection) -> Verdict<()> {
    reduced(section.iter().map(|(id, _)| *id))
}

/// Ids are field elements that the proof carries as plain numbers.
fn reduced(mut ids: impl Iterator<Item = u32>) -> Verdict<()> {
    if ids.any(|id| id >= stwo::core::fields::m31::P) {
        return Err(Invalid::proof(
            "an id of its public memory is outside the field",
        ));
    }
    Ok(())
}

fn present(segments: &PublicSegmentRanges) -> [bool; 11] {
    [
        true,
        segments.pedersen.is_some(),
        segments.range_check_128.is_some(),
        segments.ecdsa.is_some(),
        segments.bitwise.is_some(),
        segments.ec_op.is_some(),
        segments.keccak.is_some(),
        segments.poseidon.is_some(),
        segments.range_check_96.is_some(),
        segments.add_mod.is_some(),
        segments.mul_mod.is_some(),
    ]
}

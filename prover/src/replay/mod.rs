//! Replays a run from its memory alone.
//!
//! An execution may come from anybody, and S-two's prover believes what it is given: it counts
//! lookups in tables without checking bounds, so a run that is none would let it write anywhere
//! in its memory. Therefore an execution file carries nothing but the memory and where the
//! builtins' segments lie. The steps are replayed here, each against the memory, and what the
//! builtins' tables compute with is checked; only then does the prover see the run.

mod builtins;
mod extensions;
mod instruction;
mod machine;
mod memory;
mod operands;
mod public_memory;

use cairo_vm::vm::trace::trace_entry::RelocatedTraceEntry;
use serde::{Deserialize, Serialize};
use stwo_cairo_adapter::builtins::BuiltinSegments;
use stwo_cairo_adapter::memory::{Memory, MemoryBuilder, MemoryConfig};
use stwo_cairo_adapter::opcodes::StateTransitions;
use stwo_cairo_adapter::{ProverInput, PublicSegmentContext};

use machine::Machine;
use memory::Cells;

/// More than any tier has room for.
pub const MAX_STEPS: u64 = 1 << 29;

/// What an execution file carries of a run. Files have an encoding of their own; this one serves to alter single fields.
#[derive(Serialize, Deserialize)]
pub struct Recording {
    pub(crate) memory: Memory,
    pub(crate) builtin_segments: BuiltinSegments,
    pub(crate) public_segments: PublicSegmentContext,
    /// Where the stack starts, right after the program.
    pub(crate) initial_ap: u32,
    /// The number of states that the run went through.
    pub(crate) steps: u64,
}

impl Recording {
    /// Records a run.
    pub fn of(input: ProverInput, steps: u64) -> Self {
        let initial_ap = input.state_transitions.initial_state.ap.0;
        let ProverInput {
            memory,
            builtin_segments,
            public_segment_context,
            ..
        } = input;
        Self {
            memory,
            builtin_segments,
            public_segments: public_segment_context,
            initial_ap,
            steps,
        }
    }

    /// The number of states that it claims to have.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// Replays it.
    ///
    /// # Errors
    /// Why this is no run of the Cairo VM.
    pub fn replay(self) -> Result<ProverInput, String> {
        let Self {
            memory,
            builtin_segments,
            public_segments,
            initial_ap,
            steps,
        } = self;
        let cells = Cells::check(&memory)?;
        if !public_segments[0] {
            return Err("its program has no output".into());
        }
        let trace = trace(&cells, initial_ap, steps)?;
        builtins::check(&cells, &builtin_segments)?;
        let n_segments = public_segments.iter().filter(|present| **present).count();
        let final_ap = trace.last().map_or(0, |last| last.ap);
        let public_memory_addresses =
            public_memory::addresses(&cells, initial_ap, final_ap, n_segments)?;
        let mut builder = MemoryBuilder::new(MemoryConfig::default());
        *builder = memory;
        let state_transitions = StateTransitions::from_slice_parallel(&trace, &builder);
        let (memory, instructions) = builder.build();
        Ok(ProverInput {
            state_transitions,
            memory,
            pc_count: instructions.len(),
            public_memory_addresses,
            builtin_segments,
            public_segment_context: public_segments,
        })
    }
}

fn trace(
    cells: &Cells<'_>,
    initial_ap: u32,
    steps: u64,
) -> Result<Vec<RelocatedTraceEntry>, String> {
    if steps > MAX_STEPS {
        return Err(format!("it has more than {MAX_STEPS} steps"));
    }
    let mut machine = Machine::start(cells, initial_ap)?;
    let mut trace = Vec::new();
    while trace.len() as u64 + 1 < steps && !machine.has_ended() {
        trace.push(machine.state());
        machine
            .step()
            .map_err(|why| format!("step {}: {why}", trace.len()))?;
    }
    trace.push(machine.state());
    if !machine.has_ended() || trace.len() as u64 != steps {
        return Err("its program does not end when it says".into());
    }
    Ok(trace)
}

//! One run in the Cairo VM.

use std::collections::BTreeMap;

use cairo_lang_runner::{build_hints_dict, Arg, CairoHintProcessor};
use cairo_vm::cairo_run::{cairo_run_program_with_initial_scope, CairoRunConfig};
use cairo_vm::types::exec_scope::ExecutionScopes;
use cairo_vm::types::layout_name::LayoutName;
use cairo_vm::types::program::Program;
use cairo_vm::types::relocatable::MaybeRelocatable;
use cairo_vm::vm::runners::cairo_runner::{CairoRunner, RunResources};
use stwo_cairo_adapter::adapter::adapt;
use stwo_cairo_adapter::{ProverInput, PublicSegmentContext};

use super::counted_hints::CountedHints;
use super::{bound_output, failed, output, prints, Calldata, MAX_OUTPUT};
use crate::executable::CheckedExecutable;
use crate::failure::Outcome;
use crate::felt::Felt;
use crate::guard;
use crate::progress::{self, Steps};

/// A finished run.
pub struct Execution {
    pub input: ProverInput,
    pub steps: usize,
    pub output: Vec<Felt>,
    /// Instances used of each builtin of the program.
    pub builtins: BTreeMap<String, usize>,
}

/// Runs a program on an input group, and counts its steps while it runs.
///
/// # Errors
/// `PROGRAM_PANICKED`, `PROGRAM_FAILED`, `STEP_LIMIT`, `OUTPUT_TOO_LARGE`.
pub fn run(
    program: &CheckedExecutable,
    values: &[Felt],
    calldata: Calldata,
    max_steps: usize,
    steps: Steps,
) -> Outcome<Execution> {
    progress::begin("execute");
    let mut hints = CountedHints {
        hints: hint_processor(program, calldata.arguments(values)),
        steps,
        max_steps,
    };
    let result = prints::caught(|| guard::catch(|| run_vm(program, &mut hints)));
    let runner = failed::explain(result, &hints.hints.markers, max_steps)?;
    progress::begin("adapt");
    guard::catch(|| finish(&runner, program)).map_err(failed::unprovable)?
}

fn hint_processor(program: &CheckedExecutable, arguments: Vec<Arg>) -> CairoHintProcessor<'static> {
    let (_, string_to_hint) = build_hints_dict(&program.executable.program.hints);
    CairoHintProcessor {
        runner: None,
        user_args: vec![vec![Arg::Array(arguments)]],
        string_to_hint,
        starknet_state: Default::default(),
        run_resources: RunResources::default(),
        syscalls_used_resources: Default::default(),
        no_temporary_segments: false,
        markers: Default::default(),
        panic_traceback: Default::default(),
    }
}

fn run_vm(
    program: &CheckedExecutable,
    hints: &mut CountedHints<'_>,
) -> Result<CairoRunner, failed::VmError> {
    let data = program
        .bytecode
        .iter()
        .copied()
        .map(MaybeRelocatable::from)
        .collect();
    let (hints_by_offset, _) = build_hints_dict(&program.executable.program.hints);
    let vm_program = Program::new_for_proof(
        program.builtins.clone(),
        data,
        0,
        4,
        hints_by_offset,
        Default::default(),
        Default::default(),
        vec![],
        None,
    )
    .map_err(|error| failed::VmError::Refused(error.to_string()))?;
    let config = CairoRunConfig {
        trace_enabled: true,
        relocate_trace: false,
        layout: LayoutName::all_cairo_stwo,
        fill_holes: true,
        proof_mode: true,
        disable_trace_padding: true,
        ..Default::default()
    };
    cairo_run_program_with_initial_scope(&vm_program, &config, hints, ExecutionScopes::new())
        .map_err(failed::VmError::from)
}

fn finish(runner: &CairoRunner, program: &CheckedExecutable) -> Outcome<Execution> {
    let adapted = adapt(runner).map_err(|error| failed::unprovable(error.to_string()))?;
    let mut input: ProverInput = adapted;
    // The adapter assumes the bootloader's eleven builtins; this program has its own.
    input.public_segment_context = PublicSegmentContext::new(&program.builtins);
    let output = output(&input).ok_or_else(|| failed::unprovable("no output segment".into()))?;
    bound_output(&output, MAX_OUTPUT)?;
    let steps = runner.get_relocatable_trace().map_or(0, <[_]>::len);
    Ok(Execution {
        input,
        steps,
        output,
        builtins: used_builtins(runner, program),
    })
}

fn used_builtins(runner: &CairoRunner, program: &CheckedExecutable) -> BTreeMap<String, usize> {
    let counts = runner
        .get_execution_resources()
        .map(|used| used.builtin_instance_counter);
    let counts = counts.unwrap_or_default();
    program
        .builtins
        .iter()
        .map(|name| {
            (
                name.to_str().to_owned(),
                counts.get(name).copied().unwrap_or(0),
            )
        })
        .collect()
}

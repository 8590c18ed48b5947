//! Hints that count the steps where another thread can read them, and end the run after so many.

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

use cairo_lang_runner::CairoHintProcessor;
use cairo_vm::hint_processor::hint_processor_definition::{HintProcessorLogic, HintReference};
use cairo_vm::serde::deserialize_program::ApTracking;
use cairo_vm::types::exec_scope::ExecutionScopes;
use cairo_vm::vm::errors::hint_errors::HintError;
use cairo_vm::vm::errors::vm_errors::VirtualMachineError;
use cairo_vm::vm::runners::cairo_runner::ResourceTracker;
use cairo_vm::vm::vm_core::VirtualMachine;
use cairo_vm::Felt252;

use crate::progress::Steps;

/// The compiler's hints; the number of steps is this type's business, not theirs.
pub(super) struct CountedHints<'a> {
    pub hints: CairoHintProcessor<'a>,
    pub steps: Steps,
    pub max_steps: usize,
}

impl HintProcessorLogic for CountedHints<'_> {
    fn execute_hint(
        &mut self,
        vm: &mut VirtualMachine,
        scopes: &mut ExecutionScopes,
        hint: &Box<dyn Any>,
    ) -> Result<(), HintError> {
        self.hints.execute_hint(vm, scopes, hint)
    }

    fn compile_hint(
        &self,
        code: &str,
        ap_tracking: &ApTracking,
        ids: &HashMap<String, usize>,
        references: &[HintReference],
        scopes: &[String],
        constants: Arc<HashMap<String, Felt252>>,
    ) -> Result<Box<dyn Any>, VirtualMachineError> {
        self.hints
            .compile_hint(code, ap_tracking, ids, references, scopes, constants)
    }
}

impl ResourceTracker for CountedHints<'_> {
    fn consumed(&self) -> bool {
        self.steps.so_far() >= self.max_steps
    }

    fn consume_step(&mut self) {
        self.steps.count();
    }

    fn get_n_steps(&self) -> Option<usize> {
        Some(self.max_steps.saturating_sub(self.steps.so_far()))
    }
}

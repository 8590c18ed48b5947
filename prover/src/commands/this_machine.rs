//! What `execute` tells of a proof on this machine.

use std::time::Duration;

use cairo_air::claims::CairoClaim;
use serde_json::{json, Value};
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use crate::answer::phase;
use crate::calibration::Calibration;
use crate::limits::available_memory;
use crate::prove::Plan;
use crate::tables::{max_log_size, Needed};
use crate::timing::{Estimate, Size};

/// What a confined process cannot see any more: it looks before.
pub(super) struct ThisMachine {
    calibration: Calibration,
    room: u64,
}

impl ThisMachine {
    /// Looks what was learned here, and how many bytes are free.
    pub fn look() -> Self {
        Self {
            calibration: Calibration::read(),
            room: available_memory().unwrap_or(u64::MAX),
        }
    }

    /// Memory and seconds of a proof, made as `prove` would make it here by itself.
    pub fn estimate(
        &self,
        claim: &CairoClaim,
        variant: PreProcessedTraceVariant,
        steps: u64,
    ) -> Value {
        let memory = Needed::of(claim, variant);
        let plan = Plan {
            variant,
            max_log_size: max_log_size(claim),
            coefficients: memory.within(self.room),
        };
        let time = Estimate::of(Size::of(claim, plan, steps), self.calibration.machine());
        json!({
            "proveMemory": memory.least,
            "proveMemoryFast": memory.fast,
            "proveSeconds": phase::rounded(Duration::from_secs_f64(time.seconds)),
            "tablesSeconds": phase::rounded(Duration::from_secs_f64(time.tables)),
            "coefficients": plan.coefficients.name(),
            "calibrated": self.calibration.is_known(),
        })
    }
}

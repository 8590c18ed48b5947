//! How long the work takes: its stages, what each costs, and how long that is with so many threads.

mod cost;
mod estimate;
mod expected;
mod run;
mod size;
mod stage;
mod stages;

pub use estimate::Estimate;
pub use expected::{expected, spread, Expected, Machine};
pub use run::expected_run;
pub use size::Size;
pub use stage::{Group, Mark};

//! The Cairo compiler, with the core library that the binary carries.

mod corelib;
mod database;
mod diagnostics;
mod run;

pub use run::compile;

//! Tests of the whole: the real binary on real programs, and the forgeries that it must refuse.

mod binary;
mod bindings;
mod commands;
mod compiling;
mod confined;
mod confined_commands;
mod confined_tries;
mod damaged_executions;
mod errors;
mod executables;
mod executions;
mod fitting;
mod fixtures;
mod forge;
mod forger;
mod forgeries;
mod fuzz;
mod idle;
#[cfg(target_os = "linux")]
mod large_proofs;
mod limits;
mod limits_of_system;
mod malformed;
mod many;
#[cfg(target_os = "linux")]
mod measuring;
mod more_forgeries;
mod pace;
mod prints;
mod replay;
mod running;
mod serve;
mod serve_ends;
mod stopping;
mod tables;
mod tiers;
mod worker;
mod workspaces;

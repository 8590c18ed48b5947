//! Tests of the whole: the real binary on real programs, and the forgeries that it must refuse.

mod binary;
mod bindings;
mod commands;
mod compiling;
mod confined;
mod damaged_executions;
mod errors;
mod executables;
mod executions;
mod fixtures;
mod forge;
mod forgeries;
mod limits;
mod limits_of_system;
mod malformed;
mod many;
mod more_forgeries;
mod mutations;
mod prints;
mod replay;
mod serve;
mod stopping;
mod tables;
mod tiers;
mod worker;
mod workspaces;

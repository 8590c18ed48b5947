//! `cairn-prover` compiles, executes, proves and verifies Cairo programs with S-two.
//!
//! One process does one job, or a worker many, and answers in JSON lines: see `PROTOCOL.md`. The library exists so
//! that the tests can make the forgeries that the binary must refuse.

// The tries of a proof of work, many in a register: what S-two computes with as well (decision 2).
#![feature(portable_simd)]

pub mod answer;
pub mod calibration;
pub mod commands;
pub mod commitment;
pub mod compile;
pub mod confine;
pub mod csv;
pub mod executable;
pub mod execute;
pub mod execution_file;
pub mod failure;
pub mod felt;
pub mod files;
pub mod guard;
pub mod input_group;
pub mod limits;
pub mod package;
pub mod progress;
pub mod proof_file;
pub mod prove;
pub mod replay;
pub mod serve;
pub mod tables;
pub mod timing;
pub mod verify;

//! `execute`

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{json, Value};

use super::this_machine::ThisMachine;
use super::{Answer, Limits};
use crate::answer::phase;
use crate::commitment::commit;
use crate::confine::{confine, Reach};
use crate::execute::{self, Calldata, Execution, MAX_OUTPUT};
use crate::execution_file::{self, Header};
use crate::failure::Outcome;
use crate::felt::{to_hex, to_hex_list, Felt};
use crate::files::read_bounded;
use crate::progress::{self, Steps};
use crate::replay::Recording;
use crate::tables::{choose_tier, proven_rows, tier_name};
use crate::timing::expected_run;
use crate::{csv, executable};

const DEFAULT_MAX_STEPS: usize = 1 << 26;

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("destination").required(true).args(["output", "no_output"]))]
pub struct Arguments {
    /// The program.
    #[arg(long, value_name = "FILE")]
    executable: PathBuf,
    /// The input group.
    #[arg(long, value_name = "CSV")]
    input: PathBuf,
    /// Where to write the execution.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// A dry run: write nothing.
    #[arg(long)]
    no_output: bool,
    /// How `main` gets the values.
    #[arg(long, value_enum, default_value = "array")]
    calldata: Calldata,
    /// The most steps to run.
    #[arg(long, value_name = "N", default_value_t = DEFAULT_MAX_STEPS)]
    max_steps: usize,
    /// The steps that it will take, as far as anybody knows: to tell how far it is.
    #[arg(long, value_name = "N")]
    expected_steps: Option<usize>,
    /// The most values that the program may return.
    #[arg(long, value_name = "N", default_value_t = MAX_OUTPUT as u64,
        value_parser = clap::value_parser!(u64).range(..=MAX_OUTPUT as u64))]
    max_output: u64,
    /// The most bytes that the execution's file may have.
    #[arg(long, value_name = "BYTES", default_value_t = execution_file::MAX_BYTES,
        value_parser = clap::value_parser!(u64).range(1..=execution_file::MAX_BYTES))]
    max_execution: u64,
    /// How many threads to compute with, here and in the proof whose seconds are estimated; all processors' if not given.
    /// The run itself has one.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    #[command(flatten)]
    limits: Limits,
}

impl Arguments {
    /// How many threads were asked for.
    pub fn threads(&self) -> Option<usize> {
        self.threads.map(usize::from)
    }
}

/// Runs a program on an input group, writes the execution unless it is a dry run, and foretells its proof.
///
/// # Errors
/// `FILE_UNREADABLE`, `FILE_UNWRITABLE`, `EXECUTABLE_INVALID`, `CSV_INVALID`, `HINT_REFUSED`, `PROGRAM_PANICKED`,
/// `PROGRAM_FAILED`, `STEP_LIMIT`, `TRACE_TOO_LARGE`, `OUTPUT_TOO_LARGE`, `EXECUTION_TOO_LARGE`, and what its limits give.
pub fn run(arguments: &Arguments) -> Outcome<Answer> {
    let _limits = arguments.limits.set()?;
    let machine = ThisMachine::look();
    let steps = Steps::expecting(arguments.expected_steps);
    let is_written = arguments.output.is_some();
    let expected = arguments.expected_steps.unwrap_or(0);
    progress::begin("load");
    confine(&Reach {
        reads: &[&arguments.executable, &arguments.input],
        writes: arguments.output.as_deref(),
        file_bytes: execution_file::MAX_BYTES,
        more_files: 0,
        memory: None,
        seconds: Some(arguments.limits.seconds()),
    });
    // Not before: its thread is to be confined too.
    let progress = progress::start(expected_run(expected, is_written), Some(steps.clone()));
    let program = executable::read(&arguments.executable)?;
    let values = csv::parse(&read_bounded(&arguments.input, csv::MAX_BYTES)?)?;
    let run = execute::run(
        &program,
        &values,
        arguments.calldata,
        arguments.max_steps,
        steps,
    )?;
    execute::bound_output(&run.output, arguments.max_output as usize)?;
    let (variant, claim) = choose_tier(&run.input)?;
    let header = header(&program.program_hash, &values, &run, tier_name(variant));
    let mut line = answer(&header, &run);
    let written = match &arguments.output {
        None => None,
        Some(path) => {
            progress::begin("write");
            let recording = Recording::of(run.input, header.steps);
            Some(execution_file::write(
                path,
                &header,
                &recording,
                arguments.max_execution,
            )?)
        }
    };
    drop(progress);
    line["bytes"] = written.as_ref().map(|written| written.bytes).into();
    line["sha256"] = written.map(|written| written.sha256).into();
    line["seconds"] = phase::seconds().into();
    line["provenRows"] = proven_rows(&claim).into();
    line["estimate"] = machine.estimate(&claim, variant, header.steps);
    Ok(Answer::done(line))
}

fn header(program_hash: &str, values: &[Felt], run: &Execution, tier: &str) -> Header {
    Header {
        program_hash: program_hash.to_owned(),
        input_commitment: to_hex(&commit(values)),
        steps: run.steps as u64,
        tier: tier.to_owned(),
        stwo_version: execution_file::STWO_VERSION.to_owned(),
    }
}

fn answer(header: &Header, run: &Execution) -> Value {
    json!({
        "programHash": header.program_hash,
        "inputCommitment": header.input_commitment,
        "steps": header.steps,
        "output": to_hex_list(&run.output),
        "builtins": run.builtins,
        "opcodes": opcodes(run),
        "tier": header.tier,
    })
}

/// How many steps each family of opcodes has; those without are left out.
fn opcodes(run: &Execution) -> BTreeMap<String, usize> {
    let families = run.input.state_transitions.casm_states_by_opcode.counts();
    families
        .into_iter()
        .filter(|(_, steps)| *steps > 0)
        .map(|(name, steps)| (name.replace("_opcode", ""), steps))
        .collect()
}

//! `prove`

use std::path::{Path, PathBuf};

use cairo_air::claims::CairoClaim;
use serde_json::json;
use stwo::prover::ProvingError;
use stwo_cairo_adapter::ProverInput;
use stwo_cairo_common::preprocessed_columns::preprocessed_trace::PreProcessedTraceVariant;

use super::statement::{check_run, Statement};
use super::{Answer, Kept, Limits};
use crate::answer::phase;
use crate::calibration::Calibration;
use crate::execution_file::{self, read_header, unprovable, Header};
use crate::failure::{Code, Failure, Outcome};
use crate::felt::to_hex_list;
use crate::files::{check_writable, write_whole};
use crate::limits::{keep_blocks_within, peak_memory, release_spare_memory, stops};
use crate::progress::Measured;
use crate::prove::{luck, prove, CairnProof, Plan, SECURITY_BITS};
use crate::replay::Recording;
use crate::tables::{
    choose_tier, estimate_columns, estimate_memory, fit_at_least, least_of_any, max_log_size,
    tier_names, tier_of_name, Needed,
};
use crate::timing::{expected, Size};
use crate::verify::{verify_alone, Claimed, Invalid};
use crate::{guard, progress, proof_file};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The execution, as `execute` wrote it.
    #[arg(long, value_name = "FILE")]
    execution: PathBuf,
    /// Where to write the proof.
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
    /// How many threads to compute with; all processors' if not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// The tier to prove in; the one that takes the least memory if not given.
    #[arg(long, value_name = "NAME", value_parser = tier_names())]
    tier: Option<String>,
    #[command(flatten)]
    statement: Statement,
    #[command(flatten)]
    limits: Limits,
}

impl Arguments {
    /// How many threads were asked for.
    pub fn threads(&self) -> Option<usize> {
        self.threads.map(usize::from)
    }
}

/// Proves an execution, if it is the one that is wanted, and writes the proof, which is verified before; keeps the tables
/// for the next one.
///
/// # Errors
/// `FILE_UNREADABLE`, `FILE_UNWRITABLE`, `EXECUTABLE_INVALID`, `HINT_REFUSED`, `CSV_INVALID`, `EXECUTION_TRUNCATED`,
/// `EXECUTION_CORRUPTED`, `EXECUTION_FOREIGN`, `EXECUTION_INVALID`, `TRACE_TOO_LARGE`, `MEMORY_LIMIT`, and what its limits
/// give; `INTERNAL` when the library panics after the replay.
pub fn run(arguments: &Arguments, kept: &mut Kept) -> Outcome<Answer> {
    if arguments.limits.is_half_full() {
        // Made anew if need be: what is kept must not cost this proof its room.
        kept.clear();
        release_spare_memory();
    }
    let _limits = arguments.limits.set()?;
    check_writable(&arguments.output)?;
    let (calibration, stops_before) = (Calibration::read(), stops());
    let machine = calibration.machine();
    let (said, _) = read_header(&arguments.execution)?;
    let least = least_of_any(said.steps, arguments.tier.as_deref());
    fit_at_least(least, arguments.limits.max_memory)?;
    let wanted = arguments.statement.read(&kept.shelves)?;
    if let Some(wanted) = &wanted {
        wanted.check_header(&said)?;
    }
    let guess = Size::guess(said.steps);
    let progress = progress::start(expected(guess, false, machine), None);
    progress::begin("load");
    let (header, recording) = execution_file::read(&arguments.execution)?;
    progress::begin("replay");
    let input = replay(recording, &header)?;
    check_run(&input, &header, wanted)?;
    let (variant, claim) = match &arguments.tier {
        Some(name) => tier_of_name(&input, name)?,
        // `execute` writes no execution that no tier has room for.
        None => choose_tier(&input).map_err(|failure| unprovable(failure.message))?,
    };
    let plan = plan(&claim, variant, arguments.limits.max_memory)?;
    let estimate = estimate_memory(&claim, variant, plan.coefficients);
    kept.tables.drop_others(plan);
    let size = Size::of(&claim, plan, header.steps);
    let to_come = expected(size, kept.tables.suffice(plan), machine);
    let all_stages = to_come.len();
    progress.expect(to_come);
    let proof = of_library(|| prove(input, plan, &mut kept.tables))?;
    let luck = luck(&proof);
    progress::begin("verify");
    let (file, claimed) = check_own(proof)?;
    let stages = progress.measured();
    log_stages(size, &stages);
    // Before the proof is there: whatever ends the process here ends no proof that was made. A library that
    // names its spans otherwise would have one stage's time counted for another's.
    if stages.len() == all_stages {
        calibration.learn(&stages, luck, stops() > stops_before);
    }
    progress::begin("write");
    let written = write_whole(&arguments.output, |out| out.write_all(&file))?;
    drop(progress);
    Ok(Answer::done(json!({
        "programHash": claimed.program_hash,
        "output": to_hex_list(&claimed.output),
        "steps": header.steps,
        "provenRows": claimed.proven_rows,
        "tier": claimed.tier,
        "securityBits": SECURITY_BITS,
        "bytes": written.bytes,
        "sha256": written.sha256,
        "seconds": phase::seconds(),
        "peakMemory": peak_memory(),
        "estimatedMemory": estimate,
        "coefficients": plan.coefficients.name(),
    })))
}

/// For whoever measures the costs of stages anew: seconds by the wall clock, of the processors, and expected by the wall clock.
fn log_stages(size: Size, stages: &[Measured]) {
    let described = stages.iter().map(|one| {
        let (name, expected) = (one.stage.name, one.stage.seconds);
        format!("{name}={:.6}/{:.3}/{expected:.3}", one.wall, one.processors)
    });
    let described: Vec<_> = described.collect();
    tracing::info!("stages: {size:?} {}", described.join(" "));
}

/// The run, if it is one.
fn replay(recording: Recording, header: &Header) -> Outcome<ProverInput> {
    if recording.steps() != header.steps {
        let (found, said) = (recording.steps(), header.steps);
        return Err(unprovable(format!(
            "it has {found} steps; its header says {said}"
        )));
    }
    guard::catch(|| recording.replay())
        .and_then(|replayed| replayed)
        .map_err(unprovable)
}

/// What the library makes of a run that passed the replay. An error of its own is the execution's fault; that it panics is
/// a defect, for whatever would make it panic the replay is to refuse.
fn of_library<P>(work: impl FnOnce() -> Result<P, ProvingError>) -> Outcome<P> {
    let made = guard::catch(work).map_err(|panic| {
        Failure::internal(format!(
            "the library gave up on an execution that passed the replay: {panic}"
        ))
    })?;
    made.map_err(unprovable)
}

/// Keeps the polynomials' coefficients if memory allows; refuses what does not fit at all.
fn plan(
    claim: &CairoClaim,
    variant: PreProcessedTraceVariant,
    max_memory: Option<u64>,
) -> Outcome<Plan> {
    let coefficients = Needed::of(claim, variant).fit(max_memory)?;
    keep_blocks_within(estimate_columns(claim, variant, coefficients));
    Ok(Plan {
        variant,
        max_log_size: max_log_size(claim),
        coefficients,
    })
}

/// No proof leaves this program that it would not accept itself. One that fails is the
/// execution's fault: it is no run of any program.
fn check_own(proof: CairnProof) -> Outcome<(Vec<u8>, Claimed)> {
    let file = proof_file::encode(&proof)?;
    let claimed = verify_alone(proof).map_err(|invalid| unprovable(invalid.message))?;
    Ok((file, claimed))
}

/// `inspect` of something that is no proof.
pub(super) fn proof_unreadable(path: &Path, invalid: &Invalid) -> Failure {
    let help = "Expected a file that `cairn-prover prove` wrote, or S-two's binary form.";
    let message = format!("{} is no proof: {}.", path.display(), invalid.message);
    Failure::new(Code::FileUnreadable, message, help).with("path", path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_that_panics_after_the_replay_is_a_defect_and_its_own_error_is_the_executions() {
        guard::silence_panics();
        let panicked = of_library(|| -> Result<(), _> { panic!("index out of bounds") });
        let failure = panicked.unwrap_err();
        assert_eq!(failure.code, Code::Internal);
        assert!(failure
            .message
            .contains("passed the replay: index out of bounds"));
        let refused = of_library(|| Err::<(), _>(ProvingError::ConstraintsNotSatisfied));
        assert_eq!(refused.unwrap_err().code, Code::ExecutionInvalid);
        assert_eq!(of_library(|| Ok(7)).ok(), Some(7));
    }
}

//! Executions that were altered, sealed again, and are really proven: whatever proof comes out must not be accepted but
//! for what is true.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use cairn_prover::execute::output;
use cairn_prover::execution_file::{self, Header};
use cairn_prover::felt::Felt;
use cairn_prover::prove::{prove, CairnProof, KeptTables, Plan};
use cairn_prover::replay::Recording;
use cairn_prover::tables::{choose_tier, max_log_size, Coefficients};
use cairn_prover::verify::{verify, verify_alone};
use cairn_prover::{guard, proof_file};
use stwo_cairo_adapter::ProverInput;

use super::alterations::ALTERATIONS;
use super::executions::Executions;
use super::numbers::Numbers;
use super::outcome::{kind_of, Outcome};
use super::proofs::Statement;

/// Most alterations of a kind do not pass the replay. So many are tried.
const TRIES: usize = 300;

/// A run, and what is true of it.
struct Run {
    statement: Statement,
    output: Vec<Felt>,
    header: Header,
    input: ProverInput,
}

/// Runs to be altered and proven.
pub struct Reproven {
    runs: Vec<Run>,
    executions: Executions,
    scratch: PathBuf,
    tables: Mutex<KeptTables>,
}

impl Reproven {
    /// Executions, what each is of, and a folder for altered ones.
    pub fn new(runs: Vec<(Statement, PathBuf)>, scratch: PathBuf) -> Result<Self, String> {
        let files: Vec<_> = runs.iter().map(|(_, path)| path.clone()).collect();
        let runs = runs
            .into_iter()
            .map(|(statement, path)| original(statement, &path));
        Ok(Self {
            runs: runs.collect::<Result<_, _>>()?,
            executions: Executions::new(&files, scratch.clone())?,
            scratch,
            tables: Mutex::default(),
        })
    }

    /// Alters a run until the replay lets it pass, and proves it.
    pub fn case(&self, numbers: &mut Numbers) -> Outcome {
        if numbers.one_in(4) {
            return match (0..TRIES).find_map(|_| self.executions.run(numbers)) {
                Some(input) => self.proven("any field", input),
                None => Outcome::stopped("any field: none passed the replay"),
            };
        }
        let run = numbers.pick(&self.runs);
        let (kind, altered) = match altered(run, numbers) {
            Ok(altered) => altered,
            Err(kind) => return Outcome::stopped(format!("{kind}: none passed the replay")),
        };
        let recording = Recording::of(altered, run.header.steps);
        match self.sealed(recording, numbers) {
            Ok(input) => self.proven(kind, input),
            Err(why) => {
                Outcome::stopped(format!("{kind}: sealed, then refused: {}", kind_of(&why)))
            }
        }
    }

    /// Through a file, as it would come from a stranger; the header may be that of another run.
    fn sealed(&self, recording: Recording, numbers: &mut Numbers) -> Result<ProverInput, String> {
        let path = self.scratch.join(format!("{:x}.execution", numbers.any()));
        let mut header = numbers.pick(&self.runs).header.clone();
        header.steps = recording.steps();
        let written = execution_file::write(&path, &header, &recording, execution_file::MAX_BYTES);
        let read = written.and_then(|_| execution_file::read(&path));
        let _ = std::fs::remove_file(&path);
        let (_, recording) = read.map_err(|failure| failure.message)?;
        guard::catch(|| recording.replay())?
    }

    fn proven(&self, kind: &str, input: ProverInput) -> Outcome {
        let plan = match choose_tier(&input) {
            Ok((variant, claim)) => Plan {
                variant,
                max_log_size: max_log_size(&claim),
                coefficients: Coefficients::Recomputed,
            },
            Err(failure) => return Outcome::stopped(format!("{kind}: {}", failure.code.name())),
        };
        match guard::catch(|| prove(input, plan, &mut self.tables())) {
            Ok(Ok(proof)) => self.judged(kind, &proof),
            Ok(Err(error)) => stopped_by_library(kind, &error.to_string()),
            // Whatever would make the library panic the replay is to refuse.
            Err(panic) => Outcome::defect(
                format!("{kind}: the library panicked: {}", kind_of(&panic)),
                format!("the library panicked on what passed the replay: {panic}"),
            ),
        }
    }

    /// A panic of the library does not harm the tables: a proof only reads them.
    fn tables(&self) -> MutexGuard<'_, KeptTables> {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn judged(&self, kind: &str, proof: &CairnProof) -> Outcome {
        let file = match proof_file::encode(proof) {
            Ok(file) => file,
            Err(failure) => {
                return Outcome::defect(format!("{kind}: not encoded"), failure.message)
            }
        };
        let alone = verify_alone(proof.clone());
        let mut is_true = false;
        for Run {
            statement, output, ..
        } in &self.runs
        {
            let Statement {
                program,
                input,
                binding,
            } = statement;
            if let Ok(verified) = verify(&file, program, input, *binding) {
                if verified.claimed.output != *output || alone.is_err() {
                    return Outcome::defect(
                        format!("{kind}: FALSE"),
                        "a false statement was accepted",
                    );
                }
                is_true = true;
            }
        }
        match (alone, is_true) {
            (_, true) => Outcome::stopped(format!("{kind}: proven, and accepted for what is true")),
            (Ok(_), false) => Outcome::stopped(format!("{kind}: proven, and of nothing asked for")),
            (Err(invalid), _) => {
                let why = kind_of(&invalid.message);
                Outcome::stopped(format!("{kind}: proven, and no proof: {why}"))
            }
        }
    }
}

fn stopped_by_library(kind: &str, why: &str) -> Outcome {
    Outcome::stopped(format!("{kind}: the prover gave up: {}", kind_of(why)))
}

fn original(statement: Statement, path: &Path) -> Result<Run, String> {
    let (header, recording) = execution_file::read(path).map_err(|failure| failure.message)?;
    let input = recording.replay()?;
    Ok(Run {
        output: output(&input).ok_or("a run without an output")?,
        statement,
        header,
        input,
    })
}

/// An alteration that passes the replay, or the name of the kind of which none did.
fn altered(run: &Run, numbers: &mut Numbers) -> Result<(&'static str, ProverInput), &'static str> {
    let (kind, alter) = *numbers.pick(&ALTERATIONS);
    for _ in 0..TRIES {
        let mut input = run.input.clone();
        alter(&mut input, numbers);
        let steps = run.header.steps;
        let recording = Recording::of(input.clone(), steps);
        if guard::catch(|| recording.replay()).is_ok_and(|replayed| replayed.is_ok()) {
            return Ok((kind, input));
        }
    }
    Err(kind)
}

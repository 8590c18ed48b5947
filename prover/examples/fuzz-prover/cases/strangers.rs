//! Mutated executables that still pass as such, run by the program itself, as it runs every stranger's: in a process of
//! its own, within limits. It must end in time, with an answer and an exit code of the table.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::executables::Executables;
use super::numbers::Numbers;
use super::outcome::{kind_of, Outcome};

const TRIES: usize = 100;
const LIMITS: [&str; 4] = [
    "--no-output",
    "--max-steps=200000",
    "--max-memory=2147483648",
    "--timeout=20",
];

/// Executables, and the program that runs them.
pub struct Strangers {
    pub executables: Executables,
    pub prover: PathBuf,
    pub input: PathBuf,
    pub scratch: PathBuf,
}

impl Strangers {
    /// Mutates an executable until it passes as one, and runs it.
    pub fn case(&self, numbers: &mut Numbers) -> Outcome {
        for _ in 0..TRIES {
            let mutant = self.executables.with_another_program(numbers);
            if self.executables.read(&mutant).is_ok() {
                return self
                    .run(&mutant)
                    .unwrap_or_else(|why| Outcome::defect("not run", why));
            }
        }
        Outcome::stopped("none passed as an executable")
    }

    fn run(&self, mutant: &[u8]) -> Result<Outcome, String> {
        let file = super::scratch::file(&self.scratch, mutant)?;
        let ended = Command::new(&self.prover)
            .arg("execute")
            .args([
                argument("executable", file.path()),
                argument("input", &self.input),
            ])
            .args(LIMITS)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&ended.stdout);
        let answer = text.lines().last().unwrap_or_default();
        let answer: Value = serde_json::from_str(answer).unwrap_or_default();
        let told = answer["error"]["code"].as_str();
        let message = kind_of(answer["error"]["message"].as_str().unwrap_or_default());
        Ok(match (ended.status.code(), told) {
            (Some(0), None) if answer.is_object() => Outcome::stopped("ran to its end"),
            (Some(2 | 3), Some(code)) => Outcome::stopped(format!("{code}: {message}")),
            (code, _) => Outcome::defect(
                "no answer of the table",
                format!("exit code {code:?}: {answer}"),
            ),
        })
    }
}

fn argument(name: &str, path: &Path) -> String {
    format!("--{name}={}", path.display())
}

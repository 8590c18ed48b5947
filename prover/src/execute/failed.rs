//! Why a run did not end with a result.

use cairo_vm::vm::errors::cairo_run_errors::CairoRunError;
use cairo_vm::vm::errors::vm_errors::VirtualMachineError;

use crate::failure::{Code, Failure, Outcome};
use crate::felt::{to_hex_list, Felt};

/// What the VM says.
pub enum VmError {
    /// The step limit stopped it.
    OutOfSteps,
    /// It refused to go on.
    Refused(String),
}

impl From<CairoRunError> for VmError {
    fn from(error: CairoRunError) -> Self {
        match &error {
            CairoRunError::VmException(exception)
                if matches!(
                    exception.inner_exc,
                    VirtualMachineError::UnfinishedExecution
                ) =>
            {
                Self::OutOfSteps
            }
            CairoRunError::VmException(exception) => {
                Self::Refused(format!("{} (at {})", exception.inner_exc, exception.pc))
            }
            _ => Self::Refused(error.to_string()),
        }
    }
}

/// Passes a finished run on and explains any other.
///
/// `markers` is what the program's wrapper noted just before it asserts that `main` did not
/// panic: the panic data, if it did.
pub fn explain<T>(
    result: Result<Result<T, VmError>, String>,
    markers: &[Vec<Felt>],
    max_steps: usize,
) -> Outcome<T> {
    match result {
        Ok(Ok(finished)) => Ok(finished),
        Ok(Err(VmError::OutOfSteps)) => Err(out_of_steps(max_steps)),
        Ok(Err(VmError::Refused(why))) => match markers.last() {
            Some(data) => Err(panicked(data)),
            None => Err(refused(&why)),
        },
        Err(panic) => Err(refused(&panic)),
    }
}

fn out_of_steps(max_steps: usize) -> Failure {
    Failure::new(
        Code::StepLimit,
        format!("The program did not end within {max_steps} steps."),
        "Cut the input group into smaller ones, raise --max-steps, or look for an endless loop.",
    )
    .with("limit", max_steps)
}

fn panicked(data: &[Felt]) -> Failure {
    let words: Vec<String> = data.iter().take(8).map(readable).collect();
    Failure::new(
        Code::ProgramPanicked,
        format!(
            "The program panicked with [{}]; a panic cannot be proven.",
            words.join(", ")
        ),
        "Check that the input group has what `main` expects, and the values that it asserts.",
    )
    .with("panic", to_hex_list(&data[..data.len().min(1024)]))
}

/// A felt as the short string that it may be.
fn readable(felt: &Felt) -> String {
    let bytes = felt.to_bytes_be();
    let text: Vec<u8> = bytes.into_iter().skip_while(|byte| *byte == 0).collect();
    let printable = !text.is_empty() && text.iter().all(|byte| (b' '..=b'~').contains(byte));
    match String::from_utf8(text) {
        Ok(text) if printable => format!("'{text}'"),
        _ => felt.to_hex_string(),
    }
}

fn refused(why: &str) -> Failure {
    let first = why
        .lines()
        .next()
        .unwrap_or("no reason given")
        .trim_end_matches('.');
    Failure::new(
        Code::ProgramFailed,
        format!("The Cairo VM refused to go on: {first}."),
        "The program or its executable is at fault; run it under `scarb execute` to see where.",
    )
}

/// A run that ended and still cannot be proven.
pub fn unprovable(why: String) -> Failure {
    Failure::new(
        Code::ProgramFailed,
        format!("The run ended, but it cannot be proven: {why}."),
        "The program uses something that S-two does not prove, or more memory than it can.",
    )
}

//! `compile`

use std::path::PathBuf;

use super::{inspect, Answer, Limits};
use crate::answer::phase;
use crate::confine::{confine, Reach};
use crate::executable::{self, check};
use crate::failure::{Failure, Outcome};
use crate::files::write_whole;
use crate::{compile, limits, package};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The folder of the Cairo package.
    #[arg(long, value_name = "DIR")]
    package: PathBuf,
    /// Where to write the executable.
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    limits: Limits,
    #[command(flatten)]
    choice: package::Choice,
}

/// Compiles a package and writes its executable.
///
/// # Errors
/// `PACKAGE_INVALID`, `COMPILATION_FAILED`, `FILE_UNWRITABLE`, and what its limits give.
pub fn run(arguments: &Arguments) -> Outcome<Answer> {
    let _limits = arguments.limits.set()?;
    phase::begin("load");
    confine(&Reach {
        reads: &[&arguments.package],
        writes: Some(&arguments.output),
        file_bytes: executable::MAX_BYTES,
        more_files: 0,
        memory: None,
        seconds: Some(arguments.limits.seconds()),
    });
    let package = package::read(&arguments.package, &arguments.choice)?;
    phase::begin("compile");
    limits::blame_sources();
    let executable = compile::compile(&package)?;
    let mut json = serde_json::to_vec_pretty(&executable).map_err(|error| {
        Failure::internal(format!("an executable that cannot be encoded: {error}"))
    })?;
    json.push(b'\n');
    let program = check(executable)?;
    phase::begin("write");
    let written = write_whole(&arguments.output, |out| out.write_all(&json))?;
    Ok(Answer::done(inspect::describe(
        &program,
        &package.name,
        written.bytes,
    )))
}

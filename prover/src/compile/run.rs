//! One compilation.

use cairo_lang_compiler::diagnostics::DiagnosticsReporter;
use cairo_lang_executable::compile::{compile_executable_in_prepared_db, ExecutableConfig};
use cairo_lang_executable::executable::Executable;
use cairo_lang_filesystem::ids::CrateInput;

use super::database::{database, NOWHERE};
use crate::failure::{Code, Failure, Outcome};
use crate::guard;
use crate::package::Package;

/// The most text of the compiler's that is passed on.
const MAX_DIAGNOSTICS: usize = 64 << 10;

/// Compiles a package to an executable, the same that `scarb build` writes.
///
/// # Errors
/// `COMPILATION_FAILED` with the compiler's own text in `diagnostics`.
pub fn compile(package: &Package) -> Outcome<Executable> {
    let mut diagnostics = String::new();
    let compiled = guard::catch(|| compile_with(package, &mut diagnostics));
    match compiled {
        Ok(Ok(executable)) => Ok(executable),
        Ok(Err(Stopped::ByDefect(failure))) => Err(failure),
        Ok(Err(Stopped::ByCompiler(why))) => Err(failed(&why, &diagnostics)),
        Err(panic) => Err(failed(
            &format!("the compiler gave up: {panic}"),
            &diagnostics,
        )),
    }
}

enum Stopped {
    ByDefect(Failure),
    ByCompiler(String),
}

fn compile_with(package: &Package, diagnostics: &mut String) -> Result<Executable, Stopped> {
    let (db, main) = database(package).map_err(Stopped::ByDefect)?;
    let crates = [main];
    let reporter = DiagnosticsReporter::callback(|entry| append(diagnostics, &entry.to_string()))
        .with_crates(&crates)
        .allow_warnings();
    let main_crates = CrateInput::into_crate_ids(&db, crates.clone());
    let compiled = compile_executable_in_prepared_db(
        &db,
        package.function.as_deref(),
        main_crates,
        reporter,
        ExecutableConfig::default(),
    )
    .map_err(|error| Stopped::ByCompiler(error.to_string()))?;
    Ok(Executable::new(compiled.compiled_function))
}

/// The sources' places are given relative to the package, as its author knows them.
fn append(diagnostics: &mut String, text: &str) {
    if diagnostics.len() < MAX_DIAGNOSTICS {
        diagnostics.push_str(&text.replace(&format!("{NOWHERE}/"), ""));
    }
}

fn failed(why: &str, diagnostics: &str) -> Failure {
    let why = why
        .trim_end_matches('.')
        .replace(&format!("{NOWHERE}/"), "");
    let text = if diagnostics.is_empty() {
        why.as_str()
    } else {
        diagnostics
    };
    Failure::new(
        Code::CompilationFailed,
        format!("The package does not compile: {why}."),
        "Mend what the diagnostics name. The package needs one function marked #[executable].",
    )
    .with("diagnostics", text)
}

//! One compilation.

use cairo_lang_compiler::diagnostics::DiagnosticsReporter;
use cairo_lang_executable::compile::{compile_executable_in_prepared_db, ExecutableConfig};
use cairo_lang_executable::executable::Executable;
use cairo_lang_filesystem::ids::CrateInput;

use super::database::database;
use super::diagnostics::{relative, Diagnostics};
use crate::answer::stdout;
use crate::failure::{Code, Failure, Outcome};
use crate::guard;
use crate::package::Package;

/// Compiles a package to an executable, the same that `scarb build` writes. Each of the compiler's
/// diagnostics is an event; its own text of them is logged.
///
/// # Errors
/// `COMPILATION_FAILED` with the compiler's own text in `diagnostics`.
pub fn compile(package: &Package) -> Outcome<Executable> {
    let mut diagnostics = Diagnostics::default();
    let compiled = guard::catch(|| compile_with(package, &mut diagnostics));
    if !diagnostics.text.is_empty() {
        tracing::warn!("the compiler says:\n{}", diagnostics.text.trim_end());
    }
    match compiled {
        Ok(Ok(executable)) => Ok(executable),
        Ok(Err(Stopped::ByDefect(failure))) => Err(failure),
        Ok(Err(Stopped::ByCompiler(why))) => Err(failed(&why, &diagnostics.text)),
        Err(panic) => Err(failed(
            &format!("the compiler gave up: {panic}"),
            &diagnostics.text,
        )),
    }
}

enum Stopped {
    ByDefect(Failure),
    ByCompiler(String),
}

fn compile_with(package: &Package, diagnostics: &mut Diagnostics) -> Result<Executable, Stopped> {
    let (db, crates) = database(package).map_err(Stopped::ByDefect)?;
    let reporter = DiagnosticsReporter::callback(|entry| {
        let code = entry.error_code();
        let code = code.as_ref().map(|code| code.as_str());
        let told = diagnostics.add(&entry.severity().to_string(), code, entry.message());
        if let Some(event) = told {
            stdout::write_line(&event);
        }
    })
    .with_crates(&crates)
    .allow_warnings();
    let own = crates.into_iter().take(1).collect::<Vec<_>>();
    let own = CrateInput::into_crate_ids(&db, own);
    let compiled = compile_executable_in_prepared_db(
        &db,
        package.function.as_deref(),
        own,
        reporter,
        ExecutableConfig::default(),
    )
    .map_err(|error| Stopped::ByCompiler(error.to_string()))?;
    Ok(Executable::new(compiled.compiled_function))
}

fn failed(why: &str, diagnostics: &str) -> Failure {
    let why = relative(why.trim_end_matches('.'));
    let text = if diagnostics.is_empty() {
        why.as_str()
    } else {
        diagnostics
    };
    Failure::new(
        Code::CompilationFailed,
        format!("The package does not compile: {why}."),
        "Mend what the diagnostics name. The package needs one function marked #[executable]; where it has several, \
         name one with --executable-function or in the manifest's [executable].",
    )
    .with("diagnostics", text)
}

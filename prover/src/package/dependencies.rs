//! What a package may depend on: the compiler's own, and folders inside its own.

use std::path::PathBuf;

use super::{invalid, Manifest};
use crate::failure::Outcome;

/// Entries that every Cairo package may carry and that the compiler itself provides.
const OF_THE_COMPILER: [&str; 5] = [
    "cairo_execute",
    "cairo_test",
    "assert_macros",
    "cairo_run",
    "core",
];

/// The folders of the path dependencies.
///
/// # Errors
/// `PACKAGE_INVALID`, naming every registry and git dependency.
pub(super) fn paths(manifest: &Manifest) -> Outcome<Vec<PathBuf>> {
    let mut paths = Vec::new();
    let mut foreign = Vec::new();
    for (name, value) in &manifest.dependencies {
        if OF_THE_COMPILER.contains(&name.as_str()) {
            continue;
        }
        let path = value.get("path").and_then(toml::Value::as_str);
        match path {
            Some(path) if value.get("git").is_none() => paths.push(PathBuf::from(path)),
            _ => foreign.push(name.as_str()),
        }
    }
    if foreign.is_empty() {
        return Ok(paths);
    }
    Err(invalid(format!(
        "it depends on {}, from a registry or git",
        foreign.join(", ")
    )))
}

//! What a package may depend on: the compiler's own, and folders.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::invalid;
use super::manifest::{Dependency, Detailed, WorkspaceTable};
use crate::failure::{Failure, Outcome};

/// Entries that every Cairo package may carry and that the compiler itself provides.
const OF_THE_COMPILER: [&str; 5] = [
    "cairo_execute",
    "cairo_test",
    "assert_macros",
    "cairo_run",
    "core",
];

/// A dependency on a folder.
pub(super) struct Wanted {
    pub name: String,
    pub folder: PathBuf,
    pub features: Vec<String>,
    pub default_features: bool,
}

/// The workspace around a package, with its folder.
type Around<'a> = Option<&'a (WorkspaceTable, PathBuf)>;

/// Picks the path dependencies and names the registry and git ones in `foreign`.
///
/// # Errors
/// `PACKAGE_INVALID` for one that the workspace does not have.
pub(super) fn sort(
    package: &str,
    dependencies: &BTreeMap<String, Dependency>,
    (folder, around): (&Path, Around<'_>),
    foreign: &mut Vec<String>,
) -> Outcome<Vec<Wanted>> {
    let mut wanted = Vec::new();
    for (name, entry) in dependencies {
        let (entry, base) = resolve(package, name, entry, (folder, around))?;
        let path = entry.as_ref().and_then(|entry| entry.path.clone());
        let from_git = entry.as_ref().is_some_and(|entry| entry.git.is_some());
        match (path, entry) {
            (Some(path), Some(entry)) if !from_git => wanted.push(Wanted {
                name: name.clone(),
                folder: base.join(path),
                features: entry.features,
                default_features: entry.default_features.unwrap_or(true),
            }),
            _ if from_git => foreign.push(format!("{name} (git)")),
            _ if OF_THE_COMPILER.contains(&name.as_str()) => {}
            _ => foreign.push(format!("{name} (registry)")),
        }
    }
    Ok(wanted)
}

/// Follows `{ workspace = true }`: the entry, and the folder that its path starts from. `None` for a
/// version alone.
fn resolve<'a>(
    package: &str,
    name: &str,
    entry: &Dependency,
    (folder, around): (&'a Path, Around<'a>),
) -> Outcome<(Option<Detailed>, &'a Path)> {
    let Dependency::Detailed(own) = entry else {
        return Ok((None, folder));
    };
    if !own.workspace {
        return Ok((Some(own.clone()), folder));
    }
    let shared = around.and_then(|(workspace, root)| {
        let shared = workspace.dependencies.get(name)?;
        Some((shared, root))
    });
    let (shared, root) = shared.ok_or_else(|| not_in_workspace(package, name))?;
    Ok(match shared {
        Dependency::Version(_) => (None, root),
        Dependency::Detailed(shared) => {
            let mut shared = shared.clone();
            shared.features.extend(own.features.iter().cloned());
            (Some(shared), root)
        }
    })
}

pub(super) fn not_in_workspace(package: &str, what: &str) -> Failure {
    invalid(format!(
        "its package {package} takes {what} from a workspace, and the folder holds no workspace that has it"
    ))
}

pub(super) fn refuse(foreign: &[String]) -> Failure {
    let mut names = foreign.to_vec();
    names.sort();
    names.dedup();
    invalid(format!(
        "it depends on {}, and nothing is fetched here",
        names.join(", ")
    ))
    .with("dependencies", names)
}

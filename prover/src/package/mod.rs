//! Cairo packages: a folder with `Scarb.toml` and `src/lib.cairo`, or a workspace of such folders.

mod choose;
mod dependencies;
mod features;
mod graph;
mod manifest;
mod sources;
mod workspace;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Code, Failure, Outcome};

pub use choose::Choice;

/// A program's package, and all packages that it depends on by path.
pub struct Package {
    /// The name of the executable.
    pub name: String,
    /// The function to compile, as a path, if the manifest or the caller names one.
    pub function: Option<String>,
    /// The crates; the first is the program's own.
    pub crates: Vec<Crate>,
}

/// One crate, as the compiler is told of it.
pub struct Crate {
    pub name: String,
    pub edition: cairo_lang_filesystem::db::Edition,
    pub experimental_features: Vec<String>,
    /// What `#[cfg(feature: '…')]` sees.
    pub features: BTreeSet<String>,
    /// Relative path below `src` and content of every Cairo file.
    pub sources: BTreeMap<String, String>,
    /// The names of the crates that it may use.
    pub dependencies: Vec<String>,
}

/// Reads a package. Nothing outside the folder is read.
///
/// # Errors
/// `PACKAGE_INVALID`, `FILE_UNREADABLE`.
pub fn read(folder: &Path, choice: &Choice) -> Outcome<Package> {
    let root = canonical(folder)?;
    let nodes = graph::read(&choice.package(&root)?, &root)?;
    let features = features::unify(&nodes)?;
    let target = choice.target(&nodes[0])?;
    let names: Vec<String> = nodes.iter().map(|node| node.name.clone()).collect();
    let mut crates = Vec::new();
    for (node, features) in nodes.into_iter().zip(features) {
        let sources = sources::read(&node.folder.join("src"))?;
        if !sources.contains_key("lib.cairo") {
            return Err(invalid(format!(
                "the package {} has no src/lib.cairo",
                node.name
            )));
        }
        let edges = node.dependencies.iter();
        crates.push(Crate {
            dependencies: edges.map(|edge| names[edge.to].clone()).collect(),
            name: node.name,
            edition: node.edition,
            experimental_features: node.experimental_features,
            features,
            sources,
        });
    }
    Ok(Package {
        name: target.name.unwrap_or_else(|| names[0].clone()),
        function: target.function,
        crates,
    })
}

fn canonical(folder: &Path) -> Outcome<PathBuf> {
    fs::canonicalize(folder)
        .ok()
        .filter(|path| path.is_dir())
        .ok_or_else(|| {
            invalid(format!(
                "{} is no folder that can be read",
                folder.display()
            ))
        })
}

fn invalid(why: impl Into<String>) -> Failure {
    Failure::new(
        Code::PackageInvalid,
        format!("This is no package that can be compiled here: {}.", why.into()),
        "A package is a folder with Scarb.toml and src/lib.cairo; it depends on nothing but cairo_execute and packages \
         within the same folder. With other dependencies, build it with `scarb build` and use its *.executable.json.",
    )
}

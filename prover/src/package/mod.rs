//! Cairo packages: a folder with `Scarb.toml` and `src/lib.cairo`.

mod dependencies;
mod manifest;
mod sources;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Code, Failure, Outcome};

pub use manifest::Manifest;

/// A package and all packages that it depends on by path.
pub struct Package {
    pub name: String,
    pub edition: cairo_lang_filesystem::db::Edition,
    /// The function to compile, as a path, if the manifest names one.
    pub function: Option<String>,
    /// Relative path below `src` and content of every Cairo file.
    pub sources: BTreeMap<String, String>,
    pub dependencies: Vec<Package>,
}

/// How deep path dependencies may refer to each other.
const MAX_DEPTH: usize = 8;

/// Reads a package.
///
/// # Errors
/// `PACKAGE_INVALID`, `FILE_UNREADABLE`.
pub fn read(folder: &Path) -> Outcome<Package> {
    let root = canonical(folder)?;
    read_at(&root, &root, 0)
}

fn read_at(folder: &Path, root: &Path, depth: usize) -> Outcome<Package> {
    if depth > MAX_DEPTH {
        return Err(invalid(
            "its path dependencies refer to each other without end",
        ));
    }
    let manifest = Manifest::read(folder)?;
    let sources = sources::read(&folder.join("src"))?;
    if !sources.contains_key("lib.cairo") {
        return Err(invalid(format!(
            "the package {} has no src/lib.cairo",
            manifest.name
        )));
    }
    let mut dependencies = Vec::new();
    for path in dependencies::paths(&manifest)? {
        let target = canonical(&folder.join(&path))?;
        if !target.starts_with(root) {
            let why = format!(
                "its dependency {} lies outside the package's folder",
                path.display()
            );
            return Err(invalid(why));
        }
        dependencies.push(read_at(&target, root, depth + 1)?);
    }
    let Manifest {
        name,
        edition,
        function,
        ..
    } = manifest;
    Ok(Package {
        name,
        edition,
        function,
        sources,
        dependencies,
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
        "A package is a folder with Scarb.toml and src/lib.cairo, and depends on nothing but cairo_execute. \
         With other dependencies, build it with `scarb build` and use its *.executable.json.",
    )
}

//! `Scarb.toml`: the fields that matter here, as they stand in one file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cairo_lang_filesystem::db::Edition;
use serde::Deserialize;

use super::invalid;
use crate::failure::{Failure, Outcome};
use crate::files::read_bounded;

const MAX_BYTES: u64 = 256 << 10;

/// What one file says. What it takes from its workspace stands there as [`Inherited`].
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Manifest {
    pub package: Option<PackageTable>,
    pub workspace: Option<WorkspaceTable>,
    #[serde(default)]
    pub dependencies: BTreeMap<String, Dependency>,
    #[serde(default)]
    pub features: BTreeMap<String, Vec<String>>,
    executable: Option<Target>,
    #[serde(default)]
    target: Targets,
    pub cairo_plugin: Option<toml::Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct PackageTable {
    pub name: String,
    pub edition: Option<MayInherit<Edition>>,
    #[serde(default)]
    pub experimental_features: Vec<String>,
}

#[derive(Default, Deserialize)]
pub(super) struct WorkspaceTable {
    #[serde(default)]
    pub members: Vec<String>,
    #[serde(default)]
    pub package: Shared,
    #[serde(default)]
    pub dependencies: BTreeMap<String, Dependency>,
}

/// The fields of `[workspace.package]` that matter here.
#[derive(Default, Deserialize)]
pub(super) struct Shared {
    pub edition: Option<Edition>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum MayInherit<T> {
    Own(T),
    Inherited(Inherited),
}

/// `{ workspace = true }`
#[derive(Deserialize)]
pub(super) struct Inherited {
    pub workspace: bool,
}

/// An entry of `[dependencies]`.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Dependency {
    Version(#[expect(dead_code, reason = "only that it is a text matters")] String),
    Detailed(Detailed),
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Detailed {
    pub path: Option<PathBuf>,
    pub git: Option<toml::Value>,
    #[serde(default)]
    pub workspace: bool,
    #[serde(default)]
    pub features: Vec<String>,
    pub default_features: Option<bool>,
}

#[derive(Default, Deserialize)]
struct Targets {
    #[serde(default)]
    executable: Vec<Target>,
}

/// An executable to build.
#[derive(Clone, Deserialize)]
pub(super) struct Target {
    /// The package's own name if not given.
    pub name: Option<String>,
    /// The function to compile, as a path; the only executable one if not given.
    pub function: Option<String>,
}

impl Manifest {
    /// Reads a folder's manifest.
    ///
    /// # Errors
    /// `PACKAGE_INVALID`.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let file = folder.join("Scarb.toml");
        // It may lead anywhere, and what cannot be parsed is told.
        if fs::symlink_metadata(&file).is_ok_and(|found| found.is_symlink()) {
            return Err(invalid("Scarb.toml is a link"));
        }
        let bytes = read_bounded(&file, MAX_BYTES)
            .map_err(|failure: Failure| invalid(format!("Scarb.toml: {}", failure.message)))?;
        let text = String::from_utf8(bytes).map_err(|_| invalid("Scarb.toml is not UTF-8"))?;
        Self::parse(&text).map_err(|why| invalid(format!("Scarb.toml: {why}")))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let manifest: Self = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        if let Some(package) = &manifest.package {
            check_name(&package.name)?;
        }
        Ok(manifest)
    }

    /// `[executable]` and every `[[target.executable]]`.
    pub fn executables(&self) -> Vec<Target> {
        let own = self.executable.iter();
        own.chain(&self.target.executable).cloned().collect()
    }
}

fn check_name(name: &str) -> Result<(), String> {
    let allowed = |character: char| {
        character.is_ascii_lowercase() || character.is_ascii_digit() || character == '_'
    };
    let starts = name.starts_with(|first: char| first.is_ascii_lowercase() || first == '_');
    if !starts || !name.chars().all(allowed) || name.len() > 100 || name == "core" {
        return Err(
            "package.name must be a Cairo name: lower-case letters, digits, underscores".into(),
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form_of_an_executable_target() {
        let head = "[package]\nname = \"fib\"\nedition = \"2024_07\"\n";
        let functions = |rest: &str| {
            let manifest = Manifest::parse(&format!("{head}{rest}"))?;
            let targets = manifest.executables().into_iter();
            Ok::<_, String>(
                targets
                    .map(|target| (target.name, target.function))
                    .collect::<Vec<_>>(),
            )
        };
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(functions(""), Ok(vec![]));
        assert_eq!(functions("[executable]\n"), Ok(vec![(None, None)]));
        assert_eq!(
            functions("[executable]\nfunction = \"fib::main\"\n[[target.executable]]\nname = \"b\"\nfunction = \"fib::b\"\n"),
            Ok(vec![(None, text("fib::main")), (text("b"), text("fib::b"))])
        );
        assert!(functions("[executable]\nfunction = 3\n").is_err());
        assert!(functions("[target]\nexecutable = 3\n").is_err());
    }

    #[test]
    fn refuses_names_that_are_paths_or_the_core_library() {
        for name in ["../x", "A", "a-b", "", "core", "1a"] {
            let text = format!("[package]\nname = \"{name}\"\n");
            assert!(Manifest::parse(&text).is_err(), "{name}");
        }
        assert!(Manifest::parse("[package]\nname = \"a\"\nedition = \"1999\"\n").is_err());
        assert!(Manifest::parse("nonsense").is_err());
    }
}

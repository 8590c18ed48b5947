//! `Scarb.toml`: the few fields that matter here.

use std::path::Path;

use cairo_lang_filesystem::db::Edition;
use serde::Deserialize;
use toml::Table;

use super::invalid;
use crate::failure::{Failure, Outcome};
use crate::files::read_bounded;

const MAX_BYTES: u64 = 256 << 10;

/// What a manifest says.
pub struct Manifest {
    pub name: String,
    pub edition: Edition,
    pub function: Option<String>,
    pub dependencies: Table,
}

#[derive(Deserialize)]
struct Document {
    package: PackageTable,
    #[serde(default)]
    dependencies: Table,
    executable: Option<toml::Value>,
    #[serde(default)]
    target: Table,
}

#[derive(Deserialize)]
struct PackageTable {
    name: String,
    edition: Option<Edition>,
}

impl Manifest {
    /// Reads a package folder's manifest.
    ///
    /// # Errors
    /// `PACKAGE_INVALID`.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let bytes = read_bounded(&folder.join("Scarb.toml"), MAX_BYTES)
            .map_err(|failure: Failure| invalid(format!("Scarb.toml: {}", failure.message)))?;
        let text = String::from_utf8(bytes).map_err(|_| invalid("Scarb.toml is not UTF-8"))?;
        Self::parse(&text).map_err(|why| invalid(format!("Scarb.toml: {why}")))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let document: Document =
            toml::from_str(text).map_err(|error| error.message().to_owned())?;
        let PackageTable { name, edition } = document.package;
        check_name(&name)?;
        let declared = document
            .executable
            .or_else(|| document.target.get("executable").cloned());
        let function = declared
            .map(|value| function(&value))
            .transpose()?
            .flatten();
        let edition = edition.unwrap_or_default();
        Ok(Self {
            name,
            edition,
            function,
            dependencies: document.dependencies,
        })
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

/// The function of `[executable]` or of the one `[[target.executable]]`.
fn function(declared: &toml::Value) -> Result<Option<String>, String> {
    let table = match declared {
        toml::Value::Array(targets) if targets.len() == 1 => targets[0].as_table(),
        toml::Value::Array(_) => return Err("expected one executable target".into()),
        other => other.as_table(),
    };
    let table = table.ok_or("the executable target is not a table")?;
    match table.get("function") {
        None => Ok(None),
        Some(path) => path
            .as_str()
            .map(|path| Some(path.to_owned()))
            .ok_or("executable.function is not a string".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_forms_that_scarb_knows() {
        let head = "[package]\nname = \"fib\"\nversion = \"0.1.0\"\nedition = \"2024_07\"\n";
        let function = |rest: &str| {
            Manifest::parse(&format!("{head}{rest}")).map(|manifest| manifest.function)
        };
        assert_eq!(function(""), Ok(None));
        assert_eq!(function("[executable]\n"), Ok(None));
        assert_eq!(
            function("[executable]\nfunction = \"fib::main\"\n"),
            Ok(Some("fib::main".into()))
        );
        assert_eq!(
            function("[[target.executable]]\nfunction = \"fib::a\"\n"),
            Ok(Some("fib::a".into()))
        );
        assert!(function("[[target.executable]]\n[[target.executable]]\n").is_err());
        assert!(function("[executable]\nfunction = 3\n").is_err());
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

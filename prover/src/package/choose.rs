//! Which package of a workspace, and which of its executables.

use std::path::{Path, PathBuf};

use clap::Args;

use super::graph::Node;
use super::invalid;
use super::manifest::{Manifest, Target};
use super::workspace;
use crate::failure::Outcome;

/// What a caller says where a folder holds more than one program.
#[derive(Debug, Default, Args)]
pub struct Choice {
    /// The package of the workspace in DIR; its root package, or the only one with an executable, if not given.
    #[arg(long, value_name = "NAME")]
    pub member: Option<String>,
    /// Which of the package's executable targets.
    #[arg(long, value_name = "NAME")]
    pub executable_name: Option<String>,
    /// The function to compile, as a path such as `package::main`.
    #[arg(long, value_name = "PATH", conflicts_with = "executable_name")]
    pub executable_function: Option<String>,
}

impl Choice {
    /// The folder of the package.
    pub(super) fn package(&self, root: &Path) -> Outcome<PathBuf> {
        let manifest = Manifest::read(root)?;
        let own = manifest.package.as_ref().map(|package| &package.name);
        if own.is_some()
            && self
                .member
                .as_ref()
                .is_none_or(|member| Some(member) == own)
        {
            return Ok(root.to_owned());
        }
        let Some(workspace) = &manifest.workspace else {
            return Err(match &self.member {
                Some(_) if own.is_some() => {
                    invalid("its Scarb.toml has no [workspace] to choose a member of")
                }
                _ => invalid("its Scarb.toml has neither [package] nor [workspace]"),
            });
        };
        let mut members = Vec::new();
        for folder in workspace::members(workspace, root)? {
            let manifest = Manifest::read(&folder)?;
            let executable = !manifest.executables().is_empty();
            if let Some(package) = manifest.package {
                members.push((package.name, executable, folder));
            }
        }
        let chosen = |(name, executable, _): &&(String, bool, PathBuf)| match &self.member {
            Some(member) => name == member,
            None => *executable,
        };
        let mut found = members.iter().filter(chosen);
        match (found.next(), found.next()) {
            (Some((_, _, folder)), None) => Ok(folder.clone()),
            (None, _) => Err(invalid(match &self.member {
                Some(member) => format!("its workspace has no member {member}"),
                None => "no member of its workspace has an executable target".to_owned(),
            })),
            (Some((first, ..)), Some((second, ..))) => Err(invalid(format!(
                "several members of its workspace have an executable target ({first}, {second}); choose with --member"
            ))),
        }
    }

    /// The executable target.
    pub(super) fn target(&self, node: &Node) -> Outcome<Target> {
        if let Some(function) = &self.executable_function {
            return Ok(Target {
                name: None,
                function: Some(function.clone()),
            });
        }
        let name_of = |target: &Target| target.name.clone().unwrap_or_else(|| node.name.clone());
        let names: Vec<String> = node.executables.iter().map(name_of).collect();
        let named = |name: &String| {
            self.executable_name
                .as_ref()
                .is_none_or(|asked| name == asked)
        };
        let mut found = node
            .executables
            .iter()
            .zip(&names)
            .filter(|(_, name)| named(name));
        match (found.next(), found.next()) {
            (Some((target, _)), None) => Ok(target.clone()),
            (None, _) => self.no_target(&names),
            _ => Err(invalid(format!(
                "it has several executable targets ({}); choose with --executable-name",
                names.join(", ")
            ))),
        }
    }

    /// None that is asked for is there: where none is asked for, the compiler looks for a function.
    fn no_target(&self, names: &[String]) -> Outcome<Target> {
        let Some(asked) = &self.executable_name else {
            return Ok(Target {
                name: None,
                function: None,
            });
        };
        Err(invalid(match names {
            [] => format!("it has no executable target {asked}, and no other: leave --executable-name away, or write [executable] into its Scarb.toml"),
            _ => format!("it has no executable target {asked}; it has {}", names.join(", ")),
        }))
    }
}

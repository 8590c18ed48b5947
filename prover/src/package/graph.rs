//! A package and all that it depends on by path, each once.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};

use cairo_lang_filesystem::db::Edition;

use super::dependencies::{self, Wanted};
use super::invalid;
use super::manifest::{Manifest, MayInherit, PackageTable, Target, WorkspaceTable};
use super::workspace;
use crate::failure::Outcome;

/// How many packages one program may be made of.
const MAX_PACKAGES: usize = 32;

/// A package's manifest with everything that it inherits.
pub(super) struct Node {
    pub name: String,
    pub folder: PathBuf,
    pub edition: Edition,
    pub experimental_features: Vec<String>,
    pub features: BTreeMap<String, Vec<String>>,
    pub executables: Vec<Target>,
    pub dependencies: Vec<Edge>,
}

/// That a package depends on another.
pub(super) struct Edge {
    /// Its place among the nodes.
    pub to: usize,
    pub features: Vec<String>,
    pub default_features: bool,
}

/// Follows path dependencies from the package in `folder`; all must lie within `root`.
///
/// # Errors
/// `PACKAGE_INVALID`, naming every registry and git dependency of all packages.
pub(super) fn read(folder: &Path, root: &Path) -> Outcome<Vec<Node>> {
    let mut nodes = Vec::new();
    let mut folders = vec![folder.to_owned()];
    let mut foreign = Vec::new();
    let mut waiting: VecDeque<(usize, Vec<Wanted>)> = VecDeque::new();
    while nodes.len() < folders.len() {
        let folder = folders[nodes.len()].clone();
        let (node, wanted) = node(&folder, root, &mut foreign)?;
        for dependency in &wanted {
            place(dependency, root, &mut folders)?;
        }
        waiting.push_back((nodes.len(), wanted));
        nodes.push(node);
    }
    if !foreign.is_empty() {
        return Err(dependencies::refuse(&foreign));
    }
    for (from, wanted) in waiting {
        for dependency in wanted {
            let to = place(&dependency, root, &mut folders)?;
            let edge = edge(&nodes[to], to, dependency)?;
            nodes[from].dependencies.push(edge);
        }
    }
    check_names(&nodes)?;
    Ok(nodes)
}

fn node(folder: &Path, root: &Path, foreign: &mut Vec<String>) -> Outcome<(Node, Vec<Wanted>)> {
    let manifest = Manifest::read(folder)?;
    let executables = manifest.executables();
    let Some(package) = manifest.package else {
        let place = folder.strip_prefix(root).unwrap_or(folder).display();
        return Err(invalid(format!(
            "the Scarb.toml in \"{place}\" has no [package]"
        )));
    };
    if manifest.cairo_plugin.is_some() {
        let name = package.name;
        return Err(invalid(format!("its package {name} is a procedural macro")));
    }
    let around = workspace::around(folder, root)?;
    let wanted = dependencies::sort(
        &package.name,
        &manifest.dependencies,
        (folder, around.as_ref()),
        foreign,
    )?;
    let node = Node {
        edition: edition(&package, around.as_ref().map(|(workspace, _)| workspace))?,
        name: package.name,
        folder: folder.to_owned(),
        experimental_features: package.experimental_features,
        features: manifest.features,
        executables,
        dependencies: Vec::new(),
    };
    Ok((node, wanted))
}

fn edition(package: &PackageTable, workspace: Option<&WorkspaceTable>) -> Outcome<Edition> {
    match &package.edition {
        None => Ok(Edition::default()),
        Some(MayInherit::Own(edition)) => Ok(*edition),
        Some(MayInherit::Inherited(inherited)) => workspace
            .filter(|_| inherited.workspace)
            .and_then(|workspace| workspace.package.edition)
            .ok_or_else(|| dependencies::not_in_workspace(&package.name, "the edition")),
    }
}

/// The place of a dependency's folder among all; a new one if it was not met before.
fn place(dependency: &Wanted, root: &Path, folders: &mut Vec<PathBuf>) -> Outcome<usize> {
    let target = super::canonical(&dependency.folder)?;
    if !target.starts_with(root) {
        return Err(invalid(format!(
            "its dependency {} lies outside the package's folder",
            dependency.name
        )));
    }
    if let Some(place) = folders.iter().position(|folder| *folder == target) {
        return Ok(place);
    }
    if folders.len() == MAX_PACKAGES {
        return Err(invalid(format!(
            "it is made of more than {MAX_PACKAGES} packages"
        )));
    }
    if !fs::exists(target.join("Scarb.toml")).unwrap_or(false) {
        let name = &dependency.name;
        return Err(invalid(format!(
            "the folder of its dependency {name} has no Scarb.toml"
        )));
    }
    folders.push(target);
    Ok(folders.len() - 1)
}

fn edge(target: &Node, to: usize, dependency: Wanted) -> Outcome<Edge> {
    if target.name != dependency.name {
        return Err(invalid(format!(
            "what it depends on as {} is a package named {}",
            dependency.name, target.name
        )));
    }
    Ok(Edge {
        to,
        features: dependency.features,
        default_features: dependency.default_features,
    })
}

fn check_names(nodes: &[Node]) -> Outcome<()> {
    let mut names: Vec<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(invalid(format!(
            "two of its packages are named {}",
            pair[0]
        ))),
        None => Ok(()),
    }
}

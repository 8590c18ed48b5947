//! Features: what `#[cfg(feature: '…')]` sees in each package, unified as Scarb does it. A package's
//! features are all those that any package which depends on it asks for.

use std::collections::{BTreeSet, VecDeque};

use super::graph::Node;
use super::invalid;
use crate::failure::Outcome;

/// The features of each package, the first of which is built with its default ones.
///
/// # Errors
/// `PACKAGE_INVALID` for a feature that is not there.
pub(super) fn unify(nodes: &[Node]) -> Outcome<Vec<BTreeSet<String>>> {
    let mut enabled = vec![BTreeSet::new(); nodes.len()];
    let mut asked: VecDeque<(usize, String)> = VecDeque::new();
    let default = |index: usize| {
        let features = nodes[index].features.get("default");
        features
            .into_iter()
            .flatten()
            .map(move |name| (index, name.clone()))
    };
    asked.extend(default(0));
    for edge in nodes.iter().flat_map(|node| &node.dependencies) {
        asked.extend(edge.features.iter().map(|name| (edge.to, name.clone())));
        if edge.default_features {
            asked.extend(default(edge.to));
        }
    }
    while let Some((index, name)) = asked.pop_front() {
        let node = &nodes[index];
        let missing = |what: &str| {
            let package = &node.name;
            invalid(format!(
                "its package {package} asks for the feature {name}, but {what}"
            ))
        };
        if let Some((dependency, feature)) = name.split_once('/') {
            let mut edges = node.dependencies.iter();
            let edge = edges.find(|edge| nodes[edge.to].name == dependency);
            let edge = edge.ok_or_else(|| missing("does not depend on that package"))?;
            asked.push_back((edge.to, feature.to_owned()));
        } else if enabled[index].insert(name.clone()) {
            let implied = node.features.get(&name);
            let implied = implied.ok_or_else(|| missing("there is no such feature"))?;
            asked.extend(implied.iter().map(|name| (index, name.clone())));
        }
    }
    Ok(enabled)
}

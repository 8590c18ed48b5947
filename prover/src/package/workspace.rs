//! Workspaces: which manifest a package inherits from, and which packages are members.

use std::fs;
use std::path::{Path, PathBuf};

use super::invalid;
use super::manifest::{Manifest, WorkspaceTable};
use crate::failure::Outcome;

const MAX_DEPTH: usize = 8;
const MAX_FOLDERS: usize = 4096;

/// The workspace that a package belongs to, and its folder: the nearest around it within `root`.
///
/// # Errors
/// `PACKAGE_INVALID` for a manifest on the way that is none.
pub(super) fn around(folder: &Path, root: &Path) -> Outcome<Option<(WorkspaceTable, PathBuf)>> {
    for around in folder
        .ancestors()
        .take_while(|around| around.starts_with(root))
    {
        if !around.join("Scarb.toml").is_file() {
            continue;
        }
        if let Some(workspace) = Manifest::read(around)?.workspace {
            return Ok(Some((workspace, around.to_owned())));
        }
    }
    Ok(None)
}

/// The folders of a workspace's members: those with a manifest that a pattern of `members` names.
///
/// # Errors
/// `PACKAGE_INVALID` when there are too many folders to look through.
pub(super) fn members(workspace: &WorkspaceTable, root: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut seen = 0;
    collect(root, "", MAX_DEPTH, &mut seen, &mut found)?;
    found.retain(|path| {
        workspace
            .members
            .iter()
            .any(|pattern| matches(pattern, path))
    });
    found.sort();
    Ok(found.into_iter().map(|path| root.join(path)).collect())
}

fn collect(
    folder: &Path,
    prefix: &str,
    depth: usize,
    seen: &mut usize,
    found: &mut Vec<String>,
) -> Outcome<()> {
    let entries =
        fs::read_dir(folder).map_err(|error| invalid(format!("{}: {error}", folder.display())))?;
    for entry in entries.flatten() {
        let name = entry.file_name();
        // Links are not followed, and hidden folders are nobody's packages.
        let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let Some(name) = name
            .to_str()
            .filter(|name| folder && !name.starts_with('.'))
        else {
            continue;
        };
        *seen += 1;
        if *seen > MAX_FOLDERS {
            return Err(invalid(format!(
                "its workspace has more than {MAX_FOLDERS} folders"
            )));
        }
        let path = format!("{prefix}{name}");
        if entry.path().join("Scarb.toml").is_file() {
            found.push(path.clone());
        }
        if depth > 0 {
            collect(&entry.path(), &format!("{path}/"), depth - 1, seen, found)?;
        }
    }
    Ok(())
}

/// Whether a pattern (`*` and `?` within one folder's name) names a relative path.
fn matches(pattern: &str, path: &str) -> bool {
    let parts = |text: &str| -> Vec<String> {
        let parts = text.split('/').filter(|part| !matches!(*part, "" | "."));
        parts.map(str::to_owned).collect()
    };
    let (pattern, path) = (parts(pattern), parts(path));
    pattern.len() == path.len()
        && pattern
            .iter()
            .zip(&path)
            .all(|(pattern, name)| matches_name(pattern.as_bytes(), name.as_bytes()))
}

fn matches_name(pattern: &[u8], name: &[u8]) -> bool {
    // Where the last star stood, and how much of the name it had taken.
    let (mut at, mut from, mut star) = (0, 0, None);
    while from < name.len() {
        match pattern.get(at) {
            Some(b'*') => {
                star = Some((at, from));
                at += 1;
            }
            Some(byte) if *byte == b'?' || *byte == name[from] => {
                at += 1;
                from += 1;
            }
            _ => {
                let Some((back, taken)) = star else {
                    return false;
                };
                star = Some((back, taken + 1));
                at = back + 1;
                from = taken + 1;
            }
        }
    }
    pattern[at..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn patterns_name_folders() {
        for (pattern, path) in [
            ("a", "a"),
            ("./a/", "a"),
            ("crates/*", "crates/math"),
            ("crates/m?th", "crates/math"),
            ("*/*_lib", "x/a_lib_lib"),
            ("*a*b*", "xaxbx"),
        ] {
            assert!(matches(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("a", "b"),
            ("crates/*", "crates"),
            ("crates/*", "crates/a/b"),
            ("*b", "ba"),
            ("", "a"),
            ("?", "ab"),
        ] {
            assert!(!matches(pattern, path), "{pattern} {path}");
        }
    }
}

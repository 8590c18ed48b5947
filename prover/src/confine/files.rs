//! Landlock: no file but those of the command.

use std::path::Path;

use landlock::{
    path_beneath_rules, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetCreatedAttr,
    RulesetError, RulesetStatus, Scope, ABI,
};

use super::Reach;

/// The newest version of Landlock whose means are used; an older kernel uses those that it has.
const NEWEST: ABI = ABI::V6;

/// What the standard library reads to count the processors of a container.
const OF_THE_SYSTEM: [&str; 2] = ["/proc/self", "/sys/fs/cgroup"];

/// Confines this thread and those that it will start; `false` where the kernel has no Landlock.
pub fn confine(reach: &Reach<'_>) -> Result<bool, RulesetError> {
    let read = AccessFs::ReadFile | AccessFs::ReadDir;
    // Written beside the final name, renamed, and the folder synced.
    let write = read | AccessFs::WriteFile | AccessFs::MakeReg | AccessFs::RemoveFile;
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?
        .add_rules(path_beneath_rules(reach.reads, read))?
        .add_rules(path_beneath_rules(OF_THE_SYSTEM, read))?
        .add_rules(path_beneath_rules(reach.writes.map(folder_of), write))?
        .restrict_self()?;
    Ok(status.ruleset != RulesetStatus::NotEnforced)
}

fn folder_of(file: &Path) -> &Path {
    let folder = file.parent();
    folder
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

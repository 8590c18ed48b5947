//! What the group of processes that this one is in (a container's, say) may still take. The system
//! kills in a group that is full, whatever the machine has free.

use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = "/sys/fs/cgroup";
/// The files that tell limit and use: of version 2, and of version 1.
const NAMES: [(&str, &str); 2] = [
    ("memory.max", "memory.current"),
    ("memory.limit_in_bytes", "memory.usage_in_bytes"),
];

/// The least that any of the groups around this process has left, in bytes; `None` without a limit.
pub(super) fn left_in_groups() -> Option<u64> {
    let groups = fs::read_to_string("/proc/self/cgroup").ok()?;
    groups
        .lines()
        .filter_map(folder)
        .flat_map(|folder| left_around(&folder))
        .min()
}

/// The folder of a line of `/proc/self/cgroup` that is about memory.
fn folder(line: &str) -> Option<PathBuf> {
    let mut parts = line.splitn(3, ':').skip(1);
    let (controllers, path) = (parts.next()?, parts.next()?);
    let mount = match controllers {
        "" => Path::new(ROOT).to_owned(),
        list if list.split(',').any(|name| name == "memory") => Path::new(ROOT).join("memory"),
        _ => return None,
    };
    Some(mount.join(path.trim_start_matches('/')))
}

/// A group's own limit counts, and those of the groups that it is in.
fn left_around(folder: &Path) -> Vec<u64> {
    let groups = folder.ancestors();
    groups
        .take_while(|group| group.starts_with(ROOT))
        .filter_map(left_in)
        .collect()
}

fn left_in(group: &Path) -> Option<u64> {
    NAMES.iter().find_map(|(limit, used)| {
        let (limit, used) = (number(&group.join(limit))?, number(&group.join(used))?);
        // What files leave in memory is given up when it is needed.
        let stat = fs::read_to_string(group.join("memory.stat")).unwrap_or_default();
        let given_up = stat
            .lines()
            .find_map(|line| line.strip_prefix("inactive_file "))
            .and_then(|bytes| bytes.parse().ok())
            .unwrap_or(0);
        Some(limit.saturating_sub(used.saturating_sub(given_up)))
    })
}

/// `None` when there is no such file, or it says that there is no limit.
fn number(file: &Path) -> Option<u64> {
    fs::read_to_string(file).ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_both_versions_are_found() {
        let found = |line| folder(line).map(|folder| folder.display().to_string());
        assert_eq!(found("0::/a/b"), Some("/sys/fs/cgroup/a/b".into()));
        let first = found("4:cpu,memory:/a");
        assert_eq!(first, Some("/sys/fs/cgroup/memory/a".into()));
        assert_eq!(found("5:devices:/"), None);
        assert_eq!(found("nonsense"), None);
    }

    #[test]
    fn what_is_left_is_the_limit_less_what_cannot_be_given_up() {
        let group = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(group.path().join(name), text).unwrap();
        assert_eq!(left_in(group.path()), None);
        write("memory.max", "1000\n");
        write("memory.current", "700\n");
        assert_eq!(left_in(group.path()), Some(300));
        write("memory.stat", "anon 500\ninactive_file 150\n");
        assert_eq!(left_in(group.path()), Some(450));
        write("memory.max", "max\n");
        assert_eq!(left_in(group.path()), None);
    }
}

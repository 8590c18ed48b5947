//! The package's Cairo files, all in memory: the compiler itself reads nothing from the disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::invalid;
use crate::failure::Outcome;
use crate::files::read_bounded;

const MAX_FILES: usize = 4096;
const MAX_FILE_BYTES: u64 = 4 << 20;
const MAX_TOTAL_BYTES: usize = 32 << 20;
const MAX_DEPTH: usize = 16;

/// Reads every `.cairo` file below `folder`. Links are refused: they may lead anywhere.
///
/// # Errors
/// `PACKAGE_INVALID`.
pub(super) fn read(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut sources = BTreeMap::new();
    if fs::symlink_metadata(folder).is_ok_and(|found| found.is_symlink()) {
        return Err(invalid("src is a link"));
    }
    if folder.is_dir() {
        collect(folder, "", MAX_DEPTH, &mut sources)?;
    }
    Ok(sources)
}

fn collect(
    folder: &Path,
    prefix: &str,
    depth: usize,
    sources: &mut BTreeMap<String, String>,
) -> Outcome<()> {
    let unreadable = |error: std::io::Error| invalid(format!("src/{prefix}: {error}"));
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name();
        let name = name
            .to_str()
            .ok_or_else(|| invalid("a file name is not UTF-8"))?;
        let path = format!("{prefix}{name}");
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_symlink() {
            return Err(invalid(format!("src/{path} is a link")));
        }
        if kind.is_dir() {
            if depth == 0 {
                return Err(invalid(format!(
                    "src has folders more than {MAX_DEPTH} deep"
                )));
            }
            collect(&entry.path(), &format!("{path}/"), depth - 1, sources)?;
        } else if name.ends_with(".cairo") {
            add(&entry.path(), path, sources)?;
        }
    }
    Ok(())
}

fn add(file: &Path, path: String, sources: &mut BTreeMap<String, String>) -> Outcome<()> {
    let size = fs::metadata(file).map_or(0, |found| found.len());
    if size > MAX_FILE_BYTES {
        return Err(invalid(format!(
            "src/{path} has {size} bytes, more than the {MAX_FILE_BYTES} of a source file"
        )));
    }
    let bytes = read_bounded(file, MAX_FILE_BYTES)?;
    let text = String::from_utf8(bytes).map_err(|_| invalid(format!("src/{path} is not UTF-8")))?;
    sources.insert(path, text);
    let total: usize = sources.values().map(String::len).sum();
    if sources.len() > MAX_FILES || total > MAX_TOTAL_BYTES {
        return Err(invalid(format!(
            "more than {MAX_FILES} files or {MAX_TOTAL_BYTES} bytes of source"
        )));
    }
    Ok(())
}

//! The file of a calibration: JSON, a few hundred bytes, one for each key.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::key::Key;
use super::known::Known;
use crate::files::{read_bounded, write_whole};

const FORMAT: u32 = 2;
/// The most bytes that are read.
const MAX_BYTES: u64 = 4096;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    format: u32,
    key: Key,
    known: Known,
}

/// Where it lies: `$XDG_CACHE_HOME/cairn/pace`, else `~/.cache/cairn/pace`, as builds do; `None` for a user
/// without a home.
pub(super) fn place_of(key: &Key) -> Option<PathBuf> {
    let given = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = given
        .filter(|path| path.is_absolute())
        .or_else(|| Some(env::home_dir()?.join(".cache")))?;
    let name = serde_json::to_vec(key).ok()?;
    let name = format!("{:x}", Sha256::digest(name));
    Some(
        cache
            .join("cairn/pace")
            .join(format!("{}.json", &name[..16])),
    )
}

/// What is known; `None` unless the file is whole, of this format and key, and its numbers can be true.
pub(super) fn read(path: &Path, key: &Key) -> Option<Known> {
    let bytes = read_bounded(path, MAX_BYTES).ok()?;
    let content: Content = serde_json::from_slice(&bytes).ok()?;
    let is_ours = content.format == FORMAT && content.key == *key;
    Some(content.known).filter(|known| is_ours && known.is_sound())
}

/// Replaces the file as a whole.
pub(super) fn write(path: &Path, key: &Key, known: &Known) -> Result<(), String> {
    let content = Content {
        format: FORMAT,
        key: key.clone(),
        known: known.clone(),
    };
    let text = serde_json::to_string(&content).map_err(|error| error.to_string())?;
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let written = write_whole(path, |out| writeln!(out, "{text}"));
    written.map(drop).map_err(|failure| failure.message)
}

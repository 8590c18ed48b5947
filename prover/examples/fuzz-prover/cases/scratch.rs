//! Files for what reads nothing else.

use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

/// A file of these bytes, removed when it is dropped.
pub fn file(folder: &Path, bytes: &[u8]) -> Result<NamedTempFile, String> {
    let file = NamedTempFile::new_in(folder);
    let written = file.and_then(|mut file| file.write_all(bytes).map(|()| file));
    written.map_err(|error| format!("no file in {}: {error}", folder.display()))
}

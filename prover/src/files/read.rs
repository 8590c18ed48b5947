//! Bounded reads of regular files.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use crate::failure::{Code, Failure, Outcome};

/// Opens a regular file of at most `limit` bytes and tells its size.
///
/// # Errors
/// `FILE_UNREADABLE` when it is missing, not a regular file, or larger.
pub fn open_bounded(path: &Path, limit: u64) -> Outcome<(File, u64)> {
    let unreadable = |why: String| {
        let help = "Check the path, its permissions, and that it names the file you mean.";
        let message = format!("Cannot read {}: {why}.", path.display());
        Failure::new(Code::FileUnreadable, message, help).with("path", path.display().to_string())
    };
    // A named pipe would wait for its other end.
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY)
        .open(path)
        .map_err(|error| unreadable(error.to_string()))?;
    let found = file
        .metadata()
        .map_err(|error| unreadable(error.to_string()))?;
    if !found.is_file() {
        return Err(unreadable("not a regular file".into()));
    }
    let size = found.len();
    if size > limit {
        return Err(unreadable(format!(
            "it has {size} bytes; at most {limit} are read"
        )));
    }
    Ok((file, size))
}

/// Reads a regular file of at most `limit` bytes.
///
/// # Errors
/// `FILE_UNREADABLE`, as [`open_bounded`].
pub fn read_bounded(path: &Path, limit: u64) -> Outcome<Vec<u8>> {
    let (file, size) = open_bounded(path, limit)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // One byte more than allowed shows a file that grew meanwhile.
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| {
            let message = format!("Cannot read {}: {error}.", path.display());
            Failure::new(
                Code::FileUnreadable,
                message,
                "Check the disk and try again.",
            )
            .with("path", path.display().to_string())
        })?;
    if bytes.len() as u64 > limit {
        let message = format!(
            "{} grew beyond {limit} bytes while it was read.",
            path.display()
        );
        return Err(
            Failure::new(Code::FileUnreadable, message, "Try again when it is whole.")
                .with("path", path.display().to_string()),
        );
    }
    Ok(bytes)
}

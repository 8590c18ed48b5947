//! Writes beside the final name, syncs, renames.

use std::fs::{self, File};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::answer::ending;
use crate::failure::{Code, Failure, Outcome};

/// What was written.
pub struct Written {
    pub bytes: u64,
    /// SHA-256 in hex.
    pub sha256: String,
}

/// Creates or replaces the file `path` with what `produce` writes.
///
/// Nothing is left behind under either name when it fails, nor when a limit or a signal
/// ends the process meanwhile.
///
/// # Errors
/// `FILE_UNWRITABLE`.
pub fn write_whole(
    path: &Path,
    produce: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Outcome<Written> {
    let unwritable = |error| unwritable(path, &error);
    let beside = beside(path).map_err(unwritable)?;
    let (file, guard) = Unfinished::create(&beside).map_err(unwritable)?;
    let written = write_and_sync(file, produce).map_err(unwritable)?;
    fs::rename(&beside, path).map_err(unwritable)?;
    guard.finished();
    sync_folder(path);
    Ok(written)
}

/// Finds out before long work whether its result can be written there: makes an empty file beside `path`, and removes it.
///
/// # Errors
/// `FILE_UNWRITABLE`.
pub fn check_writable(path: &Path) -> Outcome<()> {
    let unwritable = |error| unwritable(path, &error);
    let beside = beside(path).map_err(unwritable)?;
    Unfinished::create(&beside).map(drop).map_err(unwritable)
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let message = format!("Cannot write {}: {error}.", path.display());
    let help = match error.kind() {
        ErrorKind::InvalidInput => "Name a new file, or a regular file to replace.",
        _ => "Check that its folder exists, that it may be written, and that the disk has room.",
    };
    Failure::new(Code::FileUnwritable, message, help).with("path", path.display().to_string())
}

/// A name in the same folder that nobody has: a process that was killed may have left one of the same process id.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let invalid = |why| io::Error::new(ErrorKind::InvalidInput, why);
    match fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => return Err(invalid("it is a folder")),
        // To rename onto a link or a device would replace it, not what it leads to.
        Ok(there) if !there.is_file() => return Err(invalid("it is there and no regular file")),
        _ => {}
    }
    let name = path
        .file_name()
        .ok_or_else(|| invalid("it names no file"))?;
    let chance = RandomState::new().hash_one(std::process::id());
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{chance:016x}.part"));
    Ok(path.with_file_name(hidden))
}

fn write_and_sync(
    file: File,
    produce: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<Written> {
    let mut writer = BufWriter::new(Hashing {
        file,
        hasher: Sha256::new(),
        bytes: 0,
    });
    produce(&mut writer)?;
    let Hashing {
        file,
        hasher,
        bytes,
    } = writer.into_inner().map_err(io::Error::from)?;
    file.sync_all()?;
    let sha256 = format!("{:x}", hasher.finalize());
    Ok(Written { bytes, sha256 })
}

/// The rename itself must reach the disk too; a file system that cannot is not an error.
fn sync_folder(path: &Path) {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
        let _ = folder.sync_all();
    }
}

struct Hashing {
    file: File,
    hasher: Sha256,
    bytes: u64,
}

impl Write for Hashing {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.file.write(buffer)?;
        self.hasher.update(&buffer[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Removes the unfinished file, however its writing ends.
struct Unfinished {
    path: Option<PathBuf>,
}

impl Unfinished {
    fn create(path: &Path) -> io::Result<(File, Self)> {
        let file = ending::create_unfinished_file(path)?;
        let path = Some(path.to_owned());
        Ok((file, Self { path }))
    }

    fn finished(mut self) {
        self.path = None;
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            let _ = fs::remove_file(path);
        }
        ending::forget_unfinished_file();
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::CString;
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[test]
    fn leaves_what_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pipe");
        let name = CString::new(path.as_os_str().as_bytes()).unwrap();
        // SAFETY: a plain system call with a live string.
        assert_eq!(unsafe { libc::mkfifo(name.as_ptr(), 0o600) }, 0);
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        for output in [&path, &link] {
            let failure = write_whole(output, |out| out.write_all(b"abc"));
            assert_eq!(failure.err().unwrap().code, Code::FileUnwritable);
        }
        assert!(!fs::metadata(&path).unwrap().is_file());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn replaces_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("proof.bin");
        let written = write_whole(&path, |out| out.write_all(b"abc")).unwrap();
        assert_eq!((written.bytes, &written.sha256[..8]), (3, "ba7816bf"));
        let failure = write_whole(&path, |out| {
            out.write_all(b"half")?;
            Err(io::Error::other("disk full"))
        });
        assert_eq!(failure.err().unwrap().code, Code::FileUnwritable);
        assert_eq!(fs::read(&path).unwrap(), b"abc");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}

//! Files that many proofs are judged against, read and parsed once.

use std::collections::HashMap;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::SystemTime;

use crate::failure::Outcome;

/// The most bytes of files whose contents are kept.
const MAX_BYTES: u64 = 64 << 20;

/// A file as it was when it was read: one that changed since is another.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    path: PathBuf,
    size: u64,
    modified: Option<SystemTime>,
    /// Which file it is, and when its entry was last changed: a copy may keep times.
    identity: (u64, u64, i64, i64),
}

/// What comes of reading a file: filled by the first that asks, while the others wait for it.
type Slot<T> = Arc<OnceLock<Outcome<Arc<T>>>>;

/// Keeps what was read up to a bound; then it starts over.
pub(super) struct Shelf<T> {
    read: fn(&Path) -> Outcome<T>,
    kept: Mutex<Kept<T>>,
}

struct Kept<T> {
    slots: HashMap<Key, Slot<T>>,
    bytes: u64,
}

impl<T> Shelf<T> {
    /// An empty one, for files that are read so.
    pub fn new(read: fn(&Path) -> Outcome<T>) -> Self {
        let kept = Kept {
            slots: HashMap::new(),
            bytes: 0,
        };
        Self {
            read,
            kept: Mutex::new(kept),
        }
    }

    /// The content of a file.
    ///
    /// # Errors
    /// Those of reading it; whoever waited for it has them too, and the next one reads again.
    pub fn get(&self, path: &Path) -> Outcome<Arc<T>> {
        let key = Key::of(path);
        let slot = self.slot(key.as_ref());
        let content = slot.get_or_init(|| (self.read)(path).map(Arc::new)).clone();
        if let (Err(_), Some(key)) = (&content, &key) {
            self.kept().slots.remove(key);
        }
        content
    }

    fn kept(&self) -> MutexGuard<'_, Kept<T>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn slot(&self, key: Option<&Key>) -> Slot<T> {
        let Some(key) = key else {
            return Slot::default();
        };
        let mut kept = self.kept();
        if let Some(slot) = kept.slots.get(key) {
            return slot.clone();
        }
        // A small file is not free either.
        let size = key.size.max(1 << 10);
        if kept.bytes.saturating_add(size) > MAX_BYTES {
            kept.slots.clear();
            kept.bytes = 0;
        }
        let slot = Slot::default();
        if size <= MAX_BYTES {
            kept.slots.insert(key.clone(), slot.clone());
            kept.bytes += size;
        }
        slot
    }
}

impl Key {
    fn of(path: &Path) -> Option<Self> {
        let found = std::fs::metadata(path).ok()?;
        Some(Self {
            path: path.to_owned(),
            size: found.len(),
            modified: found.modified().ok(),
            identity: (found.dev(), found.ino(), found.ctime(), found.ctime_nsec()),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    static READS: AtomicUsize = AtomicUsize::new(0);

    fn length(path: &Path) -> Outcome<usize> {
        READS.fetch_add(1, Ordering::SeqCst);
        Ok(fs::read(path).map_or(0, |bytes| bytes.len()))
    }

    #[test]
    fn reads_each_file_once_until_it_changes_or_the_shelf_is_full() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::new(length);
        let reads_of = |path: &Path| {
            let before = READS.load(Ordering::SeqCst);
            let length = shelf.get(path).ok().map(|length| *length);
            (length, READS.load(Ordering::SeqCst) - before)
        };
        let (small, large) = (folder.path().join("small"), folder.path().join("large"));
        fs::write(&small, "abc").unwrap();
        assert_eq!(reads_of(&small), (Some(3), 1));
        assert_eq!(reads_of(&small), (Some(3), 0));
        fs::write(&small, "abcd").unwrap();
        assert_eq!(reads_of(&small), (Some(4), 1));
        let file = fs::File::create(&large).unwrap();
        file.set_len(MAX_BYTES).unwrap();
        assert_eq!(reads_of(&large).1, 1);
        assert_eq!(reads_of(&large).1, 0);
        assert_eq!(reads_of(&small).1, 1);
        file.set_len(MAX_BYTES + 1).unwrap();
        assert_eq!(reads_of(&large).1, 1);
        assert_eq!(reads_of(&large).1, 1);
    }
}

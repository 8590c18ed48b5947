//! The memory limit. The process watches its resident size, and the system refuses it more data
//! than a quarter above the limit; a refused allocation ends it with an answer, not an abort.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::OnceLock;
use std::thread;
use std::time::Duration;

use super::{large_blocks, line_of, usage};
use crate::answer::ending;
use crate::failure::{Code, Failure, Outcome};

static EXHAUSTED: OnceLock<Vec<u8>> = OnceLock::new();
const WATCH_EVERY: Duration = Duration::from_millis(20);
const UNPREPARED: &[u8] = b"{\"error\":{\"code\":\"MEMORY_LIMIT\",\"message\":\"The machine has no more memory.\",\"help\":\"Run it on a machine with more.\",\"limit\":null}}\n";

/// Sets the limit, in bytes of resident memory; without one only the machine's end is answered.
///
/// # Errors
/// `MEMORY_LIMIT` when the process is beyond it already.
pub fn limit_memory(limit: Option<u64>) -> Outcome<()> {
    let failure = exhausted(limit);
    let _ = EXHAUSTED.set(line_of(&failure));
    let Some(limit) = limit else { return Ok(()) };
    if usage::resident_size().is_some_and(|resident| resident >= limit) {
        return Err(failure);
    }
    limit_data(limit);
    thread::spawn(move || watch(limit));
    Ok(())
}

fn exhausted(limit: Option<u64>) -> Failure {
    let message = match limit {
        Some(limit) => format!("The work needs more than {limit} bytes of memory."),
        None => "The machine has no more memory.".to_owned(),
    };
    let help =
        "Raise --max-memory, use a machine with more, or cut the input group into smaller ones.";
    Failure::new(Code::MemoryLimit, message, help).with("limit", limit)
}

fn limit_data(limit: u64) {
    let before = usage::data_size().unwrap_or(0);
    let most = limit.saturating_add(limit / 4).saturating_add(before);
    let bound = libc::rlimit {
        rlim_cur: most,
        rlim_max: most,
    };
    // SAFETY: a plain system call; where the system knows no such limit, the watch remains.
    unsafe { libc::setrlimit(libc::RLIMIT_DATA, &bound) };
}

fn watch(limit: u64) {
    while usage::resident_size().is_none_or(|resident| resident <= limit) {
        thread::sleep(WATCH_EVERY);
    }
    end();
}

fn end() {
    if ending::claim() {
        let line = EXHAUSTED.get().map_or(UNPREPARED, Vec::as_slice);
        ending::abandon(line, Code::MemoryLimit.exit_code());
    }
}

/// The system's allocator, but for large blocks; it ends the process with an answer when
/// there is no more.
pub struct Allocator;

impl Allocator {
    fn given(pointer: *mut u8) -> *mut u8 {
        if pointer.is_null() {
            end();
        }
        pointer
    }

    /// Moves what a block holds to a new one.
    unsafe fn copied(&self, pointer: *mut u8, layout: Layout, wanted: Layout) -> *mut u8 {
        let moved = self.alloc(wanted);
        if !moved.is_null() {
            pointer.copy_to_nonoverlapping(moved, layout.size().min(wanted.size()));
            self.dealloc(pointer, layout);
        }
        moved
    }
}

// SAFETY: a block is given back to whom it came from: its layout says to whom.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::given(if large_blocks::is_large(&layout) {
            large_blocks::take(layout.size())
        } else {
            System.alloc(layout)
        })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        Self::given(if large_blocks::is_large(&layout) {
            large_blocks::take_zeroed(layout.size())
        } else {
            System.alloc_zeroed(layout)
        })
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let wanted = Layout::from_size_align_unchecked(size, layout.align());
        let were_large = large_blocks::is_large(&layout);
        if !were_large && !large_blocks::is_large(&wanted) {
            return Self::given(System.realloc(pointer, layout, size));
        }
        if were_large && large_blocks::is_large(&wanted) {
            let moved = large_blocks::resize(pointer, layout.size(), size);
            if !moved.is_null() {
                return moved;
            }
        }
        self.copied(pointer, layout, wanted)
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        if large_blocks::is_large(&layout) {
            large_blocks::give_back(pointer, layout.size());
        } else {
            System.dealloc(pointer, layout);
        }
    }
}

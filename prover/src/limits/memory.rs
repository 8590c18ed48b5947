//! The memory limit. The process watches its resident size, and the system refuses it more data
//! than a quarter above the limit; a refused allocation ends it with an answer, not an abort. It also
//! watches what the machine has left: when others take that, it ends before the system kills one of them.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::mpsc::{channel, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;
use std::{mem, ptr, thread};

use serde_json::Value;

use super::{large_blocks, line_of, usage};
use crate::answer::ending;
use crate::failure::{Code, Failure, Outcome};

/// The answer when there is no more, ready to be written.
static EXHAUSTED: AtomicPtr<Vec<u8>> = AtomicPtr::new(ptr::null_mut());
const WATCH_EVERY: Duration = Duration::from_millis(20);
/// Bytes that the machine must have left: more than a proof takes between two looks.
const LEAST_LEFT: u64 = 64 << 20;
const UNPREPARED: &[u8] = b"{\"error\":{\"code\":\"MEMORY_LIMIT\",\"message\":\"The machine has no more memory.\",\"help\":\"Run it on a machine with more.\",\"limit\":null}}\n";

/// A memory limit that holds as long as this value lives.
#[derive(Default)]
pub struct MemoryLimit {
    _over: Option<Sender<()>>,
    data_before: Option<libc::rlimit>,
}

/// Sets the limit, in bytes of resident memory; without one only the machine's end is answered.
///
/// # Errors
/// `MEMORY_LIMIT` when the process is beyond it already.
pub fn limit_memory(limit: Option<u64>) -> Outcome<MemoryLimit> {
    let Some(limit) = limit else {
        return Ok(MemoryLimit::default());
    };
    let failure = exhausted(limit);
    if usage::resident_size().is_some_and(|resident| resident >= limit) {
        return Err(failure);
    }
    let watched = Watched {
        limit,
        beyond: line_of(&failure),
        crowded: line_of(&crowded()),
    };
    set_answer(Some(watched.beyond.clone()));
    let data_before = limit_data(limit);
    let (_over, is_over) = channel();
    thread::spawn(move || watched.watch(&is_over));
    Ok(MemoryLimit {
        _over: Some(_over),
        data_before,
    })
}

impl Drop for MemoryLimit {
    fn drop(&mut self) {
        if let Some(before) = self.data_before {
            // SAFETY: a plain system call.
            unsafe { libc::setrlimit(libc::RLIMIT_DATA, &before) };
        }
        if self._over.is_some() {
            set_answer(None);
        }
    }
}

fn exhausted(limit: u64) -> Failure {
    let message = format!("The work needs more than {limit} bytes of memory.");
    let help =
        "Raise --max-memory, use a machine with more, or cut the input group into smaller ones.";
    Failure::new(Code::MemoryLimit, message, help).with("limit", limit)
}

/// The machine was the limit, and it passes: no limit is named.
fn crowded() -> Failure {
    let message =
        "Other programs took the machine's memory, and the system was about to end one of them.";
    let help = "Try again when more of the machine's memory is free.";
    Failure::new(Code::MemoryLimit, message, help).with("limit", Value::Null)
}

fn set_answer(line: Option<Vec<u8>>) {
    let pointer = line.map_or(ptr::null_mut(), |line| Box::into_raw(Box::new(line)));
    // Nobody may be reading it when what was there before is freed.
    ending::claim_or_wait();
    let before = EXHAUSTED.swap(pointer, Ordering::SeqCst);
    if !before.is_null() {
        // SAFETY: it came from `Box::into_raw`, and nobody else has it any more.
        drop(unsafe { Box::from_raw(before) });
    }
    ending::release();
}

/// Bounds the process's data by a quarter more than the limit; tells what the bound was before.
fn limit_data(limit: u64) -> Option<libc::rlimit> {
    let in_use = usage::data_size().unwrap_or(0);
    let most = limit.saturating_add(limit / 4).saturating_add(in_use);
    // SAFETY: plain system calls; where the system knows no such limit, the watch remains.
    unsafe {
        let mut before: libc::rlimit = mem::zeroed();
        if libc::getrlimit(libc::RLIMIT_DATA, &mut before) != 0 {
            return None;
        }
        let bound = libc::rlimit {
            rlim_cur: most.min(before.rlim_max),
            ..before
        };
        (libc::setrlimit(libc::RLIMIT_DATA, &bound) == 0).then_some(before)
    }
}

/// The limit, and the answers when it does not hold, ready to be written.
struct Watched {
    limit: u64,
    beyond: Vec<u8>,
    crowded: Vec<u8>,
}

impl Watched {
    /// Ends the process when it is beyond its limit, or the machine has nothing left.
    fn watch(&self, is_over: &Receiver<()>) {
        loop {
            let (resident, left) = (usage::resident_size(), usage::memory_left());
            if let Some(line) = self.why_to_end(resident, left) {
                return ending::abandon_unless_over(is_over, line, Code::MemoryLimit.exit_code());
            }
            if is_over.recv_timeout(WATCH_EVERY) != Err(RecvTimeoutError::Timeout) {
                return;
            }
        }
    }

    /// The answer to end with, if the process must. What cannot be known is no reason.
    fn why_to_end(&self, resident: Option<u64>, left: Option<u64>) -> Option<&[u8]> {
        if resident.is_some_and(|resident| resident > self.limit) {
            Some(&self.beyond)
        } else if left.is_some_and(|left| left < LEAST_LEFT) {
            Some(&self.crowded)
        } else {
            None
        }
    }
}

/// An allocation was refused.
fn end() {
    if ending::claim_soon() {
        let answer = EXHAUSTED.load(Ordering::SeqCst);
        // SAFETY: the pointer is live: it is freed only by whoever has the last word.
        let line = unsafe { answer.as_ref() }.map_or(UNPREPARED, Vec::as_slice);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ends_beyond_the_limit_and_when_others_took_the_rest() {
        let watched = Watched {
            limit: 1000,
            beyond: b"beyond".into(),
            crowded: b"crowded".into(),
        };
        let ends = |resident, left| watched.why_to_end(resident, left);
        assert_eq!(ends(Some(1000), Some(LEAST_LEFT)), None);
        assert_eq!(ends(None, None), None);
        assert_eq!(ends(Some(1001), Some(0)), Some(&b"beyond"[..]));
        assert_eq!(ends(Some(1), Some(LEAST_LEFT - 1)), Some(&b"crowded"[..]));
    }
}

//! The search: every walk that begins with the given moves, depth first.

use crate::input::Task;
use crate::lattice::I;
use crate::trail::Bead;
use crate::walk::{Walk, WalkTrait};

/// What the search has found so far.
#[derive(Copy, Drop)]
pub struct Found {
    /// How many walks were counted.
    pub walks: felt252,
    /// The most contacts that one of them has (-1 before the first), and how many have so many.
    pub contacts: felt252,
    pub best: felt252,
    /// The first of these.
    fold: Box<Walk>,
}

#[generate_trait]
pub impl FoundImpl of FoundTrait {
    /// Counts a walk of the whole chain.
    #[inline(always)]
    fn count(ref self: Found, walk: Walk) {
        self.walks += 1;
        if walk.contacts == self.contacts {
            self.best += 1;
        } else if is_less(self.contacts, walk.contacts) {
            self.contacts = walk.contacts;
            self.best = 1;
            self.fold = BoxTrait::new(walk);
        }
    }

    /// The moves of the first walk that has the most contacts; none when there is no walk.
    fn moves(self: Found) -> Array<u8> {
        if self.walks == 0 {
            array![]
        } else {
            self.fold.unbox().moves()
        }
    }

    /// Minus the most contacts; 0 when there is no walk.
    fn energy(self: Found) -> i64 {
        if self.walks == 0 {
            0
        } else {
            (-self.contacts).try_into().unwrap()
        }
    }
}

pub fn search(task: Task) -> Found {
    let mut found = Found { walks: 0, contacts: -1, best: 0, fold: BoxTrait::new(task.walk) };
    extend(task.walk, task.rest, ref found);
    found
}

/// Lays the rest of the chain behind the walk in every way.
fn extend(walk: Walk, mut rest: Span<bool>, ref found: Found) {
    match rest.pop_front() {
        Option::None => found.count(walk),
        Option::Some(sticky) => {
            let sticky = *sticky;
            let ahead = walk.head.cell - walk.neck.cell;
            let left = ahead * I;
            if let Option::Some(longer) = walk.lay(Bead { cell: walk.head.cell + ahead, sticky }) {
                extend(longer, rest, ref found);
            }
            if let Option::Some(longer) = walk.lay(Bead { cell: walk.head.cell + left, sticky }) {
                extend(longer, rest, ref found);
            }
            if let Option::Some(longer) = walk.lay(Bead { cell: walk.head.cell - left, sticky }) {
                extend(longer, rest, ref found);
            }
        },
    }
}

/// For small numbers: the difference of a smaller and a larger one is no u32.
#[inline(always)]
fn is_less(a: felt252, b: felt252) -> bool {
    let difference: Option<u32> = (a - b).try_into();
    difference.is_none()
}

//! The search: every walk that begins with the given moves, depth first.

use crate::input::Task;
use crate::lattice::I;
use crate::trail::{Bead, is_free};
use crate::walk::{Walk, WalkTrait};

/// What the search has found so far.
#[derive(Copy, Drop)]
pub struct Found {
    /// How many walks of the whole chain.
    pub walks: felt252,
    /// How many of them have the most contacts.
    pub best: felt252,
    /// The first of these.
    fold: Box<Fold>,
}

#[derive(Copy, Drop)]
struct Fold {
    contacts: felt252,
    walk: Walk,
}

pub fn find_folds(task: Task) -> Found {
    // Fewer contacts than any fold has: the first one is better.
    let nothing = Fold { contacts: -1, walk: task.walk };
    let mut found = Found { walks: 0, best: 0, fold: BoxTrait::new(nothing) };
    extend(task.walk, task.rest, ref found);
    found
}

/// Lays the rest of the chain behind the walk in every way.
fn extend(walk: Walk, mut rest: Span<bool>, ref found: Found) {
    match rest.pop_front() {
        Option::None => found.count(walk),
        Option::Some(sticky) => {
            let sticky = *sticky;
            let near = walk.near();
            let longer = walk.stretch(near);
            let ahead = walk.head.cell + walk.last_step();
            if is_free(near, ahead) {
                extend(longer.lay(Bead { cell: ahead, sticky }), rest, ref found);
            }
            let left = walk.head.cell + walk.last_step() * I;
            if is_free(near, left) {
                extend(longer.lay(Bead { cell: left, sticky }), rest, ref found);
            }
            let right = walk.head.cell - walk.last_step() * I;
            if is_free(near, right) {
                extend(longer.lay(Bead { cell: right, sticky }), rest, ref found);
            }
        },
    }
}

#[generate_trait]
pub impl FoundImpl of FoundTrait {
    /// Counts a walk of the whole chain.
    #[inline(always)]
    fn count(ref self: Found, walk: Walk) {
        let contacts = walk.all_contacts(walk.odd.behind);
        self.walks += 1;
        if contacts == self.fold.contacts {
            self.best += 1;
        } else if is_less(self.fold.contacts, contacts) {
            self.best = 1;
            self.fold = BoxTrait::new(Fold { contacts, walk });
        }
    }

    /// Minus the most contacts; 0 when there is no walk.
    fn energy(self: Found) -> i64 {
        if self.walks == 0 {
            0
        } else {
            (-self.fold.contacts).try_into().unwrap()
        }
    }

    /// The moves of the best fold; none when there is no walk.
    fn moves(self: Found) -> Array<u8> {
        if self.walks == 0 {
            array![]
        } else {
            self.fold.walk.moves()
        }
    }
}

/// Compares small numbers: a smaller one minus a larger one is at the far end of the field.
#[inline(always)]
fn is_less(a: felt252, b: felt252) -> bool {
    let difference: Option<u128> = (a - b).try_into();
    difference.is_none()
}

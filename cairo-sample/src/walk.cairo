//! A walk: the part of the chain that already lies on the lattice.

use crate::lattice::move_of;
use crate::trail::{Bead, Trail, is_free, lengthen, sticky_beside};

#[derive(Copy, Drop)]
pub struct Walk {
    /// The bead that was laid last, and the one before it.
    pub head: Bead,
    pub neck: Bead,
    /// The beads 2, 4, 6, ... places behind the head: the next bead may touch them.
    pub even: Trail,
    /// The beads 3, 5, 7, ... places behind the head: the next bead must not land on them.
    pub odd: Trail,
    /// How many pairs of sticky beads touch.
    pub contacts: felt252,
}

#[generate_trait]
pub impl WalkImpl of WalkTrait {
    /// The walk of the first two beads.
    fn begin(first: Bead, second: Bead) -> Walk {
        Walk { head: second, neck: first, even: Option::None, odd: Option::None, contacts: 0 }
    }

    /// The walk with one more bead, one step from the head and not back; none where a bead lies already.
    #[inline(always)]
    fn lay(self: Walk, bead: Bead) -> Option<Walk> {
        if !is_free(self.odd, bead.cell) {
            return Option::None;
        }
        let contacts = if bead.sticky {
            self.contacts + sticky_beside(self.even, bead.cell)
        } else {
            self.contacts
        };
        Option::Some(
            Walk { head: bead, neck: self.head, even: lengthen(self.odd, self.neck), odd: self.even, contacts },
        )
    }

    /// Its moves from the first bead on.
    fn moves(self: Walk) -> Array<u8> {
        let mut moves = array![];
        append_moves(self.head.cell, self.neck.cell, self.even, self.odd, ref moves);
        moves
    }
}

/// Follows the walk back to its first bead, and appends its moves on the way home.
fn append_moves(head: felt252, neck: felt252, even: Trail, odd: Trail, ref moves: Array<u8>) {
    if let Option::Some(link) = even {
        let link = link.unbox();
        append_moves(neck, link.bead.cell, odd, link.behind, ref moves);
    }
    moves.append(move_of(head - neck));
}

//! A walk: the part of the chain that lies on the lattice.

use crate::lattice::move_of;
use crate::trail::{Bead, Link, Trail, beside, sticky_beside};

#[derive(Copy, Drop)]
pub struct Walk {
    /// The bead that was laid last.
    pub head: Bead,
    /// The beads 1, 3, 5, … places behind the head. There is one at least: the neck.
    pub odd: Box<Link>,
    /// The beads 2, 4, 6, … places behind the head.
    pub even: Trail,
    /// How many pairs of sticky beads touch, those of the head not counted.
    pub contacts: felt252,
}

#[generate_trait]
pub impl WalkImpl of WalkTrait {
    /// The walk of the first two beads.
    fn begin(first: Bead, second: Bead) -> Walk {
        let odd = BoxTrait::new(Link { bead: first, behind: Option::None });
        Walk { head: second, odd, even: Option::None, contacts: 0 }
    }

    /// The step from the neck to the head.
    #[inline(always)]
    fn last_step(self: Walk) -> felt252 {
        self.head.cell - self.odd.bead.cell
    }

    /// The beads beside the head, the neck left out: what it has contact with, and what is in the
    /// way of the next bead.
    #[inline(always)]
    fn near(self: Walk) -> Trail {
        beside(self.odd.behind, self.head.cell)
    }

    /// How many pairs of sticky beads touch.
    #[inline(always)]
    fn all_contacts(self: Walk, near: Trail) -> felt252 {
        if self.head.sticky {
            self.contacts + sticky_beside(near, self.head.cell)
        } else {
            self.contacts
        }
    }

    /// The walk with its head as the neck of the next bead; `lay` puts that bead down.
    #[inline(always)]
    fn stretch(self: Walk, near: Trail) -> Walk {
        Walk {
            head: self.head,
            odd: BoxTrait::new(Link { bead: self.head, behind: self.even }),
            even: Option::Some(self.odd),
            contacts: self.all_contacts(near),
        }
    }

    #[inline(always)]
    fn lay(self: Walk, head: Bead) -> Walk {
        Walk { head, ..self }
    }

    /// Its moves, from the first bead on.
    fn moves(self: Walk) -> Array<u8> {
        let mut moves = array![];
        append_moves(self.head.cell, Option::Some(self.odd), self.even, ref moves);
        moves
    }
}

/// Follows the walk back to its first bead, and appends its moves on the way home.
fn append_moves(head: felt252, odd: Trail, even: Trail, ref moves: Array<u8>) {
    if let Option::Some(neck) = odd {
        append_moves(neck.bead.cell, even, neck.behind, ref moves);
        moves.append(move_of(head - neck.bead.cell));
    }
}

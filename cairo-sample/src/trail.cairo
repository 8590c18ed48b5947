//! Every second bead of a walk, the last one first.
//!
//! On a chessboard each step would change the colour. So a bead can only touch, and only run into,
//! every second bead of its walk: a look along half of the chain is enough.
//!
//! A trail is a linked list that nobody alters. All walks that begin alike share it, and to take a
//! bead up again is to forget it: no copies, no dictionary.

use crate::lattice::touch;

#[derive(Copy, Drop)]
pub struct Bead {
    pub cell: felt252,
    /// True for H, false for P.
    pub sticky: bool,
}

#[derive(Copy, Drop)]
pub struct Link {
    pub bead: Bead,
    pub behind: Trail,
}

pub type Trail = Option<Box<Link>>;

/// The beads of the trail that lie beside the cell.
pub fn beside(trail: Trail, cell: felt252) -> Trail {
    match trail {
        Option::None => trail,
        Option::Some(link) => if touch(link.bead.cell, cell) {
            Option::Some(BoxTrait::new(Link { bead: link.bead, behind: beside(link.behind, cell) }))
        } else {
            beside(link.behind, cell)
        },
    }
}

/// How many sticky beads of the trail lie beside the cell.
pub fn sticky_beside(trail: Trail, cell: felt252) -> felt252 {
    match trail {
        Option::None => 0,
        Option::Some(link) => if touch(link.bead.cell, cell) && link.bead.sticky {
            1 + sticky_beside(link.behind, cell)
        } else {
            sticky_beside(link.behind, cell)
        },
    }
}

/// True when no bead of the trail lies in the cell.
pub fn is_free(trail: Trail, cell: felt252) -> bool {
    match trail {
        Option::None => true,
        Option::Some(link) => link.bead.cell != cell && is_free(link.behind, cell),
    }
}

//! Every second bead behind the head of a walk, the nearest first.
//!
//! A step changes the colour of the cell, as on a chessboard. So a bead can only land on beads that are an even number
//! of places back in the chain, and only touch beads that are an odd number back: each question needs
//! half of the chain. A trail is a linked list that is never altered. All walks that begin alike share it, and
//! stepping back is forgetting: no copies, no dictionary.

use crate::lattice::touch;

#[derive(Copy, Drop)]
pub struct Bead {
    pub cell: felt252,
    /// True for H.
    pub sticky: bool,
}

pub type Trail = Option<Box<Link>>;

#[derive(Copy, Drop)]
pub struct Link {
    pub bead: Bead,
    pub behind: Trail,
}

/// The trail with one more bead in front.
pub fn lengthen(trail: Trail, bead: Bead) -> Trail {
    Option::Some(BoxTrait::new(Link { bead, behind: trail }))
}

/// True when no bead of the trail lies in the cell.
pub fn is_free(trail: Trail, cell: felt252) -> bool {
    match trail {
        Option::None => true,
        Option::Some(link) => {
            let Link { bead, behind } = link.unbox();
            if bead.cell == cell {
                false
            } else {
                is_free(behind, cell)
            }
        },
    }
}

/// How many sticky beads of the trail lie beside the cell.
pub fn sticky_beside(trail: Trail, cell: felt252) -> felt252 {
    match trail {
        Option::None => 0,
        Option::Some(link) => {
            let Link { bead, behind } = link.unbox();
            if touch(bead.cell, cell) && bead.sticky {
                1 + sticky_beside(behind, cell)
            } else {
                sticky_beside(behind, cell)
            }
        },
    }
}

//! Reads an input group, and trusts nothing in it. A bad one ends the program, and what did not end well
//! cannot be proven.

use crate::lattice::{ORIGIN, step_of};
use crate::trail::Bead;
use crate::walk::{Walk, WalkTrait};

/// What there is to do: a walk to begin with, and the beads that follow (true for H).
#[derive(Copy, Drop)]
pub struct Task {
    pub walk: Walk,
    pub rest: Span<bool>,
}

pub fn read_task(input: Span<felt252>) -> Task {
    let (mut beads, mut moves) = split(input);
    assert(beads.len() > 1, 'chain: 2 or more of H, P wanted');
    assert(moves.len() > 0, 'moves: at least one wanted');
    assert(moves.len() < beads.len(), 'moves: more than the chain has');

    let first = Bead { cell: ORIGIN, sticky: take(ref beads) };
    let mut walk = WalkTrait::begin(first, Bead { cell: ORIGIN + take_step(ref moves), sticky: take(ref beads) });
    while !moves.is_empty() {
        let cell = walk.head.cell + take_step(ref moves);
        assert(cell != walk.neck.cell, 'moves: one takes back another');
        walk = walk.lay(Bead { cell, sticky: take(ref beads) }).expect('moves: the walk meets itself');
    }
    Task { walk, rest: beads }
}

/// The beads of the chain (true for H), and the values after them.
fn split(mut input: Span<felt252>) -> (Span<bool>, Span<felt252>) {
    let mut beads: Array<bool> = array![];
    while let Option::Some(value) = input.get(0) {
        let letter = *value.unbox();
        if letter != 'H' && letter != 'P' {
            break;
        }
        beads.append(letter == 'H');
        let _ = input.pop_front();
    }
    (beads.span(), input)
}

fn take(ref beads: Span<bool>) -> bool {
    *beads.pop_front().unwrap()
}

fn take_step(ref moves: Span<felt252>) -> felt252 {
    step_of(*moves.pop_front().unwrap()).expect('moves: 0, 1, 2 or 3 wanted')
}

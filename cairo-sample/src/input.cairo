//! Reads an input group, and trusts nothing in it: a bad one ends the program and cannot be
//! proven.

use crate::lattice::{ORIGIN, step_of};
use crate::trail::{Bead, is_free};
use crate::walk::{Walk, WalkTrait};

/// What there is to do.
#[derive(Copy, Drop)]
pub struct Task {
    /// The walk with which all walks begin.
    pub walk: Walk,
    /// The beads that follow: true for H.
    pub rest: Span<bool>,
}

pub fn read_task(mut input: Span<felt252>) -> Task {
    let mut beads = take_beads(ref input);
    assert(beads.len() > 1, 'chain: 2 or more of H, P wanted');
    let mut steps = read_steps(input);
    assert(steps.len() > 0, 'moves: at least one wanted');
    assert(steps.len() < beads.len(), 'moves: more than the chain has');

    let first = Bead { cell: ORIGIN, sticky: take(ref beads) };
    let second = Bead { cell: ORIGIN + take(ref steps), sticky: take(ref beads) };
    let mut walk = WalkTrait::begin(first, second);
    while !steps.is_empty() {
        let cell = walk.head.cell + take(ref steps);
        assert(is_free(Option::Some(walk.odd), cell), 'moves: the walk meets itself');
        walk = walk.stretch(walk.near()).lay(Bead { cell, sticky: take(ref beads) });
    }
    Task { walk, rest: beads }
}

/// Takes the chain off the front of the input.
fn take_beads(ref input: Span<felt252>) -> Span<bool> {
    let mut beads = array![];
    while let Option::Some(letter) = input.get(0) {
        let sticky = *letter.unbox() == 'H';
        if !sticky && *letter.unbox() != 'P' {
            break;
        }
        beads.append(sticky);
        let _ = input.pop_front();
    }
    beads.span()
}

fn read_steps(moves: Span<felt252>) -> Span<felt252> {
    let mut steps = array![];
    for move in moves {
        steps.append(step_of(*move).expect('moves 0-3 wanted after H and P'));
    }
    steps.span()
}

fn take<T, +Copy<T>>(ref values: Span<T>) -> T {
    *values.pop_front().unwrap()
}

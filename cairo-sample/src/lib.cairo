//! HP protein folding on the square lattice (K. A. Dill, 1985).
//!
//! A chain of H (hydrophobic) and P (polar) beads lies on the lattice as a walk that never meets
//! itself. Each pair of H beads that touch without being neighbours in the chain lowers the energy by
//! one. What is the lowest energy, and how many folds reach it? This program looks at all walks that
//! begin with given moves. Its answer is proven, so nobody has to look at them again.

mod input;
mod lattice;
mod search;
mod trail;
mod walk;

use core::poseidon::poseidon_hash_span;
use input::read_task;
use search::{FoundTrait, find_folds};

/// What is proven of one input group.
#[derive(Drop, Serde)]
struct Report {
    /// The Poseidon hash of the whole input: binds the proof to this input and no other.
    commitment: felt252,
    /// The lowest energy found; 0 when there is no walk.
    energy: i64,
    /// How many walks have that energy.
    best: u64,
    /// How many walks there are. 0 when the given moves lead into a dead end.
    walks: u64,
    /// One of the best: 0 east, 1 north, 2 west, 3 south. Empty when there is no walk.
    moves: Array<u8>,
}

/// The input: a value 'H' or 'P' for each bead, then the moves with which the walks begin.
#[executable]
fn main(input: Array<felt252>) -> Report {
    let commitment = poseidon_hash_span(input.span());
    let found = find_folds(read_task(input.span()));

    Report {
        commitment,
        energy: found.energy(),
        best: found.best.try_into().unwrap(),
        walks: found.walks.try_into().unwrap(),
        moves: found.moves(),
    }
}

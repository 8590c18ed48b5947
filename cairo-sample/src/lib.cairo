//! HP protein folding on the square lattice (K. A. Dill, 1985).
//!
//! A chain of H (hydrophobic) and P (polar) beads lies on the lattice as a walk that never meets itself. Each pair
//! of H beads that are neighbours on the lattice but not in the chain lowers the energy by one. What is the lowest
//! energy, and how many folds reach it? Nobody knows a way that is quick for every chain; this program looks at all
//! walks that begin with given moves. Its answer is proven, so nobody has to search the same walks twice.

mod input;
mod lattice;
mod search;
mod trail;
mod walk;

use core::poseidon::poseidon_hash_span;
use input::read_task;
use search::{FoundTrait, search};

/// What is proven of one input group.
#[derive(Drop, Serde)]
struct Report {
    /// Binds the proof to this input and no other: the Poseidon hash of all of its values.
    commitment: felt252,
    /// The lowest energy found; 0 when there is no walk.
    energy: i64,
    /// How many walks have that energy.
    best: u64,
    /// How many walks were counted: all that begin with the given moves. 0 when these moves lead into a dead end.
    walks: u64,
    /// The moves of one walk of the lowest energy: 0 east, 1 north, 2 west, 3 south. Empty when there is no walk.
    moves: Array<u8>,
}

/// The input: a value 'H' or 'P' for each bead, then the moves with which the walks begin.
#[executable]
fn main(input: Array<felt252>) -> Report {
    let commitment = poseidon_hash_span(input.span());
    let found = search(read_task(input.span()));

    Report {
        commitment,
        energy: found.energy(),
        best: found.best.try_into().unwrap(),
        walks: found.walks.try_into().unwrap(),
        moves: found.moves(),
    }
}

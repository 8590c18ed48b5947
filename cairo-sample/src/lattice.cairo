//! The square lattice, inside Cairo's own field.
//!
//! The cell (x, y) is the single field element x + y·I, where I is a square root of -1. The field has
//! one, because its prime is 1 more than a multiple of 4. A step east, north, west or south adds 1,
//! I, -1 or -I; to turn left is to multiply by I. No two cells are the same element: x + y·I = 0
//! would mean that x² + y² is a multiple of the prime, and it is far smaller for every cell that a
//! program can reach.

/// Where every chain begins.
pub const ORIGIN: felt252 = 0;

/// A square root of -1: one step north.
pub const I: felt252 = 0x1dafdc6d65d66b5accedf99bcd607383ad971a9537cdf25d59e99d90becc81e;

/// True for two cells side by side: they are 1, I, -1 or -I apart, and these are the four elements
/// whose fourth power is 1.
pub fn touch(cell: felt252, other: felt252) -> bool {
    let apart = cell - other;
    let squared = apart * apart;
    squared * squared == 1
}

/// The step of a move: 0 east, 1 north, 2 west, 3 south. None for any other number.
pub fn step_of(move: felt252) -> Option<felt252> {
    match move {
        0 => Option::Some(1),
        1 => Option::Some(I),
        2 => Option::Some(-1),
        3 => Option::Some(-I),
        _ => Option::None,
    }
}

/// The move of a step: the inverse of `step_of`.
pub fn move_of(step: felt252) -> u8 {
    if step == 1 {
        0
    } else if step == I {
        1
    } else if step == -1 {
        2
    } else {
        3
    }
}

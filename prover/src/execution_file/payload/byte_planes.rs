//! Numbers of a fixed width, laid out byte by byte: the high bytes of a block are nearly all the same, and next to
//! each other they compress to nothing.

use std::io::{self, Read, Write};

/// Writes a block.
pub fn write_planes<const WIDTH: usize>(
    out: &mut impl Write,
    numbers: &[[u8; WIDTH]],
) -> io::Result<()> {
    let mut plane = Vec::with_capacity(numbers.len());
    for byte in 0..WIDTH {
        plane.clear();
        plane.extend(numbers.iter().map(|number| number[byte]));
        out.write_all(&plane)?;
    }
    Ok(())
}

/// Reads a block of `count` numbers.
pub fn read_planes<const WIDTH: usize>(
    input: &mut impl Read,
    count: usize,
) -> io::Result<Vec<[u8; WIDTH]>> {
    let mut numbers = vec![[0u8; WIDTH]; count];
    let mut plane = vec![0u8; count];
    for byte in 0..WIDTH {
        input.read_exact(&mut plane)?;
        for (number, value) in numbers.iter_mut().zip(&plane) {
            number[byte] = *value;
        }
    }
    Ok(numbers)
}

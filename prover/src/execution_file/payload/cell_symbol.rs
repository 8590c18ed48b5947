//! Which value a cell has, as a small number that repeats.
//!
//! Values have ids in the order in which the cells first have them, those of small and of large values apart. So most
//! cells have the next new value, one of the last few, or a constant of the program:
//!
//! ```text
//! 0, 1           the next new value, small or large
//! 2              none
//! 3 + 2d + l     the value before the newest d, d < NEAR; l is 1 for a large one
//! FAR + 2i + l   the value with the id i
//! ```

use stwo_cairo_adapter::memory::{EncodedMemoryValueId, MemoryValueId};

const NONE: u32 = 2;
const FIRST_NEAR: u32 = 3;
/// Chosen by measurement: more or fewer compress worse.
const NEAR: u32 = 60;
const FAR: u32 = FIRST_NEAR + 2 * NEAR;
/// The ids' bits.
const ID_BITS: u32 = 30;

/// Translates cell by cell, in the order of the addresses.
#[derive(Default)]
pub struct CellSymbols {
    /// The number of small and of large values that cells had so far.
    next: [u32; 2],
}

impl CellSymbols {
    /// The symbol of the next cell; `None` for an id that is none.
    pub fn symbol(&mut self, cell: EncodedMemoryValueId) -> Option<u32> {
        if cell.0 >> (ID_BITS + 1) != 0 {
            return None;
        }
        let (id, is_large) = match cell.decode() {
            MemoryValueId::Empty => return Some(NONE),
            MemoryValueId::Small(id) => (id, 0),
            MemoryValueId::F252(id) => (id, 1),
        };
        let next = &mut self.next[is_large as usize];
        if id == *next {
            *next += 1;
            return Some(is_large);
        }
        let back = next.wrapping_sub(id).wrapping_sub(1);
        Some(if back < NEAR {
            FIRST_NEAR + 2 * back + is_large
        } else {
            FAR + 2 * id + is_large
        })
    }

    /// The next cell; `None` for a symbol that is none.
    pub fn cell(&mut self, symbol: u32) -> Option<EncodedMemoryValueId> {
        let id = match symbol {
            0 | 1 => {
                let next = &mut self.next[symbol as usize];
                *next += 1;
                return encoded(*next - 1, symbol);
            }
            NONE => return Some(EncodedMemoryValueId::encode(MemoryValueId::Empty)),
            FIRST_NEAR..FAR => {
                let is_large = (symbol - FIRST_NEAR) % 2;
                let id = self.next[is_large as usize].checked_sub((symbol - FIRST_NEAR) / 2 + 1)?;
                return encoded(id, is_large);
            }
            _ => symbol - FAR,
        };
        encoded(id / 2, id % 2)
    }
}

/// `None` for an id that is too large, or that means none.
fn encoded(id: u32, is_large: u32) -> Option<EncodedMemoryValueId> {
    let value = match is_large {
        0 => MemoryValueId::Small(id),
        _ => MemoryValueId::F252(id),
    };
    (id < (1 << ID_BITS) - 1).then(|| EncodedMemoryValueId::encode(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_comes_back() {
        let (new, old) = (
            0..200u32,
            [0, 7, 139, 140, 199, 200, 12_345, (1 << ID_BITS) - 2],
        );
        let ids = new.chain(old);
        let values = ids.flat_map(|id| [MemoryValueId::Small(id), MemoryValueId::F252(id)]);
        let cells: Vec<_> = [MemoryValueId::Empty]
            .into_iter()
            .chain(values)
            .map(EncodedMemoryValueId::encode)
            .collect();
        let (mut writer, mut reader) = (CellSymbols::default(), CellSymbols::default());
        for cell in cells {
            let symbol = writer.symbol(cell).unwrap();
            assert_eq!(reader.cell(symbol).map(|cell| cell.0), Some(cell.0));
        }
    }

    #[test]
    fn no_cell_comes_of_nonsense() {
        let mut symbols = CellSymbols::default();
        for symbol in [
            FIRST_NEAR,
            FIRST_NEAR + 1,
            FAR - 1,
            FAR + (1 << 31),
            u32::MAX,
        ] {
            assert!(symbols.cell(symbol).is_none(), "{symbol}");
        }
        assert!(symbols.symbol(EncodedMemoryValueId(1 << 31)).is_none());
    }
}

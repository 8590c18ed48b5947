//! The memory of a run, read with bounds.

use rayon::prelude::*;
use stwo_cairo_adapter::memory::{EncodedMemoryValueId, Memory, MemoryValueId};
use stwo_cairo_common::memory::MEMORY_ADDRESS_BOUND;

use crate::felt::from_words;

/// Values below this bound may stand in the table of small ones.
const SMALL_BOUND: u128 = 1 << 72;

/// A value of a cell: the 32-bit words of a field element, lowest first.
pub(super) type Words = [u32; 8];

/// A memory in which every cell but that at address 0 has a value of the field.
pub(super) struct Cells<'a> {
    memory: &'a Memory,
}

impl<'a> Cells<'a> {
    /// Checks every cell and every value once.
    pub fn check(memory: &'a Memory) -> Result<Self, String> {
        let (small, large) = (memory.small_values.len(), memory.f252_values.len());
        let ids = &memory.address_to_id;
        if ids.is_empty() || ids.len() > MEMORY_ADDRESS_BOUND {
            return Err("its memory is empty, or larger than any".into());
        }
        let tagged = |id: &EncodedMemoryValueId| id.0 >> 31 == 0;
        let exists = |id: &EncodedMemoryValueId| {
            tagged(id)
                && match id.decode() {
                    MemoryValueId::Small(id) => (id as usize) < small,
                    MemoryValueId::F252(id) => (id as usize) < large,
                    MemoryValueId::Empty => false,
                }
        };
        let first_is_empty = tagged(&ids[0]) && matches!(ids[0].decode(), MemoryValueId::Empty);
        if !first_is_empty || !ids[1..].par_iter().all(exists) {
            return Err("its memory has a cell without a value".into());
        }
        if memory
            .small_values
            .par_iter()
            .any(|value| *value >= SMALL_BOUND)
        {
            return Err("its memory has a small value that is large".into());
        }
        if memory
            .f252_values
            .par_iter()
            .any(|value| from_words(value).is_none())
        {
            return Err("its memory has a value outside the field".into());
        }
        Ok(Self { memory })
    }

    /// The number of addresses, that of address 0 included.
    pub fn len(&self) -> usize {
        self.memory.address_to_id.len()
    }

    /// The value at an address.
    pub fn words(&self, address: i64) -> Result<Words, String> {
        let id = usize::try_from(address).ok().filter(|address| *address > 0);
        let id = id.and_then(|address| self.memory.address_to_id.get(address));
        match id
            .ok_or_else(|| format!("address {address} lies outside its memory"))?
            .decode()
        {
            MemoryValueId::Small(id) => {
                let value = self.memory.small_values[id as usize];
                let word = |index: u32| (value >> (32 * index)) as u32;
                Ok([word(0), word(1), word(2), word(3), 0, 0, 0, 0])
            }
            MemoryValueId::F252(id) => Ok(self.memory.f252_values[id as usize]),
            MemoryValueId::Empty => Err(format!("address {address} has no value")),
        }
    }

    /// The value at an address, if it has no more than 128 bits.
    pub fn small(&self, address: i64) -> Result<u128, String> {
        let words = self.words(address)?;
        to_u128(&words).ok_or_else(|| format!("the value at address {address} is too large"))
    }

    /// The value at an address, which is to be an address itself.
    pub fn pointer(&self, address: i64) -> Result<i64, String> {
        let value = self.small(address)?;
        let pointer = i64::try_from(value)
            .ok()
            .filter(|pointer| *pointer < MEMORY_ADDRESS_BOUND as i64);
        pointer.ok_or_else(|| format!("the value at address {address} is no address"))
    }
}

/// The number, if it has no more than 128 bits.
pub(super) fn to_u128(words: &Words) -> Option<u128> {
    let low = |index: usize| u128::from(words[index]) << (32 * index);
    (words[4..] == [0; 4]).then(|| low(0) | low(1) | low(2) | low(3))
}

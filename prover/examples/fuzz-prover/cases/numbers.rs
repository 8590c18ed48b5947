//! Numbers that are random enough, and the same again for the same seed (splitmix64).

/// The numbers of one case: they depend on the seed and the case alone, so each case can be run again by itself.
pub struct Numbers(u64);

impl Numbers {
    pub fn of(seed: u64, case: u64) -> Self {
        let mut numbers = Self(seed);
        let start = numbers.any() ^ case.wrapping_mul(0xd6e8_feb8_6659_fd93);
        Self(start)
    }

    pub fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below the bound; 0 for a bound of 0.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.any() % (bound.max(1) as u64)) as usize
    }

    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn byte(&mut self) -> u8 {
        self.any() as u8
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

//! Random numbers from a seed that is handed in: SHA-256 in counter mode.
//!
//! Whoever does not know the seed cannot guess nonces, buckets or delays. Does not know where
//! seeds come from. The same seed gives the same numbers, which is what makes simulations repeat.

use quarry_primitives::Hash;
use quarry_primitives::hashes::{HashEngine, sha256};

/// The generator.
#[derive(Clone, Debug)]
pub(crate) struct Rng {
    seed: [u8; 32],
    counter: u64,
    block: [u8; 32],
    used: usize,
}

impl Rng {
    pub(crate) const fn new(seed: [u8; 32]) -> Self {
        Self { seed, counter: 0, block: [0; 32], used: 32 }
    }

    pub(crate) fn u64(&mut self) -> u64 {
        if self.used == self.block.len() {
            let mut engine = sha256::Hash::engine();
            engine.input(&self.seed);
            engine.input(&self.counter.to_le_bytes());
            self.block = sha256::Hash::from_engine(engine).to_byte_array();
            self.counter += 1;
            self.used = 0;
        }
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&self.block[self.used..self.used + 8]);
        self.used += 8;
        u64::from_le_bytes(bytes)
    }

    /// A number below `bound`, which is not zero. The bias is below 2^-32 for what is asked here.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.u64() % bound.max(1)
    }

    /// A place in something of that length.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(u64::try_from(length).unwrap_or(u64::MAX))).unwrap_or(0)
    }

    /// A number from 0 to 1, without 1.
    pub(crate) fn unit(&mut self) -> f64 {
        // 32 bits are fine enough for delays and chances, and fit a double.
        let bits = u32::try_from(self.u64() >> 32).unwrap_or(0);
        f64::from(bits) / 4_294_967_296.0
    }

    /// The wait for the next event of a Poisson process with that mean, at most twenty times it.
    pub(crate) fn exponential_ms(&mut self, mean_ms: u64) -> u64 {
        let mean = u32::try_from(mean_ms).unwrap_or(u32::MAX);
        let wait = -(1.0 - self.unit()).ln() * f64::from(mean);
        Self::whole(wait.min(f64::from(mean) * 20.0))
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative, and below 2^37"
    )]
    fn whole(wait: f64) -> u64 {
        wait as u64
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let other = self.index(i + 1);
            items.swap(i, other);
        }
    }
}

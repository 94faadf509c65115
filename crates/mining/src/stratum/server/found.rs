//! The blocks that a pool found, and what became of them.

use std::collections::VecDeque;

use quarry_primitives::{BlockHash, Now};

use crate::limits::MAX_FOUND_BLOCKS;
use crate::stratum::line::shortened;

/// A block that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its hash.
    pub hash: BlockHash,
    /// Its height.
    pub height: u32,
    /// Who found it.
    pub worker: String,
    /// When, milliseconds since 1970.
    pub at_ms: u64,
    /// Whether the node took it, or why not; none until it says.
    pub result: Option<Result<(), String>>,
}

/// The last [`MAX_FOUND_BLOCKS`] blocks, and how many there were in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundBlocks {
    last: VecDeque<Found>,
    count: u64,
    accepted: u64,
}

impl FoundBlocks {
    /// The last ones, the newest last.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Found> {
        self.last.iter()
    }

    /// How many were found since the books began.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// How many of them the node took.
    #[must_use]
    pub const fn accepted(&self) -> u64 {
        self.accepted
    }

    /// What a pool that was stopped had found; none if that contradicts itself.
    pub(in crate::stratum) fn restore(
        last: VecDeque<Found>,
        count: u64,
        accepted: u64,
    ) -> Option<Self> {
        let of_last = last.iter().filter(|found| matches!(found.result, Some(Ok(())))).count();
        let is_one = last.len() <= MAX_FOUND_BLOCKS
            && last.len() as u64 <= count
            && (of_last as u64..=count).contains(&accepted);
        is_one.then_some(Self { last, count, accepted })
    }

    pub(super) fn add(&mut self, now: Now, hash: BlockHash, height: u32, worker: &str) {
        self.count += 1;
        if self.last.len() >= MAX_FOUND_BLOCKS {
            self.last.pop_front();
        }
        let (worker, at_ms) = (worker.to_owned(), now.wall_ms);
        self.last.push_back(Found { hash, height, worker, at_ms, result: None });
    }

    pub(super) fn result(&mut self, hash: BlockHash, result: Result<(), String>) {
        let waiting = self.last.iter_mut().rev().find(|found| found.hash == hash);
        if let Some(found) = waiting.filter(|found| found.result.is_none()) {
            self.accepted += u64::from(result.is_ok());
            found.result = Some(result.map_err(|reason| shortened(&reason)));
        }
    }
}

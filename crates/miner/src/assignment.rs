//! What a session gives the search to do, and what comes back: the one form for all upstreams.
//!
//! A [`Cursor`] walks through an assignment's space: all positions of one search after another, each
//! with its own extranonce, and then the header's time. Does not know upstreams, nor who searches.

use quarry_mining::{Solution, StratumJob};
use quarry_pow::{HashValue, PositionRange, Target, VersionMask, Work};

use crate::limits::TIME_ROLL_SECS_MAX;

/// Work of an upstream.
#[derive(Clone, Debug)]
pub(crate) struct Assignment {
    /// The upstream's place among the upstreams.
    pub(crate) upstream: usize,
    /// Counts within the process: a later one is newer.
    pub(crate) serial: u64,
    /// What is searched.
    pub(crate) puzzle: Puzzle,
    /// What a hit has to meet.
    pub(crate) target: Target,
    /// What a block has to meet.
    pub(crate) block_target: Target,
    /// The height of the block to be, if it is known.
    pub(crate) height: Option<u32>,
    /// Whether the first hit is all that can be had of it, as of a block.
    pub(crate) ends_with_hit: bool,
}

/// What is searched.
#[derive(Clone, Debug)]
pub(crate) enum Puzzle {
    /// A header of one's own making.
    Job {
        /// The job.
        job: StratumJob,
        /// The pool's part of the extranonce.
        extranonce1: Vec<u8>,
        /// One's own part, where the search starts.
        extranonce2: Vec<u8>,
        /// The bits of the version that roll.
        mask: Option<VersionMask>,
        /// Whether the header's time may be moved ahead.
        rolls_time: bool,
    },
    /// A header as it was given.
    Header([u8; 80]),
}

/// A hit of an assignment.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    /// Whose.
    pub(crate) upstream: usize,
    /// Of which assignment.
    pub(crate) serial: u64,
    /// What makes the header.
    pub(crate) solution: Solution,
    /// The header's hash.
    pub(crate) hash: HashValue,
}

/// A place in an assignment's space.
#[derive(Debug)]
pub(crate) struct Cursor {
    assignment: Assignment,
    work: Work,
    range: Option<PositionRange>,
    /// Seconds that the time was moved ahead.
    ahead_secs: u32,
}

impl Cursor {
    /// The start of an assignment; `None` if there is no work in it.
    pub(crate) fn new(assignment: Assignment) -> Option<Self> {
        let work = work(&assignment)?;
        let range = Some(work.space());
        Some(Self { assignment, work, range, ahead_secs: 0 })
    }

    pub(crate) fn assignment(&self) -> &Assignment {
        &self.assignment
    }

    /// What to search next; `None` when all of it is done.
    pub(crate) fn search(&mut self) -> Option<(Work, PositionRange)> {
        let range = match self.range {
            Some(range) => range,
            None => self.next_range()?,
        };
        Some((self.work.clone(), range))
    }

    /// All that was given out last is searched.
    pub(crate) fn exhausted(&mut self) {
        self.range = None;
    }

    /// A position is a hit, and what comes after it is still to be searched. Nothing before it is: a
    /// few chunks that other threads had in work are left out, which costs nothing in a space that
    /// does not end, and no share is found twice.
    pub(crate) fn found(&mut self, position: u64, hash: HashValue) -> Option<Hit> {
        let last = self.range.map_or(position, |range| range.last());
        self.range = position.checked_add(1).and_then(|next| PositionRange::new(next, last));
        let (upstream, serial) = (self.assignment.upstream, self.assignment.serial);
        let parts = self.work.parts(position);
        let solution = match &self.assignment.puzzle {
            Puzzle::Job { job, extranonce2, .. } => job.solution(parts?, extranonce2),
            Puzzle::Header(header) => Solution {
                extranonce2: Vec::new(),
                time: u32::from_le_bytes([header[68], header[69], header[70], header[71]]),
                nonce: u32::try_from(position).ok()?,
                version: u32::from_le_bytes([header[0], header[1], header[2], header[3]]),
            },
        };
        Some(Hit { upstream, serial, solution, hash })
    }

    /// The whole space of another extranonce, or else of a later time.
    fn next_range(&mut self) -> Option<PositionRange> {
        let Puzzle::Job { job, extranonce2, mask, rolls_time, .. } = &mut self.assignment.puzzle
        else {
            return None;
        };
        let rolled = rolled_bits(*mask, extranonce2.len());
        if !count_up(extranonce2, rolled) {
            if !*rolls_time || self.ahead_secs >= TIME_ROLL_SECS_MAX {
                return None;
            }
            self.ahead_secs += 1;
            job.time = job.time.checked_add(1)?;
        }
        self.work = work(&self.assignment)?;
        self.range = Some(self.work.space());
        self.range
    }
}

fn work(assignment: &Assignment) -> Option<Work> {
    match &assignment.puzzle {
        Puzzle::Job { job, extranonce1, extranonce2, mask, .. } => {
            job.work(extranonce1, extranonce2, *mask, assignment.target).ok()
        }
        Puzzle::Header(header) => Some(Work::header(*header, assignment.target)),
    }
}

/// Bits of the extranonce that a search rolls: what 64 leave beside the nonce's and the version's.
fn rolled_bits(mask: Option<VersionMask>, bytes: usize) -> u32 {
    let free = 64 - 32 - mask.map_or(0, VersionMask::count).min(32);
    free.min(8 * u32::try_from(bytes.min(8)).unwrap_or(8))
}

/// Adds one to the bits above the lowest `from` of a little-endian number; false where they are all
/// through, which leaves them at zero.
fn count_up(number: &mut [u8], from: u32) -> bool {
    let (first, shift) = ((from / 8) as usize, from % 8);
    let mut carry = 1u16 << shift;
    for byte in number.iter_mut().skip(first) {
        carry += u16::from(*byte);
        [*byte, _] = carry.to_le_bytes();
        carry >>= 8;
        if carry == 0 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use quarry_primitives::{BlockHash, Hash as _};

    use super::*;

    fn assignment(bytes: usize, mask: Option<VersionMask>, rolls_time: bool) -> Assignment {
        let job = StratumJob {
            id: String::new(),
            previous: BlockHash::all_zeros(),
            coinbase_start: vec![1; 42],
            coinbase_end: vec![2; 40],
            branch: Vec::new(),
            version: 0x2000_0000,
            bits: 0x207f_ffff,
            time: 1_000,
            clean: true,
        };
        let (extranonce1, extranonce2) = (vec![7; 4], vec![0; bytes]);
        Assignment {
            upstream: 0,
            serial: 1,
            puzzle: Puzzle::Job { job, extranonce1, extranonce2, mask, rolls_time },
            target: Target::MAX,
            block_target: Target::MAX,
            height: None,
            ends_with_hit: false,
        }
    }

    #[test]
    fn counting_carries_and_ends() {
        let mut number = [0xff, 0xff, 0x00];
        assert!(count_up(&mut number, 8));
        assert_eq!(number, [0xff, 0x00, 0x01]);
        assert!(count_up(&mut number, 16));
        assert_eq!(number, [0xff, 0x00, 0x02]);
        assert!(count_up(&mut number, 4));
        assert_eq!(number, [0x0f, 0x01, 0x02]);
        let mut number = [9, 0xff];
        assert!(!count_up(&mut number, 8), "all through");
        assert!(!count_up(&mut [9, 9], 16), "nothing above");
    }

    /// Different spaces, one after the other, each whole; then the time.
    #[test]
    fn a_space_is_walked_through_to_its_end() {
        let mask = VersionMask::new(0xffff_ffff);
        let mut cursor = Cursor::new(assignment(1, mask, true)).unwrap();
        let mut headers = std::collections::BTreeSet::new();
        let mut times = std::collections::BTreeSet::new();
        for _ in 0..257 {
            let (work, range) = cursor.search().unwrap();
            assert_eq!(range, work.space());
            assert!(headers.insert(work.preimage(5)));
            times.insert(cursor.found(5, work.hash(5)).unwrap().solution.time);
            cursor.exhausted();
        }
        assert_eq!(times.into_iter().collect::<Vec<_>>(), [1_000, 1_001]);
        let mut cursor = Cursor::new(assignment(2, None, false)).unwrap();
        cursor.exhausted();
        assert!(cursor.search().is_none(), "no bit of the extranonce is left, nor the time");
    }

    #[test]
    fn a_hit_is_the_header_that_was_hashed_and_is_not_found_again() {
        let mask = Some(VersionMask::BIP320);
        let mut cursor = Cursor::new(assignment(8, mask, false)).unwrap();
        let (work, _) = cursor.search().unwrap();
        let position = 123_456_789_012_345;
        let hit = cursor.found(position, work.hash(position)).unwrap();
        let Puzzle::Job { job, extranonce1, .. } = &cursor.assignment().puzzle else { panic!() };
        assert_eq!(job.header(extranonce1, &hit.solution).to_vec(), work.preimage(position));
        let (_, range) = cursor.search().unwrap();
        assert_eq!((range.first(), range.last()), (position + 1, work.space().last()));
        let last = work.space().last();
        cursor.found(last, work.hash(last)).unwrap();
        let (next, range) = cursor.search().unwrap();
        assert_eq!(range, next.space());
        assert_ne!(next.preimage(0), work.preimage(0));
    }
}

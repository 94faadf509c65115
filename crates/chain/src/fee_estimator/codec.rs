//! What was learnt, on disk: Bitcoin Core 30's `fee_estimates.dat`, byte for byte.
//!
//! `version i32 | 0 i32 | best height u32 | first and last height of what was learnt, u32 each |
//! bounds of buckets | averages of the medium, the short and the long horizon`, each of them `decay |
//! scale u32 | rates | counts | confirmed by period | failed by period`. Little-endian; floats are
//! IEEE 754 double; lists begin with their length in Bitcoin's short form. Does not know files.

use quarry_primitives::consensus::{Decodable, encode, serialize};

use super::stats::{ByBucket, Stats, bucket_bounds};
use super::{FeeEstimator, FeeHorizon};
use crate::ledger::DecodeError;

/// Core's since 0.15 and up to 30 (`CURRENT_FEES_FILE_VERSION`).
const VERSION: i32 = 149_900;

impl FeeEstimator {
    /// The file's bytes. What still waits is not in them.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        out.extend_from_slice(&VERSION.to_le_bytes());
        out.extend_from_slice(&0i32.to_le_bytes());
        // Whichever has more to say: averages of long ago fade as this run adds to them.
        let (first, best) = if self.block_span() > self.historical_span() / 2 {
            (self.first_recorded, self.best_height)
        } else {
            self.historical
        };
        for height in [self.best_height, first, best] {
            out.extend_from_slice(&height.to_le_bytes());
        }
        put_list(&mut out, &self.bounds);
        for stats in [&self.medium, &self.short, &self.long] {
            stats.put(&mut out);
        }
        out
    }

    /// Reads [`FeeEstimator::encode`]'s bytes, or Core's.
    ///
    /// # Errors
    /// [`DecodeError`]: these are other bytes, or of another version.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader(bytes);
        let version: i32 = reader.value()?;
        if version != VERSION {
            return Err(bad(&format!("version {version} instead of {VERSION}")));
        }
        let _unused: i32 = reader.value()?;
        let (best_height, first, best) = (reader.value()?, reader.value()?, reader.value()?);
        if first > best || best > best_height {
            return Err(bad("the range of blocks is invalid"));
        }
        let bounds = bucket_bounds();
        if reader.list(bounds.len())? != bounds {
            return Err(bad("other buckets"));
        }
        let medium = reader.stats(FeeHorizon::Medium, bounds.len())?;
        let short = reader.stats(FeeHorizon::Short, bounds.len())?;
        let long = reader.stats(FeeHorizon::Long, bounds.len())?;
        if !reader.0.is_empty() {
            return Err(bad("bytes behind its end"));
        }
        let historical = (first, best);
        Ok(Self { bounds, short, medium, long, best_height, historical, ..Self::default() })
    }
}

impl Stats {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.horizon.decay().to_le_bytes());
        out.extend_from_slice(&self.horizon.scale().to_le_bytes());
        put_list(out, &self.rates);
        put_list(out, &self.count);
        for lists in [&self.confirmed, &self.failed] {
            put_count(out, lists.len());
            lists.iter().for_each(|list| put_list(out, list));
        }
    }
}

fn put_count(out: &mut Vec<u8>, count: usize) {
    out.extend_from_slice(&serialize(&encode::VarInt(count as u64)));
}

fn put_list(out: &mut Vec<u8>, list: &[f64]) {
    put_count(out, list.len());
    list.iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
}

fn bad(why: &str) -> DecodeError {
    DecodeError { what: "record of fees", why: why.to_owned() }
}

/// What is not read yet.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn value<T: Decodable>(&mut self) -> Result<T, DecodeError> {
        let (value, read) =
            encode::deserialize_partial(self.0).map_err(|error| bad(&error.to_string()))?;
        self.0 = self.0.get(read..).unwrap_or_default();
        Ok(value)
    }

    /// The length of a list, which is known: nothing is taken on a file's word.
    fn count(&mut self, expected: usize) -> Result<(), DecodeError> {
        let encode::VarInt(count) = self.value()?;
        let right = count == expected as u64;
        right.then_some(()).ok_or_else(|| bad(&format!("a list of {count} instead of {expected}")))
    }

    fn number(&mut self) -> Result<f64, DecodeError> {
        let number = f64::from_bits(self.value()?);
        let right = number.is_finite() && number.is_sign_positive();
        right.then_some(number).ok_or_else(|| bad(&format!("{number} where averages are")))
    }

    fn list(&mut self, len: usize) -> Result<ByBucket, DecodeError> {
        self.count(len)?;
        (0..len).map(|_| self.number()).collect()
    }

    fn lists(&mut self, periods: usize, len: usize) -> Result<Vec<ByBucket>, DecodeError> {
        self.count(periods)?;
        (0..periods).map(|_| self.list(len)).collect()
    }

    fn stats(&mut self, horizon: FeeHorizon, buckets: usize) -> Result<Stats, DecodeError> {
        let (decay, scale): (f64, u32) = (self.number()?, self.value()?);
        if decay.to_bits() != horizon.decay().to_bits() || scale != horizon.scale() {
            return Err(bad("another horizon"));
        }
        let mut stats = Stats::new(horizon, buckets);
        let periods = stats.confirmed.len();
        stats.rates = self.list(buckets)?;
        stats.count = self.list(buckets)?;
        stats.confirmed = self.lists(periods, buckets)?;
        stats.failed = self.lists(periods, buckets)?;
        Ok(stats)
    }
}

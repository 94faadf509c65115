//! How many requests an address may make: a bucket of tokens for each, refilled with time.
//!
//! Addresses of one IPv6 /64 count as one, since one customer has them all. Does not read the
//! clock.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};

use crate::limits;

/// The buckets of one listener.
#[derive(Debug, Default)]
pub(crate) struct RateLimiter {
    buckets: HashMap<IpAddr, Bucket>,
    /// Shared by all addresses that find no place of their own.
    others: Option<Bucket>,
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    rate: Rate,
    /// Thousandths of a request.
    tokens: u64,
    at_ms: u64,
}

#[derive(Clone, Copy, Debug)]
struct Rate {
    per_second: u32,
    burst: u32,
}

const FAR: Rate = Rate { per_second: limits::RATE_PER_SECOND, burst: limits::RATE_BURST };
const NEAR: Rate =
    Rate { per_second: limits::LOOPBACK_RATE_PER_SECOND, burst: limits::LOOPBACK_RATE_BURST };

impl Rate {
    fn of(address: IpAddr) -> Self {
        if address.is_loopback() { NEAR } else { FAR }
    }

    fn full(self) -> u64 {
        u64::from(self.burst) * 1000
    }
}

impl Bucket {
    fn new(rate: Rate, now_ms: u64) -> Self {
        Self { rate, tokens: rate.full(), at_ms: now_ms }
    }

    fn refill(&mut self, now_ms: u64) {
        // One request a second is one thousandth of it a millisecond.
        let gained = now_ms.saturating_sub(self.at_ms).saturating_mul(self.rate.per_second.into());
        self.tokens = self.tokens.saturating_add(gained).min(self.rate.full());
        self.at_ms = now_ms;
    }

    fn take(&mut self, now_ms: u64) -> bool {
        self.refill(now_ms);
        let enough = self.tokens >= 1000;
        if enough {
            self.tokens -= 1000;
        }
        enough
    }

    fn is_full_at(mut self, now_ms: u64) -> bool {
        self.refill(now_ms);
        self.tokens == self.rate.full()
    }
}

impl RateLimiter {
    /// Whether `address` may make a request now; if so, it is counted.
    pub(crate) fn allow(&mut self, address: IpAddr, now_ms: u64) -> bool {
        let address = group(address);
        if let Some(bucket) = self.buckets.get_mut(&address) {
            return bucket.take(now_ms);
        }
        if self.buckets.len() >= limits::MAX_RATED_ADDRESSES {
            // A full bucket says no more than a missing one.
            self.buckets.retain(|_, bucket| !bucket.is_full_at(now_ms));
        }
        if self.buckets.len() >= limits::MAX_RATED_ADDRESSES {
            return self.others.get_or_insert_with(|| Bucket::new(FAR, now_ms)).take(now_ms);
        }
        let bucket = self.buckets.entry(address);
        bucket.or_insert_with(|| Bucket::new(Rate::of(address), now_ms)).take(now_ms)
    }
}

/// The address that stands for all of one customer.
pub(crate) fn group(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) if !v6.is_loopback() => {
            IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64))
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn allowed(limiter: &mut RateLimiter, address: &str, now_ms: u64) -> u32 {
        let mut count = 0;
        while limiter.allow(ip(address), now_ms) {
            count += 1;
        }
        count
    }

    #[test]
    fn a_burst_and_then_the_rate() {
        let mut limiter = RateLimiter::default();
        assert_eq!(allowed(&mut limiter, "192.0.2.1", 0), limits::RATE_BURST);
        assert_eq!(allowed(&mut limiter, "192.0.2.1", 1000), limits::RATE_PER_SECOND);
        assert_eq!(allowed(&mut limiter, "192.0.2.2", 1000), limits::RATE_BURST);
        assert_eq!(allowed(&mut limiter, "192.0.2.1", u64::MAX), limits::RATE_BURST);
        assert_eq!(allowed(&mut limiter, "127.0.0.1", 0), limits::LOOPBACK_RATE_BURST);
    }

    #[test]
    fn a_64_network_is_one() {
        let mut limiter = RateLimiter::default();
        assert_eq!(allowed(&mut limiter, "2001:db8::1", 0), limits::RATE_BURST);
        assert_eq!(allowed(&mut limiter, "2001:db8::ffff:2", 0), 0);
        assert_eq!(allowed(&mut limiter, "2001:db8:0:1::1", 0), limits::RATE_BURST);
        assert_eq!(allowed(&mut limiter, "::1", 0), limits::LOOPBACK_RATE_BURST);
    }

    #[test]
    fn memory_is_bounded() {
        let mut limiter = RateLimiter::default();
        for n in 0..20_000_u32 {
            limiter.allow(IpAddr::from((0x0a00_0000 + n).to_be_bytes()), 0);
        }
        assert_eq!(limiter.buckets.len(), limits::MAX_RATED_ADDRESSES);
        assert_eq!(allowed(&mut limiter, "192.0.2.1", 0), 0, "the shared budget is spent");
        assert_eq!(allowed(&mut limiter, "192.0.2.1", 60_000), limits::RATE_BURST, "room again");
    }
}

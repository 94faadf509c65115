//! Which categories of the log are told in detail, by Bitcoin Core's names.
//!
//! Does not write logs: whoever does follows the changes.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The categories of Core 30 (`logging.cpp`), in the order of the alphabet.
pub const LOG_CATEGORIES: [&str; 28] = [
    "addrman",
    "bench",
    "blockstorage",
    "cmpctblock",
    "coindb",
    "estimatefee",
    "http",
    "i2p",
    "ipc",
    "leveldb",
    "libevent",
    "mempool",
    "mempoolrej",
    "net",
    "proxy",
    "prune",
    "qt",
    "rand",
    "reindex",
    "rpc",
    "scan",
    "selectcoins",
    "tor",
    "txpackages",
    "txreconciliation",
    "validation",
    "walletdb",
    "zmq",
];
/// Every category's bit.
const ALL: u64 = (1 << LOG_CATEGORIES.len()) - 1;

type OnChange = dyn Fn(&[&'static str]) + Send + Sync;

/// The switches. Cheap to clone.
#[derive(Clone)]
pub struct LogCategories(Arc<Switches>);

struct Switches {
    on: AtomicU64,
    on_change: Box<OnChange>,
}

impl fmt::Debug for LogCategories {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.active()).finish()
    }
}

impl LogCategories {
    /// All off. `on_change` is told the categories that are on whenever they may have changed.
    pub fn new(on_change: impl Fn(&[&'static str]) + Send + Sync + 'static) -> Self {
        Self(Arc::new(Switches { on: AtomicU64::new(0), on_change: Box::new(on_change) }))
    }

    /// Switches a category, or all of them by `all`, `1` or nothing; `false` if there is no such
    /// category.
    pub fn switch(&self, category: &str, on: bool) -> bool {
        let place = LOG_CATEGORIES.iter().position(|known| *known == category);
        let bits = match (category, place) {
            (_, Some(place)) => 1 << place,
            ("all" | "1" | "", None) => ALL,
            _ => return false,
        };
        // Only the flags themselves are shared, so no order with other memory is needed.
        if on {
            self.0.on.fetch_or(bits, Ordering::Relaxed);
        } else {
            self.0.on.fetch_and(!bits, Ordering::Relaxed);
        }
        (self.0.on_change)(&self.active());
        true
    }

    /// Every category, and whether it is on.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, bool)> {
        let on = self.0.on.load(Ordering::Relaxed);
        LOG_CATEGORIES.iter().enumerate().map(move |(n, name)| (*name, on >> n & 1 == 1))
    }

    /// The categories that are on.
    #[must_use]
    pub fn active(&self) -> Vec<&'static str> {
        self.all().filter(|(_, on)| *on).map(|(name, _)| name).collect()
    }
}

//! Coins in memory, in front of a store: what was read lately and what is not written yet.
//!
//! The memory of Bitcoin Core's `CCoinsViewCache`. A coin that came and went between two commits
//! is never written. Does not know blocks or rules.
//!
//! The map's hash is salted by whoever opens the chain, so that nobody can choose outpoints that
//! fall together; nothing ever depends on its order.

use std::cell::RefCell;

use foldhash::quality::FixedState;
use quarry_primitives::OutPoint;

use crate::ledger::{StateChange, StateView};
use crate::record::Coin;
use crate::store::{StoreError, Write};

/// What a cached coin takes beside its script, in bytes: key, entry, map.
const ENTRY_BYTES: usize = 128;

/// A map whose order means nothing, with a salt that whoever chooses the keys does not know.
#[expect(clippy::disallowed_types, reason = "nothing follows from its order")]
pub(crate) type Map<K, V> = std::collections::HashMap<K, V, FixedState>;

/// An empty map.
pub(crate) fn salted<K, V>(salt: u64) -> Map<K, V> {
    Map::with_hasher(FixedState::with_seed(salt))
}

/// What is known of an outpoint.
#[derive(Clone, Debug)]
struct Entry {
    /// `None`: spent, and the store does not know it yet.
    coin: Option<Coin>,
    /// Whether the store has something else.
    dirty: bool,
    /// Whether the store has nothing at all here.
    fresh: bool,
}

impl Entry {
    fn memory_bytes(&self) -> usize {
        ENTRY_BYTES + self.coin.as_ref().map_or(0, |coin| coin.script.len())
    }
}

/// Coins that were read or changed.
pub(crate) struct Coins {
    // Reading fills it: one thread at a time owns a chain.
    entries: RefCell<Entries>,
}

struct Entries {
    map: Map<OutPoint, Entry>,
    /// What was changed since the last write, some of it twice.
    changed: Vec<OutPoint>,
    memory_bytes: usize,
}

impl Entries {
    fn insert(&mut self, outpoint: OutPoint, entry: Entry) {
        self.memory_bytes += entry.memory_bytes();
        if let Some(old) = self.map.insert(outpoint, entry) {
            self.memory_bytes -= old.memory_bytes();
        }
    }

    fn remove(&mut self, outpoint: &OutPoint) {
        if let Some(old) = self.map.remove(outpoint) {
            self.memory_bytes -= old.memory_bytes();
        }
    }
}

impl core::fmt::Debug for Coins {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Coins").field("memory_bytes", &self.memory_bytes()).finish_non_exhaustive()
    }
}

impl Coins {
    pub(crate) fn new(salt: u64) -> Self {
        let map = salted(salt);
        Self { entries: RefCell::new(Entries { map, changed: Vec::new(), memory_bytes: 0 }) }
    }

    /// About how much memory it takes.
    pub(crate) fn memory_bytes(&self) -> usize {
        self.entries.borrow().memory_bytes
    }

    fn get(&self, store: &dyn StateView, outpoint: &OutPoint) -> Result<Option<Coin>, StoreError> {
        if let Some(entry) = self.entries.borrow().map.get(outpoint) {
            return Ok(entry.coin.clone());
        }
        let coin = store.coin(outpoint)?;
        if coin.is_some() {
            let entry = Entry { coin: coin.clone(), dirty: false, fresh: false };
            self.entries.borrow_mut().insert(*outpoint, entry);
        }
        Ok(coin)
    }

    /// Makes changes, in order.
    pub(crate) fn apply(&mut self, changes: Vec<StateChange>) {
        let entries = self.entries.get_mut();
        for change in changes {
            entries.changed.push(change.outpoint());
            match change {
                StateChange::CoinAdded { outpoint, coin } => {
                    // There is no coin here now (BIP-30). So if this map knows nothing of it, the
                    // store has nothing either; if it knows of a spent one, the store has that.
                    let fresh = entries.map.get(&outpoint).is_none_or(|old| old.fresh);
                    let entry = Entry { coin: Some(coin), dirty: true, fresh };
                    entries.insert(outpoint, entry);
                }
                StateChange::CoinRemoved { outpoint, .. } => {
                    let fresh = entries.map.get(&outpoint).is_some_and(|old| old.fresh);
                    if fresh {
                        entries.remove(&outpoint);
                    } else {
                        let entry = Entry { coin: None, dirty: true, fresh: false };
                        entries.insert(outpoint, entry);
                    }
                }
            }
        }
    }

    /// What the store has to be told, by outpoint.
    pub(crate) fn writes(&self) -> Vec<Write> {
        let entries = self.entries.borrow();
        let mut changed = entries.changed.clone();
        // In the order of the store's keys: neighbours share pages.
        changed.sort_unstable();
        changed.dedup();
        let write = |outpoint| match entries.map.get(&outpoint) {
            Some(Entry { coin: Some(coin), dirty: true, .. }) => {
                Some(Write::Coin { outpoint, coin: coin.clone() })
            }
            Some(Entry { coin: None, .. }) => Some(Write::ForgetCoin(outpoint)),
            // Came and went.
            _ => None,
        };
        changed.into_iter().filter_map(write).collect()
    }

    /// The store was told all of it. Keeps what was read or made lately if that is little enough.
    pub(crate) fn written(&mut self, keep_bytes: usize) {
        let entries = self.entries.get_mut();
        let changed = core::mem::take(&mut entries.changed);
        if entries.memory_bytes > keep_bytes {
            entries.map = Map::with_hasher(*entries.map.hasher());
            entries.memory_bytes = 0;
            return;
        }
        for outpoint in changed {
            match entries.map.get_mut(&outpoint) {
                Some(entry) if entry.coin.is_some() => {
                    (entry.dirty, entry.fresh) = (false, false);
                }
                _ => entries.remove(&outpoint),
            }
        }
    }
}

/// Coins as rules read them.
pub(crate) struct CoinsView<'a> {
    pub(crate) coins: &'a Coins,
    pub(crate) store: &'a dyn StateView,
}

impl StateView for CoinsView<'_> {
    fn coin(&self, outpoint: &OutPoint) -> Result<Option<Coin>, StoreError> {
        self.coins.get(self.store, outpoint)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use quarry_primitives::{Amount, Hash, ScriptBuf, Txid};

    use super::*;
    use crate::store::{Batch, Durability, MemoryStore, Store};

    fn coin(n: u64) -> Coin {
        let script = ScriptBuf::from_bytes(vec![0x51; 3]);
        Coin { amount: Amount::of(n), script, height: 1, coinbase: false }
    }

    fn outpoint(n: u8) -> OutPoint {
        OutPoint { txid: Txid::from_byte_array([n; 32]), vout: u32::from(n) }
    }

    /// Random changes and commits against a plain map; what the store has after each commit is
    /// what the map has.
    #[test]
    fn follows_a_plain_map() {
        let mut coins = Coins::new(7);
        let mut store = MemoryStore::default();
        let mut model: BTreeMap<OutPoint, Coin> = BTreeMap::new();
        let mut state = 1u64;
        let mut chance = |n: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        for step in 0..20_000u64 {
            let at = outpoint(u8::try_from(chance(20)).unwrap());
            let seen = CoinsView { coins: &coins, store: &store }.coin(&at).unwrap();
            assert_eq!(seen.as_ref(), model.get(&at), "step {step}");
            match seen {
                Some(coin) if chance(3) > 0 => {
                    model.remove(&at);
                    coins.apply(vec![StateChange::CoinRemoved { outpoint: at, coin }]);
                }
                None => {
                    model.insert(at, coin(step));
                    coins.apply(vec![StateChange::CoinAdded { outpoint: at, coin: coin(step) }]);
                }
                Some(_) => {}
            }
            if chance(50) == 0 {
                let batch = Batch { writes: coins.writes() };
                store.commit(batch, Durability::Durable).unwrap();
                coins.written(usize::try_from(chance(2)).unwrap() * 1_000_000);
                let mut stored = BTreeMap::new();
                store.visit_coins(&mut |at, coin| drop(stored.insert(at, coin))).unwrap();
                assert_eq!(stored, model, "step {step}");
            }
        }
        coins.written(0);
        assert_eq!(coins.memory_bytes(), 0);
    }
}

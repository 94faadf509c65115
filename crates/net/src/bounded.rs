//! A set that forgets: it remembers the newest entries, and is never larger than its bound.
//!
//! Does not know when anything was put in.

use std::collections::BTreeSet;

/// Remembers at least half of `capacity` newest entries, at most `capacity`.
#[derive(Clone, Debug)]
pub struct BoundedSet<T> {
    half: usize,
    young: BTreeSet<T>,
    old: BTreeSet<T>,
}

impl<T: Ord> BoundedSet<T> {
    /// An empty set.
    #[must_use]
    pub const fn new(capacity: usize) -> Self {
        let half = if capacity < 2 { 1 } else { capacity / 2 };
        Self { half, young: BTreeSet::new(), old: BTreeSet::new() }
    }

    /// Puts an entry in; the oldest half leaves when there is no room.
    pub fn insert(&mut self, entry: T) {
        if self.young.len() >= self.half {
            self.old = core::mem::take(&mut self.young);
        }
        self.young.insert(entry);
    }

    /// Whether it is remembered.
    #[must_use]
    pub fn contains(&self, entry: &T) -> bool {
        self.young.contains(entry) || self.old.contains(entry)
    }

    /// How many are remembered; one that was put in twice may count twice.
    #[must_use]
    pub fn len(&self) -> usize {
        self.young.len() + self.old.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.young.clear();
        self.old.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_half_is_always_there_and_the_bound_holds() {
        let mut set = BoundedSet::new(100);
        for n in 0..10_000_u32 {
            set.insert(n);
            assert!(set.len() <= 100);
            assert!((n.saturating_sub(49)..=n).all(|recent| set.contains(&recent)), "{n}");
        }
        assert!(!set.contains(&0));
        set.clear();
        assert!(set.is_empty());
    }
}

//! Bytes by kind of message, as `getpeerinfo` and `getnettotals` show them.
//!
//! Does not know why they were sent.

use std::collections::BTreeMap;

use crate::codec::Command;

/// Bytes in one direction, frames included. Names that we do not know are one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    total: u64,
    by_command: BTreeMap<Command, u64>,
}

impl Traffic {
    /// Counts a message.
    pub fn add(&mut self, command: Command, wire_bytes: usize) {
        let bytes = u64::try_from(wire_bytes).unwrap_or(u64::MAX);
        self.total = self.total.saturating_add(bytes);
        let sum = self.by_command.entry(command.counted_as()).or_default();
        *sum = sum.saturating_add(bytes);
    }

    /// All bytes.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.total
    }

    /// By kind of message, in the order of their names; only those that were there.
    pub fn by_command(&self) -> impl Iterator<Item = (Command, u64)> + '_ {
        self.by_command.iter().map(|(command, bytes)| (*command, *bytes))
    }

    /// Of one kind.
    #[must_use]
    pub fn of(&self, command: Command) -> u64 {
        self.by_command.get(&command).copied().unwrap_or(0)
    }
}

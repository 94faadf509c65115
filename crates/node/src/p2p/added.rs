//! The nodes that a person named: those to stay connected to, the only ones to connect to, and
//! those to ask for addresses.
//!
//! Retried on the system's clock, as Core does: a mocked clock does not stop them. Does not open
//! anything itself.

use std::time::Duration;

use quarry_net::ConnectionKind;
use tokio::time::Instant;

use super::config::{P2pConfig, numeric};
use super::dial::Target;
use super::driver::Core;
use super::limits::{
    ADDED_INTERVAL, MAX_ADDED_NODES, MAX_ADDNODE_CONNECTIONS, MAX_NODE_NAME_BYTES,
    SEED_CONNECTIONS_ENOUGH, SEED_INTERVAL, SPECIFIED_INTERVAL, SPECIFIED_ROUNDS_MAX,
};
use super::views::{AddedNode, AddedNodeError};

/// Who was named, and when to try again.
#[derive(Debug)]
pub(super) struct AddedNodes {
    names: Vec<String>,
    next_added: Instant,
    specified: Vec<String>,
    rounds: u32,
    next_specified: Instant,
    seeds: Vec<String>,
    next_seed: Instant,
    started: Instant,
}

impl AddedNodes {
    pub(super) fn new(config: &P2pConfig) -> Self {
        let now = Instant::now();
        let mut seeds = config.seed_nodes.clone();
        seeds.reverse();
        Self {
            names: config.add_nodes.clone(),
            next_added: now,
            specified: config.connect.clone(),
            rounds: 0,
            next_specified: now,
            seeds,
            next_seed: now,
            started: now,
        }
    }

    /// When there is something to try.
    pub(super) fn next_round(&self) -> Instant {
        let mut next = Instant::now() + ADDED_INTERVAL;
        for (idle, at) in [
            (self.names.is_empty(), self.next_added),
            (self.specified.is_empty(), self.next_specified),
            (self.seeds.is_empty(), self.next_seed),
        ] {
            if !idle {
                next = next.min(at);
            }
        }
        next
    }
}

/// The time between rounds over the nodes of `-connect`, which grows.
fn specified_pause(rounds: u32) -> Duration {
    SPECIFIED_INTERVAL * rounds.clamp(1, SPECIFIED_ROUNDS_MAX)
}

impl Core {
    /// Tries what is due.
    pub(super) fn dial_added(&mut self, now: Instant) {
        if now >= self.added.next_added {
            self.added.next_added = now + ADDED_INTERVAL;
            self.dial_all(&self.added.names.clone(), MAX_ADDNODE_CONNECTIONS);
        }
        if now >= self.added.next_specified {
            self.added.rounds = self.added.rounds.saturating_add(1);
            self.added.next_specified = now + specified_pause(self.added.rounds);
            self.dial_all(&self.added.specified.clone(), usize::MAX);
        }
        if now >= self.added.next_seed {
            self.dial_seed(now);
        }
    }

    /// Asks the next seed node for addresses: at once if none are known, otherwise if those that are
    /// known have not led to connections.
    fn dial_seed(&mut self, now: Instant) {
        let first = self.added.next_seed == self.added.started;
        self.added.next_seed = now + SEED_INTERVAL;
        let relaying = |kind: &ConnectionKind| *kind == ConnectionKind::OutboundFullRelay;
        let connected = self.links.values().filter(|link| relaying(&link.kind)).count();
        let none_known = self.net.addresses().is_empty();
        if (first && !none_known) || connected >= SEED_CONNECTIONS_ENOUGH {
            return;
        }
        let Some(seed) = self.added.seeds.pop() else { return };
        if none_known {
            tracing::info!(
                target: "net", "Empty addrman, adding seednode ({seed}) to addrfetch"
            );
        } else {
            let secs = SEED_INTERVAL.as_secs();
            tracing::info!(
                target: "net",
                "Couldn't connect to peers from addrman after {secs} seconds. Adding seednode \
                 ({seed}) to addrfetch"
            );
        }
        self.dial(Target::Name(seed), ConnectionKind::AddrFetch);
    }

    fn dial_all(&mut self, names: &[String], most: usize) {
        let connected = self.links.values().filter(|it| it.kind == ConnectionKind::Manual).count();
        let mut room = most.saturating_sub(connected);
        for name in names {
            let target = Target::Name(name.clone());
            if room > 0 && !self.is_connected_to(&target) {
                room -= 1;
                self.dial(target, ConnectionKind::Manual);
            }
        }
    }

    /// Puts a node on the list; it is tried at once.
    pub(super) fn add_node(&mut self, name: String) -> Result<(), AddedNodeError> {
        let address = numeric(&name, self.config.default_port);
        let same = |it: &String| {
            *it == name || address.is_some() && numeric(it, self.config.default_port) == address
        };
        if self.added.names.iter().any(same) {
            return Err(AddedNodeError::AlreadyAdded);
        }
        if self.added.names.len() >= MAX_ADDED_NODES || name.len() > MAX_NODE_NAME_BYTES {
            return Err(AddedNodeError::TooMany);
        }
        self.added.names.push(name);
        self.added.next_added = Instant::now();
        Ok(())
    }

    pub(super) fn remove_node(&mut self, name: &str) -> Result<(), AddedNodeError> {
        let before = self.added.names.len();
        self.added.names.retain(|it| it != name);
        if self.added.names.len() == before {
            return Err(AddedNodeError::NotAdded);
        }
        Ok(())
    }

    pub(super) fn added_nodes(&self) -> Vec<AddedNode> {
        let describe = |name: &String| {
            let address = numeric(name, self.config.default_port).map(Into::into);
            let found = self
                .links
                .values()
                .find(|link| link.name == *name || Some(link.endpoint) == address);
            AddedNode {
                name: name.clone(),
                connected: found
                    .map(|link| (link.endpoint.to_string(), link.kind == ConnectionKind::Inbound)),
            }
        };
        self.added.names.iter().map(describe).collect()
    }
}

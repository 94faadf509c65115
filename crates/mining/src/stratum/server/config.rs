//! How a pool is set up.
//!
//! Does not know where settings come from.

use std::fmt;
use std::sync::Arc;

use quarry_pow::VersionMask;
use quarry_primitives::{Address, Network, NetworkUnchecked, ScriptBuf};

use crate::difficulty::Difficulty;
use crate::limits::MAX_EXTRANONCE2_BYTES;
use crate::stratum::payout::Payout;

/// Reads an address of the pool's own network; [`address_reader`] makes one.
pub type AddressReader = Arc<dyn Fn(&str) -> Option<ScriptBuf> + Send + Sync>;

/// Reads addresses of one of Bitcoin's networks, and no other's.
#[must_use]
pub fn address_reader(network: Network) -> AddressReader {
    Arc::new(move |text: &str| {
        let address = text.parse::<Address<NetworkUnchecked>>().ok()?;
        Some(address.require_network(network).ok()?.script_pubkey())
    })
}

/// How the difficulty of a connection follows its speed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vardiff {
    /// Shares a minute that are aimed at.
    pub shares_per_min: f64,
    /// No difficulty is below it.
    pub min: Difficulty,
    /// No difficulty is above it.
    pub max: Difficulty,
    /// What a connection starts with.
    pub start: Difficulty,
    /// How long shares are counted before the difficulty is looked at, milliseconds; longer where so few are
    /// aimed at that nothing could be told by then.
    pub retarget_ms: u64,
}

/// How a pool is set up.
#[derive(Clone)]
pub struct ServerConfig {
    /// Bytes of the extranonce that is a miner's own.
    pub extranonce2_bytes: usize,
    /// The first connection's extranonce; each gets the next that is free. Pools in front of one node need
    /// seeds that lie far apart.
    pub extranonce1_seed: u32,
    /// How difficulties are chosen.
    pub vardiff: Vardiff,
    /// The least difficulty of miners who ask for their work, where blocks are no easier: those of that time
    /// look at no hash that does not begin with 32 zero bits, and would be credited with too little.
    pub direct_floor: Option<Difficulty>,
    /// Most connections.
    pub max_connections: usize,
    /// Most connections of one address (of IPv6: of one /64).
    pub max_connections_per_ip: usize,
    /// Most workers of one connection.
    pub max_workers_per_connection: usize,
    /// A connection has to have authorized a worker by then, milliseconds.
    pub handshake_timeout_ms: u64,
    /// A connection that says nothing for so long is ended, milliseconds; later if its difficulty may still
    /// be too high for it.
    pub idle_timeout_ms: u64,
    /// The score at which an address is banned; see [`limits`](crate::limits) for what costs how much.
    pub ban_score: u32,
    /// For how long, milliseconds.
    pub ban_ms: u64,
    /// The bits of the version that miners may roll, as far as the template allows.
    pub version_mask: Option<VersionMask>,
    /// How blocks are paid for.
    pub payout: Payout,
    /// Who is paid for workers whose name has no address; without it they are not authorized. In front of
    /// miners of one's own it is one's own address. A name of 26 or more letters and digits was meant to be an
    /// address, and is not let in if it is none of this chain.
    pub fallback: Option<ScriptBuf>,
    /// Text in the coinbase.
    pub tag: Vec<u8>,
    /// Reads the addresses in the workers' names.
    pub address: AddressReader,
}

/// Settings that make no pool.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// The extranonces do not fit.
    #[error("{0} bytes of extranonce2: choose 1 to {MAX_EXTRANONCE2_BYTES}")]
    Extranonce2(usize),
    /// The difficulties contradict one another.
    #[error("the lowest difficulty is above the highest")]
    Difficulties,
    /// No pace to aim at.
    #[error("shares a minute and the time between changes of difficulty have to be above zero")]
    Pace,
    /// Sharing by shares needs someone to pay before the first share.
    #[error("give an address that is paid while nobody has shares yet")]
    NoFallback,
}

impl ServerConfig {
    /// A solo pool with everything as usual: 8 bytes of extranonce2, 20 shares a minute, room for 10,000
    /// connections.
    #[must_use]
    pub fn new(address: AddressReader, start: Difficulty) -> Self {
        let difficulty = |number| Difficulty::new(number).unwrap_or(Difficulty::ONE);
        Self {
            extranonce2_bytes: 8,
            extranonce1_seed: 0,
            vardiff: Vardiff {
                shares_per_min: 20.0,
                min: difficulty(1e-3),
                max: difficulty(1e12),
                start,
                retarget_ms: 60_000,
            },
            direct_floor: Some(Difficulty::ONE),
            max_connections: 10_000,
            max_connections_per_ip: 1000,
            max_workers_per_connection: 32,
            handshake_timeout_ms: 30_000,
            idle_timeout_ms: 600_000,
            ban_score: 100,
            ban_ms: 600_000,
            version_mask: Some(VersionMask::BIP320),
            payout: Payout::Solo,
            fallback: None,
            tag: b"/quarry/".to_vec(),
            address,
        }
    }

    pub(super) fn check(&self) -> Result<(), ConfigError> {
        if !(1..=MAX_EXTRANONCE2_BYTES).contains(&self.extranonce2_bytes) {
            return Err(ConfigError::Extranonce2(self.extranonce2_bytes));
        }
        if self.vardiff.min > self.vardiff.max {
            return Err(ConfigError::Difficulties);
        }
        let paced = self.vardiff.shares_per_min.is_finite() && self.vardiff.shares_per_min > 0.0;
        if !paced || self.vardiff.retarget_ms == 0 {
            return Err(ConfigError::Pace);
        }
        match self.payout {
            Payout::Proportional(_) if self.fallback.is_none() => Err(ConfigError::NoFallback),
            Payout::Proportional(_) | Payout::Solo => Ok(()),
        }
    }
}

impl fmt::Debug for ServerConfig {
    /// All but the reader of addresses, which is code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerConfig")
            .field("extranonce2_bytes", &self.extranonce2_bytes)
            .field("vardiff", &self.vardiff)
            .field("max_connections", &self.max_connections)
            .field("payout", &self.payout)
            .finish_non_exhaustive()
    }
}

//! The settings of a miner.
//!
//! Does not know how they were given.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use quarry_mining::Difficulty;

use crate::limits::{CALL_TIMEOUT, RETRY_PAUSE, SCAN_TIME};
use crate::payout::Payout;
use crate::pool::TemplateSource;
use crate::tls::Authorities;
use crate::url::{Credentials, Scheme, UpstreamUrl};

/// Settings of a miner.
#[derive(Clone, Debug)]
pub struct MinerConfig {
    /// Whom to mine for: the first that gives work, and back to a former one as soon as it does.
    pub upstreams: Vec<Upstream>,
    /// Whom blocks pay, where the upstream leaves that to the miner.
    pub payout: Option<Payout>,
    /// Text in the coinbase of such blocks.
    pub coinbase_tag: Vec<u8>,
    /// The difficulty of shares that suits this machine: what a pool is asked for.
    pub suggested: Option<Difficulty>,
    /// Whether to begin at once.
    pub starts: bool,
    /// Stop after so many blocks.
    pub blocks_max: Option<u64>,
    /// Whether to use an upstream's long poll.
    pub long_poll: bool,
    /// How long an answer may take.
    pub call_timeout: Duration,
    /// First pause before an upstream that failed is asked again.
    pub retry_pause: Duration,
    /// Time after which `getwork` is asked for anew.
    pub scan_time: Duration,
}

impl Default for MinerConfig {
    fn default() -> Self {
        Self {
            upstreams: Vec::new(),
            payout: None,
            coinbase_tag: b"/quarry/".to_vec(),
            suggested: None,
            starts: true,
            blocks_max: None,
            long_poll: true,
            call_timeout: CALL_TIMEOUT,
            retry_pause: RETRY_PAUSE,
            scan_time: SCAN_TIME,
        }
    }
}

/// Somebody to mine for.
#[derive(Clone, Debug)]
pub enum Upstream {
    /// A node or a pool at an address.
    Remote(UpstreamConfig),
    /// The node of this process, which says by its templates when a block is wanted.
    Local {
        /// What its status calls it.
        name: String,
        /// The node.
        source: Arc<dyn TemplateSource>,
    },
}

impl Upstream {
    /// What its status calls it: its address without who asks, or its name.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Remote(config) => config.url.to_string(),
            Self::Local { name, .. } => name.clone(),
        }
    }

    /// Whether it counts shares, and not blocks only.
    #[must_use]
    pub fn is_pool(&self) -> bool {
        matches!(self, Self::Remote(config) if config.url.scheme != Scheme::Rpc)
    }
}

impl From<UpstreamConfig> for Upstream {
    fn from(config: UpstreamConfig) -> Self {
        Self::Remote(config)
    }
}

/// Settings of one upstream at an address.
#[derive(Clone, Debug)]
pub struct UpstreamConfig {
    /// Its address.
    pub url: UpstreamUrl,
    /// Who asks, if the address does not say so.
    pub user_and_password: Option<(String, String)>,
    /// The file that says who asks, if nothing else does.
    pub cookie: Option<PathBuf>,
    /// How it is spoken to.
    pub protocol: Protocol,
    /// Whom a pool with TLS is believed by; without it, by those whom browsers believe.
    pub authorities: Option<Authorities>,
}

/// How a JSON-RPC upstream is asked for work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Protocol {
    /// `getblocktemplate`, or `getwork` where that is not known.
    #[default]
    Auto,
    /// `getwork` only.
    GetWork,
}

impl UpstreamConfig {
    /// An upstream by its address alone.
    #[must_use]
    pub const fn new(url: UpstreamUrl) -> Self {
        let protocol = Protocol::Auto;
        Self { url, user_and_password: None, cookie: None, protocol, authorities: None }
    }

    /// Who asks: what the address says goes first.
    #[must_use]
    pub fn credentials(&self) -> Option<Credentials> {
        let given = self.user_and_password.clone();
        let given = given.map(|(user, password)| Credentials::Password { user, password });
        let cookie = || self.cookie.clone().map(Credentials::Cookie);
        self.url.credentials.clone().or(given).or_else(cookie)
    }
}

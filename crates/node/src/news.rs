//! Who is told of new tips and of warnings, and the warnings themselves.
//!
//! Does not know what is done about them.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use quarry_chain::limits::UNKNOWN_RULES_PERIOD;
use quarry_chain::{ChainEvent, StoreError};
use quarry_primitives::{BlockHash, Now};

use crate::state::NodeChain;

const LONGER_INVALID_CHAIN: &str = "Warning: Found invalid chain more than 6 blocks longer than our \
     best chain. This could be due to database corruption or consensus incompatibility with peers.";

/// Something that the user may want to hear of.
#[derive(Clone, Copy, Debug)]
pub enum News<'a> {
    /// Another block is the tip.
    Tip {
        /// Its hash.
        hash: BlockHash,
        /// Its height.
        height: u32,
        /// Whether the chain is still far behind.
        initial_download: bool,
    },
    /// There is a new warning.
    Warning(&'a str),
    /// The store failed in the middle of a change: the node should end, and start again when the
    /// cause is gone. What is in memory is right, and nothing of it may be written over what is not.
    Fault(&'a StoreError),
}

type Listener = Box<dyn Fn(News<'_>) + Send + Sync>;

/// What there is a warning of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    UnknownRules,
    LongerInvalidChain,
}

/// The listener and the warnings of a node.
#[derive(Default)]
pub(crate) struct NewsDesk {
    listener: OnceLock<Listener>,
    warnings: Mutex<BTreeMap<About, String>>,
    /// The period of blocks that was last looked at for unknown rules.
    period: Mutex<Option<u32>>,
}

impl NewsDesk {
    /// The first listener stays.
    pub(crate) fn listen(&self, listener: Listener) {
        let _first = self.listener.set(listener);
    }

    pub(crate) fn warnings(&self) -> Vec<String> {
        let warnings = self.warnings.lock().unwrap_or_else(PoisonError::into_inner);
        warnings.values().cloned().collect()
    }

    /// Looks at what a change of the chain means for its user.
    pub(crate) fn changed(
        &self,
        chain: &NodeChain,
        now: Now,
        old: BlockHash,
        events: &[ChainEvent],
    ) {
        let tip = chain.tip();
        let failed = events.iter().any(|event| matches!(event, ChainEvent::BlockInvalid { .. }));
        if tip.hash == old && !failed {
            return;
        }
        let initial_download = chain.is_initial_download(now);
        if !initial_download {
            self.look_for_unknown_rules(chain);
            if failed || self.has(About::LongerInvalidChain) {
                let longer = chain.has_longer_invalid_chain();
                self.set(About::LongerInvalidChain, longer.then_some(LONGER_INVALID_CHAIN.into()));
            }
        }
        if tip.hash != old {
            self.tell(News::Tip { hash: tip.hash, height: tip.height, initial_download });
        }
    }

    fn look_for_unknown_rules(&self, chain: &NodeChain) {
        let period = chain.tip().height.saturating_add(1) / UNKNOWN_RULES_PERIOD;
        let mut last = self.period.lock().unwrap_or_else(PoisonError::into_inner);
        if last.replace(period) == Some(period) {
            return;
        }
        // Core shows the last it found.
        let bit = chain.unknown_rules().pop();
        let line = bit.map(|bit| format!("Unknown new rules activated (versionbit {bit})"));
        self.set(About::UnknownRules, line);
    }

    fn has(&self, about: About) -> bool {
        self.warnings.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&about)
    }

    fn set(&self, about: About, text: Option<String>) {
        let mut warnings = self.warnings.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(text) = text else {
            warnings.remove(&about);
            return;
        };
        if warnings.insert(about, text.clone()).is_none() {
            drop(warnings);
            tracing::warn!("{text}");
            self.tell(News::Warning(&text));
        }
    }

    /// The store failed.
    pub(crate) fn fault(&self, error: &StoreError) {
        tracing::error!("A fatal internal error occurred: {error}");
        self.tell(News::Fault(error));
    }

    fn tell(&self, news: News<'_>) {
        if let Some(listener) = self.listener.get() {
            listener(news);
        }
    }
}

//! Soft forks that miners decide on by bits of the block version (BIP-9): their state.
//!
//! Of our chains only regtest has one, Core's `testdummy`, which changes no rule: clients are tested with it. Does
//! not know what a fork changes.

use crate::ledger::{Ancestors, BlockContext};
use crate::spec::ChainSpec;

/// BIP-9's top bits, and the mask that finds them.
const TOP_BITS: i32 = 0x2000_0000;
const TOP_MASK: u32 = 0xe000_0000;

/// How many bits can signal (`VERSIONBITS_NUM_BITS`).
pub(crate) const SIGNAL_BITS: usize = 29;

/// A soft fork that miners decide on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// Its name.
    pub name: &'static str,
    /// The bit of the version, counted from the lowest.
    pub bit: u8,
    /// The median time past from which the bit counts, in seconds.
    pub start_time: i64,
    /// The median time past at which it failed if it is not locked in.
    pub timeout: i64,
    /// The least height at which it may be active.
    pub min_activation_height: u32,
    /// Blocks that are counted together.
    pub period: u32,
    /// How many of them have to signal.
    pub threshold: u32,
}

/// Core's `DEPLOYMENT_TESTDUMMY` on regtest.
const TESTDUMMY: Deployment = Deployment {
    name: "testdummy",
    bit: 28,
    start_time: 0,
    timeout: i64::MAX,
    min_activation_height: 0,
    period: 144,
    threshold: 108,
};

/// How far a deployment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeploymentState {
    /// Known.
    Defined,
    /// Signals count.
    Started,
    /// Enough have signalled; active one period later.
    LockedIn,
    /// In force.
    Active,
    /// Not enough have signalled in time.
    Failed,
}

impl DeploymentState {
    /// Its name in Core's RPC.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Defined => "defined",
            Self::Started => "started",
            Self::LockedIn => "locked_in",
            Self::Active => "active",
            Self::Failed => "failed",
        }
    }

    /// Whether blocks should signal.
    #[must_use]
    pub fn is_signalling(self) -> bool {
        matches!(self, Self::Started | Self::LockedIn)
    }
}

/// A deployment as a block sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeploymentInfo {
    /// The deployment.
    pub deployment: Deployment,
    /// Its state for the block.
    pub state: DeploymentState,
    /// The first height of that state.
    pub since: u32,
    /// Its state for the next block.
    pub next: DeploymentState,
    /// Which blocks of the period signalled, up to the block itself.
    pub signals: Vec<bool>,
}

/// The deployments of a chain.
#[must_use]
pub fn deployments(spec: &ChainSpec) -> &'static [Deployment] {
    if spec.name() == "regtest" { &[TESTDUMMY] } else { &[] }
}

/// The version of a block at this place that signals for all that wants signals
/// (`ComputeBlockVersion`).
pub(crate) fn template_version(at: &BlockContext<'_>) -> i32 {
    let wanted = deployments(at.spec).iter().filter(|it| {
        let (state, _) = state(it, at.height, at.ancestors);
        state.is_signalling()
    });
    wanted.fold(TOP_BITS, |version, it| version | (1 << it.bit))
}

/// A deployment as the block at a height sees it; `branch` is that block and its ancestors.
pub(crate) fn info(deployment: Deployment, height: u32, branch: &dyn Ancestors) -> DeploymentInfo {
    let (state, since) = state(&deployment, height, branch);
    let (next, _) = self::state(&deployment, height.saturating_add(1), branch);
    let first = height - height % deployment.period;
    let signals = (first..=height).map(|height| signals(&deployment, height, branch)).collect();
    DeploymentInfo { deployment, state, since, next, signals }
}

fn signals(deployment: &Deployment, height: u32, branch: &dyn Ancestors) -> bool {
    let version = branch.header(height).map_or(0, |header| header.version.to_consensus());
    is_signal(version, deployment.bit)
}

/// Whether a block of this version signals by a bit.
pub(crate) fn is_signal(version: i32, bit: u8) -> bool {
    let version = version.cast_unsigned();
    version & TOP_MASK == TOP_BITS.cast_unsigned() && version & (1 << bit) != 0
}

/// The state for a block at a height, and the first height that has it.
fn state(deployment: &Deployment, height: u32, branch: &dyn Ancestors) -> (DeploymentState, u32) {
    let (mut state, mut since) = (DeploymentState::Defined, 0);
    for count in 1..=height / deployment.period {
        let start = count * deployment.period;
        let next = at_start(deployment, state, start, branch);
        if next != state {
            (state, since) = (next, start);
        }
        if matches!(state, DeploymentState::Active | DeploymentState::Failed) {
            break;
        }
    }
    (state, since)
}

/// The state from the start of a period on.
fn at_start(
    deployment: &Deployment,
    state: DeploymentState,
    start: u32,
    branch: &dyn Ancestors,
) -> DeploymentState {
    let time = i64::from(branch.median_time_past(start - 1).unwrap_or(0));
    match state {
        DeploymentState::Defined if time >= deployment.start_time => DeploymentState::Started,
        DeploymentState::Started => {
            let blocks = start - deployment.period..start;
            let count = blocks.filter(|height| signals(deployment, *height, branch)).count();
            if u32::try_from(count).is_ok_and(|count| count >= deployment.threshold) {
                DeploymentState::LockedIn
            } else if time >= deployment.timeout {
                DeploymentState::Failed
            } else {
                state
            }
        }
        DeploymentState::LockedIn if start >= deployment.min_activation_height => {
            DeploymentState::Active
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use quarry_primitives::{BlockVersion, Header};

    use super::*;

    #[derive(Debug)]
    struct Signals(Vec<bool>);

    impl Ancestors for Signals {
        fn median_time_past(&self, height: u32) -> Option<u32> {
            Some(height)
        }

        fn header(&self, height: u32) -> Option<Header> {
            let signal = *self.0.get(usize::try_from(height).ok()?)?;
            let mut header =
                quarry_primitives::bitcoin_genesis(quarry_primitives::Network::Regtest).header;
            let bit = if signal { 1 << TESTDUMMY.bit } else { 0 };
            header.version = BlockVersion::from_consensus(TOP_BITS | bit);
            Some(header)
        }
    }

    #[test]
    fn enough_signals_lock_in_and_a_period_later_it_is_active() {
        let mut signals = vec![false; 144];
        signals.extend(vec![true; 107]);
        signals.extend(vec![false; 37]);
        signals.extend(vec![true; 108]);
        signals.extend(vec![false; 180]);
        let branch = Signals(signals);
        for (height, wanted, since) in [
            (143, DeploymentState::Defined, 0),
            (144, DeploymentState::Started, 144),
            (431, DeploymentState::Started, 144),
            (432, DeploymentState::LockedIn, 432),
            (575, DeploymentState::LockedIn, 432),
            (576, DeploymentState::Active, 576),
        ] {
            assert_eq!(state(&TESTDUMMY, height, &branch), (wanted, since), "{height}");
        }
        let info = info(TESTDUMMY, 431, &branch);
        assert_eq!((info.state, info.next), (DeploymentState::Started, DeploymentState::LockedIn));
        assert_eq!((info.signals.len(), info.signals.iter().filter(|s| **s).count()), (144, 108));
    }

    #[test]
    fn what_is_not_locked_in_in_time_has_failed() {
        let late = Deployment { start_time: 200, timeout: 500, ..TESTDUMMY };
        let branch = Signals(vec![false; 1000]);
        for (height, wanted) in [
            (287, DeploymentState::Defined),
            (288, DeploymentState::Started),
            (575, DeploymentState::Started),
            (576, DeploymentState::Failed),
        ] {
            assert_eq!(state(&late, height, &branch).0, wanted, "{height}");
        }
    }
}

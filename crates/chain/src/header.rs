//! The header stage: proof of work, target, time and version.
//!
//! Does not know transactions; the block tree hands in what it knows of the branch.

use quarry_primitives::{BitcoinTarget, CompactTarget, Header, Now};

use crate::BlockError;
use crate::limits::{MAX_FUTURE_BLOCK_SECS, MIN_BLOCK_VERSION};
use crate::spec::ChainSpec;

/// The target that a compact one stands for; `None` if it is zero, negative, too large for 256
/// bits, or not in its shortest form.
pub(crate) fn target_of(bits: CompactTarget) -> Option<BitcoinTarget> {
    // From 33 on the mantissa would be shifted out of 256 bits.
    if bits.to_consensus() >> 24 > 32 {
        return None;
    }
    let target = BitcoinTarget::from_compact(bits);
    (target != BitcoinTarget::ZERO && target.to_compact_lossy() == bits).then_some(target)
}

/// What needs the header alone.
pub(crate) fn check_proof_of_work(spec: &ChainSpec, header: &Header) -> Result<(), BlockError> {
    let hash = header.block_hash();
    // "CheckProofOfWork: Check range", then "Check proof of work matches claimed amount" (pow.cpp).
    let limit = target_of(spec.pow_limit());
    let claimed = target_of(header.bits).filter(|target| limit.is_some_and(|most| *target <= most));
    match claimed {
        Some(target) if target.is_met_by(hash) => Ok(()),
        _ => Err(BlockError::HighHash { hash }),
    }
}

/// What needs the header's branch and the time (`ContextualCheckBlockHeader`).
pub(crate) fn check_in_context(
    spec: &ChainSpec,
    header: &Header,
    parent_median_time: u32,
    now: Now,
) -> Result<(), BlockError> {
    check_bits(spec, header)?;
    check_not_too_old(header, parent_median_time)?;
    check_not_too_new(header, now)?;
    check_version(header)
}

/// `bad-diffbits`. There is no retarget yet: every block has the spec's one target.
fn check_bits(spec: &ChainSpec, header: &Header) -> Result<(), BlockError> {
    let (got, want) = (header.bits, spec.pow_limit());
    if got == want { Ok(()) } else { Err(BlockError::BadBits { got, want }) }
}

/// `time-too-old`: "Check timestamp against prev: block's timestamp is too early".
fn check_not_too_old(header: &Header, median: u32) -> Result<(), BlockError> {
    let time = header.time;
    if time > median { Ok(()) } else { Err(BlockError::TimeTooOld { time, median }) }
}

/// `time-too-new`: "block timestamp too far in the future".
fn check_not_too_new(header: &Header, now: Now) -> Result<(), BlockError> {
    let (time, now) = (header.time, now.wall_secs());
    if time <= now.saturating_add(MAX_FUTURE_BLOCK_SECS) {
        return Ok(());
    }
    Err(BlockError::TimeTooNew { time, now })
}

/// `bad-version`: "Reject blocks with outdated version".
fn check_version(header: &Header) -> Result<(), BlockError> {
    let version = header.version.to_consensus();
    if version >= MIN_BLOCK_VERSION { Ok(()) } else { Err(BlockError::BadVersion { version }) }
}

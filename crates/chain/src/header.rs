//! The header stage: proof of work, target, time and version.
//!
//! Does not know transactions; the block tree hands in what it knows of the branch.

use quarry_primitives::{BitcoinTarget, CompactTarget, Header, Now};

use crate::BlockError;
use crate::ledger::BlockContext;
use crate::limits::{MAX_FUTURE_BLOCK_SECS, MAX_RETARGET_FACTOR, MAX_TIMEWARP_SECS};
use crate::spec::{ChainSpec, Retarget};

/// The target that a compact one stands for; `None` if it is zero, negative or too large for 256
/// bits (`arith_uint256::SetCompact`).
pub(crate) fn target_of(bits: CompactTarget) -> Option<BitcoinTarget> {
    let (size, word) = (bits.to_consensus() >> 24, bits.to_consensus() & 0x007f_ffff);
    let negative = word != 0 && bits.to_consensus() & 0x0080_0000 != 0;
    let overflow =
        word != 0 && (size > 34 || (word > 0xff && size > 33) || (word > 0xffff && size > 32));
    if negative || overflow {
        return None;
    }
    let target = BitcoinTarget::from_compact(bits);
    (target != BitcoinTarget::ZERO).then_some(target)
}

/// `high-hash`: what needs the header alone ("CheckProofOfWork: Check range", then "Check proof of
/// work matches claimed amount", pow.cpp).
pub(crate) fn check_proof_of_work(spec: &ChainSpec, header: &Header) -> Result<(), BlockError> {
    let hash = header.block_hash();
    let limit = target_of(spec.pow_limit());
    let claimed = target_of(header.bits).filter(|target| limit.is_some_and(|most| *target <= most));
    match claimed {
        Some(target) if target.is_met_by(hash) => Ok(()),
        _ => Err(BlockError::HighHash { hash }),
    }
}

/// What needs the header's branch and the time (`ContextualCheckBlockHeader`).
pub(crate) fn check_in_context(
    header: &Header,
    at: &BlockContext<'_>,
    now: Now,
) -> Result<(), BlockError> {
    check_bits(header, at)?;
    check_not_too_old(header, at.parent_median_time)?;
    check_timewarp(header, at)?;
    check_not_too_new(header, now)?;
    check_version(header, at)
}

/// `time-timewarp-attack` (BIP-94), on the chains that have the rule: where a period of the target
/// begins, time does not go back by more than ten minutes.
fn check_timewarp(header: &Header, at: &BlockContext<'_>) -> Result<(), BlockError> {
    if !at.spec.has_timewarp_rule() || !at.height.is_multiple_of(at.spec.retarget_interval()) {
        return Ok(());
    }
    let parent = at.height.checked_sub(1).and_then(|height| at.ancestors.header(height));
    match parent.map(|parent| parent.time.saturating_sub(MAX_TIMEWARP_SECS)) {
        Some(least) if header.time < least => {
            Err(BlockError::Timewarp { time: header.time, least })
        }
        _ => Ok(()),
    }
}

/// `bad-diffbits`.
fn check_bits(header: &Header, at: &BlockContext<'_>) -> Result<(), BlockError> {
    let (got, want) = (header.bits, required_bits(at, header.time));
    if got == want { Ok(()) } else { Err(BlockError::BadBits { got, want }) }
}

/// The target that a block at this place must claim (`GetNextWorkRequired`, pow.cpp).
pub(crate) fn required_bits(at: &BlockContext<'_>, time: u32) -> CompactTarget {
    let limit = at.spec.pow_limit();
    let Retarget::Bitcoin { interval, allow_min_difficulty } = at.spec.retarget() else {
        return limit;
    };
    let header = |height: u32| at.ancestors.header(height);
    let Some(parent) = at.height.checked_sub(1).and_then(header) else { return limit };
    if !at.height.is_multiple_of(interval) {
        if !allow_min_difficulty {
            return parent.bits;
        }
        // "If the new block's timestamp is more than 2 * 10 minutes then allow mining of a
        // min-difficulty block."
        let patience = at.spec.block_spacing_secs().saturating_mul(2);
        if time > parent.time.saturating_add(patience) {
            return limit;
        }
        return last_usual_bits(at, interval);
    }
    // "Go back by what we want to be 14 days worth of blocks": one short of the interval.
    let first = header(at.height.saturating_sub(interval)).unwrap_or(parent);
    scaled(at.spec, interval, &first, &parent)
}

/// "Return the last non-special-min-difficulty-rules-block".
fn last_usual_bits(at: &BlockContext<'_>, interval: u32) -> CompactTarget {
    let limit = at.spec.pow_limit();
    for height in (0..at.height).rev() {
        match at.ancestors.header(height) {
            Some(header) if !height.is_multiple_of(interval) && header.bits == limit => {}
            Some(header) => return header.bits,
            None => return limit,
        }
    }
    limit
}

/// `CalculateNextWorkRequired`.
fn scaled(spec: &ChainSpec, interval: u32, first: &Header, last: &Header) -> CompactTarget {
    let wanted = u64::from(interval) * u64::from(spec.block_spacing_secs());
    let took = u64::from(last.time.saturating_sub(first.time));
    let took = took.clamp(wanted / MAX_RETARGET_FACTOR, wanted * MAX_RETARGET_FACTOR);
    let old = BitcoinTarget::from_compact(last.bits).to_be_bytes();
    let scaled = multiply_divide(old, took, wanted);
    let limit = BitcoinTarget::from_compact(spec.pow_limit());
    match scaled.map(BitcoinTarget::from_be_bytes) {
        Some(target) if target <= limit => target.to_compact_lossy(),
        _ => spec.pow_limit(),
    }
}

/// `number * factor / divisor` of a 256-bit number, big-endian; `None` if it has more bits.
fn multiply_divide(number: [u8; 32], factor: u64, divisor: u64) -> Option<[u8; 32]> {
    let mut product = [0u32; 11];
    let mut carry = 0u128;
    for (index, word) in product.iter_mut().enumerate().rev() {
        let digit = index.checked_sub(3).map_or(0, |at| {
            let bytes =
                [number[4 * at], number[4 * at + 1], number[4 * at + 2], number[4 * at + 3]];
            u32::from_be_bytes(bytes)
        });
        let sum = u128::from(digit) * u128::from(factor) + carry;
        *word = low_word(sum);
        carry = sum >> 32;
    }
    let mut rest = 0u128;
    for word in &mut product {
        let with_rest = (rest << 32) | u128::from(*word);
        *word = low_word(with_rest / u128::from(divisor));
        rest = with_rest % u128::from(divisor);
    }
    if product[..3].iter().any(|word| *word != 0) {
        return None;
    }
    let mut out = [0; 32];
    for (bytes, word) in out.chunks_exact_mut(4).zip(&product[3..]) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    Some(out)
}

fn low_word(value: u128) -> u32 {
    u32::try_from(value & u128::from(u32::MAX)).unwrap_or(u32::MAX)
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

/// `bad-version(0x...)`: "Reject blocks with outdated version".
fn check_version(header: &Header, at: &BlockContext<'_>) -> Result<(), BlockError> {
    let version = header.version.to_consensus();
    let rules = at.spec.activation();
    let outdated = [(2, rules.bip34), (3, rules.bip66), (4, rules.bip65)]
        .into_iter()
        .any(|(least, from)| version < least && at.height >= from);
    if outdated { Err(BlockError::BadVersion { version }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use quarry_primitives::{BlockHash, BlockVersion, Hash, TxMerkleNode};

    use super::*;
    use crate::ledger::Ancestors;
    use crate::spec::SpecDraft;
    use crate::testing::easy_draft;

    fn header(time: u32, bits: u32) -> Header {
        Header {
            version: BlockVersion::ONE,
            prev_blockhash: BlockHash::all_zeros(),
            merkle_root: TxMerkleNode::all_zeros(),
            time,
            bits: CompactTarget::from_consensus(bits),
            nonce: 0,
        }
    }

    /// The main chain's parameters; only the genesis block would be too hard to find.
    fn main_chain() -> ChainSpec {
        let mut spec = ChainSpec::regtest();
        let retarget = Retarget::Bitcoin { interval: 2016, allow_min_difficulty: false };
        spec.set_for_tests(CompactTarget::from_consensus(0x1d00_ffff), retarget);
        spec
    }

    // Bitcoin Core's src/test/pow_tests.cpp: get_next_work and its limits.
    #[test]
    fn published_retargets() {
        let spec = main_chain();
        for (first, last, bits, want) in [
            (1_261_130_161, 1_262_152_739, 0x1d00_ffff, 0x1d00_d86a),
            (1_231_006_505, 1_233_061_996, 0x1d00_ffff, 0x1d00_ffff),
            (1_279_008_237, 1_279_297_671, 0x1c05_a3f4, 0x1c01_68fd),
            (1_263_163_443, 1_269_211_443, 0x1c38_7f6f, 0x1d00_e1fd),
        ] {
            let got = scaled(&spec, 2016, &header(first, bits), &header(last, bits));
            assert_eq!(got.to_consensus(), want, "{want:x}");
        }
    }

    #[test]
    fn compact_targets_as_core_reads_them() {
        let good = [0x207f_ffff, 0x1d00_ffff, 0x0100_0000 + 0x0001_0000, 0x2200_00ff, 0x2100_ffff];
        let bad = [0, 0x0100_3456, 0x04ff_ffff, 0xff12_3456, 0x2300_00ff, 0x2200_0100, 0x2101_0000];
        for bits in good {
            assert!(target_of(CompactTarget::from_consensus(bits)).is_some(), "{bits:x}");
        }
        for bits in bad {
            assert!(target_of(CompactTarget::from_consensus(bits)).is_none(), "{bits:x}");
        }
    }

    #[test]
    fn products_that_do_not_fit_are_none() {
        assert_eq!(multiply_divide([0xff; 32], 4, 1), None);
        assert_eq!(multiply_divide([0xff; 32], 4, 4), Some([0xff; 32]));
        let mut seven = [0; 32];
        seven[31] = 7;
        let mut five = [0; 32];
        five[31] = 5;
        assert_eq!(multiply_divide(seven, 3, 4), Some(five));
    }

    #[derive(Debug)]
    struct List(Vec<Header>);

    impl Ancestors for List {
        fn median_time_past(&self, _height: u32) -> Option<u32> {
            None
        }

        fn header(&self, height: u32) -> Option<Header> {
            self.0.get(usize::try_from(height).ok()?).copied()
        }
    }

    #[test]
    fn easy_blocks_after_a_pause_do_not_stick() {
        let retarget = Retarget::Bitcoin { interval: 4, allow_min_difficulty: true };
        let spec = ChainSpec::new(SpecDraft { retarget, ..easy_draft() }).unwrap();
        let limit = spec.pow_limit().to_consensus();
        let hard = 0x1f00_ffff;
        let list = List(vec![
            header(0, limit),
            header(1, limit),
            header(2, limit),
            header(3, limit),
            header(4, hard),
            header(5, hard),
            header(9_999, limit),
        ]);
        let bits = |height, time| {
            let at = BlockContext { spec: &spec, height, parent_median_time: 0, ancestors: &list };
            required_bits(&at, time).to_consensus()
        };
        assert_eq!(bits(6, 5 + 1_200), hard);
        assert_eq!(bits(6, 5 + 1_201), limit);
        assert_eq!(bits(7, 9_999), hard);
        assert_eq!(bits(5, 5), hard);
        // At the interval's end nothing is special; these four blocks were too fast.
        assert_ne!(bits(4, 9_999_999), limit);
    }
}

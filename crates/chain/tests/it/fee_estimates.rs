//! What is learnt about fees: from a market that is made up and a plain model of it, from a chain's
//! own events, and over a restart.

use std::collections::BTreeMap;

use proptest::prelude::*;
use quarry_chain::{
    ChainEvent, FeeEstimator, FeeHorizon, FeeMode, FeeRange, FeeSample, PoolConfig,
};
use quarry_primitives::{Hash as _, Now, Transaction, Txid};

use crate::mempool_support::{Open, coins_of, funded, pay_fee};
use crate::model::Chance;
use crate::support::{TestChain, accept, block_of, connect, key, mine, now, open, reseal};

/// One transaction's life.
#[derive(Clone, Copy, Debug)]
struct Life {
    came: u32,
    rate: u64,
    /// When it was confirmed, or left otherwise.
    end: Option<(u32, bool)>,
}

/// An estimator, and all that it was ever told.
#[derive(Default)]
struct Market {
    fees: FeeEstimator,
    lives: BTreeMap<Txid, Life>,
}

impl Market {
    fn waiting(&self) -> Vec<(Txid, Life)> {
        let lives = self.lives.iter().map(|(txid, life)| (*txid, *life));
        lives.filter(|(_, life)| life.end.is_none()).collect()
    }

    fn height(&self) -> u32 {
        self.fees.best_height()
    }

    fn enter(&mut self, rate: u64) {
        let mut id = [0; 32];
        id[..8].copy_from_slice(&(self.lives.len() as u64).to_le_bytes());
        let (txid, height) = (Txid::from_byte_array(id), self.height());
        self.fees.tx_entered(txid, FeeSample { height, rate });
        self.lives.insert(txid, Life { came: height, rate, end: None });
    }

    fn leave(&mut self, txid: &Txid) {
        self.fees.tx_removed(txid);
        let height = self.height();
        self.lives.get_mut(txid).unwrap().end = Some((height, false));
    }

    /// A block with all that wait and pay at least this.
    fn block(&mut self, least: u64) {
        let waiting = self.waiting();
        let paid = waiting.iter().filter(|(_, life)| life.rate >= least);
        let txids: Vec<Txid> = paid.map(|(txid, _)| *txid).collect();
        let height = self.height() + 1;
        self.fees.block_connected(height, &txids);
        for txid in txids {
            self.lives.get_mut(&txid).unwrap().end = Some((height, true));
        }
    }

    fn smart(&self, target: u32, mode: FeeMode) -> Option<u64> {
        self.fees.estimate_smart(target, mode).rate
    }
}

/// What should have been seen in a range, straight from the lives.
fn plain(market: &Market, horizon: FeeHorizon, target: u32, of: &FeeRange) -> FeeRange {
    let now = market.height();
    let faded = |at: u32| horizon.decay().powi(i32::try_from(now - at).unwrap());
    let periods = |blocks: u32| blocks.div_ceil(horizon.scale());
    let mut out = FeeRange {
        within_target: 0.0,
        total_confirmed: 0.0,
        in_mempool: 0.0,
        left_mempool: 0.0,
        ..*of
    };
    let inside = |life: &&Life| (life.rate as f64) > of.start && life.rate as f64 <= of.end;
    for life in market.lives.values().filter(inside) {
        match life.end {
            None if now - life.came >= target => out.in_mempool += 1.0,
            None => {}
            Some((at, true)) => {
                out.total_confirmed += faded(at);
                if periods(at - life.came) <= periods(target) {
                    out.within_target += faded(at);
                }
            }
            Some((at, false)) if (at - life.came) / horizon.scale() >= periods(target) => {
                out.left_mempool += faded(at);
            }
            Some(_) => {}
        }
    }
    out
}

fn assert_near(got: &FeeRange, want: &FeeRange, what: &str) {
    let numbers = |r: &FeeRange| [r.within_target, r.total_confirmed, r.in_mempool, r.left_mempool];
    for (got_one, want_one) in numbers(got).into_iter().zip(numbers(want)) {
        assert!((got_one - want_one).abs() < 1e-6, "{what}: {got:?} instead of {want:?}");
    }
}

/// Blocks take all above a price that wanders; some of the rest give up.
fn random_market(seed: u64, blocks: u32) -> Market {
    let (mut market, mut chance) = (Market::default(), Chance(seed));
    market.block(0);
    for _ in 0..blocks {
        for _ in 0..chance.below(6) {
            let rate = 1_000 * (1 + chance.below(40) as u64) + chance.below(7) as u64;
            market.enter(rate);
        }
        for (txid, _) in market.waiting() {
            if chance.below(30) == 0 {
                market.leave(&txid);
            }
        }
        let least = 1_000 * (5 + chance.below(20) as u64);
        market.block(least);
    }
    market
}

#[test]
fn judgements_are_what_the_plainest_count_says() {
    for seed in 0..3 {
        let market = random_market(seed, 150);
        let mut judged = 0;
        for horizon in FeeHorizon::ALL {
            for target in (1..=horizon.max_target()).filter(|t| *t < 30 || t % 97 == 0) {
                for share in [0.3, 0.6, 0.95] {
                    let raw = market.fees.estimate_raw(target, share, horizon).unwrap();
                    for range in [&raw.pass, &raw.fail].into_iter().flatten() {
                        let want = plain(&market, horizon, target, range);
                        let what = format!("seed {seed} {horizon:?} {target} {share}");
                        assert_near(range, &want, &what);
                        judged += 1;
                    }
                    let passed = raw.pass.map(|pass| {
                        let all = pass.total_confirmed + pass.in_mempool + pass.left_mempool;
                        pass.within_target / all
                    });
                    assert!(passed.is_none_or(|passed| passed >= share));
                    assert_eq!(raw.rate.is_some(), raw.pass.is_some());
                    if let (Some(rate), Some(pass)) = (raw.rate, raw.pass) {
                        assert!(rate as f64 >= pass.start && rate as f64 <= pass.end + 1.0);
                    }
                }
            }
        }
        assert!(judged > 300, "{judged}");
    }
}

// Who pays 2000 for each of n levels waits for 11 - n blocks.
#[test]
fn a_longer_wait_never_costs_more() {
    let mut market = Market::default();
    market.block(0);
    for _ in 0..200 {
        for level in 1..=10 {
            market.enter(2_000 * level);
        }
        let next = market.height() + 1;
        let due = |life: &Life| u64::from(next - life.came) + life.rate / 2_000 >= 11;
        let due = market.waiting().into_iter().filter(|(_, life)| due(life));
        let txids: Vec<Txid> = due.map(|(txid, _)| txid).collect();
        market.fees.block_connected(next, &txids);
        txids.iter().for_each(|id| market.lives.get_mut(id).unwrap().end = Some((next, true)));
    }
    // Nobody knows of the very next block, and half of the time has to do for most.
    let want = |target: u64| 2_000 * 11u64.saturating_sub(target.max(2) / 2).max(1);
    for mode in [FeeMode::Economical, FeeMode::Conservative] {
        for target in 1..=30u32 {
            assert_eq!(market.smart(target, mode), Some(want(target.into())), "{target} {mode:?}");
        }
    }
}

#[test]
fn nothing_is_said_before_enough_was_seen() {
    let mut market = Market::default();
    let nothing = |market: &Market, target| {
        let fee = market.fees.estimate_smart(target, FeeMode::Conservative);
        assert_eq!(fee.rate, None);
        fee.target
    };
    assert_eq!(nothing(&market, 6), 0);
    for _ in 0..50 {
        market.block(0);
    }
    // Blocks without transactions teach nothing.
    assert_eq!(nothing(&market, 6), 0);
    assert_eq!(nothing(&market, 1_009), 1_009);
    assert!(market.fees.estimate_raw(13, 0.9, FeeHorizon::Short).is_none());
    assert!(market.fees.estimate_raw(0, 0.9, FeeHorizon::Long).is_none());
    assert!(market.fees.estimate_raw(2, 1.1, FeeHorizon::Long).is_none());
    for block in 0..21 {
        for _ in 0..30 {
            market.enter(5_000);
        }
        market.block(0);
        // Half of the blocks since the first that confirmed something.
        let answer = market.fees.estimate_smart(6, FeeMode::Economical);
        let known = [block / 2, 6].into_iter().min().unwrap();
        let rate = (known >= 2).then_some(5_000);
        assert_eq!((answer.rate, answer.target), (rate, known), "{block}");
    }
}

#[test]
fn those_that_give_up_count_as_failed() {
    let [kept, lost] = [false, true].map(|gives_up| {
        let mut market = Market::default();
        market.block(0);
        for _ in 0..60 {
            for _ in 0..10 {
                market.enter(2_000);
                market.enter(20_000);
            }
            market.block(20_000);
            // Of ten that pay little nine are replaced, or wait as well as the tenth.
            for (txid, _) in market.waiting().into_iter().take(9) {
                if gives_up {
                    market.leave(&txid);
                }
            }
            market.block(0);
        }
        market.fees.estimate_raw(1, 0.85, FeeHorizon::Short).unwrap()
    });
    // Without them, what pays little was confirmed half the time; with them, rarely.
    for raw in [&kept, &lost] {
        assert_eq!(raw.rate, Some(20_000));
    }
    let (kept, lost) = (kept.fail.unwrap(), lost.fail.unwrap());
    assert!(kept.left_mempool < 1.0 && lost.left_mempool > 100.0, "{kept:?} {lost:?}");
    assert!(lost.total_confirmed < kept.total_confirmed / 5.0);
}

#[test]
fn a_fall_of_fees_is_followed_at_once_or_not() {
    let mut market = Market::default();
    market.block(0);
    for rate in [500_000; 12].into_iter().chain([100_000; 4]) {
        for _ in 0..24 {
            market.enter(rate);
        }
        market.block(0);
    }
    assert_eq!(market.smart(1, FeeMode::Economical), Some(100_000));
    assert_eq!(market.smart(1, FeeMode::Conservative), Some(500_000));
}

#[test]
fn what_waits_at_the_end_has_failed() {
    let mut market = random_market(9, 60);
    let before = market.fees.clone();
    assert!(before.watched() > 3);
    market.fees.flush_waiting();
    assert_eq!(market.fees.watched(), 0);
    assert_ne!(market.fees.encode(), before.encode());
    let raw = |fees: &FeeEstimator| fees.estimate_raw(2, 0.6, FeeHorizon::Medium).unwrap();
    let left = |fees: &FeeEstimator| raw(fees).fail.unwrap().left_mempool;
    assert!(left(&market.fees) > left(&before));
}

#[test]
fn what_was_learnt_is_kept() {
    let mut market = random_market(4, 300);
    market.fees.flush_waiting();
    let bytes = market.fees.encode();
    let mut kept = FeeEstimator::decode(&bytes).unwrap();
    assert_eq!(kept.encode(), bytes);
    for target in [1, 2, 6, 40, 140] {
        for mode in [FeeMode::Economical, FeeMode::Conservative] {
            let answer = market.fees.estimate_smart(target, mode);
            assert!(answer.rate.is_some());
            assert_eq!(kept.estimate_smart(target, mode), answer);
        }
    }
    // What is older than six weeks is not believed without anything newer.
    let last = kept.best_height() + 6 * 1_008;
    kept.block_connected(last, &[]);
    assert!(kept.max_usable_target() > 100);
    kept.block_connected(last + 1, &[]);
    assert_eq!(kept.max_usable_target(), 0);
}

/// Core 30 has written the same since 0.15: whoever changes this loses every user's file.
#[test]
fn the_file_is_cores() {
    let bytes = FeeEstimator::new().encode();
    let list = 1 + 190 * 8;
    let horizon = |periods: usize| 8 + 4 + 2 * list + 2 * (1 + periods * list);
    assert_eq!(bytes.len(), 5 * 4 + list + horizon(24) + horizon(12) + horizon(42));
    assert_eq!(bytes[..8], [0x8c, 0x49, 2, 0, 0, 0, 0, 0]);
    assert_eq!(bytes[20], 190);
    let float = |at: usize| f64::from_le_bytes(bytes[at..at + 8].try_into().unwrap());
    let medium = 20 + list;
    let short = medium + horizon(24);
    let long = short + horizon(12);
    assert_eq!([21, 29, medium - 8].map(float), [1_000.0, 1_050.0, 1e99]);
    assert_eq!([medium, short, long].map(float), [0.9952, 0.962, 0.99931]);
    assert_eq!([medium, short, long].map(|at| bytes[at + 8]), [2, 1, 24]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn other_bytes_are_refused_or_canonical(at: usize, byte: u8, cut: usize) {
        let bytes = FeeEstimator::new().encode();
        let mut changed = bytes.clone();
        let at = at % bytes.len().min(6_000);
        changed[at] = byte;
        if let Ok(fees) = FeeEstimator::decode(&changed) {
            // The second number has no meaning.
            changed[4..8].fill(0);
            prop_assert_eq!(fees.encode(), changed);
        }
        prop_assert!(FeeEstimator::decode(&bytes[..cut % bytes.len()]).is_err());
        let longer = [&bytes[..], &[byte]].concat();
        prop_assert!(FeeEstimator::decode(&longer).is_err());
    }

    #[test]
    fn any_rate_has_a_bucket(rate: u64) {
        let mut market = Market::default();
        for _ in 0..40 {
            for _ in 0..20 {
                market.enter(rate);
            }
            market.block(0);
        }
        let pass = market.fees.estimate_raw(1, 0.9, FeeHorizon::Short).unwrap().pass.unwrap();
        prop_assert!(pass.start <= rate as f64 && rate as f64 <= pass.end);
    }
}

fn start(count: usize) -> (TestChain, Vec<Open>) {
    funded(count, PoolConfig::default())
}

fn samples(events: &[ChainEvent]) -> Vec<Option<FeeSample>> {
    let sample = |event: &ChainEvent| match event {
        ChainEvent::TxAccepted { sample, .. } => Some(*sample),
        _ => None,
    };
    events.iter().filter_map(sample).collect()
}

#[test]
fn only_who_depends_on_nothing_else_counts() {
    let (mut chain, coins) = start(4);
    let before = open(chain.store().clone());
    let alone = pay_fee(&coins[..1], 5_000);
    let rate = 5_000 * 1_000 / alone.vsize() as u64;
    let sample = FeeSample { height: chain.tip().height, rate };
    assert_eq!(samples(&accept(&mut chain, alone.clone()).unwrap()), [Some(sample)]);
    let child = pay_fee(&coins_of(&alone), 5_000);
    assert_eq!(samples(&accept(&mut chain, child).unwrap()), [None]);
    let package = |txs: &[&Transaction]| txs.iter().map(|tx| (*tx).clone()).collect();
    let parent = pay_fee(&coins[1..2], 5_000);
    let spender = pay_fee(&coins_of(&parent), 5_000);
    let (_, events) = chain.submit_package(now(), package(&[&parent, &spender]), None);
    assert_eq!(samples(&events), [None, None]);
    // What a block had that was left.
    mine(&mut chain, key(9));
    let mut rival = open(before.store().clone());
    let mut back = Vec::new();
    for _ in 0..2 {
        let mut block = block_of(&rival, vec![]);
        block.header.time += 1;
        let block = reseal(block);
        connect(&mut rival, block.clone()).unwrap();
        back.extend(samples(&connect(&mut chain, block).unwrap()));
    }
    assert_eq!(back, [None; 4]);
}

#[test]
fn a_chain_teaches_by_its_events() {
    let (mut chain, coins) = start(60);
    let mut fees = FeeEstimator::new();
    fees.observe(&connect_empty(&mut chain), true);
    for coin in &coins[..30] {
        fees.observe(&accept(&mut chain, pay_fee(&[*coin], 5_000)).unwrap(), true);
    }
    assert_eq!(fees.watched(), 30);
    // Whoever is behind learns nothing from who comes.
    fees.observe(&accept(&mut chain, pay_fee(&coins[30..31], 5_000)).unwrap(), false);
    assert_eq!(fees.watched(), 30);
    // Replaced: gone, and another came.
    fees.observe(&accept(&mut chain, pay_fee(&coins[..1], 9_000)).unwrap(), true);
    assert_eq!(fees.watched(), 30);
    let mut block = chain.template(now(), &key(9).script(), b"fees").unwrap().block;
    block = crate::support::solve(block);
    fees.observe(&connect(&mut chain, block).unwrap(), true);
    assert_eq!((fees.watched(), fees.best_height()), (0, chain.tip().height));
    let raw = fees.estimate_raw(1, 0.9, FeeHorizon::Short).unwrap();
    assert_eq!(raw.pass.map(|pass| pass.total_confirmed), Some(30.0));
    // A loser of a block was there before the block was: it has failed by no whole block.
    let loser = pay_fee(&coins[40..41], 5_000);
    fees.observe(&accept(&mut chain, loser).unwrap(), true);
    let winner = pay_fee(&coins[40..41], 6_000);
    let block = block_of(&chain, vec![winner]);
    fees.observe(&connect(&mut chain, block).unwrap(), true);
    assert_eq!(fees.watched(), 0);
    let raw = fees.estimate_raw(1, 0.9, FeeHorizon::Short).unwrap();
    assert_eq!(raw.pass.map(|pass| pass.left_mempool), Some(0.0));
}

fn connect_empty(chain: &mut TestChain) -> Vec<ChainEvent> {
    let block = block_of(chain, vec![]);
    connect(chain, block).unwrap()
}

#[test]
fn a_tip_of_three_hours_ago_is_behind() {
    let (chain, _) = start(1);
    let tip_ms = u64::from(chain.tip().time) * 1_000;
    assert!(chain.is_current(Now::from_ms(tip_ms + 3 * 3_600_000)));
    assert!(!chain.is_current(Now::from_ms(tip_ms + 3 * 3_600_000 + 1_000)));
}

//! Several transactions at once: trials and submissions, each refusal in Bitcoin Core 30's words.

use quarry_chain::{FeeRate, PackageReport, PoolConfig, TxOutcome};
use quarry_primitives::{Amount, Transaction};

use crate::mempool_support::{
    Open, coins_of, funded, ids, in_pool, name, outcome, padded, pay_fee, spend, truc,
};
use crate::support::{COIN, TestChain, accept, now};

fn start(count: usize) -> (TestChain, Vec<Open>) {
    funded(count, PoolConfig::default())
}

fn test(chain: &TestChain, txs: &[&Transaction]) -> PackageReport {
    chain.test_accept(now(), txs.iter().map(|tx| (*tx).clone()).collect())
}

fn submit(chain: &mut TestChain, txs: &[&Transaction]) -> PackageReport {
    chain.submit_package(now(), txs.iter().map(|tx| (*tx).clone()).collect(), None).0
}

fn error(report: &PackageReport) -> String {
    report.error.as_ref().map_or_else(String::new, ToString::to_string)
}

fn outcomes(report: &PackageReport) -> Vec<String> {
    report.txs.iter().map(outcome).collect()
}

#[test]
fn packages_that_are_not_well_formed() {
    let (mut chain, coins) = start(30);
    let txs: Vec<Transaction> = coins.iter().map(|coin| pay_fee(&[*coin], 1_000)).collect();
    let all: Vec<&Transaction> = txs.iter().collect();
    assert_eq!(error(&test(&chain, &all[..26])), "package-too-many-transactions");
    assert_eq!(error(&test(&chain, &all[..25])), "");
    let twice = [all[0], all[0]];
    assert_eq!(error(&test(&chain, &twice)), "package-contains-duplicates");
    let child = pay_fee(&coins_of(all[0]), 1_000);
    assert_eq!(error(&test(&chain, &[&child, all[0]])), "package-not-sorted");
    let rival = pay_fee(&coins[..1], 2_000);
    let report = test(&chain, &[all[0], &rival]);
    assert_eq!(error(&report), "conflict-in-package");
    assert!(report.error.is_some_and(|error| error.is_policy));
    let heavy = [0, 1].map(|n| padded(pay_fee(&coins[n..=n], 100_000), 51_000));
    assert_eq!(error(&test(&chain, &[&heavy[0], &heavy[1]])), "package-too-large");
    let report = submit(&mut chain, &[all[0], all[1]]);
    assert_eq!(error(&report), "package-not-child-with-parents");
    assert_eq!(outcomes(&report), ["", ""]);
    assert!(in_pool(&chain).is_empty());
}

#[test]
fn trials_change_nothing() {
    let (mut chain, coins) = start(3);
    let parent = pay_fee(&coins[..1], 1_000);
    let child = pay_fee(&coins_of(&parent), 3_000);
    let report = test(&chain, &[&parent, &child]);
    assert_eq!(outcomes(&report), ["accepted", "accepted"]);
    let TxOutcome::Accepted { vsize, fee, rate, includes } = &report.txs[1].outcome else {
        panic!("accepted");
    };
    assert_eq!((*vsize, *fee), (96, Amount::of(3_000)));
    assert_eq!(*rate, FeeRate::new(Amount::of(3_000), 96));
    assert_eq!(includes[..], [child.compute_wtxid()]);
    assert!(in_pool(&chain).is_empty());
    // Alone, the child knows no parent.
    assert_eq!(outcomes(&test(&chain, &[&child])), ["bad-txns-inputs-missingorspent"]);
    // Nothing is looked at behind the first fault, and nothing is replaced.
    accept(&mut chain, parent.clone()).unwrap();
    let rival = pay_fee(&coins[..1], 9_000);
    let third = pay_fee(&coins[2..], 1_000);
    let report = test(&chain, &[&rival, &third]);
    assert_eq!(error(&report), "transaction failed");
    assert!(report.error.as_ref().is_some_and(|error| !error.is_policy));
    assert_eq!(outcomes(&report), ["bip125-replacement-disallowed", ""]);
    // Alone, it may.
    let report = test(&chain, &[&rival]);
    assert_eq!(outcomes(&report), ["accepted"]);
    assert_eq!(report.replaced, ids(&[&parent]));
    assert_eq!(in_pool(&chain), ids(&[&parent]));
}

#[test]
fn a_child_pays_for_its_parent() {
    let (mut chain, coins) = start(2);
    let poor = truc(pay_fee(&coins[..1], 0));
    let child = truc(pay_fee(&[coins_of(&poor)[0], coins[1]], 5_000));
    assert_eq!(outcomes(&submit(&mut chain, &[&poor])), ["min relay fee not met, 0 < 10"]);
    let report = submit(&mut chain, &[&poor, &child]);
    assert_eq!(error(&report), "");
    let vsize = (poor.vsize() + child.vsize()) as u64;
    for tx in &report.txs {
        let TxOutcome::Accepted { rate, includes, .. } = &tx.outcome else { panic!("accepted") };
        assert_eq!(*rate, FeeRate::new(Amount::of(5_000), vsize));
        assert_eq!(includes[..], [poor.compute_wtxid(), child.compute_wtxid()]);
    }
    assert_eq!(in_pool(&chain), ids(&[&poor, &child]));
    let again = submit(&mut chain, &[&poor, &child]);
    assert_eq!(outcomes(&again), ["in", "in"]);
    let mut twin = poor.clone();
    twin.input[0].witness.push([0x51]);
    let again = submit(&mut chain, &[&twin, &child]);
    assert_eq!(outcomes(&again), ["other witness", "in"]);
}

#[test]
fn parents_that_pay_go_first() {
    let (mut chain, coins) = start(3);
    let rich = pay_fee(&coins[..1], 9_000);
    let poor = pay_fee(&coins[1..2], 0);
    let child = pay_fee(&[coins_of(&rich)[0], coins_of(&poor)[0]], 9_000);
    // Nobody may pay for the poor parent, for it is not of version 3.
    let report = submit(&mut chain, &[&rich, &poor, &child]);
    assert_eq!(error(&report), "transaction failed");
    let want = ["accepted", "min relay fee not met, 0 < 10", "bad-txns-inputs-missingorspent"];
    assert_eq!(outcomes(&report), want);
    assert_eq!(in_pool(&chain), ids(&[&rich]));
    let poor = truc(pay_fee(&coins[2..], 0));
    let child = truc(pay_fee(&coins_of(&poor), 10));
    let report = submit(&mut chain, &[&poor, &child]);
    assert_eq!(error(&report), "transaction failed");
    let least = (poor.vsize() + child.vsize()).div_ceil(10);
    let too_little = format!("min relay fee not met, 10 < {least}");
    assert_eq!(outcomes(&report), ["min relay fee not met, 0 < 10", &too_little]);
    assert_eq!(in_pool(&chain), ids(&[&rich]));
}

#[test]
fn the_callers_limit() {
    let (mut chain, coins) = start(1);
    let tx = pay_fee(&coins, 9_601);
    let (report, events) = chain.submit_package(now(), vec![tx], Some(100_000));
    assert_eq!(outcomes(&report), ["max feerate exceeded"]);
    assert!(events.is_empty());
    let tx = pay_fee(&coins, 9_600);
    let (report, events) = chain.submit_package(now(), vec![tx], Some(100_000));
    assert_eq!((outcomes(&report), events.len()), (vec!["accepted".to_owned()], 1));
}

#[test]
fn limits_hold_for_the_package_as_a_whole() {
    let (mut chain, coins) = start(2);
    let mut tip = coins[0];
    for _ in 0..24 {
        let next = pay_fee(&[tip], 1_000);
        tip = coins_of(&next)[0];
        accept(&mut chain, next).unwrap();
    }
    let one = pay_fee(&[tip], 1_000);
    let two = pay_fee(&coins[1..], 1_000);
    let report = test(&chain, &[&one, &two]);
    let want = "package-mempool-limits, possibly too many";
    assert!(error(&report).starts_with(want), "{}", error(&report));
    assert_eq!(outcomes(&report), ["", ""]);
}

#[test]
fn truc_packages() {
    let (chain, coins) = start(3);
    let parent = truc(spend(&coins[..1], &[COIN / 3; 2]));
    let outputs = coins_of(&parent);
    let child = truc(pay_fee(&outputs[..1], 1_000));
    assert_eq!(error(&test(&chain, &[&parent, &child])), "");
    let plain = pay_fee(&outputs[..1], 1_000);
    let (a, b) = (name(&plain), name(&parent));
    let want = format!("TRUC-violation, non-version=3 {a} cannot spend from version=3 {b}");
    assert_eq!(error(&test(&chain, &[&parent, &plain])), want);
    let sibling = truc(pay_fee(&outputs[1..], 1_000));
    let want = format!("TRUC-violation, {b} would exceed descendant count limit");
    assert_eq!(error(&test(&chain, &[&parent, &child, &sibling])), want);
    let grandchild = truc(pay_fee(&coins_of(&child), 1_000));
    let want = format!("TRUC-violation, {} would have too many ancestors", name(&grandchild));
    assert_eq!(error(&test(&chain, &[&parent, &child, &grandchild])), want);
    let large = truc(padded(pay_fee(&outputs[..1], 9_000), 1_000));
    let want = format!(
        "TRUC-violation, version=3 child {} is too big: {} > 1000 virtual bytes",
        name(&large),
        large.vsize()
    );
    assert_eq!(error(&test(&chain, &[&parent, &large])), want);
}

#[test]
fn dust_has_to_be_swept() {
    let (mut chain, coins) = start(3);
    let fee_and_dust = spend(&coins[..1], &[COIN - 1_000, 100]);
    let want = ["dust, tx with dust output must be 0-fee"];
    assert_eq!(outcomes(&test(&chain, &[&fee_and_dust])), want);
    let two = spend(&coins[..1], &[COIN - 200, 100, 100]);
    assert_eq!(outcomes(&test(&chain, &[&two])), ["dust"]);
    let dusty = truc(spend(&coins[..1], &[COIN - 100, 100]));
    let outputs = coins_of(&dusty);
    let leaves = truc(pay_fee(&outputs[..1], 9_000));
    let report = submit(&mut chain, &[&dusty, &leaves]);
    assert_eq!(error(&report), "unspent-dust");
    let want = format!(
        "missing-ephemeral-spends, {} did not spend parent's ephemeral dust",
        name(&leaves)
    );
    assert_eq!(outcomes(&report)[1], want);
    let sweeps = truc(pay_fee(&outputs, 9_000));
    assert_eq!(error(&submit(&mut chain, &[&dusty, &sweeps])), "");
    assert_eq!(in_pool(&chain), ids(&[&dusty, &sweeps]));
}

#[test]
fn two_replace_together() {
    let (mut chain, coins) = start(3);
    let old = pay_fee(&coins[..1], 3_000);
    accept(&mut chain, old.clone()).unwrap();
    let parent = pay_fee(&coins[..1], 100);
    let poor = pay_fee(&coins_of(&parent), 2_800);
    let report = submit(&mut chain, &[&parent, &poor]);
    let want = format!(
        "package RBF failed: insufficient anti-DoS fees, rejecting replacement {}, less fees than \
         conflicting txs; 0.000029 < 0.00003",
        poor.compute_txid()
    );
    assert_eq!(error(&report), want);
    // More in all, but for twice the room: worse for a small block.
    let middling = pay_fee(&coins_of(&parent), 3_100);
    let report = submit(&mut chain, &[&parent, &middling]);
    let want = "package RBF failed: insufficient feerate: does not improve feerate diagram";
    assert_eq!(error(&report), want);
    let rich = pay_fee(&coins_of(&parent), 9_000);
    let report = submit(&mut chain, &[&parent, &rich]);
    assert_eq!(error(&report), "");
    assert_eq!(report.replaced, ids(&[&old]));
    assert_eq!(in_pool(&chain), ids(&[&parent, &rich]));
}

#[test]
fn only_two_replace_together() {
    let (mut chain, coins) = start(3);
    for coin in &coins[..2] {
        accept(&mut chain, pay_fee(&[*coin], 3_000)).unwrap();
    }
    let parents = [0, 1].map(|n| pay_fee(&coins[n..=n], 100));
    let child = pay_fee(&[coins_of(&parents[0])[0], coins_of(&parents[1])[0]], 50_000);
    let report = submit(&mut chain, &[&parents[0], &parents[1], &child]);
    assert_eq!(error(&report), "package RBF failed: package must be 1-parent-1-child");
    let pooled = pay_fee(&coins[2..], 1_000);
    accept(&mut chain, pooled.clone()).unwrap();
    let mixed = pay_fee(&[coins_of(&parents[0])[0], coins_of(&pooled)[0]], 50_000);
    let report = submit(&mut chain, &[&parents[0], &mixed]);
    let want = "package RBF failed: new transaction cannot have mempool ancestors";
    assert_eq!(error(&report), want);
    let cheap_child = pay_fee(&coins_of(&parents[1]), 50);
    chain.prioritise(parents[1].compute_txid(), 2_500);
    chain.prioritise(cheap_child.compute_txid(), 1_000);
    let report = submit(&mut chain, &[&parents[1], &cheap_child]);
    let want = "package RBF failed: package feerate is less than or equal to parent feerate, \
                package feerate 0.00019010 BTC/kvB <= parent feerate is 0.00027083 BTC/kvB";
    assert_eq!(error(&report), want);
}

//! Transactions with scripted peers: who is asked, who is told, and when.

use quarry_net::codec::Command;
use quarry_net::limits::{
    GETDATA_TX_INTERVAL_MS, MAX_FEE_FILTER, MAX_WAITING_CHILDREN_PER_PEER, NONPREF_PEER_TX_DELAY_MS,
};
use quarry_net::{
    Action, ConnectionKind, Input, Inventory, Message, PeerId, Permissions, TxRef, TxVerdict,
};
use quarry_primitives::{Hash, Transaction, Txid, Wtxid};

use crate::support::{Bench, config, find_to, names_to};
use crate::toy::tx;

const OUT: ConnectionKind = ConnectionKind::OutboundFullRelay;
const IN: ConnectionKind = ConnectionKind::Inbound;

fn by_wtxid(tx: &Transaction) -> TxRef {
    TxRef::Wtxid(tx.compute_wtxid())
}

fn announced(txs: &[&Transaction]) -> Message {
    Message::Inv(txs.iter().map(|tx| by_wtxid(tx).announcement()).collect())
}

fn asked(actions: &[Action], peer: u64) -> Vec<Inventory> {
    match find_to(actions, peer, Command::GETDATA) {
        Some(Message::GetData(list)) => list,
        _ => Vec::new(),
    }
}

fn given(tx: &Transaction) -> Message {
    Message::Tx(Box::new(tx.clone()))
}

/// Puts a transaction into the mempool, as a person would.
fn send(bench: &mut Bench, tx: &Transaction, fee: u64) -> Vec<Action> {
    bench.chain.add_tx(tx.clone(), fee);
    let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
    bench.input(Input::MempoolAdded { txid, wtxid })
}

#[test]
fn a_transaction_is_asked_of_one_peer_and_told_to_the_others() {
    let mut bench = Bench::new();
    bench.ready(1, OUT);
    bench.ready(2, OUT);
    let it = tx(7);
    let all = bench.say(1, announced(&[&it]));
    assert_eq!(asked(&all, 1), [by_wtxid(&it).request(true)]);
    assert_eq!(asked(&bench.say(2, announced(&[&it])), 2), []);
    let mut all = bench.say(1, given(&it));
    assert!(all.iter().any(|it| matches!(it, Action::SubmitTx { .. })));
    all.extend(bench.wait(60_000));
    // Both have announced it themselves.
    assert!(find_to(&all, 1, Command::INV).is_none() && find_to(&all, 2, Command::INV).is_none());
    bench.ready(3, IN);
    let other = tx(8);
    let mut all = bench.say(1, announced(&[&other]));
    all.extend(bench.say(1, given(&other)));
    all.extend(bench.wait(120_000));
    for peer in [2, 3] {
        assert_eq!(find_to(&all, peer, Command::INV), Some(announced(&[&other])));
    }
    assert_eq!(bench.net.tx_announcements(), 0);
}

#[test]
fn inbound_peers_wait_and_the_next_is_asked_when_one_is_silent_or_has_it_not() {
    let mut bench = Bench::new();
    bench.ready(1, IN);
    bench.ready(2, OUT);
    bench.ready(3, OUT);
    let it = tx(7);
    let request = [by_wtxid(&it).request(true)];
    assert_eq!(asked(&bench.say(1, announced(&[&it])), 1), []);
    assert_eq!(asked(&bench.say(2, announced(&[&it])), 2), request);
    bench.say(3, announced(&[&it]));
    let quiet = bench.wait(GETDATA_TX_INTERVAL_MS - 10);
    assert!((1..=3).all(|peer| asked(&quiet, peer).is_empty()));
    assert_eq!(asked(&bench.wait(20), 3), request);
    let all = bench.say(3, Message::NotFound(vec![by_wtxid(&it).announcement()]));
    assert_eq!(asked(&all, 1), request);
    // A new one of an inbound peer alone is asked for after its delay.
    let other = tx(8);
    bench.say(1, announced(&[&other]));
    assert_eq!(asked(&bench.wait(NONPREF_PEER_TX_DELAY_MS), 1), [by_wtxid(&other).request(true)]);
}

#[test]
fn what_was_rejected_or_confirmed_is_not_asked_for_again() {
    let mut bench = Bench::new();
    bench.ready(1, OUT);
    for (number, verdict, asks) in [
        (1, TxVerdict::Rejected, false),
        (2, TxVerdict::RejectedWitness, false),
        (3, TxVerdict::MissingInputs { parents: vec![] }, true),
    ] {
        let it = tx(number);
        let (txid, wtxid) = (it.compute_txid(), it.compute_wtxid());
        bench.say(1, announced(&[&it]));
        let received = crate::support::incoming(&given(&it));
        bench.raw(Input::Received { peer: PeerId(1), incoming: received });
        bench.raw(Input::TxJudged { peer: PeerId(1), txid, wtxid, verdict });
        let again = bench.say(1, announced(&[&it]));
        assert_eq!(!asked(&again, 1).is_empty(), asks, "{number}");
    }
    let it = tx(4);
    bench.input(Input::BlockConnected { txs: vec![(it.compute_txid(), it.compute_wtxid())] });
    assert_eq!(asked(&bench.say(1, announced(&[&it])), 1), []);
    bench.input(Input::BlockDisconnected);
    assert_eq!(asked(&bench.say(1, announced(&[&it])), 1).len(), 1);
}

#[test]
fn unknown_parents_are_asked_for_by_their_ids() {
    let mut bench = Bench::new();
    bench.ready(1, OUT);
    let (child, parent) = (tx(1), tx(2));
    bench.say(1, announced(&[&child]));
    let received = crate::support::incoming(&given(&child));
    bench.raw(Input::Received { peer: PeerId(1), incoming: received });
    let verdict = TxVerdict::MissingInputs { parents: vec![parent.compute_txid()] };
    let (txid, wtxid) = (child.compute_txid(), child.compute_wtxid());
    let mut all = bench.raw(Input::TxJudged { peer: PeerId(1), txid, wtxid, verdict });
    all.extend(bench.wait(3_000));
    let request = TxRef::Txid(parent.compute_txid()).request(true);
    assert_eq!(asked(&all, 1), [request]);
    // With the parent here, from whomever, the child is asked for again.
    let all = send(&mut bench, &parent, 10_000);
    assert_eq!(asked(&all, 1), [by_wtxid(&child).request(true)]);
    // A peer cannot make us remember without bound.
    let stranger = Txid::from_byte_array([5; 32]);
    for number in 100..10_000 {
        let child = tx(number);
        let (txid, wtxid) = (child.compute_txid(), child.compute_wtxid());
        let verdict = TxVerdict::MissingInputs { parents: vec![stranger] };
        bench.raw(Input::TxJudged { peer: PeerId(1), txid, wtxid, verdict });
    }
    let txs = vec![(stranger, Wtxid::from_byte_array([5; 32]))];
    let all = bench.input(Input::BlockConnected { txs });
    assert_eq!(asked(&all, 1).len(), MAX_WAITING_CHILDREN_PER_PEER);
}

#[test]
fn announcements_wait_but_not_for_the_trusted_or_when_told_so() {
    let mut bench = Bench::new();
    bench.ready(1, OUT);
    bench.ready_with(2, IN, Permissions::whitelisted());
    let it = tx(1);
    let all = send(&mut bench, &it, 10_000);
    assert_eq!(find_to(&all, 2, Command::INV), Some(announced(&[&it])));
    let later = bench.wait(60_000);
    let told = find_to(&all, 1, Command::INV).or_else(|| find_to(&later, 1, Command::INV));
    assert_eq!(told, Some(announced(&[&it])));
    let mut hasty = config();
    hasty.announce_at_once = true;
    let mut bench = Bench::with(hasty);
    bench.ready(1, IN);
    assert_eq!(find_to(&send(&mut bench, &it, 10_000), 1, Command::INV), Some(announced(&[&it])));
}

#[test]
fn a_fee_filter_is_obeyed() {
    let mut bench = Bench::new();
    bench.ready_with(1, IN, Permissions::whitelisted());
    let (cheap, dear) = (tx(1), tx(2));
    let vsize = cheap.vsize() as u64;
    bench.say(1, Message::FeeFilter(5_000));
    let mut all = send(&mut bench, &cheap, (5_000 * vsize).div_ceil(1000) - 1);
    all.extend(send(&mut bench, &dear, (5_000 * vsize).div_ceil(1000)));
    assert_eq!(find_to(&all, 1, Command::INV), Some(announced(&[&dear])));
    // Out of range: passed over.
    bench.say(1, Message::FeeFilter(-1));
    assert_eq!(bench.net.peer(bench.now(), PeerId(1)).unwrap().fee_filter, 5_000);
}

#[test]
fn during_the_initial_download_no_transaction_is_wanted() {
    let mut bench = Bench::new();
    bench.chain.initial_download = true;
    let all = bench.ready(1, OUT);
    let most = i64::try_from(MAX_FEE_FILTER).unwrap();
    assert_eq!(find_to(&all, 1, Command::FEEFILTER), Some(Message::FeeFilter(most)));
    assert_eq!(asked(&bench.say(1, announced(&[&tx(1)])), 1), []);
    bench.chain.initial_download = false;
    let all = bench.wait(2_000);
    assert_eq!(find_to(&all, 1, Command::FEEFILTER), Some(Message::FeeFilter(1_000)));
}

#[test]
fn a_transaction_is_given_only_to_those_who_were_told_or_could_have_been() {
    let mut bench = Bench::new();
    bench.ready_with(1, IN, Permissions::whitelisted());
    bench.ready(2, IN);
    bench.wait(30_000);
    let it = tx(1);
    let all = send(&mut bench, &it, 10_000);
    assert!(find_to(&all, 1, Command::INV).is_some());
    let request = by_wtxid(&it).request(true);
    let ask = Message::GetData(vec![request]);
    assert_eq!(names_to(&bench.say(1, ask.clone()), 1), ["tx"]);
    if find_to(&all, 2, Command::INV).is_none() {
        let all = bench.say(2, ask.clone());
        assert!(find_to(&all, 2, Command::NOTFOUND).is_some());
        bench.wait(60_000);
    }
    assert!(names_to(&bench.say(2, ask), 2).contains(&"tx".to_owned()));
    // Without its witness if asked so.
    let bare = TxRef::Txid(it.compute_txid()).request(false);
    let all = bench.say(1, Message::GetData(vec![bare]));
    let Some(Message::Tx(bare)) = find_to(&all, 1, Command::TX) else { panic!() };
    assert!(bare.input[0].witness.is_empty());
}

#[test]
fn the_mempool_is_given_to_those_who_may_have_it() {
    let mut bench = Bench::new();
    let (a, b) = (tx(1), tx(2));
    bench.chain.add_tx(a, 10_000);
    bench.chain.add_tx(b, 10_000);
    bench.ready_with(1, IN, Permissions::whitelisted());
    let all = bench.say(1, Message::MemPool);
    let Some(Message::Inv(list)) = find_to(&all, 1, Command::INV) else { panic!() };
    assert_eq!(list.len(), 2);
}

#[test]
fn blocks_only_nodes_end_connections_that_bring_transactions() {
    let mut quiet = config();
    quiet.relay_txs = false;
    let mut bench = Bench::with(quiet);
    let all = bench.ready(1, IN);
    assert!(find_to(&all, 1, Command::FEEFILTER).is_none());
    let all = bench.say(1, given(&tx(1)));
    assert!(crate::support::ended(&all, 1).is_some());
    bench.ready_with(2, IN, Permissions::whitelisted());
    let all = bench.say(2, given(&tx(1)));
    assert!(crate::support::ended(&all, 2).is_none());
}

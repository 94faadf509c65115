//! Transactions with scripted peers: who is asked, who is told, and when.

use quarry_net::codec::Command;
use quarry_net::limits::{
    GETDATA_TX_INTERVAL_MS, MAX_FEE_FILTER, MAX_ORPHANAGE_LATENCY_SCORE, NONPREF_PEER_TX_DELAY_MS,
};
use quarry_net::{
    Action, ConnectionKind, Input, Inventory, Message, PeerId, Permissions, TxRef, TxVerdict,
};
use quarry_primitives::{Transaction, Txid, Witness};

use crate::support::{Bench, config, find_to, names_to};
use crate::toy::tx;

const OUT: ConnectionKind = ConnectionKind::OutboundFullRelay;
const IN: ConnectionKind = ConnectionKind::Inbound;

/// A block with one transaction.
fn block_of(tx: &Transaction) -> Input {
    Input::BlockConnected {
        txs: vec![(tx.compute_txid(), tx.compute_wtxid())],
        spent: tx.input.iter().map(|input| input.previous_output).collect(),
    }
}

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
        (3, TxVerdict::MissingInputs { parents: vec![] }, false),
        (5, TxVerdict::WitnessStripped, true),
        (6, TxVerdict::Reconsiderable, false),
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
    bench.input(block_of(&it));
    assert_eq!(asked(&bench.say(1, announced(&[&it])), 1), []);
    bench.input(Input::BlockDisconnected);
    assert_eq!(asked(&bench.say(1, announced(&[&it])), 1).len(), 1);
}

/// A transaction that spends from another.
fn child_of(parent: &Transaction, number: u64) -> Transaction {
    let mut child = tx(number);
    child.input[0].previous_output.txid = parent.compute_txid();
    child
}

/// A peer gives a transaction; the actions before any verdict.
fn give(bench: &mut Bench, peer: u64, tx: &Transaction) -> Vec<Action> {
    let incoming = crate::support::incoming(&given(tx));
    bench.raw(Input::Received { peer: PeerId(peer), incoming })
}

fn judge(bench: &mut Bench, peer: u64, tx: &Transaction, verdict: TxVerdict) -> Vec<Action> {
    let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
    bench.raw(Input::TxJudged { peer: PeerId(peer), txid, wtxid, verdict })
}

fn missing(parent: &Transaction) -> TxVerdict {
    TxVerdict::MissingInputs { parents: vec![parent.compute_txid()] }
}

/// What was handed to the node, by id: single transactions and pairs.
fn submitted(actions: &[Action]) -> Vec<Vec<Txid>> {
    let of = |action: &Action| match action {
        Action::SubmitTx { tx, .. } => Some(vec![tx.compute_txid()]),
        Action::SubmitPackage { parent, child, .. } => {
            Some(vec![parent.compute_txid(), child.compute_txid()])
        }
        _ => None,
    };
    actions.iter().filter_map(of).collect()
}

#[test]
fn an_orphan_is_kept_and_judged_again_when_its_parent_is_here() {
    let mut bench = Bench::new();
    bench.ready(1, OUT);
    bench.ready(2, OUT);
    let parent = tx(2);
    let child = child_of(&parent, 1);
    give(&mut bench, 1, &child);
    let mut all = judge(&mut bench, 1, &child, missing(&parent));
    all.extend(bench.wait(3_000));
    let request = TxRef::Txid(parent.compute_txid()).request(true);
    assert_eq!((asked(&all, 1), bench.net.orphans()), (vec![request], 1));
    let listed = bench.net.orphan_txs().map(|(tx, from)| (tx.compute_txid(), from.collect()));
    let listed: Vec<(_, Vec<PeerId>)> = listed.collect();
    assert_eq!(listed, [(child.compute_txid(), vec![PeerId(1)])]);
    // It is not asked for again; but who has it has its parent too.
    assert_eq!(asked(&bench.say(2, announced(&[&child])), 2), []);
    assert_eq!(asked(&bench.wait(GETDATA_TX_INTERVAL_MS), 2), [request]);
    // With one of the peers gone the other still has it.
    bench.raw(Input::Disconnected { peer: PeerId(1) });
    assert_eq!(bench.net.orphans(), 1);
    bench.chain.add_tx(parent.clone(), 10_000);
    let (txid, wtxid) = (parent.compute_txid(), parent.compute_wtxid());
    let all = bench.raw(Input::MempoolAdded { txid, wtxid });
    assert_eq!(submitted(&all), [vec![child.compute_txid()]]);
    judge(&mut bench, 2, &child, TxVerdict::Accepted);
    assert_eq!(bench.net.orphans(), 0);
    // Children of what was rejected are not kept, nor asked for.
    let (bad, late) = (tx(20), tx(21));
    judge(&mut bench, 2, &bad, TxVerdict::Rejected);
    let child = child_of(&bad, 22);
    give(&mut bench, 2, &child);
    judge(&mut bench, 2, &child, missing(&bad));
    assert_eq!(bench.net.orphans(), 0);
    assert_eq!(asked(&bench.say(2, announced(&[&child])), 2), []);
    // One that is in a block, or conflicts with one in it, goes.
    let mut children = [child_of(&late, 23), child_of(&late, 24), child_of(&late, 25)];
    children[2].input[0].previous_output.vout += 1;
    for child in &children {
        give(&mut bench, 2, child);
        judge(&mut bench, 2, child, missing(&late));
    }
    bench.input(block_of(&children[0]));
    assert_eq!(bench.net.orphans(), 1);
}

#[test]
fn orphans_are_bounded_at_the_cost_of_who_tells_of_most_and_leave_with_them() {
    let mut bench = Bench::new();
    bench.ready(1, OUT);
    bench.ready(2, OUT);
    let (parent, modest) = (tx(1), child_of(&tx(2), 50));
    let orphan = |bench: &mut Bench, peer: u64, child: &Transaction| {
        give(bench, peer, child);
        judge(bench, peer, child, missing(&parent));
    };
    orphan(&mut bench, 2, &modest);
    let most = usize::try_from(MAX_ORPHANAGE_LATENCY_SCORE).unwrap();
    for number in 0..most + 100 {
        orphan(&mut bench, 1, &child_of(&parent, 1_000 + u64::try_from(number).unwrap()));
    }
    assert!((2_000..=most).contains(&bench.net.orphans()));
    // Few heavy ones are too many as well; one of its own is too heavy for any.
    let heavy = |number: u64, bytes: usize| {
        let mut child = child_of(&parent, number);
        child.input[0].witness = Witness::from_slice(&[vec![1; bytes]]);
        child
    };
    for number in 0..5 {
        orphan(&mut bench, 1, &heavy(10_000 + number, 390_000));
    }
    assert!(bench.net.orphans() < 10);
    let largest = heavy(20_000, 500_000);
    orphan(&mut bench, 1, &largest);
    let kept = |tx: &Transaction| bench.net.orphan_txs().any(|(it, _)| **it == *tx);
    assert!(kept(&modest) && kept(&heavy(10_004, 390_000)));
    assert!(!kept(&largest) && !kept(&heavy(10_000, 390_000)));
    bench.raw(Input::Disconnected { peer: PeerId(1) });
    assert_eq!(bench.net.orphans(), 1);
}

#[test]
fn a_child_pays_for_a_parent_that_pays_too_little() {
    let mut bench = Bench::new();
    bench.ready(1, OUT);
    let parent = tx(1);
    let (poor, rich) = (child_of(&parent, 2), child_of(&parent, 3));
    // First the parent, then the child, then, because it was asked for, the parent again.
    give(&mut bench, 1, &parent);
    judge(&mut bench, 1, &parent, TxVerdict::Reconsiderable);
    assert_eq!(asked(&bench.say(1, announced(&[&parent])), 1), []);
    give(&mut bench, 1, &poor);
    let mut all = judge(&mut bench, 1, &poor, missing(&parent));
    all.extend(bench.wait(3_000));
    assert_eq!(asked(&all, 1), [TxRef::Txid(parent.compute_txid()).request(true)]);
    let all = give(&mut bench, 1, &parent);
    let pair = |child: &Transaction| vec![parent.compute_txid(), child.compute_txid()];
    assert_eq!(submitted(&all), [pair(&poor)]);
    let ids = |tx: &Transaction| (tx.compute_txid(), tx.compute_wtxid());
    let answer = |child: &Transaction, verdicts| Input::PackageJudged {
        peer: PeerId(1),
        parent: ids(&parent),
        child: ids(child),
        verdicts,
    };
    bench.raw(answer(&poor, [TxVerdict::Reconsiderable, missing(&parent)]));
    // The same pair is not tried twice; another child is.
    assert_eq!(submitted(&give(&mut bench, 1, &parent)), Vec::<Vec<Txid>>::new());
    give(&mut bench, 1, &rich);
    judge(&mut bench, 1, &rich, missing(&parent));
    assert_eq!(submitted(&give(&mut bench, 1, &parent)), [pair(&rich)]);
    bench.raw(answer(&rich, [TxVerdict::Accepted, TxVerdict::Accepted]));
    assert_eq!(bench.net.orphans(), 1);
    // Other peers' children are not tried: they may be made up to keep the right one out.
    bench.ready(2, OUT);
    assert_eq!(submitted(&give(&mut bench, 2, &parent)), Vec::<Vec<Txid>>::new());
    // A new tip forgets it all.
    let old = bench.chain.tip_header().block_hash();
    bench.input(Input::TipChanged { old });
    assert_eq!(submitted(&give(&mut bench, 1, &parent)), [vec![parent.compute_txid()]]);
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

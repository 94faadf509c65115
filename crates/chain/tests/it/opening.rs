//! Opening a chain: an empty store, a used one, another chain's, a damaged one.

use quarry_chain::{
    Batch, Chain, ChainOptions, ChainSpec, Durability, HeaderRecord, Indexes, MemoryStore,
    OpenError, SpecDraft, Store, TipRecord, UtxoLedger, Write,
};
use quarry_primitives::{Amount, BlockHash, Hash, OutPoint};

use crate::support::{
    ALLOC, COIN, accept, chain, coins, draft, key, mine, mine_many, open, payment, spec, sum,
};

#[test]
fn empty_store_gets_the_genesis_block() {
    let chain = chain();
    assert_eq!(chain.tip().hash, spec().chain_id());
    assert_eq!(chain.tip().height, 0);
    assert_eq!(chain.supply(), Amount::of(4 * ALLOC));
    assert_eq!(sum(&coins(chain.store())), 4 * ALLOC);
    assert_eq!(chain.block(&chain.tip().hash).unwrap().unwrap(), *spec().genesis_block());
}

#[test]
fn without_spend_genesis_there_are_no_coins() {
    let spec =
        ChainSpec::new(SpecDraft { spend_genesis: false, alloc: vec![], ..draft() }).unwrap();
    let chain = Chain::open(spec, UtxoLedger::new(), MemoryStore::default()).unwrap();
    assert!(coins(chain.store()).is_empty());
}

#[test]
fn used_store_goes_on_where_it_was() {
    let mut first = chain();
    let tx = payment(&first, 1, key(7), COIN);
    accept(&mut first, tx).unwrap();
    mine_many(&mut first, 12);
    let tip = first.tip();
    let supply = first.supply();
    let mut second = open(first.into_store().unwrap());
    assert_eq!((second.tip(), second.supply()), (tip, supply));
    mine(&mut second, key(9));
    assert_eq!(second.tip().height, 13);
}

#[test]
fn another_chain_is_refused() {
    let store = chain().into_store().unwrap();
    let other = ChainSpec::new(SpecDraft { confirmations: 2, ..draft() }).unwrap();
    let error = Chain::open(other, UtxoLedger::new(), store).unwrap_err();
    assert!(matches!(error, OpenError::OtherChain { .. }), "{error}");
}

#[test]
fn damaged_stores_are_noticed() {
    let mut chain = chain();
    mine_many(&mut chain, 3);
    chain.flush().unwrap();
    let store = chain.store();
    let tip = store.tip().unwrap().unwrap();
    let records = store.headers().unwrap();
    let at = |height| *records.iter().find(|record| record.height == height).unwrap();
    let (top, middle) = (at(3), at(2));
    let coinbase = chain.block(&tip.hash).unwrap().unwrap().txdata[0].compute_txid();
    for write in [
        Write::Header(HeaderRecord { height: 4, ..top }),
        Write::Header(HeaderRecord { block: None, ..middle }),
        Write::Header(HeaderRecord { block: middle.block, ..top }),
        Write::Header(HeaderRecord { undo: None, ..middle }),
        Write::Tip(TipRecord { height: 2, ..tip }),
        Write::Tip(TipRecord { hash: BlockHash::all_zeros(), ..tip }),
        Write::ForgetCoin(OutPoint { txid: coinbase, vout: 0 }),
    ] {
        let mut store = chain.store().clone();
        store.commit(Batch { writes: vec![write.clone()] }, Durability::Durable).unwrap();
        let error = Chain::open(spec(), UtxoLedger::new(), store).unwrap_err();
        assert!(matches!(error, OpenError::Store(_) | OpenError::Verify(_)), "{write:?}: {error}");
    }
}

/// Whatever a crash leaves of the blocks that were appended after the last durable commit, the
/// chain opens, with every one of them.
#[test]
fn a_crash_loses_no_block() {
    let mut chain = chain();
    mine_many(&mut chain, 4);
    chain.flush().unwrap();
    let committed = chain.store().clone();
    let mut hashes = vec![chain.tip().hash];
    // The last commits are visible and not durable.
    for _ in 0..5 {
        hashes.push(mine(&mut chain, key(9)));
    }
    for (kept, hash) in hashes.iter().enumerate() {
        let again = open(chain.store().clone().crashed(&committed, kept));
        assert_eq!(again.tip().hash, *hash, "{kept} blocks kept");
        assert_eq!(sum(&coins(again.store())), again.supply().to_base());
        again.verify(4, 0).unwrap();
    }
}

#[test]
fn indexes_are_built_and_dropped_as_wished() {
    let mut first = chain();
    let tx = payment(&first, 1, key(7), COIN);
    let txid = tx.compute_txid();
    accept(&mut first, tx).unwrap();
    mine_many(&mut first, 5);
    let (all, none) = (Indexes::ALL, Indexes::default());
    let want = first.script_view(&key(7).script()).unwrap();
    assert_eq!(want.confirmed.to_base(), COIN);
    let mut store = first.into_store().unwrap();
    let full = store.clone();
    for indexes in [none, Indexes { txs: true, ..none }, Indexes { scripts: true, ..none }, all] {
        let options = ChainOptions { indexes, ..ChainOptions::default() };
        let chain = Chain::open_with(spec(), UtxoLedger::new(), store, options).unwrap();
        assert_eq!(chain.transaction(&txid).unwrap().is_some(), indexes.txs);
        let view = chain.script_view(&key(7).script());
        assert_eq!(view.is_ok(), indexes.scripts);
        assert!(view.is_err() || view.unwrap() == want);
        store = chain.into_store().unwrap();
    }
    assert_eq!(store, full);
}

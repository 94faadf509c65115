//! Opening a chain: an empty store, a used one, another chain's, a damaged one.

use quarry_chain::{
    Batch, Chain, ChainSpec, MemoryStore, OpenError, SpecDraft, Store, UtxoLedger, Write,
};
use quarry_primitives::Amount;

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
    let mut second = open(first.into_store());
    assert_eq!((second.tip(), second.supply()), (tip, supply));
    mine(&mut second, key(9));
    assert_eq!(second.tip().height, 13);
}

#[test]
fn another_chain_is_refused() {
    let store = chain().into_store();
    let other = ChainSpec::new(SpecDraft { confirmations: 2, ..draft() }).unwrap();
    let error = Chain::open(other, UtxoLedger::new(), store).unwrap_err();
    assert!(matches!(error, OpenError::OtherChain { .. }), "{error}");
}

#[test]
fn damaged_stores_are_noticed() {
    let mut chain = chain();
    mine_many(&mut chain, 3);
    let (tip, middle) = (chain.tip().hash, chain.block_hash_at(2).unwrap());
    for write in [
        Write::ForgetActive { height: 2 },
        Write::Active { height: 3, hash: middle },
        Write::ForgetBlock(tip),
        Write::ForgetBlock(middle),
    ] {
        let mut store = chain.store().clone();
        store.commit(Batch { writes: vec![write] }).unwrap();
        let error = Chain::open(spec(), UtxoLedger::new(), store).unwrap_err();
        assert!(matches!(error, OpenError::Store(_)), "{error}");
    }
}

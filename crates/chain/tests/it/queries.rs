//! What callers are shown.

use quarry_chain::TemplateError;
use quarry_chain::limits::MAX_TEMPLATE_EXTRA_BYTES;
use quarry_primitives::{Hash, ScriptBuf, Txid};

use crate::support::{
    ALLOC, COIN, FEE, accept, chain, key, mine, mine_many, next_block, now, payment,
};

#[test]
fn a_payment_from_mempool_to_chain() {
    let mut chain = chain();
    let (payer, payee) = (key(1).script(), key(7).script());
    let tx = payment(&chain, 1, key(7), COIN);
    let txid = tx.compute_txid();
    accept(&mut chain, tx.clone()).unwrap();

    let view = chain.script_view(&payer).unwrap();
    assert_eq!(view.confirmed.to_base(), ALLOC);
    assert_eq!(view.pending_out.to_base(), ALLOC);
    assert_eq!(view.pending_in.to_base(), ALLOC - COIN - FEE);
    let spendable: Vec<_> = view.coins.iter().map(|c| (c.height, c.spendable)).collect();
    assert_eq!(spendable, [(Some(0), false), (None, true)]);
    assert_eq!(chain.script_view(&payee).unwrap().pending_in.to_base(), COIN);
    let found = chain.transaction(&txid).unwrap().unwrap();
    assert_eq!((&found.tx, found.block), (&tx, None));
    assert_eq!(chain.mempool().entries[0].txid, txid);

    let hash = mine(&mut chain, key(9));
    let view = chain.script_view(&payer).unwrap();
    assert_eq!(view.confirmed.to_base(), ALLOC - COIN - FEE);
    assert_eq!((view.pending_in, view.pending_out), Default::default());
    let row = &view.history[0];
    assert_eq!((row.height, row.index, row.txid), (1, 1, txid));
    assert_eq!(row.received.to_base(), ALLOC - COIN - FEE);
    assert_eq!(row.sent.to_base(), ALLOC);
    let genesis = &view.history[1];
    assert_eq!((genesis.height, genesis.received.to_base()), (0, ALLOC));
    let found = chain.transaction(&txid).unwrap().unwrap();
    assert_eq!((found.tx, found.block), (tx, Some((hash, 1))));
    assert!(chain.transaction(&Txid::all_zeros()).unwrap().is_none());
}

#[test]
fn mined_coins_mature() {
    let mut chain = chain();
    mine(&mut chain, key(5));
    let view = chain.script_view(&key(5).script()).unwrap();
    assert_eq!((view.confirmed, view.immature), (view.immature, view.confirmed));
    assert!(view.coins[0].coinbase && !view.coins[0].spendable);
    mine_many(&mut chain, 2);
    let view = chain.script_view(&key(5).script()).unwrap();
    assert_eq!((view.confirmed.to_base(), view.immature.to_base()), (50 * COIN, 0));
    assert!(view.coins[0].spendable);
}

#[test]
fn blocks_and_headers() {
    let mut chain = chain();
    mine_many(&mut chain, 5);
    let recent = chain.recent_blocks(3).unwrap();
    assert_eq!(recent.iter().map(|b| b.height).collect::<Vec<_>>(), [5, 4, 3]);
    assert_eq!(recent[0].hash, chain.tip().hash);
    assert_eq!((recent[0].tx_count, recent[0].size > 200), (1, true));
    assert_eq!(chain.recent_blocks(u32::MAX).unwrap().len(), 6);
    let header = chain.header(&recent[1].hash).unwrap();
    assert!(header.active && header.height == 4);
    assert_eq!(chain.block_hash_at(4), Some(recent[1].hash));
    assert_eq!(chain.block_hash_at(6), None);
}

#[test]
fn templates_differ_by_their_extra_bytes() {
    let mut chain = chain();
    mine_many(&mut chain, 17);
    let script = key(9).script();
    let [a, b] = [b"a", b"b"].map(|extra| chain.template(now(), &script, extra).unwrap().block);
    assert_ne!(a.header.merkle_root, b.header.merkle_root);
    let most = [7; MAX_TEMPLATE_EXTRA_BYTES];
    let block = next_block(&chain, key(9), &most);
    chain.accept_block(now(), block).unwrap();
    let error = chain.template(now(), &script, &[7; MAX_TEMPLATE_EXTRA_BYTES + 1]).unwrap_err();
    assert!(matches!(error, TemplateError::ExtraTooLong(81)));
    let long = ScriptBuf::from_bytes(vec![0x51; 521]);
    let error = chain.template(now(), &long, b"").unwrap_err();
    assert!(matches!(error, TemplateError::PayoutTooLong(521)));
}

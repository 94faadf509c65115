//! Stored and decoded bytes: what was written is read, and nothing else is.

use proptest::prelude::*;
use quarry_chain::{Coin, HistoryRow, Ledger, TipRecord, TxPlace, UtxoLedger};
use quarry_primitives::{Amount, ScriptBuf};

use crate::support::{COIN, block_of, chain, key, payment};

proptest! {
    #[test]
    fn coins_round_trip(
        units in 0..=Amount::MAX.to_base(),
        script in proptest::collection::vec(any::<u8>(), 0..80),
        height: u32,
        coinbase: bool,
    ) {
        let amount = Amount::from_base(units).unwrap();
        let coin = Coin { amount, script: ScriptBuf::from_bytes(script), height, coinbase };
        prop_assert_eq!(Coin::decode(&coin.encode()).unwrap(), coin);
    }

    // One form for each value: what can be read at all is what would be written.
    #[test]
    fn any_bytes_are_refused_or_canonical(bytes in proptest::collection::vec(any::<u8>(), 0..120)) {
        let ledger = UtxoLedger::new();
        if let Ok(coin) = Coin::decode(&bytes) {
            prop_assert_eq!(coin.encode(), bytes.clone());
        }
        if let Ok(row) = HistoryRow::decode(&bytes) {
            prop_assert_eq!(row.encode(), bytes.clone());
        }
        if let Ok(tip) = TipRecord::decode(&bytes) {
            prop_assert_eq!(tip.encode(), bytes.clone());
        }
        if let Ok(place) = TxPlace::decode(&bytes) {
            prop_assert_eq!(place.encode(), bytes.clone());
        }
        if let Ok(undo) = ledger.decode_undo(&bytes) {
            prop_assert_eq!(ledger.encode_undo(&undo), bytes.clone());
        }
        if let Ok(tx) = ledger.decode_tx(&bytes) {
            prop_assert_eq!(ledger.encode_tx(&tx), bytes);
        }
    }
}

#[test]
fn blocks_round_trip_and_refuse_trailing_bytes() {
    let chain = chain();
    let block = block_of(&chain, vec![payment(&chain, 1, key(7), COIN)]);
    let mut bytes = chain.ledger().encode_block(&block);
    assert_eq!(chain.ledger().decode_block(&bytes).unwrap(), block);
    bytes.push(0);
    assert!(chain.ledger().decode_block(&bytes).is_err());
}

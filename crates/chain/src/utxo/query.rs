//! What a script owns, from the store's indexes and the mempool.
//!
//! Does not know how the indexes are kept.

use quarry_primitives::{Amount, OutPoint, Script};

use super::UtxoLedger;
use crate::ledger::BlockContext;
use crate::limits::{MAX_VIEW_COINS, MAX_VIEW_HISTORY};
use crate::mempool::Mempool;
use crate::record::Coin;
use crate::store::{Store, StoreError};
use crate::views::{OwnedCoin, ScriptView, saturating_sum};

pub(super) fn script_view(
    script: &Script,
    next: &BlockContext<'_>,
    store: &dyn Store,
    pool: &Mempool<UtxoLedger>,
) -> Result<ScriptView, StoreError> {
    let mut view = ScriptView::default();
    store.visit_script_coins(script, &mut |outpoint, coin| {
        add_confirmed(&mut view, outpoint, &coin, next, pool);
    })?;
    add_pending(&mut view, script, pool);
    view.history = store.history(script, MAX_VIEW_HISTORY)?;
    Ok(view)
}

fn add_confirmed(
    view: &mut ScriptView,
    outpoint: OutPoint,
    coin: &Coin,
    next: &BlockContext<'_>,
    pool: &Mempool<UtxoLedger>,
) {
    let depth = next.height.saturating_sub(coin.height);
    let mature = !coin.coinbase || depth >= next.spec.coinbase_maturity();
    view.confirmed = saturating_sum(view.confirmed, coin.amount);
    if !mature {
        view.immature = saturating_sum(view.immature, coin.amount);
    }
    if view.coins.len() < MAX_VIEW_COINS {
        view.coins.push(OwnedCoin {
            outpoint,
            amount: coin.amount,
            height: Some(coin.height),
            coinbase: coin.coinbase,
            spendable: mature && pool.user_of(&outpoint).is_none(),
        });
    }
}

/// Adds what the mempool gives to the script and takes from it.
fn add_pending(view: &mut ScriptView, script: &Script, pool: &Mempool<UtxoLedger>) {
    for entry in pool.touching(script) {
        let net = entry.checked().view.by_script().remove(script).unwrap_or_default();
        view.pending_in = saturating_sum(view.pending_in, net.received);
        view.pending_out = saturating_sum(view.pending_out, net.sent);
        for outpoint in &entry.checked().provides {
            if let Some(coin) = pool.coin(outpoint)
                && coin.script.as_script() == script
                && view.coins.len() < MAX_VIEW_COINS
            {
                view.coins.push(pending_coin(*outpoint, coin.amount, pool));
            }
        }
    }
}

fn pending_coin(outpoint: OutPoint, amount: Amount, pool: &Mempool<UtxoLedger>) -> OwnedCoin {
    let spendable = pool.user_of(&outpoint).is_none();
    OwnedCoin { outpoint, amount, height: None, coinbase: false, spendable }
}

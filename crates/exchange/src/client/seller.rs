//! Sells this machine's idle time: keeps an offer in the book, works off what it wins, takes the
//! money to the chain.
//!
//! All it remembers is at the exchange (orders, leases, unpaid units), so it may be killed at any
//! moment and started again: a payout's idempotency key follows from its unit.
//!
//! Does not know how a unit is done (`worker`).

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use quarry_api::exchange::{
    Capabilities, Heartbeat, HeartbeatAnswer, LeaseResult, LeaseView, OrderView, PlaceAsk, Side,
    UnitView, Withdraw,
};
use quarry_api::signed::body_hash;
use quarry_pow::Engine;
use quarry_primitives::Amount;
use quarry_service::{EventHub, Handle, Scope};
use quarry_worker::{LeaseSource, SourceError, WorkerConfig};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::{AccountClient, ClientError, IdempotencyKey, new_idempotency_key};

/// How long an offer stands, milliseconds. Long, because a renewed one stands behind older bids, and
/// these then trade at their own, higher limit. The market takes the offers of a silent seller away.
const ASK_LIFE_MS: u64 = 24 * 3600 * 1000;
/// An offer with less life than this left is renewed, milliseconds.
const ASK_RENEW_MS: u64 = 3600 * 1000;
/// Quantity of one offer (2^32 hashes each): more than a CPU does within its life.
const ASK_QUANTITY: u64 = 1 << 20;
/// How often offers and payouts are looked after without being told to.
const LOOK_AFTER: Duration = Duration::from_secs(5);

/// How long the last words to the exchange and the worker's end may take.
const GOODBYE: Duration = Duration::from_millis(500);

/// What is sold, for how much, and where the money goes.
#[derive(Clone, Debug)]
pub struct SellerConfig {
    /// Article.
    pub article: String,
    /// The least to take for one unit of quantity.
    pub price: Amount,
    /// Units done at the same time.
    pub slots: u16,
    /// What the machine has.
    pub capabilities: Capabilities,
    /// Earnings of a unit at or above this go to the chain at once; none leaves all at the exchange.
    pub auto_withdraw_min: Option<Amount>,
    /// Whether an offer of the account that already stands may be taken over: for the one seller that
    /// goes on after a restart, not for a second one beside it.
    pub takes_over: bool,
    /// Where they go: an address of the chain.
    pub payout_address: String,
}

/// Starts selling; the handle ends it and takes the offer back.
///
/// Must be called within a tokio runtime.
pub fn start_seller(
    config: SellerConfig,
    account: AccountClient,
    engine: Engine,
    events: EventHub,
) -> Handle {
    let scope = Scope::new();
    let settled = Arc::new(Notify::new());
    let source = Arc::new(ExchangeLeases { account: account.clone(), ended: Arc::clone(&settled) });
    let worker_config = WorkerConfig { slots: config.slots, ..WorkerConfig::default() };
    let worker = quarry_worker::start(worker_config, engine, source, events.clone());
    let keeper = Keeper { config, account, settled, own_ask: None, given_up: BTreeSet::new() };
    let stop = scope.token();
    scope.spawn(async move {
        keeper.run_until(&stop).await;
        if let Err(error) = worker.shutdown(GOODBYE).await {
            tracing::warn!(%error, "worker did not end in time");
        }
    });
    Handle::new("seller", events, scope)
}

/// Leases of one account at an exchange.
struct ExchangeLeases {
    account: AccountClient,
    ended: Arc<Notify>,
}

impl LeaseSource for ExchangeLeases {
    async fn leases(&self, wait: Duration) -> Result<Vec<LeaseView>, SourceError> {
        self.account.leases(wait).await.map_err(source_error)
    }

    async fn heartbeat(&self, lease: u64, beat: Heartbeat) -> Result<HeartbeatAnswer, SourceError> {
        self.account.heartbeat(lease, &beat).await.map_err(source_error)
    }

    async fn result(&self, lease: u64, result: LeaseResult) -> Result<(), SourceError> {
        let key = derived_key("result", lease);
        let answer = self.account.lease_result(lease, key, &result).await;
        self.ended.notify_one();
        answer.map(drop).map_err(source_error)
    }
}

fn source_error(error: ClientError) -> SourceError {
    match error {
        ClientError::Refused(e) => SourceError::Refused { code: e.code, message: e.message },
        other => SourceError::Unreachable(other.to_string()),
    }
}

/// The idempotency key of something that happens once for each `id`.
fn derived_key(what: &str, id: u64) -> IdempotencyKey {
    let hash = body_hash(format!("quarry/seller/{what}/{id}").as_bytes());
    let mut key = [0; 16];
    key.copy_from_slice(&hash[..16]);
    key
}

struct Keeper {
    config: SellerConfig,
    account: AccountClient,
    settled: Arc<Notify>,
    // The offer that this seller keeps; others of the account are not its business.
    own_ask: Option<u64>,
    // Units whose payout was refused; asked for once a run of the program, not every few seconds.
    given_up: BTreeSet<u64>,
}

impl Keeper {
    async fn run_until(mut self, stop: &CancellationToken) {
        let mut told = false;
        loop {
            // Dropped at the end of the scope wherever it is: all of it can be asked again.
            let Some(looked) = stop.run_until_cancelled(self.look_after()).await else { break };
            if let Err(error) = looked {
                if !std::mem::replace(&mut told, true) {
                    tracing::warn!(%error, "seller waits");
                }
            } else {
                told = false;
            }
            tokio::select! {
                () = stop.cancelled() => break,
                () = self.settled.notified() => {}
                () = tokio::time::sleep(LOOK_AFTER) => {}
            }
        }
        if let Some(ask) = self.own_ask {
            // Nobody shall be matched with a seller that is gone; an offer that stays ends by itself.
            let _in_time = tokio::time::timeout(GOODBYE, self.account.cancel_order(ask)).await;
        }
    }

    async fn look_after(&mut self) -> Result<(), ClientError> {
        self.keep_ask().await?;
        self.pay_out().await
    }

    /// Has an offer in the book that lives on for a while: the present one, one that an earlier run
    /// left, or a new one.
    async fn keep_ask(&mut self) -> Result<(), ClientError> {
        let now_ms = self.account.client().now_ms();
        let orders = self.account.orders().await?;
        let own = orders.iter().find(|order| Some(order.order) == self.own_ask);
        if own.is_some_and(|order| self.is_good(order, now_ms)) {
            return Ok(());
        }
        let left = orders.iter().find(|order| self.is_good(order, now_ms));
        let next = match left.filter(|_| self.config.takes_over) {
            Some(order) => order.order,
            None => self.place_ask(now_ms).await?,
        };
        let old = self.own_ask.replace(next);
        if let Some(old) = old.filter(|old| orders.iter().any(|order| order.order == *old)) {
            self.account.cancel_order(old).await?;
        }
        Ok(())
    }

    fn is_good(&self, order: &OrderView, now_ms: u64) -> bool {
        order.side == Side::Sell
            && order.article == self.config.article
            && order.limit_price == self.config.price
            && order.expires_ms > now_ms + ASK_RENEW_MS
            && order.remaining >= ASK_QUANTITY / 2
    }

    async fn place_ask(&self, now_ms: u64) -> Result<u64, ClientError> {
        let ask = PlaceAsk {
            article: self.config.article.clone(),
            quantity: ASK_QUANTITY,
            limit_price: self.config.price,
            slots: self.config.slots,
            expires_ms: now_ms + ASK_LIFE_MS,
            capabilities: self.config.capabilities.clone(),
        };
        Ok(self.account.place_ask(new_idempotency_key(), &ask).await?.order)
    }

    async fn pay_out(&mut self) -> Result<(), ClientError> {
        let Some(min) = self.config.auto_withdraw_min else { return Ok(()) };
        for unit in self.account.unpaid_units().await? {
            let price = unit.price.unwrap_or_default();
            if price >= min && !self.given_up.contains(&unit.unit) {
                self.pay_out_unit(&unit, price).await?;
            }
        }
        Ok(())
    }

    async fn pay_out_unit(&mut self, unit: &UnitView, price: Amount) -> Result<(), ClientError> {
        let withdraw = Withdraw {
            amount: price,
            address: self.config.payout_address.clone(),
            unit: Some(unit.unit),
        };
        match self.account.withdraw(derived_key("payout", unit.unit), &withdraw).await {
            Ok(withdrawal) if withdrawal.state == "refused" => {
                let reason = withdrawal.reason.unwrap_or_default();
                tracing::warn!(unit = unit.unit, reason, "payout refused");
                self.given_up.insert(unit.unit);
                Ok(())
            }
            Ok(withdrawal) => {
                tracing::info!(
                    unit = unit.unit,
                    withdrawal = withdrawal.withdrawal,
                    "payout asked"
                );
                Ok(())
            }
            Err(ClientError::Refused(error)) => {
                tracing::warn!(unit = unit.unit, %error, "payout refused");
                self.given_up.insert(unit.unit);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}

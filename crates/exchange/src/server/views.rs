//! Turns market state into the wire's views, and events into topics of the stream.
//!
//! Does not change anything. Functions that take the [`Exchange`] take its lock themselves; a
//! caller must not hold it.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

use quarry_api::exchange::{
    self as wire, AccountView, BookOrder, BookView, ExchangeInfo, JobView, LeaseView, OrderView,
    TradeView, UnitView, WithdrawalView,
};
use quarry_market::{
    ARTICLES, ArticleId, Capabilities, Event, JobId, LeaseId, Level, Market, NonceInput, Order,
    OrderId, OrderState, OrderTerms, RULES_VERSION, Requirements, Side, Trade, Unit, UnitId,
    UnitState, Withdrawal, WithdrawalId,
};
use quarry_primitives::{AccountKey, Amount};
use quarry_worker::{describe, work_of};

use super::Exchange;
use super::state::address_text;
use crate::limits::MAX_LISTED;

/// The input of a unit, from the wire.
pub(super) fn market_input(input: &wire::NonceInput) -> Result<NonceInput, String> {
    let work = work_of(input).map_err(|e| format!("use a unit's input: {e}"))?;
    NonceInput::from_work(&work)
        .ok_or_else(|| "use a unit's input: it is no nonce field".to_owned())
}

pub(super) fn market_requirements(wanted: &wire::Requirements) -> Requirements {
    Requirements { min_cores: wanted.min_cores, min_memory_mb: wanted.min_memory_mib }
}

pub(super) fn market_capabilities(has: &wire::Capabilities) -> Capabilities {
    Capabilities { cores: has.cores, memory_mb: has.memory_mib }
}

pub(super) fn scanned_height(market: &Market) -> Option<u32> {
    market.scan_cursor().and_then(|(height, _)| u32::try_from(height).ok())
}

pub(super) fn info(exchange: &Exchange) -> ExchangeInfo {
    let market = exchange.market();
    // The terms in the log; those of this program's start until the log has begun.
    let opening = market.config().unwrap_or(&exchange.0.opening);
    ExchangeInfo {
        chain_id: opening.chain_id,
        exchange: opening.exchange,
        rules_version: RULES_VERSION,
        fee_basis_points: opening.fee_basis_points,
        min_withdrawal: opening.min_withdrawal,
        min_deposit: opening.min_deposit,
        articles: ARTICLES.iter().map(|article| article.id.to_owned()).collect(),
        now_ms: exchange.0.clock.now().wall_ms.max(market.now()),
        // Not the watch, which moves after a whole batch: what was answered is counted here.
        log_seq: exchange.0.applied.load(Ordering::Relaxed),
        scanned_height: scanned_height(&market),
    }
}

pub(super) fn account(exchange: &Exchange, account: &AccountKey) -> AccountView {
    let view = exchange.market().account(*account);
    let Some(view) = view else {
        return AccountView {
            account: *account,
            available: Amount::ZERO,
            held: Amount::ZERO,
            withdrawing: Amount::ZERO,
            frozen: false,
            deposit_address: None,
        };
    };
    AccountView {
        account: *account,
        available: view.available,
        held: view.held,
        withdrawing: view.withdrawing,
        frozen: view.frozen,
        deposit_address: exchange.deposit_address(view.deposit_index),
    }
}

pub(super) fn book(market: &Market, article: &ArticleId) -> BookView {
    let book = market.book(article);
    let side = |levels: &[Level]| {
        let orders = levels.iter().flat_map(|level| &level.orders);
        let open = orders.filter_map(|id| market.order(*id)).take(MAX_LISTED);
        open.map(|order| BookOrder {
            order: order.id.0,
            price: order.limit_price,
            quantity: order.remaining,
        })
        .collect()
    };
    BookView { article: article.to_string(), asks: side(&book.asks), bids: side(&book.bids) }
}

fn order_view(order: &Order) -> OrderView {
    OrderView {
        order: order.id.0,
        side: match order.side() {
            Side::Buy => wire::Side::Buy,
            Side::Sell => wire::Side::Sell,
        },
        account: order.account,
        article: order.article.to_string(),
        quantity: order.quantity,
        remaining: order.remaining,
        limit_price: order.limit_price,
        expires_ms: order.expires_ms,
        job: match order.terms {
            OrderTerms::Buy { job } => Some(job.0),
            OrderTerms::Ask { .. } => None,
        },
    }
}

pub(super) fn order(market: &Market, id: OrderId) -> Option<OrderView> {
    market.order(id).map(order_view)
}

/// An account's open orders.
pub(super) fn orders_of(market: &Market, account: &AccountKey) -> Vec<OrderView> {
    let open = market.orders_of(*account).filter(|o| o.state == OrderState::Open);
    open.take(MAX_LISTED).map(order_view).collect()
}

fn trade_view(trade: &Trade) -> TradeView {
    TradeView {
        trade: trade.id.0,
        article: trade.article.to_string(),
        price: trade.price,
        quantity: trade.quantity,
        at_ms: trade.at_ms,
    }
}

pub(super) fn trades(market: &Market, limit: usize) -> Vec<TradeView> {
    market.trades_recent(limit).map(trade_view).collect()
}

/// A job with all its units.
pub(super) fn job(exchange: &Exchange, id: JobId) -> Option<JobView> {
    let market = exchange.market();
    let job = market.job(id)?;
    let order = market.order(job.order)?;
    let units = job.unit_ids().filter_map(|unit| market.unit(unit));
    Some(JobView {
        job: job.id.0,
        buyer: job.account,
        article: order.article.to_string(),
        order: job.order.0,
        limit_price: order.limit_price,
        placed_ms: job.submitted_ms,
        expires_ms: order.expires_ms,
        done: job.done_ms.is_some(),
        units: units.map(|unit| unit_view(exchange, &market, unit)).collect(),
    })
}

pub(super) fn unit_by_id(exchange: &Exchange, id: UnitId) -> Option<UnitView> {
    let market = exchange.market();
    market.unit(id).map(|unit| unit_view(exchange, &market, unit))
}

fn unit_view(exchange: &Exchange, market: &Market, unit: &Unit) -> UnitView {
    let work = unit.input.to_work().ok();
    let lease = unit.lease.and_then(|lease| market.lease(lease));
    let paid = unit.settlement.as_ref();
    let progress = unit.lease.and_then(|lease| exchange.progress(lease));
    let last = exchange.last_progress(unit.id);
    let payout = paid.and_then(|paid| paid.payout).and_then(|id| market.withdrawal(id));
    UnitView {
        unit: unit.id.0,
        job: unit.job.0,
        state: unit.state.to_string(),
        ended: unit.state.is_final(),
        quantity: unit.quantity,
        attempts: unit.attempts,
        input: wire_input(&unit.input),
        seller: paid.map(|paid| paid.seller).or_else(|| lease.map(|lease| lease.seller)),
        price: paid.map(|paid| paid.amount).or_else(|| lease.map(|lease| lease.amount)),
        fee: paid.map(|paid| paid.fee).or_else(|| lease.map(|lease| lease.fee)),
        hashes: progress.as_ref().or(last.as_ref()).map_or(0, |beat| beat.hashes),
        hashes_per_second: progress.as_ref().map_or(0, |beat| beat.hashes_per_second),
        nonce: paid.map(|paid| paid.nonce),
        hash: paid.zip(work.as_ref()).map(|(paid, work)| work.hash(paid.nonce).to_string()),
        reason: unit.reason.as_ref().map(ToString::to_string),
        payout: payout.map(withdrawal_view),
    }
}

fn withdrawal_view(withdrawal: &Withdrawal) -> WithdrawalView {
    let tx = withdrawal.transaction.as_ref();
    WithdrawalView {
        withdrawal: withdrawal.id.0,
        account: withdrawal.account,
        amount: withdrawal.amount,
        network_fee: tx.map(|tx| tx.network_fee),
        address: address_text(&withdrawal.script),
        state: withdrawal.stage.to_string(),
        txid: tx.map(|tx| tx.txid),
        height: withdrawal.confirmed_height.and_then(|height| u32::try_from(height).ok()),
        reason: withdrawal.refusal.clone(),
        unit: withdrawal.unit.map(|unit| unit.0),
    }
}

pub(super) fn withdrawal(market: &Market, id: WithdrawalId) -> Option<WithdrawalView> {
    market.withdrawal(id).map(withdrawal_view)
}

/// An account's live leases.
pub(super) fn leases(market: &Market, account: &AccountKey) -> Vec<LeaseView> {
    let live = market.next_lease_for(*account).filter_map(|lease| {
        let unit = market.unit(lease.unit)?;
        Some(LeaseView {
            lease: lease.id.0,
            unit: unit.id.0,
            job: unit.job.0,
            article: lease.article.to_string(),
            input: wire_input(&unit.input),
            price: lease.amount,
            expires_ms: lease.deadline_ms,
        })
    });
    live.collect()
}

/// Whether an account's running lease has more than two thirds of its time left: a heartbeat then
/// does not need a line in the log.
pub(super) fn is_fresh(market: &Market, id: LeaseId, account: &AccountKey, now_ms: u64) -> bool {
    let Some(lease) = market.lease(id).filter(|lease| lease.seller == *account) else {
        return false;
    };
    let running = market
        .unit(lease.unit)
        .is_some_and(|unit| unit.lease == Some(id) && unit.state == UnitState::Running);
    let lease_ms = market.config().map_or(0, |config| config.lease_ms);
    running && lease.deadline_ms.saturating_sub(now_ms) > lease_ms / 3 * 2
}

/// Puts what happened on the stream: whole views, so that a reader needs no second question.
pub(super) fn publish(exchange: &Exchange, events: &[Event]) {
    let mut jobs = BTreeSet::new();
    let mut books = BTreeSet::new();
    let mut money = false;
    for event in events {
        match event {
            Event::JobSubmitted { job, .. }
            | Event::JobDone { job, .. }
            | Event::UnitState { job, .. } => {
                jobs.insert(*job);
            }
            Event::OrderPlaced { article, .. } => {
                books.insert(article.clone());
            }
            Event::OrderFilled { order }
            | Event::OrderCancelled { order }
            | Event::OrderExpired { order }
            | Event::OrderWithdrawn { order } => {
                books.extend(exchange.market().order(*order).map(|o| o.article.clone()));
            }
            Event::Trade { trade, article, price, quantity, at_ms, .. } => {
                books.insert(article.clone());
                let view = TradeView {
                    trade: trade.0,
                    article: article.to_string(),
                    price: *price,
                    quantity: *quantity,
                    at_ms: *at_ms,
                };
                exchange.0.events.publish("trade", &view);
            }
            Event::Transfer(_) => money = true,
            Event::Withdrawal { withdrawal, .. } => jobs.extend(job_paid_by(exchange, *withdrawal)),
            _ => {}
        }
    }
    for view in jobs.into_iter().filter_map(|id| job(exchange, id)) {
        exchange.0.events.publish("job", &view);
    }
    for article in books {
        let view = book(&exchange.market(), &article);
        exchange.0.events.publish("book", &view);
    }
    if money {
        exchange.0.events.publish("money", &());
    }
    exchange.0.events.publish("exchange", &info(exchange));
}

/// The job whose unit a withdrawal pays out.
fn job_paid_by(exchange: &Exchange, id: WithdrawalId) -> Option<JobId> {
    let market = exchange.market();
    let unit = market.withdrawal(id)?.unit?;
    market.unit(unit).map(|unit| unit.job)
}

/// Puts the progress of a lease on the stream.
pub(super) fn publish_progress(exchange: &Exchange, id: LeaseId) {
    let market = exchange.market();
    let unit = market.lease(id).map(|lease| lease.unit);
    let job_id = unit.and_then(|unit| market.unit(unit)).map(|unit| unit.job);
    drop(market);
    if let Some(view) = job_id.and_then(|id| job(exchange, id)) {
        exchange.0.events.publish("job", &view);
    }
}

fn wire_input(input: &NonceInput) -> wire::NonceInput {
    describe(&input.template, input.field, input.order, input.target)
}

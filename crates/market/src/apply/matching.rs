//! Matching: price-time priority, at the price of the older order.
//!
//! Bids are served from the highest limit, and of equal limits from the oldest order; each of their
//! open units in turn takes the lowest ask that can do it, and of equal asks the oldest. An ask
//! cannot do a unit if
//! - it has less left than the unit's quantity (a unit is done whole, by one seller),
//! - it is the buyer's own,
//! - its seller is excluded from the unit, has no free slot, or too small a machine.
//!
//! It is then passed over for this unit and stays where it is.

use std::cmp::Reverse;

use quarry_primitives::Amount;

use super::Step;
use crate::life_cycle::Message;
use crate::records::{Job, Lease, Order, OrderState, OrderTerms, Trade, TradeOutcome, Unit};
use crate::state::MatchPause;
use crate::{ArticleId, Event, OrderId, UnitId, limits};

/// A place in the book's order of service: limit, buy order, unit.
#[derive(Clone, Copy)]
struct Place {
    limit_price: Amount,
    order: OrderId,
    unit: UnitId,
}

impl Place {
    const TOP: Self = Self { limit_price: Amount::MAX, order: OrderId(0), unit: UnitId(0) };
}

impl Step<'_> {
    /// Matches every book that may match, and goes on where an earlier command stopped.
    pub(super) fn match_books(&mut self) {
        let mut articles = std::mem::take(&mut self.dirty);
        let changed = articles.clone();
        articles.extend(self.state.pauses.keys().cloned());
        for article in articles {
            self.match_book(&article, changed.contains(&article));
        }
        // Matching itself opens no further match: it only takes from the book.
        self.dirty.clear();
    }

    fn match_book(&mut self, article: &ArticleId, changed: bool) {
        let pause = self.state.pauses.remove(article);
        // A pass that was begun is ended first, or what is behind its place might never be served.
        let again = pause.as_ref().is_some_and(|pause| pause.again || changed);
        let from = pause.map_or(Place::TOP, |pause| Place {
            limit_price: pause.limit_price,
            order: pause.order,
            unit: pause.unit,
        });
        let stop = match self.match_pass(article, from) {
            Some(place) => Some((place, again)),
            None if again => Some((Place::TOP, false)),
            None => None,
        };
        if let Some((Place { limit_price, order, unit }, again)) = stop {
            let pause = MatchPause { limit_price, order, unit, again };
            self.state.pauses.insert(article.clone(), pause);
        }
    }

    /// Serves the bids from a place on; where it stopped if its work was used up.
    fn match_pass(&mut self, article: &ArticleId, from: Place) -> Option<Place> {
        let mut place = from;
        let mut scanned = 0;
        loop {
            place = self.next_unit(article, place)?;
            if scanned >= limits::MAX_MATCH_SCAN {
                return Some(place);
            }
            let (ask, looked_at) = self.find_ask(article, place);
            scanned += looked_at.max(1);
            if let Some(ask) = ask {
                self.trade(place, ask);
            }
            place.unit = place.unit.next();
        }
    }

    /// The first open unit at or after a place whose limit reaches the best ask.
    fn next_unit(&self, article: &ArticleId, place: Place) -> Option<Place> {
        let book = self.index.books.get(article)?;
        let (best_ask, _) = book.asks.first()?;
        let mut from = place;
        loop {
            let bids = book.bids.range((Reverse(from.limit_price), from.order)..);
            let &(Reverse(limit_price), order) = bids.into_iter().next()?;
            if limit_price < *best_ask {
                return None;
            }
            let same = limit_price == from.limit_price && order == from.order;
            let first = if same { from.unit } else { UnitId(0) };
            if let Some(&unit) = self.index.open_units.get(&order)?.range(first..).next() {
                return Some(Place { limit_price, order, unit });
            }
            from = Place { limit_price, order: order.next(), unit: UnitId(0) };
        }
    }

    /// The ask that gets a unit, and how many were looked at.
    fn find_ask(&self, article: &ArticleId, place: Place) -> (Option<OrderId>, usize) {
        let unit = &self.state.units[&place.unit];
        let job = &self.state.jobs[&unit.job];
        let mut looked_at = 0;
        for (price, ask) in &self.index.books[article].asks {
            if *price > place.limit_price {
                break;
            }
            looked_at += 1;
            if self.can_do(&self.state.orders[ask], unit, job) {
                return (Some(*ask), looked_at);
            }
        }
        (None, looked_at)
    }

    fn can_do(&self, ask: &Order, unit: &Unit, job: &Job) -> bool {
        let OrderTerms::Ask { slots, capabilities } = &ask.terms else { return false };
        let leases = self.index.leases_of.get(&ask.account).map_or(0, |leases| leases.len());
        ask.remaining >= unit.quantity
            && ask.account != job.account
            && leases < usize::from(*slots)
            && job.requirements.are_met_by(capabilities)
            && !unit.excluded.contains(&ask.account)
    }

    /// Makes the trade and the lease.
    fn trade(&mut self, place: Place, ask_id: OrderId) {
        let (buy, ask) = (&self.state.orders[&place.order], &self.state.orders[&ask_id]);
        let unit = &self.state.units[&place.unit];
        // The resting order is the older one.
        let price = if ask.id < buy.id { ask.limit_price } else { buy.limit_price };
        let (amount, fee) =
            self.cost(price, unit.quantity).expect("not above the limit, whose cost is held");
        let now_ms = self.state.now_ms;
        let trade = Trade {
            id: self.state.next.trade,
            article: ask.article.clone(),
            unit: unit.id,
            buy: buy.id,
            ask: ask.id,
            buyer: buy.account,
            seller: ask.account,
            price,
            quantity: unit.quantity,
            amount,
            fee,
            at_ms: now_ms,
            outcome: TradeOutcome::Live,
        };
        let lease = Lease {
            id: self.state.next.lease,
            unit: trade.unit,
            seller: trade.seller,
            trade: trade.id,
            article: trade.article.clone(),
            amount,
            fee,
            started_ms: now_ms,
            deadline_ms: now_ms + self.config().lease_ms,
            hashes: 0,
        };
        self.record_trade(trade, lease);
        self.move_unit(place.unit, Message::Match, None);
    }

    fn record_trade(&mut self, trade: Trade, lease: Lease) {
        self.state.next.trade = trade.id.next();
        self.state.next.lease = lease.id.next();
        self.events.push(Event::Trade {
            trade: trade.id,
            article: trade.article.clone(),
            unit: trade.unit,
            lease: lease.id,
            buyer: trade.buyer,
            seller: trade.seller,
            price: trade.price,
            quantity: trade.quantity,
            amount: trade.amount,
            fee: trade.fee,
            at_ms: trade.at_ms,
        });
        let ask = self.order_mut(trade.ask);
        ask.remaining -= trade.quantity;
        if ask.remaining == 0 {
            self.end_order(trade.ask, OrderState::Filled);
        }
        self.unit_mut(trade.unit).lease = Some(lease.id);
        self.index.add_lease(&lease);
        self.state.leases.insert(lease.id, lease);
        self.state.trades.insert(trade.id, trade);
    }
}

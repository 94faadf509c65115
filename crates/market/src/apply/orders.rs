//! Orders and jobs: placed, cancelled, ended.
//!
//! Does not know matching: it only marks books that may match.

use quarry_primitives::{AccountKey, Amount};

use super::{Outcome, Step};
use crate::command::{Capabilities, Requirements};
use crate::life_cycle::{Message, Sender, UnitReason, UnitState};
use crate::money::{LedgerAccount, TransferReason};
use crate::records::{Job, Order, OrderState, OrderTerms, Unit};
use crate::{ArticleId, Event, JobId, NonceInput, OrderId, Rejection, Reply, UnitId, limits};

/// A unit that was looked at and not yet made.
struct Priced {
    quantity: u64,
    hold: Amount,
}

impl Step<'_> {
    #[expect(clippy::too_many_arguments, reason = "the fields of Action::PlaceAsk, one by one")]
    pub(super) fn place_ask(
        &mut self,
        account: AccountKey,
        article: &ArticleId,
        quantity: u64,
        limit_price: Amount,
        slots: u16,
        expires_ms: u64,
        capabilities: Capabilities,
    ) -> Outcome {
        self.check_order(account, article, limit_price, expires_ms)?;
        if quantity == 0 {
            return Err(Rejection::QuantityZero);
        }
        if !(1..=limits::MAX_SLOTS).contains(&slots) {
            return Err(Rejection::SlotsOutOfRange { limit: limits::MAX_SLOTS });
        }
        let worst = self.ask_to_displace(article, limit_price)?;
        if let Some(worst) = worst {
            self.end_order(worst, OrderState::Withdrawn);
        }
        let order = self.add_order(Order {
            id: self.state.next.order,
            account,
            article: article.clone(),
            quantity,
            remaining: quantity,
            limit_price,
            placed_ms: self.state.now_ms,
            expires_ms,
            state: OrderState::Open,
            terms: OrderTerms::Ask { slots, capabilities },
        });
        Ok(Reply::Order { order })
    }

    pub(super) fn submit_job(
        &mut self,
        account: AccountKey,
        article: &ArticleId,
        inputs: &[NonceInput],
        limit_price: Amount,
        expires_ms: u64,
        requirements: Requirements,
    ) -> Outcome {
        self.check_not_frozen(account)?;
        self.check_order(account, article, limit_price, expires_ms)?;
        let priced = self.price_units(inputs, limit_price)?;
        self.check_room(account, priced.len())?;
        let held: Option<Amount> = priced.iter().map(|unit| unit.hold).sum();
        let need = held.ok_or(Rejection::AmountTooLarge)?;
        let have = self.available(account);
        if have < need {
            return Err(Rejection::NotEnoughMoney { have, need });
        }

        let units = u32::try_from(priced.len()).expect("MAX_UNITS_PER_JOB fits 32 bits");
        let (job, order, first_unit) =
            (self.state.next.job, self.state.next.order, self.state.next.unit);
        self.state.next.job = job.next();
        let (available, held) = (LedgerAccount::Available(account), LedgerAccount::Held(account));
        self.post(available, held, need, TransferReason::Hold);
        self.add_job(Job {
            id: job,
            account,
            order,
            first_unit,
            units,
            requirements,
            submitted_ms: self.state.now_ms,
            ended: 0,
            settled: 0,
            unpaid: 0,
            done_ms: None,
        });
        let quantity = priced.iter().map(|unit| unit.quantity).sum();
        self.add_order(Order {
            id: order,
            account,
            article: article.clone(),
            quantity,
            remaining: quantity,
            limit_price,
            placed_ms: self.state.now_ms,
            expires_ms,
            state: OrderState::Open,
            terms: OrderTerms::Buy { job },
        });
        for (input, priced) in inputs.iter().zip(priced) {
            self.add_unit(job, order, input, &priced);
        }
        self.events.push(Event::JobSubmitted { job, account, order, first_unit, units });
        Ok(Reply::Job { job, order, first_unit, units, held: need })
    }

    /// The worst ask, if the book is full and has to give it up for a better one.
    fn ask_to_displace(
        &self,
        article: &ArticleId,
        limit_price: Amount,
    ) -> Result<Option<OrderId>, Rejection> {
        let Some(book) = self.index.books.get(article) else { return Ok(None) };
        if book.asks.len() < limits::MAX_OPEN_ASKS {
            return Ok(None);
        }
        match book.asks.last() {
            Some(&(price, worst)) if limit_price < price => Ok(Some(worst)),
            _ => Err(Rejection::MarketFull),
        }
    }

    /// What every order has to satisfy.
    fn check_order(
        &self,
        account: AccountKey,
        article: &ArticleId,
        limit_price: Amount,
        expires_ms: u64,
    ) -> Result<(), Rejection> {
        let Some(terms) = article.article() else {
            return Err(Rejection::UnknownArticle { article: article.clone() });
        };
        if limit_price == Amount::ZERO {
            return Err(Rejection::PriceZero);
        }
        let now_ms = self.state.now_ms;
        if expires_ms <= now_ms {
            return Err(Rejection::ExpiryPast { expires_ms, now_ms });
        }
        let latest_ms = now_ms + terms.order_ms_max;
        if expires_ms > latest_ms {
            return Err(Rejection::ExpiryTooFar { latest_ms });
        }
        let open = self.index.open_orders_of.get(&account).map_or(0, |orders| orders.len());
        if open >= limits::MAX_OPEN_ORDERS_PER_ACCOUNT {
            let limit = limits::MAX_OPEN_ORDERS_PER_ACCOUNT as u64;
            return Err(Rejection::TooManyOrders { limit });
        }
        Ok(())
    }

    /// Whether an account, and the market, may have so many more units.
    fn check_room(&self, account: AccountKey, units: usize) -> Result<(), Rejection> {
        let jobs = self.index.jobs_of.get(&account).into_iter().flatten();
        let open: u32 = jobs.map(|id| &self.state.jobs[id]).map(|job| job.units - job.ended).sum();
        if open as usize + units > limits::MAX_OPEN_UNITS_PER_ACCOUNT {
            let limit = limits::MAX_OPEN_UNITS_PER_ACCOUNT as u64;
            return Err(Rejection::TooManyOpenUnits { limit });
        }
        if self.index.live_units + units > limits::MAX_OPEN_UNITS {
            return Err(Rejection::MarketFull);
        }
        Ok(())
    }

    /// Quantity and hold of each unit of a job.
    fn price_units(
        &self,
        inputs: &[NonceInput],
        limit_price: Amount,
    ) -> Result<Vec<Priced>, Rejection> {
        if inputs.is_empty() {
            return Err(Rejection::NoUnits);
        }
        if inputs.len() > limits::MAX_UNITS_PER_JOB {
            return Err(Rejection::TooManyUnits { limit: limits::MAX_UNITS_PER_JOB as u64 });
        }
        (0..).zip(inputs).map(|(index, input)| self.price_unit(index, input, limit_price)).collect()
    }

    fn price_unit(
        &self,
        index: u32,
        input: &NonceInput,
        limit_price: Amount,
    ) -> Result<Priced, Rejection> {
        let limit = limits::MAX_TEMPLATE_BYTES;
        if input.template.len() > limit {
            return Err(Rejection::TemplateTooLong { index, limit: limit as u64 });
        }
        if input.to_work().is_err() {
            return Err(Rejection::BadInput { index });
        }
        let quantity = input.quantity();
        let (amount, fee) = self.cost(limit_price, quantity).ok_or(Rejection::AmountTooLarge)?;
        let hold = amount.checked_add(fee).ok_or(Rejection::AmountTooLarge)?;
        Ok(Priced { quantity, hold })
    }

    /// What a quantity costs at a price, and the fee on top of it.
    pub(super) fn cost(&self, price: Amount, quantity: u64) -> Option<(Amount, Amount)> {
        let amount = price.checked_mul(quantity)?;
        let fee = amount.basis_points_up(self.config().fee_basis_points)?;
        Some((amount, fee))
    }

    fn add_order(&mut self, order: Order) -> OrderId {
        let id = order.id;
        self.state.next.order = id.next();
        self.events.push(Event::OrderPlaced {
            order: id,
            account: order.account,
            side: order.side(),
            article: order.article.clone(),
            quantity: order.quantity,
            limit_price: order.limit_price,
        });
        self.dirty.insert(order.article.clone());
        self.index.add_order(&order);
        self.state.orders.insert(id, order);
        id
    }

    fn add_job(&mut self, job: Job) {
        crate::state::put(&mut self.index.jobs_of, job.account, job.id);
        self.state.jobs.insert(job.id, job);
    }

    fn add_unit(&mut self, job: JobId, order: OrderId, input: &NonceInput, priced: &Priced) {
        let id = self.state.next.unit;
        self.state.next.unit = id.next();
        let unit = Unit {
            id,
            job,
            input: input.clone(),
            quantity: priced.quantity,
            state: UnitState::Open,
            held: priced.hold,
            attempts: 0,
            excluded: Default::default(),
            lease: None,
            reason: None,
            settlement: None,
            shown: None,
        };
        self.state.units.insert(id, unit);
        self.index.live_units += 1;
        self.index.open_unit(id, &self.state.orders[&order]);
    }

    pub(super) fn cancel_order(&mut self, account: AccountKey, id: OrderId) -> Outcome {
        let order = self.state.orders.get(&id).ok_or(Rejection::UnknownOrder { order: id })?;
        if order.account != account {
            return Err(Rejection::NotYourOrder { order: id });
        }
        if order.state != OrderState::Open {
            return Err(Rejection::OrderNotOpen { order: id });
        }
        self.end_order(id, OrderState::Cancelled);
        let (units, refunded) =
            self.end_open_units(id, Message::Cancel, &UnitReason::BuyerCancelled);
        Ok(Reply::Cancelled { units, refunded })
    }

    pub(super) fn cancel_job(&mut self, account: AccountKey, id: JobId) -> Outcome {
        let job = self.state.jobs.get(&id).ok_or(Rejection::UnknownJob { job: id })?;
        if job.account != account {
            return Err(Rejection::NotYourJob { job: id });
        }
        if job.done_ms.is_some() {
            return Err(Rejection::JobDone { job: id });
        }
        let order = job.order;
        let live: Vec<UnitId> = job
            .unit_ids()
            .filter(|&unit| self.permit(unit, Message::Cancel, Sender::Buyer).is_ok())
            .collect();
        if self.state.orders[&order].state == OrderState::Open {
            self.end_order(order, OrderState::Cancelled);
        }
        let (units, refunded) = self.end_units(live, Message::Cancel, &UnitReason::BuyerCancelled);
        Ok(Reply::Cancelled { units, refunded })
    }

    /// Takes an open order out of the book. A job's units are the caller's to see to.
    pub(super) fn end_order(&mut self, id: OrderId, state: OrderState) {
        let order = self.state.orders.get_mut(&id).expect("the caller has it from the state");
        assert!(order.state == OrderState::Open, "order {id} ends twice");
        order.state = state;
        self.index.end_order(order);
        self.events.push(match state {
            OrderState::Open | OrderState::Filled => Event::OrderFilled { order: id },
            OrderState::Cancelled => Event::OrderCancelled { order: id },
            OrderState::Expired => Event::OrderExpired { order: id },
            OrderState::Withdrawn => Event::OrderWithdrawn { order: id },
        });
    }

    /// Ends the units of a buy order that have no seller.
    pub(super) fn end_open_units(
        &mut self,
        order: OrderId,
        message: Message,
        reason: &UnitReason,
    ) -> (u32, Amount) {
        let open = self.index.open_units.get(&order);
        let open: Vec<UnitId> = open.into_iter().flatten().copied().collect();
        self.end_units(open, message, reason)
    }

    /// Ends units with a refund; how many, and how much.
    fn end_units(
        &mut self,
        units: Vec<UnitId>,
        message: Message,
        reason: &UnitReason,
    ) -> (u32, Amount) {
        let (mut count, mut refunded) = (0, Amount::ZERO);
        for unit in units {
            let held = self.state.units[&unit].held;
            self.move_unit(unit, message, Some(reason.clone()));
            count += 1;
            // Held together by one account, so the sum fits.
            refunded = refunded.checked_add(held).unwrap_or(Amount::MAX);
        }
        (count, refunded)
    }

    /// A seller that fell silent offers nothing until it comes back.
    pub(super) fn withdraw_asks(&mut self, seller: AccountKey, article: &ArticleId) {
        let open = self.index.open_orders_of.get(&seller);
        let asks: Vec<OrderId> = open
            .into_iter()
            .flatten()
            .copied()
            .filter(|id| {
                let order = &self.state.orders[id];
                matches!(order.terms, OrderTerms::Ask { .. }) && order.article == *article
            })
            .collect();
        for ask in asks {
            self.end_order(ask, OrderState::Withdrawn);
        }
    }

    pub(super) fn order_mut(&mut self, id: OrderId) -> &mut Order {
        self.state.orders.get_mut(&id).expect("references between records hold")
    }
}

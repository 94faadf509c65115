//! The book: who meets whom, at which price, for which fee.

use std::collections::BTreeMap;

use proptest::prelude::*;
use quarry_market::{
    Action, ArticleId, Capabilities, Command, Event, MarketConfig, NONCE_ARTICLE, OrderState,
    Rejection, Reply, Requirements, UnitReason, UnitState, limits,
};
use quarry_primitives::Amount;

use crate::world::{LATER_MS, World, config, easy, genesis, hard, hit, key};

/// The price of the one trade there is.
fn only_price(world: &World) -> Option<u64> {
    let mut prices = world.events.iter().filter_map(|event| match event {
        Event::Trade { price, .. } => Some(price.to_base()),
        _ => None,
    });
    let price = prices.next();
    assert_eq!(prices.next(), None);
    price
}

/// The table of BitWrk's CONCEPTS.md: the price of the earlier bid counts.
#[test]
fn bitwrk_price_table() {
    #[derive(Clone, Copy)]
    enum Bid {
        Buy(u64),
        Sell(u64),
    }
    use Bid::{Buy, Sell};
    for (earlier, later, price) in [
        (Buy(200), Sell(100), Some(200)),
        (Sell(100), Buy(200), Some(100)),
        (Buy(100), Sell(200), None),
        (Sell(200), Buy(100), None),
    ] {
        let mut world = World::new();
        world.fund(0, 10_000);
        for bid in [earlier, later] {
            match bid {
                Buy(price) => drop(world.job(0, vec![easy(1)], price)),
                Sell(price) => drop(world.ask(1, 1, price, 1)),
            }
        }
        assert_eq!(only_price(&world), price);
    }
}

#[test]
fn fee_is_rounded_up_and_paid_on_top() {
    // Price, fee at 3 %.
    for (price, fee) in [(1, 1), (33, 1), (34, 2), (100, 3), (101, 4), (1_000_000, 30_000)] {
        let mut world = World::new();
        world.fund(0, 2_000_000);
        world.job(0, vec![easy(1)], price);
        assert_eq!(world.held(0), price + fee);
        world.ask(1, 1, 1, 1);
        let lease = world.lease(1);
        world.commit(1, lease, hit(&easy(1), 0)).unwrap();
        assert_eq!(world.available(1), price);
        assert_eq!(world.available(0), 2_000_000 - price - fee);
        assert_eq!(world.market.totals().fees, i128::from(fee));
    }
}

/// The hold is for the limit; what the trade does not need comes back when it is settled.
#[test]
fn unused_hold_returns_at_settlement() {
    let (input, nonce) = genesis();
    let mut world = World::new();
    world.fund(0, 100_000);
    world.ask(1, 256, 10, 1);
    world.job(0, vec![input], 100);
    assert_eq!(world.held(0), 25_600 + 768);
    let lease = world.lease(1);
    assert_eq!(world.held(0), 25_600 + 768);
    world.commit(1, lease, nonce).unwrap();
    // 256 x 10, and 3 % of it rounded up.
    assert_eq!((world.available(1), world.held(0)), (2_560, 0));
    assert_eq!(world.available(0), 100_000 - 2_560 - 77);
    assert_eq!(world.market.reserves_owed(), 100_000 - 77);
}

#[test]
fn no_fee_no_transfer() {
    let mut world = World::with(MarketConfig { fee_basis_points: 0, ..config() });
    world.fund(0, 100);
    world.job(0, vec![easy(1)], 100);
    world.ask(1, 1, 100, 1);
    world.commit(1, world.lease(1), hit(&easy(1), 0)).unwrap();
    assert_eq!((world.available(0), world.available(1)), (0, 100));
}

#[test]
fn nobody_trades_with_himself() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let own = world.ask(0, 5, 1, 5);
    world.job(0, vec![easy(1)], 100);
    assert_eq!(only_price(&world), None);
    // The own ask is passed over for a worse one and stays.
    world.ask(1, 1, 50, 1);
    assert_eq!(only_price(&world), Some(100));
    assert_eq!(world.market.order(own).unwrap().remaining, 5);
}

#[test]
fn an_ask_holds_as_many_leases_as_it_has_slots() {
    let mut world = World::new();
    world.fund(0, 10_000);
    world.ask(1, 10, 1, 2);
    world.job(0, (0..4).map(easy).collect(), 10);
    let leases: Vec<_> = world.market.next_lease_for(key(1)).map(|lease| lease.id).collect();
    assert_eq!(leases.len(), 2);
    // Another ask of the same seller counts the same leases.
    world.ask(1, 10, 1, 2);
    assert_eq!(world.market.next_lease_for(key(1)).count(), 2);
    // A slot that gets free is filled at once.
    world.commit(1, leases[0], hit(&easy(0), 0)).unwrap();
    assert_eq!(world.market.next_lease_for(key(1)).count(), 2);
    assert_eq!(world.market.book(&ArticleId::nonce()).bids[0].quantity, 1);
}

#[test]
fn a_unit_is_not_divided() {
    let mut world = World::new();
    world.fund(0, 10_000);
    world.job(0, vec![hard(4)], 10);
    world.ask(1, 3, 1, 9);
    world.ask(2, 3, 1, 9);
    assert_eq!(only_price(&world), None);
    let ask = world.ask(3, 6, 9, 9);
    assert_eq!(only_price(&world), Some(10));
    assert_eq!(world.market.order(ask).unwrap().remaining, 2);
}

#[test]
fn requirements_are_met_or_the_ask_is_passed_over() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let machine = |world: &World, cores, memory_mb| {
        let Action::PlaceAsk { article, quantity, limit_price, slots, expires_ms, .. } =
            world.ask_action(1, 1, 1)
        else {
            unreachable!()
        };
        let capabilities = Capabilities { cores, memory_mb };
        Action::PlaceAsk { article, quantity, limit_price, slots, expires_ms, capabilities }
    };
    let requirements = Requirements { min_cores: 4, min_memory_mb: 1_000 };
    let article = ArticleId::nonce();
    let expires_ms = world.now + LATER_MS;
    let units = vec![easy(1)];
    let limit_price = Amount::of(10);
    let submit = Action::SubmitJob { article, units, limit_price, expires_ms, requirements };
    world.act(0, submit).unwrap();
    for (cores, memory_mb) in [(3, 4_000), (8, 999)] {
        world.act(1, machine(&world, cores, memory_mb)).unwrap();
        assert_eq!(only_price(&world), None);
    }
    world.act(2, machine(&world, 4, 1_000)).unwrap();
    assert_eq!(only_price(&world), Some(10));
}

#[test]
fn the_book_shows_levels_best_first() {
    let mut world = World::new();
    world.fund(0, 100_000);
    let a = world.ask(1, 5, 30, 1);
    let b = world.ask(2, 6, 20, 1);
    let c = world.ask(3, 7, 30, 1);
    world.job(0, vec![easy(1), easy(2)], 10);
    world.job(0, vec![easy(3)], 12);
    let book = world.market.book(&ArticleId::nonce());
    let asks: Vec<_> = book.asks.iter().map(|l| (l.price.to_base(), l.quantity)).collect();
    assert_eq!(asks, [(20, 6), (30, 12)]);
    assert_eq!((&book.asks[0].orders, &book.asks[1].orders), (&vec![b], &vec![a, c]));
    let bids: Vec<_> = book.bids.iter().map(|l| (l.price.to_base(), l.quantity)).collect();
    assert_eq!(bids, [(12, 1), (10, 2)]);
}

#[test]
fn orders_end_by_cancellation_and_time() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let ask = world.ask(1, 5, 30, 1);
    let (job, unit) = world.job(0, vec![easy(1)], 10);
    let buy = world.market.job(job).unwrap().order;
    assert_eq!(
        world.act(0, Action::CancelOrder { order: ask }),
        Err(Rejection::NotYourOrder { order: ask })
    );
    world.act(1, Action::CancelOrder { order: ask }).unwrap();
    assert_eq!(
        world.act(1, Action::CancelOrder { order: ask }),
        Err(Rejection::OrderNotOpen { order: ask })
    );
    world.pass(LATER_MS - 1);
    assert_eq!(world.held(0), 11);
    world.pass(1);
    assert_eq!((world.held(0), world.available(0)), (0, 10_000));
    assert_eq!(world.market.order(buy).unwrap().state, OrderState::Expired);
    let ended = world.market.unit(unit).unwrap();
    assert_eq!((ended.state, &ended.reason), (UnitState::Expired, &Some(UnitReason::OrderOver)));
    assert_eq!(world.market.next_deadline(), None);
}

#[test]
fn wrong_orders_are_refused_with_what_to_do() {
    let mut world = World::new();
    world.fund(0, 1_000);
    let now_ms = world.now;
    let too_far = now_ms + 31 * 24 * 60 * 60 * 1_000;
    let ask = |article: &str, quantity, price, slots, expires_ms| Action::PlaceAsk {
        article: article.parse().unwrap(),
        quantity,
        limit_price: Amount::of(price),
        slots,
        expires_ms,
        capabilities: Capabilities::default(),
    };
    for (action, code) in [
        (ask("other/1", 1, 1, 1, now_ms + 1), "unknown_article"),
        (ask(NONCE_ARTICLE, 0, 1, 1, now_ms + 1), "quantity_zero"),
        (ask(NONCE_ARTICLE, 1, 0, 1, now_ms + 1), "price_zero"),
        (ask(NONCE_ARTICLE, 1, 1, 0, now_ms + 1), "slots_out_of_range"),
        (ask(NONCE_ARTICLE, 1, 1, 1, now_ms), "expiry_past"),
        (ask(NONCE_ARTICLE, 1, 1, 1, too_far), "expiry_too_far"),
        (world.job_action(vec![], 1), "no_units"),
        (world.job_action(vec![easy(1); 257], 1), "too_many_units"),
        (world.job_action(vec![hard(1 << 30)], 100_000_000), "amount_too_large"),
        (world.job_action(vec![easy(1)], 1_000), "not_enough_money"),
    ] {
        assert_eq!(world.act(0, action).unwrap_err().code(), code);
    }
    let mut outside = easy(1);
    outside.field.offset += 1;
    let action = world.job_action(vec![easy(1), outside], 1);
    assert_eq!(world.act(0, action), Err(Rejection::BadInput { index: 1 }));
    let mut long = easy(1);
    long.template.resize(513, 0);
    let action = world.job_action(vec![long], 1);
    assert_eq!(world.act(0, action), Err(Rejection::TemplateTooLong { index: 0, limit: 512 }));
    // 970 and its fee of 30 are exactly what is there.
    assert!(world.act(0, world.job_action(vec![easy(1)], 971)).is_err());
    assert!(world.act(0, world.job_action(vec![easy(1)], 970)).is_ok());
}

#[test]
fn an_account_has_so_many_orders() {
    let mut world = World::new();
    for _ in 0..256 {
        world.ask(1, 1, 1, 1);
    }
    let one_more = world.ask_action(1, 1, 1);
    assert_eq!(world.act(1, one_more.clone()), Err(Rejection::TooManyOrders { limit: 256 }));
    assert!(matches!(world.act(2, one_more), Ok(Reply::Order { .. })));
}

#[test]
fn an_account_has_so_many_units() {
    let mut world = World::new();
    world.fund(0, 100_000);
    for _ in 0..limits::MAX_OPEN_UNITS_PER_ACCOUNT / limits::MAX_UNITS_PER_JOB {
        world.job(0, vec![easy(1); limits::MAX_UNITS_PER_JOB], 1);
    }
    let one_more = world.job_action(vec![easy(1)], 1);
    assert_eq!(
        world.act(0, one_more),
        Err(Rejection::TooManyOpenUnits { limit: limits::MAX_OPEN_UNITS_PER_ACCOUNT as u64 })
    );
}

/// A crowd of dear asks does not keep a cheaper one out.
#[test]
fn a_better_ask_displaces_the_worst_of_a_full_book() {
    let mut world = World::new();
    let mut send = |person, action| {
        // Past the full check of the books after each command, which would take long here.
        let authorization = world.authorize(person);
        let action = match action {
            None => world.ask_action(1, 50, 1),
            Some(action) => action,
        };
        world.market.apply(world.now, &Command::Signed { authorization, action }).reply
    };
    let mut last = None;
    for n in 0..limits::MAX_OPEN_ASKS {
        let person = u8::try_from(10 + n / limits::MAX_OPEN_ORDERS_PER_ACCOUNT).unwrap();
        if n % limits::MAX_OPEN_ORDERS_PER_ACCOUNT == 0 {
            send(person, Some(Action::Register)).unwrap();
        }
        last = Some(send(person, None).unwrap());
    }
    assert_eq!(send(1, None), Err(Rejection::MarketFull));
    let Some(Reply::Order { order: worst }) = last else { panic!("{last:?}") };
    world.ask(1, 1, 49, 1);
    assert_eq!(world.market.order(worst).unwrap().state, OrderState::Withdrawn);
    assert_eq!(world.market.book(&ArticleId::nonce()).asks[0].price, Amount::of(49));
}

/// More pairs than one command looks at: the pass goes on with the next commands, and ends.
#[test]
fn a_long_pass_is_continued() {
    let mut world = World::new();
    world.fund(0, 100_000);
    // 400 asks that are too small for any of 256 units.
    for n in 0..400 {
        world.ask(1 + u8::from(n % 2 == 0), 1, 1, 1);
    }
    let (_, first) = world.job(0, vec![hard(2); 256], 10);
    assert_eq!(world.market.next_deadline(), Some(world.now));
    // A new ask is first offered to where the pass had stopped.
    world.ask(3, 2, 10, 9);
    let unit = world.market.lease(world.lease(3)).unwrap().unit;
    assert_eq!(unit.0, first.0 + limits::MAX_MATCH_SCAN.div_ceil(400) as u64);
    // The pass after it begins at the top.
    world.ask(3, 2, 10, 9);
    let served: Vec<_> = world.market.next_lease_for(key(3)).map(|lease| lease.unit).collect();
    assert_eq!(served, [unit, first]);
    let mut ticks = 0;
    while world.market.next_deadline() == Some(world.now) {
        world.pass(0);
        ticks += 1;
        assert!(ticks < 10, "the pass never ends");
    }
    assert!(ticks > 0);
}

/// Ended jobs are forgotten oldest first, but for those with earnings that were not paid out.
#[test]
fn ended_jobs_are_forgotten() {
    let mut world = World::new();
    world.fund(0, 100_000);
    let (unpaid, unit) = world.job(0, vec![easy(1)], 100);
    world.ask(1, 1, 1, 1);
    world.commit(1, world.lease(1), hit(&easy(1), 0)).unwrap();
    let mut jobs = Vec::new();
    for _ in 0..limits::MAX_FINISHED_JOBS {
        // Past the full check of the books after each command, which would take long here.
        let authorization = world.authorize(0);
        let action = world.job_action(vec![easy(2)], 1);
        let reply = world.market.apply(world.now, &Command::Signed { authorization, action }).reply;
        let Ok(Reply::Job { job, .. }) = reply else { panic!("{reply:?}") };
        let authorization = world.authorize(0);
        let action = Action::CancelJob { job };
        let _ = world.market.apply(world.now, &Command::Signed { authorization, action });
        jobs.push(job);
    }
    world.market.check_books().unwrap();
    assert!(world.market.job(unpaid).is_some() && world.market.unit(unit).is_some());
    assert!(world.market.job(jobs[0]).is_none() && world.market.job(jobs[1]).is_some());
    assert_eq!(world.market.jobs_recent(usize::MAX).count(), limits::MAX_FINISHED_JOBS);
    assert_eq!(world.market.unpaid_units_of(key(1)).count(), 1);
}

/// One order of the naive model.
#[derive(Clone, Debug)]
struct Resting {
    id: u64,
    person: u8,
    price: u64,
    left: u64,
}

/// Price-time priority as one would write it down, for orders of any quantity whose asks have slots
/// enough: every bid's units in turn, the best first, take the best ask that can.
fn naive(orders: &[(bool, u8, u64, u64)]) -> Vec<(u64, u64, u64)> {
    let (mut asks, mut bids): (Vec<Resting>, Vec<Resting>) = Default::default();
    let mut trades = Vec::new();
    for (id, &(sell, person, price, quantity)) in (1..).zip(orders) {
        let order = Resting { id, person, price, left: quantity };
        if sell { &mut asks } else { &mut bids }.push(order);
        bids.sort_by_key(|bid| (std::cmp::Reverse(bid.price), bid.id));
        asks.sort_by_key(|ask| (ask.price, ask.id));
        for bid in &mut bids {
            let able = asks.iter_mut().find(|ask| {
                ask.price <= bid.price && ask.left >= bid.left && ask.person != bid.person
            });
            if let Some(ask) = able {
                ask.left -= bid.left;
                bid.left = 0;
                trades.push((bid.id, ask.id, if ask.id < bid.id { ask.price } else { bid.price }));
            }
        }
        bids.retain(|bid| bid.left > 0);
        asks.retain(|ask| ask.left > 0);
    }
    trades
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// The book against the naive model: same trades, same prices, same order.
    #[test]
    fn priority_is_price_then_time(
        orders in prop::collection::vec((any::<bool>(), 0u8..4, 1u64..8, 0u32..4), 1..60)
    ) {
        let orders: Vec<_> = orders
            .into_iter()
            .map(|(sell, person, price, log)| (sell, person, price, 1u64 << log))
            .collect();
        let mut world = World::new();
        for person in 0..4 {
            world.fund(person, 1_000_000);
        }
        for &(sell, person, price, quantity) in &orders {
            if sell {
                world.ask(person, quantity, price, 1_000);
            } else {
                world.job(person, vec![hard(quantity)], price);
            }
        }
        let trades: BTreeMap<_, _> =
            world.market.trades_recent(1_000).map(|trade| (trade.id, trade)).collect();
        let trades: Vec<_> = trades
            .values()
            .map(|trade| (trade.buy.0, trade.ask.0, trade.price.to_base()))
            .collect();
        prop_assert_eq!(trades, naive(&orders));
    }
}

//! The life of units: honest sellers are paid, others are not, and buyers are made whole.

use quarry_market::life_cycle::{Message, transition};
use quarry_market::{
    Action, Event, Fault, LeaseId, NonceFault, OrderState, Rejection, Reply, TradeOutcome, UnitId,
    UnitReason, UnitState,
};

use crate::world::{LEASE_MS, World, easy, hard, hit, key, miss};

/// A buyer (0) with 10,000, and sellers 1 to 3 with asks of price 50 for a limit of 100.
fn market(units: usize) -> (World, UnitId) {
    let mut world = World::new();
    world.fund(0, 10_000);
    let (_, unit) = world.job(0, (0..units as u64).map(easy).collect(), 100);
    (world, unit)
}

fn state(world: &World, unit: UnitId) -> UnitState {
    world.market.unit(unit).unwrap().state
}

fn path(world: &World, wanted: UnitId) -> Vec<UnitState> {
    world
        .events
        .iter()
        .filter_map(|event| match event {
            Event::UnitState { unit, to, .. } if *unit == wanted => Some(*to),
            _ => None,
        })
        .collect()
}

fn assert_whole(world: &World) {
    assert_eq!((world.available(0), world.held(0)), (10_000, 0));
    for seller in 1..5 {
        assert_eq!(world.available(seller), 0);
    }
    assert_eq!(world.market.totals().fees, 0);
}

#[test]
fn an_honest_seller_is_paid() {
    use UnitState::{Accepted, Committed, Leased, Running, Settled, Verifying};
    let (mut world, unit) = market(1);
    world.ask(1, 1, 50, 1);
    let lease = world.lease(1);
    assert_eq!(state(&world, unit), Leased);
    let beat = Action::Heartbeat { lease, hashes: 5 };
    let reply = world.act(1, beat);
    assert_eq!(reply, Ok(Reply::LeaseExtended { deadline_ms: world.now + LEASE_MS }));
    let reply = world.commit(1, lease, hit(&easy(0), 0));
    assert!(matches!(reply, Ok(Reply::NonceAccepted { paid, .. }) if paid.to_base() == 100));
    assert_eq!(path(&world, unit), [Leased, Running, Committed, Verifying, Accepted, Settled]);
    let settlement = world.market.unit(unit).unwrap().settlement.clone().unwrap();
    assert_eq!((settlement.seller, settlement.nonce), (key(1), hit(&easy(0), 0)));
    assert_eq!(world.market.trades_recent(1).next().unwrap().outcome, TradeOutcome::Settled);
    assert!(world.events.contains(&Event::JobDone {
        job: quarry_market::JobId(1),
        settled: 1,
        units: 1
    }));
    assert_eq!(world.market.unpaid_units_of(key(1)).count(), 1);
}

#[test]
fn any_hit_will_do_and_a_heartbeat_is_not_needed() {
    let (mut world, unit) = market(1);
    world.ask(1, 1, 50, 1);
    world.commit(1, world.lease(1), hit(&easy(0), 5)).unwrap();
    assert_eq!(state(&world, unit), UnitState::Settled);
}

#[test]
fn a_wrong_nonce_is_never_paid() {
    use UnitState::{Committed, Leased, Open, Rejected, Verifying};
    let (mut world, unit) = market(1);
    world.ask(1, 5, 50, 1);
    let lease = world.lease(1);
    let reply = world.commit(1, lease, miss(&easy(0)));
    assert_eq!(reply, Ok(Reply::NonceRejected { unit, fault: NonceFault::AboveTarget }));
    assert_eq!(path(&world, unit), [Leased, Committed, Verifying, Rejected, Open]);
    assert!(world.events.contains(&Event::FaultReport {
        seller: key(1),
        unit,
        lease,
        fault: Fault::WrongNonce
    }));
    // Not this seller again, but another one.
    world.ask(1, 5, 1, 5);
    assert_eq!(state(&world, unit), Open);
    world.ask(2, 1, 50, 1);
    world.commit(2, world.lease(2), hit(&easy(0), 0)).unwrap();
    assert_eq!((world.available(1), world.available(2)), (0, 100));
}

#[test]
fn a_nonce_outside_the_field_is_wrong_even_if_its_low_bits_are_right() {
    let (mut world, unit) = market(1);
    world.ask(1, 1, 50, 1);
    let nonce = hit(&easy(0), 0) | 1 << 32;
    let reply = world.commit(1, world.lease(1), nonce);
    assert_eq!(reply, Ok(Reply::NonceRejected { unit, fault: NonceFault::OutOfSpace }));
}

#[test]
fn the_nonce_of_another_unit_is_wrong() {
    let (mut world, first) = market(2);
    world.ask(1, 1, 50, 1);
    world.ask(2, 1, 50, 1);
    // A hit of the second unit that is none of the first.
    let work = easy(0).to_work().unwrap();
    let nonce = (0..).map(|n| hit(&easy(1), n)).find(|&nonce| !work.check(nonce)).unwrap();
    let reply = world.commit(1, world.lease(1), nonce);
    assert!(matches!(reply, Ok(Reply::NonceRejected { unit, .. }) if unit == first));
    assert_eq!(world.available(1), 0);
}

#[test]
fn enough_liars_end_the_unit_and_the_buyer_is_made_whole() {
    let (mut world, unit) = market(1);
    for seller in 1..4 {
        world.ask(seller, 1, 50, 1);
        world.commit(seller, world.lease(seller), miss(&easy(0))).unwrap();
    }
    let ended = world.market.unit(unit).unwrap();
    assert_eq!(
        (ended.state, &ended.reason),
        (UnitState::Expired, &Some(UnitReason::TooManyAttempts))
    );
    assert_whole(&world);
}

#[test]
fn silence_loses_the_lease_and_the_asks() {
    let (mut world, unit) = market(1);
    let ask = world.ask(1, 5, 50, 1);
    let spare = world.ask(1, 5, 60, 1);
    let lease = world.lease(1);
    world.pass(LEASE_MS - 1);
    assert_eq!(state(&world, unit), UnitState::Leased);
    world.pass(1);
    assert_eq!(state(&world, unit), UnitState::Open);
    for order in [ask, spare] {
        assert_eq!(world.market.order(order).unwrap().state, OrderState::Withdrawn);
    }
    // A right nonce comes too late.
    let nonce = hit(&easy(0), 0);
    assert_eq!(world.commit(1, lease, nonce), Err(Rejection::StaleLease { lease }));
    // Silence is no lie: the seller may come back, twice more.
    for _ in 0..2 {
        world.ask(1, 1, 50, 1);
        let lease = world.lease(1);
        world.act(1, Action::Heartbeat { lease, hashes: 1 }).unwrap();
        world.pass(LEASE_MS);
    }
    assert_eq!(state(&world, unit), UnitState::Expired);
    assert_whole(&world);
}

/// No tick is needed: the time of the late command itself ends the lease.
#[test]
fn a_late_commit_is_late_without_a_tick() {
    let (mut world, _) = market(1);
    world.ask(1, 1, 50, 1);
    let lease = world.lease(1);
    world.now += LEASE_MS;
    let nonce = hit(&easy(0), 0);
    assert_eq!(world.commit(1, lease, nonce), Err(Rejection::StaleLease { lease }));
}

#[test]
fn heartbeats_extend_the_lease() {
    let (mut world, unit) = market(1);
    world.ask(1, 1, 50, 1);
    let lease = world.lease(1);
    for hashes in 0..10 {
        world.pass(LEASE_MS - 1);
        world.act(1, Action::Heartbeat { lease, hashes }).unwrap();
    }
    assert_eq!(state(&world, unit), UnitState::Running);
    assert_eq!(world.market.lease(lease).unwrap().hashes, 9);
    assert_eq!(world.market.next_deadline(), Some(world.now + LEASE_MS));
}

#[test]
fn a_searched_space_releases_the_hold() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let (_, unit) = world.job(0, vec![hard(2)], 100);
    world.ask(1, 2, 50, 1);
    world.act(1, Action::ReportExhausted { lease: world.lease(1) }).unwrap();
    let ended = world.market.unit(unit).unwrap();
    assert_eq!(ended.state, UnitState::Exhausted);
    let said = ended.reason.as_ref().unwrap().to_string();
    assert_eq!(said, "the whole space was searched and holds no hit; nothing was paid");
    assert_whole(&world);
}

#[test]
fn a_refused_unit_goes_to_another_seller() {
    use UnitState::{Leased, Open, Refused};
    let (mut world, unit) = market(1);
    let ask = world.ask(1, 5, 50, 1);
    let refuse = |lease, reason: &str| Action::RefuseUnit { lease, reason: reason.to_owned() };
    let lease = world.lease(1);
    let long = "x".repeat(257);
    assert_eq!(world.act(1, refuse(lease, &long)), Err(Rejection::ReasonTooLong { limit: 256 }));
    world.act(1, refuse(lease, "too hot")).unwrap();
    assert_eq!(path(&world, unit), [Leased, Refused, Open]);
    // It is no attempt, and the seller's ask stays for other units.
    assert_eq!(world.market.unit(unit).unwrap().attempts, 0);
    assert_eq!(world.market.order(ask).unwrap().state, OrderState::Open);
    world.ask(2, 1, 100, 1);
    assert_eq!(world.market.lease(world.lease(2)).unwrap().unit, unit);
}

#[test]
fn a_buyer_may_cancel_at_any_time_for_a_full_refund() {
    let (mut world, unit) = market(3);
    world.ask(1, 1, 50, 1);
    world.ask(2, 1, 50, 1);
    let (leased, running) = (world.lease(1), world.lease(2));
    world.act(2, Action::Heartbeat { lease: running, hashes: 1 }).unwrap();
    let job = world.market.unit(unit).unwrap().job;
    assert_eq!(world.act(1, Action::CancelJob { job }), Err(Rejection::NotYourJob { job }));
    let reply = world.act(0, Action::CancelJob { job });
    assert!(
        matches!(reply, Ok(Reply::Cancelled { units: 3, refunded }) if refunded.to_base() == 309)
    );
    for lease in [leased, running] {
        let reply = world.act(2, Action::Heartbeat { lease, hashes: 2 });
        assert_eq!(reply, Err(Rejection::StaleLease { lease }));
    }
    assert_eq!(world.act(0, Action::CancelJob { job }), Err(Rejection::JobDone { job }));
    assert_whole(&world);
}

#[test]
fn cancelling_the_order_lets_running_units_go_on_but_not_come_back() {
    let (mut world, unit) = market(3);
    world.ask(1, 1, 50, 1);
    world.ask(2, 1, 50, 1);
    let order = world.market.job(world.market.unit(unit).unwrap().job).unwrap().order;
    let reply = world.act(0, Action::CancelOrder { order });
    assert!(matches!(reply, Ok(Reply::Cancelled { units: 1, .. })));
    world.commit(1, world.lease(1), hit(&easy(0), 0)).unwrap();
    world.commit(2, world.lease(2), miss(&easy(1))).unwrap();
    assert_eq!(state(&world, unit), UnitState::Settled);
    assert_eq!(state(&world, UnitId(unit.0 + 1)), UnitState::Expired);
    assert_eq!(world.available(0), 10_000 - 103);
}

#[test]
fn a_running_unit_outlives_its_order() {
    let (mut world, unit) = market(1);
    world.ask(1, 1, 50, 1);
    let lease = world.lease(1);
    let deadline = world.now + crate::world::LATER_MS;
    while world.now < deadline {
        world.pass(10_000);
        world.act(1, Action::Heartbeat { lease, hashes: 0 }).unwrap();
    }
    world.commit(1, lease, hit(&easy(0), 0)).unwrap();
    assert_eq!(state(&world, unit), UnitState::Settled);
}

#[test]
fn foreign_and_unknown_leases_change_nothing() {
    let (mut world, _) = market(1);
    world.ask(1, 1, 50, 1);
    let lease = world.lease(1);
    let unknown = LeaseId(77);
    let before = world.market.clone();
    for (lease, rejection) in [
        (lease, Rejection::NotYourLease { lease }),
        (unknown, Rejection::UnknownLease { lease: unknown }),
        (LeaseId(0), Rejection::UnknownLease { lease: LeaseId(0) }),
    ] {
        for action in [
            Action::Heartbeat { lease, hashes: 1 },
            Action::CommitNonce { lease, nonce: hit(&easy(0), 0) },
            Action::ReportExhausted { lease },
            Action::RefuseUnit { lease, reason: String::new() },
        ] {
            assert_eq!(world.act(2, action), Err(rejection.clone()));
        }
    }
    assert_eq!(before.unit(UnitId(1)), world.market.unit(UnitId(1)));
    assert_eq!(before.lease(lease), world.market.lease(lease));
    assert_eq!(before.totals(), world.market.totals());
}

/// A unit in a state, and the lease that its seller (1) has or had.
fn unit_in(state_wanted: UnitState) -> (World, UnitId, LeaseId) {
    let (mut world, unit) = market(1);
    let ask = world.ask(1, 1, 50, 1);
    let lease = world.lease(1);
    let job = world.market.unit(unit).unwrap().job;
    match state_wanted {
        UnitState::Leased => {}
        UnitState::Open => drop(world.pass(LEASE_MS)),
        UnitState::Running => drop(world.act(1, Action::Heartbeat { lease, hashes: 1 })),
        UnitState::Settled => drop(world.commit(1, lease, hit(&easy(0), 0))),
        UnitState::Cancelled => drop(world.act(0, Action::CancelJob { job })),
        UnitState::Exhausted => drop(world.act(1, Action::ReportExhausted { lease })),
        UnitState::Expired => {
            world.pass(LEASE_MS);
            world.pass(crate::world::LATER_MS);
        }
        other => panic!("no unit stays {other}"),
    }
    assert!(world.market.order(ask).is_some());
    assert_eq!(state(&world, unit), state_wanted);
    (world, unit, lease)
}

/// What a caller may say in which state is what the table says, and nothing else.
#[test]
fn callers_meet_the_table() {
    let mut pairs = 0;
    for &from in UnitState::ALL {
        if from.is_passing() || from == UnitState::Disputed {
            continue;
        }
        for message in [
            Message::Heartbeat,
            Message::Commit,
            Message::Exhaust,
            Message::Refuse,
            Message::Cancel,
        ] {
            let (mut world, unit, lease) = unit_in(from);
            let job = world.market.unit(unit).unwrap().job;
            let (person, action) = match message {
                Message::Heartbeat => (1, Action::Heartbeat { lease, hashes: 2 }),
                Message::Commit => (1, Action::CommitNonce { lease, nonce: hit(&easy(0), 0) }),
                Message::Exhaust => (1, Action::ReportExhausted { lease }),
                Message::Refuse => (1, Action::RefuseUnit { lease, reason: "no".to_owned() }),
                _ => (0, Action::CancelJob { job }),
            };
            let reply = world.act(person, action);
            let row = transition(from, message);
            assert_eq!(reply.is_ok(), row.is_some(), "{from} {message}: {reply:?}");
            if row.is_none() {
                assert_eq!(state(&world, unit), from);
            }
            pairs += 1;
        }
    }
    assert_eq!(pairs, 7 * 5);
}

/// The words of the table that a caller may meet are fit for people.
#[test]
fn wrong_state_reads_well() {
    let rejection = Rejection::WrongState {
        unit: UnitId(3),
        state: UnitState::Settled,
        message: Message::Refuse,
    };
    assert_eq!(rejection.to_string(), "unit 3 is settled and takes no refusal");
}

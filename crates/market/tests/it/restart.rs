//! An outage of the server is nobody's fault.

use quarry_market::{Command, UnitState};

use crate::world::{LATER_MS, LEASE_MS, World, easy, hit};

#[test]
fn leases_and_orders_survive_an_outage() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let (job, unit) = world.job(0, vec![easy(1), easy(2)], 100);
    world.ask(1, 1, 1, 1);
    let lease = world.lease(1);
    world.now += 2 * LATER_MS;
    let _ = world.command(Command::Restarted);
    assert_eq!(world.market.unit(unit).unwrap().state, UnitState::Leased);
    assert_eq!(world.market.next_deadline(), Some(world.now + LEASE_MS));
    world.pass(LEASE_MS - 1);
    world.commit(1, lease, hit(&easy(1), 0)).unwrap();
    assert_eq!(world.market.unit(unit).unwrap().state, UnitState::Settled);
    // The order's time had passed during the outage: it has the same grace, and no more.
    assert!(world.market.job(job).unwrap().done_ms.is_none());
    world.pass(1);
    assert!(world.market.job(job).unwrap().done_ms.is_some());
}

#[test]
fn a_restart_shortens_nothing() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let (job, _) = world.job(0, vec![easy(1)], 100);
    let order = world.market.job(job).unwrap().order;
    let before = world.market.order(order).unwrap().expires_ms;
    let _ = world.command(Command::Restarted);
    assert_eq!(world.market.order(order).unwrap().expires_ms, before);
}

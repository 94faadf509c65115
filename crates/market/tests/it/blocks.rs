//! Deposits, and what happens when the chain takes them back.

use quarry_market::{
    Command, Deposit, Event, Rejection, Reply, UnitReason, UnitState, WithdrawalStage,
};
use quarry_primitives::Amount;

use crate::world::{World, coin, easy, hash, hit, key, txid};

#[test]
fn the_cursor_moves_by_one_block() {
    let mut world = World::new();
    let block = |height, n, parent| Command::BlockScanned {
        height,
        hash: hash(n),
        parent: hash(parent),
        deposits: vec![],
        confirmed: vec![],
    };
    let mut send = |command| world.command(command).reply;
    assert_eq!(send(block(100, 1, 0)), Ok(Reply::Done));
    assert_eq!(send(block(100, 1, 0)), Err(Rejection::WrongHeight { expected: 101, got: 100 }));
    assert_eq!(
        send(block(101, 2, 0)),
        Err(Rejection::WrongParent { expected: hash(1), got: hash(0) })
    );
    assert_eq!(send(block(101, 2, 1)), Ok(Reply::Done));
    let unscan = |height, n| Command::BlockUnscanned { height, hash: hash(n) };
    assert_eq!(send(unscan(100, 1)), Err(Rejection::NotTheTip { hash: hash(1) }));
    assert_eq!(send(unscan(101, 2)), Ok(Reply::Done));
    assert_eq!(send(block(101, 3, 1)), Ok(Reply::Done));
    assert_eq!(send(unscan(101, 3)), Ok(Reply::Done));
    assert_eq!(send(unscan(100, 1)), Ok(Reply::Done));
    assert_eq!(send(block(7, 9, 8)), Ok(Reply::Done));
    assert_eq!(world.market.scan_cursor(), Some((7, hash(9))));
}

#[test]
fn a_block_is_booked_whole_or_not_at_all() {
    let mut world = World::new();
    let good = world.deposit(0, 500);
    let unknown = Deposit { deposit_index: 99, outpoint: coin(1), amount: Amount::of(1) };
    let twice = good.clone();
    let all = Deposit { amount: Amount::MAX, outpoint: coin(2), deposit_index: 0 };
    for (bad, code) in
        [(unknown, "unknown_deposit_index"), (twice, "duplicate_deposit"), (all, "too_much_money")]
    {
        let reply = world.block(vec![good.clone(), bad], vec![]);
        assert_eq!(reply.unwrap_err().code(), code);
        assert_eq!((world.available(0), world.market.scan_cursor()), (0, None));
    }
    world.block(vec![good.clone()], vec![]).unwrap();
    assert_eq!(world.available(0), 500);
    // In a later block it is still the same output.
    assert_eq!(world.block(vec![good], vec![]).unwrap_err().code(), "duplicate_deposit");
}

#[test]
fn an_unspent_deposit_goes_as_it_came() {
    let mut world = World::new();
    let deposit = world.deposit(0, 500);
    world.block(vec![deposit.clone()], vec![]).unwrap();
    world.unscan().unwrap();
    assert_eq!((world.available(0), world.market.totals().coins), (0, 0));
    assert!(!world.market.account(key(0)).unwrap().frozen);
    world.block(vec![deposit], vec![]).unwrap();
    assert_eq!(world.available(0), 500);
}

#[test]
fn a_spent_deposit_freezes_the_account_until_it_is_paid_back() {
    let mut world = World::new();
    world.fund(4, 5_000);
    let deposit = world.deposit(0, 1_000);
    world.block(vec![deposit.clone()], vec![]).unwrap();
    world.job(0, vec![easy(1)], 400);
    world.ask(1, 1, 400, 1);
    world.commit(1, world.lease(1), hit(&easy(1), 0)).unwrap();
    assert_eq!((world.available(0), world.available(1)), (588, 400));

    world.unscan().unwrap();
    let view = world.market.account(key(0)).unwrap();
    assert_eq!((view.available.to_base(), view.debt.to_base(), view.frozen), (0, 412, true));
    assert!(world.events.iter().any(|event| matches!(
        event,
        Event::DepositReverted { shortfall, .. } if shortfall.to_base() == 412
    )));
    let totals = world.market.totals();
    assert_eq!((totals.loss, totals.coins), (412, 5_000));
    // The seller did honest work and keeps its money; the exchange owes more than it has.
    assert_eq!(world.available(1), 400);
    assert_eq!(world.market.reserves_owed(), 5_400);

    let frozen = Rejection::AccountFrozen { debt: Amount::of(412) };
    assert_eq!(world.act(0, world.job_action(vec![easy(2)], 1)), Err(frozen.clone()));
    let withdraw = quarry_market::Action::Withdraw {
        amount: Amount::of(1_000),
        script: crate::world::script(),
        unit: None,
    };
    assert_eq!(world.act(0, withdraw), Err(frozen));

    // What it earns goes to the debt; it may sell.
    world.job(4, vec![easy(3)], 100);
    world.ask(0, 1, 100, 1);
    world.commit(0, world.lease(0), hit(&easy(3), 0)).unwrap();
    let view = world.market.account(key(0)).unwrap();
    assert_eq!((view.available.to_base(), view.debt.to_base()), (0, 312));

    // The same transaction in another block makes all good.
    world.block(vec![deposit], vec![]).unwrap();
    let view = world.market.account(key(0)).unwrap();
    assert_eq!((view.available.to_base(), view.frozen), (688, false));
    assert_eq!(world.market.totals().loss, 0);
    assert!(world.events.contains(&Event::AccountUnfrozen { account: key(0) }));
}

#[test]
fn reserved_money_is_freed_before_a_loss_is_borne() {
    let mut world = World::new();
    world.fund(0, 10_000);
    world.ask(1, 1, 1, 1);
    // One unit gets a seller, one does not; the rest is being withdrawn.
    let (_, unit) = world.job(0, vec![easy(1), easy(2)], 1_000);
    let (early, late) = (world.withdraw(0, 5_000), world.withdraw(0, 2_000));
    world.sign(early, 1, 100).unwrap();
    assert_eq!((world.available(0), world.held(0)), (940, 2_001 + 30 + 29));

    world.unscan().unwrap();
    let open = world.market.unit(quarry_market::UnitId(unit.0 + 1)).unwrap();
    assert_eq!((open.state, &open.reason), (UnitState::Cancelled, &Some(UnitReason::BuyerFrozen)));
    assert_eq!(world.market.withdrawal(late).unwrap().stage, WithdrawalStage::Refused);
    assert_eq!(world.market.withdrawal(early).unwrap().stage, WithdrawalStage::Signed);
    // The leased unit (1,030) and the signed withdrawal (5,000) are promises.
    assert_eq!(world.market.totals().loss, 6_030);
    assert_eq!(world.held(0), 1_030);

    // A unit that comes back is not offered again for a frozen buyer, and pays off debt.
    world.pass(crate::world::LEASE_MS);
    assert_eq!(world.market.unit(unit).unwrap().state, UnitState::Cancelled);
    assert_eq!(world.market.totals().loss, 5_000);
}

#[test]
fn a_confirmed_withdrawal_is_on_its_way_again() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let id = world.withdraw(0, 4_000);
    world.sign(id, 1, 100).unwrap();
    let _ = world.command(Command::WithdrawalBroadcast { id });
    world.block(vec![], vec![txid(9), txid(1), txid(1)]).unwrap();
    let stage = |world: &World| world.market.withdrawal(id).unwrap().stage;
    assert_eq!((stage(&world), world.market.totals().coins), (WithdrawalStage::Confirmed, 6_000));
    world.unscan().unwrap();
    assert_eq!((stage(&world), world.market.totals().coins), (WithdrawalStage::Broadcast, 10_000));
    assert_eq!(world.market.account(key(0)).unwrap().withdrawing, Amount::of(4_000));
    world.block(vec![], vec![txid(1)]).unwrap();
    assert_eq!(world.market.withdrawal(id).unwrap().confirmed_height, Some(2));
}

/// The same coins, in and out and in again, and then none of it has happened.
#[test]
fn a_debt_may_exceed_all_the_money() {
    let mut world = World::new();
    for n in 1..=2 {
        world.fund(0, quarry_primitives::MAX_MONEY);
        let id = world.withdraw(0, quarry_primitives::MAX_MONEY);
        world.sign(id, n, 100).unwrap();
        world.block(vec![], vec![txid(n)]).unwrap();
    }
    for _ in 0..4 {
        world.unscan().unwrap();
    }
    let all = i128::from(quarry_primitives::MAX_MONEY);
    assert_eq!((world.market.totals().loss, world.market.totals().withdrawing), (2 * all, 2 * all));
    let view = world.market.account(key(0)).unwrap();
    assert_eq!((view.debt, view.withdrawing), (Amount::MAX, Amount::MAX));
}

#[test]
fn a_reorganisation_below_the_kept_blocks_is_refused() {
    let mut world = World::new();
    world.fund(0, 500);
    for _ in 0..quarry_market::limits::MAX_SCANNED_BLOCKS {
        world.block(vec![], vec![]).unwrap();
    }
    for _ in 0..quarry_market::limits::MAX_SCANNED_BLOCKS {
        world.unscan().unwrap();
    }
    assert_eq!(world.unscan(), Err(Rejection::ReorganisationTooDeep));
    assert_eq!(world.available(0), 500);
}

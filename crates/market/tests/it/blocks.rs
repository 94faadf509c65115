//! Deposits, and what happens when the chain takes them back.

use quarry_market::{
    ChangeCoin, CoinPath, Command, Deposit, Event, MarketConfig, OwnCoin, Rejection, Reply,
    UnitReason, UnitState, WithdrawalStage, limits,
};
use quarry_primitives::{Amount, OutPoint};

use crate::world::{MIN_DEPOSIT, World, coin, easy, hash, hit, key, txid};

#[test]
fn the_cursor_moves_by_one_block() {
    let mut world = World::new();
    let block = |height, n, parent| Command::BlockScanned {
        height,
        hash: hash(n),
        parent: hash(parent),
        deposits: vec![],
        change: vec![],
        spent: vec![],
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

/// The exchange's coins, as a reader sees them.
fn coins(world: &World) -> Vec<(OutPoint, OwnCoin)> {
    world.market.coins().map(|(outpoint, coin)| (outpoint, *coin)).collect()
}

#[test]
fn own_coins_follow_the_blocks_both_ways() {
    let mut world = World::new();
    let (first, second) = (world.deposit(0, 5_000), world.deposit(1, 300));
    let (kept, passing) = (world.change(0, 40), world.change(7, 900));
    let of = |amount, path, height| OwnCoin { amount: Amount::of(amount), path, height };
    let empty = coins(&world);

    world.block(vec![first.clone()], vec![]).unwrap();
    let one = coins(&world);
    assert_eq!(one, [(first.outpoint, of(5_000, CoinPath::Deposit(0), 1))]);

    // A payout of the first coin, whose change is paid on in the same block; and a new deposit.
    let spent = vec![first.outpoint, passing.outpoint];
    let change = vec![passing.clone(), kept.clone()];
    world.block_with(vec![second.clone()], change, spent, vec![]).unwrap();
    let two = coins(&world);
    let deposited = of(300, CoinPath::Deposit(1), 2);
    let mut expected =
        [(second.outpoint, deposited), (kept.outpoint, of(40, CoinPath::Change(0), 2))];
    expected.sort_by_key(|(outpoint, _)| *outpoint);
    assert_eq!((two.as_slice(), world.market.coins_total()), (expected.as_slice(), 340));
    assert_eq!(world.market.coin(&second.outpoint), Some(&deposited));
    assert_eq!(world.market.coin(&passing.outpoint), None);

    world.block_with(vec![], vec![], vec![second.outpoint, kept.outpoint], vec![]).unwrap();
    assert_eq!((coins(&world), world.market.coins_total()), (empty.clone(), 0));

    for expected in [two, one, empty] {
        world.unscan().unwrap();
        assert_eq!(coins(&world), expected);
    }
    assert_eq!(world.market.coins_total(), 0);
    // What was undone may come again.
    world.block_with(vec![first], vec![passing], vec![], vec![]).unwrap();
    assert_eq!(world.market.coins_total(), 5_900);
}

#[test]
fn impossible_coins_are_refused_whole() {
    let mut world = World::new();
    let (old, gone) = (world.deposit(0, 5_000), world.change(0, 600));
    world.block_with(vec![old.clone()], vec![gone.clone()], vec![], vec![]).unwrap();
    world.block_with(vec![], vec![], vec![gone.outpoint], vec![]).unwrap();
    let (new, change) = (world.deposit(1, 700), world.change(1, 800));
    let at = |outpoint| ChangeCoin { outpoint, ..change.clone() };
    let rich = ChangeCoin { amount: Amount::MAX, ..change.clone() };
    let small = Deposit { amount: Amount::of(MIN_DEPOSIT - 1), ..new };
    let before = world.market.clone();
    for (deposits, change, spent, code) in [
        (vec![], vec![change.clone(), change.clone()], vec![], "duplicate_deposit"),
        (vec![new.clone()], vec![at(new.outpoint)], vec![], "duplicate_deposit"),
        (vec![], vec![at(old.outpoint)], vec![], "duplicate_deposit"),
        (vec![], vec![at(gone.outpoint)], vec![], "duplicate_deposit"),
        (vec![], vec![rich], vec![], "too_much_money"),
        (vec![small], vec![], vec![], "deposit_too_small"),
        (vec![], vec![], vec![coin(1)], "unknown_coin"),
        (vec![], vec![], vec![gone.outpoint], "unknown_coin"),
        (vec![], vec![], vec![old.outpoint, old.outpoint], "spent_twice"),
        (vec![], vec![change.clone()], vec![change.outpoint, change.outpoint], "spent_twice"),
    ] {
        let deposits = [vec![new.clone()], deposits].concat();
        let deposits = if code == "duplicate_deposit" { deposits[1..].to_vec() } else { deposits };
        assert_eq!(world.block_with(deposits, change, spent, vec![]).unwrap_err().code(), code);
        assert_eq!(world.market, before);
    }
    let many = vec![coin(1); limits::MAX_SPENT_PER_BLOCK + 1];
    assert_eq!(world.block_with(vec![], vec![], many, vec![]), Err(Rejection::TooManySpends));
    let many = vec![change.clone(); limits::MAX_DEPOSITS_PER_BLOCK];
    let reply = world.block_with(vec![new.clone()], many, vec![], vec![]);
    assert_eq!((reply, world.market == before), (Err(Rejection::TooManyDeposits), true));
    world.block_with(vec![new], vec![change], vec![old.outpoint], vec![]).unwrap();
}

#[test]
fn the_least_deposit_is_a_term() {
    let mut world = World::new();
    let least = world.deposit(0, MIN_DEPOSIT);
    world.block(vec![least], vec![]).unwrap();
    assert_eq!(world.available(0), MIN_DEPOSIT);
    let terms = |amount| MarketConfig { min_deposit: amount, ..crate::world::config() };
    assert_eq!(terms(limits::MAX_MIN_DEPOSIT).check(), Ok(()));
    assert_eq!(
        terms(Amount::of(limits::MAX_MIN_DEPOSIT.to_base() + 1)).check(),
        Err(Rejection::BadConfig { term: "min_deposit".to_owned() })
    );
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
        let deposit = world.deposit(0, quarry_primitives::MAX_MONEY);
        let spent = vec![deposit.outpoint];
        world.block(vec![deposit], vec![]).unwrap();
        let id = world.withdraw(0, quarry_primitives::MAX_MONEY);
        world.sign(id, n, 100).unwrap();
        world.block_with(vec![], vec![], spent, vec![txid(n)]).unwrap();
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
    let deposit = world.deposit(0, 500);
    let outpoint = deposit.outpoint;
    world.block(vec![deposit], vec![]).unwrap();
    for _ in 1..limits::MAX_SCANNED_BLOCKS {
        world.block(vec![], vec![]).unwrap();
    }
    // The block that made the coin is forgotten with this one; the coin is not.
    world.block_with(vec![], vec![], vec![outpoint], vec![]).unwrap();
    assert_eq!(world.market.coins_total(), 0);
    for _ in 0..limits::MAX_SCANNED_BLOCKS {
        world.unscan().unwrap();
    }
    assert_eq!(world.unscan(), Err(Rejection::ReorganisationTooDeep));
    assert_eq!((world.market.coins_total(), world.market.coins().count()), (500, 1));
    assert_eq!(world.available(0), 500);
}

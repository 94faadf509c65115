//! Random histories: whatever comes, the books balance, nobody is paid for nothing, and the log
//! says it all.

use std::collections::{BTreeMap, BTreeSet};

use quarry_market::{
    Action, Applied, ChangeCoin, CoinPath, Command, Deposit, Event, JobId, LeaseId, LedgerAccount,
    Market, OrderId, OwnCoin, Side, TransferReason, UnitId, UnitState, WithdrawalId,
    WithdrawalStage, codec,
};
use quarry_primitives::{Amount, OutPoint};

use crate::world::{
    MIN_DEPOSIT, World, coin, easy, genesis, hard, hash, hit, key, miss, script, txid,
};

/// SplitMix64: a seed is a history.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn person(&mut self) -> u8 {
        u8::try_from(self.below(6)).unwrap()
    }
}

/// What has to be true of a history, kept apart from the rules.
#[derive(Default)]
struct Oracle {
    ended: BTreeMap<UnitId, UnitState>,
    // The blocks that are scanned and not taken back, as the server reported them.
    chain: Vec<Command>,
}

impl Oracle {
    fn watch(&mut self, before: &Market, after: &Market, command: &Command, applied: &Applied) {
        self.watch_coins(after, command, applied);
        let mut paid = 0;
        for event in &applied.events {
            match event {
                Event::UnitState { unit, from, to, .. } => {
                    assert!(!from.is_final(), "unit {unit} leaves its end");
                    if to.is_final() {
                        assert_eq!(self.ended.insert(*unit, *to), None, "unit {unit} ends twice");
                    }
                    if *to == UnitState::Settled {
                        paid += 1;
                        assert_hit(before, command, *unit);
                    }
                }
                Event::Transfer(transfer) if transfer.reason == TransferReason::Payment => {
                    paid -= 1;
                    assert!(matches!(transfer.from, LedgerAccount::Held(_)));
                }
                _ => {}
            }
        }
        assert_eq!(paid, 0, "one payment for each settled unit");
    }

    fn watch_coins(&mut self, after: &Market, command: &Command, applied: &Applied) {
        match command {
            Command::BlockScanned { .. } if applied.reply.is_ok() => {
                self.chain.push(command.clone());
            }
            Command::BlockUnscanned { .. } if applied.reply.is_ok() => {
                self.chain.pop().expect("a block to take back");
            }
            _ => {}
        }
        let coins = coins_of(&self.chain);
        let total: u64 = coins.values().map(|coin| coin.amount.to_base()).sum();
        assert_eq!(after.coins_total(), i128::from(total));
        assert!(after.coins().eq(coins.iter().map(|(outpoint, coin)| (*outpoint, coin))));
    }
}

/// The exchange's coins as the blocks say, counted from the first one.
fn coins_of(chain: &[Command]) -> BTreeMap<OutPoint, OwnCoin> {
    let mut coins = BTreeMap::new();
    for block in chain {
        let Command::BlockScanned { height, deposits, change, spent, .. } = block else {
            unreachable!("only blocks are kept");
        };
        let height = *height;
        for Deposit { outpoint, deposit_index, amount } in deposits {
            let (amount, path) = (*amount, CoinPath::Deposit(*deposit_index));
            coins.insert(*outpoint, OwnCoin { amount, path, height });
        }
        for ChangeCoin { outpoint, change_index, amount } in change {
            let (amount, path) = (*amount, CoinPath::Change(*change_index));
            coins.insert(*outpoint, OwnCoin { amount, path, height });
        }
        coins.retain(|outpoint, _| !spent.contains(outpoint));
    }
    coins
}

/// Who is paid has just shown a nonce that meets the target, by the library that defines it.
fn assert_hit(before: &Market, command: &Command, unit: UnitId) {
    let Command::Signed { authorization, action: Action::CommitNonce { lease, nonce } } = command
    else {
        panic!("paid by {command:?}");
    };
    let lease = before.lease(*lease).unwrap();
    assert_eq!((lease.unit, lease.seller), (unit, authorization.account));
    assert!(before.unit(unit).unwrap().input.to_work().unwrap().check(*nonce));
}

/// A random command, mostly sensible.
fn command(dice: &mut Dice, world: &mut World) -> Command {
    match dice.below(40) {
        0..=2 => Command::Tick,
        3 => Command::Restarted,
        4..=6 => scan(dice, world),
        7..=8 => {
            let (height, tip) = world.market.scan_cursor().unwrap_or_else(|| (0, hash(0)));
            let height = if dice.one_in(5) { dice.below(9) } else { height };
            Command::BlockUnscanned { height, hash: tip }
        }
        9..=11 => {
            let n = dice.below(60);
            Command::WithdrawalSigned {
                id: withdrawal(dice, world),
                raw_tx: vec![1; usize::try_from(dice.below(3)).unwrap()],
                txid: txid(n),
                network_fee: Amount::of(dice.below(1_500)),
                spent: (0..dice.below(3)).map(|k| coin(n + k)).collect(),
            }
        }
        12 => Command::WithdrawalBroadcast { id: withdrawal(dice, world) },
        13 => {
            let reason = "no".repeat(usize::try_from(dice.below(140)).unwrap());
            Command::WithdrawalRefused { id: withdrawal(dice, world), reason }
        }
        _ => signed(dice, world),
    }
}

/// A withdrawal that is under way, or any number.
fn withdrawal(dice: &mut Dice, world: &World) -> WithdrawalId {
    let of = world.market.withdrawals_of(key(dice.person()));
    let live = of.into_iter().map(|w| (w.id, w.stage));
    let live: Vec<_> = live
        .filter(|(_, stage)| {
            !matches!(stage, WithdrawalStage::Confirmed | WithdrawalStage::Refused)
        })
        .collect();
    let pick = usize::try_from(dice.next() >> 1).unwrap();
    if live.is_empty() || dice.one_in(5) {
        return WithdrawalId(dice.below(30));
    }
    live[pick % live.len()].0
}

fn scan(dice: &mut Dice, world: &mut World) -> Command {
    let (mut height, mut parent) =
        world.market.scan_cursor().map_or_else(|| (1, hash(0)), |(height, tip)| (height + 1, tip));
    if dice.one_in(10) {
        height = dice.below(100);
    }
    if dice.one_in(10) {
        parent = hash(dice.next());
    }
    let mut deposits: Vec<_> = (0..dice.below(3))
        .map(|_| {
            let person = dice.person();
            let most = if dice.one_in(30) { MIN_DEPOSIT } else { 20_000 };
            let least = if most == MIN_DEPOSIT { 0 } else { MIN_DEPOSIT };
            world.deposit(person, least + dice.below(most))
        })
        .collect();
    if dice.one_in(10) && !deposits.is_empty() {
        deposits.push(deposits[0].clone());
    }
    let confirmed = (0..dice.below(9)).map(|_| txid(dice.below(60))).collect();
    let change = (0..dice.below(3)).map(|_| change(dice)).collect::<Vec<_>>();
    let spent = spends(dice, world, &deposits, &change);
    let hash = hash(dice.next());
    Command::BlockScanned { height, hash, parent, deposits, change, spent, confirmed }
}

/// Change at one of a few outpoints, so that it comes again after its block is gone, and at times
/// while it is there.
fn change(dice: &mut Dice) -> ChangeCoin {
    let outpoint = coin(2_000_000 + dice.below(400));
    let change_index = u32::try_from(dice.below(3)).unwrap();
    ChangeCoin { outpoint, change_index, amount: Amount::of(dice.below(5_000)) }
}

/// Some of the coins there are, or are made in this block; at times nonsense.
fn spends(
    dice: &mut Dice,
    world: &World,
    deposits: &[Deposit],
    change: &[ChangeCoin],
) -> Vec<OutPoint> {
    let known = world.market.coins().map(|(outpoint, _)| outpoint);
    let made = deposits.iter().map(|deposit| deposit.outpoint);
    let made: BTreeSet<_> = made.chain(change.iter().map(|change| change.outpoint)).collect();
    let mut spent: Vec<_> =
        known.filter(|outpoint| !made.contains(outpoint)).filter(|_| dice.one_in(12)).collect();
    spent.extend(made.iter().filter(|_| dice.one_in(4)));
    if dice.one_in(12) {
        spent.push(coin(2_000_000 + dice.below(400)));
    }
    if dice.one_in(12) && !spent.is_empty() {
        spent.push(spent[0]);
    }
    spent
}

fn signed(dice: &mut Dice, world: &mut World) -> Command {
    let (person, action) = action(dice, world);
    let mut authorization = world.authorize(person);
    match dice.below(30) {
        0 => authorization.signer = key(dice.person()),
        1 => authorization.expiry_ms = world.market.now() + dice.below(200_000),
        2..=4 => {
            authorization.idempotency_key = [u8::try_from(dice.below(4)).unwrap(); 16];
            authorization.body_hash = [u8::try_from(dice.below(2)).unwrap(); 32];
        }
        _ => {}
    }
    Command::Signed { authorization, action }
}

fn action(dice: &mut Dice, world: &World) -> (u8, Action) {
    let person = dice.person();
    let action = match dice.below(24) {
        0 => Action::Register,
        1..=5 => {
            let quantity = dice.below(5) << (8 * dice.below(2));
            world.ask_action(quantity, dice.below(40), u16::try_from(dice.below(4)).unwrap())
        }
        6..=10 => {
            let units = (0..dice.below(4)).map(|_| input(dice)).collect();
            world.job_action(units, dice.below(40))
        }
        11 => Action::CancelOrder { order: OrderId(newest(dice, newest_order(world))) },
        12 => Action::CancelJob { job: JobId(newest(dice, newest_job(world))) },
        13..=14 => Action::Withdraw {
            amount: Amount::of(dice.below(8_000)),
            script: script(),
            unit: match world.market.unpaid_units_of(key(person)).next() {
                Some(unit) if dice.one_in(2) => Some(unit.id),
                _ => dice.one_in(4).then(|| UnitId(dice.below(world.log.len() as u64))),
            },
        },
        _ => return about_lease(dice, world),
    };
    (person, action)
}

fn newest_job(world: &World) -> u64 {
    world.market.jobs_recent(1).next().map_or(0, |job| job.id.0)
}

fn newest_order(world: &World) -> u64 {
    (0..6)
        .filter_map(|n| world.market.orders_of(key(n)).next_back())
        .map(|o| o.id.0)
        .max()
        .unwrap_or(0)
}

/// One of the last numbers up to the newest, or the one after it.
fn newest(dice: &mut Dice, newest: u64) -> u64 {
    (newest + 1).saturating_sub(dice.below(8))
}

fn input(dice: &mut Dice) -> quarry_market::NonceInput {
    match dice.below(6) {
        0 => hard(1 << dice.below(10)),
        1 => genesis().0,
        2 => {
            let mut outside = easy(dice.next());
            outside.field.offset += 1;
            outside
        }
        _ => easy(dice.below(50)),
    }
}

/// Something about a lease, mostly by its seller and mostly live.
fn about_lease(dice: &mut Dice, world: &World) -> (u8, Action) {
    let live: Vec<_> =
        (0..6).flat_map(|n| world.market.next_lease_for(key(n)).map(move |l| (n, l))).collect();
    let pick = usize::try_from(dice.next() >> 1).unwrap();
    let chosen = (!live.is_empty() && !dice.one_in(8)).then(|| live[pick % live.len()]);
    let (person, lease) = chosen
        .map_or_else(|| (dice.person(), LeaseId(dice.below(200))), |(n, lease)| (n, lease.id));
    let person = if dice.one_in(15) { dice.person() } else { person };
    let action = match dice.below(10) {
        0..=3 => Action::Heartbeat { lease, hashes: dice.next() },
        4 => Action::ReportExhausted { lease },
        5 => Action::RefuseUnit { lease, reason: "no".to_owned() },
        _ => Action::CommitNonce { lease, nonce: nonce(dice, world, lease) },
    };
    (person, action)
}

fn nonce(dice: &mut Dice, world: &World, lease: LeaseId) -> u64 {
    let input =
        world.market.lease(lease).map(|lease| world.market.unit(lease.unit).unwrap().input.clone());
    match input {
        Some(input) if dice.one_in(4) => miss(&input),
        Some(input) if input == genesis().0 => genesis().1,
        Some(input) if input.field.width == quarry_pow::NonceWidth::U32 => {
            hit(&input, usize::try_from(dice.below(3)).unwrap())
        }
        _ => dice.next(),
    }
}

fn advance(dice: &mut Dice, world: &mut World) {
    match dice.below(60) {
        0 => world.now += dice.below(5_000_000),
        1 => world.now = world.now.saturating_sub(dice.below(100_000)),
        2..=20 => world.now += dice.below(8_000),
        _ => world.now += dice.below(300),
    }
}

/// What a stream of events sends is what its reader gets.
fn assert_events_are_json(events: &[Event]) {
    let text = serde_json::to_string(events).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Event>>(&text).unwrap(), events);
}

/// A snapshot without what a rejected command may change: the kept answers.
fn without_answers(market: &Market) -> serde_json::Value {
    let mut value: serde_json::Value =
        serde_json::from_slice(&codec::encode_snapshot(market)).unwrap();
    for account in value["state"]["accounts"].as_array_mut().unwrap() {
        account["answers"] = serde_json::Value::Null;
    }
    value
}

/// Runs a history. `at_each` sees the market before, the command, and what it did.
fn history(
    seed: u64,
    commands: usize,
    mut at_each: impl FnMut(&Market, &World, &Command, &Applied),
) -> (World, Vec<Applied>) {
    let (mut dice, mut world, mut oracle) = (Dice(seed), World::new(), Oracle::default());
    for person in 0..5 {
        let deposit = world.deposit(person, 20_000);
        let block = world.next_block(vec![deposit], vec![], vec![], vec![]);
        let (before, applied) = (world.market.clone(), world.command(block.clone()));
        oracle.watch(&before, &world.market, &block, &applied);
    }
    let mut done = Vec::new();
    for _ in 0..commands {
        advance(&mut dice, &mut world);
        let command = command(&mut dice, &mut world);
        let before = world.market.clone();
        // Also checks the books, in full.
        let applied = world.command(command.clone());
        oracle.watch(&before, &world.market, &command, &applied);
        assert_events_are_json(&applied.events);
        at_each(&before, &world, &command, &applied);
        done.push(applied);
    }
    (world, done)
}

#[test]
fn ten_thousand_random_commands() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..10 {
        let (world, done) = history(seed, 1_000, |_, _, _, _| {});
        // The history is worth something: most kinds of things happened.
        for applied in &done {
            let reply = match &applied.reply {
                Ok(reply) => format!("{reply:?}").split([' ', '(']).next().unwrap().to_owned(),
                Err(rejection) => rejection.code().to_owned(),
            };
            *counts.entry(reply).or_default() += 1;
        }
        for event in &world.events {
            if let Event::UnitState { to, .. } = event {
                *counts.entry(format!("to {to}")).or_default() += 1;
            }
            if let Event::AccountFrozen { .. } = event {
                *counts.entry("frozen".to_owned()).or_default() += 1;
            }
        }
    }
    let wanted = [
        "Job",
        "Order",
        "NonceAccepted",
        "NonceRejected",
        "LeaseExtended",
        "Released",
        "Cancelled",
        "Withdrawal",
        "to settled",
        "to expired",
        "to exhausted",
        "to refused",
        "to cancelled",
        "to rejected",
        "to running",
        "frozen",
        "account_frozen",
        "idempotency_conflict",
        "stale_lease",
        "not_your_lease",
        "already_signed",
        "input_reused",
        "wrong_parent",
        "below_dust",
        "duplicate_deposit",
        "deposit_too_small",
        "unknown_coin",
        "spent_twice",
        "delegation_unsupported",
        "unknown_account",
    ];
    let missing: Vec<_> = wanted.iter().filter(|w| !counts.contains_key(**w)).collect();
    assert!(missing.is_empty(), "never seen: {missing:?} in {counts:?}");
}

#[test]
fn the_log_replays_to_the_same_state() {
    let (world, done) = history(77, 1_500, |_, _, _, _| {});
    let mut market = Market::empty();
    let mut again = Vec::new();
    for record in &world.log {
        let (at_ms, command) = codec::decode_command(record).unwrap();
        again.push(market.apply(at_ms, &command));
    }
    assert_eq!(market.state_hash(), world.market.state_hash());
    assert_eq!(market, world.market);
    assert_eq!(again[again.len() - done.len()..], done);
}

#[test]
fn a_snapshot_and_the_rest_of_the_log_give_the_same_state() {
    let (world, _) = history(78, 1_500, |_, _, _, _| {});
    let mut dice = Dice(1);
    let mut market = Market::empty();
    for record in &world.log {
        let (at_ms, command) = codec::decode_command(record).unwrap();
        let _ = market.apply(at_ms, &command);
        if dice.one_in(20) {
            let read = codec::decode_snapshot(&codec::encode_snapshot(&market)).unwrap();
            assert_eq!(read, market);
            market = read;
        }
    }
    assert_eq!(market.state_hash(), world.market.state_hash());
}

/// Not only the newest block: all of them, one after the other, down to none.
#[test]
fn all_blocks_can_be_taken_back() {
    let (mut world, _) = history(81, 800, |_, _, _, _| {});
    assert!(world.market.coins().count() > 10);
    while world.market.scan_cursor().is_some() {
        world.unscan().unwrap();
    }
    assert_eq!((world.market.coins().count(), world.market.coins_total()), (0, 0));
}

#[test]
fn a_rejected_command_leaves_no_trace() {
    let (_, done) = history(79, 800, |before, world, _, applied| {
        if applied.reply.is_err() || applied.replayed {
            let mut waited = before.clone();
            let _ = waited.apply(world.now, &Command::Tick);
            assert_eq!(without_answers(&waited), without_answers(&world.market));
        }
    });
    assert!(done.iter().filter(|applied| applied.reply.is_err()).count() > 100);
}

/// Both sides of the book only ever hold orders that are open.
#[test]
fn the_book_never_crosses_without_a_reason() {
    let (world, _) = history(80, 800, |_, world, _, _| {
        let book = world.market.book(&quarry_market::ArticleId::nonce());
        for (levels, side) in [(&book.asks, Side::Sell), (&book.bids, Side::Buy)] {
            for id in levels.iter().flat_map(|level| &level.orders) {
                let order = world.market.order(*id).unwrap();
                assert_eq!(order.side(), side);
                assert!(order.remaining > 0 && order.expires_ms > world.market.now());
            }
        }
    });
    assert!(world.market.trades_recent(1).next().is_some());
}

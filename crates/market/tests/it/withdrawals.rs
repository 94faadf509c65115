//! Coins on their way out: never twice.

use quarry_market::{Action, Command, Rejection, Reply, WithdrawalId, WithdrawalStage};
use quarry_primitives::{Amount, ScriptBuf};

use crate::world::{World, coin, easy, hit, key, script, txid};

#[test]
fn a_withdrawal_goes_its_way() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let id = world.withdraw(0, 4_000);
    assert_eq!(world.market.account(key(0)).unwrap().withdrawing, Amount::of(4_000));
    assert_eq!(world.available(0), 6_000);
    world.sign(id, 1, 300).unwrap();
    assert_eq!(world.market.withdrawal(id).unwrap().payout(), Some(Amount::of(3_700)));
    assert_eq!(world.market.withdrawals_in(WithdrawalStage::Signed).count(), 1);
    let broadcast = Command::WithdrawalBroadcast { id };
    assert_eq!(world.command(broadcast.clone()).reply, Ok(Reply::Done));
    let stage = WithdrawalStage::Broadcast;
    assert_eq!(
        world.command(broadcast).reply,
        Err(Rejection::WrongStage { withdrawal: id, stage })
    );
    world.block(vec![], vec![txid(1)]).unwrap();
    assert_eq!(world.market.withdrawal(id).unwrap().stage, WithdrawalStage::Confirmed);
    assert_eq!((world.market.totals().coins, world.market.reserves_owed()), (6_000, 6_000));
    assert_eq!(world.market.withdrawals_of(key(0)).count(), 1);
}

/// The server may have stopped between broadcast and its record.
#[test]
fn a_signed_withdrawal_is_confirmed_without_a_broadcast_record() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let id = world.withdraw(0, 4_000);
    world.sign(id, 1, 300).unwrap();
    world.block(vec![], vec![txid(1)]).unwrap();
    assert_eq!(world.market.withdrawal(id).unwrap().stage, WithdrawalStage::Confirmed);
}

#[test]
fn a_second_transaction_is_never_taken() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let (id, other) = (world.withdraw(0, 4_000), world.withdraw(0, 4_000));
    world.sign(id, 1, 300).unwrap();
    let first = world.market.withdrawal(id).unwrap().transaction.clone();
    assert_eq!(world.sign(id, 2, 200), Err(Rejection::AlreadySigned { withdrawal: id }));
    assert_eq!(world.sign(id, 1, 300), Err(Rejection::AlreadySigned { withdrawal: id }));
    assert_eq!(world.market.withdrawal(id).unwrap().transaction, first);
    // Nor one that shares its id or an output with another withdrawal's.
    assert_eq!(world.sign(other, 1, 300), Err(Rejection::TransactionReused { txid: txid(1) }));
    let mut signed = |raw_tx: &[u8], spent| {
        world
            .command(Command::WithdrawalSigned {
                id: other,
                raw_tx: raw_tx.to_vec(),
                txid: txid(2),
                network_fee: Amount::of(1),
                spent,
            })
            .reply
    };
    let reused = Rejection::InputReused { outpoint: coin(1) };
    assert_eq!(signed(b"tx", vec![coin(5), coin(1)]), Err(reused));
    assert_eq!(signed(b"tx", vec![coin(5), coin(5)]), Err(Rejection::BadTransaction));
    assert_eq!(signed(b"tx", vec![]), Err(Rejection::BadTransaction));
    assert_eq!(signed(b"", vec![coin(5)]), Err(Rejection::BadTransaction));
    assert_eq!(signed(b"tx", vec![coin(5)]), Ok(Reply::Done));
}

#[test]
fn what_is_signed_cannot_be_refused() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let (id, other) = (world.withdraw(0, 4_000), world.withdraw(0, 4_000));
    world.sign(id, 1, 300).unwrap();
    let refuse = |id| Command::WithdrawalRefused { id, reason: "hot wallet is empty".to_owned() };
    let stage = WithdrawalStage::Signed;
    assert_eq!(
        world.command(refuse(id)).reply,
        Err(Rejection::WrongStage { withdrawal: id, stage })
    );
    assert_eq!(world.command(refuse(other)).reply, Ok(Reply::Done));
    assert_eq!(world.available(0), 6_000);
    // And what was refused cannot be signed.
    let stage = WithdrawalStage::Refused;
    assert_eq!(world.sign(other, 2, 1), Err(Rejection::WrongStage { withdrawal: other, stage }));
    let none = WithdrawalId(9);
    assert_eq!(world.sign(none, 3, 1), Err(Rejection::UnknownWithdrawal { withdrawal: none }));
}

#[test]
fn too_little_is_refused() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let withdraw =
        |amount, script| Action::Withdraw { amount: Amount::of(amount), script, unit: None };
    for (action, code) in [
        (withdraw(999, script()), "below_minimum"),
        (withdraw(10_001, script()), "not_enough_money"),
        (withdraw(1_000, ScriptBuf::new()), "bad_script"),
        (withdraw(1_000, ScriptBuf::from_bytes(vec![0x6a, 1, 1])), "bad_script"),
        (withdraw(1_000, ScriptBuf::from_bytes(vec![0x51; 101])), "bad_script"),
    ] {
        assert_eq!(world.act(0, action).unwrap_err().code(), code);
    }
    // 546 have to arrive.
    let id = world.withdraw(0, 1_000);
    let (payout, dust) = (Amount::of(545), Amount::of(546));
    assert_eq!(world.sign(id, 1, 455), Err(Rejection::BelowDust { payout, dust }));
    let payout = Amount::ZERO;
    assert_eq!(world.sign(id, 1, 5_000), Err(Rejection::BelowDust { payout, dust }));
    assert_eq!(world.sign(id, 1, 454), Ok(Reply::Done));
}

#[test]
fn a_units_earnings_are_paid_out_once() {
    let mut world = World::new();
    world.fund(0, 100_000);
    let (_, unit) = world.job(0, vec![easy(1), easy(2)], 5_000);
    world.ask(1, 1, 1, 1);
    let payout =
        |unit| Action::Withdraw { amount: Amount::of(5_000), script: script(), unit: Some(unit) };
    let code = |reply: Result<Reply, Rejection>| reply.unwrap_err().code();
    assert_eq!(code(world.act(1, payout(unit))), "unit_not_settled");
    world.commit(1, world.lease(1), hit(&easy(1), 0)).unwrap();
    assert_eq!(code(world.act(0, payout(unit))), "not_your_unit");
    assert_eq!(code(world.act(1, payout(quarry_market::UnitId(99)))), "unknown_unit");
    let reply = world.act(1, payout(unit));
    let Ok(Reply::Withdrawal { withdrawal }) = reply else { panic!("{reply:?}") };
    assert_eq!(code(world.act(1, payout(unit))), "already_paid_out");
    assert_eq!(world.market.unpaid_units_of(key(1)).count(), 0);
    // A refused payout makes the unit payable again.
    let reason = String::new();
    let _ = world.command(Command::WithdrawalRefused { id: withdrawal, reason });
    assert_eq!(world.market.unpaid_units_of(key(1)).count(), 1);
    assert!(world.act(1, payout(unit)).is_ok());
}

#[test]
fn an_account_has_so_many_withdrawals_under_way() {
    let mut world = World::new();
    world.fund(0, 100_000);
    let ids: Vec<_> = (0..16).map(|_| world.withdraw(0, 1_000)).collect();
    let one_more = Action::Withdraw { amount: Amount::of(1_000), script: script(), unit: None };
    assert_eq!(world.act(0, one_more), Err(Rejection::TooManyWithdrawals { limit: 16 }));
    world.sign(ids[0], 1, 1).unwrap();
    world.block(vec![], vec![txid(1)]).unwrap();
    world.withdraw(0, 1_000);
}

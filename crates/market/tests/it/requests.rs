//! Signed requests: who may act, for how long, and that a retry acts once.

use quarry_market::{Action, Command, Event, Market, Rejection, Reply, limits};

use crate::world::{World, config, easy, key};

#[test]
fn the_log_begins_with_the_terms() {
    let mut market = Market::empty();
    assert_eq!(market.apply(1, &Command::Tick).reply, Err(Rejection::NotOpen));
    assert_eq!(market, Market::empty());
    assert_eq!(market.apply(1, &Command::Open(config())).reply, Ok(Reply::Done));
    assert_eq!(market.apply(1, &Command::Open(config())).reply, Err(Rejection::AlreadyOpen));
    let mut bad = config();
    bad.fee_basis_points = 10_001;
    assert_eq!(Market::new(bad).unwrap_err().code(), "bad_config");
}

#[test]
fn only_registered_accounts_act_and_registering_twice_is_harmless() {
    let mut world = World::new();
    let stranger = Rejection::UnknownAccount { account: key(7) };
    assert_eq!(world.act(7, world.ask_action(1, 1, 1)), Err(stranger));
    assert_eq!(world.act(7, Action::Register), Ok(Reply::DepositIndex(5)));
    assert_eq!(world.act(7, Action::Register), Ok(Reply::DepositIndex(5)));
    assert_eq!(world.market.account_by_deposit_index(5), Some(key(7)));
    assert!(world.act(7, world.ask_action(1, 1, 1)).is_ok());
}

#[test]
fn a_signature_counts_for_the_account_itself_and_for_two_minutes() {
    let mut world = World::new();
    let mut by = world.authorize(1);
    by.signer = key(2);
    let send = |world: &mut World, by| {
        world.command(Command::Signed { authorization: by, action: Action::Register }).reply
    };
    assert_eq!(send(&mut world, by), Err(Rejection::DelegationUnsupported));
    for (ahead, code) in [
        (0, Some("authorization_expired")),
        (1, None),
        (120_000, None),
        (120_001, Some("authorization_too_long")),
    ] {
        let mut by = world.authorize(1);
        by.expiry_ms = world.now + ahead;
        assert_eq!(send(&mut world, by).err().map(|r| r.code()), code, "{ahead}");
    }
    // Time never goes back, whatever the wall clock says.
    let mut by = world.authorize(1);
    by.expiry_ms = world.now;
    world.now -= 1_000;
    assert_eq!(send(&mut world, by).unwrap_err().code(), "authorization_expired");
}

#[test]
fn a_retry_gets_the_same_answer_and_changes_nothing() {
    let mut world = World::new();
    world.fund(0, 10_000);
    let by = world.authorize(0);
    let action = world.job_action(vec![easy(1)], 100);
    let command = Command::Signed { authorization: by, action };
    let first = world.command(command.clone());
    assert!(!first.replayed);
    world.pass(60_000);
    // Signed again: another expiry, the same key and body.
    let Command::Signed { authorization: mut again, action } = command else { unreachable!() };
    again.expiry_ms = world.now + 1_000;
    let before = world.market.state_hash();
    let second = world.command(Command::Signed { authorization: again.clone(), action });
    assert_eq!((second.replayed, &second.reply), (true, &first.reply));
    assert_eq!(second.events, []);
    assert_eq!(world.market.state_hash(), before);
    // Another body under the same key is refused, and so is another account's view of it.
    again.body_hash = [8; 32];
    let action = Action::Register;
    let other = world.command(Command::Signed { authorization: again.clone(), action });
    assert_eq!(other.reply, Err(Rejection::IdempotencyConflict));
    (again.account, again.signer) = (key(1), key(1));
    let action = Action::Register;
    let theirs = world.command(Command::Signed { authorization: again, action });
    assert_eq!(theirs.reply, Ok(Reply::DepositIndex(1)));
}

#[test]
fn a_rejection_is_kept_too_and_all_is_forgotten_after_a_day() {
    let mut world = World::new();
    let by = world.authorize(0);
    let action = world.job_action(vec![easy(1)], 100);
    let poor = world.command(Command::Signed { authorization: by.clone(), action: action.clone() });
    assert_eq!(poor.reply.as_ref().unwrap_err().code(), "not_enough_money");
    world.fund(0, 10_000);
    let retry = |world: &mut World| {
        let mut by = by.clone();
        by.expiry_ms = world.now + 1_000;
        world.command(Command::Signed { authorization: by, action: action.clone() })
    };
    assert_eq!(retry(&mut world).reply, poor.reply);
    world.pass(limits::ANSWER_KEPT_MS - 1);
    assert!(retry(&mut world).replayed);
    world.pass(1);
    assert!(!retry(&mut world).replayed);
}

#[test]
fn heartbeats_leave_no_answers() {
    let mut world = World::new();
    world.fund(0, 10_000);
    world.job(0, vec![easy(1)], 100);
    world.ask(1, 1, 1, 1);
    let by = world.authorize(1);
    let action = Action::Heartbeat { lease: world.lease(1), hashes: 1 };
    for _ in 0..2 {
        let beat = Command::Signed { authorization: by.clone(), action: action.clone() };
        let applied = world.command(beat);
        assert!(applied.reply.is_ok() && !applied.replayed);
        assert!(applied.events.iter().any(|event| matches!(event, Event::Progress { .. })));
    }
}

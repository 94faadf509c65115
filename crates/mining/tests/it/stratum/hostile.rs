//! Miners that mean no good, or none at all: a pool stands them, and its other miners do not notice.

use std::net::IpAddr;

use proptest::prelude::*;
use quarry_mining::limits::{
    BAN_SCORE_FORGIVEN_MS, MAX_CHATTER_PER_MIN, MAX_LINE_BYTES, MAX_STALE_PER_MIN, MAX_SUGGESTIONS,
    MAX_WORKERS_KEPT,
};
use quarry_mining::stratum::line::LineError;
use quarry_mining::stratum::message::Reject;
use quarry_mining::stratum::server::{Action, CloseReason, ConnId, Event, ServerConfig};

use super::support::{Pool, START_SECS, at, closed, code, config, difficulty, script_of, template};

const PING: &str = r#"{"id":1,"method":"mining.ping","params":[]}"#;

#[test]
fn connections_are_limited_in_all_and_by_address() {
    let limits = ServerConfig { max_connections: 5, max_connections_per_ip: 2, ..config() };
    let mut pool = Pool::new(limits);
    let mut connect = |conn: u64, ip: &str| {
        let ip: IpAddr = ip.parse().unwrap();
        closed(&pool.step(Event::Connected { conn: ConnId(conn), ip }))
    };
    assert_eq!(connect(1, "10.0.0.1"), []);
    // The same address in another form.
    assert_eq!(connect(2, "::ffff:10.0.0.1"), []);
    assert_eq!(connect(3, "10.0.0.1"), [(3, CloseReason::FullForAddress)]);
    assert_eq!(connect(4, "2001:db8::1"), []);
    assert_eq!(connect(5, "2001:db8::2"), []);
    // A customer of IPv6 has more addresses than there are miners.
    assert_eq!(connect(6, "2001:db8::dead:beef:1:2"), [(6, CloseReason::FullForAddress)]);
    assert_eq!(connect(7, "2001:db8:0:1::1"), []);
    assert_eq!(connect(8, "10.0.0.2"), [(8, CloseReason::Full)]);
    pool.step(Event::Disconnected { conn: ConnId(1) });
    // What was refused is unknown, and its end changes nothing.
    pool.step(Event::Disconnected { conn: ConnId(3) });
    assert_eq!(pool.connect(9).len(), 0);
    assert_eq!(pool.connect(10).len(), 1);
}

#[test]
fn the_silent_are_let_go() {
    let mut pool = Pool::new(config());
    pool.template(&template(7, 200), true);
    for conn in 0..1000 {
        pool.connect(conn);
    }
    // Subscribed or authorized is not both.
    pool.say(0, r#"{"id":1,"method":"mining.subscribe"}"#);
    pool.say(1, r#"{"id":1,"method":"mining.authorize","params":["a1"]}"#);
    pool.miner(1000, "a1");
    pool.now = at(29_999);
    assert_eq!(closed(&pool.step(Event::Tick)), []);
    pool.now = at(30_000);
    let gone = closed(&pool.step(Event::Tick));
    assert_eq!(gone.len(), 1000);
    assert!(gone.iter().all(|(conn, why)| *conn < 1000 && *why == CloseReason::NoHandshake));
    pool.now = at(590_000);
    assert_eq!(code(1000, &pool.say(1000, PING)), None);
    pool.now = at(1_189_999);
    assert_eq!(closed(&pool.step(Event::Tick)), []);
    pool.now = at(1_190_000);
    assert_eq!(closed(&pool.step(Event::Tick)), [(1000, CloseReason::Idle)]);
}

#[test]
fn what_is_no_stratum_ends_the_connection_and_more_of_it_is_a_ban() {
    let mut pool = Pool::new(config());
    pool.template(&template(7, 200), true);
    let ip: IpAddr = [9, 9, 9, 9].into();
    let connect = |pool: &mut Pool, conn: u64| {
        closed(&pool.step(Event::Connected { conn: ConnId(conn), ip }))
    };
    connect(&mut pool, 1);
    let why = closed(&pool.say(1, "GET / HTTP/1.1"))[0].1.clone();
    assert!(matches!(why, CloseReason::NotStratum(LineError::NotJson { .. })), "{why}");
    connect(&mut pool, 2);
    let long = format!("\"{}\"", "x".repeat(MAX_LINE_BYTES));
    let limit = MAX_LINE_BYTES;
    let too_long = CloseReason::NotStratum(LineError::TooLong { limit });
    assert_eq!(closed(&pool.say(2, &long)), [(2, too_long.clone())]);
    for conn in 3..10 {
        connect(&mut pool, conn);
        let actions = pool.step(Event::LineTooLong { conn: ConnId(conn) });
        assert_eq!(closed(&actions), [(conn, too_long.clone())]);
    }
    // A neighbour at the same address suffers with it; nobody else does.
    connect(&mut pool, 10);
    connect(&mut pool, 11);
    pool.miner(12, "a1");
    let actions = pool.say(11, "[[[[[[[[[[[[[[[[");
    assert!(matches!(&actions[..], [Action::Ban { ms: 600_000, .. }, ..]), "{actions:?}");
    assert_eq!(closed(&actions), [(10, CloseReason::Banned), (11, CloseReason::Banned)]);
    assert_eq!(code(12, &pool.say(12, PING)), None);
    assert_eq!(connect(&mut pool, 13), [(13, CloseReason::Banned)]);
    pool.now = at(599_999);
    pool.step(Event::Tick);
    assert_eq!(connect(&mut pool, 14), [(14, CloseReason::Banned)]);
    pool.now = at(600_000);
    assert_eq!(connect(&mut pool, 15), []);
}

#[test]
fn one_who_talks_too_much_is_cut_off_and_a_slip_is_forgiven() {
    let mut pool = Pool::new(config());
    pool.template(&template(7, 200), true);
    let mut miner = pool.miner(1, "a1");
    // Subscribing and authorizing were the first two.
    for minute in 0..3 {
        let before = if minute == 0 { 2 } else { 0 };
        pool.now = at(60_000 * minute);
        for _ in before..MAX_CHATTER_PER_MIN {
            assert_eq!(code(1, &pool.say(1, PING)), None);
        }
    }
    // Shares are no chatter.
    let solution = miner.mine(1e-9, None);
    assert_eq!(code(1, &pool.say(1, &miner.share(&solution))), None);
    assert_eq!(closed(&pool.say(1, PING)), [(1, CloseReason::Chatter)]);
    // One bad share in ten seconds for ever is no ban; a hundred at once are.
    let miner = pool.miner(2, "a1");
    let fake = miner.share_of("ffff", &solution).replace("ffff", &miner.job().id);
    let fake = fake.replace(&hex::encode(&solution.extranonce2), "00");
    for n in 0..1000u64 {
        pool.now = at(200_000 + n * BAN_SCORE_FORGIVEN_MS);
        assert_eq!(code(2, &pool.say(2, &fake)), Some(20));
    }
    let banned = (0..200).find(|_| !closed(&pool.say(2, &fake)).is_empty());
    assert!(banned.is_some_and(|n| (95..=100).contains(&n)), "{banned:?}");
}

/// Late shares are no crime, but without end they are no accident.
#[test]
fn stale_shares_are_stood_so_long() {
    let mut pool = Pool::new(config());
    pool.template(&template(7, 200), true);
    let mut miner = pool.miner(1, "a1");
    let solution = miner.mine(1e-9, None);
    let late = miner.share_of("ffff", &solution);
    let banned = (0..1000).find(|_| !closed(&pool.say(1, &late)).is_empty());
    let stood = i32::try_from(MAX_STALE_PER_MIN).unwrap();
    assert!(banned.is_some_and(|n| (stood..stood + 100).contains(&n)), "{banned:?}");
}

/// Who could say again and again that the easiest shares suit it would be sent them for ever.
#[test]
fn a_difficulty_is_suggested_a_few_times_only() {
    let mut pool = Pool::new(config());
    pool.template(&template(7, 200), true);
    let mut miner = pool.miner(1, "a1");
    let suggest = |number: f64| {
        format!(r#"{{"id":3,"method":"mining.suggest_difficulty","params":[{number}]}}"#)
    };
    for bad in ["0", "-1", "\"x\""] {
        let line = suggest(1.0).replace("[1]", &format!("[{bad}]"));
        assert_eq!(code(1, &pool.say(1, &line)), Some(20), "{bad}");
    }
    // Within the pool's limits.
    miner.hear(&pool.say(1, &suggest(1e-300)));
    assert!((miner.difficulty / 1e-9 - 1.0).abs() < 1e-9, "{}", miner.difficulty);
    miner.hear(&pool.say(1, &suggest(1e300)));
    assert!((miner.difficulty / 1e12 - 1.0).abs() < 1e-9, "{}", miner.difficulty);
    for n in 2..MAX_SUGGESTIONS {
        let actions = pool.say(1, &suggest(f64::from(n)));
        miner.hear(&actions);
        assert_eq!(code(1, &actions), None);
    }
    assert_eq!(code(1, &pool.say(1, &suggest(1e-300))), Some(20));
    assert!((miner.difficulty - 7.0).abs() < 1e-9, "{}", miner.difficulty);
    // By a target: 2^224 is that of difficulty 1, near enough.
    let mut other = pool.miner(2, "a1");
    let target = format!("{}1{}", "0".repeat(7), "0".repeat(56));
    let line = format!(r#"{{"id":3,"method":"mining.suggest_target","params":["{target}"]}}"#);
    other.hear(&pool.say(2, &line));
    assert!((other.difficulty - 1.0).abs() < 1e-4, "{}", other.difficulty);
}

/// A template that no job can be made of is told once, and the pool lives on.
#[test]
fn a_job_that_cannot_be_made_is_told() {
    let mut pool = Pool::new(ServerConfig { tag: vec![b'x'; 90], ..config() });
    let mut miner = pool.miner(1, "a1");
    pool.miner(2, "a1");
    let actions = pool.template(&template(7, 200), true);
    assert!(matches!(&actions[..], [Action::JobFailed(_)]), "{actions:?}");
    miner.hear(&actions);
    assert_eq!(code(1, &pool.say(1, PING)), None);
    assert!(miner.jobs.is_empty());
}

/// A name is a few bytes; a pool that kept all of them would be filled with them.
#[test]
fn books_are_kept_of_so_many_workers_and_the_sums_still_hold() {
    let mut pool = Pool::new(ServerConfig { fallback: script_of("a1"), ..config() });
    pool.template(&template(7, 200), true);
    let mut miner = pool.miner(0, "kept");
    let extra = 50;
    for n in 0..MAX_WORKERS_KEPT + extra {
        let conn = 1 + n as u64;
        if n >= extra {
            pool.connect(conn);
            let line = format!(r#"{{"id":2,"method":"mining.authorize","params":["w{n}"]}}"#);
            assert_eq!(code(conn, &pool.say(conn, &line)), None);
        } else {
            let mut other = pool.miner(conn, &format!("w{n}"));
            let solution = other.mine(1e-9, None);
            assert_eq!(code(conn, &pool.say(conn, &other.share(&solution))), None);
        }
        pool.now = at(n as u64);
        pool.step(Event::Disconnected { conn: ConnId(conn) });
    }
    let solution = miner.mine(1e-9, None);
    assert_eq!(code(0, &pool.say(0, &miner.share(&solution))), None);
    let books = pool.server.accounts();
    assert_eq!(books.workers().count(), MAX_WORKERS_KEPT);
    assert_eq!(books.total.accepted, extra as u64 + 1);
    assert_eq!(books.others.accepted, extra as u64);
    // Who is connected is never forgotten.
    let kept = books.workers().find(|(name, _)| *name == "kept").unwrap().1;
    assert_eq!((kept.tally.accepted, kept.connections), (1, 1));
}

/// Shares made of a true one: replayed, stolen, moved to another job, worker or time, with other
/// extranonces or nonces. None of a hundred thousand is worth anything.
#[test]
fn a_hundred_thousand_fakes_are_worth_nothing() {
    let mut limits = config();
    limits.vardiff.start = difficulty(1e-5);
    limits.vardiff.min = difficulty(1e-5);
    limits.ban_score = u32::MAX;
    let mut pool = Pool::new(limits);
    pool.template(&template(7, 200), true);
    let mut honest = pool.miner(1, "a1");
    let good = honest.mine(1e-5, None);
    assert_eq!(code(1, &pool.say(1, &honest.share(&good))), None);
    let thief = pool.miner(2, "a2");
    let mut seed = 1u32;
    let mut fresh = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed
    };
    let mut credited = 0u64;
    let start = u32::try_from(START_SECS).unwrap();
    for n in 0..100_000u32 {
        let mut fake = good.clone();
        let mut who = if n % 2 == 0 { thief.clone() } else { honest.clone() };
        let mut job = who.job().id.clone();
        match n % 10 {
            0 | 1 => {}
            2 | 3 => fake.nonce = fresh(),
            4 | 5 => fake.extranonce2 = fresh().to_be_bytes().repeat(2),
            6 => fake.time = start - 600 + fresh() % 7000,
            7 => job = format!("{:x}", fresh() % 4),
            8 => "a1".clone_into(&mut who.worker),
            _ => fake.extranonce2.truncate(4),
        }
        // By chance one in 40,000 random hashes is a share; that one is honest work.
        if code(who.conn, &pool.say(who.conn, &who.share_of(&job, &fake))).is_none() {
            let own = who.jobs.iter().find(|sent| sent.id == job).unwrap();
            let lucky = difficulty(1e-5).target().is_met_by(&who.hash(own, &fake));
            assert!(lucky && fake != good, "{n}: {fake:?}");
            credited += 1;
        }
    }
    let total = &pool.server.accounts().total;
    assert!(credited < 10, "{credited} were lucky");
    assert_eq!(total.accepted, 1 + credited);
    assert_eq!(total.rejected_in_all(), 100_000 - credited);
    assert!(total.rejected(Reject::Duplicate) >= 10_000, "{total:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever comes and goes, no two connections search the same space.
    #[test]
    fn extranonces_of_the_living_differ(
        seed in prop_oneof![Just(u32::MAX - 5), any::<u32>()],
        steps in prop::collection::vec((0u64..30, any::<bool>()), 1..200),
    ) {
        let mut pool = Pool::new(ServerConfig { extranonce1_seed: seed, ..config() });
        pool.template(&template(7, 200), true);
        let mut live = std::collections::BTreeMap::new();
        for (conn, come) in steps {
            if come && !live.contains_key(&conn) {
                live.insert(conn, pool.miner(conn, "a1").extranonce1);
            } else if !come {
                pool.step(Event::Disconnected { conn: ConnId(conn) });
                live.remove(&conn);
            }
            let different: std::collections::BTreeSet<_> = live.values().collect();
            prop_assert_eq!(different.len(), live.len());
            prop_assert_eq!(pool.server.connections().count(), live.len());
        }
    }

    /// Whatever is sent, the pool answers or ends the connection, and its books add up.
    #[test]
    fn any_lines_are_stood(lines in prop::collection::vec(any_line(), 1..60)) {
        let mut pool = Pool::new(config());
        pool.template(&template(7, 16), true);
        pool.connect(1);
        pool.miner(2, "a2");
        for line in lines {
            pool.say(1, &line);
            pool.say(2, &line);
        }
        let books = pool.server.accounts();
        let accepted: u64 = books.workers().map(|(_, row)| row.tally.accepted).sum();
        let refused: u64 = books.workers().map(|(_, row)| row.tally.rejected_in_all()).sum();
        prop_assert_eq!(accepted + books.others.accepted, books.total.accepted);
        prop_assert_eq!(refused + books.others.rejected_in_all(), books.total.rejected_in_all());
        let refused: u64 = books.addresses().map(|(_, row)| row.tally.rejected_in_all()).sum();
        let others = &books.other_addresses;
        prop_assert_eq!(refused + others.rejected_in_all(), books.total.rejected_in_all());
    }
}

/// Calls with parameters that are nearly right.
fn any_line() -> impl Strategy<Value = String> {
    let method = prop::sample::select(vec![
        "mining.subscribe",
        "mining.authorize",
        "mining.submit",
        "mining.configure",
        "mining.suggest_difficulty",
        "mining.suggest_target",
        "mining.get_transactions",
        "mining.extranonce.subscribe",
    ]);
    let value = prop::sample::select(vec![
        "1",
        "-1",
        "1e300",
        "null",
        "true",
        "[]",
        "{}",
        "\"a1\"",
        "\"a2\"",
        "\"1\"",
        "\"2\"",
        "\"0000000000000000\"",
        "\"6553f100\"",
        "\"00000000\"",
        "\"ffffffff\"",
        "[\"version-rolling\",\"minimum-difficulty\"]",
        "{\"minimum-difficulty.value\":1e13}",
    ]);
    let right = r#"{"id":1,"method":"mining.submit","params":["a2","1","0000000000000000","6553f100","00000000"]}"#;
    let made = (method, prop::collection::vec(value, 0..7)).prop_map(|(method, values)| {
        format!(r#"{{"id":1,"method":"{method}","params":[{}]}}"#, values.join(","))
    });
    prop_oneof![8 => made, 1 => Just(right.to_owned()), 1 => ".{0,40}"]
}

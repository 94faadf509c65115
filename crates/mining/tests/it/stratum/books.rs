//! The books over a restart: what comes back is what was kept, who worked is paid, no share counts twice, and
//! bytes that are no books are refused.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use quarry_mining::limits::{JOB_NUMBERS_RESERVED, MAX_BOOKS_BYTES, MAX_WORKERS_KEPT};
use quarry_mining::stratum::accounts::{Account, Tally};
use quarry_mining::stratum::books::{Books, BooksError};
use quarry_mining::stratum::message::Reject;
use quarry_mining::stratum::payout::{Payout, Proportional};
use quarry_mining::stratum::server::{Action, ConnId, Event, Server, ServerConfig};
use quarry_primitives::hashes::sha256d;
use quarry_primitives::{Hash as _, Now};

use super::support::{Miner, Pool, at, code, config, difficulty, script_of, template};

const CHAIN: &str = "regtest";

fn proportional() -> ServerConfig {
    let mut config = config();
    config.payout = Payout::Proportional(Proportional::default());
    config.fallback = script_of("a999");
    config
}

/// Another process: its clock that never goes back began anew.
fn restarted(pool: &Pool, config: ServerConfig, stopped_ms: u64) -> Pool {
    let bytes = pool.server.books(pool.now).encode(CHAIN).unwrap();
    let now = Now { wall_ms: pool.now.wall_ms + stopped_ms, mono_ms: 17 };
    let mut server = Server::new(config, now).unwrap();
    server.restore(now, Books::decode(&bytes, CHAIN).unwrap());
    Pool { server, now }
}

fn add_up(server: &Server) {
    let accounts = server.accounts();
    let workers: Vec<&Account> = accounts.workers().map(|(_, row)| row).collect();
    let addresses: Vec<&Account> = accounts.addresses().map(|(_, row)| row).collect();
    for (rows, others) in [(workers, &accounts.others), (addresses, &accounts.other_addresses)] {
        let all = || rows.iter().map(|row| &row.tally).chain([others]);
        let sum = |of: &dyn Fn(&Tally) -> u64| all().map(of).sum::<u64>();
        assert_eq!(sum(&|tally| tally.accepted), accounts.total.accepted);
        assert_eq!(sum(&|tally| tally.blocks), accounts.total.blocks);
        assert_eq!(sum(&Tally::rejected_in_all), accounts.total.rejected_in_all());
        let work: f64 = all().map(|tally| tally.work).sum();
        assert!((work - accounts.total.work).abs() <= 1e-9 * work, "{work}");
    }
}

/// What a pool may go through.
#[derive(Clone, Debug)]
enum Step {
    Join { conn: u64, address: u8 },
    Share { conn: u64 },
    Again { conn: u64 },
    Stranger { conn: u64 },
    Leave { conn: u64 },
    Tip,
    Wait { ms: u64 },
    Results { accepted: bool },
}

fn step() -> impl Strategy<Value = Step> {
    let conn = || 1u64..5;
    prop_oneof![
        2 => (conn(), 0u8..4).prop_map(|(conn, address)| Step::Join { conn, address }),
        6 => conn().prop_map(|conn| Step::Share { conn }),
        1 => conn().prop_map(|conn| Step::Again { conn }),
        1 => conn().prop_map(|conn| Step::Stranger { conn }),
        1 => conn().prop_map(|conn| Step::Leave { conn }),
        1 => Just(Step::Tip),
        2 => (0u64..200_000).prop_map(|ms| Step::Wait { ms }),
        1 => any::<bool>().prop_map(|accepted| Step::Results { accepted }),
    ]
}

/// A pool after a history.
fn lived(steps: &[Step]) -> Pool {
    let mut config = proportional();
    config.ban_score = u32::MAX;
    let mut pool = Pool::new(config);
    let (mut tip, mut waiting) = (1, Vec::new());
    pool.template(&template(tip, 4), true);
    let mut miners: BTreeMap<u64, Miner> = BTreeMap::new();
    for step in steps {
        let actions = match step {
            Step::Join { conn, address } => {
                pool.step(Event::Disconnected { conn: ConnId(*conn) });
                let miner = pool.miner(*conn, &format!("a{address}.rïg{conn}"));
                miners.insert(*conn, miner);
                Vec::new()
            }
            Step::Share { conn } => {
                let Some(miner) = miners.get_mut(conn) else { continue };
                let solution = miner.mine(miner.difficulty, None);
                pool.say(*conn, &miner.share(&solution))
            }
            Step::Again { conn } => {
                let Some(miner) = miners.get_mut(conn) else { continue };
                let solution = miner.mine(miner.difficulty, None);
                pool.say(*conn, &miner.share(&solution));
                pool.say(*conn, &miner.share(&solution))
            }
            Step::Stranger { conn } => {
                let Some(miner) = miners.get_mut(conn) else { continue };
                let solution = miner.mine(miner.difficulty, None);
                let line = miner.share(&solution).replace(&miner.worker, "nobody");
                pool.say(*conn, &line)
            }
            Step::Leave { conn } => {
                miners.remove(conn);
                pool.step(Event::Disconnected { conn: ConnId(*conn) })
            }
            Step::Tip => {
                tip += 1;
                pool.template(&template(tip, 4), true)
            }
            Step::Wait { ms } => {
                pool.now = Now::from_ms(pool.now.wall_ms + ms);
                pool.step(Event::Tick)
            }
            Step::Results { accepted } => {
                for hash in waiting.drain(..) {
                    let result = if *accepted { Ok(()) } else { Err("bad\n-block".repeat(99)) };
                    pool.step(Event::BlockResult { hash, result });
                }
                Vec::new()
            }
        };
        waiting.extend(actions.iter().filter_map(|action| match action {
            Action::Block(block) => Some(block.hash),
            _ => None,
        }));
        miners.values_mut().for_each(|miner| miner.hear(&actions));
    }
    pool
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_kept_comes_back(
        steps in prop::collection::vec(step(), 0..60),
        stopped_ms in 0u64..10_000_000,
    ) {
        let pool = lived(&steps);
        let books = pool.server.books(pool.now);
        let again = Books::decode(&books.encode(CHAIN).unwrap(), CHAIN).unwrap();
        prop_assert_eq!(&again, &books);
        add_up(&pool.server);
        // At once: the same books, but for the numbers of jobs.
        let at_once = restarted(&pool, proportional(), 0);
        let before = books.encode(CHAIN).unwrap();
        let after = at_once.server.books(at_once.now).encode(CHAIN).unwrap();
        let without_jobs = |bytes: &[u8]| {
            let line = bytes.split(|byte| *byte == b'\n').next().unwrap();
            let mut value: serde_json::Value = serde_json::from_slice(line).unwrap();
            let first = value["first_job"].take().as_u64().unwrap();
            (value, first)
        };
        let ((before, first), (after, next)) = (without_jobs(&before), without_jobs(&after));
        prop_assert_eq!(before, after);
        prop_assert_eq!(next, first + u64::from(JOB_NUMBERS_RESERVED));
        // Later: rates are what they would be if nothing had been done meanwhile.
        let later = restarted(&pool, proportional(), stopped_ms);
        add_up(&later.server);
        let then = Now::from_ms(pool.now.wall_ms + stopped_ms);
        let (old, new) = (pool.server.accounts(), later.server.accounts());
        prop_assert_eq!(old.total.rate_15m.per_sec(then), new.total.rate_15m.per_sec(later.now));
        for ((name, old), (same, new)) in old.workers().zip(new.workers()) {
            prop_assert_eq!((name, 0), (same, new.connections));
            let (old, new) = (old.tally.rate_1m, new.tally.rate_1m);
            prop_assert_eq!(old.per_sec(then), new.per_sec(later.now));
        }
        let weights = |pool: &Pool| -> Vec<_> {
            pool.server.window().weights().map(|(to, weight)| (to.clone(), weight)).collect()
        };
        prop_assert_eq!(weights(&pool), weights(&later));
        prop_assert_eq!(pool.server.found(), later.server.found());
    }

    #[test]
    fn no_change_of_a_byte_is_believed(at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let mut bytes = lived_a_little().encode(CHAIN).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert!(Books::decode(&bytes, CHAIN).is_err());
        bytes.truncate(at);
        prop_assert!(Books::decode(&bytes, CHAIN).is_err());
    }

    #[test]
    fn garbage_is_refused_in_words(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(matches!(Books::decode(&bytes, CHAIN), Err(BooksError::NotBooks(_))));
    }
}

fn lived_a_little() -> Books {
    let mut steps = vec![Step::Join { conn: 1, address: 1 }, Step::Join { conn: 2, address: 2 }];
    for conn in [1, 2, 1, 1, 2, 1, 2, 2].repeat(6) {
        steps.extend([Step::Share { conn }, Step::Wait { ms: 900 }]);
    }
    steps.extend([Step::Again { conn: 1 }, Step::Results { accepted: true }]);
    let pool = lived(&steps);
    assert!(pool.server.found().count() > 0 && pool.server.found().accepted() > 0);
    pool.server.books(pool.now)
}

/// Whoever worked before the stop is paid by the first block after it.
#[test]
fn those_who_worked_before_are_paid_after() {
    let mut pool = Pool::new(proportional());
    pool.template(&template(1, 20), true);
    for (conn, worker) in [(1, "a1.rig"), (2, "a2.rig")] {
        let mut miner = pool.miner(conn, worker);
        for _ in 0..3 * conn {
            let solution = miner.mine(1e-9, None);
            assert_eq!(code(conn, &pool.say(conn, &miner.share(&solution))), None);
        }
    }
    let mut later = restarted(&pool, proportional(), 60_000);
    later.template(&template(2, 4), true);
    let mut third = later.miner(3, "a3");
    let coinbase_end = hex::encode(&third.job().coinbase_end);
    let pays = |worker: &str| coinbase_end.contains(&script_of(worker).unwrap().to_hex_string());
    assert!(pays("a1") && pays("a2") && !pays("a3") && !pays("a999"), "{coinbase_end}");
    // And it counts on.
    let solution = third.mine(1e-9, None);
    assert_eq!(code(3, &later.say(3, &third.share(&solution))), None);
    let accounts = later.server.accounts();
    assert_eq!((accounts.total.accepted, accounts.workers().count()), (10, 3));
    add_up(&later.server);
}

/// What was counted before a stop is not counted again after it, on the same template and with the same
/// extranonce; without the books it would be.
#[test]
fn shares_of_before_are_none_of_after() {
    let same = template(1, 20);
    let mut pool = Pool::new(proportional());
    pool.template(&same, true);
    let mut old = pool.miner(1, "a1.rig");
    let solutions: Vec<_> = (0..20).map(|_| old.mine(1e-9, None)).collect();
    // The books are of before the shares, as after a power cut.
    let kept = restarted(&pool, proportional(), 0);
    for solution in &solutions {
        assert_eq!(code(1, &pool.say(1, &old.share(solution))), None);
    }
    let forgetful = Pool::new(proportional());
    for (mut after, counts) in [(forgetful, true), (kept, false)] {
        after.now = at(1_000);
        after.template(&same, true);
        let new = after.miner(1, "a1.rig");
        assert_eq!(new.extranonce1, old.extranonce1, "the test shows nothing");
        for solution in &solutions {
            let replayed = code(1, &after.say(1, &old.share(solution)));
            let renamed = code(1, &after.say(1, &new.share(solution)));
            if counts {
                assert_eq!((replayed, renamed), (None, Some(Reject::Duplicate.code())));
            } else {
                assert_eq!(replayed, Some(Reject::Stale.code()));
                // Of another header, so it is good by chance only.
                assert!(old.hash(old.job(), solution) != new.hash(new.job(), solution));
            }
        }
    }
    // However often and however soon it is stopped.
    let mut seen = BTreeSet::new();
    for _ in 0..5 {
        pool = restarted(&pool, proportional(), 0);
        pool.template(&same, true);
        for conn in 1..5 {
            assert!(seen.insert(pool.miner(conn, "a1").job().id.clone()));
        }
    }
}

/// The books with a part replaced, and the checksum as it should be: what a careless hand or another program
/// would leave.
fn changed(books: &Books, from: &str, to: &str) -> Result<Books, BooksError> {
    let bytes = books.encode(CHAIN).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let (body, _) = text.split_once('\n').unwrap();
    assert!(body.contains(from), "no {from} in {body}");
    let body = format!("{}\n", body.replacen(from, to, 1));
    let sum = hex::encode(sha256d::Hash::hash(body.as_bytes()).to_byte_array());
    Books::decode(format!("{body}{sum}\n").as_bytes(), CHAIN)
}

#[test]
fn what_no_pool_writes_is_refused_with_the_reason() {
    let books = lived_a_little();
    let refused = |from: &str, to: &str| changed(&books, from, to).unwrap_err();
    assert_eq!(changed(&books, "\"version\"", "\"version\"").unwrap(), books);
    let entry = |from: &str, to: &str, about: &str| {
        let error = refused(from, to);
        assert!(matches!(&error, BooksError::Entry(text) if text.contains(about)), "{error}");
    };
    assert_eq!(refused("\"version\":1", "\"version\":2"), BooksError::Version { found: 2 });
    let error = refused("\"chain\":\"regtest\"", "\"chain\":\"main\"");
    assert!(error.to_string().contains("of chain `main`, not of `regtest`"), "{error}");
    let text = String::from_utf8(books.encode(CHAIN).unwrap()).unwrap();
    let (_, rest) = text.split_once("\"work\":\"").unwrap();
    let work = format!("\"work\":\"{}\"", rest.split_once('"').unwrap().0);
    for number in ["NaN", "inf", "-1", "", "1e999", "x"] {
        entry(&work, &format!("\"work\":\"{number}\""), "work");
    }
    entry("\"rate_1m\":[\"", "\"rate_1m\":[\"-", "rate");
    entry("\"away_ms\":", "\"away_ms\":9999999999999", "worker");
    entry("\"name\":\"a1", &format!("\"name\":\"a1{}", "x".repeat(128)), "name");
    entry("\"name\":\"a1", "\"name\":\"a1\\n", "name");
    entry("\"scripts\":[\"", "\"scripts\":[\"zz", "whom");
    entry("\"scripts\":[\"", &format!("\"scripts\":[\"{}", "00".repeat(64)), "whom");
    entry("\"window\":[[0,", "\"window\":[[77,1],[0,", "paid");
    entry("\"window\":[[0,", "\"window\":[[0,0],[0,", "paid");
    entry("\"blocks_found\":", "\"blocks_found\":9007199254740993", "blocks");
    entry("\"blocks_accepted\":", "\"blocks_accepted\":99999", "blocks");
    for (from, what) in [("\"accepted\":", "accepted"), ("\"blocks\":", "blocks")] {
        let error = refused(from, &format!("{from}1"));
        assert!(matches!(error, BooksError::DoNotAddUp(shares) if shares.contains(what)));
    }
    let error = refused("\"22\":1", "\"22\":2");
    assert_eq!(error, BooksError::DoNotAddUp("refused shares"));
    entry("\"22\":1", "\"44\":1", "refused");
    assert!(matches!(refused("\"at_ms\"", "\"when\":1,\"at_ms\""), BooksError::NotBooks(_)));
    let too_long = vec![b' '; MAX_BOOKS_BYTES + 1];
    assert_eq!(Books::decode(&too_long, CHAIN), Err(BooksError::TooLong));
}

/// As many workers as there may be, with the longest names: their books can be written and read.
#[test]
fn the_fullest_books_can_be_read() {
    let mut pool = Pool::new(proportional());
    for number in 0..u64::try_from(MAX_WORKERS_KEPT).unwrap() {
        let worker = format!("a{number}.{}", "\\\"".repeat(61));
        let escaped = worker.replace('\\', "\\\\").replace('"', "\\\"");
        pool.connect(1);
        pool.say(1, r#"{"id":1,"method":"mining.subscribe","params":[]}"#);
        let line = format!(r#"{{"id":2,"method":"mining.authorize","params":["{escaped}"]}}"#);
        assert_eq!(code(1, &pool.say(1, &line)), None);
        pool.step(Event::Disconnected { conn: ConnId(1) });
    }
    let later = restarted(&pool, proportional(), 1);
    assert_eq!(later.server.accounts().workers().count(), MAX_WORKERS_KEPT);
    assert_eq!(later.server.accounts().addresses().count(), MAX_WORKERS_KEPT);
}

/// The form is what it was: these bytes are of the first version.
#[test]
fn the_first_version_s_bytes_are_read() {
    let golden = include_str!("books-v1.txt");
    let books = Books::decode(golden.as_bytes(), CHAIN).unwrap();
    assert_eq!(String::from_utf8(books.encode(CHAIN).unwrap()).unwrap(), golden);
    let mut server = Server::new(proportional(), at(0)).unwrap();
    server.restore(at(0), books);
    let tally = &server.accounts().total;
    assert!(tally.accepted > 0 && server.found().count() > 0 && server.window().total() > 0);
    let (to, _) = server.window().weights().next().unwrap();
    assert_eq!(to, &script_of("a1").unwrap());
    assert!(difficulty(1e-9) <= difficulty(tally.best));
}

//! The pool's side: sessions byte for byte, and each rule of shares.

use std::sync::Arc;

use quarry_mining::Solution;
use quarry_mining::limits::{JOBS_KEPT, MAX_SHARES_PER_JOB};
use quarry_mining::stratum::message::Reject;
use quarry_mining::stratum::server::{Action, ConnId, Event};
use quarry_primitives::{BlockHash, Hash as _};

use super::support::{
    Miner, Pool, START_SECS, code, config, difficulty, lines, script_of, template,
};

/// A session as a miner that rolls versions has it, every byte of it.
#[test]
fn a_session_is_answered_byte_for_byte() {
    let mut pool = Pool::new(config());
    assert!(pool.template(&template(7, 8), true).is_empty());
    assert!(pool.connect(1).is_empty());
    let mut told = |line: &str| {
        let actions = pool.say(1, line);
        lines(1, &actions).join("\n")
    };
    // The example of BIP-310.
    assert_eq!(
        told(
            r#"{"method": "mining.configure", "id": 1, "params": [["minimum-difficulty", "version-rolling"], {"minimum-difficulty.value": 2048, "version-rolling.mask": "1fffe000", "version-rolling.min-bit-count": 2}]}"#
        ),
        r#"{"id":1,"result":{"minimum-difficulty":true,"version-rolling":true,"version-rolling.mask":"1fffe000"},"error":null}"#
    );
    assert_eq!(
        told(
            r#"{"method":"mining.configure","id":1,"params":[["minimum-difficulty","subscribe-extranonce","info"],{"minimum-difficulty.value":0}]}"#
        ),
        r#"{"id":1,"result":{"info":false,"minimum-difficulty":true,"subscribe-extranonce":true},"error":null}"#
    );
    assert_eq!(
        told(r#"{"id": 2, "method": "mining.subscribe", "params": ["cpuminer/2.5.1"]}"#),
        r#"{"id":2,"result":[[["mining.set_difficulty","08000002"],["mining.notify","08000002"]],"08000002",8],"error":null}"#
    );
    assert_eq!(
        told(r#"{"id": "3", "method": "mining.authorize", "params": ["a1.rig", "x"]}"#),
        r#"{"id":"3","result":true,"error":null}
{"id":null,"method":"mining.set_difficulty","params":[1e-9]}
{"id":null,"method":"mining.notify","params":["1","0707070707070707070707070707070707070707070707070707070707070707","02000000010000000000000000000000000000000000000000000000000000000000000000ffffffff1d02f4011000000001","082f7175617272792ffeffffff017bf2052a010000001600140000000000000000000000000000000000000001f3010000",["0000000000000000000000000000000000000000000000000000000000000000","39ce20bede82c96b8908bec4a157b09c549b3db90b9b474bda9ae9b9030310b4"],"20000000","207fffff","6553f100",true]}"#
    );
    // Found once by trying, by code that is not ours.
    let submit = |id: u32, nonce: &str| {
        format!(
            r#"{{"id":{id},"method":"mining.submit","params":["a1.rig","1","0000000000000000","6553f100","{nonce}","00002000"]}}"#
        )
    };
    let low = r#"{"id":4,"result":null,"error":[23,"Low difficulty share",null]}"#;
    assert_eq!(told(&submit(4, "00000001")), low);
    assert_eq!(told(&submit(5, "00000004")), r#"{"id":5,"result":true,"error":null}"#);
    assert_eq!(
        told(&submit(6, "00000004")),
        r#"{"id":6,"result":null,"error":[22,"Duplicate share",null]}"#
    );
    assert_eq!(
        told(r#"{"id":7,"method":"mining.get_transactions","params":["2"]}"#),
        r#"{"id":7,"result":null,"error":[21,"Job not found",null]}"#
    );
    let txs = [0, 1, 2].map(|n| format!("\"{}\"", format!("{n:02x}").repeat(60))).join(",");
    assert_eq!(
        told(r#"{"id":8,"method":"mining.get_transactions","params":["1"]}"#),
        format!(r#"{{"id":8,"result":[{txs}],"error":null}}"#)
    );
    assert_eq!(
        told(r#"{"id":9,"method":"mining.ping","params":[]}"#),
        r#"{"id":9,"result":true,"error":null}"#
    );
    assert_eq!(
        told(r#"{"id":10,"method":"mining.unheard_of","params":[]}"#),
        r#"{"id":10,"result":null,"error":[20,"Method not found",null]}"#
    );
    assert_eq!(told(r#"{"id":null,"method":"mining.unheard_of"}"#), "");
    assert_eq!(
        told(r#"{"id":11,"method":"mining.suggest_difficulty","params":[1e-8]}"#),
        r#"{"id":11,"result":true,"error":null}
{"id":null,"method":"mining.set_difficulty","params":[1e-8]}
{"id":null,"method":"mining.notify","params":["2","0707070707070707070707070707070707070707070707070707070707070707","02000000010000000000000000000000000000000000000000000000000000000000000000ffffffff1d02f4011000000002","082f7175617272792ffeffffff017bf2052a010000001600140000000000000000000000000000000000000001f3010000",["0000000000000000000000000000000000000000000000000000000000000000","39ce20bede82c96b8908bec4a157b09c549b3db90b9b474bda9ae9b9030310b4"],"20000000","207fffff","6553f100",false]}"#
    );
}

fn refused(pool: &mut Pool, miner: &Miner, line: &str) -> Option<i64> {
    code(miner.conn, &pool.say(miner.conn, line))
}

#[test]
fn each_bad_share_has_its_code() {
    let mut config = config();
    config.vardiff.start = difficulty(1e-6);
    let mut pool = Pool::new(config);
    pool.template(&template(7, 200), true);
    let mut miner = pool.miner(1, "a1.rig");
    let good = miner.mine(1e-6, None);
    let bad = |change: &dyn Fn(&mut Solution)| {
        let mut solution = good.clone();
        change(&mut solution);
        miner.share(&solution)
    };
    let start = u32::try_from(START_SECS).unwrap();
    let other = Some(Reject::Other.code());
    // What is wrong before any hash is made.
    let long = bad(&|solution| solution.extranonce2.push(0));
    assert_eq!(refused(&mut pool, &miner, &long), other);
    let old = bad(&|solution| solution.time = start - 601);
    assert_eq!(refused(&mut pool, &miner, &old), other);
    let future = bad(&|solution| solution.time = start + 7201);
    assert_eq!(refused(&mut pool, &miner, &future), other);
    let rolled = miner.share(&good).replace("\"]}", "\",\"00002000\"]}");
    assert_eq!(refused(&mut pool, &miner, &rolled), other);
    // Times at the ends of the window only lack work.
    for time in [start - 600, start + 7200] {
        let line = bad(&|solution| (solution.time, solution.nonce) = (time, 0x1234));
        let code = refused(&mut pool, &miner, &line);
        assert!(code.is_none() || code == Some(23), "{code:?}");
    }
    let strange = miner.share(&good).replace("a1.rig", "a1.other");
    assert_eq!(refused(&mut pool, &miner, &strange), Some(24));
    let unknown = miner.share_of("77", &good);
    assert_eq!(refused(&mut pool, &miner, &unknown), Some(21));
    let unread = miner.share_of("no number", &good);
    assert_eq!(refused(&mut pool, &miner, &unread), Some(21));
    let low = loop {
        miner.next += 1;
        let solution = Solution { nonce: miner.next, ..good.clone() };
        if !difficulty(1e-6).target().is_met_by(&miner.hash(miner.job(), &solution)) {
            break solution;
        }
    };
    let low = miner.share(&low);
    assert_eq!(refused(&mut pool, &miner, &low), Some(23));
    let line = miner.share(&good);
    assert_eq!(refused(&mut pool, &miner, &line), None);
    assert_eq!(refused(&mut pool, &miner, &line), Some(22));
    // A stranger's share, and one of nobody who subscribed.
    pool.connect(2);
    let stranger = Miner { conn: 2, ..miner.clone() };
    assert_eq!(refused(&mut pool, &stranger, &line), Some(25));
    pool.say(2, r#"{"id":1,"method":"mining.subscribe"}"#);
    assert_eq!(refused(&mut pool, &stranger, &line), Some(24));
    // Somebody else's share is nobody's: the extranonce differs.
    let thief = pool.miner(3, "a1.rig");
    assert_ne!(thief.extranonce1, miner.extranonce1);
    let stolen = thief.share(&good);
    let code = refused(&mut pool, &thief, &stolen);
    assert_eq!(code, Some(23), "a share was stolen");
}

/// Jobs of one template have no header in common, nor have jobs of templates that are alike: what was worth
/// something for one is worth nothing for another, now or when the first is long forgotten.
#[test]
fn a_share_is_not_taken_again_for_another_job() {
    let mut config = config();
    config.vardiff.start = difficulty(1e-6);
    let mut pool = Pool::new(config);
    let template = template(7, 200);
    pool.template(&template, true);
    let mut miner = pool.miner(1, "a1");
    let solution = miner.mine(1e-6, None);
    let line = miner.share(&solution);
    assert_eq!(refused(&mut pool, &miner, &line), None);
    // The same template with another difficulty, and the same template as if it were new.
    let again = r#"{"id":11,"method":"mining.suggest_difficulty","params":[5e-7]}"#;
    miner.hear(&pool.say(1, again));
    let line = miner.share(&solution);
    assert_eq!(refused(&mut pool, &miner, &line), Some(23));
    for clean in [false, true] {
        for _ in 0..=JOBS_KEPT {
            miner.hear(&pool.template(&template, clean));
            let line = miner.share(&solution);
            assert_eq!(refused(&mut pool, &miner, &line), Some(23));
        }
    }
    assert_eq!(pool.server.accounts().total.accepted, 1);
}

#[test]
fn jobs_are_kept_until_there_are_too_many_or_a_new_block() {
    let mut pool = Pool::new(config());
    pool.template(&template(7, 200), true);
    let mut miner = pool.miner(1, "a1");
    assert!(miner.job().clean);
    let kept = u32::try_from(JOBS_KEPT).unwrap();
    let solutions: Vec<(String, Solution)> = (0..=kept)
        .map(|n| {
            if n > 0 {
                let mut newer = (*template(7, 200)).clone();
                newer.time += n;
                miner.hear(&pool.template(&Arc::new(newer), false));
                assert!(!miner.job().clean);
            }
            (miner.job().id.clone(), miner.mine(1e-9, None))
        })
        .collect();
    for (n, (job, solution)) in solutions.iter().enumerate() {
        let line = miner.share_of(job, solution);
        assert_eq!(refused(&mut pool, &miner, &line), (n == 0).then_some(21), "job {n}");
    }
    let (job, solution) = (miner.job().id.clone(), miner.mine(1e-9, None));
    // Another block is built upon: that is clean, whatever is said.
    miner.hear(&pool.template(&template(8, 200), false));
    assert!(miner.job().clean);
    let line = miner.share_of(&job, &solution);
    assert_eq!(refused(&mut pool, &miner, &line), Some(21));
    // Who waits while there is no template gets a job with the first.
    let mut pool = Pool::new(config());
    let mut early = pool.miner(1, "a1");
    assert!(early.jobs.is_empty());
    early.hear(&pool.template(&template(7, 200), true));
    assert_eq!(early.jobs.len(), 1);
}

/// A chain so easy that difficulty cannot follow: the pool remembers so many shares and no more, and nobody is
/// refused for being fast.
#[test]
fn a_job_that_has_all_its_shares_is_followed_by_another() {
    let mut config = config();
    let easiest = difficulty(1e-12);
    (config.vardiff.min, config.vardiff.start) = (easiest, easiest);
    config.vardiff.max = easiest;
    let mut pool = Pool::new(config);
    pool.template(&template(7, 200), true);
    let mut miner = pool.miner(1, "a1");
    let first = miner.job().id.clone();
    for n in 1..=MAX_SHARES_PER_JOB {
        let solution = miner.mine(1e-12, None);
        let actions = pool.say(1, &miner.share(&solution));
        assert_eq!(code(1, &actions), None);
        miner.hear(&actions);
        assert_eq!(miner.jobs.len(), if n < MAX_SHARES_PER_JOB { 1 } else { 2 });
    }
    assert!(!miner.job().clean);
    let solution = miner.mine(1e-12, None);
    let line = miner.share_of(&first, &solution);
    assert_eq!(refused(&mut pool, &miner, &line), Some(21));
    let line = miner.share(&solution);
    assert_eq!(refused(&mut pool, &miner, &line), None);
}

/// Where a job has all its shares a block of it is still one, and only once.
#[test]
fn a_block_is_taken_of_a_job_that_has_all_its_shares() {
    let mut config = config();
    let easiest = difficulty(1e-12);
    (config.vardiff.min, config.vardiff.start) = (easiest, easiest);
    config.vardiff.max = easiest;
    let mut pool = Pool::new(config);
    pool.template(&template(7, 12), true);
    // Of 12 bits, as a difficulty.
    let of_block = 1.0 / 1_048_576.0;
    let mut miner = pool.miner(1, "a1");
    for _ in 0..MAX_SHARES_PER_JOB {
        let solution = miner.mine(1e-12, Some(of_block / 1.01));
        assert_eq!(code(1, &pool.say(1, &miner.share(&solution))), None);
    }
    let share = miner.mine(1e-12, Some(of_block / 1.01));
    let line = miner.share(&share);
    assert_eq!(refused(&mut pool, &miner, &line), Some(21));
    let block = miner.mine(of_block * 1.01, None);
    let line = miner.share(&block);
    let actions = pool.say(1, &line);
    assert!(actions.iter().any(|action| matches!(action, Action::Block(_))), "{actions:?}");
    assert_eq!(refused(&mut pool, &miner, &line), Some(22));
}

/// A miner that takes a new difficulty for its old job, and one that does not, are both right.
#[test]
fn both_difficulties_hold_while_one_follows_the_other() {
    let mut pool = Pool::new(config());
    pool.template(&template(7, 200), true);
    let mut miner = pool.miner(1, "a1");
    let old = miner.job().id.clone();
    let weak = miner.mine(1e-9, Some(1e-7));
    // Harder: what was told for the old job holds for it.
    miner.hear(&pool.say(1, r#"{"id":1e9,"method":"mining.suggest_difficulty","params":[1e-7]}"#));
    assert!((miner.difficulty - 1e-7).abs() < 1e-20);
    let line = miner.share_of(&old, &weak);
    assert_eq!(refused(&mut pool, &miner, &line), None);
    let weaker = miner.mine(1e-9, Some(1e-7));
    let line = miner.share(&weaker);
    assert_eq!(refused(&mut pool, &miner, &line), Some(23));
    // Easier: it holds for the harder job too, and no more is credited.
    let hard = miner.job().id.clone();
    miner.hear(&pool.say(1, r#"{"id":1e9,"method":"mining.suggest_difficulty","params":[1e-9]}"#));
    let line = miner.share_of(&hard, &weaker);
    assert_eq!(refused(&mut pool, &miner, &line), None);
    let total = &pool.server.accounts().total;
    assert!((total.work - 2e-9).abs() < 1e-20, "{}", total.work);
}

#[test]
fn a_block_is_given_out_with_its_bytes_and_pays_its_finder() {
    let mut pool = Pool::new(config());
    pool.template(&template(7, 8), true);
    let mut miner = pool.miner(1, "a42.rig");
    let solution = miner.mine(1.0 / 16_777_216.0, None);
    let line = miner.share(&solution);
    let actions = pool.say(1, &line);
    assert_eq!(code(1, &actions), None);
    let block = actions.iter().find_map(|action| match action {
        Action::Block(block) => Some(block),
        _ => None,
    });
    let block = block.unwrap();
    assert_eq!(block.worker, "a42.rig");
    assert_eq!(BlockHash::hash(&block.bytes[..80]), block.hash);
    assert_eq!(block.bytes[..80], miner.job().header(&miner.extranonce1, &solution));
    let script = script_of("a42").unwrap();
    let pays = |bytes: &[u8]| bytes.windows(22).any(|part| part == script.as_bytes());
    assert!(pays(&block.bytes), "the finder is not paid");
    let found = pool.server.found().iter().next().unwrap().clone();
    assert_eq!((found.hash, found.height, found.result), (block.hash, 500, None));
    let hash = block.hash;
    pool.step(Event::BlockResult { hash, result: Ok(()) });
    pool.step(Event::BlockResult { hash, result: Err("duplicate".to_owned()) });
    assert_eq!((pool.server.found().count(), pool.server.found().accepted()), (1, 1));
    assert_eq!(pool.server.accounts().total.blocks, 1);
}

#[test]
fn versions_roll_within_what_both_sides_and_the_template_allow() {
    let mut pool = Pool::new(config());
    pool.template(&template(7, 200), true);
    let configure = r#"{"id":5,"method":"mining.configure","params":[["version-rolling"],{"version-rolling.mask":"0000ffff"}]}"#;
    let mut miner = pool.miner(1, "a1");
    let first = miner.job().id.clone();
    let actions = pool.say(1, configure);
    let reply = r#"{"id":5,"result":{"version-rolling":true,"version-rolling.mask":"0000e000"},"error":null}"#;
    assert_eq!(lines(1, &actions)[0], reply);
    miner.hear(&actions);
    assert_ne!(miner.job().id, first);
    let rolled = |miner: &mut Miner, bits: u32| loop {
        let mut solution = miner.mine(1e-9, None);
        solution.version |= bits;
        if difficulty(1e-9).target().is_met_by(&miner.hash(miner.job(), &solution)) {
            return miner.share(&solution).replace("\"]}", &format!("\",\"{bits:08x}\"]}}"));
        }
    };
    let line = rolled(&mut miner, 0x2000);
    assert_eq!(refused(&mut pool, &miner, &line), None);
    let line = rolled(&mut miner, 0x0001_0000);
    assert_eq!(refused(&mut pool, &miner, &line), Some(20));
    // A template that leaves fewer bits says so before its job.
    let mut fewer = (*template(7, 200)).clone();
    fewer.version_mask = quarry_pow::VersionMask::new(0x4000);
    let actions = pool.template(&Arc::new(fewer), false);
    let mask = r#"{"id":null,"method":"mining.set_version_mask","params":["00004000"]}"#;
    assert_eq!(lines(1, &actions)[0], mask);
    miner.hear(&actions);
    let line = rolled(&mut miner, 0x2000);
    assert_eq!(refused(&mut pool, &miner, &line), Some(20));
    let line = rolled(&mut miner, 0x4000);
    assert_eq!(refused(&mut pool, &miner, &line), None);
    // A pool that rolls nothing.
    let mut pool =
        Pool::new(quarry_mining::stratum::server::ServerConfig { version_mask: None, ..config() });
    pool.connect(1);
    let actions = pool.say(1, configure);
    let reply = r#"{"id":5,"result":{"version-rolling":false},"error":null}"#;
    assert_eq!(lines(1, &actions), [reply]);
}

#[test]
fn names_are_addresses_of_the_chain() {
    let mut pool = Pool::new(config());
    pool.template(&template(7, 200), true);
    pool.miner(1, "a1.rig");
    let login = |worker: &str| {
        format!(r#"{{"id":3,"method":"mining.authorize","params":["{worker}","x"]}}"#)
    };
    assert_eq!(code(1, &pool.say(1, &login("a1.rig"))), None);
    assert_eq!(code(1, &pool.say(1, &login("a1.other"))), None);
    // Each address has its own coinbase.
    assert_eq!(code(1, &pool.say(1, &login("a2"))), Some(24));
    for name in ["", "bob", ".a1", "a1\\u0007"] {
        assert_eq!(code(1, &pool.say(1, &login(name))), Some(24), "{name}");
    }
    let mut pool = Pool::new(quarry_mining::stratum::server::ServerConfig {
        fallback: script_of("a9"),
        ..config()
    });
    pool.template(&template(7, 200), true);
    let bob = pool.miner(1, "bob");
    // Books could not be kept for nobody.
    // Nor is a mistyped address the pool's own.
    let mistyped = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt081";
    assert_eq!(code(1, &pool.say(1, &login(&format!("{mistyped}.rig")))), Some(24));
    for name in [".", ".x", ".a1", "..", "", "a1\\u0007"] {
        assert_eq!(code(1, &pool.say(1, &login(name))), Some(24), "{name}");
    }
    let script = script_of("a9").unwrap();
    let end = &bob.job().coinbase_end;
    assert!(end.windows(22).any(|part| part == script.as_bytes()), "the fallback is not paid");
    assert_eq!(pool.server.connections().next().unwrap().workers, ["bob"]);
    pool.step(Event::Disconnected { conn: ConnId(1) });
    assert_eq!(pool.server.connections().count(), 0);
}

//! The miner's side: a session byte for byte, each rule, and pools that mean no good.

use proptest::prelude::*;
use quarry_mining::limits::{
    JOBS_KEPT, MAX_BRANCH, MAX_LINES_PER_SEC, MAX_OUTSTANDING_SHARES, MAX_POOL_LINE_BYTES,
    MAX_RECONNECT_WAIT_SECS,
};
use quarry_mining::stratum::client::{
    Action, Client, ClientConfig, CloseReason, Event, Outcome, PoolWork, Stage, SubmitError, WorkId,
};
use quarry_mining::stratum::line::{LineError, RpcError};
use quarry_mining::{Difficulty, Solution};
use quarry_pow::VersionMask;
use quarry_primitives::Now;

use super::support::difficulty;

/// A connection, and the time.
struct Miner {
    client: Client,
    now: Now,
}

fn config() -> ClientConfig {
    ClientConfig::new("pool.example", 3333, "quarry/0.1", "slush.miner1")
}

fn connect(config: ClientConfig) -> (Miner, Vec<Action>) {
    let now = Now::from_ms(1_700_000_000_000);
    let (client, actions) = Client::new(config, now);
    (Miner { client, now }, actions)
}

impl Miner {
    fn hear(&mut self, line: &str) -> Vec<Action> {
        self.client.step(self.now, Event::Line(line.as_bytes().to_vec()))
    }

    fn after(&mut self, ms: u64) -> Vec<Action> {
        self.now = Now::from_ms(self.now.wall_ms + ms);
        self.client.step(self.now, Event::Tick)
    }

    /// A connection that works for a pool from before BIP-310, with extranonces of 4 bytes each.
    fn working() -> Self {
        let (mut miner, _) = connect(ClientConfig { version_mask: None, ..config() });
        miner.hear(SUBSCRIBED);
        miner.hear(r#"{"id":2,"result":true,"error":null}"#);
        assert_eq!(miner.client.stage(), Stage::Working);
        miner
    }
}

const SUBSCRIBED: &str =
    r#"{"id":1,"result":[[["mining.notify","ae68"]],"08000002",4],"error":null}"#;

fn sent(actions: &[Action]) -> Vec<&str> {
    let mut lines = Vec::new();
    for action in actions {
        if let Action::Send(line) = action {
            lines.push(line.trim_end());
        }
    }
    lines
}

fn works(actions: &[Action]) -> Vec<&PoolWork> {
    let mut works = Vec::new();
    for action in actions {
        if let Action::Work(work) = action {
            works.push(work);
        }
    }
    works
}

/// The job of the documented session with another name, nBits and whether it is clean.
fn job(id: &str, bits: &str, clean: bool) -> String {
    format!(
        r#"{{"params": ["{id}", "4d16b6f85af6e2198f44ae2a6de67f78487ae5611b77c6c0440b921e00000000", "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff20020862062f503253482f04b8864e5008", "072f736c7573682f000000000100f2052a010000001976a914d23fcdf86f7e756a64a7a9688ef9903327048ed988ac00000000", [], "00000002", "{bits}", "504e86b9", {clean}], "id": null, "method": "mining.notify"}}"#
    )
}

/// The solution of the documented session, which made a block of testnet3.
fn slush_solution() -> Solution {
    Solution { extranonce2: vec![0, 0, 0, 1], time: 0x504e_86ed, nonce: 0xb295_7c02, version: 2 }
}

/// The session that Slush's pool documented, from the miner's side, every byte of it; the calls before
/// it are BIP-310's.
#[test]
fn a_session_is_spoken_byte_for_byte() {
    let mut settings = config();
    settings.password = "password".to_owned();
    settings.suggested = Some(difficulty(2.0));
    let (mut miner, actions) = connect(settings);
    assert_eq!(
        sent(&actions),
        [
            r#"{"id":1,"method":"mining.configure","params":[["version-rolling","subscribe-extranonce"],{"version-rolling.mask":"1fffe000","version-rolling.min-bit-count":2}]}"#
        ]
    );
    let actions = miner.hear(
        r#"{"error": null, "id": 1, "result": {"version-rolling": true, "version-rolling.mask": "18000000", "minimum-difficulty": true}}"#,
    );
    assert_eq!(sent(&actions), [r#"{"id":2,"method":"mining.subscribe","params":["quarry/0.1"]}"#]);
    let actions = miner.hear(
        r#"{"id": 2, "result": [ [ ["mining.set_difficulty", "b4b6693b72a50c7116db18d6497cac52"], ["mining.notify", "ae6812eb4cd7735a302a8a9dd95cf71f"]], "08000002", 4], "error": null}"#,
    );
    assert_eq!(
        sent(&actions),
        [r#"{"id":3,"method":"mining.authorize","params":["slush.miner1","password"]}"#]
    );
    // The job comes before the answer, as with most pools.
    assert_eq!(
        miner.hear(r#"{ "id": null, "method": "mining.set_difficulty", "params": [2]}"#),
        []
    );
    assert_eq!(miner.hear(&job("bf", "1c2ac4af", false)), []);
    let actions = miner.hear(r#"{"error": null, "id": 3, "result": true}"#);
    assert_eq!(
        sent(&actions),
        [
            r#"{"id":4,"method":"mining.extranonce.subscribe","params":[]}"#,
            r#"{"id":5,"method":"mining.suggest_difficulty","params":[2]}"#
        ]
    );
    let work = works(&actions)[0].clone();
    assert_eq!((work.difficulty, work.extranonce2_bytes, work.clean), (difficulty(2.0), 4, true));
    assert_eq!(work.version_mask, VersionMask::new(0x1800_0000));
    let search = work.search(&[0, 0, 0, 1]).unwrap();
    assert_eq!(search.target(), difficulty(2.0).target());

    // The documented share, and the same with a rolled version.
    let mut solution = slush_solution();
    let actions = miner.client.submit(miner.now, work.id, &solution).unwrap();
    assert_eq!(
        sent(&actions),
        [
            r#"{"id":6,"method":"mining.submit","params":["slush.miner1","bf","00000001","504e86ed","b2957c02","00000000"]}"#
        ]
    );
    solution.version |= 0x0800_0000;
    let actions = miner.client.submit(miner.now, work.id, &solution).unwrap();
    assert!(sent(&actions)[0].ends_with(r#","08000000"]}"#), "{actions:?}");
    miner.now = Now::from_ms(miner.now.wall_ms + 70);
    let outcome = |actions: Vec<Action>| match &actions[..] {
        [Action::Share(share)] => (share.work, share.took_ms, share.outcome.clone()),
        other => panic!("{other:?}"),
    };
    let accepted = outcome(miner.hear(r#"{"error": null, "id": 6, "result": true}"#));
    assert_eq!(accepted, (work.id, 70, Outcome::Accepted));
    let error = RpcError { code: 23, message: "Low difficulty share".to_owned() };
    let rejected =
        outcome(miner.hear(r#"{"id":7,"result":null,"error":[23,"Low difficulty share",null]}"#));
    assert_eq!(rejected, (work.id, 70, Outcome::Rejected(error)));
    // Said once.
    assert_eq!(miner.hear(r#"{"id":7,"result":true,"error":null}"#), []);

    let version = miner.hear(r#"{"id":7,"method":"client.get_version","params":[]}"#);
    assert_eq!(sent(&version), [r#"{"id":7,"result":"quarry/0.1","error":null}"#]);
    let shown =
        miner.hear(r#"{"id":null,"method":"client.show_message","params":["hello\u0007"]}"#);
    assert_eq!(shown, [Action::Message("hello".to_owned())]);
    let ping = miner.hear(r#"{"id":8,"method":"mining.ping","params":[]}"#);
    assert_eq!(sent(&ping), [r#"{"id":8,"result":true,"error":null}"#]);
    assert_eq!(miner.hear(r#"{"id":null,"method":"mining.unheard_of","params":[]}"#), []);
}

#[test]
fn pools_from_before_the_extensions_are_mined_for() {
    let subscribe = r#"{"id":2,"method":"mining.subscribe","params":["quarry/0.1"]}"#;
    let rolls = |miner: &mut Miner| {
        miner.hear(&SUBSCRIBED.replace("\"id\":1", "\"id\":2"));
        miner.hear(r#"{"id":3,"result":true,"error":null}"#);
        works(&miner.hear(&job("1", "1c2ac4af", true)))[0].version_mask
    };
    for reply in [
        r#"{"id":1,"result":null,"error":[-3,"Method 'configure' not found",null]}"#,
        r#"{"id":1,"result":null,"error":null}"#,
        r#"{"id":1,"result":{"version-rolling":false},"error":null}"#,
        r#"{"id":1,"result":{"version-rolling":true},"error":null}"#,
        // Of our bits none.
        r#"{"id":1,"result":{"version-rolling":true,"version-rolling.mask":"00000001"},"error":null}"#,
    ] {
        let (mut miner, _) = connect(config());
        assert_eq!(sent(&miner.hear(reply)), [subscribe], "{reply}");
        assert_eq!(rolls(&mut miner), None);
    }
    // No answer at all.
    let (mut miner, _) = connect(config());
    assert_eq!(miner.after(29_999), []);
    assert_eq!(sent(&miner.after(1)), [subscribe]);
    assert_eq!(miner.client.stage(), Stage::Subscribing);
    assert_eq!(rolls(&mut miner), None);
    // Not asked.
    let (_, actions) = connect(ClientConfig { version_mask: None, ..config() });
    assert_eq!(sent(&actions), [subscribe.replace("\"id\":2", "\"id\":1")]);
}

#[test]
fn what_a_pool_sets_holds_from_when_it_should() {
    let mut miner = Miner::working();
    let first = works(&miner.hear(&job("1", "1c2ac4af", false)))[0].clone();
    assert_eq!((first.difficulty, first.version_mask), (Difficulty::ONE, None));
    assert_eq!(miner.hear(r#"{"method":"mining.set_difficulty","params":[64]}"#), []);
    assert_eq!(miner.hear(r#"{"method":"mining.set_extranonce","params":["0a0b",2]}"#), []);
    // A share of the first is still one of the first.
    assert!(miner.client.submit(miner.now, first.id, &slush_solution()).is_ok());
    let second = works(&miner.hear(&job("2", "1c2ac4af", false)))[0].clone();
    assert_eq!(second.difficulty, difficulty(64.0));
    assert_eq!((&second.extranonce1[..], second.extranonce2_bytes), (&[10, 11][..], 2));
    assert!(miner.client.submit(miner.now, first.id, &slush_solution()).is_ok());
    // A mask that was not asked for rolls nothing.
    assert_eq!(miner.hear(r#"{"method":"mining.set_version_mask","params":["1fffe000"]}"#), []);

    let (mut miner, _) = connect(config());
    miner.hear(
        r#"{"id":1,"result":{"version-rolling":true,"version-rolling.mask":"1fffe000"},"error":null}"#,
    );
    miner.hear(&SUBSCRIBED.replace("\"id\":1", "\"id\":2"));
    miner.hear(r#"{"id":3,"result":true,"error":null}"#);
    let old = works(&miner.hear(&job("1", "1c2ac4af", false)))[0].clone();
    let actions = miner.hear(r#"{"method":"mining.set_version_mask","params":["00006000"]}"#);
    let new = works(&actions)[0].clone();
    assert_eq!((new.version_mask, new.clean), (VersionMask::new(0x6000), true));
    assert_eq!((new.job.clone(), new.id == old.id), (old.job, false));
    let stale = miner.client.submit(miner.now, old.id, &slush_solution());
    assert_eq!(stale, Err(SubmitError::Stale));
    assert_eq!(miner.hear(r#"{"method":"mining.set_version_mask","params":["00006000"]}"#), []);
}

#[test]
fn nothing_stale_or_wrong_is_handed_in() {
    let mut miner = Miner::working();
    let good = slush_solution();
    let mut all = Vec::new();
    for n in 0..=JOBS_KEPT {
        all.push(works(&miner.hear(&job(&n.to_string(), "1c2ac4af", false)))[0].id);
    }
    let submit = |miner: &mut Miner, work: WorkId, solution: &Solution| {
        miner.client.submit(miner.now, work, solution).map(|actions| actions.len())
    };
    assert_eq!(submit(&mut miner, all[0], &good), Err(SubmitError::Stale));
    assert_eq!(submit(&mut miner, all[1], &good), Ok(1));
    let long = Solution { extranonce2: vec![0; 5], ..slush_solution() };
    let wrong = submit(&mut miner, all[1], &long);
    assert!(matches!(wrong, Err(SubmitError::NotOfWork(_))), "{wrong:?}");
    let rolled = Solution { version: 3, ..good.clone() };
    let wrong = submit(&mut miner, all[1], &rolled);
    assert!(matches!(wrong, Err(SubmitError::NotOfWork(_))), "{wrong:?}");
    // A new block.
    let clean = works(&miner.hear(&job("new", "1c2ac4af", true)))[0].id;
    assert_eq!(submit(&mut miner, all[JOBS_KEPT], &good), Err(SubmitError::Stale));
    for _ in 1..MAX_OUTSTANDING_SHARES {
        assert_eq!(submit(&mut miner, clean, &good), Ok(1));
    }
    assert_eq!(submit(&mut miner, clean, &good), Err(SubmitError::TooMany));
    assert_eq!(miner.after(29_999), []);
    let late = miner.after(1);
    assert_eq!(late.len(), MAX_OUTSTANDING_SHARES);
    let unanswered = |action: &Action| matches!(action, Action::Share(share) if share.outcome == Outcome::Unanswered);
    assert!(late.iter().all(unanswered), "{late:?}");
    assert_eq!(miner.client.outstanding(), 0);
    assert_eq!(submit(&mut miner, clean, &good), Ok(1));
}

#[test]
fn a_pool_may_move_a_miner_to_its_own_host_only() {
    let mut miner = Miner::working();
    let moved = miner.hear(r#"{"method":"client.reconnect","params":["evil.example",3333,0]}"#);
    assert_eq!(moved, [Action::MoveRefused { host: "evil.example".to_owned() }]);
    let moved =
        miner.hear(r#"{"method":"client.reconnect","params":["pool.example.evil.example"]}"#);
    assert!(matches!(&moved[..], [Action::MoveRefused { .. }]), "{moved:?}");
    assert_eq!(miner.client.stage(), Stage::Working);
    let moved = miner.hear(r#"{"method":"client.reconnect","params":["POOL.example",3334,99999]}"#);
    let expected = Action::Reconnect { port: 3334, wait_secs: MAX_RECONNECT_WAIT_SECS };
    assert_eq!(moved, [expected]);
    assert_eq!(miner.client.stage(), Stage::Over);
    assert_eq!(miner.hear(&job("1", "1c2ac4af", true)), []);
    let over = miner.client.submit(miner.now, WorkId(1), &slush_solution());
    assert_eq!(over, Err(SubmitError::Over));
    let mut miner = Miner::working();
    let moved = miner.hear(r#"{"method":"client.reconnect","params":[]}"#);
    assert_eq!(moved, [Action::Reconnect { port: 3333, wait_secs: 0 }]);
}

fn closed(actions: Vec<Action>) -> CloseReason {
    match actions.into_iter().next_back() {
        Some(Action::Close(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn pools_that_refuse_or_are_silent_are_left() {
    let refused = RpcError { code: 24, message: "who?".to_owned() };
    let (mut miner, _) = connect(ClientConfig { version_mask: None, ..config() });
    let why = closed(miner.hear(r#"{"id":1,"result":null,"error":[24,"who?",null]}"#));
    assert_eq!(why, CloseReason::NotSubscribed(refused));
    for reply in [r#"null,"error":[24,"who?",null]"#, r#"false,"error":null"#] {
        let (mut miner, _) = connect(ClientConfig { version_mask: None, ..config() });
        miner.hear(SUBSCRIBED);
        let why = closed(miner.hear(&format!(r#"{{"id":2,"result":{reply}}}"#)));
        assert!(matches!(why, CloseReason::Unauthorized(_)), "{why}");
    }
    for heard in 0..2 {
        let (mut miner, _) = connect(ClientConfig { version_mask: None, ..config() });
        (0..heard).for_each(|_| drop(miner.hear(SUBSCRIBED)));
        assert_eq!(miner.after(29_999), []);
        assert_eq!(closed(miner.after(1)), CloseReason::NoAnswer);
    }
    let mut miner = Miner::working();
    assert_eq!(miner.after(599_999), []);
    assert_eq!(closed(miner.after(1)), CloseReason::Silence);
}

#[test]
fn pools_that_mean_no_good_are_left() {
    let extranonces = [
        r#"[[],"08000002",0]"#,
        r#"[[],"08000002",17]"#,
        r#"[[],"08000002",-1]"#,
        r#"[[],"080000020800000208000002080000020800",4]"#,
        r#"[[],5,4]"#,
        r#"[]"#,
        r#"7"#,
    ];
    for result in extranonces {
        let (mut miner, _) = connect(ClientConfig { version_mask: None, ..config() });
        let why = closed(miner.hear(&format!(r#"{{"id":1,"result":{result},"error":null}}"#)));
        assert!(matches!(why, CloseReason::NotStratum(_)), "{result}: {why}");
    }
    for bits in ["00000000", "1d800001", "ff123456", "01000000"] {
        let why = closed(Miner::working().hear(&job("1", bits, true)));
        assert!(matches!(why, CloseReason::BadJob { .. }), "{bits}: {why}");
    }
    let hash = "\"4d16b6f85af6e2198f44ae2a6de67f78487ae5611b77c6c0440b921e00000000\",";
    let giant = format!("[{}]", hash.repeat(MAX_BRANCH + 1).trim_end_matches(','));
    let bad_lines = [
        job("1", "1c2ac4af", true).replace("[],", &format!("{giant},")),
        job("1", "1c2ac4af", true).replace("[],", "[1],"),
        job("1", "1c2ac4af", true).replace("440b921e00000000", ""),
        job(&"1".repeat(65), "1c2ac4af", true),
        job("1", "1c2ac4af", true).replace("010000000100", &"00".repeat(110_000)),
        r#"{"method":"mining.set_difficulty","params":[-1]}"#.to_owned(),
        r#"{"method":"mining.set_difficulty","params":[0]}"#.to_owned(),
        r#"{"method":"mining.set_extranonce","params":["00",4000000000]}"#.to_owned(),
        r#"{"method":"mining.set_version_mask","params":["x"]}"#.to_owned(),
        r#"{"method":"client.reconnect","params":[5]}"#.to_owned(),
        "HTTP/1.1 400 Bad Request".to_owned(),
        "[".repeat(10_000),
        "\"".repeat(MAX_POOL_LINE_BYTES + 1),
    ];
    for line in bad_lines {
        let short: String = line.chars().take(80).collect();
        let why = closed(Miner::working().hear(&line));
        assert!(matches!(why, CloseReason::NotStratum(_)), "{short}: {why}");
    }
    let mut miner = Miner::working();
    let why = closed(miner.client.step(miner.now, Event::LineTooLong));
    let limit = MAX_POOL_LINE_BYTES;
    assert_eq!(why, CloseReason::NotStratum(LineError::TooLong { limit }));
    // Jobs without end: what is kept of them is bounded, and then it is over.
    let mut miner = Miner::working();
    let line = job("1", "1c2ac4af", false);
    let over = (0..).find(|_| works(&miner.hear(&line)).is_empty()).unwrap();
    // The two lines of the handshake counted.
    assert_eq!(over, MAX_LINES_PER_SEC - 2);
    assert_eq!(miner.client.stage(), Stage::Over);
}

proptest! {
    /// Whatever a pool sends, nothing breaks, and all that is given out can be searched.
    #[test]
    fn any_lines_of_a_pool_are_stood(lines in prop::collection::vec(any_line(), 0..40)) {
        let (mut miner, _) = connect(config());
        for line in lines {
            for work in works(&miner.hear(&line)) {
                let search = work.search(&vec![0; work.extranonce2_bytes]);
                prop_assert!(search.is_ok(), "{work:?}");
            }
        }
    }
}

/// Lines that are nearly right, in any order.
fn any_line() -> impl Strategy<Value = String> {
    let value = prop::sample::select(vec![
        "1",
        "-1",
        "1e300",
        "null",
        "true",
        "[]",
        "{}",
        "\"\"",
        "\"08000002\"",
        "4",
        "[[],\"00\",4]",
        "{\"version-rolling\":true,\"version-rolling.mask\":\"ffffffff\"}",
    ]);
    let values = prop::collection::vec(value.clone(), 0..4);
    let method = prop::sample::select(vec![
        "mining.set_difficulty",
        "mining.set_extranonce",
        "mining.set_version_mask",
        "client.show_message",
        "client.get_version",
        "mining.ping",
    ]);
    let call = (method, values).prop_map(|(method, values)| {
        format!(r#"{{"id":1,"method":"{method}","params":[{}]}}"#, values.join(","))
    });
    let reply = (0..6u32, value)
        .prop_map(|(id, value)| format!(r#"{{"id":{id},"result":{value},"error":null}}"#));
    prop_oneof![
        2 => call,
        2 => reply,
        1 => any::<bool>().prop_map(|clean| job("1", "1c2ac4af", clean)),
        1 => Just(SUBSCRIBED.replace("\"id\":1", "\"id\":2")),
        1 => Just(r#"{"id":3,"result":true,"error":null}"#.to_owned()),
    ]
}

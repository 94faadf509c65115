//! Lines as they are documented and as miners send them, read and written byte for byte.

use proptest::prelude::*;
use quarry_mining::limits::{MAX_LINE_DEPTH, MAX_LINE_VALUES, MAX_TEXT_BYTES};
use quarry_mining::stratum::line::{Id, Line, LineError, Lines, RpcError};
use quarry_mining::stratum::message::{
    Configured, Feature, FromMiner, FromPool, Incoming, Reject, Subscribed, accepted, rejected,
};
use quarry_mining::{Difficulty, Solution, StratumJob};
use quarry_primitives::hashes::sha256d;
use quarry_primitives::{BlockHash, Hash as _};

fn from_miner(line: &str) -> (Id, FromMiner) {
    match FromMiner::decode(line.as_bytes()) {
        Ok(Incoming::Call { id, message }) => (id, message),
        other => panic!("{line}: {other:?}"),
    }
}

fn from_pool(line: &str) -> (Id, FromPool) {
    match FromPool::decode(line.as_bytes()) {
        Ok(Incoming::Call { id, message }) => (id, message),
        other => panic!("{line}: {other:?}"),
    }
}

fn result(line: &str) -> (Id, Result<serde_json::Value, RpcError>) {
    match Line::read(line.as_bytes()) {
        Ok(Line::Reply(reply)) => (reply.id, reply.result),
        other => panic!("{line}: {other:?}"),
    }
}

/// The job of the example in "Stratum mining protocol" by Slush's pool, 2012.
const SLUSH_JOB: &str = r#"{"params": ["bf", "4d16b6f85af6e2198f44ae2a6de67f78487ae5611b77c6c0440b921e00000000", "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff20020862062f503253482f04b8864e5008", "072f736c7573682f000000000100f2052a010000001976a914d23fcdf86f7e756a64a7a9688ef9903327048ed988ac00000000", [], "00000002", "1c2ac4af", "504e86b9", false], "id": null, "method": "mining.notify"}"#;

/// That example is of a block of testnet3. The session's bytes make its very header.
#[test]
fn the_documented_session_makes_the_block_it_made() {
    let subscribed = r#"{"id": 1, "result": [ [ ["mining.set_difficulty", "b4b6693b72a50c7116db18d6497cac52"], ["mining.notify", "ae6812eb4cd7735a302a8a9dd95cf71f"]], "08000002", 4], "error": null}"#;
    let subscribed = Subscribed::read(&result(subscribed).1.unwrap()).unwrap();
    assert_eq!(subscribed.session, "ae6812eb4cd7735a302a8a9dd95cf71f");
    assert_eq!((&subscribed.extranonce1[..], subscribed.extranonce2_bytes), (&[8, 0, 0, 2][..], 4));

    let (id, FromPool::Notify(job)) = from_pool(SLUSH_JOB) else { panic!("no job") };
    assert_eq!((id, job.id.as_str(), job.clean, job.branch.len()), (Id::Null, "bf", false, 0));
    assert_eq!((job.version, job.bits, job.time), (2, 0x1c2a_c4af, 0x504e_86b9));
    let previous = "00000000440b921e1b77c6c0487ae5616de67f788f44ae2a5af6e2194d16b6f8";
    assert_eq!(job.previous.to_string(), previous);

    let submit = r#"{"params": ["slush.miner1", "bf", "00000001", "504e86ed", "b2957c02"], "id": 4, "method": "mining.submit"}"#;
    let (id, FromMiner::Submit(share)) = from_miner(submit) else { panic!("no share") };
    assert_eq!((id, share.worker.as_str(), share.job.as_str()), (4.into(), "slush.miner1", "bf"));
    let solution = Solution {
        extranonce2: share.extranonce2,
        time: share.time,
        nonce: share.nonce,
        version: job.version,
    };
    let hash = sha256d::Hash::hash(&job.header(&subscribed.extranonce1, &solution));
    assert_eq!(
        BlockHash::from_raw_hash(hash).to_string(),
        "000000002076870fe65a2b6eeed84fa892c0db924f1482243a6247d931dcab32"
    );

    let (_, difficulty) =
        from_pool(r#"{ "id": null, "method": "mining.set_difficulty", "params": [2]}"#);
    assert_eq!(difficulty, FromPool::SetDifficulty(Difficulty::new(2.0).unwrap()));
    assert_eq!(result(r#"{"error": null, "id": 4, "result": true}"#).1, Ok(true.into()));
}

/// What is written is as compact as pools and miners write it, and no byte else.
#[test]
fn lines_are_written_byte_for_byte() {
    let same_from_miner = |line: &str| {
        let (id, message) = from_miner(line);
        assert_eq!(message.encode(&id), format!("{line}\n"));
    };
    same_from_miner(r#"{"id":1,"method":"mining.subscribe","params":["cpuminer/2.5.1"]}"#);
    same_from_miner(r#"{"id":1,"method":"mining.subscribe","params":[]}"#);
    same_from_miner(r#"{"id":1,"method":"mining.subscribe","params":["cgminer/4.10","08000002"]}"#);
    same_from_miner(r#"{"id":2,"method":"mining.authorize","params":["slush.miner1","password"]}"#);
    same_from_miner(
        r#"{"id":4,"method":"mining.submit","params":["slush.miner1","bf","00000001","504e86ed","b2957c02"]}"#,
    );
    same_from_miner(
        r#"{"id":"x","method":"mining.submit","params":["a.b","1","0000000000000001","504e86ed","b2957c02","00c00000"]}"#,
    );
    same_from_miner(
        r#"{"id":1,"method":"mining.configure","params":[["minimum-difficulty","version-rolling"],{"minimum-difficulty.value":2048,"version-rolling.mask":"1fffe000","version-rolling.min-bit-count":2}]}"#,
    );
    same_from_miner(r#"{"id":3,"method":"mining.extranonce.subscribe","params":[]}"#);
    same_from_miner(r#"{"id":3,"method":"mining.suggest_difficulty","params":[1024]}"#);
    same_from_miner(r#"{"id":3,"method":"mining.suggest_difficulty","params":[0.125]}"#);
    let target = format!("00000000ffff{}", "0".repeat(52));
    same_from_miner(&format!(
        r#"{{"id":3,"method":"mining.suggest_target","params":["{target}"]}}"#
    ));
    same_from_miner(r#"{"id":3,"method":"mining.get_transactions","params":["bf"]}"#);
    same_from_miner(r#"{"id":3,"method":"mining.ping","params":[]}"#);

    let same_from_pool = |line: &str| {
        let (id, message) = from_pool(line);
        assert_eq!(message.encode(&id), format!("{line}\n"));
    };
    same_from_pool(
        r#"{"id":null,"method":"mining.notify","params":["bf","4d16b6f85af6e2198f44ae2a6de67f78487ae5611b77c6c0440b921e00000000","0100","0000",["c5bd77249e27c2d3a3602dd35c3364a7983900b64a34644d03b930bfdb19c0e5","049b4e78e2d0b24f7c6a2856aa7b41811ed961ee52ae75527df9e80043fd2f12"],"00000002","1c2ac4af","504e86b9",true]}"#,
    );
    same_from_pool(r#"{"id":null,"method":"mining.set_difficulty","params":[512]}"#);
    same_from_pool(r#"{"id":null,"method":"mining.set_difficulty","params":[0.001]}"#);
    same_from_pool(r#"{"id":null,"method":"mining.set_extranonce","params":["08000002",4]}"#);
    same_from_pool(r#"{"id":null,"method":"mining.set_version_mask","params":["00003000"]}"#);
    same_from_pool(r#"{"id":null,"method":"client.reconnect","params":["pool.example",3333,5]}"#);
    same_from_pool(r#"{"id":null,"method":"client.reconnect","params":[]}"#);
    same_from_pool(r#"{"id":7,"method":"client.get_version","params":[]}"#);
    same_from_pool(r#"{"id":null,"method":"client.show_message","params":["hello"]}"#);

    assert_eq!(accepted(&4.into()), "{\"id\":4,\"result\":true,\"error\":null}\n");
    assert_eq!(
        rejected(&5.into(), Reject::LowDifficulty, None),
        "{\"id\":5,\"result\":null,\"error\":[23,\"Low difficulty share\",null]}\n"
    );
}

#[test]
fn results_are_written_and_read() {
    let subscribed = Subscribed {
        session: "ae68".to_owned(),
        extranonce1: vec![8, 0, 0, 2],
        extranonce2_bytes: 4,
    };
    let line = subscribed.encode(&1.into());
    assert_eq!(
        line,
        "{\"id\":1,\"result\":[[[\"mining.set_difficulty\",\"ae68\"],[\"mining.notify\",\"ae68\"]],\"08000002\",4],\"error\":null}\n"
    );
    assert_eq!(Subscribed::read(&result(&line).1.unwrap()), Ok(subscribed));

    // The example of BIP-310.
    let line = r#"{"error": null, "id": 1, "result": {"version-rolling": true, "version-rolling.mask": "18000000", "minimum-difficulty": true}}"#;
    let configured = Configured::read(&result(line).1.unwrap()).unwrap();
    assert_eq!(configured.version_mask, Some(0x1800_0000));
    assert!(configured.has("minimum-difficulty") && !configured.has("subscribe-extranonce"));
    assert_eq!(
        configured.encode(&1.into()),
        "{\"id\":1,\"result\":{\"minimum-difficulty\":true,\"version-rolling\":true,\"version-rolling.mask\":\"18000000\"},\"error\":null}\n"
    );
    let refused = r#"{"id":1,"result":{"minimum-difficulty":"too high","version-rolling":false},"error":null}"#;
    let configured = Configured::read(&result(refused).1.unwrap()).unwrap();
    assert_eq!(configured.version_mask, None);
    let why = Feature::Refused("too high".to_owned());
    assert_eq!(configured.features[0], ("minimum-difficulty".to_owned(), why));
    assert_eq!(configured.encode(&1.into()), format!("{refused}\n"));
}

/// Real miners and pools are sloppy.
#[test]
fn what_is_meant_is_read() {
    let agent = |line| match from_miner(line).1 {
        FromMiner::Subscribe { agent, session } => (agent, session),
        other => panic!("{other:?}"),
    };
    assert_eq!(agent(r#"{"method":"mining.subscribe"}"#), (None, None));
    let nulls = r#"{"id":null,"method":"mining.subscribe","params":[null,null,"host",3333]}"#;
    assert_eq!(agent(nulls), (None, None));
    let login = |line: &str| match from_miner(line).1 {
        FromMiner::Authorize { worker, password } => (worker, password),
        other => panic!("{other:?}"),
    };
    for password in ["", ",null", ",123", ",\"\""] {
        let line = format!(r#"{{"id":2,"method":"mining.authorize","params":["me"{password}]}}"#);
        assert_eq!(login(&line), ("me".to_owned(), String::new()));
    }
    // Short hexadecimal numbers, a missing or null version.
    let submit =
        r#"{"id":-1.5,"method":"mining.submit","params":["w","1","00","504e86ed","2",null]}"#;
    let FromMiner::Submit(share) = from_miner(submit).1 else { panic!() };
    assert_eq!((share.nonce, share.version_bits), (2, None));
    // Numbers as text.
    let text = r#"{"method":"mining.set_difficulty","params":["16"]}"#;
    assert_eq!(from_pool(text).1, FromPool::SetDifficulty(Difficulty::new(16.0).unwrap()));
    let text = r#"{"method":"client.reconnect","params":["", "3333", "10"]}"#;
    let expected = FromPool::Reconnect { host: None, port: Some(3333), wait_secs: 10 };
    assert_eq!(from_pool(text).1, expected);
    // Errors of every fashion.
    for error in [r#"[21,"x",null]"#, r#"{"code":21,"message":"x"}"#] {
        let line = format!(r#"{{"id":1,"result":null,"error":{error}}}"#);
        assert_eq!(result(&line).1, Err(RpcError { code: 21, message: "x".to_owned() }));
    }
    let text = r#"{"id":1,"result":false,"error":"no"}"#;
    assert_eq!(result(text).1, Err(RpcError { code: 20, message: "no".to_owned() }));
    assert_eq!(Reject::of_code(21), Some(Reject::Stale));
    assert_eq!(Reject::of_code(26), None);
    assert_eq!(Id::Text("17".to_owned()).as_u64(), Some(17));
}

#[test]
fn what_means_nothing_is_refused_with_a_reason() {
    let bad = |line: &str| FromMiner::decode(line.as_bytes()).unwrap_err();
    let deep = "[".repeat(MAX_LINE_DEPTH + 1);
    assert_eq!(bad(&deep).error, LineError::TooDeep);
    let many = format!("[{}1]", "1,".repeat(MAX_LINE_VALUES));
    assert_eq!(bad(&many).error, LineError::TooManyValues);
    assert!(matches!(bad("GET / HTTP/1.1").error, LineError::NotJson { .. }));
    for line in ["1", "[]", "{}", r#"{"id":1}"#, r#"{"id":[],"method":"x"}"#, r#"{"method":1}"#] {
        assert_eq!(bad(line).error, LineError::NotAMessage, "{line}");
    }
    let id = "9".repeat(65);
    assert_eq!(bad(&format!(r#"{{"id":"{id}","method":"x"}}"#)).error, LineError::NotAMessage);
    let params = |method: &str, params: &str| {
        let line = format!(r#"{{"id":9,"method":"mining.{method}","params":{params}}}"#);
        let bad = bad(&line);
        assert_eq!(bad.id, 9.into());
        bad.to_string()
    };
    assert_eq!(
        params("submit", r#"["w","1","00","504e86ed","+2"]"#),
        "mining.submit: nonce has to be 8 hexadecimal digits"
    );
    assert!(params("submit", r#"["w","1","0","504e86ed","02"]"#).contains("extranonce2"));
    assert!(params("submit", r#"["w",1,"00","504e86ed","02"]"#).contains("the job"));
    assert!(params("submit", r#"["w"]"#).contains("the job"));
    assert!(params("authorize", "[]").contains("the worker"));
    assert!(params("configure", r#"["version-rolling"]"#).contains("extensions"));
    assert!(
        params("configure", r#"[["version-rolling"],{"version-rolling.mask":5}]"#).contains("mask")
    );
    assert!(params("suggest_target", r#"["00"]"#).contains("64"));
    let pool = |line: &str| FromPool::decode(line.as_bytes()).unwrap_err().to_string();
    for difficulty in ["0", "-1", "null", "\"x\"", "1e999"] {
        let line = format!(r#"{{"method":"mining.set_difficulty","params":[{difficulty}]}}"#);
        pool(&line);
    }
    let long = format!(r#"{{"method":"{}"}}"#, "x".repeat(1000));
    let FromMiner::Unknown { method } = from_miner(&long).1 else { panic!() };
    assert_eq!(method.len(), MAX_TEXT_BYTES);
}

#[test]
fn lines_are_found_in_any_pieces() {
    let text = "{\"a\":1}\r\n\n  \n{}\nlast";
    for size in 1..text.len() {
        let mut lines = Lines::new(64);
        let mut found = Vec::new();
        for piece in text.as_bytes().chunks(size) {
            lines.push(piece);
            while let Some(line) = lines.next_line().unwrap() {
                found.push(String::from_utf8(line).unwrap());
            }
        }
        assert_eq!(found, ["{\"a\":1}", "{}"]);
    }
    // Ten megabytes without an end: it is over after the first piece too many.
    let mut lines = Lines::new(1000);
    let pushed = (0..).find(|_| {
        lines.push(&[b'x'; 100]);
        lines.next_line().is_err()
    });
    assert_eq!(pushed, Some(10));
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_harm(bytes: Vec<u8>, text in "[\\[\\]{}\",:0-9a-z.]{0,200}") {
        let _ = FromMiner::decode(&bytes);
        let _ = FromPool::decode(text.as_bytes());
    }

    #[test]
    fn jobs_go_there_and_back(
        id in ".{0,15}",
        hash: [u8; 32],
        start: Vec<u8>,
        end: Vec<u8>,
        branch in prop::collection::vec(any::<[u8; 32]>(), 0..14),
        (version, bits, time) in any::<(u32, u32, u32)>(),
        clean: bool,
    ) {
        let job = StratumJob {
            id,
            previous: BlockHash::from_byte_array(hash),
            coinbase_start: start,
            coinbase_end: end,
            branch,
            version,
            bits,
            time,
            clean,
        };
        let line = FromPool::Notify(job.clone()).encode(&Id::Null);
        prop_assert_eq!(from_pool(&line).1, FromPool::Notify(job));
    }
}

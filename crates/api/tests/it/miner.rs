//! What a miner tells of itself keeps its names: pages and monitors read them.

use quarry_api::miner::{
    LogKind, LogLine, MinerStatus, Rates, UpstreamState, UpstreamStatus, WorkStatus,
};

#[test]
fn a_status_has_these_names() {
    let status = MinerStatus {
        running: true,
        at_ms: 2,
        started_ms: Some(1),
        payout: Some("a".to_owned()),
        threads: 2,
        threads_max: 4,
        thread_rates: vec![Rates { s5: 4.0, s60: 5.0, m15: 6.0 }; 2],
        backend: "sha-ni".to_owned(),
        rates: Rates { s5: 1.5, s60: 2.0, m15: 3.0 },
        hashes: 9,
        accepted: 4,
        rejected: [("high-hash".to_owned(), 1)].into(),
        stale: 1,
        blocks: 1,
        best_difficulty: 0.5,
        work: Some(WorkStatus {
            height: Some(7),
            difficulty: 0.25,
            block_difficulty: 1.0,
            seconds_per_block: None,
        }),
        upstreams: vec![UpstreamStatus {
            url: "http://a".to_owned(),
            protocol: "getwork".to_owned(),
            state: UpstreamState::Active,
            since_ms: 1,
            chain: None,
            error: None,
            hint: None,
            is_lasting: false,
            failures: 0,
            accepted: 4,
            rejected: 2,
        }],
        history: Vec::new(),
        log: vec![LogLine { at_ms: 2, kind: LogKind::Accepted, text: "t".to_owned() }],
    };
    let json = concat!(
        r#"{"running":true,"at_ms":2,"started_ms":1,"payout":"a","threads":2,"threads_max":4,"#,
        r#""thread_rates":[{"s5":4.0,"s60":5.0,"m15":6.0},{"s5":4.0,"s60":5.0,"m15":6.0}],"backend":"sha-ni","#,
        r#""rates":{"s5":1.5,"s60":2.0,"m15":3.0},"hashes":9,"accepted":4,"rejected":{"high-hash":1},"#,
        r#""stale":1,"blocks":1,"best_difficulty":0.5,"work":{"height":7,"difficulty":0.25,"#,
        r#""block_difficulty":1.0,"seconds_per_block":null},"upstreams":[{"url":"http://a","#,
        r#""protocol":"getwork","state":"active","since_ms":1,"chain":null,"error":null,"hint":null,"#,
        r#""is_lasting":false,"failures":0,"accepted":4,"rejected":2}],"history":[],"#,
        r#""log":[{"at_ms":2,"kind":"accepted","text":"t"}]}"#,
    );
    assert_eq!(serde_json::to_string(&status).unwrap(), json);
    assert_eq!(serde_json::from_str::<MinerStatus>(json).unwrap(), status);
}

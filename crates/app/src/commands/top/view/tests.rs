//! Screens of all sizes, with texts that others chose.

use quarry_api::miner::{LogLine, UpstreamStatus, WorkStatus};
use quarry_api::pool::PoolWorker;

use super::*;

fn screens() -> Vec<Screen> {
    let long = "\u{1b}[2J\u{202e}\t\r\n\u{1f600}e\u{301}".repeat(300);
    let upstream = UpstreamStatus {
        url: format!("http://h.example/{long}"),
        protocol: "getblocktemplate".to_owned(),
        state: UpstreamState::Down,
        since_ms: 0,
        chain: Some("regtest".to_owned()),
        error: Some(long.clone()),
        hint: None,
        is_lasting: false,
        failures: 1,
        accepted: u64::MAX,
        rejected: u64::MAX,
    };
    let line =
        LogLine { at_ms: 0, kind: LogKind::Accepted, text: format!("block accepted {long}") };
    let sample = |n: u64| RateSample { at_ms: n, hashes_per_second: u64::MAX >> (n % 64) };
    let history: Vec<_> = (0..3_000).map(sample).collect();
    let busy = MinerStatus {
        running: true,
        payout: Some(long.clone()),
        work: Some(WorkStatus {
            height: Some(u32::MAX),
            difficulty: f64::MIN_POSITIVE,
            block_difficulty: f64::MAX,
            seconds_per_block: Some(f64::MAX),
        }),
        upstreams: vec![upstream; 16],
        history: history.clone(),
        log: vec![line; 200],
        ..MinerStatus::default()
    };
    let worker = PoolWorker { name: long.clone(), ..PoolWorker::default() };
    let pool = PoolStatus {
        error: Some(long.clone()),
        workers: vec![worker; 100],
        history,
        ..PoolStatus::default()
    };
    let seen = [
        Seen::Miner(Box::default()),
        Seen::Miner(Box::new(busy)),
        Seen::Pool(Box::default()),
        Seen::Pool(Box::new(pool)),
    ];
    let screen = |(seen, has_help): (Seen, bool)| Screen {
        url: long.clone(),
        seen,
        error: has_help.then(|| long.clone()),
        notice: None,
        has_help,
    };
    seen.into_iter().flat_map(|seen| [(seen.clone(), false), (seen, true)]).map(screen).collect()
}

#[test]
fn no_size_and_no_text_makes_it_fail() {
    for screen in screens() {
        for (width, height) in (0..14).flat_map(|w| (0..14).map(move |h| (w, h))).chain([
            (1, 200),
            (300, 1),
            (200, 60),
        ]) {
            let area = Rect::new(0, 0, width, height);
            let mut buffer = Buffer::empty(area);
            render(&screen, area, &mut buffer);
            let is_plain = |cell: &ratatui::buffer::Cell| !cell.symbol().contains(char::is_control);
            assert!(buffer.content().iter().all(is_plain), "{width} x {height}");
        }
    }
}

#[test]
fn it_says_what_there_is() {
    let text = as_text(&screens()[2]);
    for word in ["Quarry miner", "regtest", "mining", "Upstreams", "block accepted", "q end"] {
        assert!(text.contains(word), "no `{word}` in\n{text}");
    }
    assert!(as_text(&screens()[1]).contains("goes back"));
    assert!(as_text(&screens()[6]).contains("Quarry pool"));
}

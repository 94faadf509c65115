//! The engine: what it finds, in what order it serves, and how it ends.
//!
//! Nothing here waits for time to pass; a limit on a wait only turns a hang into a failure.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use quarry_pow::*;

use crate::range;

/// Far above anything that is waited for here.
const HANG: Duration = Duration::from_secs(60);

fn engine(threads: usize) -> Engine {
    engine_on(threads, None)
}

fn engine_on(threads: usize, backend: Option<&'static dyn Backend>) -> Engine {
    let threads = NonZeroUsize::new(threads);
    Engine::start(EngineConfig { threads, backend, nice: Some(10) }).unwrap()
}

/// Data with a 64-bit nonce.
fn work(text: &str, target: Target) -> Work {
    Work::data_with_appended_nonce(text.as_bytes(), NonceWidth::U64, Endian::Big, target).unwrap()
}

fn never() -> Target {
    Target::from_be_bytes([0; 32])
}

fn bits(bits: u16) -> Target {
    Target::from_zero_bits(bits).unwrap()
}

/// A search over 2^64 nonces without a hit.
fn endless(priority: Priority) -> Search {
    let work = work("endless", never());
    Search { range: work.space(), work, priority }
}

/// A search over a few nonces without a hit.
fn short(priority: Priority) -> Search {
    Search { work: work("short", never()), range: range(0, 99), priority }
}

fn submit(engine: &Engine, search: Search) -> (SearchHandle, Receiver<Outcome>) {
    let (sender, receiver) = mpsc::channel();
    let handle = engine.submit(search, move |outcome| sender.send(outcome).unwrap()).unwrap();
    (handle, receiver)
}

/// Keeps the only thread of an engine busy until the returned sender is used or dropped.
fn occupy(engine: &Engine) -> mpsc::Sender<()> {
    let (open, gate) = mpsc::channel::<()>();
    let (entered, wait) = mpsc::channel();
    engine
        .submit(short(Priority::Verify), move |_| {
            entered.send(()).unwrap();
            let _ = gate.recv();
        })
        .unwrap();
    wait.recv_timeout(HANG).unwrap();
    open
}

#[test]
fn a_hit_is_found_and_counted() {
    let engine = engine(2);
    let work = work("hello", bits(16));
    let range = work.space();
    let outcome =
        engine.search(Search { work: work.clone(), range, priority: Priority::Worker }).unwrap();
    let SearchResult::Found { position: nonce, hash } = outcome.result else {
        panic!("{outcome:?}")
    };
    assert_eq!(work.verify(nonce), Ok(hash));
    assert!(outcome.hashes > 0);
    engine.shutdown();
    assert!(engine.hashes() >= outcome.hashes);
}

/// The last nonce of a space is tried and is the only hit of its range: the lowest hash of 40.
#[test]
fn the_end_of_each_space_is_searched() {
    let engine = engine(2);
    for width in [NonceWidth::U32, NonceWidth::U64] {
        let with =
            |target| Work::data_with_appended_nonce(b"end", width, Endian::Little, target).unwrap();
        let last = with(Target::MAX).space().last();
        let lowest = (last - 39..=last).min_by_key(|&nonce| with(Target::MAX).hash(nonce)).unwrap();
        let bound = with(Target::MAX).hash(lowest);
        let work = with(Target::from_be_bytes(bound.to_be_bytes()));
        let search = |first, last| {
            let search =
                Search { work: work.clone(), range: range(first, last), priority: Priority::Mine };
            engine.search(search).unwrap()
        };
        let found = SearchResult::Found { position: lowest, hash: bound };
        assert_eq!(search(last - 39, last).result, found);
        assert_eq!(search(last - 39, lowest).result, found);
        assert_eq!(search(lowest, last).result, found);
        if lowest < last {
            let expected = Outcome { result: SearchResult::Exhausted, hashes: last - lowest };
            assert_eq!(search(lowest + 1, last), expected);
        }
    }
}

#[test]
fn an_exhausted_search_has_tried_all() {
    let engine = engine(3);
    for count in [1, 2, 3, 65_535, 65_536, 65_537, 300_001] {
        let search = Search {
            work: work("x", never()),
            range: range(7, 6 + count),
            priority: Priority::Mine,
        };
        let before = engine.hashes();
        let (handle, done) = submit(&engine, search);
        let expected = Outcome { result: SearchResult::Exhausted, hashes: count };
        assert_eq!(done.recv_timeout(HANG), Ok(expected));
        assert_eq!(handle.progress(), count);
        assert_eq!(engine.hashes() - before, count);
    }
}

/// A backend that notes what it is asked to scan.
#[derive(Debug, Default)]
struct Recorder(Mutex<Vec<(Vec<u8>, PositionRange)>>);

impl Backend for &'static Recorder {
    fn name(&self) -> &'static str {
        "recorder"
    }

    fn chunk_compressions(&self) -> u64 {
        64
    }

    fn scanner(&self) -> Box<dyn Scanner> {
        Box::new(*self)
    }
}

impl Scanner for &'static Recorder {
    fn scan(
        &mut self,
        prepared: &Arc<Prepared>,
        range: PositionRange,
        on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.0.lock().unwrap().push((prepared.work().template().to_vec(), range));
        backend_by_name("portable").unwrap().scanner().scan(prepared, range, on_candidate)
    }
}

#[test]
fn no_nonce_is_skipped_or_tried_twice() {
    let recorder: &'static Recorder = Box::leak(Box::default());
    let backend: &'static &'static Recorder = Box::leak(Box::new(recorder));
    let engine = engine_on(4, Some(backend));
    recorder.0.lock().unwrap().clear();
    let mut waits = Vec::new();
    for (name, whole) in [("a", range(0, 10_000)), ("b", range(u64::MAX - 9_999, u64::MAX))] {
        for copy in 0..3 {
            let work = work(&format!("{name}{copy}"), never());
            let search = Search { work: work.clone(), range: whole, priority: Priority::Mine };
            waits.push((work, whole, submit(&engine, search).1));
        }
    }
    for (work, whole, done) in waits {
        let outcome = done.recv_timeout(HANG).unwrap();
        assert_eq!(u128::from(outcome.hashes), whole.count());
        let scanned = recorder.0.lock().unwrap();
        let mut chunks: Vec<PositionRange> = scanned
            .iter()
            .filter(|(template, _)| template == work.template())
            .map(|&(_, chunk)| chunk)
            .collect();
        chunks.sort_by_key(PositionRange::first);
        assert_eq!(chunks.iter().map(PositionRange::count).sum::<u128>(), whole.count());
        assert_eq!(chunks[0].first(), whole.first());
        assert!(chunks.windows(2).all(|pair| pair[0].last() + 1 == pair[1].first()));
    }
}

#[test]
fn a_range_outside_the_space_is_refused() {
    let engine = engine(1);
    let work = Work::header([0; 80], Target::MAX);
    let search = |first, last| {
        let search =
            Search { work: work.clone(), range: range(first, last), priority: Priority::Verify };
        engine.search(search)
    };
    assert!(search(0xffff_ffff, 0xffff_ffff).is_ok());
    for (first, last) in [(0xffff_ffff, 1 << 32), (1 << 32, u64::MAX)] {
        assert!(matches!(search(first, last), Err(EngineError::RangeOutsideSpace { .. })));
    }
}

#[test]
fn cancelling_ends_a_search_at_once_and_once() {
    let engine = engine(2);
    let (handle, done) = submit(&engine, endless(Priority::Mine));
    handle.cancel();
    // The callback has been called when `cancel` returns, and never again.
    assert_eq!(done.try_recv().unwrap().result, SearchResult::Cancelled);
    handle.cancel();
    assert_eq!(done.recv_timeout(HANG), Err(mpsc::RecvTimeoutError::Disconnected));
    // And the threads are free.
    assert_eq!(engine.search(short(Priority::Mine)).unwrap().result, SearchResult::Exhausted);
}

#[test]
fn a_dropped_handle_changes_nothing() {
    let engine = engine(1);
    let gate = occupy(&engine);
    let (handle, done) = submit(&engine, short(Priority::Mine));
    drop(handle);
    drop(gate);
    assert_eq!(done.recv_timeout(HANG).unwrap().result, SearchResult::Exhausted);
}

#[test]
fn verifying_gets_through_while_mining_goes_on() {
    for threads in [1, 3] {
        let engine = engine(threads);
        let (mining, done) = submit(&engine, endless(Priority::Mine));
        for _ in 0..20 {
            let outcome = engine.search(short(Priority::Verify)).unwrap();
            assert_eq!(outcome, Outcome { result: SearchResult::Exhausted, hashes: 100 });
        }
        assert_eq!(done.try_recv(), Err(mpsc::TryRecvError::Empty));
        mining.cancel();
        assert_eq!(done.recv_timeout(HANG).unwrap().result, SearchResult::Cancelled);
    }
}

#[test]
fn urgent_searches_are_served_first() {
    let engine = engine(1);
    let gate = occupy(&engine);
    let (sender, order) = mpsc::channel();
    for priority in [Priority::Mine, Priority::Worker, Priority::Verify, Priority::Mine] {
        let sender = sender.clone();
        engine.submit(short(priority), move |_| sender.send(priority).unwrap()).unwrap();
    }
    drop((gate, sender));
    let served: Vec<Priority> = std::iter::from_fn(|| order.recv_timeout(HANG).ok()).collect();
    assert_eq!(served, [Priority::Verify, Priority::Worker, Priority::Mine, Priority::Mine]);
}

/// One thread, two endless searches: both get on, so that neither waits for the other's end.
#[test]
fn equal_searches_share() {
    let recorder: &'static Recorder = Box::leak(Box::default());
    let backend: &'static &'static Recorder = Box::leak(Box::new(recorder));
    let engine = engine_on(1, Some(backend));
    let gate = occupy(&engine);
    let searches = ["left", "right"].map(|text| {
        let search =
            Search { work: work(text, never()), range: range(0, 319), priority: Priority::Mine };
        submit(&engine, search)
    });
    recorder.0.lock().unwrap().clear();
    drop(gate);
    for (_, done) in &searches {
        assert_eq!(done.recv_timeout(HANG).unwrap().hashes, 320);
    }
    // Ten chunks of 32 nonces each, by turns.
    let scanned = recorder.0.lock().unwrap();
    let lengths: Vec<usize> = scanned.iter().map(|(template, _)| template.len()).collect();
    assert_eq!(lengths, [12, 13].repeat(10));
}

#[test]
fn a_full_engine_refuses_and_recovers() {
    let engine = engine(1);
    let gate = occupy(&engine);
    let submit_one = || engine.submit(short(Priority::Mine), |_| ());
    for _ in 0..limits::MAX_SEARCHES {
        submit_one().unwrap();
    }
    assert!(matches!(submit_one(), Err(EngineError::Full)));
    drop(gate);
    // The last of the line ends after all those before it.
    let (sender, done) = mpsc::channel();
    let sender = Arc::new(sender);
    loop {
        let sender = Arc::clone(&sender);
        match engine.submit(short(Priority::Mine), move |_| sender.send(()).unwrap()) {
            Ok(_) => break,
            Err(error) => assert!(matches!(error, EngineError::Full)),
        }
        std::thread::yield_now();
    }
    done.recv_timeout(HANG).unwrap();
}

#[test]
fn shutting_down_cancels_what_runs_and_what_waits() {
    let engine = engine(2);
    let waits: Vec<_> = [Priority::Mine, Priority::Mine, Priority::Worker, Priority::Verify]
        .map(|priority| submit(&engine, endless(priority)).1)
        .into();
    let other = engine.clone();
    let helper = std::thread::spawn(move || other.shutdown());
    engine.shutdown();
    for done in waits {
        assert_eq!(done.recv_timeout(HANG).unwrap().result, SearchResult::Cancelled);
    }
    helper.join().unwrap();
    engine.shutdown();
    assert!(matches!(engine.search(short(Priority::Verify)), Err(EngineError::ShutDown)));
    let hashes = engine.hashes();
    assert_eq!(engine.hashes(), hashes);
}

#[test]
fn the_last_clone_dropped_ends_everything() {
    let first = engine(2);
    let second = first.clone();
    let (handle, done) = submit(&first, endless(Priority::Mine));
    drop(first);
    assert_eq!(done.try_recv(), Err(mpsc::TryRecvError::Empty));
    drop(second);
    assert_eq!(done.try_recv().unwrap().result, SearchResult::Cancelled);
    // A handle outlives its engine.
    handle.cancel();
    let _ = handle.progress();
}

#[test]
fn a_callback_may_submit_and_shut_down_but_not_wait() {
    let engine = engine(1);
    let (sender, done) = mpsc::channel();
    let inside = engine.clone();
    engine
        .submit(short(Priority::Mine), move |_| {
            let refused = inside.search(short(Priority::Mine));
            assert!(matches!(refused, Err(EngineError::WouldDeadlock)));
            let refused = inside.set_threads(NonZeroUsize::MIN);
            assert!(matches!(refused, Err(EngineError::WouldDeadlock)));
            let last = inside.clone();
            inside
                .submit(short(Priority::Mine), move |outcome| {
                    last.shutdown();
                    sender.send(outcome).unwrap();
                })
                .unwrap();
        })
        .unwrap();
    assert_eq!(done.recv_timeout(HANG).unwrap().result, SearchResult::Exhausted);
    assert!(matches!(engine.search(short(Priority::Mine)), Err(EngineError::ShutDown)));
}

/// A backend that fails on the data `panic` and `give up`.
#[derive(Debug)]
struct Fragile;

impl Backend for Fragile {
    fn name(&self) -> &'static str {
        "fragile"
    }

    fn chunk_compressions(&self) -> u64 {
        64
    }

    fn scanner(&self) -> Box<dyn Scanner> {
        Box::new(Self)
    }
}

impl Scanner for Fragile {
    fn scan(
        &mut self,
        prepared: &Arc<Prepared>,
        range: PositionRange,
        on_candidate: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let template = prepared.work().template();
        assert!(!template.starts_with(b"panic"), "a panic on purpose");
        if template.starts_with(b"give up") {
            return ControlFlow::Break(());
        }
        backend_by_name("portable").unwrap().scanner().scan(prepared, range, on_candidate)
    }
}

#[test]
fn a_failing_backend_hangs_nobody() {
    let engine = engine_on(2, Some(&Fragile));
    for text in ["panic", "give up"] {
        for _ in 0..3 {
            let work = work(text, never());
            let search = Search { range: work.space(), work, priority: Priority::Mine };
            assert_eq!(engine.search(search).unwrap().result, SearchResult::Cancelled);
        }
    }
    // Both threads are still there: one is kept, the other searches.
    let _gate = occupy(&engine);
    assert_eq!(engine.search(short(Priority::Mine)).unwrap().result, SearchResult::Exhausted);
}

#[test]
fn a_panicking_callback_hangs_nobody() {
    let engine = engine(1);
    engine.submit(short(Priority::Mine), |_| panic!("a panic on purpose")).unwrap();
    assert_eq!(engine.search(short(Priority::Mine)).unwrap().result, SearchResult::Exhausted);
    let (handle, _done) = submit(&engine, endless(Priority::Mine));
    engine.submit(endless(Priority::Mine), |_| panic!("a panic on purpose")).unwrap();
    engine.shutdown();
    handle.cancel();
}

/// A backend that finds nothing is not used.
#[derive(Debug)]
struct Blind;

impl Backend for Blind {
    fn name(&self) -> &'static str {
        "blind"
    }

    fn chunk_compressions(&self) -> u64 {
        64
    }

    fn scanner(&self) -> Box<dyn Scanner> {
        Box::new(Self)
    }
}

impl Scanner for Blind {
    fn scan(
        &mut self,
        _: &Arc<Prepared>,
        _: PositionRange,
        _: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

#[test]
fn a_wrong_backend_is_refused() {
    let config = EngineConfig { backend: Some(&Blind), ..EngineConfig::default() };
    let refused = Engine::start(config);
    assert!(matches!(refused, Err(EngineError::BackendFailed { name: "blind" })));
}

/// A thousand searches from four threads, each with the answer that trying all nonces gives.
#[test]
fn many_small_searches_from_many_threads() {
    let engine = engine(3);
    std::thread::scope(|scope| {
        for submitter in 0..4u64 {
            let engine = &engine;
            scope.spawn(move || {
                let priorities = [Priority::Verify, Priority::Worker, Priority::Mine];
                for (turn, priority) in (0..250u64).zip(priorities.into_iter().cycle()) {
                    let work = work(&format!("{submitter}/{turn}"), bits(6));
                    let whole = range(turn, turn + 2 + turn % 120);
                    let search = Search { work: work.clone(), range: whole, priority };
                    let result = engine.search(search).unwrap().result;
                    let hits: Vec<u64> =
                        (whole.first()..=whole.last()).filter(|&nonce| work.check(nonce)).collect();
                    match result {
                        SearchResult::Found { position: nonce, hash } => {
                            assert!(hits.contains(&nonce));
                            assert_eq!(hash, work.hash(nonce));
                        }
                        other => assert_eq!((other, hits), (SearchResult::Exhausted, vec![])),
                    }
                }
            });
        }
    });
}

/// Waits until a thread has searched a chunk.
fn moves(engine: &Engine, thread: usize) {
    let before = engine.thread_hashes()[thread];
    while engine.thread_hashes()[thread] == before {
        std::thread::yield_now();
    }
}

#[test]
fn threads_come_and_go_while_a_search_runs() {
    let engine = engine(1);
    let max = engine.threads_max();
    assert_eq!(max, std::thread::available_parallelism().unwrap().get());
    let (handle, done) = submit(&engine, endless(Priority::Mine));
    let set = |threads| engine.set_threads(NonZeroUsize::new(threads).unwrap());
    moves(&engine, 0);
    for threads in [max, 1, max] {
        set(threads).unwrap();
        assert_eq!(engine.threads(), threads);
        (0..threads).for_each(|thread| moves(&engine, thread));
    }
    let wanted = max + 1;
    assert!(matches!(set(wanted), Err(EngineError::TooManyThreads { max: m, .. }) if m == max));
    assert_eq!(engine.threads(), max);
    set(1).unwrap();
    // What the others had in work they end, and a thread may see the change one chunk late.
    let mut others: Vec<BTreeSet<u64>> = vec![BTreeSet::new(); max - 1];
    for _ in 0..32 {
        for (seen, hashes) in others.iter_mut().zip(&engine.thread_hashes()[1..]) {
            seen.insert(*hashes);
        }
        moves(&engine, 0);
    }
    assert!(
        others.iter().all(|seen| seen.len() <= 3),
        "one that is not to search does: {others:?}"
    );
    handle.cancel();
    assert_eq!(done.recv_timeout(HANG).unwrap().result, SearchResult::Cancelled);
    engine.shutdown();
    assert!(matches!(set(1), Err(EngineError::ShutDown)));
    assert_eq!(engine.thread_hashes().iter().sum::<u64>(), engine.hashes());
}

#[test]
fn a_search_is_whole_however_the_threads_change() {
    let engine = engine(2);
    let max = engine.threads_max();
    for round in 0..20 {
        let count = 300_001;
        let work = work(&format!("whole{round}"), never());
        let search = Search { work, range: range(7, 6 + count), priority: Priority::Mine };
        let (_, done) = submit(&engine, search);
        for threads in (1..=max).cycle().take(10) {
            engine.set_threads(NonZeroUsize::new(threads).unwrap()).unwrap();
        }
        let expected = Outcome { result: SearchResult::Exhausted, hashes: count };
        assert_eq!(done.recv_timeout(HANG), Ok(expected));
    }
}

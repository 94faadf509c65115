//! The public surface: every type is named here, and what callers rely on holds for it.

use std::fmt::Debug;
use std::num::NonZeroUsize;

use quarry_pow::*;

/// One of each type that a caller can hold; a new public type belongs here.
#[derive(Debug)]
struct Types {
    _backend: &'static dyn Backend,
    _calibration: Calibration,
    _bounds: Bounds,
    _config: EngineConfig,
    _endian: Endian,
    _extranonce: Extranonce,
    _engine: Engine,
    _engine_error: EngineError,
    _field: NonceField,
    _function: HashFunction,
    _handle: SearchHandle,
    _hash: HashValue,
    _order: HashOrder,
    _outcome: Outcome,
    _parts: Parts,
    _prepared: Prepared,
    _priority: Priority,
    _range: PositionRange,
    _result: SearchResult,
    _search: Search,
    _target: Target,
    _target_error: TargetError,
    _verify_error: VerifyError,
    _version_mask: VersionMask,
    _width: NonceWidth,
    _work: Work,
    _work_error: WorkError,
}

#[test]
fn all_types_can_be_shown_and_shared() {
    fn shown_and_shared<T: Debug + Send + Sync + 'static>() {}
    shown_and_shared::<Types>();
}

#[test]
fn values_are_copies() {
    fn copied<T: Copy + Eq + std::hash::Hash>() {}
    copied::<Endian>();
    copied::<HashOrder>();
    copied::<HashValue>();
    copied::<NonceField>();
    copied::<PositionRange>();
    copied::<NonceWidth>();
    copied::<Priority>();
    copied::<Target>();
}

#[test]
fn errors_are_errors() {
    fn error<T: std::error::Error + Send + Sync + 'static>() {}
    error::<EngineError>();
    error::<TargetError>();
    error::<VerifyError>();
    error::<WorkError>();
}

#[test]
fn nothing_shows_a_template() {
    let work = Work::header([0xab; 80], Target::MAX);
    let range = work.space();
    let one = NonZeroUsize::MIN;
    let engine =
        Engine::start(EngineConfig { threads: Some(one), ..EngineConfig::default() }).unwrap();
    let search = Search { work, range, priority: Priority::Verify };
    let handle = engine.submit(search.clone(), |_| ()).unwrap();
    for shown in [format!("{search:?}"), format!("{engine:?}"), format!("{handle:?}")] {
        assert!(!shown.is_empty() && !shown.contains("171"), "{shown}");
    }
}

#[test]
fn names_find_their_backend() {
    for backend in backends() {
        assert_eq!(backend_by_name(backend.name()).map(|found| found.name()), Some(backend.name()));
    }
    assert!(backend_by_name("abacus").is_none());
    const { assert!(limits::MAX_DATA_LEN == 1 << 20 && limits::MAX_SEARCHES >= 1000) }
}

//! The public surface: every type is named here, and what callers rely on holds for it.

use std::fmt::Debug;

use quarry_fleet::plan::*;

/// One of each type that a caller can hold; a new public type belongs here.
#[derive(Debug)]
struct Types {
    _answer: Answer,
    _confidence: Confidence,
    _curve: Curve,
    _deadline: Deadline,
    _error: PlanError,
    _machine: Machine,
    _not_reachable: NotReachable,
    _odds: Odds,
    _outlook: Outlook,
    _plan: Plan,
    _price: Price,
    _quantile: Quantile,
    _rate: Rate,
    _reach: Reach,
    _request: Request,
    _secs: Secs,
}

#[test]
fn all_types_can_be_shown_and_shared() {
    fn shown_and_shared<T: Debug + Send + Sync + 'static>() {}
    shown_and_shared::<Types>();
}

#[test]
fn errors_are_errors() {
    fn error<T: std::error::Error + Clone + PartialEq>() {}
    error::<PlanError>();
    error::<NotReachable>();
}

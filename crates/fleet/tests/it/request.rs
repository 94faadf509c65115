//! Makes requests in a few words.

use quarry_fleet::plan::{Confidence, Deadline, Machine, Odds, Price, Rate, Request, Secs};

/// `bits` zero bits by `secs` seconds with a confidence, on machines of `rate` hashes per second
/// that are up at once and free.
pub(crate) fn request(bits: u16, secs: f64, confidence: f64, rate: f64) -> Request {
    Request {
        odds: Odds::from_zero_bits(bits).unwrap(),
        deadline: Deadline::new(secs).unwrap(),
        confidence: Confidence::new(confidence).unwrap(),
        machine: Machine::new(Rate::new(rate).unwrap()),
        here: None,
    }
}

pub(crate) fn with_boot(request: Request, boot: f64, launch: f64) -> Request {
    let machine = Machine {
        boot: Secs::new(boot).unwrap(),
        launch: Secs::new(launch).unwrap(),
        ..request.machine
    };
    Request { machine, ..request }
}

pub(crate) fn with_price(request: Request, per_hour: f64) -> Request {
    let price = Price::per_hour(per_hour).unwrap();
    Request { machine: Machine { price, ..request.machine }, ..request }
}

pub(crate) fn with_space(request: Request, positions: u128) -> Request {
    Request { odds: request.odds.in_space(positions).unwrap(), ..request }
}

pub(crate) fn with_here(request: Request, rate: f64) -> Request {
    Request { here: Some(Rate::new(rate).unwrap()), ..request }
}

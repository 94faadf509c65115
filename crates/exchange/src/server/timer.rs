//! Tells the market when something is due: a lease or an order that ends.
//!
//! Does not know what is due.

use std::time::Duration;

use quarry_market::Command;

use super::Exchange;

/// Longest sleep, so that a jump of the wall clock is noticed.
const MAX_SLEEP: Duration = Duration::from_secs(5);

/// Shortest time between two ticks that change nothing.
const TICK_PAUSE: Duration = Duration::from_millis(100);

pub(super) async fn run(exchange: Exchange) {
    let mut version = exchange.version();
    loop {
        version.mark_unchanged();
        let now_ms = exchange.0.clock.now().wall_ms;
        let due_ms = exchange.market().next_deadline();
        let sleep = match due_ms {
            Some(due_ms) if due_ms <= now_ms => {
                let told = exchange.submit(Command::Tick).await.is_ok();
                if !told || exchange.market().next_deadline() == Some(due_ms) {
                    // Busy, stopping, or more is due than one command may do; never spin.
                    tokio::time::sleep(TICK_PAUSE).await;
                }
                continue;
            }
            Some(due_ms) => Duration::from_millis(due_ms - now_ms).min(MAX_SLEEP),
            None => MAX_SLEEP,
        };
        tokio::select! {
            () = tokio::time::sleep(sleep) => {}
            changed = version.changed() => {
                if changed.is_err() {
                    return;
                }
            }
        }
    }
}

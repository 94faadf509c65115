//! The pages of a miner and of a pool, and what mining is in words.
//!
//! Does not know requests.

mod landing;
mod lines;
mod miner;
mod pool;
mod share;

use maud::{Markup, html};

use super::{format, icons};

pub(crate) use landing::landing;
pub(crate) use miner::miner;
pub(crate) use pool::pool;

/// Which pages a listener has beside one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Links {
    /// What its first page, `/`, is called.
    pub(crate) home: &'static str,
    /// Whether there is a miner's.
    pub(crate) miner: bool,
    /// Whether there is a pool's.
    pub(crate) pool: bool,
}

/// Name, what is mined, and the state of the connection.
fn bar(what: &str, chain: &str, links: Links) -> Markup {
    html! {
        header.bar {
            p.brand { a href="/" { (icons::logo()) "Quarry" } }
            p.place {
                span.instance { (what) }
                span.chain data-f="chain" { (chain) }
                @if links.miner && what != MINER { a href="/miner" { (MINER) } }
                @if links.pool && what != POOL { a href="/pool" { (POOL) } }
            }
            p #status role="status" aria-live="polite" data-state="still" {
                span.dot aria-hidden="true" {}
                span data-f="status" { "reload to update" }
            }
        }
    }
}

/// The pages' names.
pub(crate) const ABOUT: &str = "What is this?";
const MINER: &str = "Mining";
const POOL: &str = "Pool";

fn figure(label: &str, field: &str, text: &str) -> Markup {
    html! { div { dt { (label) } dd data-f=(field) { (text) } } }
}

/// A rate, whole hashes.
fn rate(hashes_per_second: f64) -> String {
    let text = format::scaled(hashes_per_second);
    if text.contains(' ') { format!("{text}H/s") } else { format!("{text} H/s") }
}

/// Three digits of a difficulty, however small.
fn difficulty(difficulty: f64) -> String {
    match difficulty {
        d if d >= 99.5 => format::scaled(d).trim_end().to_owned(),
        d if d >= 0.1 || d == 0.0 => format!("{d:.2}"),
        d => format!("{d:.2e}"),
    }
}

/// How long a block takes on average.
fn per_block(seconds: Option<f64>) -> String {
    seconds.map_or_else(|| format::NONE.to_owned(), years)
}

/// A span that may be longer than anybody lives.
fn years(seconds: f64) -> String {
    const YEAR: f64 = 365.25 * 86_400.0;
    match seconds / YEAR {
        y if y < 2.0 => format::span(seconds),
        y if y < 999.5 => format!("{y:.0} years"),
        y if y < 1e18 => format!("{}years", format::scaled(y)),
        y => format!("{y:.0e} years"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_any_size_read_well() {
        assert_eq!(rate(0.0), "0 H/s");
        assert_eq!(rate(12_540_000.4), "12.5 MH/s");
        assert_eq!(difficulty(0.0), "0.00");
        assert_eq!(difficulty(4.6e-10), "4.60e-10");
        assert_eq!(difficulty(1.0), "1.00");
        assert_eq!(difficulty(99.6), "100");
        assert_eq!(difficulty(126_000_000_000_000.0), "126 T");
        assert_eq!(years(60.0), "60 s");
        assert_eq!(years(3.2e9), "101 years");
        assert_eq!(years(1e17), "3.17 Gyears");
        assert_eq!(years(1e30), "3e22 years");
        assert_eq!(per_block(None), format::NONE);
    }
}

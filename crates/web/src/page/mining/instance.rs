//! Mining on an instance of one's own: its block producer, and the workers of its pool.
//!
//! `assets/instance.js` fills the same elements. Does not know who pays them.

use maud::{Markup, html};
use quarry_api::operator::DashboardData;
use quarry_api::pool::PoolStatus;

use super::super::{format, shell, summary};
use super::{bar, figure, lines, pool};
use crate::limits;

/// Points of the lines: one a second, as long as the longest average needs.
const POINTS: u64 = 900;

/// The page for `data`, and for the pool if there is one.
pub(crate) fn instance(data: &DashboardData, pool: Option<&PoolStatus>, now_ms: u64) -> Markup {
    let end_ms = data.rates.last().map_or(now_ms, |sample| sample.at_ms);
    let now = data.rates.last().map_or(0, |sample| sample.hashes_per_second);
    let body = html! {
        a.skip href="#main" { "Skip to the content" }
        (bar("Mining", &data.chain.chain))
        main #main data-max-points=(POINTS) data-gap-ms=(limits::MINER_GAP_MS)
            data-window-ms=(limits::MINER_WINDOW_MS) data-max-workers=(limits::MAX_WORKERS_SHOWN) {
            (figures(data))
            div.grid {
                (lines::panel(&data.rates, end_ms, &format::rate(now)))
                @if let Some(status) = pool { (pool::workers(status, now_ms)) } @else { (no_pool()) }
            }
        }
        footer {
            a href="/" { "Dashboard" }
            a href="/v1/chain" { "The chain as JSON" }
            a href="/metrics" { "Metrics" }
        }
    };
    shell("Mining - Quarry", Some("instance.js"), &body)
}

fn figures(data: &DashboardData) -> Markup {
    let chain = &data.chain;
    let state = if chain.hashes_per_second == 0 { "at rest" } else { "mining" };
    let waiting = chain.mempool_transactions as u64;
    html! {
        dl #figures aria-label="State of the block producer" {
            (figure("Block producer", "producer", state))
            (figure("Its hash rate", "rate", &format::rate(chain.hashes_per_second)))
            (figure("Finding a block", "next", &summary::next_block(chain)))
            (figure("Block to be", "height", &format::grouped(u64::from(chain.height) + 1)))
            (figure("Hashes a block", "work", &format::count(chain.expected_hashes)))
            (figure("Waiting transactions", "waiting", &format::grouped(waiting)))
        }
    }
}

fn no_pool() -> Markup {
    html! {
        section .panel.wide aria-labelledby="workers-title" {
            h2 #workers-title { "Workers" }
            p { "No pool runs here, so no other machine mines for this chain by Stratum." }
        }
    }
}

//! The top of the dashboard: whose it is, whether it is live, and six figures.
//!
//! Does not know the lists below.

use maud::{Markup, html};
use quarry_api::node::ChainInfo;
use quarry_api::operator::DashboardData;

use super::{format, icons};

/// Instance, chain and the state of the connection.
pub(super) fn bar(data: &DashboardData, has_pool: bool) -> Markup {
    html! {
        header.bar {
            h1.brand { (icons::logo()) "Quarry" }
            p.place {
                span.instance { (data.instance) }
                span.chain title=(data.chain.chain_id) { (data.chain.chain) }
                a href="/miner" { "Mining" }
                @if has_pool { a href="/pool" { "Pool" } }
            }
            p #status role="status" aria-live="polite" data-state="still" {
                span.dot aria-hidden="true" {}
                span data-f="status" { "reload to update" }
            }
        }
    }
}

/// The six figures.
pub(super) fn figures(data: &DashboardData) -> Markup {
    let chain = &data.chain;
    let fee = f64::from(data.exchange.fee_basis_points) / 100.0;
    html! {
        dl #figures aria-label="State of the chain" {
            (figure("Height", "height", &format::grouped(chain.height.into())))
            (figure("Hash rate", "rate", &format::rate(chain.hashes_per_second)))
            (figure("Finding a block", "next", &next_block(chain)))
            (figure("Hashes a block", "work", &format::count(chain.expected_hashes)))
            (figure("Coins", "supply", &format::coins(chain.supply.to_base())))
            (figure("Market fee", "fee", &format!("{fee} %")))
        }
    }
}

fn figure(label: &str, field: &str, text: &str) -> Markup {
    html! { div { dt { (label) } dd data-f=(field) { (text) } } }
}

/// How long the search for a block takes on average at the present rate. A node that wants
/// no block yet may wait before it.
fn next_block(chain: &ChainInfo) -> String {
    if chain.hashes_per_second == 0 {
        return "at rest".to_owned();
    }
    let seconds = format::as_f64(chain.expected_hashes) / format::as_f64(chain.hashes_per_second);
    format::span(seconds)
}

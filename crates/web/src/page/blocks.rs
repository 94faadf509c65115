//! The strip of blocks: the one that is being made, then the newest ones.
//!
//! Does not know how blocks arrive.

use maud::{Markup, html};
use quarry_api::node::{BlockSummary, ChainInfo};

use super::format;
use crate::limits;

/// What a box shows.
struct Row {
    height: String,
    hash: String,
    transactions: String,
    size: String,
    fees: String,
    fill: f64,
    time_ms: u64,
}

impl Row {
    fn of(block: &BlockSummary) -> Self {
        let transactions = u64::try_from(block.transactions).unwrap_or(u64::MAX);
        Self {
            height: format::grouped(block.height.into()),
            hash: block.hash.to_string(),
            transactions: format!("{} tx", format::grouped(transactions)),
            size: format::bytes(u64::try_from(block.size).unwrap_or(u64::MAX)),
            fees: format!("{} fees", format::coins(block.fees.to_base())),
            fill: fill(transactions),
            time_ms: block.time_ms,
        }
    }

    fn blank() -> Self {
        let none = String::new;
        Self {
            height: none(),
            hash: none(),
            transactions: none(),
            size: none(),
            fees: none(),
            fill: 0.0,
            time_ms: 0,
        }
    }

    fn show(&self, now_ms: u64) -> Markup {
        let href = format!("/v1/blocks/{}", self.hash);
        html! {
            li.block data-key=(self.hash) {
                a href=(href) title=(self.hash) {
                    (gauge(self.fill))
                    strong data-f="height" { (self.height) }
                    span data-f="transactions" { (self.transactions) }
                    span data-f="size" { (self.size) }
                    span.fees data-f="fees" { (self.fees) }
                    (format::moment(self.time_ms, now_ms))
                }
            }
        }
    }
}

/// How full a box is drawn: logarithmic, so that one transaction shows and thousands fit.
fn fill(transactions: u64) -> f64 {
    (100.0 * (1.0 + format::as_f64(transactions)).ln() / 4000_f64.ln()).min(100.0).round()
}

fn gauge(fill: f64) -> Markup {
    html! {
        svg.fill viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" {
            rect x="0" y=(100.0 - fill) width="100" height=(fill) {}
        }
    }
}

/// The strip; it scrolls inside itself.
pub(super) fn strip(blocks: &[BlockSummary], chain: &ChainInfo, now_ms: u64) -> Markup {
    let waiting = u64::try_from(chain.mempool_transactions).unwrap_or(u64::MAX);
    html! {
        section.strip aria-labelledby="blocks-title" {
            h2 #blocks-title .hidden { "Blocks" }
            div.scroll tabindex="0" role="region" aria-labelledby="blocks-title" {
                div #next .block {
                    (gauge(fill(waiting)))
                    strong { "next" }
                    span data-f="waiting" { (format::grouped(waiting)) " waiting" }
                    span data-f="vbytes" { (format::count(chain.mempool_vbytes)) " vB" }
                    span data-f="bits" title="Compact target of the next block" {
                        "bits " (chain.bits)
                    }
                }
                ol #blocks aria-label="Newest first" {
                    @for block in blocks.iter().take(limits::MAX_BLOCKS_SHOWN) {
                        (Row::of(block).show(now_ms))
                    }
                }
            }
            template #t-block { (Row::blank().show(0)) }
        }
    }
}

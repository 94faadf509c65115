//! A pool's page: its work, its workers, its blocks.
//!
//! `assets/pool.js` fills the same elements. Does not know how shares are judged.

use maud::{Markup, html};
use quarry_api::pool::{PoolBlock, PoolStatus, PoolWorker};

use super::super::{format, icons, shell};
use super::{Links, POOL, bar, difficulty, figure, lines, per_block, rate};
use crate::limits;

/// The page for `status`.
pub(crate) fn pool(status: &PoolStatus, now_ms: u64, links: Links) -> Markup {
    let body = html! {
        a.skip href="#main" { "Skip to the content" }
        (bar(POOL, &status.payout, links))
        main #main data-max-points=(limits::MAX_MINER_POINTS) data-gap-ms=(limits::MINER_GAP_MS)
            data-window-ms=(limits::MINER_WINDOW_MS) data-max-workers=(limits::MAX_WORKERS_SHOWN) {
            p #problem .banner.bad role="alert" hidden[status.error.is_none()] {
                span data-f="error" { (status.error.as_deref().unwrap_or_default()) }
            }
            (figures(status))
            div.grid {
                (lines::panel(&status.history, status.at_ms, &rate(status.total.rate_1m)))
                (workers(status, now_ms))
                (blocks(status, now_ms))
                (join(status))
            }
        }
        footer {
            a href="/" { (links.home) }
            a href="/v1/pool" { "This page as JSON" }
            a href="/metrics" { "Metrics" }
        }
    };
    shell("Pool - Quarry", Some("pool.js"), &body)
}

/// How many the node took, of how many.
fn blocks_of(status: &PoolStatus) -> String {
    format!(
        "{} / {}",
        format::grouped(status.blocks_accepted),
        format::grouped(status.total.blocks)
    )
}

fn figures(status: &PoolStatus) -> Markup {
    let job = status.job.as_ref();
    let of = |text: Option<String>| text.unwrap_or_else(|| format::NONE.to_owned());
    let total = &status.total;
    html! {
        dl #figures .many aria-label="State of the pool" {
            (figure("Hash rate, 1 min", "s60", &rate(total.rate_1m)))
            (figure("15 min", "m15", &rate(total.rate_15m)))
            (figure("A block takes", "block", &per_block(job.and_then(|job| job.seconds_per_block))))
            (figure("Block", "height", &of(job.map(|job| format::grouped(job.height.into())))))
            (figure("Block difficulty", "difficulty", &of(job.map(|job| difficulty(job.block_difficulty)))))
            (figure("It brings", "value", &of(job.map(|job| format::coins(job.value)))))
            (figure("Shares", "accepted", &format::grouped(total.accepted)))
            (figure("Rejected", "rejected", &format::grouped(total.rejected.values().sum())))
            (figure("Blocks taken / found", "blocks", &blocks_of(status)))
            (figure("Best difficulty", "best", &difficulty(total.best_difficulty)))
            (figure("Connections", "connections", &format::grouped(status.connections as u64)))
            (figure("Node", "upstream", &status.upstream))
        }
    }
}

/// The workers' table.
fn workers(status: &PoolStatus, now_ms: u64) -> Markup {
    let shown = status.workers.iter().take(limits::MAX_WORKERS_SHOWN);
    html! {
        section .panel.wide aria-labelledby="workers-title" data-empty[status.workers.is_empty()] {
            h2 #workers-title { (icons::account()) "Workers" }
            div.scroll {
                table {
                    thead { tr {
                        th scope="col" { "Worker" }
                        th.number scope="col" { "Hash rate" }
                        th.number scope="col" { "Difficulty" }
                        th.number scope="col" { "Shares" }
                        th.number scope="col" { "Rejected" }
                        th.number scope="col" { "Best" }
                        th scope="col" { "Last share" }
                    } }
                    tbody #workers { @for one in shown { (worker(Some(one), now_ms)) } }
                }
            }
            template #t-worker { (worker(None, 0)) }
            p.empty { "Nobody works here yet." }
        }
    }
}

fn worker(worker: Option<&PoolWorker>, now_ms: u64) -> Markup {
    let blank = PoolWorker::default();
    let worker = worker.unwrap_or(&blank);
    let tally = &worker.tally;
    let at = worker.difficulty.map_or_else(|| "away".to_owned(), difficulty);
    html! {
        tr data-key=(worker.name) {
            td {
                span.url data-f="name" { (worker.name) }
                span.under data-f="agent" { (worker.agent.as_deref().unwrap_or_default()) }
            }
            td.number data-f="rate" { (rate(tally.rate_1m)) }
            td.number data-f="difficulty" { (at) }
            td.number data-f="accepted" { (format::grouped(tally.accepted)) }
            td.number data-f="rejected" { (format::grouped(tally.rejected.values().sum())) }
            td.number data-f="best" { (difficulty(tally.best_difficulty)) }
            td { (format::moment(tally.last_share_ms.unwrap_or(0), now_ms)) }
        }
    }
}

fn blocks(status: &PoolStatus, now_ms: u64) -> Markup {
    html! {
        section .panel.broad aria-labelledby="blocks-title" data-empty[status.blocks.is_empty()] {
            h2 #blocks-title { (icons::job()) "Blocks" }
            div.scroll {
                table { tbody #found-blocks {
                    @for one in &status.blocks { (block(Some(one), now_ms)) }
                } }
            }
            template #t-found { (block(None, 0)) }
            p.empty { "No block was found yet." }
        }
    }
}

fn block(block: Option<&PoolBlock>, now_ms: u64) -> Markup {
    let hash = block.map_or("", |block| &block.hash);
    let (tone, state) = match block.and_then(|block| block.accepted) {
        Some(true) => ("good", "accepted"),
        Some(false) => ("bad", "refused"),
        None => ("busy", "handed in"),
    };
    html! {
        tr data-key=(hash) {
            td data-f="height" { (block.map_or(0, |block| block.height)) }
            td { code data-f="hash" title=(hash) { (format::short(hash)) }
                 span.under data-f="worker" { (block.map_or("", |block| &block.worker)) } }
            td { span.state data-f="state" data-tone=(tone) { (state) } }
            td { (format::moment(block.map_or(0, |block| block.at_ms), now_ms)) }
        }
    }
}

/// How one more machine joins.
fn join(status: &PoolStatus) -> Markup {
    html! {
        section .panel.narrow aria-labelledby="join-title" {
            h2 #join-title { (icons::rate()) "Join with another machine" }
            p { "Any Stratum miner will do: its user name is an address, and a name behind a dot." }
            @for address in &status.listen { p.url { code { (address) } } }
        }
    }
}

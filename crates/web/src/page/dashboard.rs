//! The dashboard as a whole: which part stands where.
//!
//! Does not know the parts' insides.

use maud::{Markup, html};
use quarry_api::operator::DashboardData;

use super::{accounts, blocks, chart, jobs, market, shell, summary};
use crate::limits;

/// The page for `data`, which contains all events up to `last_id`, at the time `now_ms`.
pub(crate) fn dashboard(
    data: &DashboardData,
    last_id: &str,
    now_ms: u64,
    has_pool: bool,
) -> Markup {
    let body = html! {
        a.skip href="#main" { "Skip to the content" }
        (summary::bar(data, has_pool))
        main #main
            data-last-id=(last_id)
            data-max-blocks=(limits::MAX_BLOCKS_SHOWN)
            data-max-jobs=(limits::MAX_JOBS_SHOWN)
            data-max-trades=(limits::MAX_TRADES_SHOWN)
            data-max-orders=(limits::MAX_BOOK_ROWS_SHOWN)
            data-max-accounts=(limits::MAX_ACCOUNTS_SHOWN)
            data-max-points=(limits::MAX_RATE_POINTS)
            data-window-ms=(limits::RATE_WINDOW_MS)
        {
            (blocks::strip(&data.blocks, &data.chain, now_ms))
            (summary::figures(data))
            div.grid {
                (chart::panel(&data.rates))
                (market::book(&data.book))
                (jobs::panel(&data.jobs, &data.accounts, now_ms))
                (accounts::panel(&data.accounts))
                (market::trades(&data.trades, now_ms))
            }
        }
        footer {
            a href="/v1/dashboard" { "This page as JSON" }
            span { "Boxes link to blocks as JSON" }
        }
    };
    shell(&format!("{} - Quarry", data.instance), Some("dashboard.js"), &body)
}

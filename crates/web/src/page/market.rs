//! The order book and the trades.
//!
//! Does not know accounts: orders and trades are public.

use maud::{Markup, html};
use quarry_api::exchange::{BookOrder, BookView, TradeView};

use super::{format, icons};
use crate::limits;

/// Both sides of the book.
pub(super) fn book(book: &BookView) -> Markup {
    let most = most_of(book);
    html! {
        section #book .panel aria-labelledby="book-title" {
            h2 #book-title {
                (icons::book()) "Order book" span.aside data-f="article" { (book.article) }
            }
            div.sides {
                (side("asks", "Sell offers", &book.asks, most))
                (side("bids", "Buy offers", &book.bids, most))
            }
            template #t-order { (order("", "", "", 0.0)) }
            p.note { "Price in coins, quantity in 2" sup { "32" } " hashes." }
        }
    }
}

fn most_of(book: &BookView) -> u64 {
    let shown = |orders: &[BookOrder]| {
        orders.iter().take(limits::MAX_BOOK_ROWS_SHOWN).map(|o| o.quantity).max().unwrap_or(1)
    };
    shown(&book.asks).max(shown(&book.bids)).max(1)
}

fn side(id: &str, title: &str, orders: &[BookOrder], most: u64) -> Markup {
    let shown = orders.iter().take(limits::MAX_BOOK_ROWS_SHOWN);
    html! {
        div.side data-side=(id) data-empty[orders.is_empty()] {
            table {
                caption { (title) }
                thead { tr { th scope="col" { "Price" } th.number scope="col" { "Quantity" } } }
                tbody id=(id) {
                    @for o in shown {
                        (order(
                            &o.order.to_string(),
                            &format::coins(o.price.to_base()),
                            &format::grouped(o.quantity),
                            depth(o.quantity, most),
                        ))
                    }
                }
            }
            p.empty {
                @if id == "asks" { "Nobody sells. " code { "quarry sell" } " offers this machine." }
                @else { "Nobody waits to buy." }
            }
        }
    }
}

fn depth(quantity: u64, most: u64) -> f64 {
    (100.0 * format::as_f64(quantity) / format::as_f64(most)).min(100.0).round()
}

fn order(key: &str, price: &str, quantity: &str, depth: f64) -> Markup {
    html! {
        tr data-key=(key) {
            td data-f="price" { (price) }
            td.number {
                svg.depth viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" {
                    rect x=(100.0 - depth) y="0" width=(depth) height="1" {}
                }
                span data-f="quantity" { (quantity) }
            }
        }
    }
}

/// The newest trades.
pub(super) fn trades(trades: &[TradeView], now_ms: u64) -> Markup {
    html! {
        section .panel aria-labelledby="trades-title" data-empty[trades.is_empty()] {
            h2 #trades-title { (icons::trade()) "Trades" }
            table {
                thead {
                    tr {
                        th scope="col" { "When" }
                        th.number scope="col" { "Price" }
                        th.number scope="col" { "Quantity" }
                    }
                }
                tbody #trades {
                    @for t in trades.iter().take(limits::MAX_TRADES_SHOWN) {
                        (trade(
                            &t.trade.to_string(),
                            t.at_ms,
                            now_ms,
                            &format::coins(t.price.to_base()),
                            &format::grouped(t.quantity),
                        ))
                    }
                }
            }
            template #t-trade { (trade("", 0, 0, "", "")) }
            p.empty { "No trade yet. A buy order that meets a sell offer makes one." }
        }
    }
}

fn trade(key: &str, at_ms: u64, now_ms: u64, price: &str, quantity: &str) -> Markup {
    html! {
        tr data-key=(key) {
            td { (format::moment(at_ms, now_ms)) }
            td.number data-f="price" { (price) }
            td.number data-f="quantity" { (quantity) }
        }
    }
}

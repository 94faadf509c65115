//! The local accounts with their money, and the names that other parts show for their keys.
//!
//! Does not know secrets.

use maud::{Markup, html};
use quarry_api::operator::AccountEntry;
use quarry_primitives::AccountKey;

use super::{format, icons};
use crate::limits;

/// The name of a local account, or the beginning and end of a stranger's key.
pub(super) fn name_of(accounts: &[AccountEntry], key: &AccountKey) -> String {
    let local = accounts.iter().find(|entry| entry.account == *key);
    local.map_or_else(|| format::short(&key.to_string()), |entry| entry.name.clone())
}

/// The panel.
pub(super) fn panel(accounts: &[AccountEntry]) -> Markup {
    html! {
        section .panel aria-labelledby="accounts-title" data-empty[accounts.is_empty()] {
            h2 #accounts-title { (icons::account()) "Accounts" span.aside { "coins" } }
            div.scroll tabindex="0" role="region" aria-labelledby="accounts-title" {
                table {
                    thead {
                        tr {
                            th scope="col" { "Account" }
                            th.number scope="col" { "On the chain" }
                            th.number scope="col" { "At the exchange" }
                        }
                    }
                    tbody #accounts {
                        @for entry in accounts.iter().take(limits::MAX_ACCOUNTS_SHOWN) {
                            (row(
                                &entry.name,
                                &entry.address,
                                &format::coins(entry.balance.to_base()),
                                &format::coins(entry.exchange_balance.to_base()),
                                &bound(entry),
                            ))
                        }
                    }
                }
            }
            template #t-account { (row("", "", "", "", "")) }
            p.empty { "No accounts. Make one with " code { "quarry account new NAME" } "." }
        }
    }
}

/// What is at the exchange and not free.
fn bound(entry: &AccountEntry) -> String {
    let part =
        |amount: u64, what| (amount > 0).then(|| format!("{} {what}", format::coins(amount)));
    let held = part(entry.exchange_held.to_base(), "held");
    let leaving = part(entry.exchange_withdrawing.to_base(), "leaving");
    held.into_iter().chain(leaving).collect::<Vec<_>>().join(", ")
}

fn row(name: &str, address: &str, chain: &str, exchange: &str, bound: &str) -> Markup {
    html! {
        tr data-key=(address) {
            th scope="row" {
                span.name data-f="name" { (name) }
                code.address data-f="address" title=(address) { (address) }
            }
            td.number data-f="chain" { (chain) }
            td.number {
                span data-f="exchange" { (exchange) }
                span.under data-f="bound" { (bound) }
            }
        }
    }
}

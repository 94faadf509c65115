//! The pages, as HTML made on the server: they say everything with scripts off.
//!
//! Texts from outside (names, reasons, states) reach the page through the template language's own
//! escaping and in no other way. The scripts in `assets/` fill the same elements from then on; a
//! list's `<template>` is made by the same function as its rows, so the two cannot drift apart.
//!
//! Does not know requests.

mod accounts;
mod blocks;
mod chart;
mod dashboard;
mod format;
mod icons;
mod jobs;
mod market;
pub(crate) mod mining;
mod summary;

use maud::{DOCTYPE, Markup, html};
use quarry_api::ApiError;

pub(crate) use dashboard::dashboard;

/// A whole page around `body`, with the script of that name in `assets/` if it lives.
fn shell(title: &str, script: Option<&str>, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="icon" href="/assets/favicon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/assets/quarry.css";
                @if let Some(script) = script {
                    script type="module" src={ "/assets/" (script) } {}
                }
            }
            body { (body) }
        }
    }
}

/// A page with one message and what to do next.
fn message(title: &str, text: &str, next: &Markup) -> Markup {
    let body = html! {
        main.message {
            p.brand { (icons::logo()) "Quarry" }
            h1 { (title) }
            p { (text) }
            (next)
        }
    };
    shell(&format!("{title} - Quarry"), None, &body)
}

fn fresh_link(command: &str) -> Markup {
    html! {
        p { "For a fresh link, run:" }
        pre { code { (command) } }
    }
}

/// Who comes without a session.
pub(crate) fn login_needed(command: &str) -> Markup {
    message(
        "Not logged in",
        "This page is for the operator of this instance.",
        &fresh_link(command),
    )
}

/// Who comes with a code that opens nothing.
pub(crate) fn used_link(command: &str, home: &str) -> Markup {
    let text = "A link to the dashboard works once and for ten minutes. This one was used before, \
                or is too old.";
    let next = html! {
        (fresh_link(command))
        p { "If this browser is logged in already: " a href=(home) { "open the dashboard" } "." }
    };
    message("This link has done its work", text, &next)
}

/// Nothing at this path.
pub(crate) fn not_found() -> Markup {
    let next = html! { p { a href="/" { "Back to the start" } } };
    message("Nothing here", "There is no page at this address.", &next)
}

/// A page that could not be made, or a request that was refused.
pub(crate) fn failed(error: &ApiError) -> Markup {
    let next = html! {
        @if let Some(hint) = &error.hint { p { "To go on: " (hint) "." } }
        p.quiet { code { (error.code) } }
    };
    message("That did not work", &format!("Failed: {}.", error.message), &next)
}

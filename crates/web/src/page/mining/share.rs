//! The form that shares the page by mail, or how to set that up.
//!
//! Does not send.

use maud::{Markup, html};

use super::super::icons;
use crate::limits;

/// The panel; `is_open` if a mail server is set up.
pub(super) fn panel(is_open: bool) -> Markup {
    html! {
        section .panel.wide aria-labelledby="share-title" {
            h2 #share-title { (icons::account()) "Share by mail" }
            @if is_open { (form()) } @else {
                p { "No mail server is set up here, so nothing can be sent. Name one in "
                    code { "quarry.toml" } ":" }
                pre { code { "[mail]\nhost = \"smtp.example.org\"\nuser = \"name\"\n\
                    password_file = \"/path/to/password\"\nfrom = \"miner@example.org\"" } }
            }
        }
    }
}

fn form() -> Markup {
    html! {
        form #share {
            label { "Your name"
                input name="name" required maxlength=(limits::MAX_SHARE_NAME_CHARS)
                    autocomplete="name"; }
            label { "To, one address"
                input name="to" type="email" required maxlength=(limits::MAX_SHARE_ADDRESS_BYTES)
                    autocomplete="off"; }
            label.whole { "What you want to say"
                textarea name="message" rows="3" maxlength=(limits::MAX_SHARE_MESSAGE_CHARS) {} }
            button type="submit" { "Send" }
            p #share-told role="alert" {}
        }
    }
}

//! Inline icons: no font and no picture has to be there for them.

use maud::{Markup, html};

fn icon(paths: &Markup) -> Markup {
    html! {
        svg.icon viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" {
            (paths)
        }
    }
}

/// Three cut stones, one on two.
pub(super) fn logo() -> Markup {
    html! {
        svg.logo viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" {
            path.stone-a d="M12 2.5 17.5 5.6v6L12 14.7 6.5 11.6v-6z" {}
            path.stone-b d="M6.5 11.6 12 14.7v4.2l-5.5 3.1L1 18.9v-4.2z" {}
            path.stone-c d="M17.5 11.6 23 14.7v4.2L17.5 22 12 18.9v-4.2z" {}
        }
    }
}

/// A line that rises.
pub(super) fn rate() -> Markup {
    icon(&html! { path d="M1.5 12.5 5.5 8l3 2.5 6-7" {} })
}

/// Two columns of offers.
pub(super) fn book() -> Markup {
    icon(&html! { path d="M2 4h5M3.5 8H7M5 12h2M9 4h5M9 8h3.5M9 12h2" {} })
}

/// A pick.
pub(super) fn job() -> Markup {
    icon(&html! { path d="M2.5 13.5 9.5 6.5M5 3.2c3.5-1.4 7 .5 7.8 7.8" {} })
}

/// A person's outline.
pub(super) fn account() -> Markup {
    icon(&html! {
        circle cx="8" cy="5" r="2.6" {}
        path d="M2.8 14c.4-3 2.5-4.5 5.2-4.5s4.8 1.5 5.2 4.5" {}
    })
}

/// Two arrows that pass each other.
pub(super) fn trade() -> Markup {
    icon(&html! { path d="M2 5.5h11M10.5 3 13 5.5 10.5 8M14 10.5H3M5.5 8 3 10.5 5.5 13" {} })
}

/// An arrow that opens.
pub(super) fn open() -> Markup {
    html! {
        svg.chevron viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" {
            path d="M5.5 3 11 8l-5.5 5" {}
        }
    }
}

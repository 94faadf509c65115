//! A miner's page: how fast, for whom, what came of it, and four things to tell it.
//!
//! Everything can be read with scripts off; telling it something takes them. `assets/miner.js` fills
//! the same elements. Does not know how it mines.

use maud::{Markup, html};
use quarry_api::miner::{LogKind, LogLine, MinerStatus, Rates, UpstreamState, UpstreamStatus};

use super::super::{format, icons, shell};
use super::{ABOUT, Links, MINER, bar, difficulty, figure, lines, per_block, rate, share};
use crate::limits;

/// The page for `status`; it can be shared if `has_mail`.
pub(crate) fn miner(status: &MinerStatus, has_mail: bool, links: Links) -> Markup {
    let body = html! {
        a.skip href="#main" { "Skip to the content" }
        (bar(MINER, chain(status), links))
        main #main data-max-points=(limits::MAX_MINER_POINTS) data-max-log=(limits::MAX_LOG_SHOWN)
            data-gap-ms=(limits::MINER_GAP_MS) data-window-ms=(limits::MINER_WINDOW_MS) {
            (found(status))
            (controls(status))
            (figures(status))
            div.grid {
                (lines::panel(&status.history, status.at_ms, &now(status)))
                (upstreams(status))
                (refused(status))
                (threads(status))
                (log(status))
                (share::panel(has_mail))
            }
        }
        footer {
            a href="/" { (links.home) }
            @if links.home != ABOUT { a href="/about" { (ABOUT) } }
            a href="/v1/miner" { "This page as JSON" }
            a href="/metrics" { "Metrics" }
        }
    };
    shell("Mining - Quarry", Some("miner.js"), &body)
}

/// The chain of the upstream that is mined for, or of any that said so.
fn chain(status: &MinerStatus) -> &str {
    let active = status.upstreams.iter().find(|up| up.state == UpstreamState::Active);
    let any = || status.upstreams.iter().find(|up| up.chain.is_some());
    active.or_else(any).and_then(|up| up.chain.as_deref()).unwrap_or("chain unknown")
}

/// A miner at rest keeps its last averages; they are none of now.
fn now(status: &MinerStatus) -> String {
    if status.running { rate(status.rates.s5) } else { "at rest".to_owned() }
}

fn found(status: &MinerStatus) -> Markup {
    let text = match status.blocks {
        1 => "A block was found.".to_owned(),
        blocks => format!("{} blocks were found.", format::grouped(blocks)),
    };
    html! {
        p #found .banner role="status" hidden[status.blocks == 0] {
            (icons::logo()) strong data-f="found" { (text) }
        }
    }
}

fn controls(status: &MinerStatus) -> Markup {
    let payout = status.payout.as_deref().unwrap_or_default();
    html! {
        section #controls .panel.wide.controls aria-label="Controls" {
            button #toggle type="button" data-running=(status.running) {
                (if status.running { "Stop mining" } else { "Start mining" })
            }
            form #payout {
                label for="address" { "Blocks pay" }
                input #address name="address" type="text" value=(payout) maxlength="120"
                    autocomplete="off" autocapitalize="off" spellcheck="false"
                    placeholder="an address of the chain above" aria-describedby="told";
                button type="submit" { "Use from the next template on" }
            }
            form #threads-form {
                label for="threads" { "Threads" }
                input #threads name="threads" type="number" min="1" max=(status.threads_max)
                    value=(status.threads) required aria-describedby="told";
                button type="submit" { "Use" }
            }
            p #told role="alert" data-f="told" {}
            noscript { p { "Start, stop, address and threads need scripts; all else can be read." } }
        }
    }
}

fn figures(status: &MinerStatus) -> Markup {
    let work = status.work.as_ref();
    let height = work.and_then(|work| work.height);
    let of = |text: Option<String>| text.unwrap_or_else(|| format::NONE.to_owned());
    let refused = status.rejected.values().sum::<u64>();
    html! {
        dl #figures .many aria-label="What came of it" {
            (figure("Hash rate, 5 s", "s5", &now(status)))
            (figure("1 min", "s60", &rate(status.rates.s60)))
            (figure("15 min", "m15", &rate(status.rates.m15)))
            (figure("A block takes", "block", &per_block(work.and_then(|w| w.seconds_per_block))))
            (figure("Block", "height", &of(height.map(|h| format::grouped(h.into())))))
            (figure("Block difficulty", "difficulty", &of(work.map(|w| difficulty(w.block_difficulty)))))
            (figure("Accepted", "accepted", &format::grouped(status.accepted)))
            (figure("Rejected", "rejected", &format::grouped(refused)))
            (figure("Stale", "stale", &format::grouped(status.stale)))
            (figure("Blocks", "blocks", &format::grouped(status.blocks)))
            (figure("Best difficulty", "best", &difficulty(status.best_difficulty)))
            (figure("Threads", "threads", &format!("{} ({})", status.threads, status.backend)))
        }
    }
}

/// What each thread does, whoever it searches for.
fn threads(status: &MinerStatus) -> Markup {
    html! {
        section .panel.narrow aria-labelledby="threads-title"
            data-empty[status.thread_rates.is_empty()] {
            h2 #threads-title { (icons::job()) "Threads" }
            div.scroll {
                table {
                    caption.hidden { "Hash rates of each thread" }
                    thead { tr {
                        th scope="col" { "Thread" }
                        th.number scope="col" { "5 s" }
                        th.number scope="col" { "1 min" }
                        th.number scope="col" { "15 min" }
                    } }
                    tbody #each {
                        @for (index, rates) in status.thread_rates.iter().enumerate() {
                            (thread(index, *rates, status.running))
                        }
                    }
                }
            }
            template #t-thread { (thread(0, Rates::default(), false)) }
            p.empty { "No thread has searched yet." }
        }
    }
}

fn thread(index: usize, rates: Rates, is_running: bool) -> Markup {
    let now = if is_running { rate(rates.s5) } else { "at rest".to_owned() };
    html! {
        tr data-key=(index) {
            td data-f="thread" { (index) }
            td.number data-f="s5" { (now) }
            td.number data-f="s60" { (rate(rates.s60)) }
            td.number data-f="m15" { (rate(rates.m15)) }
        }
    }
}

fn upstreams(status: &MinerStatus) -> Markup {
    html! {
        section .panel.broad aria-labelledby="upstreams-title" {
            h2 #upstreams-title { (icons::trade()) "Upstreams" }
            div.scroll {
                table {
                    caption.hidden { "The first that gives work is mined for" }
                    thead { tr {
                        th scope="col" { "Address" }
                        th scope="col" { "State" }
                        th.number scope="col" { "Accepted" }
                        th.number scope="col" { "Refused" }
                    } }
                    tbody #upstreams {
                        @for up in &status.upstreams { (upstream(Some(up))) }
                    }
                }
            }
            template #t-upstream { (upstream(None)) }
        }
    }
}

fn upstream(up: Option<&UpstreamStatus>) -> Markup {
    let state = up.map(|up| up.state).unwrap_or_default();
    let protocol = up.map_or("", |up| &up.protocol);
    let protocol = if protocol == "none" { "" } else { protocol };
    let error = up.and_then(|up| up.error.clone()).unwrap_or_default();
    let hint = up.and_then(|up| up.hint.clone()).unwrap_or_default();
    html! {
        tr data-key=(up.map_or("", |up| &up.url)) {
            td {
                span.url data-f="url" { (up.map_or("", |up| &up.url)) }
                span.under data-f="protocol" { (protocol) }
                span.under.bad data-f="error" { (error) }
                span.under data-f="hint" { (hint) }
            }
            td { span.state data-f="state" data-tone=(tone(state)) { (name(state)) } }
            td.number data-f="accepted" { (format::grouped(up.map_or(0, |up| up.accepted))) }
            td.number data-f="refused" { (format::grouped(up.map_or(0, |up| up.rejected))) }
        }
    }
}

fn name(state: UpstreamState) -> &'static str {
    match state {
        UpstreamState::Idle => "idle",
        UpstreamState::Connecting => "connecting",
        UpstreamState::Active => "active",
        UpstreamState::Resting => "resting",
        UpstreamState::Down => "down",
    }
}

fn tone(state: UpstreamState) -> &'static str {
    match state {
        UpstreamState::Idle | UpstreamState::Resting => "idle",
        UpstreamState::Connecting => "busy",
        UpstreamState::Active => "good",
        UpstreamState::Down => "bad",
    }
}

fn refused(status: &MinerStatus) -> Markup {
    html! {
        section .panel.narrow aria-labelledby="refused-title" data-empty[status.rejected.is_empty()] {
            h2 #refused-title { (icons::job()) "Rejected, by reason" }
            table { tbody #reasons {
                @for (reason, count) in &status.rejected { (reason_row(reason, *count)) }
            } }
            template #t-reason { (reason_row("", 0)) }
            p.empty { "Nothing was rejected." }
        }
    }
}

fn reason_row(reason: &str, count: u64) -> Markup {
    html! {
        tr data-key=(reason) {
            td data-f="reason" { (reason) }
            td.number data-f="count" { (format::grouped(count)) }
        }
    }
}

fn log(status: &MinerStatus) -> Markup {
    html! {
        section .panel.broad aria-labelledby="log-title" data-empty[status.log.is_empty()] {
            h2 #log-title { (icons::book()) "Log" }
            ol #log .log aria-live="off" {
                @for line in status.log.iter().rev().take(limits::MAX_LOG_SHOWN) {
                    (log_line(Some(line), status.at_ms))
                }
            }
            template #t-line { (log_line(None, 0)) }
            p.empty { "Nothing happened yet." }
        }
    }
}

fn log_line(line: Option<&LogLine>, now_ms: u64) -> Markup {
    let tone = match line.map(|line| line.kind) {
        Some(LogKind::Accepted) => "good",
        Some(LogKind::Rejected | LogKind::Problem) => "bad",
        Some(LogKind::State | LogKind::Work) | None => "idle",
    };
    html! {
        li data-tone=(tone) {
            (format::moment(line.map_or(0, |line| line.at_ms), now_ms))
            span data-f="text" { (line.map_or("", |line| &line.text)) }
        }
    }
}

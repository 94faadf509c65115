//! The jobs: what each costs, how far its search is, what came of it.
//!
//! A search has no end that it draws near to; the bar shows the chance that a hit would have come by
//! now, 1 - exp(-p h) for h hashes of chance p each. Does not know how work is done.

use maud::{Markup, html};
use quarry_api::exchange::{JobView, UnitView};
use quarry_api::operator::AccountEntry;

use super::accounts::name_of;
use super::{format, icons};
use crate::limits;

/// Hashes in one unit of quantity.
const HASHES_A_QUANTITY: f64 = 4_294_967_296.0;

/// What a job's line shows.
#[derive(Default)]
struct Row {
    job: String,
    state: String,
    tone: &'static str,
    share: f64,
    chance: String,
    rate: String,
    seller: String,
    price: String,
    result: String,
    article: String,
    buyer: String,
    limit: String,
    placed_ms: u64,
    units: Vec<UnitRow>,
}

/// What a unit shows inside its job.
#[derive(Default)]
struct UnitRow {
    unit: String,
    state: String,
    searched: String,
    attempts: String,
    nonce: String,
    hash: String,
    payout: String,
    reason: String,
}

/// The panel.
pub(super) fn panel(jobs: &[JobView], accounts: &[AccountEntry], now_ms: u64) -> Markup {
    html! {
        section .panel.wide aria-labelledby="jobs-title" data-empty[jobs.is_empty()] {
            h2 #jobs-title { (icons::job()) "Jobs" }
            div.job-head aria-hidden="true" {
                span { "Job" } span { "State" } span { "Chance of a hit by now" }
                span.number { "Rate" } span { "Seller" } span.number { "Price" }
            }
            ol #jobs {
                @for job in jobs.iter().take(limits::MAX_JOBS_SHOWN) {
                    (Row::of(job, accounts).show(now_ms))
                }
            }
            template #t-job { (Row::default().show(0)) }
            template #t-unit { (UnitRow::default().show()) }
            p.empty { "No jobs yet. Buy a search: " code { "quarry buy nonce --help" } " says how." }
        }
    }
}

impl Row {
    fn of(job: &JobView, accounts: &[AccountEntry]) -> Self {
        let units = &job.units;
        let count = format::as_f64(u64::try_from(units.len()).unwrap_or(u64::MAX)).max(1.0);
        let share = units.iter().map(share_of).sum::<f64>() / count;
        let (state, tone) = state_of(job);
        let rate = units.iter().filter(|u| !u.ended).map(|u| u.hashes_per_second).sum();
        let prices: Option<u64> = units.iter().map(|u| u.price.map(|p| p.to_base())).sum();
        Self {
            job: format!("#{}", job.job),
            tone,
            share: (share * 1000.0).round() / 10.0,
            chance: format::percent(share),
            rate: if rate == 0 { String::new() } else { format::rate(rate) },
            seller: seller_of(units, accounts),
            price: prices.filter(|_| !units.is_empty()).map(format::coins).unwrap_or_default(),
            result: result_of(job),
            article: job.article.clone(),
            buyer: name_of(accounts, &job.buyer),
            limit: format::coins(job.limit_price.to_base()),
            placed_ms: job.placed_ms,
            units: units.iter().map(UnitRow::of).collect(),
            state,
        }
    }

    fn show(&self, now_ms: u64) -> Markup {
        html! {
            li data-key=(self.job) {
                details {
                    summary {
                        span.id { (icons::open()) span data-f="job" { (self.job) } }
                        span.state data-f="state" data-tone=(self.tone) { (self.state) }
                        span.progress {
                            svg.track viewBox="0 0 100 1" preserveAspectRatio="none"
                                aria-hidden="true" {
                                rect x="0" y="0" width=(self.share) height="1" {}
                            }
                            span data-f="chance" { (self.chance) }
                        }
                        span.number data-f="rate" { (self.rate) }
                        span data-f="seller" { (self.seller) }
                        span.number data-f="price" { (self.price) }
                        span.result data-f="result" { (self.result) }
                    }
                    dl.facts {
                        (fact("Article", "article", &self.article))
                        (fact("Buyer", "buyer", &self.buyer))
                        (fact("Pays at most", "limit", &self.limit))
                        div { dt { "Placed" } dd { (format::moment(self.placed_ms, now_ms)) } }
                    }
                    ol.units { @for unit in &self.units { (unit.show()) } }
                }
            }
        }
    }
}

impl UnitRow {
    fn of(unit: &UnitView) -> Self {
        let paid_for = HASHES_A_QUANTITY * format::as_f64(unit.quantity);
        let searched =
            format!("{} of {} hashes", format::count(unit.hashes), format::scaled(paid_for));
        Self {
            unit: format!("Unit {}", unit.unit),
            state: words(&unit.state),
            searched,
            attempts: unit.attempts.to_string(),
            nonce: unit.nonce.map(|n| n.to_string()).unwrap_or_default(),
            hash: unit.hash.clone().unwrap_or_default(),
            payout: payout_of(unit),
            reason: unit.reason.clone().unwrap_or_default(),
        }
    }

    fn show(&self) -> Markup {
        html! {
            li data-key=(self.unit) {
                dl.facts {
                    (fact("Unit", "unit", &self.unit))
                    (fact("State", "state", &self.state))
                    (fact("Searched", "searched", &self.searched))
                    (fact("Attempts", "attempts", &self.attempts))
                    (fact("Nonce", "nonce", &self.nonce))
                    (fact("Hash", "hash", &self.hash))
                    (fact("Paid out", "payout", &self.payout))
                    (fact("Reason", "reason", &self.reason))
                }
            }
        }
    }
}

fn fact(label: &str, field: &str, text: &str) -> Markup {
    html! { div { dt { (label) } dd data-f=(field) { (text) } } }
}

/// The chance that a unit's hashes had a hit among them; one if they had.
fn share_of(unit: &UnitView) -> f64 {
    if unit.nonce.is_some() {
        return 1.0;
    }
    let expected = format::chance_of_one(&unit.input) * format::as_f64(unit.hashes);
    -(-expected).exp_m1()
}

/// One word for a job of one unit, a count for one of many; and whether it is good news.
fn state_of(job: &JobView) -> (String, &'static str) {
    let ended = job.units.iter().filter(|u| u.ended).count();
    match job.units.as_slice() {
        [unit] => (words(&unit.state), tone_of(&unit.state)),
        units => {
            (format!("{ended} of {} done", units.len()), if job.done { "good" } else { "busy" })
        }
    }
}

fn words(state: &str) -> String {
    state.replace('_', " ")
}

fn tone_of(state: &str) -> &'static str {
    match state {
        "accepted" | "settled" => "good",
        "cancelled" | "expired" | "exhausted" | "refused" | "rejected" | "disputed" | "failed" => {
            "bad"
        }
        "open" => "idle",
        _ => "busy",
    }
}

fn seller_of(units: &[UnitView], accounts: &[AccountEntry]) -> String {
    let mut names: Vec<_> =
        units.iter().filter_map(|u| u.seller.as_ref()).map(|key| name_of(accounts, key)).collect();
    names.sort();
    names.dedup();
    names.join(", ")
}

/// What came of a job, in one line.
fn result_of(job: &JobView) -> String {
    let found = job.units.iter().find(|u| u.nonce.is_some());
    let Some(unit) = found else {
        let mut reasons = job.units.iter().filter_map(|u| u.reason.as_deref());
        return reasons.next_back().unwrap_or_default().to_owned();
    };
    let nonce = unit.nonce.map(|n| format!("nonce {n}"));
    let hash = unit.hash.as_deref().map(|h| format!("hash {}", format::short(h)));
    let txid = unit.payout.as_ref().and_then(|p| p.txid);
    let paid = txid.map(|t| format!("paid by {}", format::short(&t.to_string())));
    [nonce, hash, paid].into_iter().flatten().collect::<Vec<_>>().join("  \u{b7}  ")
}

fn payout_of(unit: &UnitView) -> String {
    let Some(payout) = &unit.payout else { return String::new() };
    let txid = payout.txid.map(|t| format!(" by {t}")).unwrap_or_default();
    let height = payout.height.map(|h| format!(" in block {}", format::grouped(h.into())));
    let (amount, state) = (format::coins(payout.amount.to_base()), words(&payout.state));
    format!("{amount}, {state}{}{txid}", height.unwrap_or_default())
}

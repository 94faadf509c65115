//! The JSON of a pool's books: how it is written, and what is believed of it.
//!
//! Numbers with a fraction are written as text that is exact to the last bit. Times are told as so long
//! before the books were taken. Does not know the checksum.

use std::collections::BTreeMap;
use std::sync::Arc;

use quarry_primitives::{BlockHash, ScriptBuf};
use serde::{Deserialize, Serialize};

use super::{Books, BooksError, VERSION};
use crate::limits::{
    MAX_ADDRESSES_KEPT, MAX_FOUND_BLOCKS, MAX_KEPT_COUNT, MAX_PAYEE_SCRIPT_BYTES, MAX_RATES_KEPT,
    MAX_TEXT_BYTES, MAX_WINDOW_ENTRIES, MAX_WORKER_BYTES, MAX_WORKERS_KEPT,
};
use crate::stratum::accounts::{Account, Accounts, RATE_1M_MS, RATE_15M_MS, Rate, Tally};
use crate::stratum::message::Reject;
use crate::stratum::server::{Found, FoundBlocks};

#[derive(Deserialize)]
struct Version {
    version: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    version: u32,
    chain: String,
    at_ms: u64,
    first_job: u32,
    total: TallyForm,
    others: TallyForm,
    other_addresses: TallyForm,
    workers: Vec<RowForm>,
    addresses: Vec<RowForm>,
    /// The scripts of the window, once each.
    scripts: Vec<String>,
    /// Runs of shares, the oldest first: whose, by the place in `scripts`, and what they weigh.
    window: Vec<(usize, u64)>,
    blocks_found: u64,
    blocks_accepted: u64,
    last_blocks: Vec<BlockForm>,
    rates: Vec<(u64, u64)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowForm {
    name: String,
    away_ms: u64,
    tally: TallyForm,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TallyForm {
    accepted: u64,
    /// By Stratum's code.
    rejected: BTreeMap<i64, u64>,
    work: String,
    best: String,
    blocks: u64,
    last_share_ms: Option<u64>,
    /// Hashes, age, time since the last.
    rate_1m: (String, u64, u64),
    rate_15m: (String, u64, u64),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BlockForm {
    hash: BlockHash,
    height: u32,
    worker: String,
    at_ms: u64,
    /// Whether the node took it; nothing if it was not heard.
    accepted: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// The version that bytes say they have.
pub(super) fn version(bytes: &[u8]) -> Result<u32, BooksError> {
    serde_json::from_slice::<Version>(bytes).map(|found| found.version).map_err(not_books)
}

#[expect(clippy::needless_pass_by_value, reason = "what map_err hands over")]
fn not_books(error: serde_json::Error) -> BooksError {
    BooksError::NotBooks(error.to_string())
}

fn wrong(about: &str) -> BooksError {
    BooksError::Entry(about.to_owned())
}

pub(super) fn write(books: &Books, chain: &str) -> Result<Vec<u8>, BooksError> {
    let accounts = &books.accounts;
    let rows = |rows: &BTreeMap<String, Account>| {
        let row = |(name, account): (&String, &Account)| RowForm {
            name: name.clone(),
            away_ms: account.away_ms(),
            tally: TallyForm::of(&account.tally),
        };
        rows.iter().map(row).collect()
    };
    let mut places: BTreeMap<&ScriptBuf, usize> = BTreeMap::new();
    let mut scripts = Vec::new();
    let mut window = Vec::with_capacity(books.window.len());
    for (script, weight) in &books.window {
        let place = *places.entry(script).or_insert_with(|| {
            scripts.push(hex::encode(script.as_bytes()));
            scripts.len() - 1
        });
        window.push((place, *weight));
    }
    let form = Form {
        version: VERSION,
        chain: chain.to_owned(),
        at_ms: books.at_ms,
        first_job: books.first_job,
        total: TallyForm::of(&accounts.total),
        others: TallyForm::of(&accounts.others),
        other_addresses: TallyForm::of(&accounts.other_addresses),
        workers: rows(&accounts.workers),
        addresses: rows(&accounts.addresses),
        scripts,
        window,
        blocks_found: books.found.count(),
        blocks_accepted: books.found.accepted(),
        last_blocks: books.found.iter().map(BlockForm::of).collect(),
        rates: books.rates.clone(),
    };
    serde_json::to_vec(&form).map_err(not_books)
}

/// The books of bytes whose version and checksum are right.
pub(super) fn read(bytes: &[u8], chain: &str) -> Result<Books, BooksError> {
    let form: Form = serde_json::from_slice(bytes).map_err(not_books)?;
    if form.chain != chain {
        let (found, wanted) = (form.chain, chain.to_owned());
        return Err(BooksError::OtherChain { found, wanted });
    }
    let accounts = Accounts {
        total: form.total.read("the total")?,
        others: form.others.read("the others")?,
        other_addresses: form.other_addresses.read("the other addresses")?,
        workers: rows(form.workers, MAX_WORKERS_KEPT, "the workers")?,
        addresses: rows(form.addresses, MAX_ADDRESSES_KEPT, "the addresses")?,
    };
    check_sums(&accounts.total, &accounts.others, &accounts.workers)?;
    check_sums(&accounts.total, &accounts.other_addresses, &accounts.addresses)?;
    if form.last_blocks.len() > MAX_FOUND_BLOCKS || form.blocks_found > MAX_KEPT_COUNT {
        return Err(wrong("the blocks that were found"));
    }
    let last = form.last_blocks.into_iter().map(BlockForm::read).collect::<Result<_, _>>()?;
    let found = FoundBlocks::restore(last, form.blocks_found, form.blocks_accepted)
        .ok_or_else(|| wrong("the number of blocks that were found"))?;
    if form.rates.len() > MAX_RATES_KEPT {
        return Err(wrong("the rates of the past: there are too many"));
    }
    Ok(Books {
        at_ms: form.at_ms,
        first_job: form.first_job,
        accounts,
        window: window(&form.scripts, &form.window)?,
        found,
        rates: form.rates,
    })
}

fn rows(
    forms: Vec<RowForm>,
    most: usize,
    whose: &str,
) -> Result<BTreeMap<String, Account>, BooksError> {
    if forms.len() > most {
        return Err(BooksError::Entry(format!("{whose}: there are more than {most}")));
    }
    let mut rows = BTreeMap::new();
    for form in forms {
        let name = name(form.name)?;
        let about = || BooksError::Entry(format!("{whose}: `{name}`"));
        let tally = form.tally.read(&name)?;
        let account = Account::of_kept(tally, form.away_ms).ok_or_else(about)?;
        if rows.insert(name.clone(), account).is_some() {
            return Err(about());
        }
    }
    Ok(rows)
}

/// A name as a worker may have.
fn name(name: String) -> Result<String, BooksError> {
    let is_one = (1..=MAX_WORKER_BYTES).contains(&name.len());
    if !is_one || name.chars().any(char::is_control) {
        return Err(wrong("the name of a worker"));
    }
    Ok(name)
}

fn window(
    scripts: &[String],
    runs: &[(usize, u64)],
) -> Result<Vec<(Arc<ScriptBuf>, u64)>, BooksError> {
    if runs.len() > MAX_WINDOW_ENTRIES || scripts.len() > runs.len() {
        return Err(wrong("the shares that are paid: there are too many"));
    }
    let script = |text: &String| {
        let is_short = text.len() <= 2 * MAX_PAYEE_SCRIPT_BYTES;
        let bytes = hex::decode(text).ok().filter(|_| is_short);
        let script = bytes.map(|bytes| Arc::new(ScriptBuf::from_bytes(bytes)));
        script.ok_or_else(|| wrong("whom shares pay"))
    };
    let scripts = scripts.iter().map(script).collect::<Result<Vec<_>, _>>()?;
    let run = |(place, weight): &(usize, u64)| {
        let script = scripts.get(*place).filter(|_| *weight > 0);
        let script = script.ok_or_else(|| wrong("the shares that are paid"))?;
        Ok((Arc::clone(script), *weight))
    };
    runs.iter().map(run).collect()
}

/// Every share is in the total once and in one row.
fn check_sums(
    total: &Tally,
    others: &Tally,
    rows: &BTreeMap<String, Account>,
) -> Result<(), BooksError> {
    let adds_up = |of: &dyn Fn(&Tally) -> u64| {
        let all = rows.values().map(|row| &row.tally).chain([others]);
        all.map(|tally| u128::from(of(tally))).sum::<u128>() == u128::from(of(total))
    };
    let rejected =
        Reject::ALL.into_iter().all(|reject| adds_up(&|tally: &Tally| tally.rejected(reject)));
    let checks = [
        (adds_up(&|tally| tally.accepted), "accepted shares"),
        (rejected, "refused shares"),
        (adds_up(&|tally| tally.blocks), "blocks"),
    ];
    let wrong = checks.into_iter().find(|(adds_up, _)| !adds_up);
    wrong.map_or(Ok(()), |(_, what)| Err(BooksError::DoNotAddUp(what)))
}

impl TallyForm {
    fn of(tally: &Tally) -> Self {
        let counted = Reject::ALL.into_iter().map(|reject| (reject.code(), tally.rejected(reject)));
        let rate = |rate: &Rate| {
            let (hashes, age_ms, idle_ms) = rate.kept();
            (exact(hashes), age_ms, idle_ms)
        };
        Self {
            accepted: tally.accepted,
            rejected: counted.filter(|(_, count)| *count > 0).collect(),
            work: exact(tally.work),
            best: exact(tally.best),
            blocks: tally.blocks,
            last_share_ms: tally.last_share_ms,
            rate_1m: rate(&tally.rate_1m),
            rate_15m: rate(&tally.rate_15m),
        }
    }

    fn read(self, whose: &str) -> Result<Tally, BooksError> {
        let wrong = |about: &str| BooksError::Entry(format!("{about} of {whose}"));
        let mut rejected = [0; Reject::ALL.len()];
        for (code, count) in self.rejected {
            let reject = Reject::of_code(code).filter(|_| count <= MAX_KEPT_COUNT);
            rejected[reject.ok_or_else(|| wrong("refused shares"))? as usize] = count;
        }
        if self.accepted.max(self.blocks) > MAX_KEPT_COUNT {
            return Err(wrong("the shares"));
        }
        let number = |text: &str, about| number(text).ok_or_else(|| wrong(about));
        let rate = |tau_ms, (hashes, age_ms, idle_ms): (String, u64, u64)| {
            let rate = (number(&hashes, "the rate")?, age_ms, idle_ms);
            Rate::of_kept(tau_ms, rate).ok_or_else(|| wrong("the rate"))
        };
        Ok(Tally {
            accepted: self.accepted,
            rejected,
            work: number(&self.work, "the work")?,
            best: number(&self.best, "the best share")?,
            blocks: self.blocks,
            last_share_ms: self.last_share_ms,
            rate_1m: rate(RATE_1M_MS, self.rate_1m)?,
            rate_15m: rate(RATE_15M_MS, self.rate_15m)?,
        })
    }
}

/// The shortest text that is read as this very number.
fn exact(number: f64) -> String {
    format!("{number:e}")
}

/// A number as there are in books: of hashes or of difficulties, so finite and not below zero.
fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0)
}

impl BlockForm {
    fn of(found: &Found) -> Self {
        Self {
            hash: found.hash,
            height: found.height,
            worker: found.worker.clone(),
            at_ms: found.at_ms,
            accepted: found.result.as_ref().map(Result::is_ok),
            reason: found.result.clone().and_then(Result::err),
        }
    }

    fn read(self) -> Result<Found, BooksError> {
        let reason = self.reason.unwrap_or_default();
        if reason.len() > MAX_TEXT_BYTES {
            return Err(wrong("what became of a block"));
        }
        Ok(Found {
            hash: self.hash,
            height: self.height,
            worker: name(self.worker)?,
            at_ms: self.at_ms,
            result: self.accepted.map(|accepted| if accepted { Ok(()) } else { Err(reason) }),
        })
    }
}

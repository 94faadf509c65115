//! `quarry buy nonce`: plan, order, follow, result.
//!
//! The job lives at the exchange. A lost connection, a restart of the exchange or Ctrl-C here do not
//! end it; `quarry jobs wait ID` goes on.

use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use quarry_api::exchange::{JobView, SubmitJob, UnitView, WithdrawalView};
use quarry_exchange::{AccountClient, ClientError, new_idempotency_key};
use quarry_fleet::plan::Odds;
use quarry_market::{NONCE_ARTICLE, NonceInput};
use quarry_pow::Work;
use quarry_primitives::Amount;
use quarry_worker::{input_of, work_of as work_of_input};
use serde::Serialize;

use super::nonce_input;
use crate::cli::BuyNonceArgs;
use crate::error::AppError;
use crate::output::{self, Output};
use crate::session::Session;
use crate::signals::EndSignals;

/// Hashes in one unit of quantity.
const UNIT_HASHES: f64 = 4_294_967_296.0;
/// Time between two looks at a job.
const LOOK: Duration = Duration::from_millis(150);
/// How long an exchange may be away before following it is given up.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long after the unit is settled the seller may ask for its payout and still be waited for.
const PAYOUT_ASKED_WAIT: Duration = Duration::from_secs(2);
/// How long a payout that was asked for may take into a block.
const PAYOUT_WAIT: Duration = Duration::from_secs(20);

/// What a job came to.
#[derive(Debug, Serialize)]
pub(crate) struct Bought {
    job: u64,
    unit: u64,
    state: String,
    found: bool,
    nonce: Option<u64>,
    nonce_hex: Option<String>,
    hash: Option<String>,
    /// The hashed bytes with the nonce in them.
    preimage: Option<String>,
    quantity: u64,
    price: Option<Amount>,
    fee: Option<Amount>,
    total: Option<Amount>,
    hashes: u64,
    seller: Option<String>,
    reason: Option<String>,
    seconds: f64,
    payout: Option<WithdrawalView>,
}

pub(crate) async fn nonce(
    session: &Session,
    args: &BuyNonceArgs,
    output: &Output,
) -> Result<(), AppError> {
    let work = nonce_input::bought(args)?;
    let typed_price = args.max_price.as_deref().map(price_of).transpose()?;
    if args.expires == 0 {
        return Err(AppError::usage("cannot use --expires 0", "it must be at least 1 second"));
    }
    let account = session.account(&args.account, &args.passphrase).await?;
    account.register().await?;
    let limit_price = match typed_price {
        Some(price) => price,
        None => best_ask(&account).await?,
    };
    let (Some(input), Some(unit)) = (input_of(&work), NonceInput::from_work(&work)) else {
        return Err(AppError::usage(
            "cannot buy this search",
            "one field of nonce bytes is traded",
        ));
    };
    let cost = Cost::of(&unit, limit_price, account.client().info().fee_basis_points)?;
    check_funds(&account, &args.account, &cost).await?;
    tell_plan(&work, &cost, output);
    let job = SubmitJob {
        article: NONCE_ARTICLE.to_owned(),
        units: vec![input],
        limit_price,
        expires_ms: account.client().now_ms().saturating_add(args.expires.saturating_mul(1000)),
        requirements: quarry_api::exchange::Requirements::default(),
    };
    let job = submit(&account, &job).await?;
    if args.detach {
        output.result(&job, |job| {
            format!("job {} placed\nfollow it with: quarry jobs wait {}", job.job, job.job)
        })?;
        return Ok(());
    }
    follow_and_tell(&account, job.job, output).await
}

/// Follows a job to its end and prints what it came to.
pub(crate) async fn follow_and_tell(
    account: &AccountClient,
    job: u64,
    output: &Output,
) -> Result<(), AppError> {
    let started = Instant::now();
    let mut signals = EndSignals::catch().map_err(|e| AppError::failed(e.to_string()))?;
    let ended = tokio::select! {
        ended = follow(account, job, output) => ended?,
        () = signals.wait() => {
            return Err(AppError::interrupted(format!(
                "; job {job} goes on: quarry jobs wait {job}, or: quarry jobs cancel {job}"
            )));
        }
    };
    let bought = bought(&ended, started.elapsed().as_secs_f64())?;
    if bought.found {
        output.result(&bought, to_text)?;
        return Ok(());
    }
    Err(AppError::LimitReached {
        message: format!(
            "no nonce found: job {job} ended {}{}; nothing was paid, the hold is released",
            bought.state,
            bought.reason.as_ref().map(|r| format!(" ({r})")).unwrap_or_default()
        ),
        hint: None,
        json: output::document(&bought),
    })
}

fn price_of(text: &str) -> Result<Amount, AppError> {
    let wrong = |why: &str| {
        AppError::usage(
            format!("cannot use --max-price {text}: {why}"),
            "base units for 2^32 hashes, at least 1",
        )
    };
    let units = text.parse::<u64>().map_err(|_| wrong("it is not a whole number"))?;
    if units == 0 {
        return Err(wrong("work has a price"));
    }
    Amount::from_base(units).map_err(|e| wrong(&e.to_string()))
}

async fn best_ask(account: &AccountClient) -> Result<Amount, AppError> {
    let book = account.client().book(NONCE_ARTICLE).await?;
    let best = book.asks.first().map(|ask| ask.price);
    best.ok_or_else(|| AppError::Failed {
        message: "cannot find a price: nobody offers this work now".to_owned(),
        hint: Some("name the most to pay with --max-price, or sell: quarry sell".to_owned()),
    })
}

/// Sends the order; one idempotency key for all tries, so that it is placed once.
async fn submit(account: &AccountClient, job: &SubmitJob) -> Result<JobView, AppError> {
    let key = new_idempotency_key();
    let started = Instant::now();
    loop {
        match account.submit_job(key, job).await {
            Ok(job) => return Ok(job),
            Err(error) if error.is_unreachable() && started.elapsed() < PATIENCE => {
                tokio::time::sleep(LOOK).await;
            }
            Err(ClientError::Refused(error)) if error.code == "not_enough_money" => {
                let hint = error.hint.clone().unwrap_or_else(|| {
                    "send coins to the exchange with: quarry deposit COINS".to_owned()
                });
                return Err(AppError::failed_with_hint(error.message, hint));
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// The most that a search may cost.
struct Cost {
    quantity: u64,
    price: Amount,
    fee: Amount,
    total: Amount,
}

impl Cost {
    fn of(unit: &NonceInput, limit_price: Amount, fee_basis_points: u16) -> Result<Self, AppError> {
        let quantity = unit.quantity();
        let price = limit_price.checked_mul(quantity);
        let fee = price.and_then(|price| price.basis_points_up(fee_basis_points));
        let total = price.zip(fee).and_then(|(price, fee)| price.checked_add(fee));
        match (price, fee, total) {
            (Some(price), Some(fee), Some(total)) => Ok(Self { quantity, price, fee, total }),
            _ => Err(AppError::usage(
                format!(
                    "cannot pay {limit_price} base units for each of {quantity} times 2^32 hashes"
                ),
                "that is more than all the money there is; an easier target or a lower --max-price",
            )),
        }
    }
}

/// Says what is missing before anything is planned; the exchange checks it again.
async fn check_funds(account: &AccountClient, name: &str, cost: &Cost) -> Result<(), AppError> {
    let have = account.account_view().await?.available;
    if have >= cost.total {
        return Ok(());
    }
    let missing = cost.total.checked_sub(have).unwrap_or_default();
    Err(AppError::failed_with_hint(
        format!(
            "cannot pay for the search: it costs up to {} base units and {have} are at the exchange",
            cost.total
        ),
        format!("send coins there: quarry deposit {} --account {name}", missing.to_coin_string()),
    ))
}

fn tell_plan(work: &Work, cost: &Cost, output: &Output) {
    let expected = work.target().expected_hashes();
    let space = work.space().count();
    let chance = chance(work, space_as_f64(space));
    let mut text = format!(
        "plan: {} expected, {} in the space, chance of a hit {}\n\
         cost: at most {} + {} fee = {} base units for {} x 2^32 hashes, for a hit only",
        output::hashes(expected),
        output::hashes(space_as_f64(space)),
        output::chance(chance),
        cost.price,
        cost.fee,
        cost.total,
        cost.quantity,
    );
    if chance < 0.5 {
        text.push_str("\nnote: a hit in this space is unlikely");
    }
    output.say(&text);
}

fn space_as_f64(count: u128) -> f64 {
    // A display value: the last digits do not matter.
    let high = u32::try_from(count >> 64).unwrap_or(u32::MAX);
    let low = u64::try_from(count & u128::from(u64::MAX)).unwrap_or(u64::MAX);
    let low = f64::from(u32::try_from(low >> 32).unwrap_or(0)) * UNIT_HASHES
        + f64::from(u32::try_from(low & 0xffff_ffff).unwrap_or(0));
    f64::from(high) * UNIT_HASHES * UNIT_HASHES + low
}

fn chance(work: &Work, hashes: f64) -> f64 {
    Odds::from_target(&work.target()).chance_after(hashes)
}

async fn follow(account: &AccountClient, job: u64, output: &Output) -> Result<JobView, AppError> {
    let bar = output.progress();
    let mut gave_up = false;
    let mut last_answer = Instant::now();
    let mut settled_since: Option<Instant> = None;
    let mut told_away = false;
    loop {
        match account.job(job).await {
            Ok(view) => {
                last_answer = Instant::now();
                told_away = false;
                show_progress(&bar, &view);
                if !view.done && !gave_up && account.client().now_ms() >= view.expires_ms {
                    // The market ends what nobody has begun; what runs is ended by its buyer. If it
                    // has just ended by itself, the next look shows how.
                    gave_up = true;
                    let _ended_already = account.cancel_job(job).await;
                }
                if view.done {
                    let since = *settled_since.get_or_insert_with(Instant::now);
                    let asked = view.units.iter().any(|unit| unit.payout.is_some());
                    let patience = if asked { PAYOUT_WAIT } else { PAYOUT_ASKED_WAIT };
                    if payout_seen(&view) || since.elapsed() > patience {
                        bar.finish_and_clear();
                        return Ok(view);
                    }
                }
            }
            Err(error) if error.is_unreachable() && last_answer.elapsed() < PATIENCE => {
                if !std::mem::replace(&mut told_away, true) {
                    let seconds = PATIENCE.as_secs();
                    bar.suspend(|| {
                        output.say(&format!(
                            "exchange is away; job {job} is kept there; waiting {seconds} s for it"
                        ));
                    });
                }
            }
            Err(error) if error.is_unreachable() => {
                bar.finish_and_clear();
                return Err(AppError::Unreachable {
                    message: error.to_string(),
                    hint: format!("job {job} is kept; when it runs again: quarry jobs wait {job}"),
                });
            }
            Err(error) => return Err(error.into()),
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Whether nothing more is to come: no unit was settled, or its payout has ended.
fn payout_seen(view: &JobView) -> bool {
    view.units.iter().all(|unit| {
        unit.state != "settled"
            || unit.payout.as_ref().is_some_and(|p| p.state == "confirmed" || p.state == "refused")
    })
}

fn show_progress(bar: &ProgressBar, view: &JobView) {
    let Some(unit) = view.units.first() else { return };
    let Ok(work) = work_of_input(&unit.input) else { return };
    if unit.state == "open" {
        bar.set_message(format!("job {} waits for a seller", view.job));
        return;
    }
    let done = space_as_f64(u128::from(unit.hashes));
    bar.set_message(format!(
        "job {} {}: {}, {} of {} searched, chance so far {}",
        view.job,
        unit.state,
        output::rate(space_as_f64(u128::from(unit.hashes_per_second))),
        output::hashes(done),
        output::hashes(space_as_f64(work.space().count())),
        output::chance(chance(&work, done)),
    ));
}

fn bought(view: &JobView, seconds: f64) -> Result<Bought, AppError> {
    let unit: &UnitView = view
        .units
        .first()
        .ok_or_else(|| AppError::failed(format!("job {} has no units", view.job)))?;
    let work = work_of_input(&unit.input).map_err(|e| AppError::failed(e.to_string()))?;
    // The exchange has re-hashed the nonce; the buyer does not take its word for it either.
    if let Some(nonce) = unit.nonce
        && let Err(error) = work.verify(nonce)
    {
        return Err(AppError::failed(format!(
            "the exchange's nonce {nonce} for job {} is wrong: {error}",
            view.job
        )));
    }
    let total = unit.price.zip(unit.fee).and_then(|(price, fee)| price.checked_add(fee));
    Ok(Bought {
        job: view.job,
        unit: unit.unit,
        state: unit.state.clone(),
        found: unit.nonce.is_some(),
        nonce: unit.nonce,
        nonce_hex: unit.nonce.map(|n| format!("{n:x}")),
        hash: unit.nonce.map(|n| work.hash(n).to_string()),
        preimage: unit.nonce.map(|n| hex::encode(work.preimage(n))),
        quantity: unit.quantity,
        price: unit.price,
        fee: unit.fee,
        total,
        hashes: unit.hashes,
        seller: unit.seller.map(|s| s.to_string()),
        reason: unit.reason.clone(),
        seconds,
        payout: unit.payout.clone(),
    })
}

fn to_text(bought: &Bought) -> String {
    let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    let amount = |a: Option<Amount>| a.map(|a| a.to_string()).unwrap_or_default();
    let payout = match &bought.payout {
        Some(p) => match (&p.txid, p.height) {
            (Some(txid), Some(height)) => format!("{txid} in block {height}"),
            (Some(txid), None) => format!("{txid}, waiting for a block"),
            _ => format!(
                "{}{}",
                p.state,
                p.reason.as_ref().map(|r| format!(": {r}")).unwrap_or_default()
            ),
        },
        None => "the seller keeps it at the exchange".to_owned(),
    };
    format!(
        "nonce   {} (0x{})\nhash    {}\nprice   {} base units\nfee     {} base units\nhashes  {}\njob     {}\npayout  {payout}",
        number(bought.nonce),
        bought.nonce_hex.as_deref().unwrap_or_default(),
        bought.hash.as_deref().unwrap_or_default(),
        amount(bought.price),
        amount(bought.fee),
        bought.hashes,
        bought.job,
    )
}

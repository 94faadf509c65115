//! The exchange's REST API under `/v1`.
//!
//! Open: what everybody may see of the market. Signed: everything about an account. Operator: the
//! same market, seen by whoever runs it. Does not guard itself: a listener class of `quarry_web` is
//! put around it.

use axum::extract::{Path, Query, State};
use axum::routing::{delete, get, post};
use axum::{Extension, Json, Router};
use quarry_api::exchange::{
    AccountView, Audit, BookView, Done, ExchangeInfo, Heartbeat, HeartbeatAnswer, JobView,
    LeaseResult, LeaseView, OrderView, PlaceAsk, Registered, SubmitJob, TradeView, UnitView,
    Withdraw, WithdrawalView,
};
use quarry_market::{
    Action, ArticleId, ArticleIdError, Command, JobId, LeaseId, NONCE_ARTICLE, OrderId, Rejection,
    Reply, UnitId, WithdrawalId,
};
use quarry_primitives::{Address, Network, NetworkUnchecked};
use quarry_web::{ApiFailure, Stopping, long_poll};
use serde::Deserialize;

use super::signed::Caller;
use super::{Exchange, ExchangeError, views};
use crate::limits::MAX_LISTED;

/// The public routes, without a guard.
pub(super) fn router(exchange: Exchange) -> Router {
    open_routes()
        .route("/v1/accounts", post(register))
        .route("/v1/account", get(account))
        .route("/v1/jobs", get(own_jobs).post(submit_job))
        .route("/v1/jobs/{job}", get(own_job).delete(cancel_job))
        .route("/v1/asks", post(place_ask))
        .route("/v1/orders", get(own_orders))
        .route("/v1/orders/{order}", delete(cancel_order))
        .route("/v1/leases", get(leases))
        .route("/v1/leases/{lease}/heartbeat", post(heartbeat))
        .route("/v1/leases/{lease}/result", post(lease_result))
        .route("/v1/units/unpaid", get(unpaid_units))
        .route("/v1/withdrawals", post(withdraw))
        .route("/v1/withdrawals/{withdrawal}", get(withdrawal))
        .with_state(exchange)
}

/// What the operator sees of the market, without a guard.
pub fn operator_router(exchange: Exchange) -> Router {
    open_routes()
        .route("/v1/jobs", get(all_jobs))
        .route("/v1/jobs/{job}", get(any_job))
        .with_state(exchange)
}

fn open_routes() -> Router<Exchange> {
    Router::new()
        .route("/v1/exchange", get(info))
        .route("/v1/exchange/audit", get(audit))
        .route("/v1/book", get(book))
        .route("/v1/trades", get(trades))
}

type Answer<T> = Result<Json<T>, ApiFailure>;

fn rejected(rejection: &Rejection) -> ApiFailure {
    quarry_api::ApiError {
        code: rejection.code().to_owned(),
        message: rejection.to_string(),
        hint: hint(rejection).map(str::to_owned),
    }
    .into()
}

/// The command to try next, where there is one.
fn hint(rejection: &Rejection) -> Option<&'static str> {
    match rejection {
        Rejection::NotEnoughMoney { .. } => Some("send coins with: quarry deposit COINS"),
        Rejection::UnknownArticle { .. } => Some("see: GET /v1/exchange"),
        Rejection::UnknownJob { .. } | Rejection::JobDone { .. } => Some("see: quarry jobs"),
        Rejection::UnknownOrder { .. } | Rejection::OrderNotOpen { .. } => {
            Some("see: quarry orders")
        }
        _ => None,
    }
}

fn article_of(text: &str) -> Result<ArticleId, ApiFailure> {
    text.parse().map_err(|error: ArticleIdError| {
        quarry_api::ApiError::new("unknown_article", error.to_string()).into()
    })
}

fn unavailable(error: &ExchangeError) -> ApiFailure {
    quarry_api::ApiError::new("unavailable", error.to_string()).into()
}

fn unknown(what: &str, id: impl std::fmt::Display) -> ApiFailure {
    ApiFailure::not_found(&format!("unknown_{what}"), format!("no {what} {id}"))
}

/// Does what an account asks for; the answer may be one that was given before.
async fn act(exchange: &Exchange, caller: &Caller, action: Action) -> Result<Reply, ApiFailure> {
    let account = caller.account();
    if action != Action::Register && exchange.market().account(account).is_none() {
        // Anybody can make a key: what unknown ones ask for does not get into the log.
        return Err(rejected(&Rejection::UnknownAccount { account }));
    }
    let command = Command::Signed { authorization: caller.authorization.clone(), action };
    let applied = exchange.submit(command).await.map_err(|e| unavailable(&e))?;
    applied.reply.map_err(|rejection| rejected(&rejection))
}

async fn info(State(exchange): State<Exchange>) -> Json<ExchangeInfo> {
    Json(exchange.info())
}

async fn audit(State(exchange): State<Exchange>) -> Answer<Audit> {
    // Not here: the hash of the whole state takes its time.
    let audit = tokio::task::spawn_blocking(move || exchange.audit()).await;
    audit.map(Json).map_err(|error| ApiFailure::internal(&format!("make the audit: {error}")))
}

#[derive(Debug, Deserialize)]
struct BookQuery {
    article: Option<String>,
}

async fn book(
    State(exchange): State<Exchange>,
    Query(query): Query<BookQuery>,
) -> Answer<BookView> {
    let article = article_of(query.article.as_deref().unwrap_or(NONCE_ARTICLE))?;
    exchange.book(&article).map(Json).map_err(|rejection| rejected(&rejection))
}

async fn trades(State(exchange): State<Exchange>) -> Json<Vec<TradeView>> {
    Json(exchange.trades(MAX_LISTED))
}

async fn all_jobs(State(exchange): State<Exchange>) -> Json<Vec<JobView>> {
    Json(exchange.jobs(MAX_LISTED))
}

async fn any_job(State(exchange): State<Exchange>, Path(job): Path<u64>) -> Answer<JobView> {
    views::job(&exchange, JobId(job)).map(Json).ok_or_else(|| unknown("job", job))
}

async fn register(State(exchange): State<Exchange>, caller: Caller) -> Answer<Registered> {
    match act(&exchange, &caller, Action::Register).await? {
        Reply::DepositIndex(deposit_index) => {
            let deposit_address = exchange
                .deposit_address(deposit_index)
                .ok_or_else(|| ApiFailure::internal("deposit index without an address"))?;
            Ok(Json(Registered { deposit_address, deposit_index }))
        }
        other => Err(odd(&other)),
    }
}

/// A reply of another kind than the action has: the key was used for something else before.
fn odd(reply: &Reply) -> ApiFailure {
    ApiFailure::internal(&format!("unexpected reply {reply:?}"))
}

async fn account(State(exchange): State<Exchange>, caller: Caller) -> Json<AccountView> {
    Json(exchange.account(&caller.account()))
}

async fn own_jobs(State(exchange): State<Exchange>, caller: Caller) -> Json<Vec<JobView>> {
    let market = exchange.market();
    let ids: Vec<_> = market.jobs_of(caller.account()).map(|job| job.id).collect();
    drop(market);
    let newest = ids.into_iter().rev().take(MAX_LISTED);
    Json(newest.filter_map(|id| views::job(&exchange, id)).collect())
}

/// A job, for its buyer and for those who work or worked for it.
fn job_for(exchange: &Exchange, caller: &Caller, job: u64) -> Result<JobView, ApiFailure> {
    let me = caller.account();
    let mut view = views::job(exchange, JobId(job)).ok_or_else(|| unknown("job", job))?;
    if view.buyer != me {
        // A seller sees its own units, not what others found.
        view.units.retain(|unit| unit.seller == Some(me));
    }
    if view.units.is_empty() { Err(unknown("job", job)) } else { Ok(view) }
}

async fn own_job(
    State(exchange): State<Exchange>,
    Path(job): Path<u64>,
    caller: Caller,
) -> Answer<JobView> {
    job_for(&exchange, &caller, job).map(Json)
}

async fn submit_job(State(exchange): State<Exchange>, caller: Caller) -> Answer<JobView> {
    let body: SubmitJob = caller.json()?;
    let units = body.units.iter().map(views::market_input).collect::<Result<_, _>>();
    let units = units.map_err(ApiFailure::bad_request)?;
    let action = Action::SubmitJob {
        article: article_of(&body.article)?,
        units,
        limit_price: body.limit_price,
        expires_ms: body.expires_ms,
        requirements: views::market_requirements(&body.requirements),
    };
    match act(&exchange, &caller, action).await? {
        Reply::Job { job: id, .. } => job_for(&exchange, &caller, id.0).map(Json),
        other => Err(odd(&other)),
    }
}

async fn cancel_job(
    State(exchange): State<Exchange>,
    Path(job): Path<u64>,
    caller: Caller,
) -> Answer<JobView> {
    act(&exchange, &caller, Action::CancelJob { job: JobId(job) }).await?;
    job_for(&exchange, &caller, job).map(Json)
}

async fn place_ask(State(exchange): State<Exchange>, caller: Caller) -> Answer<OrderView> {
    let body: PlaceAsk = caller.json()?;
    let action = Action::PlaceAsk {
        article: article_of(&body.article)?,
        quantity: body.quantity,
        limit_price: body.limit_price,
        slots: body.slots,
        expires_ms: body.expires_ms,
        capabilities: views::market_capabilities(&body.capabilities),
    };
    match act(&exchange, &caller, action).await? {
        Reply::Order { order: id } => {
            views::order(&exchange.market(), id).map(Json).ok_or_else(|| unknown("order", id))
        }
        other => Err(odd(&other)),
    }
}

async fn own_orders(State(exchange): State<Exchange>, caller: Caller) -> Json<Vec<OrderView>> {
    Json(views::orders_of(&exchange.market(), &caller.account()))
}

async fn cancel_order(
    State(exchange): State<Exchange>,
    Path(order): Path<u64>,
    caller: Caller,
) -> Answer<Done> {
    act(&exchange, &caller, Action::CancelOrder { order: OrderId(order) }).await?;
    Ok(Json(Done { ok: true }))
}

#[derive(Debug, Deserialize)]
struct WaitQuery {
    wait_ms: Option<u64>,
}

async fn leases(
    State(exchange): State<Exchange>,
    Query(query): Query<WaitQuery>,
    Extension(stopping): Extension<Stopping>,
    caller: Caller,
) -> Json<Vec<LeaseView>> {
    let mut version = exchange.version();
    if exchange.market().account(caller.account()).is_none() {
        // Nothing will come for an account that never registered.
        return Json(Vec::new());
    }
    let until = tokio::time::Instant::now() + long_poll(query.wait_ms);
    loop {
        version.mark_unchanged();
        let leases = views::leases(&exchange.market(), &caller.account());
        if !leases.is_empty() {
            return Json(leases);
        }
        tokio::select! {
            Ok(()) = version.changed() => {}
            () = tokio::time::sleep_until(until) => return Json(leases),
            () = stopping.wait() => return Json(leases),
        }
    }
}

async fn heartbeat(
    State(exchange): State<Exchange>,
    Path(lease): Path<u64>,
    caller: Caller,
) -> Answer<HeartbeatAnswer> {
    let beat: Heartbeat = caller.json()?;
    let id = LeaseId(lease);
    let hashes = beat.hashes;
    let now_ms = exchange.0.clock.now().wall_ms;
    // A lease that has long to live does not need a line in the log; its progress is shown anyway.
    let fresh = views::is_fresh(&exchange.market(), id, &caller.account(), now_ms);
    if !fresh {
        act(&exchange, &caller, Action::Heartbeat { lease: id, hashes }).await?;
    }
    exchange.note_progress(id, beat);
    views::publish_progress(&exchange, id);
    let expires_ms = exchange.market().lease(id).map(|lease| lease.deadline_ms);
    Ok(Json(HeartbeatAnswer { expires_ms: expires_ms.unwrap_or(now_ms) }))
}

async fn lease_result(
    State(exchange): State<Exchange>,
    Path(lease): Path<u64>,
    caller: Caller,
) -> Answer<Done> {
    let lease = LeaseId(lease);
    let action = match caller.json()? {
        LeaseResult::Found { nonce } => Action::CommitNonce { lease, nonce },
        LeaseResult::Exhausted { .. } => Action::ReportExhausted { lease },
        LeaseResult::Refused { reason } => Action::RefuseUnit { lease, reason },
    };
    act(&exchange, &caller, action).await?;
    Ok(Json(Done { ok: true }))
}

async fn unpaid_units(State(exchange): State<Exchange>, caller: Caller) -> Json<Vec<UnitView>> {
    let market = exchange.market();
    let ids: Vec<UnitId> = market.unpaid_units_of(caller.account()).map(|unit| unit.id).collect();
    drop(market);
    let units = ids.into_iter().take(MAX_LISTED);
    Json(units.filter_map(|id| views::unit_by_id(&exchange, id)).collect())
}

async fn withdraw(State(exchange): State<Exchange>, caller: Caller) -> Answer<WithdrawalView> {
    let body: Withdraw = caller.json()?;
    let address = body.address.parse::<Address<NetworkUnchecked>>().ok();
    let address =
        address.and_then(|a| a.require_network(Network::Regtest).ok()).ok_or_else(|| {
            let shown: String = body.address.chars().take(80).collect();
            ApiFailure::bad_request(format!("use address `{shown}`: it is none of this chain"))
        })?;
    let action = Action::Withdraw {
        amount: body.amount,
        script: address.script_pubkey(),
        unit: body.unit.map(UnitId),
    };
    match act(&exchange, &caller, action).await? {
        Reply::Withdrawal { withdrawal: id } => views::withdrawal(&exchange.market(), id)
            .map(Json)
            .ok_or_else(|| unknown("withdrawal", id)),
        other => Err(odd(&other)),
    }
}

async fn withdrawal(
    State(exchange): State<Exchange>,
    Path(id): Path<u64>,
    caller: Caller,
) -> Answer<WithdrawalView> {
    views::withdrawal(&exchange.market(), WithdrawalId(id))
        .filter(|view| view.account == caller.account())
        .map(Json)
        .ok_or_else(|| unknown("withdrawal", id))
}

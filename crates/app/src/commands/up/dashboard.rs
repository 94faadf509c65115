//! The operator listener of `up`: dashboard pages and `/v1` of node and exchange on one origin, and
//! the tasks that feed its live parts.
//!
//! Does not guard or draw (`quarry_web`).

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use quarry_api::ApiError;
use quarry_api::operator::{AccountEntry, DashboardData, RateSample};
use quarry_exchange::Exchange;
use quarry_market::ArticleId;
use quarry_node::Node;
use quarry_pow::Engine;
use quarry_service::{Clock, EventHub, Handle, Scope};
use quarry_web::{
    AllowedHosts, ApiFailure, DashboardSource, MinerControl, OperatorAuth, OperatorConfig,
    PoolSource, ShareDesk, Snapshot,
};
use tokio::time::MissedTickBehavior;

use super::accounts::Shared;
use super::{fail, loopback};
use crate::error::AppError;

/// Points of the hash-rate line that are kept (five minutes).
const MAX_RATES: usize = 300;
/// Blocks, jobs and trades on the page.
const SHOWN: usize = 30;
/// Changes of money that come this close together are told once.
const GATHER: Duration = Duration::from_millis(100);

pub(super) struct Deps {
    pub(super) port: u16,
    /// What the page is titled.
    pub(super) name: String,
    /// Keeps the cookies of several instances apart.
    pub(super) instance: String,
    pub(super) token: String,
    pub(super) node: Node,
    pub(super) exchange: Exchange,
    /// The miner of this node, and where letters about its page are handed in.
    pub(super) miner: Arc<dyn MinerControl>,
    pub(super) share: ShareDesk,
    /// The pool that other machines mine for, if there is one.
    pub(super) pool: Option<Arc<dyn PoolSource>>,
    pub(super) accounts: Shared,
    pub(super) engine: Engine,
    pub(super) clock: Clock,
    pub(super) hub: EventHub,
}

pub(super) struct Started {
    pub(super) handle: Handle,
    /// What runs as long as the listener does.
    pub(super) scope: Scope,
    pub(super) url: String,
    pub(super) login_url: String,
}

struct Source {
    instance: String,
    node: Node,
    exchange: Exchange,
    accounts: Shared,
    rates: Mutex<VecDeque<RateSample>>,
}

impl DashboardSource for Source {
    fn snapshot(&self) -> Snapshot<'_> {
        Box::pin(async {
            let accounts = self.accounts.list().await.map_err(|e| internal(&e))?;
            let rates = self.rates.lock().unwrap_or_else(PoisonError::into_inner).clone();
            Ok(DashboardData {
                instance: self.instance.clone(),
                chain: self.node.info().await,
                blocks: self
                    .node
                    .recent_blocks(SHOWN, None)
                    .await
                    .map_err(|e| internal(&fail(e)))?,
                rates: rates.into(),
                exchange: self.exchange.info(),
                book: self
                    .exchange
                    .book(&ArticleId::nonce())
                    .map_err(|e| ApiError::new(e.code(), e.to_string()))?,
                trades: self.exchange.trades(SHOWN),
                jobs: self.exchange.jobs(SHOWN),
                accounts,
            })
        })
    }
}

fn internal(error: &AppError) -> ApiError {
    ApiError::new("internal", error.to_string())
}

pub(super) async fn start(deps: Deps) -> Result<Started, AppError> {
    let Deps { port, name, instance, token, node, exchange, accounts, engine, clock, hub, .. } =
        deps;
    let scope = Scope::new();
    let listener = quarry_web::bind(loopback(port), false)
        .await
        .map_err(|e| AppError::failed_with_hint(e.to_string(), "another port: --port PORT"))?;
    let address = listener.local_addr().map_err(fail)?;
    let auth = OperatorAuth::new(&instance, token);
    let source = Arc::new(Source {
        instance: name,
        node: node.clone(),
        exchange: exchange.clone(),
        accounts: accounts.clone(),
        rates: Mutex::default(),
    });
    let local =
        Router::new().route("/v1/accounts", get(list_accounts)).with_state(accounts.clone());
    let api =
        local.merge(quarry_node::router(node)).merge(quarry_exchange::operator_router(exchange));
    let hosts = AllowedHosts::loopback(address.port());
    let config = OperatorConfig {
        auth: auth.clone(),
        hosts: hosts.clone(),
        hub: hub.clone(),
        source: source.clone(),
        miner: Some(deps.miner),
        share: deps.share,
        pool: deps.pool,
        api,
    };
    quarry_web::serve(listener, quarry_web::operator_router(config), &scope);
    scope.spawn_droppable(sample_rates(source, engine, clock, hub.clone()));
    scope.spawn_droppable(tell_accounts(accounts, hub.clone()));
    let (url, login_url) = (hosts.base_url(), auth.dashboard_link(&hosts).url);
    let handle = Handle::new("dashboard", hub, scope.clone()).with_address("dashboard", address);
    Ok(Started { handle, scope, url, login_url })
}

async fn list_accounts(
    State(accounts): State<Shared>,
) -> Result<Json<Vec<AccountEntry>>, ApiFailure> {
    match accounts.list().await {
        Ok(list) => Ok(Json(list)),
        Err(error) => Err(ApiFailure::internal(&error.to_string())),
    }
}

/// One point of the rate line a second.
async fn sample_rates(source: Arc<Source>, engine: Engine, clock: Clock, hub: EventHub) {
    let mut ticks = tokio::time::interval(Duration::from_secs(1));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (mut last_hashes, mut last_ms) = (engine.hashes(), clock.now().mono_ms);
    loop {
        ticks.tick().await;
        let (hashes, now) = (engine.hashes(), clock.now());
        let passed_ms = now.mono_ms.saturating_sub(last_ms).max(1);
        let done = hashes.saturating_sub(last_hashes);
        (last_hashes, last_ms) = (hashes, now.mono_ms);
        let sample = RateSample {
            at_ms: now.wall_ms,
            hashes_per_second: done.saturating_mul(1000) / passed_ms,
        };
        let mut rates = source.rates.lock().unwrap_or_else(PoisonError::into_inner);
        if rates.len() == MAX_RATES {
            rates.pop_front();
        }
        rates.push_back(sample);
        drop(rates);
        hub.publish("rate", &sample);
    }
}

/// Tells the accounts' money whenever a block or the market may have changed it.
async fn tell_accounts(accounts: Shared, hub: EventHub) {
    let topics = ["block", "reorg", "tx", "money"].map(str::to_owned).to_vec();
    let mut changes = hub.subscribe(topics, None);
    let mut told: Vec<AccountEntry> = Vec::new();
    loop {
        // Lost events mean changed money just as well.
        let _any = changes.next().await;
        tokio::time::sleep(GATHER).await;
        while tokio::time::timeout(Duration::ZERO, changes.next()).await.is_ok() {}
        if let Ok(list) = accounts.list().await
            && list != told
        {
            hub.publish("accounts", &list);
            told = list;
        }
    }
}

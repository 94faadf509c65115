//! The node's REST API under `/v1`.
//!
//! Does not guard itself: a listener class of `quarry_web` is put around it.

use std::str::FromStr;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get, post};
use axum::{Extension, Json, Router};
use quarry_api::node::{
    AddressView, BlockSummary, BlockView, ChainInfo, MempoolView, SubmitTransaction, Submitted,
    TransactionView,
};
use quarry_api::script::{TraceRequest, TraceView};
use quarry_chain::StoreError;
use quarry_primitives::{
    Address, BlockHash, Network, NetworkUnchecked, Transaction, Txid, consensus,
};
use quarry_web::{ApiFailure, ApiJson, Stopping, long_poll};
use serde::Deserialize;
use tokio::sync::Semaphore;

use crate::limits::{MAX_LISTED_BLOCKS, MAX_LISTED_TRANSACTIONS, MAX_TRACES};
use crate::{Node, trace_script, views};

/// Topics of the event stream that a node's public listener shows.
pub const TOPICS: &[&str] = &["chain", "block", "reorg", "tx"];

/// Each path with what answers it. The document in `openapi.json` says the same; a test compares them.
fn routes() -> [(&'static str, MethodRouter<Node>); 9] {
    [
        ("/v1/chain", get(chain)),
        ("/v1/blocks", get(blocks)),
        ("/v1/blocks/{id}", get(block)),
        ("/v1/transactions", post(submit)),
        ("/v1/transactions/{txid}", get(transaction)),
        ("/v1/addresses/{address}", get(address)),
        ("/v1/mempool", get(mempool)),
        ("/v1/script/trace", post(trace)),
        ("/v1/openapi.json", get(openapi)),
    ]
}

/// The paths of [`router`], with the names of their parts in braces.
#[must_use]
pub fn paths() -> Vec<&'static str> {
    routes().into_iter().map(|(path, _)| path).collect()
}

/// The routes, without a guard.
pub fn router(node: Node) -> Router {
    let routes = routes().into_iter();
    let router = routes.fold(Router::new(), |all, (path, answers)| all.route(path, answers));
    router.with_state(node)
}

/// The OpenAPI document of these paths and of those that the listener adds.
async fn openapi() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], include_str!("openapi.json"))
}

type Answer<T> = Result<Json<T>, ApiFailure>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChainQuery {
    /// Wait for a tip other than this one.
    not: Option<BlockHash>,
    wait_ms: Option<u64>,
}

async fn chain(
    State(node): State<Node>,
    Query(query): Query<ChainQuery>,
    Extension(stopping): Extension<Stopping>,
) -> Answer<ChainInfo> {
    if let Some(not) = query.not {
        let mut tip = node.tip();
        // Running out of time is an answer too: the tip that stands.
        tokio::select! {
            _ = tip.wait_for(|hash| *hash != not) => {}
            () = tokio::time::sleep(long_poll(query.wait_ms)) => {}
            () = stopping.wait() => {}
        }
    }
    Ok(Json(node.info().await))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BlocksQuery {
    limit: Option<usize>,
    /// Only blocks below this height.
    before: Option<u32>,
}

async fn blocks(
    State(node): State<Node>,
    Query(query): Query<BlocksQuery>,
) -> Answer<Vec<BlockSummary>> {
    let limit = query.limit.unwrap_or(20).min(MAX_LISTED_BLOCKS);
    node.recent_blocks(limit, query.before).await.map(Json).map_err(|e| broken(&e))
}

async fn block(State(node): State<Node>, Path(id): Path<String>) -> Answer<BlockView> {
    let found = if let Ok(height) = u32::from_str(&id) {
        node.with_chain(move |c| match c.block_hash_at(height) {
            Some(hash) => views::block(c, hash),
            None => Ok(None),
        })
        .await
    } else {
        let hash =
            BlockHash::from_str(&id).map_err(|_| bad("block", &id, "a height or 64 hex digits"))?;
        node.with_chain(move |c| views::block(c, hash)).await
    };
    let found = found.map_err(|e| broken(&e))?;
    found.map(Json).ok_or_else(|| ApiFailure::not_found("unknown_block", format!("no block {id}")))
}

async fn transaction(
    State(node): State<Node>,
    Path(txid): Path<String>,
) -> Answer<TransactionView> {
    let id = Txid::from_str(&txid).map_err(|_| bad("transaction id", &txid, "64 hex digits"))?;
    let found = node.with_chain(move |c| views::transaction(c, id)).await;
    found.map_err(|e| broken(&e))?.map(Json).ok_or_else(|| {
        ApiFailure::not_found("unknown_transaction", format!("no transaction {txid}"))
    })
}

async fn address(State(node): State<Node>, Path(text): Path<String>) -> Answer<AddressView> {
    let address = Address::<NetworkUnchecked>::from_str(&text)
        .ok()
        .and_then(|a| a.require_network(Network::Regtest).ok())
        .ok_or_else(|| bad("address", &text, "an address of this chain, like bcrt1q..."))?;
    node.address(address).await.map(Json).map_err(|e| broken(&e))
}

async fn mempool(State(node): State<Node>) -> Answer<MempoolView> {
    Ok(Json(node.with_chain(|c| views::mempool(c, MAX_LISTED_TRANSACTIONS)).await))
}

async fn submit(
    State(node): State<Node>,
    ApiJson(body): ApiJson<SubmitTransaction>,
) -> Answer<Submitted> {
    let tx: Transaction = consensus::encode::deserialize_hex(&body.hex)
        .map_err(|e| bad("transaction", "hex", &format!("a transaction in hex: {e}")))?;
    let txid = tx.compute_txid();
    match node.submit_transaction(tx).await {
        Ok(txid) => Ok(Json(Submitted { txid })),
        // Sending again what already waits or is in a block is a retry, not a fault.
        Err(error) if is_known(error.reject_reason()) => Ok(Json(Submitted { txid })),
        Err(error) => Err(ApiFailure::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            error.reject_reason(),
            error.to_string(),
        )),
    }
}

/// Whose turn it is: anybody may ask, and a trace takes memory.
static TRACES: Semaphore = Semaphore::const_new(MAX_TRACES);

async fn trace(
    State(node): State<Node>,
    ApiJson(body): ApiJson<TraceRequest>,
) -> Answer<TraceView> {
    let turn = TRACES.acquire().await.map_err(|e| ApiFailure::internal(&e.to_string()))?;
    let answer = node.blocking(move |_| trace_script(&body)).await;
    drop(turn);
    answer.map(Json).map_err(|error| ApiFailure::bad_request(error.to_string()))
}

fn is_known(reject_reason: &str) -> bool {
    matches!(reject_reason, "txn-already-in-mempool" | "txn-already-known")
}

fn bad(what: &str, got: &str, wanted: &str) -> ApiFailure {
    let shown: String = got.chars().take(80).collect();
    ApiFailure::bad_request(format!("{what} `{shown}` is none: it must be {wanted}"))
}

fn broken(error: &StoreError) -> ApiFailure {
    ApiFailure::internal(&error.to_string())
}

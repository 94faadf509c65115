//! The paths of the Python tutorial chain `my-blockchain`, with a Bitcoin chain's meaning.
//!
//! | path | here |
//! | --- | --- |
//! | `POST /transactions` | takes the member `transaction`, a transaction in hex, into the mempool |
//! | `POST /block` | takes the member `block`, a block in hex |
//! | `GET /block` | the active chain's blocks, newest first, at most [`MAX_SEED_BLOCKS`] |
//! | `GET /transactions/{hash}` | a transaction of a block or of the mempool |
//! | `GET /utxo/{user}` | unspent outputs of an address, or of a public key hash in hex |
//! | `POST /new_node_advertisement` | connects to the member `hostname` (host and port) |
//! | `GET /known_node_request` | the nodes that are connected |
//! | `POST /restart` | writes all to disk; the chain with most work is followed anyway |
//!
//! A body is JSON or a form. Blocks and transactions are Bitcoin's own bytes in hex: the tutorial's
//! floats, RSA signatures and hashes of JSON have no counterpart. Spent outputs are not listed, an output
//! is spent once, nobody makes this node forget its chain. Does not guard itself: a compat listener of
//! `quarry_web` is put around it.

use std::str::FromStr;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use quarry_chain::StoreError;
use quarry_primitives::{
    Address, Block, Network, NetworkUnchecked, PubkeyHash, Transaction, Txid, WPubkeyHash,
    consensus,
};
use quarry_web::ApiFailure;
use serde_json::{Value, json};

use crate::limits::MAX_SEED_BLOCKS;
use crate::p2p::P2p;
use crate::{Node, NodeChain, views};

/// The routes, without a guard.
pub fn seed_router(node: Node) -> Router {
    Router::new()
        .route("/block", get(blocks).post(take_block))
        .route("/transactions", post(take_transaction))
        .route("/transactions/{hash}", get(transaction))
        .route("/utxo/{user}", get(unspent))
        .route("/new_node_advertisement", post(advertisement))
        .route("/known_node_request", get(known_nodes))
        .route("/restart", post(restart))
        .with_state(node)
}

type Answer = Result<Json<Value>, ApiFailure>;

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn broken(error: StoreError) -> ApiFailure {
    ApiFailure::internal(&error.to_string())
}

fn done(text: &str) -> Answer {
    Ok(Json(json!({ "message": text })))
}

/// A text member of a body that is JSON or a form.
fn member(body: &str, name: &str) -> Result<String, ApiFailure> {
    let in_json = serde_json::from_str::<Value>(body).ok();
    let in_json = in_json.and_then(|value| Some(value.get(name)?.as_str()?.to_owned()));
    let in_form = || {
        let mut pairs = body.split('&').filter_map(|pair| pair.split_once('='));
        // Hex, names and ports need no percent signs.
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value.replace("%3A", ":"))
    };
    in_json.or_else(in_form).ok_or_else(|| {
        ApiFailure::bad_request(format!("the body must have the member `{name}`, a text"))
    })
}

fn decoded<T: consensus::Decodable>(body: &str, name: &str) -> Result<T, ApiFailure> {
    consensus::encode::deserialize_hex(&member(body, name)?)
        .map_err(|error| ApiFailure::bad_request(format!("`{name}` must be in hex: {error}")))
}

fn refused(reason: &str, error: &dyn std::error::Error) -> ApiFailure {
    ApiFailure::new(StatusCode::UNPROCESSABLE_ENTITY, reason, error.to_string())
}

async fn take_block(State(node): State<Node>, body: String) -> Answer {
    let block: Block = decoded(&body, "block")?;
    let taken = node.submit_block(block).await;
    taken.map_err(|error| refused(&error.reject_reason(), &error))?;
    done("block accepted")
}

async fn take_transaction(State(node): State<Node>, body: String) -> Answer {
    let tx: Transaction = decoded(&body, "transaction")?;
    let taken = node.submit_transaction(tx).await;
    taken.map_err(|error| refused(error.reject_reason(), &error))?;
    done("transaction accepted")
}

async fn blocks(State(node): State<Node>) -> Answer {
    let blocks = node.with_chain(|chain| newest_blocks(chain)).await.map_err(broken)?;
    Ok(Json(Value::Array(blocks)))
}

fn newest_blocks(chain: &NodeChain) -> Result<Vec<Value>, StoreError> {
    let heights = (0..=chain.tip().height).rev().take(MAX_SEED_BLOCKS);
    let mut blocks = Vec::new();
    for hash in heights.filter_map(|height| chain.block_hash_at(height)) {
        let Some(block) = chain.block(&hash)? else { continue };
        let header = &block.header;
        let ids = block.txdata.iter().map(Transaction::compute_txid);
        blocks.push(json!({
            "hash": hash,
            "header": {
                "previous_block_hash": header.prev_blockhash,
                "merkle_root": header.merkle_root,
                "timestamp": header.time,
                "noonce": header.nonce,
            },
            "transactions": ids.collect::<Vec<Txid>>(),
        }));
    }
    Ok(blocks)
}

async fn transaction(State(node): State<Node>, Path(hash): Path<String>) -> Answer {
    let txid = Txid::from_str(&hash)
        .map_err(|_| ApiFailure::bad_request("a transaction's hash has 64 hex digits"))?;
    let found = node.with_chain(move |chain| views::transaction(chain, txid)).await;
    let found = found.map_err(broken)?;
    found.map(|view| Json(json!(view))).ok_or_else(|| {
        ApiFailure::not_found("unknown_transaction", format!("no transaction {txid}"))
    })
}

/// The addresses of a user: one, or the two of a public key hash.
fn addresses(user: &str) -> Result<Vec<Address>, ApiFailure> {
    if let (Ok(old), Ok(new)) = (PubkeyHash::from_str(user), WPubkeyHash::from_str(user)) {
        let new = quarry_primitives::ScriptBuf::new_p2wpkh(&new);
        let new = Address::from_script(&new, Network::Regtest).ok();
        return Ok(std::iter::once(Address::p2pkh(old, Network::Regtest)).chain(new).collect());
    }
    let address = Address::<NetworkUnchecked>::from_str(user).ok();
    let address = address.and_then(|address| address.require_network(Network::Regtest).ok());
    let text = "a user is an address of this chain, or a public key hash of 40 hex digits";
    Ok(vec![address.ok_or_else(|| ApiFailure::bad_request(text))?])
}

async fn unspent(State(node): State<Node>, Path(user): Path<String>) -> Answer {
    let mut outputs = Vec::new();
    for address in addresses(&user)? {
        let view = node.address(address).await.map_err(broken)?;
        outputs.extend(view.coins.iter().map(|coin| {
            json!({
                "transaction_hash": coin.outpoint.txid,
                "output_index": coin.outpoint.vout,
                "amount": coin.amount,
                // Not while it is immature, or a waiting transaction spends it.
                "spendable": coin.spendable,
            })
        }));
    }
    Ok(Json(Value::Array(outputs)))
}

/// The network, if there is one: `quarry up` has none.
fn network(node: &Node) -> Result<&P2p, ApiFailure> {
    let p2p = node.p2p();
    p2p.has_started().then_some(p2p).ok_or_else(no_network)
}

fn no_network() -> ApiFailure {
    let text = "this node has no network of peers";
    ApiFailure::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", text)
        .with_hint("a node with one is run by: quarry bitcoind -regtest")
}

async fn advertisement(State(node): State<Node>, body: String) -> Answer {
    let name = member(&body, "hostname")?;
    let added = network(&node)?.add_node(name).await.map_err(|_| no_network())?;
    added.map_err(|error| ApiFailure::bad_request(error.to_string()))?;
    done("new node advertised")
}

async fn known_nodes(State(node): State<Node>) -> Answer {
    let peers = network(&node)?.peers().await.map_err(|_| no_network())?;
    let nodes = peers.iter().map(|peer| json!({"hostname": peer.name}));
    Ok(Json(nodes.collect()))
}

async fn restart(State(node): State<Node>) -> Answer {
    node.blocking(Node::flush).await.map_err(broken)?;
    done("everything is on disk; the chain with most work is followed")
}

//! `getblocktemplate` (BIP-22, BIP-23, BIP-145): blocks for others to search, and proposals.
//!
//! Does not choose the transactions: the mempool does.

use std::collections::BTreeMap;
use std::time::Duration;

use quarry_api::rpc::{Json, RpcError, code};
use quarry_chain::limits::{MAX_BLOCK_SIGOPS_COST, MAX_BLOCK_WEIGHT, WITNESS_SCALE_FACTOR};
use quarry_chain::{DeploymentState, Selection, Validity};
use quarry_primitives::{BlockHash, Now, Script, Transaction, Txid};

use super::{Call, LastTemplate, block_of, refusal};
use crate::rpc::blockchain::until;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::{bits_json, hash, target_json, tx_hex};
use crate::{Node, NodeChain};

/// How long a long poll leaves new transactions waiting, so that they come together.
const GATHER: Duration = Duration::from_secs(5);
/// Hex digits of a block's hash, which a long poll's id starts with.
const HASH_DIGITS: usize = 64;

pub(in crate::rpc) const METHODS: &[Method] = &[Method {
    category: Category::Mining,
    name: "getblocktemplate",
    about: "If the request parameters include a 'mode' key, that is used to explicitly select between \
            the default 'template' request or a 'proposal'.\n\
            It returns data needed to construct a block to work on.\n\
            For full specification, see BIPs 22, 23, 9, and 145.",
    args: &[Arg::required("template_request", ArgKind::Obj, "Format of the template").of(&[
        Arg::optional(
            "mode",
            ArgKind::Str,
            "This must be set to \"template\", \"proposal\" (see BIP 23), or omitted",
        ),
        Arg::optional("capabilities", ArgKind::Arr, "A list of strings").of(&[Arg::optional(
            "str",
            ArgKind::Str,
            "client side supported feature, 'longpoll', 'coinbasevalue', 'proposal', 'serverlist', \
             'workid'",
        )]),
        Arg::required("rules", ArgKind::Arr, "A list of strings").of(&[
            Arg::required("segwit", ArgKind::Str, "(literal) indicates client side segwit support"),
            Arg::optional("str", ArgKind::Str, "other client side supported softfork deployment"),
        ]),
        Arg::optional(
            "longpollid",
            ArgKind::Str,
            "delay processing request until the result would vary significantly from the \
             \"longpollid\" of a prior template",
        ),
        Arg::optional(
            "data",
            ArgKind::Hex,
            "proposed block data to check, encoded in hexadecimal; valid only for mode=\"proposal\"",
        ),
    ])],
    result: "{ \"capabilities\": [...], \"version\": n, \"rules\": [...], ..., \"transactions\": [...], \
             ... }    (json object), or of a proposal null or \"str\" according to BIP22",
    examples: &["'{\"rules\": [\"segwit\"]}'"],
    run: Run::Task(|call| Box::pin(get_block_template(call))),
}];

async fn get_block_template(call: Call) -> Answer {
    let node = call.node()?.clone();
    let request = call.arg("template_request");
    let mode = match request.get("mode") {
        Json::Null => "template",
        Json::String(mode) => mode,
        _ => return Err(RpcError::parameter("Invalid mode")),
    };
    match mode {
        "template" => {}
        "proposal" => {
            let data = request.get("data").clone();
            return node.blocking(move |node| propose(node, &data)).await;
        }
        _ => return Err(RpcError::parameter("Invalid mode")),
    }
    let mut rules = Vec::new();
    if let Json::Array(given) = request.get("rules") {
        for rule in given {
            rules.push(rule.as_str()?);
        }
    }
    if call.deps().network == quarry_primitives::Network::Bitcoin {
        check_is_online(&node).await?;
    }
    wait_for_news(&call, &node, request.get("longpollid")).await?;
    let is_signet = call.deps().network == quarry_primitives::Network::Signet;
    if is_signet && !rules.contains(&"signet") {
        return Err(RpcError::parameter(
            "getblocktemplate must be called with the signet rule set (call with {\"rules\": \
             [\"segwit\", \"signet\"]})",
        ));
    }
    if !rules.contains(&"segwit") {
        return Err(RpcError::parameter(
            "getblocktemplate must be called with the segwit rule set (call with {\"rules\": \
             [\"segwit\"]})",
        ));
    }
    node.blocking(move |node| {
        let now = node.clock().now();
        node.read(|chain| template_json(chain, now, &call.server.last_template))
    })
    .await
}

/// Work on a chain that is behind is lost.
async fn check_is_online(node: &Node) -> Result<(), RpcError> {
    if node.is_initial_download().await {
        let text = "Quarry is in initial sync and waiting for blocks...";
        return Err(RpcError::new(code::CLIENT_IN_INITIAL_DOWNLOAD, text));
    }
    Ok(())
}

/// Where a block that a miner made stands, without its proof of work.
fn propose(node: &Node, data: &Json) -> Answer {
    let Json::String(data) = data else {
        return Err(RpcError::type_error("Missing data String key for proposal"));
    };
    let block = block_of(data)?;
    let now = node.clock().now();
    node.read(|chain| {
        if let Some(known) = chain.header(&block.block_hash()) {
            let verdict = match known.validity {
                _ if known.failed => "duplicate-invalid",
                Validity::Connected => "duplicate",
                _ => "duplicate-inconclusive",
            };
            return Ok(verdict.into());
        }
        match chain.test_block(now, &block, false) {
            Ok(()) => Ok(Json::Null),
            Err(error) => refusal(&error),
        }
    })
}

/// BIP-22's long poll: returns at another tip, or some time after other transactions.
async fn wait_for_news(call: &Call, node: &Node, id: &Json) -> Result<(), RpcError> {
    if id.is_null() {
        return Ok(());
    }
    let (mut tip, mut pool) = (node.tip(), node.pool_changes());
    let (known, sequence) = match id {
        Json::String(id) => {
            let (start, rest) = id.split_at_checked(HASH_DIGITS).unwrap_or((id, ""));
            let known: BlockHash = hash(&start.into(), "longpollid")?;
            (known, rest.parse().unwrap_or(0))
        }
        // The BIP does not say; this makes testing easier.
        _ => (*tip.borrow(), *pool.borrow()),
    };
    let other_tip = async {
        // The sender lives as long as the node.
        let _closed = tip.wait_for(|tip| *tip != known).await;
    };
    let other_transactions = async {
        tokio::time::sleep(GATHER).await;
        let _closed = pool.wait_for(|now| *now != sequence).await;
    };
    let news = async {
        tokio::select! {
            () = other_tip => {}
            () = other_transactions => {}
        }
    };
    until(call, None, news).await;
    if call.is_stopping() {
        return Err(RpcError::new(code::CLIENT_NOT_CONNECTED, "Shutting down"));
    }
    Ok(())
}

fn template_json(chain: &NodeChain, now: Now, last: &LastTemplate) -> Answer {
    let Selection { txs, fees, tx_fees, tx_sigops, .. } = chain.selection();
    // Who is paid is the miner's own affair.
    let anyone = Script::from_bytes(&[]);
    let template = chain.template_of(now, anyone, &[], txs, fees);
    let template =
        template.map_err(|error| RpcError::new(code::INTERNAL_ERROR, error.to_string()))?;
    let block = &template.block;
    last.note(block, chain.pool().config().block_reserved_weight);
    let has_segwit = template.height >= chain.spec().activation().segwit;
    let scale = if has_segwit { 1 } else { WITNESS_SCALE_FACTOR };
    let sigops: Vec<u64> = tx_sigops.iter().map(|cost| cost / scale).collect();
    let txs = block.txdata.get(1..).unwrap_or_default();
    let tip = chain.tip().hash;
    let (mut rules, available) = votes(chain, &tip)?;
    if has_segwit {
        rules.insert(1, "!segwit".into());
    }
    if chain.spec().signet_challenge().is_some() {
        rules.insert(2, "!signet".into());
    }
    let mut out = Json::object([
        ("capabilities", vec!["proposal".into()].into()),
        ("version", block.header.version.to_consensus().into()),
        ("rules", rules.into()),
        ("vbavailable", available),
        ("vbrequired", 0.into()),
        ("previousblockhash", tip.to_string().into()),
        ("transactions", transactions_json(txs, &tx_fees, &sigops)),
        ("coinbaseaux", Json::object([])),
        ("coinbasevalue", template.reward.to_base().into()),
        ("longpollid", format!("{tip}{}", chain.pool().sequence()).into()),
        ("target", target_json(template.bits)),
        ("mintime", template.min_time.into()),
        ("mutable", ["time", "transactions", "prevblock"].map(Json::from).to_vec().into()),
        ("noncerange", "00000000ffffffff".into()),
        ("sigoplimit", (MAX_BLOCK_SIGOPS_COST / scale).into()),
        ("sizelimit", (MAX_BLOCK_WEIGHT / scale).into()),
    ]);
    if has_segwit {
        out.push("weightlimit", MAX_BLOCK_WEIGHT);
    }
    out.push("curtime", block.header.time);
    out.push("bits", bits_json(template.bits));
    out.push("height", template.height);
    if let Some(challenge) = chain.spec().signet_challenge() {
        out.push("signet_challenge", challenge.to_hex_string());
    }
    let commitment = block.txdata.first().and_then(|coinbase| coinbase.output.get(1));
    if let Some(commitment) = commitment.filter(|_| has_segwit) {
        out.push("default_witness_commitment", commitment.script_pubkey.to_hex_string());
    }
    Ok(out)
}

/// Names of rules in force, and the bits of those that miners decide on.
fn votes(chain: &NodeChain, tip: &BlockHash) -> Result<(Vec<Json>, Json), RpcError> {
    let mut rules = vec!["csv".into(), "taproot".into()];
    let mut available = Json::object([]);
    let missing = || RpcError::new(code::INTERNAL_ERROR, format!("no block {tip}"));
    for info in chain.deployments(tip).ok_or_else(missing)? {
        if info.next.is_signalling() {
            available.push(info.deployment.name, info.deployment.bit);
        }
        if info.next == DeploymentState::Active {
            rules.push(info.deployment.name.into());
        }
    }
    Ok((rules, available))
}

fn transactions_json(
    txs: &[Transaction],
    fees: &[quarry_primitives::Amount],
    sigops: &[u64],
) -> Json {
    let mut places: BTreeMap<Txid, usize> = BTreeMap::new();
    let mut out = Vec::new();
    for (n, ((tx, fee), sigops)) in txs.iter().zip(fees).zip(sigops).enumerate() {
        let txid = tx.compute_txid();
        let parents = tx.input.iter().filter_map(|i| places.get(&i.previous_output.txid));
        let depends: Json = parents.map(|place| Json::from(*place)).collect();
        out.push(Json::object([
            ("data", tx_hex(tx).into()),
            ("txid", txid.to_string().into()),
            ("hash", tx.compute_wtxid().to_string().into()),
            ("depends", depends),
            ("fee", fee.to_base().into()),
            ("sigops", (*sigops).into()),
            ("weight", tx.weight().to_wu().into()),
        ]));
        // Counted from 1.
        places.insert(txid, n + 1);
    }
    out.into()
}

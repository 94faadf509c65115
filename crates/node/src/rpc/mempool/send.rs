//! Methods that put transactions into the mempool, or try whether they would get in.
//!
//! Does not know the mempool's rules; the texts of refusals are the chain's.

use std::collections::BTreeSet;

use quarry_api::rpc::{Json, RpcError, amount_from_json, code, json_from_amount};
use quarry_chain::limits::MAX_PACKAGE_COUNT;
use quarry_chain::{FeeRate, TxError, TxOutcome, TxReport};
use quarry_primitives::{Amount, COIN, OutPoint, Transaction, Txid, Wtxid};

use crate::Node;
use crate::rpc::Call;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::{has_valid_ops, transaction};

/// What a transaction may pay unless the caller says otherwise, for 1,000 virtual bytes.
const DEFAULT_MAX_FEE_RATE: u64 = COIN / 10;
/// The longest script that can be spent.
const MAX_SCRIPT_BYTES: usize = 10_000;

const RAW_TX: Arg = Arg::optional("rawtx", ArgKind::Hex, "");
const MAX_FEE_RATE: Arg = Arg::or(
    "maxfeerate",
    ArgKind::Amount,
    "\"0.10\"",
    "Reject transactions whose fee rate is higher than the specified value, expressed in BTC/kvB.\n\
     Fee rates larger than 1BTC/kvB are rejected.\n\
     Set to 0 to accept any fee rate.",
);
const MAX_BURN: Arg = Arg::or(
    "maxburnamount",
    ArgKind::Amount,
    "\"0.00\"",
    "Reject transactions with provably unspendable outputs (e.g. 'datacarrier' outputs that use the \
     OP_RETURN opcode) greater than the specified value, expressed in BTC.\n\
     If burning funds through unspendable outputs is desired, increase this value.\n\
     This check is based on heuristics and does not guarantee spendability of outputs.\n",
);

pub(crate) const METHODS: &[Method] = &[
    Method {
        category: Category::Rawtransactions,
        name: "sendrawtransaction",
        about: "Submit a raw transaction (serialized, hex-encoded) to local node and network.\n\
                \nThe transaction will be sent unconditionally to all peers, so using sendrawtransaction\n\
                for manual rebroadcast may degrade privacy by leaking the transaction's origin, as\n\
                nodes will normally not rebroadcast non-wallet transactions already in their mempool.\n\
                \nA specific exception, RPC_TRANSACTION_ALREADY_IN_UTXO_SET, may throw if the \
                transaction cannot be added to the mempool.\n\
                \nRelated RPCs: createrawtransaction, signrawtransactionwithkey",
        args: &[
            Arg::required("hexstring", ArgKind::Hex, "The hex string of the raw transaction"),
            MAX_FEE_RATE,
            MAX_BURN,
        ],
        result: "\"hex\"    (string) The transaction hash in hex",
        examples: &["\"signedhex\""],
        run: Run::Thread(send),
    },
    Method {
        category: Category::Rawtransactions,
        name: "submitpackage",
        about: "Submit a package of raw transactions (serialized, hex-encoded) to local node.\n\
                The package will be validated according to consensus and mempool policy rules. If any \
                transaction passes, it will be accepted to mempool.\n\
                This RPC is experimental and the interface may be unstable.\n\
                Warning: successful submission does not mean the transactions will propagate throughout \
                the network.",
        args: &[
            Arg::required(
                "package",
                ArgKind::Arr,
                "An array of raw transactions.\n\
                 The package must consist of a transaction with (some, all, or none of) its unconfirmed \
                 parents. A single transaction is permitted.\n\
                 None of the parents may depend on each other. Parents that are already in mempool do \
                 not need to be present in the package.\n\
                 The package must be topologically sorted, with the child being the last element in the \
                 array if there are multiple elements.",
            )
            .of(&[RAW_TX]),
            MAX_FEE_RATE,
            MAX_BURN,
        ],
        result: "{ \"package_msg\": \"str\", \"tx-results\": { \"wtxid\": { \"txid\": \"hex\", \"other-wtxid\": \
                 \"hex\", \"vsize\": n, \"fees\": { \"base\": n, \"effective-feerate\": n, \
                 \"effective-includes\": [\"hex\", ...] }, \"error\": \"str\" }, ... }, \
                 \"replaced-transactions\": [\"hex\", ...] }    (json object)",
        examples: &["'[\"raw-parent-tx-1\", \"raw-parent-tx-2\", \"raw-child-tx\"]'"],
        run: Run::Thread(submit_package),
    },
    Method {
        category: Category::Rawtransactions,
        name: "testmempoolaccept",
        about: "Returns result of mempool acceptance tests indicating if raw transaction(s) (serialized, \
                hex-encoded) would be accepted by mempool.\n\
                \nIf multiple transactions are passed in, parents must come before children and package \
                policies apply: the transactions cannot conflict with any mempool transactions or each \
                other.\n\
                \nIf one transaction fails, other transactions may not be fully validated (the 'allowed' \
                key will be blank).\n\
                \nThe maximum number of transactions allowed is 25.\n\
                \nThis checks if transactions violate the consensus or policy rules.\n\
                \nSee sendrawtransaction call.",
        args: &[
            Arg::required("rawtxs", ArgKind::Arr, "An array of hex strings of raw transactions.")
                .of(&[RAW_TX]),
            MAX_FEE_RATE,
        ],
        result: "[{ \"txid\": \"hex\", \"wtxid\": \"hex\", \"package-error\": \"str\", \"allowed\": true|false, \
                 \"vsize\": n, \"fees\": { \"base\": n, \"effective-feerate\": n, \"effective-includes\": \
                 [\"hex\", ...] }, \"reject-reason\": \"str\", \"reject-details\": \"str\" }, ...]\
                 \n    (json array) in the order of the transactions",
        examples: &["'[\"signedhex\"]'"],
        run: Run::Thread(test_accept),
    },
];

fn transaction_error(text: impl Into<String>) -> RpcError {
    RpcError::new(code::VERIFY_ERROR, text)
}

fn max_fee_rate(call: &Call) -> Result<u64, RpcError> {
    let given = call.arg("maxfeerate");
    let rate =
        if given.is_null() { DEFAULT_MAX_FEE_RATE } else { amount_from_json(given)?.to_base() };
    if rate >= COIN {
        let text = "Fee rates larger than or equal to 1BTC/kvB are not accepted";
        return Err(RpcError::parameter(text));
    }
    Ok(rate)
}

/// Whether a fee is too high for a size. A rate of 0 allows any.
fn exceeds(fee: Amount, rate: u64, vsize: u64) -> bool {
    // The rate is below a coin, the size below a block: no overflow.
    let most = rate.saturating_mul(vsize).div_ceil(1000);
    most > 0 && fee.to_base() > most
}

fn max_burn(call: &Call) -> Result<u64, RpcError> {
    let given = call.arg("maxburnamount");
    if given.is_null() { Ok(0) } else { Ok(amount_from_json(given)?.to_base()) }
}

/// Nobody shall lose coins by mistake.
fn check_burn(tx: &Transaction, most: u64) -> Result<(), RpcError> {
    let burns = tx.output.iter().any(|output| {
        let script = &output.script_pubkey;
        let unspendable = script.is_op_return() || script.len() > MAX_SCRIPT_BYTES;
        (unspendable || !has_valid_ops(script))
            && output.value.to_sat().cast_signed() > most.cast_signed()
    });
    if burns {
        let text = "Unspendable output exceeds maximum configured by user (maxburnamount)";
        return Err(transaction_error(text));
    }
    Ok(())
}

/// A list of transactions that is not too long.
fn bounded<'a>(call: &'a Call, name: &str) -> Result<&'a [Json], RpcError> {
    let list = call.arg(name).as_array()?;
    if list.is_empty() || list.len() > MAX_PACKAGE_COUNT {
        let text = format!("Array must contain between 1 and {MAX_PACKAGE_COUNT} transactions.");
        return Err(RpcError::parameter(text));
    }
    Ok(list)
}

fn decode_all(list: &[Json], max_burn: Option<u64>) -> Result<Vec<Transaction>, RpcError> {
    let decode = |hex: &Json| {
        let hex = hex.as_str()?;
        let tx = transaction(hex).ok_or_else(|| {
            let text = format!("TX decode failed: {hex} Make sure the tx has at least one input.");
            RpcError::deserialization(text)
        })?;
        max_burn.map_or(Ok(()), |most| check_burn(&tx, most))?;
        Ok(tx)
    };
    list.iter().map(decode).collect()
}

fn refused(error: &TxError) -> RpcError {
    let code = match error {
        TxError::Store(_) => code::VERIFY_ERROR,
        error if error.is_missing_inputs() => code::VERIFY_ERROR,
        _ => code::VERIFY_REJECTED,
    };
    RpcError::new(code, error.reject_details())
}

fn send(call: &Call) -> Answer {
    let burn = max_burn(call)?;
    let text = "TX decode failed. Make sure the tx has at least one input.";
    let tx = transaction(call.text("hexstring")?).ok_or_else(|| RpcError::deserialization(text))?;
    check_burn(&tx, burn)?;
    let rate = max_fee_rate(call)?;
    let txid = tx.compute_txid();
    submit(call.node()?, tx, rate)?;
    Ok(txid.to_string().into())
}

/// Core's `BroadcastTransaction`. All under one lock, so that nothing comes in between.
fn submit(node: &Node, tx: Transaction, rate: u64) -> Result<(), RpcError> {
    let (txid, now) = (tx.compute_txid(), node.clock().now());
    let known = node.change(|chain| {
        let exists = |vout| chain.coin(&OutPoint { txid, vout }).is_ok_and(|coin| coin.is_some());
        // Whoever has spent one output of it may have left another.
        if (0..).zip(&tx.output).any(|(vout, _)| exists(vout)) {
            let text = "Transaction outputs already in utxo set";
            return (Err(RpcError::new(code::VERIFY_ALREADY_IN_UTXO_SET, text)), Vec::new());
        }
        if let Some(entry) = chain.pool().get(&txid) {
            return (Ok(Some(entry.checked().wtxid)), Vec::new());
        }
        let vsize = u64::try_from(tx.vsize()).unwrap_or(u64::MAX);
        let trial = chain.test_accept(now, vec![tx.clone()]);
        if let Some(TxOutcome::Accepted { fee, .. }) = trial.txs.first().map(|tx| &tx.outcome)
            && exceeds(*fee, rate, vsize)
        {
            let text = "Fee exceeds maximum configured by user (e.g. -maxtxfee, maxfeerate)";
            return (Err(transaction_error(text)), Vec::new());
        }
        match chain.accept_tx(now, tx) {
            Ok(events) => {
                chain.set_unbroadcast(txid, true);
                (Ok(None), events)
            }
            Err(error) => (Err(refused(&error)), chain.take_pool_events()),
        }
    })?;
    // A newcomer was announced already; of one that was in, peers are told again.
    if let Some(wtxid) = known {
        node.p2p().mempool_added(txid, wtxid);
    }
    Ok(())
}

fn fees_json(fee: Amount, rate: Option<(FeeRate, &[Wtxid])>) -> Json {
    let mut fees = Json::object([("base", json_from_amount(fee.to_base().cast_signed()))]);
    if let Some((rate, includes)) = rate {
        fees.push("effective-feerate", json_from_amount(rate.per_kvb()));
        let includes: Json = includes.iter().map(|id| Json::from(id.to_string())).collect();
        fees.push("effective-includes", includes);
    }
    fees
}

fn test_accept(call: &Call) -> Answer {
    let list = bounded(call, "rawtxs")?;
    let rate = max_fee_rate(call)?;
    let txs = decode_all(list, None)?;
    let node = call.node()?;
    let now = node.clock().now();
    let report = node.read(|chain| chain.test_accept(now, txs));
    let error = report.error.as_ref().filter(|error| error.is_policy).map(ToString::to_string);
    let mut over = false;
    let shown = |tx: &TxReport| {
        let mut out = Json::object([
            ("txid", tx.txid.to_string().into()),
            ("wtxid", tx.wtxid.to_string().into()),
        ]);
        if let Some(error) = &error {
            out.push("package-error", error.as_str());
        }
        if !over {
            over = push_trial(&mut out, &tx.outcome, rate);
        }
        out
    };
    Ok(report.txs.iter().map(shown).collect())
}

/// Adds what became of a transaction; whether its fee is too high, so that the rest is not told.
fn push_trial(out: &mut Json, outcome: &TxOutcome, max_rate: u64) -> bool {
    match outcome {
        TxOutcome::Accepted { vsize, fee, .. } if exceeds(*fee, max_rate, *vsize) => {
            out.push("allowed", false);
            out.push("reject-reason", "max-fee-exceeded");
            return true;
        }
        TxOutcome::Accepted { vsize, fee, rate, includes } => {
            out.push("allowed", true);
            out.push("vsize", *vsize);
            out.push("fees", fees_json(*fee, Some((*rate, includes))));
        }
        TxOutcome::Refused(error) => {
            out.push("allowed", false);
            if error.is_missing_inputs() {
                out.push("reject-reason", "missing-inputs");
            } else {
                out.push("reject-reason", error.reject_reason());
                out.push("reject-details", error.reject_details());
            }
        }
        TxOutcome::AlreadyIn { .. } | TxOutcome::OtherWitness { .. } | TxOutcome::Unchecked => {}
    }
    false
}

/// Whether the last spends from all others, and none of them from another
/// (`IsChildWithParentsTree`).
fn is_child_with_parents(txs: &[Transaction]) -> bool {
    let Some((child, parents)) = txs.split_last() else { return false };
    let ids: BTreeSet<Txid> = parents.iter().map(Transaction::compute_txid).collect();
    let spent: BTreeSet<Txid> = child.input.iter().map(|it| it.previous_output.txid).collect();
    let mut inputs = parents.iter().flat_map(|parent| &parent.input);
    ids.is_subset(&spent) && !inputs.any(|input| ids.contains(&input.previous_output.txid))
}

fn submit_package(call: &Call) -> Answer {
    let list = bounded(call, "package")?;
    let rate = Some(max_fee_rate(call)?).filter(|rate| *rate > 0);
    let txs = decode_all(list, Some(max_burn(call)?))?;
    if txs.len() > 1 && !is_child_with_parents(&txs) {
        let text =
            "package topology disallowed. not child-with-parents or parents depend on each other.";
        return Err(transaction_error(text));
    }
    let node = call.node()?;
    let now = node.clock().now();
    let (report, again) = node.change(|chain| {
        let (report, events) = chain.submit_package(now, txs, rate);
        let mut again = Vec::new();
        for tx in &report.txs {
            let Some(entry) = chain.pool().get(&tx.txid) else { continue };
            let wtxid = entry.checked().wtxid;
            match tx.outcome {
                TxOutcome::Accepted { .. } => {}
                _ => again.push((tx.txid, wtxid)),
            }
        }
        ((report, again), events)
    });
    for (txid, wtxid) in again {
        node.p2p().mempool_added(txid, wtxid);
    }
    let message = report.error.as_ref().map_or_else(|| "success".to_owned(), ToString::to_string);
    let results = report.txs.iter().map(|tx| (tx.wtxid.to_string(), package_result(tx)));
    let results = Json::Object(results.collect());
    let replaced: BTreeSet<Txid> = report.replaced.iter().copied().collect();
    let replaced: Json = replaced.iter().map(|txid| Json::from(txid.to_string())).collect();
    Ok(Json::object([
        ("package_msg", message.into()),
        ("tx-results", results),
        ("replaced-transactions", replaced),
    ]))
}

fn package_result(tx: &TxReport) -> Json {
    let mut out = Json::object([("txid", tx.txid.to_string().into())]);
    match &tx.outcome {
        TxOutcome::Accepted { vsize, fee, rate, includes } => {
            out.push("vsize", *vsize);
            out.push("fees", fees_json(*fee, Some((*rate, includes))));
        }
        TxOutcome::AlreadyIn { vsize, fee } => {
            out.push("vsize", *vsize);
            out.push("fees", fees_json(*fee, None));
        }
        TxOutcome::OtherWitness { wtxid } => out.push("other-wtxid", wtxid.to_string()),
        TxOutcome::Refused(error) => out.push("error", error.reject_details()),
        TxOutcome::Unchecked => out.push("error", "package-not-validated"),
    }
    out
}

//! Methods about unspent outputs: one, and all of them together.
//!
//! Does not know how coins are kept.

use quarry_api::rpc::{Json, RpcError, code, json_from_amount};
use quarry_chain::{CoinHash, CoinStats};
use quarry_primitives::{OutPoint, Txid};

use super::{Call, store_fault};
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::{hash, output_script};

pub(in crate::rpc) const METHODS: &[Method] = &[
    Method {
        category: Category::Blockchain,
        name: "gettxout",
        about: "Returns details about an unspent transaction output.",
        args: &[
            Arg::required("txid", ArgKind::Str, "The transaction id"),
            Arg::required("n", ArgKind::Num, "vout number"),
            Arg::or(
                "include_mempool",
                ArgKind::Bool,
                "true",
                "Whether to include the mempool. Note that an unspent output that is spent in the \
                 mempool won't appear.",
            ),
        ],
        result: "null, or { \"bestblock\": \"hex\", \"confirmations\": n, \"value\": n, \
                 \"scriptPubKey\": {...}, \"coinbase\": true|false }    (json null, or json object)",
        examples: &["\"txid\" 1"],
        run: Run::Thread(get_tx_out),
    },
    Method {
        category: Category::Blockchain,
        name: "gettxoutsetinfo",
        about: "Returns statistics about the unspent transaction output set.\n\
                Note this call may take some time.",
        args: &[
            Arg::or(
                "hash_type",
                ArgKind::Str,
                "\"hash_serialized_3\"",
                "Which UTXO set hash should be calculated. Options: 'hash_serialized_3' (the legacy \
                 algorithm), 'muhash', 'none'.",
            ),
            Arg::hinted(
                "hash_or_height",
                ArgKind::Num,
                "the current best block",
                "The block hash or height of the target height (only available with coinstatsindex).",
            )
            .any_type(),
            Arg::or("use_index", ArgKind::Bool, "true", "Use coinstatsindex, if available."),
        ],
        result: "{ \"height\": n, \"bestblock\": \"hex\", \"txouts\": n, \"bogosize\": n, \
                 \"hash_serialized_3\": \"hex\", \"muhash\": \"hex\", \"total_amount\": n, \
                 \"transactions\": n, \"disk_size\": n }    (json object) with the hash that was chosen",
        examples: &["", "\"none\""],
        run: Run::Thread(get_tx_out_set_info),
    },
];

fn get_tx_out(call: &Call) -> Answer {
    let txid: Txid = hash(call.arg("txid"), "txid")?;
    let outpoint = OutPoint { txid, vout: call.arg("n").as_int()? };
    let with_mempool = call.maybe_bool("include_mempool")?.unwrap_or(true);
    let network = call.deps().network;
    call.node()?.read(|chain| {
        let pool = chain.pool();
        if with_mempool && pool.user_of(&outpoint).is_some() {
            return Ok(Json::Null);
        }
        let waiting = if with_mempool { pool.coin(&outpoint).cloned() } else { None };
        let (coin, is_waiting) = match waiting {
            Some(coin) => (coin, true),
            None => match chain.coin(&outpoint).map_err(store_fault)? {
                Some(coin) => (coin, false),
                None => return Ok(Json::Null),
            },
        };
        let tip = chain.tip();
        let depth = i64::from(tip.height) - i64::from(coin.height) + 1;
        Ok(Json::object([
            ("bestblock", tip.hash.to_string().into()),
            ("confirmations", if is_waiting { 0.into() } else { depth.into() }),
            ("value", json_from_amount(coin.amount.to_base().cast_signed())),
            ("scriptPubKey", output_script(&coin.script, network)),
            ("coinbase", coin.coinbase.into()),
        ]))
    })
}

fn get_tx_out_set_info(call: &Call) -> Answer {
    let kind = call.maybe_text("hash_type")?.unwrap_or("hash_serialized_3");
    let wanted = match kind {
        "hash_serialized_3" => CoinHash::serialized(),
        "muhash" => CoinHash::mu_hash(),
        "none" => CoinHash::none(),
        _ => return Err(RpcError::parameter(format!("'{kind}' is not a valid hash_type"))),
    };
    if !call.arg("hash_or_height").is_null() {
        let text = "Querying specific block heights requires coinstatsindex";
        return Err(RpcError::parameter(text));
    }
    let mut stats = CoinStats::new(wanted);
    let visited = call.node()?.change(|chain| {
        let visited = chain.visit_coins(&mut |outpoint, coin| stats.add(&outpoint, &coin));
        (visited.map(|()| chain.tip()), Vec::new())
    });
    let failed = |error: quarry_chain::StoreError| format!("Unable to read UTXO set: {error}");
    let tip = visited.map_err(|e| RpcError::new(code::INTERNAL_ERROR, failed(e)))?;
    let totals = stats.finish();
    let mut out = Json::object([
        ("height", tip.height.into()),
        ("bestblock", tip.hash.to_string().into()),
        ("txouts", totals.outputs.into()),
        ("bogosize", totals.bogo_size.into()),
    ]);
    if let Some(hash) = totals.hash {
        out.push(kind, hash.to_string());
    }
    out.push("total_amount", json_from_amount(totals.amount.to_base().cast_signed()));
    out.push("transactions", totals.transactions);
    // Their records take about that; the file has room for more.
    out.push("disk_size", totals.bogo_size);
    Ok(out)
}

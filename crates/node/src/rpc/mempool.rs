//! Methods about the mempool: what waits, what it depends on, what it is kept in.
//!
//! `send` has those that put transactions in. Does not know the mempool's rules.

mod file;
mod orphans;
mod send;

use quarry_api::rpc::{Json, RpcError};
use quarry_chain::{MempoolEntryView, Totals};
use quarry_primitives::{OutPoint, Txid};

use super::Call;
use super::method::{Answer, Arg, ArgKind, Category, Method, Run};
use super::rawtransactions::check_member;
use super::shape::{EntryFacts, Family, MempoolFacts, entry_json, hash, mempool_json};
use crate::state::NodeChain;

pub(super) use orphans::METHODS as ORPHAN_METHODS;
pub(super) use send::METHODS as SEND_METHODS;

const TXID: Arg = Arg::required("txid", ArgKind::Hex, "The transaction id (must be in mempool)");
const VERBOSE: Arg = Arg::or(
    "verbose",
    ArgKind::Bool,
    "false",
    "True for a json object, false for array of transaction ids",
);
const ENTRY: &str = "{ \"vsize\": n, \"weight\": n, \"time\": n, \"height\": n, \"descendantcount\": n, \
                     \"descendantsize\": n, \"ancestorcount\": n, \"ancestorsize\": n, \"wtxid\": \"hex\", \
                     \"fees\": { \"base\": n, \"modified\": n, \"ancestor\": n, \"descendant\": n }, \
                     \"depends\": [\"hex\", ...], \"spentby\": [\"hex\", ...], \"bip125-replaceable\": \
                     true|false, \"unbroadcast\": true|false }    (json object)";
const LISTED: &str = "[\"hex\", ...]    (json array) transaction ids; with verbose = true an object of \
                      them, each as getmempoolentry shows it";

pub(super) const METHODS: &[Method] = &[
    Method {
        category: Category::Blockchain,
        name: "getmempoolancestors",
        about: "If txid is in the mempool, returns all in-mempool ancestors.",
        args: &[TXID, VERBOSE],
        result: LISTED,
        examples: &["\"mytxid\""],
        run: Run::Thread(|call| relatives(call, |chain, txid| chain.pool().ancestors_of(txid))),
    },
    Method {
        category: Category::Blockchain,
        name: "getmempooldescendants",
        about: "If txid is in the mempool, returns all in-mempool descendants.",
        args: &[TXID, VERBOSE],
        result: LISTED,
        examples: &["\"mytxid\""],
        run: Run::Thread(|call| relatives(call, |chain, txid| chain.pool().descendants_of(txid))),
    },
    Method {
        category: Category::Blockchain,
        name: "getmempoolentry",
        about: "Returns mempool data for given transaction",
        args: &[TXID],
        result: ENTRY,
        examples: &["\"mytxid\""],
        run: Run::Thread(get_entry),
    },
    Method {
        category: Category::Blockchain,
        name: "getmempoolinfo",
        about: "Returns details on the active state of the TX memory pool.",
        args: &[],
        result: "{ \"loaded\": true|false, \"size\": n, \"bytes\": n, \"usage\": n, \"total_fee\": n, \
                 \"maxmempool\": n, \"mempoolminfee\": n, \"minrelaytxfee\": n, \"incrementalrelayfee\": n, \
                 \"unbroadcastcount\": n, \"fullrbf\": true, \"permitbaremultisig\": true|false, \
                 \"maxdatacarriersize\": n }    (json object)",
        examples: &[""],
        run: Run::Thread(get_info),
    },
    Method {
        category: Category::Blockchain,
        name: "getrawmempool",
        about: "Returns all transaction ids in memory pool as a json array of string transaction ids.\n\
                \nHint: use getmempoolentry to fetch a specific transaction from the mempool.",
        args: &[
            VERBOSE,
            Arg::or(
                "mempool_sequence",
                ArgKind::Bool,
                "false",
                "If verbose=false, returns a json object with transaction list and mempool sequence \
                 number attached.",
            ),
        ],
        result: "[\"hex\", ...]    (json array) transaction ids; with verbose = true an object of them, \
                 each as getmempoolentry shows it; with mempool_sequence = true \
                 { \"txids\": [\"hex\", ...], \"mempool_sequence\": n }",
        examples: &["true"],
        run: Run::Thread(get_raw),
    },
    Method {
        category: Category::Blockchain,
        name: "gettxspendingprevout",
        about: "Scans the mempool to find transactions spending any of the given outputs",
        args: &[Arg::required(
            "outputs",
            ArgKind::Arr,
            "The transaction outputs that we want to check, and within each, the txid (string) vout \
             (numeric).",
        )
        .of(&[Arg::optional("", ArgKind::Obj, "").of(&[
            Arg::required("txid", ArgKind::Hex, "The transaction id"),
            Arg::required("vout", ArgKind::Num, "The output number"),
        ])])],
        result: "[{ \"txid\": \"hex\", \"vout\": n, \"spendingtxid\": \"hex\" }, ...]    (json array) \
                 spendingtxid only of outputs that are spent",
        examples: &["'[{\"txid\":\"a08e6907dbbd3d809776dbfc5d82e371b764ed838b5655e72f463568df1aadf0\",\
                     \"vout\":3}]'"],
        run: Run::Thread(get_spending),
    },
    Method {
        category: Category::Blockchain,
        name: "importmempool",
        about: "Import a mempool.dat file and attempt to add its contents to the mempool.\n\
                Warning: Importing untrusted files is dangerous, especially if metadata from the file \
                is taken over.",
        args: &[
            Arg::required("filepath", ArgKind::Str, "The mempool file"),
            Arg::optional("options", ArgKind::Options, "").of(file::IMPORT_OPTIONS),
        ],
        result: "{}    (empty JSON object)",
        examples: &["/path/to/mempool.dat"],
        run: Run::Thread(file::import),
    },
    Method {
        category: Category::Blockchain,
        name: "savemempool",
        about: "Dumps the mempool to disk. It will fail until the previous dump is fully loaded.",
        args: &[],
        result: "{ \"filename\": \"str\" }    (json object) the directory and file where the mempool was \
                 saved",
        examples: &[""],
        run: Run::Thread(file::save),
    },
];

fn family(totals: Totals) -> Family {
    Family { count: totals.count, vsize: totals.vsize, fees: totals.fees }
}

fn entry(view: MempoolEntryView) -> Json {
    entry_json(&EntryFacts {
        vsize: view.vsize,
        weight: view.weight,
        time: view.added_ms / 1000,
        height: view.height,
        descendants: family(view.descendants),
        ancestors: family(view.ancestors),
        wtxid: view.wtxid,
        fee: view.fee.to_base().cast_signed(),
        modified_fee: view.modified_fee,
        depends: view.depends,
        spent_by: view.spent_by,
        replaceable: view.replaceable,
        unbroadcast: view.unbroadcast,
    })
}

/// Transactions by their ids, or with all that is known of them.
fn listed(chain: &NodeChain, txids: &[Txid], verbose: bool) -> Json {
    if !verbose {
        return txids.iter().map(|txid| Json::from(txid.to_string())).collect();
    }
    let views = txids.iter().filter_map(|txid| chain.pool().entry(txid));
    Json::Object(views.map(|view| (view.txid.to_string(), entry(view))).collect())
}

fn flag(call: &Call, name: &str) -> Result<bool, RpcError> {
    let value = call.arg(name);
    if value.is_null() { Ok(false) } else { value.as_bool() }
}

fn not_in() -> RpcError {
    RpcError::address_or_key("Transaction not in mempool")
}

fn relatives(call: &Call, find: fn(&NodeChain, &Txid) -> Option<Vec<Txid>>) -> Answer {
    let (txid, verbose) = (hash(call.arg("txid"), "txid")?, flag(call, "verbose")?);
    let found = call.node()?.read(|chain| Some(listed(chain, &find(chain, &txid)?, verbose)));
    found.ok_or_else(not_in)
}

fn get_entry(call: &Call) -> Answer {
    let txid = hash(call.arg("txid"), "txid")?;
    call.node()?.read(|chain| chain.pool().entry(&txid)).map(entry).ok_or_else(not_in)
}

fn get_raw(call: &Call) -> Answer {
    let (verbose, sequence) = (flag(call, "verbose")?, flag(call, "mempool_sequence")?);
    if verbose && sequence {
        let text = "Verbose results cannot contain mempool sequence values.";
        return Err(RpcError::parameter(text));
    }
    Ok(call.node()?.read(|chain| {
        let txids = listed(chain, &chain.pool().sorted(), verbose);
        if !sequence {
            return txids;
        }
        let number = chain.pool().sequence();
        Json::object([("txids", txids), ("mempool_sequence", number.into())])
    }))
}

fn get_info(call: &Call) -> Answer {
    let node = call.node()?;
    let now_ms = node.clock().now().wall_ms;
    let (info, config) = node.read(|chain| {
        let pool = chain.pool();
        (pool.info(now_ms), pool.config().clone())
    });
    let wide = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    Ok(mempool_json(&MempoolFacts {
        loaded: node.is_mempool_loaded(),
        count: wide(info.count),
        bytes: info.vsize,
        usage: wide(info.memory_bytes),
        total_fee: info.fees.to_base().cast_signed(),
        max_usage: wide(info.max_bytes),
        min_fee_rate: info.min_fee.cast_signed(),
        min_relay_fee_rate: config.min_relay_fee.cast_signed(),
        incremental_fee_rate: config.incremental_relay_fee.cast_signed(),
        unbroadcast: wide(info.unbroadcast),
        bare_multisig: config.permit_bare_multisig,
        max_data_carrier: wide(config.max_data_carrier_bytes.unwrap_or(0)),
    }))
}

/// An output as its transaction's id and its number, nothing else.
fn outpoint(given: &Json) -> Result<OutPoint, RpcError> {
    let members = given.as_object()?;
    check_member(given, "txid", "string", false)?;
    check_member(given, "vout", "number", false)?;
    if let Some((key, _)) = members.iter().find(|(key, _)| key != "txid" && key != "vout") {
        return Err(RpcError::type_error(format!("Unexpected key {key}")));
    }
    let txid = hash(given.get("txid"), "txid")?;
    let vout: i32 = given.get("vout").as_int()?;
    let negative = |_| RpcError::parameter("Invalid parameter, vout cannot be negative");
    Ok(OutPoint { txid, vout: u32::try_from(vout).map_err(negative)? })
}

fn get_spending(call: &Call) -> Answer {
    let given = call.arg("outputs").as_array()?;
    if given.is_empty() {
        return Err(RpcError::parameter("Invalid parameter, outputs are missing"));
    }
    let outpoints = given.iter().map(outpoint).collect::<Result<Vec<_>, _>>()?;
    Ok(call.node()?.read(|chain| {
        let shown = |(given, outpoint): (&Json, &OutPoint)| {
            let mut out = given.clone();
            if let Some(txid) = chain.pool().user_of(outpoint) {
                out.push("spendingtxid", txid.to_string());
            }
            out
        };
        given.iter().zip(&outpoints).map(shown).collect()
    }))
}

//! `scantxoutset`: the unspent outputs of some scripts.
//!
//! Goes through all coins; one scan at a time. Does not keep an index.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use quarry_api::rpc::{Json, RpcError, json_from_amount};
use quarry_chain::{Coin, Tip};
use quarry_primitives::{Amount, Hash, OutPoint, ScriptBuf};
use quarry_wallet::descriptor;

use super::{Call, store_fault};
use crate::NodeChain;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::util::parse_range;

/// The last index of a descriptor with a range, unless it is given.
const LAST_INDEX: u32 = 1000;

pub(in crate::rpc) const METHODS: &[Method] = &[Method {
    category: Category::Blockchain,
    name: "scantxoutset",
    about: "Scans the unspent transaction output set for entries that match certain output \
            descriptors.\n\
            Examples of output descriptors are:\n\
            \x20   addr(<address>)                      Outputs to an address\n\
            \x20   raw(<hex script>)                    Outputs whose output script equals these bytes\n\
            \x20   combo(<pubkey>)                      P2PK, P2PKH, P2WPKH, and P2SH-P2WPKH outputs\n\
            \x20   pkh(<pubkey>)                        P2PKH outputs for the given pubkey\n\
            \x20   tr(<pubkey>)                         P2TR",
    args: &[
        Arg::required(
            "action",
            ArgKind::Str,
            "The action to execute\n\
             \"start\" for starting a scan\n\
             \"abort\" for aborting the current scan (returns true when abort was successful)\n\
             \"status\" for progress report (in %) of the current scan",
        ),
        Arg::optional(
            "scanobjects",
            ArgKind::Arr,
            "Array of scan objects. Required for \"start\" action\n\
             Every scan object is either a string descriptor or an object:",
        )
        .of(&[
            Arg::optional("descriptor", ArgKind::Str, "An output descriptor"),
            Arg::optional("", ArgKind::Obj, "An object with output descriptor and metadata").of(&[
                Arg::required("desc", ArgKind::Str, "An output descriptor"),
                Arg::or(
                    "range",
                    ArgKind::Range,
                    "1000",
                    "The range of HD chain indexes to explore (either end or [begin,end])",
                ),
            ]),
        ])
        .shown_as("[scanobjects,...]"),
    ],
    result: "{ \"success\": true|false, \"txouts\": n, \"height\": n, \"bestblock\": \"hex\", \
             \"unspents\": [...], \"total_amount\": n }    (json object) of \"start\"; a progress or \
             null of \"status\"; a truth value of \"abort\"",
    examples: &["start '[\"raw(76a91411b366edfc0a8b66feebae5c2e25a7b6a5d1cf3188ac)#fm24fxxy\"]'"],
    run: Run::Thread(scan_tx_out_set),
}];

/// The scan that runs, if one does.
#[derive(Debug, Default)]
pub(in crate::rpc) struct Scan {
    running: AtomicBool,
    aborted: AtomicBool,
    percent: AtomicU32,
}

/// The right to scan.
struct Turn<'a>(&'a Scan);

impl Scan {
    fn take(&self) -> Option<Turn<'_>> {
        let was_running = self.running.swap(true, Ordering::AcqRel);
        (!was_running).then(|| {
            self.aborted.store(false, Ordering::Relaxed);
            self.percent.store(0, Ordering::Relaxed);
            Turn(self)
        })
    }

    fn is_running(&self) -> bool {
        self.running.load(Ordering::Acquire)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.running.store(false, Ordering::Release);
    }
}

fn scan_tx_out_set(call: &Call) -> Answer {
    let scan = &call.server.scan;
    match call.text("action")? {
        "status" if scan.is_running() => {
            let percent = scan.percent.load(Ordering::Relaxed);
            Ok(Json::object([("progress", percent.into())]))
        }
        "status" => Ok(Json::Null),
        "abort" => {
            let running = scan.is_running();
            scan.aborted.store(running, Ordering::Relaxed);
            Ok(running.into())
        }
        "start" => {
            let text = "Scan already in progress, use action \"abort\" or \"status\"";
            let turn = scan.take().ok_or_else(|| RpcError::parameter(text))?;
            start(call, turn.0)
        }
        other => Err(RpcError::parameter(format!("Invalid action '{other}'"))),
    }
}

fn start(call: &Call, scan: &Scan) -> Answer {
    if call.params().len() < 2 {
        return Err(RpcError::misc("scanobjects argument is required for the start action"));
    }
    let mut wanted = BTreeMap::new();
    for object in call.arg("scanobjects").as_array()? {
        add_scripts(call, object, &mut wanted)?;
    }
    let mut found = Found::default();
    call.node()?.change(|chain| {
        let visited = chain.visit_coins(&mut |outpoint, coin| {
            if scan.aborted.load(Ordering::Relaxed) || call.is_stopping() {
                found.aborted = true;
                return;
            }
            found.look_at(scan, &wanted, outpoint, coin);
        });
        let done = visited.map_err(store_fault).and_then(|()| found.show(chain, &wanted));
        (done, Vec::new())
    })
}

/// Enters the scripts of a descriptor, each with what it is called in the answer.
fn add_scripts(
    call: &Call,
    object: &Json,
    wanted: &mut BTreeMap<ScriptBuf, String>,
) -> Result<(), RpcError> {
    let (text, range) = match object {
        Json::String(text) => (text.as_str(), &Json::Null),
        Json::Object(_) => {
            let missing = "Descriptor needs to be provided in scan object";
            let text = object.find("desc").ok_or_else(|| RpcError::parameter(missing))?;
            (text.as_str()?, object.get("range"))
        }
        _ => {
            let text = "Scan object needs to be either a string or an object";
            return Err(RpcError::parameter(text));
        }
    };
    let range = if range.is_null() { (0, LAST_INDEX) } else { parse_range(range)? };
    let network = call.deps().network;
    let fault = |error: descriptor::DescriptorError| RpcError::address_or_key(error.to_string());
    for descriptor in descriptor::parse(text, network, false).map_err(fault)? {
        let (first, last) = if descriptor.is_range() { range } else { (0, 0) };
        for index in first..=last {
            wanted.extend(descriptor.named_scripts(index).map_err(fault)?);
        }
    }
    Ok(())
}

/// What a scan has seen.
#[derive(Default)]
struct Found {
    count: u64,
    coins: Vec<(OutPoint, Coin)>,
    aborted: bool,
}

impl Found {
    fn look_at(
        &mut self,
        scan: &Scan,
        wanted: &BTreeMap<ScriptBuf, String>,
        outpoint: OutPoint,
        coin: Coin,
    ) {
        self.count += 1;
        // Coins come by id, and ids are spread evenly.
        let [first, second, ..] = outpoint.txid.to_byte_array();
        let place = u32::from(u16::from_be_bytes([first, second]));
        scan.percent.store(place * 100 / u32::from(u16::MAX), Ordering::Relaxed);
        if wanted.contains_key(&coin.script) {
            self.coins.push((outpoint, coin));
        }
    }

    fn show(&self, chain: &NodeChain, names: &BTreeMap<ScriptBuf, String>) -> Answer {
        let tip = chain.tip();
        let amounts = self.coins.iter().map(|(_, coin)| coin.amount);
        let total = amounts.fold(Amount::ZERO, |a, b| a.checked_add(b).unwrap_or(Amount::MAX));
        let unspent = |(outpoint, coin): &(OutPoint, Coin)| {
            unspent_json(chain, &tip, outpoint, coin, names.get(&coin.script))
        };
        Ok(Json::object([
            ("success", (!self.aborted).into()),
            ("txouts", self.count.into()),
            ("height", tip.height.into()),
            ("bestblock", tip.hash.to_string().into()),
            ("unspents", self.coins.iter().map(unspent).collect()),
            ("total_amount", json_from_amount(total.to_base().cast_signed())),
        ]))
    }
}

fn unspent_json(
    chain: &NodeChain,
    tip: &Tip,
    outpoint: &OutPoint,
    coin: &Coin,
    name: Option<&String>,
) -> Json {
    let block = chain.block_hash_at(coin.height).unwrap_or(tip.hash);
    let depth = i64::from(tip.height) - i64::from(coin.height) + 1;
    Json::object([
        ("txid", outpoint.txid.to_string().into()),
        ("vout", outpoint.vout.into()),
        ("scriptPubKey", coin.script.to_hex_string().into()),
        ("desc", name.cloned().unwrap_or_default().into()),
        ("amount", json_from_amount(coin.amount.to_base().cast_signed())),
        ("coinbase", coin.coinbase.into()),
        ("height", coin.height.into()),
        ("blockhash", block.to_string().into()),
        ("confirmations", depth.into()),
    ])
}

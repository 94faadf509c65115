//! Methods for miners: figures, priorities, blocks and headers that they hand in.
//!
//! `template` makes blocks for others to search, `generate` searches itself. Does not know how a
//! block is checked.

mod generate;
mod getwork;
mod template;

use std::sync::{Mutex, PoisonError};

use quarry_api::rpc::{Json, RpcError, code, json_from_amount};
use quarry_chain::{Arrival, BlockError, BlockOutcome, HeaderView};
use quarry_primitives::{Block, ChainWork, Header, Now, Txid, consensus};

use super::Call;
use super::blockchain::tip_header;
use super::method::{Answer, Arg, ArgKind, Category, Method, Run};
use super::shape::{bits_json, difficulty, hash, target_json};
use crate::NodeChain;

pub(super) use generate::METHODS as GENERATE;
pub(super) use getwork::{METHODS as GETWORK, Works};
pub(super) use template::METHODS as TEMPLATE;

/// Blocks that `getnetworkhashps` looks back over.
const RATE_BLOCKS: i32 = 120;

pub(super) const METHODS: &[Method] = &[
    Method {
        category: Category::Mining,
        name: "getmininginfo",
        about: "Returns a json object containing mining-related information.",
        args: &[],
        result: "{ \"blocks\": n, \"currentblockweight\": n, \"currentblocktx\": n, \"bits\": \"hex\", \
                 \"difficulty\": n, \"target\": \"hex\", \"networkhashps\": n, \"pooledtx\": n, \
                 \"blockmintxfee\": n, \"chain\": \"str\", \"next\": {...}, \"warnings\": [...] }    \
                 (json object) weight and number of transactions of the last template, if there was one",
        examples: &[""],
        run: Run::Thread(get_mining_info),
    },
    Method {
        category: Category::Mining,
        name: "getnetworkhashps",
        about: "Returns the estimated network hashes per second based on the last n blocks.\n\
                Pass in [blocks] to override # of blocks, -1 specifies since last difficulty change.\n\
                Pass in [height] to estimate the network speed at the time when a certain block was \
                found.",
        args: &[
            Arg::or(
                "nblocks",
                ArgKind::Num,
                "120",
                "The number of previous blocks to calculate estimate from, or -1 for blocks since \
                 last difficulty change.",
            ),
            Arg::or("height", ArgKind::Num, "-1", "To estimate at the time of the given height."),
        ],
        result: "n    (numeric) Hashes per second estimated",
        examples: &[""],
        run: Run::Thread(get_network_rate),
    },
    Method {
        category: Category::Mining,
        name: "getprioritisedtransactions",
        about: "Returns a map of all user-created (see prioritisetransaction) fee deltas by txid, and \
                whether the tx is present in mempool.",
        args: &[],
        result: "{ \"txid\": { \"fee_delta\": n, \"in_mempool\": true|false, \"modified_fee\": n }, ... }\
                 \n    (json object) in satoshis; the last only in the mempool",
        examples: &[""],
        run: Run::Thread(get_prioritised),
    },
    Method {
        category: Category::Mining,
        name: "prioritisetransaction",
        about: "Accepts the transaction into mined blocks at a higher (or lower) priority",
        args: &[
            Arg::required("txid", ArgKind::Hex, "The transaction id."),
            Arg::optional(
                "dummy",
                ArgKind::Num,
                "API-Compatibility for previous API. Must be zero or null.",
            ),
            Arg::required(
                "fee_delta",
                ArgKind::Num,
                "The fee value (in satoshis) to add (or subtract, if negative).\n\
                 The fee is not actually paid, only the algorithm for selecting transactions into a \
                 block considers the transaction as it would have paid a higher (or lower) fee.",
            ),
        ],
        result: "true    (boolean) Returns true",
        examples: &["\"txid\" 0.0 10000"],
        run: Run::Thread(prioritise),
    },
    Method {
        category: Category::Mining,
        name: "submitblock",
        about: "Attempts to submit new block to network.\n\
                See https://en.bitcoin.it/wiki/BIP_0022 for full specification.",
        args: &[
            Arg::required("hexdata", ArgKind::Hex, "the hex-encoded block data to submit"),
            Arg::hinted(
                "dummy",
                ArgKind::Str,
                "ignored",
                "dummy value, for compatibility with BIP22. This value is ignored.",
            ),
        ],
        result: "null, or \"str\"    (json null if the block was accepted, otherwise according to BIP22)",
        examples: &["\"mydata\""],
        run: Run::Thread(submit_block),
    },
    Method {
        category: Category::Mining,
        name: "submitheader",
        about: "Decode the given hexdata as a header and submit it as a candidate chain tip if valid.\n\
                Throws when the header is invalid.",
        args: &[Arg::required("hexdata", ArgKind::Hex, "the hex-encoded block header data")],
        result: "null    (json null)",
        examples: &["\"aabbcc\""],
        run: Run::Thread(submit_header),
    },
];

/// Weight and number of transactions of the last template: all that is remembered of it.
#[derive(Debug, Default)]
pub(super) struct LastTemplate(Mutex<Option<(u64, usize)>>);

impl LastTemplate {
    /// As Core counts: what is kept free for header and coinbase, and the other transactions.
    fn note(&self, block: &Block, reserved_weight: u64) {
        let txs = block.txdata.get(1..).unwrap_or_default();
        let weight: u64 = txs.iter().map(|tx| tx.weight().to_wu()).sum();
        let seen = (weight.saturating_add(reserved_weight), txs.len());
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(seen);
    }

    fn get(&self) -> Option<(u64, usize)> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn get_mining_info(call: &Call) -> Answer {
    let node = call.node()?;
    let now = node.clock().now();
    let last = call.server.last_template.get();
    node.read(|chain| {
        let tip = tip_header(chain)?;
        let mut out = Json::object([("blocks", tip.height.into())]);
        if let Some((weight, txs)) = last {
            out.push("currentblockweight", weight);
            out.push("currentblocktx", txs);
        }
        let bits = tip.header.bits;
        out.push("bits", bits_json(bits));
        out.push("difficulty", Json::from_f64(difficulty(bits)));
        out.push("target", target_json(bits));
        out.push("networkhashps", Json::from_f64(rate(chain, &tip, RATE_BLOCKS.unsigned_abs())));
        out.push("pooledtx", chain.mempool().count);
        let least = chain.pool().config().block_min_fee;
        out.push("blockmintxfee", json_from_amount(least.cast_signed()));
        out.push("chain", chain.spec().name());
        out.push("next", next_json(chain, &tip, now));
        if let Some(challenge) = chain.spec().signet_challenge() {
            out.push("signet_challenge", challenge.to_hex_string());
        }
        out.push("warnings", node.warnings().into_iter().map(Json::from).collect::<Json>());
        Ok(out)
    })
}

fn next_json(chain: &NodeChain, tip: &HeaderView, now: Now) -> Json {
    let bits = chain.next_bits(now);
    Json::object([
        ("height", tip.height.saturating_add(1).into()),
        ("bits", bits_json(bits)),
        ("difficulty", Json::from_f64(difficulty(bits))),
        ("target", target_json(bits)),
    ])
}

fn get_network_rate(call: &Call) -> Answer {
    let blocks: i32 = call.maybe_int("nblocks")?.unwrap_or(RATE_BLOCKS);
    let height: i32 = call.maybe_int("height")?.unwrap_or(-1);
    if blocks < -1 || blocks == 0 {
        let text = "Invalid nblocks. Must be a positive number or -1.";
        return Err(RpcError::parameter(text));
    }
    call.node()?.read(|chain| {
        let missing = || RpcError::parameter("Block does not exist at specified height");
        let at = match u32::try_from(height) {
            Ok(height) => {
                let hash = chain.block_hash_at(height).ok_or_else(missing)?;
                chain.header(&hash).ok_or_else(missing)?
            }
            Err(_) if height == -1 => tip_header(chain)?,
            Err(_) => return Err(missing()),
        };
        let blocks = match u32::try_from(blocks) {
            Ok(blocks) => blocks,
            Err(_) => at.height % chain.retarget_interval() + 1,
        };
        Ok(Json::from_f64(rate(chain, &at, blocks)))
    })
}

/// Hashes a second by the work and the times of so many blocks (`GetNetworkHashPS`).
#[expect(clippy::float_arithmetic, reason = "a rate, shown only")]
fn rate(chain: &NodeChain, at: &HeaderView, blocks: u32) -> f64 {
    let header = |height| chain.block_hash_at(height).and_then(|hash| chain.header(&hash));
    let first = at.height - blocks.min(at.height);
    let times = (first..=at.height).filter_map(header).map(|view| view.header.time);
    let (Some(from), Some(start)) = (header(first), times.clone().min()) else { return 0.0 };
    let seconds = times.max().unwrap_or(start) - start;
    if at.height == 0 || seconds == 0 {
        return 0.0;
    }
    let work = |work: ChainWork| {
        work.to_be_bytes().iter().fold(0.0, |sum, byte| sum * 256.0 + f64::from(*byte))
    };
    work(at.work - from.work) / f64::from(seconds)
}

fn prioritise(call: &Call) -> Answer {
    let txid: Txid = hash(call.arg("txid"), "txid")?;
    let delta: i64 = call.arg("fee_delta").as_int()?;
    let dummy = call.arg("dummy");
    if !dummy.is_null() && dummy.as_f64()? != 0.0 {
        let text = "Priority is no longer supported, dummy argument to prioritisetransaction must \
                    be 0.";
        return Err(RpcError::parameter(text));
    }
    call.node()?.change(|chain| {
        let has_dust = chain.pool().get(&txid).is_some_and(|entry| {
            let policy = chain.pool().config();
            policy.require_standard && quarry_chain::has_dust(entry.tx(), policy)
        });
        if has_dust {
            let text = "Priority is not supported for transactions with dust outputs.";
            return (Err(RpcError::parameter(text)), Vec::new());
        }
        chain.prioritise(txid, delta);
        (Ok(true.into()), Vec::new())
    })
}

fn get_prioritised(call: &Call) -> Answer {
    let all = call.node()?.read(|chain| chain.pool().prioritised().collect::<Vec<_>>());
    let mut out = Json::object([]);
    for it in all {
        let mut one = Json::object([
            ("fee_delta", it.delta.into()),
            ("in_mempool", it.modified_fee.is_some().into()),
        ]);
        if let Some(fee) = it.modified_fee {
            one.push("modified_fee", fee);
        }
        out.push(&it.txid.to_string(), one);
    }
    Ok(out)
}

/// What a text starts with, in hex; Core does not look at what follows either.
fn decode<T: consensus::Decodable>(text: &str, failure: &str) -> Result<T, RpcError> {
    let read = |bytes: Vec<u8>| consensus::deserialize_partial(&bytes).ok();
    let read = hex::decode(text).ok().and_then(read);
    read.map(|(value, _)| value).ok_or_else(|| RpcError::deserialization(failure))
}

fn block_of(text: &str) -> Result<Block, RpcError> {
    decode(text, "Block decode failed")
}

fn submit_block(call: &Call) -> Answer {
    let mut block = block_of(call.text("hexdata")?)?;
    let node = call.node()?;
    node.read(|chain| chain.complete_block(&mut block));
    match node.process_block(block, Arrival::OWN) {
        Ok(BlockOutcome::Connected) => Ok(Json::Null),
        Ok(BlockOutcome::Known) => Ok("duplicate".into()),
        Ok(_) => Ok("inconclusive".into()),
        Err(error) => refusal(&error),
    }
}

/// What BIP-22 says of a block that breaks a rule.
fn refusal(error: &BlockError) -> Answer {
    match error {
        BlockError::Store(error) => {
            Err(RpcError::new(code::VERIFY_ERROR, format!("internal-error, {error}")))
        }
        rule => Ok(rule.reject_reason().into_owned().into()),
    }
}

fn submit_header(call: &Call) -> Answer {
    let header: Header = decode(call.text("hexdata")?, "Block header decode failed")?;
    let node = call.node()?;
    let now = node.clock().now();
    let verify = |text: String| RpcError::new(code::VERIFY_ERROR, text);
    node.change(|chain| {
        let parent = header.prev_blockhash;
        if chain.header(&parent).is_none() {
            let text = format!("Must submit previous header ({parent}) first");
            return (Err(verify(text)), Vec::new());
        }
        (
            chain.accept_headers(now, &[header]).map_err(|e| verify(e.reject_reason().into())),
            Vec::new(),
        )
    })?;
    Ok(Json::Null)
}

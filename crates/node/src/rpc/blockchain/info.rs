//! Methods that show the chain at a glance, its tips and its rules.
//!
//! Does not change anything.

use quarry_api::rpc::{Json, RpcError};
use quarry_chain::{DeploymentInfo, DeploymentState, HeaderView, Validity};
use quarry_primitives::BlockHash;

use super::{Call, find, tip_header};
use crate::NodeChain;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::{bits_json, difficulty, hash, target_json};

/// Seconds of a month, the default window of `getchaintxstats`.
const MONTH_SECS: u32 = 30 * 24 * 60 * 60;
/// A tip this old tells how far the chain is by its height.
const RECENT_SECS: i64 = 2 * 60 * 60;
/// Transactions a second that are expected: Core's figure for regtest.
const EXPECTED_TX_RATE: f64 = 0.001;

pub(in crate::rpc) const METHODS: &[Method] = &[
    Method {
        category: Category::Blockchain,
        name: "getblockchaininfo",
        about: "Returns an object containing various state info regarding blockchain processing.",
        args: &[],
        result: "{ \"chain\": \"str\", \"blocks\": n, \"headers\": n, \"bestblockhash\": \"hex\", \
                 \"bits\": \"hex\", \"target\": \"hex\", \"difficulty\": n, \"time\": n, \
                 \"mediantime\": n, \"verificationprogress\": n, \"initialblockdownload\": \
                 true|false, \"chainwork\": \"hex\", \"size_on_disk\": n, \"pruned\": false, \
                 \"warnings\": [\"str\", ...] }    (json object)",
        examples: &[""],
        run: Run::Thread(get_blockchain_info),
    },
    Method {
        category: Category::Blockchain,
        name: "getchaintips",
        about: "Return information about all known tips in the block tree, including the main chain \
                as well as orphaned branches.",
        args: &[],
        result: "[{ \"height\": n, \"hash\": \"hex\", \"branchlen\": n, \"status\": \"str\" }, ...]\
                 \n    (json array) status is one of invalid, headers-only, valid-headers, \
                 valid-fork, active",
        examples: &[""],
        run: Run::Thread(get_chain_tips),
    },
    Method {
        category: Category::Blockchain,
        name: "getchaintxstats",
        about: "Compute statistics about the total number and rate of transactions in the chain.",
        args: &[
            Arg::hinted(
                "nblocks",
                ArgKind::Num,
                "one month",
                "Size of the window in number of blocks",
            ),
            Arg::hinted(
                "blockhash",
                ArgKind::Hex,
                "chain tip",
                "The hash of the block that ends the window.",
            ),
        ],
        result: "{ \"time\": n, \"txcount\": n, \"window_final_block_hash\": \"hex\", \
                 \"window_final_block_height\": n, \"window_block_count\": n, \"window_interval\": n, \
                 \"window_tx_count\": n, \"txrate\": n }    (json object)",
        examples: &["", "2016"],
        run: Run::Thread(get_chain_tx_stats),
    },
    Method {
        category: Category::Blockchain,
        name: "getdeploymentinfo",
        about: "Returns an object containing various state info regarding deployments of consensus \
                changes.",
        args: &[Arg::hinted(
            "blockhash",
            ArgKind::Hex,
            "hash of current chain tip",
            "The block hash at which to query deployment state",
        )],
        result: "{ \"hash\": \"hex\", \"height\": n, \"deployments\": { \"name\": { \"type\": \"str\", \
                 \"height\": n, \"active\": true|false, \"bip9\": {...} }, ... } }    (json object)",
        examples: &[""],
        run: Run::Thread(get_deployment_info),
    },
];

fn get_blockchain_info(call: &Call) -> Answer {
    let node = call.node()?;
    let now = node.clock().now();
    node.read(|chain| {
        let tip = tip_header(chain)?;
        let best = chain.best_header();
        let bits = tip.header.bits;
        let mut out = Json::object([
            ("chain", chain.spec().name().into()),
            ("blocks", tip.height.into()),
            ("headers", best.height.into()),
            ("bestblockhash", tip.hash.to_string().into()),
            ("bits", bits_json(bits)),
            ("target", target_json(bits)),
            ("difficulty", Json::from_f64(difficulty(bits))),
            ("time", tip.header.time.into()),
            ("mediantime", tip.median_time_past.into()),
            ("verificationprogress", Json::from_f64(progress(chain, &tip, now.wall_secs()))),
            ("initialblockdownload", chain.is_initial_download(now).into()),
            ("chainwork", format!("{:x}", tip.work).into()),
            ("size_on_disk", chain.store().block_file_bytes().into()),
            ("pruned", false.into()),
        ]);
        if let Some(challenge) = chain.spec().signet_challenge() {
            out.push("signet_challenge", challenge.to_hex_string());
        }
        out.push("warnings", node.warnings().into_iter().map(Json::from).collect::<Json>());
        Ok(out)
    })
}

/// How much of the chain is here, from 0 to 1 (`GuessVerificationProgress`).
#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a guess, shown only")]
fn progress(chain: &NodeChain, tip: &HeaderView, now: u32) -> f64 {
    let (now, time) = (i64::from(now), i64::from(tip.header.time));
    // With headers that are known to be recent, their number is the better clock.
    let time = if (now - time).abs() <= RECENT_SECS {
        let missing = i64::from(chain.best_header().height) - i64::from(tip.height);
        now - missing * i64::from(chain.spec().block_spacing_secs())
    } else {
        time
    };
    let here = tip.chain_tx_count as f64;
    let all = here + (now - time) as f64 * EXPECTED_TX_RATE;
    if all > 0.0 { (here / all).min(1.0) } else { 1.0 }
}

fn get_chain_tips(call: &Call) -> Answer {
    call.node()?.read(|chain| {
        let tip = |end: HeaderView| {
            let fork = chain.fork_with_active(&end.hash).map_or(end.height, |fork| fork.height);
            Json::object([
                ("height", end.height.into()),
                ("hash", end.hash.to_string().into()),
                ("branchlen", (end.height - fork).into()),
                ("status", status(&end).into()),
            ])
        };
        Ok(chain.branch_ends().into_iter().map(tip).collect())
    })
}

fn status(end: &HeaderView) -> &'static str {
    if end.active {
        "active"
    } else if end.failed {
        "invalid"
    } else if end.chain_tx_count == 0 {
        "headers-only"
    } else if end.validity == Validity::Connected {
        "valid-fork"
    } else {
        "valid-headers"
    }
}

fn get_chain_tx_stats(call: &Call) -> Answer {
    let wanted: Option<i32> = call.maybe_int("nblocks")?;
    let last: Option<BlockHash> = match call.arg("blockhash") {
        Json::Null => None,
        value => Some(hash(value, "blockhash")?),
    };
    call.node()?.read(|chain| {
        let last = match last {
            None => tip_header(chain)?,
            Some(last) => find(chain, &last)?,
        };
        if !last.active {
            return Err(RpcError::parameter("Block is not in main chain"));
        }
        let count = window(chain, wanted, last.height)?;
        let first = chain.block_hash_at(last.height.saturating_sub(count));
        let first = find(chain, &first.unwrap_or(last.hash))?;
        Ok(window_json(&first, &last, count))
    })
}

/// How many blocks a window has.
fn window(chain: &NodeChain, wanted: Option<i32>, height: u32) -> Result<u32, RpcError> {
    let Some(wanted) = wanted else {
        let month = MONTH_SECS / chain.spec().block_spacing_secs().max(1);
        return Ok(month.min(height.saturating_sub(1)));
    };
    let count = u32::try_from(wanted).ok().filter(|count| *count == 0 || *count < height);
    let text = "Invalid block count: should be between 0 and the block's height - 1";
    count.ok_or_else(|| RpcError::parameter(text))
}

#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a rate, shown only")]
fn window_json(first: &HeaderView, last: &HeaderView, count: u32) -> Json {
    let mut out = Json::object([("time", last.header.time.into())]);
    if last.chain_tx_count > 0 {
        out.push("txcount", last.chain_tx_count);
    }
    out.push("window_final_block_hash", last.hash.to_string());
    out.push("window_final_block_height", last.height);
    out.push("window_block_count", count);
    if count == 0 {
        return out;
    }
    let interval = i64::from(last.median_time_past) - i64::from(first.median_time_past);
    out.push("window_interval", interval);
    if first.chain_tx_count > 0 && last.chain_tx_count > 0 {
        let txs = last.chain_tx_count.saturating_sub(first.chain_tx_count);
        out.push("window_tx_count", txs);
        if interval > 0 {
            out.push("txrate", Json::from_f64(txs as f64 / interval as f64));
        }
    }
    out
}

fn get_deployment_info(call: &Call) -> Answer {
    let wanted: Option<BlockHash> = match call.arg("blockhash") {
        Json::Null => None,
        value => Some(hash(value, "blockhash")?),
    };
    call.node()?.read(|chain| {
        let at = match wanted {
            None => tip_header(chain)?,
            Some(wanted) => find(chain, &wanted)?,
        };
        let deployments = deployments(chain, &at);
        Ok(Json::object([
            ("hash", at.hash.to_string().into()),
            ("height", at.height.into()),
            ("deployments", deployments),
        ]))
    })
}

fn deployments(chain: &NodeChain, at: &HeaderView) -> Json {
    let mut out = Json::object([]);
    let rules = chain.spec().activation();
    for (name, height) in [
        ("bip34", rules.bip34),
        ("bip66", rules.bip66),
        ("bip65", rules.bip65),
        ("csv", rules.csv),
        ("segwit", rules.segwit),
    ] {
        let active = at.height.saturating_add(1) >= height;
        let members =
            [("type", "buried".into()), ("active", active.into()), ("height", height.into())];
        out.push(name, Json::object(members));
    }
    for info in chain.deployments(&at.hash).unwrap_or_default() {
        out.push(info.deployment.name, bip9_json(&info, at.height));
    }
    out.push("taproot", taproot_json());
    out
}

/// Taproot is in force from the genesis block on; Core tells it as a decision of miners that never
/// was open.
fn taproot_json() -> Json {
    let bip9 = Json::object([
        ("start_time", (-1).into()),
        ("timeout", i64::MAX.into()),
        ("min_activation_height", 0.into()),
        ("status", "active".into()),
        ("since", 0.into()),
        ("status_next", "active".into()),
    ]);
    Json::object([
        ("type", "bip9".into()),
        ("height", 0.into()),
        ("active", true.into()),
        ("bip9", bip9),
    ])
}

fn bip9_json(info: &DeploymentInfo, height: u32) -> Json {
    let (deployment, counted) = (&info.deployment, info.state.is_signalling());
    let mut bip9 = Json::object([]);
    if counted {
        bip9.push("bit", deployment.bit);
    }
    bip9.push("start_time", deployment.start_time);
    bip9.push("timeout", deployment.timeout);
    bip9.push("min_activation_height", deployment.min_activation_height);
    bip9.push("status", info.state.name());
    bip9.push("since", info.since);
    bip9.push("status_next", info.next.name());
    if counted {
        bip9.push("statistics", statistics(info));
        let mark = |signal: &bool| if *signal { '#' } else { '-' };
        bip9.push("signalling", info.signals.iter().map(mark).collect::<String>());
    }
    let mut out = Json::object([("type", "bip9".into())]);
    let since = match (info.state, info.next) {
        (DeploymentState::Active, _) => Some(info.since),
        (_, DeploymentState::Active) => Some(height.saturating_add(1)),
        _ => None,
    };
    if let Some(since) = since {
        out.push("height", since);
    }
    out.push("active", since.is_some());
    out.push("bip9", bip9);
    out
}

fn statistics(info: &DeploymentInfo) -> Json {
    let deployment = &info.deployment;
    let elapsed = info.signals.len();
    let count = info.signals.iter().filter(|signal| **signal).count();
    let mut out = Json::object([
        ("period", deployment.period.into()),
        ("elapsed", elapsed.into()),
        ("count", count.into()),
    ]);
    if info.state == DeploymentState::Started {
        let spare = deployment.period.saturating_sub(deployment.threshold);
        let possible = u32::try_from(elapsed - count).is_ok_and(|missed| missed <= spare);
        out.push("threshold", deployment.threshold);
        out.push("possible", possible);
    }
    out
}

//! Settings of chain, blocks and indexes.
//!
//! Does not know the rules that they change (`chain`).

use std::path::PathBuf;

use super::super::args::{Args, Note};
use super::super::values::{integral, user_hex};
use super::Chain;

/// A height from which a rule that is old on the main chain holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Activation {
    /// `segwit`, `bip34`, `dersig`, `cltv` or `csv`.
    pub(crate) rule: String,
    pub(crate) height: u32,
}

/// The parameters of a deployment by version bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deployment {
    /// `testdummy` or `taproot`.
    pub(crate) name: String,
    /// Seconds; -1: always active, -2: never.
    pub(crate) start_time: i64,
    /// Seconds.
    pub(crate) timeout: i64,
    pub(crate) min_activation_height: i64,
}

/// Settings of blocks, coins and the chain's rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chainstate {
    /// The least work of a chain that is followed; big-endian. None: the chain's own.
    pub(crate) minimum_chain_work: Option<[u8; 32]>,
    /// The hash of a block whose scripts, and those of its ancestors, are not run; as it is shown.
    pub(crate) assume_valid: Option<[u8; 32]>,
    /// `-test=bip94`.
    pub(crate) timewarp_rule: bool,
    pub(crate) activations: Vec<Activation>,
    pub(crate) deployments: Vec<Deployment>,
    /// The signet's challenge script.
    pub(crate) signet_challenge: Option<Vec<u8>>,
    pub(crate) signet_seed_nodes: Vec<String>,
    /// MiB for coins in memory.
    pub(crate) db_cache_mib: i64,
    /// Script threads as `-par` has them: 0 all, below 0 that many fewer.
    pub(crate) script_threads: i64,
    /// Older than this, in seconds, the tip means initial download.
    pub(crate) max_tip_age_secs: i64,
    /// Blocks that are checked at start; 0: all.
    pub(crate) check_blocks: i64,
    /// How thoroughly, 0 to 4.
    pub(crate) check_level: i64,
    /// Whether new block files are masked.
    pub(crate) blocks_xor: bool,
    pub(crate) reindex: bool,
    pub(crate) reindex_chainstate: bool,
    /// Files of blocks to take in at start.
    pub(crate) load_blocks: Vec<PathBuf>,
    pub(crate) stop_after_import: bool,
    /// Stop when the chain is this high; 0: never.
    pub(crate) stop_at_height: i64,
}

impl Chainstate {
    /// The least that Core uses for coins in memory.
    const DB_CACHE_MIN_MIB: i64 = 4;

    pub(super) fn read(args: &mut Args, chain: Chain) -> Result<Self, String> {
        let work = args.text("minimumchainwork").map(|text| {
            user_hex(&text).ok_or_else(|| {
                format!("Invalid minimum work specified ({text}), must be up to 64 hex digits")
            })
        });
        let assume_valid = args.text("assumevalid").map(|text| {
            user_hex(&text).ok_or_else(|| {
                format!(
                    "Invalid assumevalid block hash specified ({text}), must be up to 64 hex digits \
                     (or 0 to disable)"
                )
            })
        });
        check_prune(args)?;
        let main = chain == Chain::Main;
        for name in ["testactivationheight", "vbparams"] {
            if main && args.is_set(name) {
                return Err(format!("The -{name} option may not be used on mainnet."));
            }
        }
        let (activations, deployments) = (activations(args)?, deployments(args)?);
        for Deployment { name, start_time, timeout, min_activation_height } in &deployments {
            args.note(Note::Info(format!(
                "Setting version bits activation parameters for {name} to start={start_time}, \
                 timeout={timeout}, min_activation_height={min_activation_height}"
            )));
        }
        Ok(Self {
            minimum_chain_work: work.transpose()?,
            assume_valid: assume_valid.transpose()?.filter(|hash| *hash != [0; 32]),
            timewarp_rule: args.list("test").iter().any(|option| option == "bip94"),
            activations,
            deployments,
            signet_challenge: signet_challenge(args)?,
            signet_seed_nodes: args.list("signetseednode"),
            db_cache_mib: args.number("dbcache").unwrap_or(450).max(Self::DB_CACHE_MIN_MIB),
            script_threads: args.number("par").unwrap_or(0),
            max_tip_age_secs: args.number("maxtipage").unwrap_or(24 * 60 * 60),
            check_blocks: args.number("checkblocks").unwrap_or(6),
            check_level: args.number("checklevel").unwrap_or(3),
            blocks_xor: args.switch("blocksxor", true),
            reindex: args.switch("reindex", false),
            reindex_chainstate: args.switch("reindex-chainstate", false),
            load_blocks: args.list("loadblock").into_iter().map(PathBuf::from).collect(),
            stop_after_import: args.switch("stopafterblockimport", false),
            stop_at_height: args.number("stopatheight").unwrap_or(0),
        })
    }
}

/// Pruning has no effect here, but what Core refuses is refused.
fn check_prune(args: &Args) -> Result<(), String> {
    let prune = args.number("prune").unwrap_or(0);
    if prune != 0 {
        if args.switch("txindex", false) {
            return Err("Prune mode is incompatible with -txindex.".to_owned());
        }
        if args.switch("reindex-chainstate", false) {
            let text =
                "Prune mode is incompatible with -reindex-chainstate. Use full -reindex instead.";
            return Err(text.to_owned());
        }
    }
    match prune {
        ..0 => Err("Prune cannot be configured with a negative value.".to_owned()),
        2..550 => {
            let text =
                "Prune configured below the minimum of 550 MiB.  Please use a higher number.";
            Err(text.to_owned())
        }
        _ => Ok(()),
    }
}

pub(super) fn activations(args: &Args) -> Result<Vec<Activation>, String> {
    const RULES: [&str; 5] = ["segwit", "bip34", "dersig", "cltv", "csv"];
    let read = |arg: String| {
        let wrong = |what: &str| {
            Err(format!("Invalid {what} ({arg}) for -testactivationheight=name@height."))
        };
        let Some((rule, height)) = arg.split_once('@') else {
            return wrong("format");
        };
        let height = integral::<i32>(height).filter(|h| (0..i32::MAX).contains(h));
        let Some(height) = height.and_then(|height| u32::try_from(height).ok()) else {
            return wrong("height value");
        };
        if !RULES.contains(&rule) {
            return wrong("name");
        }
        Ok(Activation { rule: rule.to_owned(), height })
    };
    args.list("testactivationheight").into_iter().map(read).collect()
}

pub(super) fn deployments(args: &Args) -> Result<Vec<Deployment>, String> {
    let mut all = Vec::new();
    for arg in args.list("vbparams") {
        let parts: Vec<&str> = arg.split(':').collect();
        if !(3..=4).contains(&parts.len()) {
            let text = "Version bits parameters malformed, expecting \
                        deployment:start:end[:min_activation_height]";
            return Err(text.to_owned());
        }
        let number = |index: usize, what: &str| {
            let part = parts.get(index).copied().unwrap_or("0");
            integral::<i64>(part).ok_or_else(|| format!("Invalid {what} ({part})"))
        };
        let (start_time, timeout) = (number(1, "nStartTime")?, number(2, "nTimeout")?);
        let min_activation_height = number(3, "min_activation_height")?;
        let name = parts[0].to_owned();
        if !["testdummy", "taproot"].contains(&parts[0]) {
            return Err(format!("Invalid deployment ({name})"));
        }
        all.push(Deployment { name, start_time, timeout, min_activation_height });
    }
    Ok(all)
}

fn signet_challenge(args: &Args) -> Result<Option<Vec<u8>>, String> {
    match args.list("signetchallenge").as_slice() {
        [] => Ok(None),
        [one] => hex::decode(one)
            .map(Some)
            .map_err(|_| format!("-signetchallenge must be hex, not '{one}'.")),
        _ => Err("-signetchallenge cannot be multiple values.".to_owned()),
    }
}

/// What is indexed beside the coins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Indexes {
    pub(crate) transactions: bool,
    pub(crate) coin_stats: bool,
    /// The filters of BIP 158, `basic`.
    pub(crate) block_filters: bool,
}

impl Indexes {
    pub(super) fn read(args: &Args) -> Result<Self, String> {
        let block_filters = match args.text("blockfilterindex").as_deref() {
            None | Some("0") => false,
            Some("" | "1") => true,
            Some(_) => {
                let names = args.list("blockfilterindex");
                if let Some(unknown) = names.iter().find(|name| *name != "basic") {
                    return Err(format!("Unknown -blockfilterindex value {unknown}."));
                }
                true
            }
        };
        if args.switch("peerblockfilters", false) && !block_filters {
            return Err("Cannot set -peerblockfilters without -blockfilterindex.".to_owned());
        }
        Ok(Self {
            transactions: args.switch("txindex", false),
            coin_stats: args.switch("coinstatsindex", false),
            block_filters,
        })
    }
}

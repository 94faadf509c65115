//! Methods by which a person overrules the choice of the chain, or has it looked at again.
//!
//! Does not know how the chain moves.

use quarry_api::rpc::{Json, RpcError, code};
use quarry_chain::{ChainEvent, ControlError};
use quarry_net::PeerId;
use quarry_primitives::{BlockHash, Now};

use super::{Call, find};
use crate::NodeChain;
use crate::p2p::P2pStopped;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::hash;

/// Defaults of `verifychain`.
const CHECK_LEVEL: i32 = 3;
const CHECK_BLOCKS: i32 = 6;

pub(in crate::rpc) const METHODS: &[Method] = &[
    Method {
        category: Category::Blockchain,
        name: "preciousblock",
        about: "Treats a block as if it were received before others with the same work.\n\
                \nA later preciousblock call can override the effect of an earlier one.\n\
                \nThe effects of preciousblock are not retained across restarts.",
        args: &[Arg::required(
            "blockhash",
            ArgKind::Hex,
            "the hash of the block to mark as precious",
        )],
        result: "null    (json null)",
        examples: &["\"blockhash\""],
        run: Run::Thread(|call| change(call, NodeChain::precious_block)),
    },
    Method {
        category: Category::Hidden,
        name: "invalidateblock",
        about: "Permanently marks a block as invalid, as if it violated a consensus rule.",
        args: &[Arg::required(
            "blockhash",
            ArgKind::Hex,
            "the hash of the block to mark as invalid",
        )],
        result: "null    (json null)",
        examples: &["\"blockhash\""],
        run: Run::Thread(|call| change(call, NodeChain::invalidate_block)),
    },
    Method {
        category: Category::Hidden,
        name: "reconsiderblock",
        about: "Removes invalidity status of a block, its ancestors and its descendants, reconsider \
                them for activation.\n\
                This can be used to undo the effects of invalidateblock.",
        args: &[Arg::required("blockhash", ArgKind::Hex, "the hash of the block to reconsider")],
        result: "null    (json null)",
        examples: &["\"blockhash\""],
        run: Run::Thread(|call| change(call, NodeChain::reconsider_block)),
    },
    Method {
        category: Category::Hidden,
        name: "syncwithvalidationinterfacequeue",
        about: "Waits for the validation interface queue to catch up on everything that was there \
                when we entered this function.\n\
                There is no such queue here: what a block changes is told before it is acknowledged.",
        args: &[],
        result: "null    (json null)",
        examples: &[""],
        run: Run::Thread(|_| Ok(Json::Null)),
    },
    Method {
        category: Category::Blockchain,
        name: "getblockfrompeer",
        about: "Attempt to fetch block from a given peer.\n\
                \nWe must have the header for this block, e.g. using submitheader.",
        args: &[
            Arg::required("blockhash", ArgKind::Hex, "The block hash to try to fetch"),
            Arg::required(
                "peer_id",
                ArgKind::Num,
                "The peer to fetch it from (see getpeerinfo for peer IDs)",
            ),
        ],
        result: "{}    (empty json object)",
        examples: &["\"00000000c937983704a73af28acdec37b049d214adbda81d7e2a3dd146f6ed09\" 0"],
        run: Run::Task(|call| Box::pin(get_block_from_peer(call))),
    },
    Method {
        category: Category::Blockchain,
        name: "pruneblockchain",
        about: "Attempts to delete block and undo data up to a specified height or timestamp.\n\
                This node keeps all blocks.",
        args: &[Arg::required("height", ArgKind::Num, "The block height to prune up to.")],
        result: "n    (numeric) Height of the last block pruned",
        examples: &["1000"],
        run: Run::Thread(|_| {
            Err(RpcError::misc("Cannot prune blocks because node is not in prune mode."))
        }),
    },
    Method {
        category: Category::Blockchain,
        name: "verifychain",
        about: "Verifies blockchain database.",
        args: &[
            Arg::hinted(
                "checklevel",
                ArgKind::Num,
                "3, range=0-4",
                "How thorough the block verification is:\n\
                 - level 0 reads the blocks from disk\n\
                 - level 1 verifies block validity\n\
                 - level 2 verifies undo data\n\
                 - level 3 checks disconnection of tip blocks\n\
                 - level 4 tries to reconnect the blocks\n\
                 - each level includes the checks of the previous levels",
            ),
            Arg::hinted("nblocks", ArgKind::Num, "6, 0=all", "The number of blocks to check."),
        ],
        result: "true|false    (boolean) Verification finished successfully. If false, check debug \
                 log for reason.",
        examples: &[""],
        run: Run::Thread(verify_chain),
    },
];

fn change(
    call: &Call,
    work: fn(&mut NodeChain, Now, &BlockHash) -> Result<Vec<ChainEvent>, ControlError>,
) -> Answer {
    let block: BlockHash = hash(call.arg("blockhash"), "blockhash")?;
    let node = call.node()?;
    let now = node.clock().now();
    let done = node.change(|chain| match work(chain, now, &block) {
        Ok(events) => (Ok(()), events),
        Err(error) => (Err(error), Vec::new()),
    });
    match done {
        // The genesis block stays as it is, without a word, as Core has it.
        Ok(()) | Err(ControlError::Genesis) => Ok(Json::Null),
        Err(ControlError::NotFound { .. }) => Err(RpcError::address_or_key("Block not found")),
        Err(ControlError::Store(error)) => {
            node.fault(&error);
            Err(RpcError::new(code::DATABASE_ERROR, error.to_string()))
        }
        Err(other) => Err(RpcError::new(code::DATABASE_ERROR, other.to_string())),
    }
}

fn verify_chain(call: &Call) -> Answer {
    let level: i32 = call.maybe_int("checklevel")?.unwrap_or(CHECK_LEVEL);
    let blocks: i32 = call.maybe_int("nblocks")?.unwrap_or(CHECK_BLOCKS);
    let (level, blocks) = (level.clamp(0, 4).unsigned_abs(), blocks.max(0).unsigned_abs());
    match call.node()?.read(|chain| chain.verify(level, blocks)) {
        Ok(()) => Ok(true.into()),
        Err(error) => {
            tracing::error!("verifychain: {error}");
            Ok(false.into())
        }
    }
}

async fn get_block_from_peer(call: Call) -> Answer {
    let block: BlockHash = hash(call.arg("blockhash"), "blockhash")?;
    let peer: i64 = call.arg("peer_id").as_int()?;
    let node = call.node()?;
    let stored = node.read(|chain| find(chain, &block).ok().map(|view| view.stored));
    match stored {
        None => return Err(RpcError::misc("Block header missing")),
        Some(true) => return Err(RpcError::misc("Block already downloaded")),
        Some(false) => {}
    }
    // A negative number is nobody's.
    let peer = PeerId(u64::try_from(peer).unwrap_or(u64::MAX));
    let stopped = |error: P2pStopped| RpcError::new(code::CLIENT_P2P_DISABLED, error.to_string());
    let asked = node.p2p().fetch_block(peer, block).await.map_err(stopped)?;
    asked.map_err(|error| RpcError::misc(error.to_string()))?;
    Ok(Json::object([]))
}

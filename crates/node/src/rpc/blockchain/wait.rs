//! Methods that wait for a tip.
//!
//! They end with the server too, and then tell the tip as it is.

use std::future::Future;
use std::time::Duration;

use quarry_api::rpc::{Json, RpcError};
use quarry_chain::Tip;
use quarry_primitives::BlockHash;

use super::Call;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::hash;

const TIMEOUT: Arg = Arg::or(
    "timeout",
    ArgKind::Num,
    "0",
    "Time in milliseconds to wait for a response. 0 indicates no timeout.",
);
const RESULT: &str = "{ \"hash\": \"hex\", \"height\": n }    (json object) the tip";

pub(in crate::rpc) const METHODS: &[Method] = &[
    Method {
        category: Category::Blockchain,
        name: "waitforblock",
        about: "Waits for a specific new block and returns useful info about it.\n\
                \nReturns the current block on timeout or exit.",
        args: &[Arg::required("blockhash", ArgKind::Hex, "Block hash to wait for."), TIMEOUT],
        result: RESULT,
        examples: &["\"0000000000079f8ef3d2c688c244eb7a4570b24c9ed7b4a8c619eb02596f8862\" 1000"],
        run: Run::Task(|call| Box::pin(wait_for_block(call))),
    },
    Method {
        category: Category::Blockchain,
        name: "waitforblockheight",
        about: "Waits for (at least) block height and returns the height and hash\n\
                of the current tip.\n\
                \nReturns the current block on timeout or exit.",
        args: &[Arg::required("height", ArgKind::Num, "Block height to wait for."), TIMEOUT],
        result: RESULT,
        examples: &["100 1000"],
        run: Run::Task(|call| Box::pin(wait_for_height(call))),
    },
    Method {
        category: Category::Blockchain,
        name: "waitfornewblock",
        about: "Waits for any new block and returns useful info about it.\n\
                \nReturns the current block on timeout or exit.",
        args: &[
            TIMEOUT,
            Arg::optional(
                "current_tip",
                ArgKind::Hex,
                "Method waits for the chain tip to differ from this.",
            ),
        ],
        result: RESULT,
        examples: &["1000"],
        run: Run::Task(|call| Box::pin(wait_for_change(call))),
    },
];

async fn wait_for_change(call: Call) -> Answer {
    let patience = patience(&call)?;
    let known: Option<BlockHash> = match call.arg("current_tip") {
        Json::Null => None,
        value => Some(hash(value, "current_tip")?),
    };
    let known = match known {
        Some(known) => known,
        None => *call.node()?.tip().borrow(),
    };
    wait(&call, patience, |tip| tip.hash != known).await
}

async fn wait_for_block(call: Call) -> Answer {
    let wanted: BlockHash = hash(call.arg("blockhash"), "blockhash")?;
    let patience = patience(&call)?;
    wait(&call, patience, |tip| tip.hash == wanted).await
}

async fn wait_for_height(call: Call) -> Answer {
    let height: i32 = call.arg("height").as_int()?;
    let patience = patience(&call)?;
    wait(&call, patience, |tip| i64::from(tip.height) >= i64::from(height)).await
}

/// How long to wait; `None` for ever.
fn patience(call: &Call) -> Result<Option<Duration>, RpcError> {
    let timeout: i32 = call.maybe_int("timeout")?.unwrap_or(0);
    let millis = u64::try_from(timeout).map_err(|_| RpcError::misc("Negative timeout"))?;
    Ok((millis > 0).then(|| Duration::from_millis(millis)))
}

async fn wait(call: &Call, patience: Option<Duration>, is_it: impl Fn(&Tip) -> bool) -> Answer {
    let node = call.node()?;
    let mut changes = node.tip();
    let waiting = async {
        loop {
            changes.mark_unchanged();
            let tip = node.blocking(|node| node.read(|chain| chain.tip())).await;
            if is_it(&tip) || changes.changed().await.is_err() {
                return;
            }
        }
    };
    until(call, patience, waiting).await;
    let tip = node.blocking(|node| node.read(|chain| chain.tip())).await;
    Ok(Json::object([("hash", tip.hash.to_string().into()), ("height", tip.height.into())]))
}

/// Waits for something, at most so long, and not longer than the server runs.
pub(in crate::rpc) async fn until(
    call: &Call,
    patience: Option<Duration>,
    waiting: impl Future<Output = ()>,
) {
    let over = async {
        match patience {
            Some(patience) => tokio::time::sleep(patience).await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        () = waiting => {}
        () = over => {}
        () = call.stopping() => {}
    }
}

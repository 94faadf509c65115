//! The mempool's file: written on demand, and another node's taken in.
//!
//! Does not know its bytes.

use std::path::Path;

use quarry_api::rpc::{Json, RpcError, code};
use quarry_chain::MempoolDump;

use crate::rpc::Call;
use crate::rpc::method::{Answer, Arg, ArgKind};

pub(super) const IMPORT_OPTIONS: &[Arg] = &[
    Arg::or(
        "use_current_time",
        ArgKind::Bool,
        "true",
        "Whether to use the current system time or use the entry time metadata from the mempool file.\n\
         Warning: Importing untrusted metadata may lead to unexpected issues and undesirable behavior.",
    ),
    Arg::or(
        "apply_fee_delta_priority",
        ArgKind::Bool,
        "false",
        "Whether to apply the fee delta metadata from the mempool file.\n\
         It will be added to any existing fee deltas.\n\
         The fee delta can be set by the prioritisetransaction RPC.\n\
         Warning: Importing untrusted metadata may lead to unexpected issues and undesirable behavior.\n\
         Only set this bool if you understand what it does.",
    ),
    Arg::or(
        "apply_unbroadcast_set",
        ArgKind::Bool,
        "false",
        "Whether to apply the unbroadcast set metadata from the mempool file.\n\
         Warning: Importing untrusted metadata may lead to unexpected issues and undesirable behavior.",
    ),
];

pub(super) fn save(call: &Call) -> Answer {
    let (node, path) = (call.node()?, &call.deps().mempool_path);
    if !node.is_mempool_loaded() {
        return Err(RpcError::misc("The mempool was not loaded yet"));
    }
    if let Err(error) = node.save_mempool(path) {
        tracing::error!("Failed to dump mempool: {error}. Continuing anyway.");
        return Err(RpcError::misc("Unable to dump mempool to disk"));
    }
    Ok(Json::object([("filename", path.display().to_string().into())]))
}

pub(super) fn import(call: &Call) -> Answer {
    let node = call.node()?;
    let now = node.clock().now();
    if node.read(|chain| chain.is_initial_download(now)) {
        let text = "Can only import the mempool after the block download and sync is done.";
        return Err(RpcError::new(code::CLIENT_IN_INITIAL_DOWNLOAD, text));
    }
    let options = call.arg("options");
    let option = |name: &str, default: bool| {
        let value = options.get(name);
        if value.is_null() { Ok(default) } else { value.as_bool() }
    };
    let current_time = option("use_current_time", true)?;
    let deltas = option("apply_fee_delta_priority", false)?;
    let unbroadcast = option("apply_unbroadcast_set", false)?;
    let now_secs = now.wall_ms / 1000;
    let choose = |dump: &mut MempoolDump<_>| {
        for (_, time, delta) in &mut dump.txs {
            *time = if current_time { now_secs } else { *time };
            *delta = if deltas { *delta } else { 0 };
        }
        if !deltas {
            dump.deltas.clear();
        }
        if !unbroadcast {
            dump.unbroadcast.clear();
        }
    };
    let failed = || RpcError::misc("Unable to import mempool file, see debug log for details.");
    match node.import_mempool(Path::new(call.text("filepath")?), choose) {
        Ok(Some(_)) => Ok(Json::object([])),
        Ok(None) => {
            tracing::info!("Failed to open mempool file. Continuing anyway.");
            Err(failed())
        }
        Err(error) => {
            tracing::info!(
                "Failed to deserialize mempool data on file: {error}. Continuing anyway."
            );
            Err(failed())
        }
    }
}

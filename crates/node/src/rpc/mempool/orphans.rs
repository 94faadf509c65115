//! `getorphantxs`: transactions that wait for their parents, as the network has them.
//!
//! Does not know how long they are kept.

use std::sync::Arc;

use quarry_api::rpc::{Json, RpcError, code};
use quarry_net::PeerId;
use quarry_primitives::Transaction;

use crate::rpc::Call;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::{tx_hex, verbosity};

pub(in crate::rpc) const METHODS: &[Method] = &[Method {
    category: Category::Hidden,
    name: "getorphantxs",
    about: "Shows transactions in the tx orphanage.\n\
            \nEXPERIMENTAL warning: this call may be changed in future releases.",
    args: &[Arg::or(
        "verbosity",
        ArgKind::Num,
        "0",
        "0 for an array of txids (may contain duplicates), 1 for an array of objects with tx \
         details, and 2 for details from (1) and tx hex",
    )
    .any_type()],
    result: "[\"hex\", ...]    (json array) transaction ids, or with verbosity [{ \"txid\": \"hex\", \
             \"wtxid\": \"hex\", \"bytes\": n, \"vsize\": n, \"weight\": n, \"from\": [n, ...], \
             \"hex\": \"hex\" }, ...]",
    examples: &["2"],
    run: Run::Task(|call| Box::pin(get_orphans(call))),
}];

async fn get_orphans(call: Call) -> Answer {
    let verbosity = verbosity(call.arg("verbosity"), 0, false)?;
    if !(0..=2).contains(&verbosity) {
        return Err(RpcError::parameter(format!("Invalid verbosity value {verbosity}")));
    }
    let orphans = call.node()?.p2p().orphans().await;
    let orphans =
        orphans.map_err(|error| RpcError::new(code::CLIENT_P2P_DISABLED, error.to_string()))?;
    let shown = orphans.iter().map(|(tx, peers)| match verbosity {
        0 => tx.compute_txid().to_string().into(),
        _ => details(tx, peers, verbosity == 2),
    });
    Ok(shown.collect())
}

fn details(tx: &Arc<Transaction>, peers: &[PeerId], with_hex: bool) -> Json {
    let mut out = Json::object([
        ("txid", tx.compute_txid().to_string().into()),
        ("wtxid", tx.compute_wtxid().to_string().into()),
        ("bytes", tx.total_size().into()),
        ("vsize", tx.vsize().into()),
        ("weight", tx.weight().to_wu().into()),
        ("from", peers.iter().map(|peer| Json::from(peer.0)).collect()),
    ]);
    if with_hex {
        out.push("hex", tx_hex(tx));
    }
    out
}

//! `getorphantxs`: the transactions that wait for their parents.
//!
//! Does not know why they are kept, or for how long.

use quarry_api::rpc::{Json, RpcError};
use quarry_net::PeerId;
use quarry_primitives::{Transaction, consensus};

use super::{p2p, stopped};
use crate::rpc::Call;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::verbosity;

pub(crate) const METHODS: &[Method] = &[Method {
    category: Category::Hidden,
    name: "getorphantxs",
    about: "Shows transactions in the tx orphanage.\n\
            \nEXPERIMENTAL warning: this call may be changed in future releases.",
    args: &[Arg::or(
        "verbosity",
        ArgKind::Num,
        "0",
        "0 for an array of txids (may contain duplicates), 1 for an array of objects with tx details, \
         and 2 for details from (1) and tx hex",
    )
    .any_type()],
    result: "[\"hex\", ...]    (json array) for verbosity = 0\n\
             [{ \"txid\": \"hex\", \"wtxid\": \"hex\", \"bytes\": n, \"vsize\": n, \"weight\": n, \"from\": \
             [n, ...], \"hex\": \"hex\" }, ...]    (json array) for verbosity = 1, and with hex for 2",
    examples: &["2"],
    run: Run::Task(|call| Box::pin(get_orphan_txs(call))),
}];

async fn get_orphan_txs(call: Call) -> Answer {
    let verbosity = verbosity(call.arg("verbosity"), 0, false)?;
    if !(0..=2).contains(&verbosity) {
        return Err(RpcError::parameter(format!("Invalid verbosity value {verbosity}")));
    }
    let orphans = p2p(&call)?.orphans().await.map_err(stopped)?;
    Ok(orphans.iter().map(|(tx, from)| orphan_json(tx, from, verbosity)).collect())
}

fn orphan_json(tx: &Transaction, from: &[PeerId], verbosity: i32) -> Json {
    let txid = tx.compute_txid().to_string();
    if verbosity == 0 {
        return txid.into();
    }
    let mut fields = vec![
        ("txid", txid.into()),
        ("wtxid", tx.compute_wtxid().to_string().into()),
        ("bytes", tx.total_size().into()),
        ("vsize", tx.vsize().into()),
        ("weight", tx.weight().to_wu().into()),
        ("from", from.iter().map(|peer| Json::from(peer.0)).collect()),
    ];
    if verbosity == 2 {
        fields.push(("hex", hex::encode(consensus::serialize(tx)).into()));
    }
    Json::object(fields)
}

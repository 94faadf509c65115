//! The mempool and its entries in JSON, from facts that the caller has looked up.
//!
//! Does not know the mempool.

use quarry_api::rpc::{Json, json_from_amount};
use quarry_primitives::{Txid, Wtxid};

/// Transactions taken together: how many, their virtual bytes, their fees.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Family {
    pub(crate) count: u64,
    pub(crate) vsize: u64,
    pub(crate) fees: i64,
}

/// What is told of a waiting transaction.
#[derive(Clone, Debug)]
pub(crate) struct EntryFacts {
    pub(crate) vsize: u64,
    pub(crate) weight: u64,
    /// When it came, seconds.
    pub(crate) time: u64,
    /// The tip's height then.
    pub(crate) height: u32,
    /// It and all that spend from it.
    pub(crate) descendants: Family,
    /// It and all that it spends from.
    pub(crate) ancestors: Family,
    pub(crate) wtxid: Wtxid,
    pub(crate) fee: i64,
    /// The fee as `prioritisetransaction` left it.
    pub(crate) modified_fee: i64,
    /// Waiting transactions that it spends from.
    pub(crate) depends: Vec<Txid>,
    /// Waiting transactions that spend from it.
    pub(crate) spent_by: Vec<Txid>,
    pub(crate) replaceable: bool,
    /// Whether no peer has asked for it yet.
    pub(crate) unbroadcast: bool,
}

/// An entry in the form and order of Core 30.
pub(crate) fn entry_json(facts: &EntryFacts) -> Json {
    let ids = |ids: &[Txid]| ids.iter().map(|id| Json::from(id.to_string())).collect::<Json>();
    let mut depends = facts.depends.clone();
    // Core keeps them as texts in order.
    depends.sort_by_key(ToString::to_string);
    let fees = Json::object([
        ("base", json_from_amount(facts.fee)),
        ("modified", json_from_amount(facts.modified_fee)),
        ("ancestor", json_from_amount(facts.ancestors.fees)),
        ("descendant", json_from_amount(facts.descendants.fees)),
    ]);
    Json::object([
        ("vsize", facts.vsize.into()),
        ("weight", facts.weight.into()),
        ("time", facts.time.into()),
        ("height", facts.height.into()),
        ("descendantcount", facts.descendants.count.into()),
        ("descendantsize", facts.descendants.vsize.into()),
        ("ancestorcount", facts.ancestors.count.into()),
        ("ancestorsize", facts.ancestors.vsize.into()),
        ("wtxid", facts.wtxid.to_string().into()),
        ("fees", fees),
        ("depends", ids(&depends)),
        ("spentby", ids(&facts.spent_by)),
        ("bip125-replaceable", facts.replaceable.into()),
        ("unbroadcast", facts.unbroadcast.into()),
    ])
}

/// What is told of the mempool as a whole. Fee rates are base units for 1,000 virtual bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MempoolFacts {
    pub(crate) loaded: bool,
    pub(crate) count: u64,
    /// Virtual bytes.
    pub(crate) bytes: u64,
    /// Bytes of memory.
    pub(crate) usage: u64,
    pub(crate) total_fee: i64,
    /// Bytes of memory that it may use.
    pub(crate) max_usage: u64,
    /// What a transaction must pay now.
    pub(crate) min_fee_rate: i64,
    /// What a transaction must pay in any case.
    pub(crate) min_relay_fee_rate: i64,
    /// What a replacement must pay more.
    pub(crate) incremental_fee_rate: i64,
    pub(crate) unbroadcast: u64,
    pub(crate) bare_multisig: bool,
    /// Bytes of `OP_RETURN` outputs.
    pub(crate) max_data_carrier: u64,
}

/// The mempool in the form and order of Core 30.
pub(crate) fn mempool_json(facts: &MempoolFacts) -> Json {
    Json::object([
        ("loaded", facts.loaded.into()),
        ("size", facts.count.into()),
        ("bytes", facts.bytes.into()),
        ("usage", facts.usage.into()),
        ("total_fee", json_from_amount(facts.total_fee)),
        ("maxmempool", facts.max_usage.into()),
        ("mempoolminfee", json_from_amount(facts.min_fee_rate.max(facts.min_relay_fee_rate))),
        ("minrelaytxfee", json_from_amount(facts.min_relay_fee_rate)),
        ("incrementalrelayfee", json_from_amount(facts.incremental_fee_rate)),
        ("unbroadcastcount", facts.unbroadcast.into()),
        // Since Core 28 any transaction can be replaced.
        ("fullrbf", true.into()),
        ("permitbaremultisig", facts.bare_multisig.into()),
        ("maxdatacarriersize", facts.max_data_carrier.into()),
    ])
}

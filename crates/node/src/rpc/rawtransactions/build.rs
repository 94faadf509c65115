//! `createrawtransaction`: a transaction from inputs and outputs as a caller writes them.

use std::collections::BTreeSet;

use quarry_api::rpc::{Json, RpcError, amount_from_json};
use quarry_primitives::opcodes::all::OP_RETURN;
use quarry_primitives::{
    BitcoinAmount, LockTime, Network, OutPoint, ScriptBuf, Sequence, Transaction,
    TransactionVersion, TxIn, TxOut, script,
};
use quarry_wallet::key_io;

use crate::rpc::Call;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::{hash, hex_bytes, tx_hex};

/// Version of a transaction if none is given.
const DEFAULT_VERSION: u32 = 2;
/// Versions that are relayed.
const VERSIONS: std::ops::RangeInclusive<u32> = 1..=3;
/// BIP-125: the highest sequence number that signals replacement.
const MAX_REPLACEABLE: u32 = 0xffff_fffd;

pub(super) const CREATE: Method = Method {
    category: Category::Rawtransactions,
    name: "createrawtransaction",
    about: "Create a transaction spending the given inputs and creating new outputs.\n\
            Outputs can be addresses or data.\n\
            Returns hex-encoded raw transaction.\n\
            Note that the transaction's inputs are not signed, and\n\
            it is not stored in the wallet or transmitted to the network.",
    args: &[
        Arg::required("inputs", ArgKind::Arr, "The inputs").of(&[Arg::optional(
            "",
            ArgKind::Obj,
            "",
        )
        .of(&[
            Arg::required("txid", ArgKind::Hex, "The transaction id"),
            Arg::required("vout", ArgKind::Num, "The output number"),
            Arg::hinted(
                "sequence",
                ArgKind::Num,
                "depends on the value of the 'replaceable' and 'locktime' arguments",
                "The sequence number",
            ),
        ])]),
        Arg::required(
            "outputs",
            ArgKind::Arr,
            "The outputs specified as key-value pairs.\n\
             Each key may only appear once, i.e. there can only be one 'data' output, and no address may \
             be duplicated.\n\
             For compatibility reasons, a dictionary, which holds the key-value pairs directly, is also\n\
             accepted as second parameter.",
        )
        .of(&[
            Arg::optional("", ArgKind::UserKeys, "").of(&[Arg::required(
                "address",
                ArgKind::Amount,
                "A key-value pair. The key (string) is the bitcoin address, the value (float or string) \
                 is the amount in BTC",
            )]),
            Arg::optional("", ArgKind::Obj, "").of(&[Arg::required(
                "data",
                ArgKind::Hex,
                "A key-value pair. The key must be \"data\", the value is hex-encoded data that becomes \
                 a part of an OP_RETURN output",
            )]),
        ])
        .any_type(),
        Arg::or(
            "locktime",
            ArgKind::Num,
            "0",
            "Raw locktime. Non-0 value also locktime-activates inputs",
        ),
        Arg::or(
            "replaceable",
            ArgKind::Bool,
            "true",
            "Marks this transaction as BIP125-replaceable.\n\
             If provided, it is an error if explicit sequence numbers are incompatible.",
        ),
        Arg::or("version", ArgKind::Num, "2", "Transaction version"),
    ],
    result: "\"hex\"    (string) hex string of the transaction",
    examples: &["'[{\"txid\":\"myid\",\"vout\":0}]' '[{\"address\":0.01}]'"],
    run: Run::Thread(create),
};

fn bad<T>(text: &str) -> Result<T, RpcError> {
    Err(RpcError::parameter(text))
}

fn create(call: &Call) -> Answer {
    Ok(tx_hex(&described(call)?).into())
}

/// The transaction that the parameters of [`CREATE`] describe.
pub(super) fn described(call: &Call) -> Result<Transaction, RpcError> {
    let replaceable = match call.arg("replaceable") {
        Json::Null => None,
        value => Some(value.as_bool()?),
    };
    let locktime = match call.arg("locktime") {
        Json::Null => 0,
        value => u32::try_from(value.as_int::<i64>()?)
            .or_else(|_| bad("Invalid parameter, locktime out of range"))?,
    };
    let version = match call.arg("version") {
        Json::Null => DEFAULT_VERSION,
        value => value.as_int()?,
    };
    if !VERSIONS.contains(&version) {
        let (low, high) = (VERSIONS.start(), VERSIONS.end());
        return bad(&format!("Invalid parameter, version out of range({low}~{high})"));
    }
    let input = inputs(call.arg("inputs"), locktime, replaceable)?;
    let output = outputs(call.arg("outputs"), call.deps().network)?;
    let signals = input.iter().any(|input| input.sequence.0 <= MAX_REPLACEABLE);
    if replaceable == Some(true) && !input.is_empty() && !signals {
        return bad(
            "Invalid parameter combination: Sequence number(s) contradict replaceable option",
        );
    }
    Ok(Transaction {
        version: TransactionVersion(version.cast_signed()),
        lock_time: LockTime::from_consensus(locktime),
        input,
        output,
    })
}

fn inputs(given: &Json, locktime: u32, replaceable: Option<bool>) -> Result<Vec<TxIn>, RpcError> {
    let usual = match replaceable {
        None | Some(true) => MAX_REPLACEABLE,
        Some(false) if locktime > 0 => u32::MAX - 1,
        Some(false) => u32::MAX,
    };
    let mut out = Vec::new();
    for given in given.as_array()? {
        given.as_object()?;
        let txid = hash(given.get("txid"), "txid")?;
        let Json::Number(_) = given.get("vout") else {
            return bad("Invalid parameter, missing vout key");
        };
        let vout = u32::try_from(given.get("vout").as_int::<i32>()?)
            .or_else(|_| bad("Invalid parameter, vout cannot be negative"))?;
        let sequence = match given.get("sequence") {
            number @ Json::Number(_) => u32::try_from(number.as_int::<i64>()?)
                .or_else(|_| bad("Invalid parameter, sequence number is out of range"))?,
            _ => usual,
        };
        let previous_output = OutPoint { txid, vout };
        out.push(TxIn { previous_output, sequence: Sequence(sequence), ..TxIn::default() });
    }
    Ok(out)
}

/// The outputs as pairs of name and value.
fn pairs(given: &Json) -> Result<Vec<(&str, &Json)>, RpcError> {
    let one = |item: &'_ Json| -> Result<(), RpcError> {
        match item {
            Json::Object(members) if members.len() == 1 => Ok(()),
            Json::Object(_) => {
                bad("Invalid parameter, key-value pair must contain exactly one key")
            }
            _ => bad("Invalid parameter, key-value pair not an object as expected"),
        }
    };
    let members: Vec<&(String, Json)> = match given {
        Json::Null => return bad("Invalid parameter, output argument must be non-null"),
        Json::Object(members) => members.iter().collect(),
        _ => {
            let items = given.as_array()?;
            items.iter().try_for_each(one)?;
            items.iter().filter_map(|item| item.as_object().ok()).flatten().collect()
        }
    };
    Ok(members.into_iter().map(|(key, value)| (&**key, value)).collect())
}

fn outputs(given: &Json, network: Network) -> Result<Vec<TxOut>, RpcError> {
    let mut out = Vec::new();
    let mut seen = BTreeSet::new();
    let mut has_data = false;
    for (name, value) in pairs(given)? {
        if name == "data" {
            if std::mem::replace(&mut has_data, true) {
                return bad("Invalid parameter, duplicate key: data");
            }
            out.push(data_output(value)?);
            continue;
        }
        let script = key_io::decode_address(name, network);
        let amount = amount_from_json(value)?;
        let script = script
            .map_err(|_| RpcError::address_or_key(format!("Invalid Bitcoin address: {name}")))?;
        if !seen.insert(script.clone()) {
            return bad(&format!("Invalid parameter, duplicated address: {name}"));
        }
        out.push(TxOut { value: amount.into(), script_pubkey: script });
    }
    Ok(out)
}

fn data_output(value: &Json) -> Result<TxOut, RpcError> {
    // Digits without quotes are hex, too.
    let text = match value {
        Json::Number(digits) => Json::from(&**digits),
        other => other.clone(),
    };
    let bytes = hex_bytes(&text, "Data")?;
    let bytes = script::PushBytesBuf::try_from(bytes)
        .or_else(|_| bad("Data must be shorter than 4 GiB"))?;
    let script_pubkey: ScriptBuf =
        script::Builder::new().push_opcode(OP_RETURN).push_slice(bytes).into_script();
    Ok(TxOut { value: BitcoinAmount::ZERO, script_pubkey })
}

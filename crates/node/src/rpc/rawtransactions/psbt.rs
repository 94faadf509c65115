//! Partially signed transactions (BIP-174): made blank, merged and joined.
//!
//! Does not sign and does not know coins.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quarry_api::rpc::{Json, RpcError};
use quarry_primitives::psbt::Psbt;
use quarry_primitives::{LockTime, ScriptBuf, Transaction, TransactionVersion, TxIn};
use rand::seq::SliceRandom;

use super::build;
use crate::rpc::Call;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::transaction_with;

const TXS: Arg =
    Arg::required("txs", ArgKind::Arr, "The base64 strings of partially signed transactions")
        .of(&[Arg::optional("psbt", ArgKind::Str, "A base64 string of a PSBT")]);
const RESULT: &str = "\"str\"    (string) The base64-encoded partially signed transaction";

pub(in crate::rpc) const METHODS: &[Method] = &[
    Method {
        category: Category::Rawtransactions,
        name: "combinepsbt",
        about: "Combine multiple partially signed Bitcoin transactions into one transaction.\n\
                Implements the Combiner role.",
        args: &[TXS],
        result: RESULT,
        examples: &["'[\"mybase64_1\", \"mybase64_2\", \"mybase64_3\"]'"],
        run: Run::Thread(combine),
    },
    Method {
        category: Category::Rawtransactions,
        name: "converttopsbt",
        about: "Converts a network serialized transaction to a PSBT. This should be used only with \
                createrawtransaction and fundrawtransaction\n\
                createpsbt and walletcreatefundedpsbt should be used for new applications.",
        args: &[
            Arg::required("hexstring", ArgKind::Hex, "The hex string of a raw transaction"),
            Arg::or(
                "permitsigdata",
                ArgKind::Bool,
                "false",
                "If true, any signatures in the input will be discarded and conversion will continue. \
                 If false, RPC will fail if any signatures are present.",
            ),
            Arg::hinted(
                "iswitness",
                ArgKind::Bool,
                "depends on heuristic tests",
                "Whether the transaction hex is a serialized witness transaction.",
            ),
        ],
        result: RESULT,
        examples: &["\"rawtransaction\""],
        run: Run::Thread(convert),
    },
    Method {
        category: Category::Rawtransactions,
        name: "createpsbt",
        about: "Creates a transaction in the Partially Signed Transaction format.\n\
                Implements the Creator role.\n\
                Note that the transaction's inputs are not signed, and\n\
                it is not stored in the wallet or transmitted to the network.",
        args: build::CREATE.args,
        result: RESULT,
        examples: &["'[{\"txid\":\"myid\",\"vout\":0}]' '[{\"data\":\"00010203\"}]'"],
        run: Run::Thread(|call| blank(build::described(call)?)),
    },
    Method {
        category: Category::Rawtransactions,
        name: "joinpsbts",
        about: "Joins multiple distinct PSBTs with different inputs and outputs into one PSBT with \
                inputs and outputs from all of the PSBTs\n\
                No input in any of the PSBTs can be in more than one of the PSBTs.",
        args: &[TXS],
        result: RESULT,
        examples: &["'[\"psbt1\", \"psbt2\"]'"],
        run: Run::Thread(join),
    },
];

fn encoded(psbt: &Psbt) -> Json {
    STANDARD.encode(psbt.serialize()).into()
}

fn failed(error: impl std::fmt::Display) -> RpcError {
    RpcError::deserialization(format!("TX decode failed {error}"))
}

fn decode(text: &Json) -> Result<Psbt, RpcError> {
    let bytes = STANDARD.decode(text.as_str()?).map_err(|_| failed("invalid base64"))?;
    Psbt::deserialize(&bytes).map_err(failed)
}

fn decode_all(list: &[Json]) -> Result<Vec<Psbt>, RpcError> {
    list.iter().map(decode).collect()
}

fn blank(tx: Transaction) -> Answer {
    Psbt::from_unsigned_tx(tx).map(|psbt| encoded(&psbt)).map_err(failed)
}

fn convert(call: &Call) -> Answer {
    let permitted = call.arg("permitsigdata");
    let permitted = !permitted.is_null() && permitted.as_bool()?;
    let hint = call.arg("iswitness");
    let (without, with) = match hint {
        Json::Null => (true, true),
        _ => (!hint.as_bool()?, hint.as_bool()?),
    };
    let mut tx = transaction_with(call.text("hexstring")?, without, with)
        .ok_or_else(|| RpcError::deserialization("TX decode failed"))?;
    for input in &mut tx.input {
        let signed = !input.script_sig.is_empty() || !input.witness.is_empty();
        if signed && !permitted {
            let text = "Inputs must not have scriptSigs and scriptWitnesses";
            return Err(RpcError::deserialization(text));
        }
        input.script_sig = ScriptBuf::new();
        input.witness.clear();
    }
    blank(tx)
}

fn combine(call: &Call) -> Answer {
    let mut all = decode_all(call.arg("txs").as_array()?)?.into_iter();
    let Some(mut merged) = all.next() else {
        return Err(RpcError::parameter("Parameter 'txs' cannot be empty"));
    };
    for other in all {
        let different = "PSBTs not compatible (different transactions)";
        merged.combine(other).map_err(|_| RpcError::parameter(different))?;
    }
    Ok(encoded(&merged))
}

fn join(call: &Call) -> Answer {
    let list = call.arg("txs").as_array()?;
    if list.len() < 2 {
        return Err(RpcError::parameter("At least two PSBTs are required to join PSBTs."));
    }
    let all = decode_all(list)?;
    let version = all.iter().map(|psbt| psbt.unsigned_tx.version.0.cast_unsigned()).max();
    let lock_time = all.iter().map(|psbt| psbt.unsigned_tx.lock_time.to_consensus_u32()).min();
    let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
    let mut joined = all[0].clone();
    for psbt in all {
        let tx = psbt.unsigned_tx;
        for (input, more) in tx.input.into_iter().zip(psbt.inputs) {
            let spent = input.previous_output;
            if inputs.iter().any(|(it, _): &(TxIn, _)| it.previous_output == spent) {
                let (txid, vout) = (spent.txid, spent.vout);
                let text = format!("Input {txid}:{vout} exists in multiple PSBTs");
                return Err(RpcError::parameter(text));
            }
            inputs.push((input, more));
        }
        outputs.extend(tx.output.into_iter().zip(psbt.outputs));
        for (key, source) in psbt.xpub {
            joined.xpub.entry(key).or_insert(source);
        }
        for (key, value) in psbt.unknown {
            joined.unknown.entry(key).or_insert(value);
        }
    }
    // So that nobody sees who brought what.
    inputs.shuffle(&mut rand::rng());
    outputs.shuffle(&mut rand::rng());
    let (input, inputs) = inputs.into_iter().unzip();
    let (output, outputs) = outputs.into_iter().unzip();
    joined.unsigned_tx = Transaction {
        version: TransactionVersion(version.unwrap_or(1).max(1).cast_signed()),
        lock_time: LockTime::from_consensus(lock_time.unwrap_or(0)),
        input,
        output,
    };
    (joined.inputs, joined.outputs) = (inputs, outputs);
    Ok(encoded(&joined))
}

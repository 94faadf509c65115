//! Transactions in JSON, with their fee and what they spend where that is known (`TxToUniv`).
//!
//! Does not look anything up.

use quarry_api::rpc::{Json, json_from_amount};
use quarry_primitives::{BlockHash, Network, Transaction, TxIn, TxOut, consensus};

use super::script::{asm, output_script};

/// An output that an input spends, and where it was made.
#[derive(Clone, Debug)]
pub(crate) struct Spent {
    pub(crate) output: TxOut,
    pub(crate) height: u32,
    pub(crate) is_coinbase: bool,
}

/// What is shown beside the transaction itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TxShape<'a> {
    /// Whose prefixes addresses have.
    pub(crate) network: Network,
    /// What each input spends, if it is known of all: then the fee is shown.
    pub(crate) spent: Option<&'a [Spent]>,
    /// Whether each input shows what it spends.
    pub(crate) prevouts: bool,
    /// The block that has the transaction.
    pub(crate) block: Option<BlockHash>,
    /// Whether the transaction's bytes are shown.
    pub(crate) hex: bool,
}

impl TxShape<'_> {
    /// The transaction alone.
    pub(crate) fn plain(network: Network) -> Self {
        Self { network, spent: None, prevouts: false, block: None, hex: false }
    }
}

/// A transaction in Core's form and order.
pub(crate) fn tx_json(tx: &Transaction, shape: TxShape<'_>) -> Json {
    // A coinbase spends nothing, so it has no fee either.
    let spent = shape.spent.filter(|spent| spent.len() == tx.input.len() && !tx.is_coinbase());
    let size = encode(tx).len();
    let weight = tx.base_size() * 3 + size;
    let mut out = Json::object([
        ("txid", tx.compute_txid().to_string().into()),
        ("hash", witness_hash(tx).into()),
        ("version", tx.version.0.cast_unsigned().into()),
        ("size", size.into()),
        ("vsize", weight.div_ceil(4).into()),
        ("weight", weight.into()),
        ("locktime", tx.lock_time.to_consensus_u32().into()),
    ]);
    let input = |(n, input): (usize, &TxIn)| {
        let spent = spent.and_then(|spent| spent.get(n)).filter(|_| shape.prevouts);
        input_json(input, tx.is_coinbase(), spent, shape.network)
    };
    out.push("vin", tx.input.iter().enumerate().map(input).collect::<Json>());
    let output = |(n, output): (usize, &TxOut)| output_json(n, output, shape.network);
    out.push("vout", tx.output.iter().enumerate().map(output).collect::<Json>());
    if let Some(spent) = spent {
        let input: i64 = spent.iter().map(|spent| units(&spent.output)).sum();
        let output: i64 = tx.output.iter().map(units).sum();
        out.push("fee", json_from_amount(input - output));
    }
    if let Some(block) = shape.block {
        out.push("blockhash", block.to_string());
    }
    if shape.hex {
        out.push("hex", tx_hex(tx));
    }
    out
}

/// A transaction's bytes. Without inputs there is no mark of witnesses either: the library would write
/// one, Core does not.
pub(crate) fn encode(tx: &Transaction) -> Vec<u8> {
    if !tx.input.is_empty() {
        return consensus::serialize(tx);
    }
    let mut out = consensus::serialize(&tx.version);
    out.push(0);
    out.extend(consensus::serialize(&tx.output));
    out.extend(consensus::serialize(&tx.lock_time));
    out
}

/// A transaction's bytes in hex.
pub(crate) fn tx_hex(tx: &Transaction) -> String {
    hex::encode(encode(tx))
}

fn witness_hash(tx: &Transaction) -> String {
    if tx.input.is_empty() { tx.compute_txid().to_string() } else { tx.compute_wtxid().to_string() }
}

/// Base units as Core's signed number. What is not in a block may claim any 64 bits.
fn units(output: &TxOut) -> i64 {
    output.value.to_sat().cast_signed()
}

fn input_json(input: &TxIn, coinbase: bool, spent: Option<&Spent>, network: Network) -> Json {
    let mut out = Json::object([]);
    if coinbase {
        out.push("coinbase", input.script_sig.to_hex_string());
    } else {
        out.push("txid", input.previous_output.txid.to_string());
        out.push("vout", input.previous_output.vout);
        let script = Json::object([
            ("asm", asm(&input.script_sig, true).into()),
            ("hex", input.script_sig.to_hex_string().into()),
        ]);
        out.push("scriptSig", script);
    }
    if !input.witness.is_empty() {
        out.push("txinwitness", witness_json(input));
    }
    if let Some(spent) = spent {
        let prevout = Json::object([
            ("generated", spent.is_coinbase.into()),
            ("height", spent.height.into()),
            ("value", json_from_amount(units(&spent.output))),
            ("scriptPubKey", output_script(&spent.output.script_pubkey, network)),
        ]);
        out.push("prevout", prevout);
    }
    out.push("sequence", input.sequence.0);
    out
}

/// The items of an input's witness in hex.
pub(crate) fn witness_json(input: &TxIn) -> Json {
    input.witness.iter().map(|item| Json::from(hex::encode(item))).collect()
}

fn output_json(n: usize, output: &TxOut, network: Network) -> Json {
    Json::object([
        ("value", json_from_amount(units(output))),
        ("n", n.into()),
        ("scriptPubKey", output_script(&output.script_pubkey, network)),
    ])
}

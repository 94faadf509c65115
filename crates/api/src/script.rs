//! `POST /v1/script/trace`: a spend step by step.
//!
//! Does not know the rules of scripts.

use serde::{Deserialize, Serialize};

/// Body of `POST /v1/script/trace`: an input of a transaction, or two scripts by themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceRequest {
    /// The transaction in hex. Without one, `script_sig`, `script_pubkey` and `witness` are run in a
    /// transaction made up for them, as Bitcoin Core's script tests make theirs.
    pub tx: Option<String>,
    /// Which input is run, counted from 0.
    pub input: usize,
    /// What each of the transaction's inputs spends, in order.
    pub spent: Vec<SpentOutput>,
    /// The input's script: words or hex.
    pub script_sig: Option<String>,
    /// The output's script: words or hex.
    pub script_pubkey: Option<String>,
    /// The input's witness, each item in hex.
    pub witness: Vec<String>,
    /// What the output is worth, base units.
    pub amount: u64,
    /// Which rules hold: `standard` (what is relayed), `mandatory` (what a block needs), `none`, or
    /// names of Bitcoin Core's flags with commas. `standard` if left out.
    pub flags: Option<String>,
}

/// An output that is spent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpentOutput {
    /// What it is worth, base units.
    pub amount: u64,
    /// Its script in hex.
    pub script: String,
}

/// Answer to `POST /v1/script/trace`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraceView {
    /// Whether the input may spend the output.
    pub valid: bool,
    /// Why not.
    pub error: Option<TraceError>,
    /// The flags that held, with commas.
    pub flags: String,
    /// The operations, in order.
    pub steps: Vec<TraceStep>,
    /// Whether there were more steps than are shown.
    pub is_cut: bool,
}

/// Why a script fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraceError {
    /// Bitcoin Core's name of the error, without `SCRIPT_ERR_`.
    pub name: String,
    /// Bitcoin Core's words for it.
    pub message: String,
}

/// One operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraceStep {
    /// `scriptSig`, `scriptPubKey`, `redeemScript`, `witnessScript` or `tapscript`.
    pub script: String,
    /// How many operations are before it in that script.
    pub index: u32,
    /// Where it starts in that script, in bytes.
    pub offset: usize,
    /// Its name.
    pub opcode: String,
    /// The bytes that it pushes, in hex.
    pub push: Option<String>,
    /// Whether it had an effect: not so in a branch that is not taken.
    pub executed: bool,
    /// The stack after it in hex, top last.
    pub stack: Vec<String>,
    /// The alternative stack after it in hex, top last.
    pub alt_stack: Vec<String>,
    /// The open branches after it, innermost last, and whether each is taken.
    pub conditions: Vec<bool>,
    /// Name of the error that ended the script here.
    pub error: Option<String>,
}

//! What may be typed after `quarry script`.
//!
//! Does not know what scripts are.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum ScriptCommand {
    /// Run the scripts of a spend and show what each operation leaves on the stacks
    Trace(Box<TraceArgs>),
}

#[derive(Debug, Args)]
#[command(after_help = "\
A spend is an input of a transaction (--tx, --input, and one --spent for each input), or scripts by \
themselves (--script-sig, --script-pubkey, --witness, --amount), which run in a transaction made up \
for them. A script is hex, or words: DUP HASH160, OP_ADD, numbers, 'text', 0xhex for bytes as they \
are; hex among words is pushed.\n\
Exit codes: 0 the spend is allowed, 2 usage, 4 it is not.")]
pub(crate) struct TraceArgs {
    /// Transaction in hex
    #[arg(long, value_name = "HEX", conflicts_with_all = ["script_pubkey", "script_sig", "witness", "amount"])]
    pub(crate) tx: Option<String>,
    /// Which input of the transaction, counted from 0
    #[arg(long, value_name = "N", default_value_t = 0, requires = "tx")]
    pub(crate) input: usize,
    /// Amount in base units and script of the output that an input spends; one for each, in order
    #[arg(long, value_name = "AMOUNT:HEX", num_args = 1.., requires = "tx")]
    pub(crate) spent: Vec<String>,
    /// Script of the output
    #[arg(long, value_name = "SCRIPT", required_unless_present = "tx", allow_hyphen_values = true)]
    pub(crate) script_pubkey: Option<String>,
    /// Script of the input
    #[arg(long, value_name = "SCRIPT", allow_hyphen_values = true)]
    pub(crate) script_sig: Option<String>,
    /// Items of the input's witness, with commas; nothing between two of them is an empty item
    #[arg(long, value_name = "HEX,...", allow_hyphen_values = true)]
    pub(crate) witness: Option<String>,
    /// What the output is worth, base units
    #[arg(long, value_name = "UNITS", default_value_t = 0)]
    pub(crate) amount: u64,
    /// Rules that hold: standard, mandatory, none, or Bitcoin Core's names with commas
    #[arg(long, value_name = "NAMES", default_value = "standard")]
    pub(crate) flags: String,
}

//! Sequences of blocks on regtest, each with the reject string of Bitcoin Core or the tip it leads
//! to: the topics of Core's `feature_block.py` and `invalid_txs.py`, by meaning.
//!
//! Every refused block has to leave tip, coins and supply as they were; every sequence ends with
//! the whole chain verified, replayed by a plain model and opened anew ([`Sequence::finish`]).
//! Rules of one block are tables ([`check_all`]): a name, what Core says, what is odd about it.

mod activation;
mod alone;
mod arrival;
mod branches;
mod builder;
mod deep;
mod retarget;
mod scripts;
mod sequence;
mod sigops;
mod sizes;
mod transactions;
mod twins;
mod witness;

use builder::Plan;
use sequence::{Case, Sequence, check_all};

/// Bitcoin Core's reject string for a script that fails in a block.
macro_rules! script_fails {
    ($words:literal) => {
        Err(concat!("block-script-verify-flag-failed (", $words, ")"))
    };
}
use script_fails;

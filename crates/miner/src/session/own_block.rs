//! A template becomes work: a block of one's own, which pays whom the miner wants to be paid.
//!
//! Does not know where templates come from.

use quarry_mining::{CoinbasePlan, StratumJob, Template};
use quarry_primitives::{BitcoinAmount, TxOut};
use rand::RngCore as _;

use super::{Context, SessionError};
use crate::assignment::{Assignment, Puzzle};
use crate::limits::EXTRANONCE_BYTES;

/// A job of a template for the payout address that there is, and what is to be searched of it.
pub(super) fn assignment(
    context: &Context,
    chain: Option<&str>,
    template: &Template,
    rolls_time: bool,
) -> Result<(StratumJob, Assignment), SessionError> {
    let payout = context.payout.borrow().clone().ok_or_else(|| {
        SessionError::lasting(
            &"gives templates, and there is nobody to pay",
            "give an address with --payout",
        )
    })?;
    if let Some(chain) = chain {
        payout.check(chain).map_err(|error| {
            SessionError::lasting(
                &format!("cannot be mined for: {error}"),
                "give an address of that chain with --payout",
            )
        })?;
    }
    let plan = CoinbasePlan {
        outputs: vec![TxOut { value: BitcoinAmount::ZERO, script_pubkey: payout.script() }],
        tag: context.config.coinbase_tag.clone(),
        extranonce_bytes: EXTRANONCE_BYTES,
    };
    let serial = context.next_serial();
    let job = template.job(serial.to_string(), &plan, true).map_err(|error| {
        SessionError::lasting(
            &format!("cannot be mined for: {error}"),
            "a shorter --coinbase-tag may help",
        )
    })?;
    let puzzle = Puzzle::Job {
        job: job.clone(),
        extranonce1: Vec::new(),
        extranonce2: first_extranonce(),
        mask: template.version_mask,
        rolls_time,
    };
    let assignment = Assignment {
        upstream: context.upstream,
        serial,
        puzzle,
        target: template.target,
        block_target: template.target,
        height: Some(template.height),
        ends_with_hit: true,
    };
    Ok((job, assignment))
}

/// What a search rolls, at zero, and random bytes after it.
fn first_extranonce() -> Vec<u8> {
    let mut extranonce = vec![0; EXTRANONCE_BYTES];
    let rolled = EXTRANONCE_BYTES.min(size_of::<u64>());
    rand::rng().fill_bytes(&mut extranonce[rolled..]);
    extranonce
}

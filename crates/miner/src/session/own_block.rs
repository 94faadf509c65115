//! A template becomes work: a block of one's own, which pays whom the miner wants to be paid, or a pool's, which
//! makes the coinbase itself.
//!
//! Does not know where templates come from.

use quarry_mining::{CoinbasePlan, StratumJob, Template};
use quarry_pow::Target;
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
    share_target: Target,
    rolls_time: bool,
) -> Result<(StratumJob, Assignment), SessionError> {
    let plan = CoinbasePlan {
        outputs: outputs(context, chain, template)?,
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
        target: share_target,
        block_target: template.target,
        height: Some(template.height),
        // A pool wants all shares, a node one block.
        ends_with_hit: template.coinbase.is_none(),
    };
    Ok((job, assignment))
}

/// Whom a coinbase of ours pays; nobody where a pool makes it.
fn outputs(
    context: &Context,
    chain: Option<&str>,
    template: &Template,
) -> Result<Vec<TxOut>, SessionError> {
    if template.coinbase.is_some() {
        return Ok(Vec::new());
    }
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
    Ok(vec![TxOut { value: BitcoinAmount::ZERO, script_pubkey: payout.script() }])
}

/// What a search rolls, at zero, and random bytes after it.
fn first_extranonce() -> Vec<u8> {
    let mut extranonce = vec![0; EXTRANONCE_BYTES];
    let rolled = EXTRANONCE_BYTES.min(size_of::<u64>());
    rand::rng().fill_bytes(&mut extranonce[rolled..]);
    extranonce
}

//! Blocks to search a nonce for, and what would be said of a block without keeping it.
//!
//! Does not know how a nonce is found.

use quarry_primitives::{Now, Script};

use super::{Chain, context_above};
use crate::BlockError;
use crate::header;
use crate::ledger::{Ledger, TemplateFill};
use crate::limits::{MAX_PAYOUT_SCRIPT_BYTES, MAX_TEMPLATE_EXTRA_BYTES};
use crate::store::{Store, StoreError};
use crate::views::BlockTemplate;

/// Why there is no template.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TemplateError {
    /// Too many bytes for the coinbase script.
    #[error("{0} extra bytes are more than {MAX_TEMPLATE_EXTRA_BYTES}")]
    ExtraTooLong(usize),
    /// Too long a script to pay to.
    #[error("payout script of {0} bytes is longer than {MAX_PAYOUT_SCRIPT_BYTES}")]
    PayoutTooLong(usize),
    /// The store's own.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl<L: Ledger, S: Store> Chain<L, S> {
    /// A block to search a nonce for: the best transactions of the mempool, and a coinbase that
    /// pays `payout` and carries `extra` (at most
    /// [`MAX_TEMPLATE_EXTRA_BYTES`](crate::limits::MAX_TEMPLATE_EXTRA_BYTES)), so that the
    /// searches of two miners differ.
    ///
    /// # Errors
    /// [`TemplateError`].
    pub fn template(
        &self,
        now: Now,
        payout: &Script,
        extra: &[u8],
    ) -> Result<BlockTemplate<L::Block>, TemplateError> {
        let selection = self.selection();
        self.template_of(now, payout, extra, selection.txs, selection.fees)
    }

    /// The same with these transactions and no others.
    ///
    /// # Errors
    /// [`TemplateError`].
    pub fn template_of(
        &self,
        now: Now,
        payout: &Script,
        extra: &[u8],
        txs: Vec<L::Tx>,
        fees: quarry_primitives::Amount,
    ) -> Result<BlockTemplate<L::Block>, TemplateError> {
        if extra.len() > MAX_TEMPLATE_EXTRA_BYTES {
            return Err(TemplateError::ExtraTooLong(extra.len()));
        }
        if payout.len() > MAX_PAYOUT_SCRIPT_BYTES {
            return Err(TemplateError::PayoutTooLong(payout.len()));
        }
        let tip = self.tree.tip();
        let branch = self.tree.branch(tip);
        let next = context_above(&self.spec, &self.tree, tip, &branch);
        let min_time = self.min_time(&next);
        let time = now.wall_secs().max(min_time);
        let parent = self.tree.get(tip).hash;
        let fill = TemplateFill {
            parent,
            time,
            version: self.options.block_version,
            txs,
            fees,
            payout,
            extra,
        };
        let block = self.ledger.fill_template(fill, &next, &self.state())?;
        let reward = self.spec.subsidy(next.height).checked_add(fees).unwrap_or(fees);
        let bits = header::required_bits(&next, time);
        Ok(BlockTemplate { block, height: next.height, fees, reward, bits, min_time })
    }

    /// What would be said of a block on top of the tip, proof of work aside if so wished
    /// (`TestBlockValidity`). Nothing is kept.
    ///
    /// # Errors
    /// The first rule that is broken; [`BlockError::NotOnTip`] if it builds on another block.
    pub fn test_block(
        &self,
        now: Now,
        block: &L::Block,
        check_work: bool,
    ) -> Result<(), BlockError> {
        let tip = self.tree.tip();
        let header = *self.ledger.header(block);
        if header.prev_blockhash != self.tree.get(tip).hash {
            return Err(BlockError::NotOnTip);
        }
        self.check_header(now, &header, tip)?;
        if check_work {
            header::check_proof_of_work(&self.spec, &header)?;
            self.ledger.check_solution(block, &self.spec)?;
        }
        let txids = self.ledger.txids(block);
        self.ledger.check_block(block, &txids)?;
        let branch = self.tree.branch(tip);
        let at = context_above(&self.spec, &self.tree, tip, &branch);
        self.ledger.check_block_in_context(block, &at)?;
        self.ledger.connect(block, &txids, &at, &self.state(), &|_, _| false).map(drop)
    }
}

//! Blocks of the chain: deposits and confirmations come with them, and go with them.
//!
//! Does not know the chain: the server reports blocks once they are as deep as the terms say, in
//! order, and takes them back in reverse order when the chain has left them.

use std::collections::BTreeSet;

use quarry_primitives::{AccountKey, Amount, BlockHash, Txid};

use super::{Outcome, Step};
use crate::life_cycle::{Message, UnitReason};
use crate::money::{LedgerAccount, TransferReason};
use crate::records::{OrderState, ScannedBlock, Side, WithdrawalStage};
use crate::{Deposit, Event, OrderId, Rejection, Reply, WithdrawalId, limits};

impl Step<'_> {
    pub(super) fn block_scanned(
        &mut self,
        height: u64,
        hash: BlockHash,
        parent: BlockHash,
        deposits: &[Deposit],
        txids: &[Txid],
    ) -> Outcome {
        self.check_extends(height, parent)?;
        self.check_deposits(deposits)?;
        self.events.push(Event::BlockScanned { height, hash });
        for deposit in deposits {
            self.book_deposit(deposit);
        }
        let confirmed = self.confirm(txids, height);
        let block = ScannedBlock { hash, parent, deposits: deposits.to_vec(), confirmed };
        self.state.scan.blocks.insert(height, block);
        self.state.scan.cursor = Some((height, hash));
        self.state.scan.first_height.get_or_insert(height);
        Ok(Reply::Done)
    }

    fn check_extends(&self, height: u64, parent: BlockHash) -> Result<(), Rejection> {
        // The first block may be any: what came before the exchange is not its business.
        let Some((tip_height, tip)) = self.state.scan.cursor else { return Ok(()) };
        if tip_height.checked_add(1) != Some(height) {
            let expected = tip_height.saturating_add(1);
            return Err(Rejection::WrongHeight { expected, got: height });
        }
        if tip != parent {
            return Err(Rejection::WrongParent { expected: tip, got: parent });
        }
        Ok(())
    }

    fn check_deposits(&self, deposits: &[Deposit]) -> Result<(), Rejection> {
        if deposits.len() > limits::MAX_DEPOSITS_PER_BLOCK {
            return Err(Rejection::TooManyDeposits);
        }
        let mut seen = BTreeSet::new();
        let mut sum = 0;
        for deposit in deposits {
            let (outpoint, index) = (deposit.outpoint, deposit.deposit_index);
            if !seen.insert(outpoint) || self.index.deposits.contains(&outpoint) {
                return Err(Rejection::DuplicateDeposit { outpoint });
            }
            if !self.index.by_deposit_index.contains_key(&index) {
                return Err(Rejection::UnknownDepositIndex { index });
            }
            sum += i128::from(deposit.amount.to_base());
        }
        if self.state.ledger.has_room_for(sum) { Ok(()) } else { Err(Rejection::TooMuchMoney) }
    }

    fn book_deposit(&mut self, deposit: &Deposit) {
        let account = self.owner(deposit);
        let to = LedgerAccount::Available(account);
        self.post(LedgerAccount::Chain, to, deposit.amount, TransferReason::Deposit);
        self.index.deposits.insert(deposit.outpoint);
        let (outpoint, amount) = (deposit.outpoint, deposit.amount);
        self.events.push(Event::Deposit { account, outpoint, amount });
    }

    fn owner(&self, deposit: &Deposit) -> AccountKey {
        self.index.by_deposit_index[&deposit.deposit_index]
    }

    /// Confirms the withdrawals among a block's transactions.
    fn confirm(&mut self, txids: &[Txid], height: u64) -> Vec<WithdrawalId> {
        let mut confirmed = Vec::new();
        for txid in txids {
            let Some(&id) = self.index.by_txid.get(txid) else { continue };
            let stage = self.state.withdrawals[&id].stage;
            if matches!(stage, WithdrawalStage::Signed | WithdrawalStage::Broadcast) {
                self.confirm_withdrawal(id, height);
                confirmed.push(id);
            }
        }
        confirmed
    }

    pub(super) fn block_unscanned(&mut self, height: u64, hash: BlockHash) -> Outcome {
        if self.state.scan.cursor != Some((height, hash)) {
            return Err(Rejection::NotTheTip { hash });
        }
        let Some(block) = self.state.scan.blocks.remove(&height) else {
            return Err(Rejection::ReorganisationTooDeep);
        };
        self.events.push(Event::BlockUnscanned { height, hash });
        for &id in block.confirmed.iter().rev() {
            self.unconfirm_withdrawal(id);
        }
        for deposit in block.deposits.iter().rev() {
            self.revert_deposit(deposit);
        }
        let scan = &mut self.state.scan;
        if scan.first_height == Some(height) {
            (scan.cursor, scan.first_height) = (None, None);
        } else {
            // A first height below this one exists, so there is a height below.
            scan.cursor = Some((height - 1, block.parent));
        }
        Ok(Reply::Done)
    }

    /// Takes a deposit back: from what is available; then from what its owner had reserved for
    /// units without a seller and for withdrawals that are not signed. What is missing still is the
    /// exchange's loss and the account's debt. Sellers at work and signed withdrawals are not
    /// touched: those promises are the exchange's own.
    fn revert_deposit(&mut self, deposit: &Deposit) {
        let account = self.owner(deposit);
        self.index.deposits.remove(&deposit.outpoint);
        let mut missing = self.take_back(account, deposit.amount);
        if missing > Amount::ZERO {
            self.free_orders(account);
            missing = self.take_back(account, missing);
        }
        if missing > Amount::ZERO {
            self.free_withdrawals(account);
            missing = self.take_back(account, missing);
        }
        self.events.push(Event::DepositReverted {
            account,
            outpoint: deposit.outpoint,
            amount: deposit.amount,
            shortfall: missing,
        });
        if missing > Amount::ZERO {
            self.bear_loss(account, missing);
        }
    }

    /// Takes what is available, up to an amount; what is missing of it.
    fn take_back(&mut self, account: AccountKey, amount: Amount) -> Amount {
        let taken = amount.min(self.available(account));
        let from = LedgerAccount::Available(account);
        self.post(from, LedgerAccount::Chain, taken, TransferReason::DepositReverted);
        amount.checked_sub(taken).expect("the smaller of both was taken")
    }

    fn free_orders(&mut self, account: AccountKey) {
        let open = self.index.open_orders_of.get(&account);
        let buys: Vec<OrderId> = open
            .into_iter()
            .flatten()
            .copied()
            .filter(|id| self.state.orders[id].side() == Side::Buy)
            .collect();
        for order in buys {
            self.end_order(order, OrderState::Cancelled);
            self.end_open_units(order, Message::Freeze, &UnitReason::BuyerFrozen);
        }
    }

    fn free_withdrawals(&mut self, account: AccountKey) {
        let open = self.index.open_withdrawals_of.get(&account);
        let requested: Vec<WithdrawalId> = open
            .into_iter()
            .flatten()
            .copied()
            .filter(|id| self.state.withdrawals[id].stage == WithdrawalStage::Requested)
            .collect();
        for id in requested {
            self.refuse_withdrawal(id, "a deposit of this account was undone by the chain");
        }
    }

    fn bear_loss(&mut self, account: AccountKey, missing: Amount) {
        let (from, to) = (LedgerAccount::Loss, LedgerAccount::Chain);
        self.post(from, to, missing, TransferReason::Shortfall);
        let known = self.state.accounts.get_mut(&account).expect("deposits have owners");
        known.debt += i128::from(missing.to_base());
        let debt = known.debt_as_amount();
        self.events.push(Event::AccountFrozen { account, debt });
    }
}

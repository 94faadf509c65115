//! Blocks of the chain: deposits, the exchange's own coins and confirmations come with them, and go
//! with them.
//!
//! Does not know the chain: the server reports blocks once they are as deep as the terms say, in
//! order, and takes them back in reverse order when the chain has left them.

use std::collections::{BTreeMap, BTreeSet};

use quarry_primitives::{AccountKey, Amount, BlockHash, MAX_MONEY, OutPoint, Txid};

use super::{Outcome, Step};
use crate::life_cycle::{Message, UnitReason};
use crate::money::{LedgerAccount, TransferReason};
use crate::records::{
    OrderState, OwnCoin, ScannedBlock, Side, SpentCoin, WithdrawalStage, coins_made,
};
use crate::{ChangeCoin, Deposit, Event, OrderId, Rejection, Reply, WithdrawalId, limits};

/// What a block holds for the exchange.
pub(super) struct Seen<'a> {
    pub(super) deposits: &'a [Deposit],
    pub(super) change: &'a [ChangeCoin],
    pub(super) spent: &'a [OutPoint],
    pub(super) confirmed: &'a [Txid],
}

impl Step<'_> {
    pub(super) fn block_scanned(
        &mut self,
        height: u64,
        hash: BlockHash,
        parent: BlockHash,
        seen: &Seen<'_>,
    ) -> Outcome {
        self.check_extends(height, parent)?;
        self.check_deposits(seen.deposits)?;
        self.check_coins(seen, height)?;
        self.events.push(Event::BlockScanned { height, hash });
        for deposit in seen.deposits {
            self.book_deposit(deposit);
        }
        let confirmed = self.confirm(seen.confirmed, height);
        let spent = self.move_coins(seen, height);
        let (deposits, change) = (seen.deposits.to_vec(), seen.change.to_vec());
        let block = ScannedBlock { hash, parent, deposits, change, spent, confirmed };
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
        let minimum = self.config().min_deposit;
        let mut sum = 0;
        for deposit in deposits {
            let (outpoint, index) = (deposit.outpoint, deposit.deposit_index);
            if !self.index.by_deposit_index.contains_key(&index) {
                return Err(Rejection::UnknownDepositIndex { index });
            }
            if deposit.amount < minimum {
                return Err(Rejection::DepositTooSmall { outpoint, minimum });
            }
            sum += i128::from(deposit.amount.to_base());
        }
        if self.state.ledger.has_room_for(sum) { Ok(()) } else { Err(Rejection::TooMuchMoney) }
    }

    fn book_deposit(&mut self, deposit: &Deposit) {
        let account = self.owner(deposit);
        let to = LedgerAccount::Available(account);
        self.post(LedgerAccount::Chain, to, deposit.amount, TransferReason::Deposit);
        let (outpoint, amount) = (deposit.outpoint, deposit.amount);
        self.events.push(Event::Deposit { account, outpoint, amount });
    }

    /// Whether the exchange's coins can be what the block says: each made once, none spent that
    /// is not there, and no more of them than all the money.
    fn check_coins(&self, seen: &Seen<'_>, height: u64) -> Result<(), Rejection> {
        if seen.deposits.len().saturating_add(seen.change.len()) > limits::MAX_DEPOSITS_PER_BLOCK {
            return Err(Rejection::TooManyDeposits);
        }
        if seen.spent.len() > limits::MAX_SPENT_PER_BLOCK {
            return Err(Rejection::TooManySpends);
        }
        let (mut made, mut total) = (BTreeMap::new(), self.index.coins_total);
        for (outpoint, coin) in coins_made(seen.deposits, seen.change, height) {
            let known =
                self.index.booked.contains(&outpoint) || self.state.coins.contains_key(&outpoint);
            total += i128::from(coin.amount.to_base());
            if made.insert(outpoint, coin).is_some() || known {
                return Err(Rejection::DuplicateDeposit { outpoint });
            }
        }
        let mut gone = BTreeSet::new();
        for &outpoint in seen.spent {
            let coin = self.state.coins.get(&outpoint).or_else(|| made.get(&outpoint));
            let coin = coin.ok_or(Rejection::UnknownCoin { outpoint })?;
            total -= i128::from(coin.amount.to_base());
            if !gone.insert(outpoint) {
                return Err(Rejection::SpentTwice { outpoint });
            }
        }
        if total > i128::from(MAX_MONEY) { Err(Rejection::TooMuchMoney) } else { Ok(()) }
    }

    /// Adds the coins that a block made and takes out those it spent; gives the latter.
    fn move_coins(&mut self, seen: &Seen<'_>, height: u64) -> Vec<SpentCoin> {
        for (outpoint, coin) in coins_made(seen.deposits, seen.change, height) {
            self.index.booked.insert(outpoint);
            self.add_coin(outpoint, coin);
        }
        let spent = seen.spent.iter();
        spent.map(|&outpoint| SpentCoin { outpoint, coin: self.take_coin(outpoint) }).collect()
    }

    /// The reverse of [`move_coins`](Self::move_coins).
    fn restore_coins(&mut self, block: &ScannedBlock, height: u64) {
        for SpentCoin { outpoint, coin } in &block.spent {
            self.add_coin(*outpoint, *coin);
        }
        for (outpoint, _) in block.made(height) {
            self.index.booked.remove(&outpoint);
            self.take_coin(outpoint);
        }
    }

    fn add_coin(&mut self, outpoint: OutPoint, coin: OwnCoin) {
        self.index.coins_total += i128::from(coin.amount.to_base());
        let before = self.state.coins.insert(outpoint, coin);
        assert!(before.is_none(), "coin {outpoint} is there twice");
    }

    fn take_coin(&mut self, outpoint: OutPoint) -> OwnCoin {
        let coin = self.state.coins.remove(&outpoint).expect("a coin is there until it is spent");
        self.index.coins_total -= i128::from(coin.amount.to_base());
        coin
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
        self.restore_coins(&block, height);
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

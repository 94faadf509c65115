//! Takes withdrawals to the chain: signs each once, writes the signed bytes to the log, and only
//! then sends them; sends the same bytes again until a block holds them.
//!
//! Holds the signer. Does not decide who may withdraw how much; the signer's caps are its own.

use std::collections::BTreeMap;

use quarry_market::{CoinPath, Command, OwnCoin, Withdrawal, WithdrawalStage};
use quarry_primitives::{Amount, ScriptBuf, Transaction, consensus};
use quarry_wallet::payment::{self, Coin, PaymentError, PaymentRequest};
use quarry_wallet::{KeyRole, SignedAmount, Signer, SignerError, UnsignedPayment};
use tokio::time::MissedTickBehavior;

use super::{Exchange, ExchangeError, MakeSigner};
use crate::limits::{NODE_RETRY, RESEND};
use crate::{NodeClient, NodeClientError};

pub(super) struct Payer {
    exchange: Exchange,
    node: NodeClient,
    signer: Box<dyn Signer + Sync>,
    fee_rate: u64,
    // Deriving a script takes a while, and coins come back to the same ones.
    scripts: BTreeMap<CoinPath, ScriptBuf>,
}

#[derive(Debug, thiserror::Error)]
enum PayerError {
    #[error(transparent)]
    Node(#[from] NodeClientError),
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    #[error("withdrawal {id}: {reason}")]
    Withdrawal { id: u64, reason: String },
}

impl Payer {
    pub(super) fn new(
        exchange: Exchange,
        node: NodeClient,
        make_signer: MakeSigner,
        fee_rate: u64,
    ) -> Self {
        let signer = make_signer(signed_before(&exchange));
        Self { exchange, node, signer, fee_rate, scripts: BTreeMap::new() }
    }

    pub(super) async fn run(mut self) {
        let mut version = self.exchange.version();
        // The first tick is at once: what was signed before a restart may never have been sent.
        let mut again = tokio::time::interval(RESEND);
        again.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let resend = tokio::select! {
                _ = again.tick() => true,
                changed = version.changed() => {
                    if changed.is_err() {
                        return;
                    }
                    false
                }
            };
            version.mark_unchanged();
            if let Err(error) = self.pay(resend).await {
                tracing::warn!(%error, "a payout waits");
                tokio::time::sleep(NODE_RETRY).await;
                again.reset_immediately();
            }
        }
    }

    /// One round. What fails for one withdrawal does not hold up the others.
    async fn pay(&mut self, resend: bool) -> Result<(), PayerError> {
        let mut failed = Ok(());
        if resend {
            for withdrawal in self.in_state(WithdrawalStage::Broadcast) {
                failed = failed.and(self.send(&withdrawal).await);
            }
        }
        let requested = self.in_state(WithdrawalStage::Requested);
        if !requested.is_empty() {
            let mut coins = self.free_coins();
            for withdrawal in requested {
                failed = failed.and(self.sign(&withdrawal, &mut coins).await);
            }
        }
        for withdrawal in self.in_state(WithdrawalStage::Signed) {
            failed = failed.and(self.send_first(&withdrawal).await);
        }
        failed
    }

    /// What can be spent, from the log alone: coins of scanned blocks that no payout spends yet.
    fn free_coins(&mut self) -> Vec<Coin> {
        let mut coins = Vec::new();
        for (outpoint, OwnCoin { amount, path, .. }) in self.exchange.free_coins() {
            if !self.scripts.contains_key(&path) {
                let Some(script) = self.exchange.coin_script(path) else { continue };
                self.scripts.insert(path, script);
            }
            let script_pubkey = self.scripts[&path].clone();
            coins.push(Coin { outpoint, amount, script_pubkey });
        }
        coins
    }

    async fn send_first(&self, withdrawal: &Withdrawal) -> Result<(), PayerError> {
        self.send(withdrawal).await?;
        self.tell(withdrawal, Command::WithdrawalBroadcast { id: withdrawal.id }).await
    }

    fn in_state(&self, state: WithdrawalStage) -> Vec<Withdrawal> {
        self.exchange.market().withdrawals_in(state).cloned().collect()
    }

    async fn tell(&self, withdrawal: &Withdrawal, command: Command) -> Result<(), PayerError> {
        let applied = self.exchange.submit_own(command).await?;
        applied.reply.map(drop).map_err(|rejection| PayerError::Withdrawal {
            id: withdrawal.id.0,
            reason: rejection.to_string(),
        })
    }

    async fn refuse(&self, withdrawal: &Withdrawal, reason: String) -> Result<(), PayerError> {
        let command = Command::WithdrawalRefused { id: withdrawal.id, reason };
        self.tell(withdrawal, command).await
    }

    /// Signs a withdrawal with some of the free coins, which are then taken from these. A withdrawal
    /// for which there are not enough now waits: change of an earlier payout needs its block.
    async fn sign(
        &mut self,
        withdrawal: &Withdrawal,
        coins: &mut Vec<Coin>,
    ) -> Result<(), PayerError> {
        let unsigned = match self.build(withdrawal, coins) {
            Ok(unsigned) => unsigned,
            Err(PaymentError::InsufficientFunds { .. }) => return Ok(()),
            Err(error) => return self.refuse(withdrawal, error.to_string()).await,
        };
        let tx = match self.ask_signer(&unsigned) {
            Ok(tx) => tx,
            Err(error) => return self.refuse(withdrawal, error.to_string()).await,
        };
        let spent: Vec<_> = unsigned.spent().iter().map(|coin| coin.outpoint).collect();
        coins.retain(|coin| !spent.contains(&coin.outpoint));
        let command = Command::WithdrawalSigned {
            id: withdrawal.id,
            raw_tx: consensus::serialize(&tx),
            txid: tx.compute_txid(),
            network_fee: unsigned.fee(),
            spent,
        };
        // On disk when this returns; nothing was sent before.
        match self.exchange.submit_own(command).await?.reply {
            Ok(_) => Ok(()),
            // Signed, but neither logged nor sent, and never again: the transaction is dropped.
            Err(rejection) => self.refuse(withdrawal, rejection.to_string()).await,
        }
    }

    /// A payment whose coins cover exactly what the books say leaves: amount and nothing more.
    fn build(
        &self,
        withdrawal: &Withdrawal,
        coins: &[Coin],
    ) -> Result<UnsignedPayment, PaymentError> {
        let change = self.exchange.change_script().unwrap_or_default();
        let mut request = PaymentRequest {
            coins: coins.to_vec(),
            recipients: vec![(withdrawal.script.clone(), withdrawal.amount)],
            change,
            fee_rate_sat_per_vb: self.fee_rate,
            subtract_fee_from: Some(0),
        };
        loop {
            let unsigned = payment::build(&request)?;
            let inputs: Option<Amount> = unsigned.spent().iter().map(|coin| coin.amount).sum();
            let change = unsigned.change().map(|change| change.amount).unwrap_or_default();
            if inputs.and_then(|sum| sum.checked_sub(change)) == Some(withdrawal.amount) {
                return Ok(unsigned);
            }
            // A rest too small for an output would go to the miner and out of the books: other
            // coins then, and waiting if there are none.
            let dropped = unsigned.spent()[0].outpoint;
            request.coins.retain(|coin| coin.outpoint != dropped);
        }
    }

    fn ask_signer(&mut self, unsigned: &UnsignedPayment) -> Result<Transaction, SignerError> {
        let deposits = self.exchange.deposit_indexes();
        self.signer.cover(KeyRole::Deposit, deposits)?;
        self.signer.cover(KeyRole::Change, 1)?;
        self.signer.sign(self.exchange.0.clock.now(), unsigned)
    }

    async fn send(&self, withdrawal: &Withdrawal) -> Result<(), PayerError> {
        let wrong = |reason: String| PayerError::Withdrawal { id: withdrawal.id.0, reason };
        let raw = withdrawal.transaction.as_ref().map(|tx| tx.raw.as_slice()).unwrap_or_default();
        let tx: Transaction = consensus::deserialize(raw).map_err(|e| wrong(e.to_string()))?;
        match self.node.submit(&tx).await {
            Ok(_) => Ok(()),
            // A node that already has it in a block refuses it as a double spend of itself.
            Err(NodeClientError::Refused(error)) => {
                match self.node.transaction(tx.compute_txid()).await? {
                    Some(_) => Ok(()),
                    None => Err(wrong(error.to_string())),
                }
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// What was signed according to the log: the signer's caps hold over restarts.
fn signed_before(exchange: &Exchange) -> Vec<SignedAmount> {
    let market = exchange.market();
    let stages = [WithdrawalStage::Signed, WithdrawalStage::Broadcast, WithdrawalStage::Confirmed];
    let signed = stages.into_iter().flat_map(|stage| market.withdrawals_in(stage));
    // Signed within moments of the request; the request's time is the one that the log keeps.
    signed.map(|w| SignedAmount { signed_at_ms: w.requested_ms, amount: w.amount }).collect()
}

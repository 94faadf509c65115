//! Takes withdrawals to the chain: signs each once, writes the signed bytes to the log, and only
//! then sends them; sends the same bytes again until a block holds them.
//!
//! Holds the signer. Does not decide who may withdraw how much; the signer's caps are its own.

use std::collections::BTreeSet;

use quarry_market::{Command, Withdrawal, WithdrawalStage};
use quarry_primitives::{OutPoint, Transaction, consensus};
use quarry_wallet::payment::{self, Coin, PaymentError, PaymentRequest};
use quarry_wallet::{KeyRole, SignedAmount, Signer, SignerError, UnsignedPayment};

use super::{Exchange, ExchangeError, MakeSigner};
use crate::limits::{NODE_RETRY, RESEND};
use crate::{NodeClient, NodeClientError};

pub(super) struct Payer {
    exchange: Exchange,
    node: NodeClient,
    signer: Box<dyn Signer + Sync>,
    fee_rate: u64,
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

/// What became of the try to sign a withdrawal.
enum Signed {
    Yes,
    /// Not enough confirmed coins yet: change of an earlier payout waits for its block.
    Later,
}

impl Payer {
    pub(super) fn new(
        exchange: Exchange,
        node: NodeClient,
        make_signer: MakeSigner,
        fee_rate: u64,
    ) -> Self {
        let signer = make_signer(signed_before(&exchange));
        Self { exchange, node, signer, fee_rate }
    }

    pub(super) async fn run(mut self) {
        let mut version = self.exchange.version();
        // What was signed before a restart may or may not have been sent: send it again.
        let mut resend = true;
        loop {
            version.mark_unchanged();
            if let Err(error) = self.pay(resend).await {
                tracing::warn!(%error, "payouts wait");
                tokio::time::sleep(NODE_RETRY).await;
                continue;
            }
            tokio::select! {
                changed = version.changed() => {
                    if changed.is_err() {
                        return;
                    }
                    resend = false;
                }
                () = tokio::time::sleep(RESEND) => resend = true,
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
        for withdrawal in self.in_state(WithdrawalStage::Requested) {
            match self.sign(&withdrawal).await {
                Ok(Signed::Yes) => {}
                Ok(Signed::Later) => break,
                Err(error) => failed = failed.and(Err(error)),
            }
        }
        for withdrawal in self.in_state(WithdrawalStage::Signed) {
            failed = failed.and(self.send_first(&withdrawal).await);
        }
        failed
    }

    async fn send_first(&self, withdrawal: &Withdrawal) -> Result<(), PayerError> {
        self.send(withdrawal).await?;
        self.tell(withdrawal, Command::WithdrawalBroadcast { id: withdrawal.id }).await
    }

    fn in_state(&self, state: WithdrawalStage) -> Vec<Withdrawal> {
        self.exchange.market().withdrawals_in(state).cloned().collect()
    }

    async fn tell(&self, withdrawal: &Withdrawal, command: Command) -> Result<(), PayerError> {
        let applied = self.exchange.submit(command).await?;
        applied.reply.map(drop).map_err(|rejection| PayerError::Withdrawal {
            id: withdrawal.id.0,
            reason: rejection.to_string(),
        })
    }

    async fn refuse(&self, withdrawal: &Withdrawal, reason: String) -> Result<Signed, PayerError> {
        let command = Command::WithdrawalRefused { id: withdrawal.id, reason };
        self.tell(withdrawal, command).await?;
        Ok(Signed::Yes)
    }

    async fn sign(&mut self, withdrawal: &Withdrawal) -> Result<Signed, PayerError> {
        let request = PaymentRequest {
            coins: self.free_coins().await?,
            recipients: vec![(withdrawal.script.clone(), withdrawal.amount)],
            change: self.exchange.change_script().ok_or_else(|| PayerError::Withdrawal {
                id: withdrawal.id.0,
                reason: "the branch has no change script".to_owned(),
            })?,
            fee_rate_sat_per_vb: self.fee_rate,
            subtract_fee_from: Some(0),
        };
        let unsigned = match payment::build(&request) {
            Ok(unsigned) => unsigned,
            Err(PaymentError::InsufficientFunds { .. }) => return Ok(Signed::Later),
            Err(error) => return self.refuse(withdrawal, error.to_string()).await,
        };
        let tx = match self.ask_signer(&unsigned) {
            Ok(tx) => tx,
            Err(error) => return self.refuse(withdrawal, error.to_string()).await,
        };
        let command = Command::WithdrawalSigned {
            id: withdrawal.id,
            raw_tx: consensus::serialize(&tx),
            txid: tx.compute_txid(),
            network_fee: unsigned.fee(),
            spent: unsigned.spent().iter().map(|coin| coin.outpoint).collect(),
        };
        // On disk when this returns; nothing was sent before.
        self.tell(withdrawal, command).await?;
        Ok(Signed::Yes)
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

    /// Confirmed coins of the exchange that no unconfirmed payout spends.
    async fn free_coins(&self) -> Result<Vec<Coin>, PayerError> {
        let coins = self.exchange.coins().await?;
        let taken: BTreeSet<OutPoint> = self.exchange.coins_in_flight();
        let free = coins.into_iter().filter(|c| c.spendable && !taken.contains(&c.outpoint));
        Ok(free
            .map(|c| Coin { outpoint: c.outpoint, amount: c.amount, script_pubkey: c.script })
            .collect())
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

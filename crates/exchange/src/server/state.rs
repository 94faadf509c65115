//! The exchange's shared state: the market under a lock, the way to its sequencer, and what is too
//! fleeting for the log (progress of running units).
//!
//! Does not decide anything.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use quarry_api::exchange::{
    AccountView, Audit, BookView, ExchangeInfo, Heartbeat, JobView, TradeView,
};
use quarry_market::{
    Applied, ArticleId, CoinPath, Command, LeaseId, Market, MarketConfig, OwnCoin,
    PayoutTransaction, Rejection, UnitId, WithdrawalStage,
};
use quarry_primitives::{AccountKey, Address, Amount, Network, OutPoint, ScriptBuf, Txid};
use quarry_service::{Clock, EventHub};
use quarry_wallet::{BranchPublic, KeyPath, KeyRole};
use tokio::sync::{mpsc, oneshot, watch};

use super::{ExchangeError, views};
use crate::limits::MAX_PROGRESS;

/// A command on its way to the sequencer, and where its answer goes.
pub(super) struct Waiting {
    pub(super) command: Command,
    pub(super) answer: oneshot::Sender<Applied>,
}

/// What an exchange's state is made of.
pub(super) struct Parts {
    pub(super) market: Market,
    pub(super) version: u64,
    pub(super) commands: mpsc::Sender<Waiting>,
    pub(super) branch: BranchPublic,
    pub(super) clock: Clock,
    pub(super) events: EventHub,
    pub(super) opening: MarketConfig,
}

/// A running exchange, as the process sees it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Exchange(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) market: RwLock<Market>,
    // The number of the command that the market is after; changes only while it is locked to write.
    pub(super) applied: AtomicU64,
    // The newest audit: the hash of the whole state is made once for each command at most.
    audit: Mutex<Option<Audit>>,
    pub(super) commands: mpsc::Sender<Waiting>,
    // Grows with every command that changed the market; readers that wait follow it.
    pub(super) version: watch::Sender<u64>,
    pub(super) branch: BranchPublic,
    pub(super) clock: Clock,
    pub(super) events: EventHub,
    // Terms of the exchange, as they were opened.
    pub(super) opening: MarketConfig,
    progress: Mutex<BTreeMap<LeaseId, Progress>>,
}

/// What a worker last said of a unit.
#[derive(Clone, Debug)]
struct Progress {
    unit: UnitId,
    beat: Heartbeat,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Exchange").field("version", &*self.version.borrow()).finish_non_exhaustive()
    }
}

impl Exchange {
    pub(super) fn new(parts: Parts) -> Self {
        let Parts { market, version, commands, branch, clock, events, opening } = parts;
        let applied = AtomicU64::new(version);
        let (version, _) = watch::channel(version);
        Self(Arc::new(Inner {
            market: RwLock::new(market),
            applied,
            audit: Mutex::default(),
            commands,
            version,
            branch,
            clock,
            events,
            opening,
            progress: Mutex::default(),
        }))
    }

    /// The market, to read.
    pub(super) fn market(&self) -> RwLockReadGuard<'_, Market> {
        // A panic while applying stops the sequencer for good; what is read is the last good state
        // or one that is never written to the log again.
        self.0.market.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Logs a command, applies it, and gives what came of it.
    pub(super) async fn submit(&self, command: Command) -> Result<Applied, ExchangeError> {
        let (answer, applied) = oneshot::channel();
        self.0.commands.try_send(Waiting { command, answer }).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => ExchangeError::Busy,
            mpsc::error::TrySendError::Closed(_) => ExchangeError::Stopped,
        })?;
        applied.await.map_err(|_| ExchangeError::Stopped)
    }

    /// The same for the exchange's own commands, which wait for their turn however many others do.
    pub(super) async fn submit_own(&self, command: Command) -> Result<Applied, ExchangeError> {
        let (answer, applied) = oneshot::channel();
        let waiting = Waiting { command, answer };
        self.0.commands.send(waiting).await.map_err(|_| ExchangeError::Stopped)?;
        applied.await.map_err(|_| ExchangeError::Stopped)
    }

    /// The number of the last command, and its growth.
    pub(super) fn version(&self) -> watch::Receiver<u64> {
        self.0.version.subscribe()
    }

    /// Notes what a worker says of its lease; bounded by the newest [`MAX_PROGRESS`] leases.
    pub(super) fn note_progress(&self, lease: LeaseId, beat: Heartbeat) {
        let unit = self.market().lease(lease).map(|lease| lease.unit);
        let Some(unit) = unit else { return };
        let mut progress = self.0.progress.lock().unwrap_or_else(PoisonError::into_inner);
        progress.insert(lease, Progress { unit, beat });
        while progress.len() > MAX_PROGRESS {
            progress.pop_first();
        }
    }

    pub(super) fn progress(&self, lease: LeaseId) -> Option<Heartbeat> {
        let progress = self.0.progress.lock().unwrap_or_else(PoisonError::into_inner);
        progress.get(&lease).map(|noted| noted.beat.clone())
    }

    /// What was last said of a unit, by whoever had it.
    pub(super) fn last_progress(&self, unit: UnitId) -> Option<Heartbeat> {
        let progress = self.0.progress.lock().unwrap_or_else(PoisonError::into_inner);
        progress.values().rev().find(|noted| noted.unit == unit).map(|noted| noted.beat.clone())
    }

    /// How many deposit addresses were given out; their indexes count from 0.
    pub(super) fn deposit_indexes(&self) -> u32 {
        u32::try_from(self.market().accounts().count()).unwrap_or(u32::MAX)
    }

    /// Payouts that were signed and are in no block yet.
    pub(super) fn payouts_in_flight(&self) -> BTreeSet<Txid> {
        in_flight(&self.market()).map(|tx| tx.txid).collect()
    }

    /// The exchange's confirmed coins that no payout on its way spends. Both come from the same
    /// state, so that a payout confirmed in between cannot free its inputs.
    pub(super) fn free_coins(&self) -> Vec<(OutPoint, OwnCoin)> {
        let market = self.market();
        let taken: BTreeSet<&OutPoint> = in_flight(&market).flat_map(|tx| &tx.spent).collect();
        let free = market.coins().filter(|(outpoint, _)| !taken.contains(outpoint));
        free.map(|(outpoint, coin)| (outpoint, *coin)).collect()
    }

    /// The script that a coin of the exchange is at; none for an address that nobody gives out.
    pub(super) fn coin_script(&self, path: CoinPath) -> Option<ScriptBuf> {
        let (role, index) = match path {
            CoinPath::Deposit(index) => (KeyRole::Deposit, index),
            CoinPath::Change(index) => (KeyRole::Change, index),
        };
        self.0.branch.script(KeyPath { role, index }).ok()
    }

    /// The script of a deposit index; none for an index that no market gives out.
    pub(super) fn deposit_script(&self, index: u32) -> Option<ScriptBuf> {
        self.0.branch.deposit_script(index).ok()
    }

    /// Where change of payouts goes.
    pub(super) fn change_script(&self) -> Option<ScriptBuf> {
        self.0.branch.change_script(0).ok()
    }

    /// The address of a deposit index.
    pub(super) fn deposit_address(&self, index: u32) -> Option<String> {
        self.deposit_script(index).map(|script| address_text(&script))
    }

    /// What the exchange is and where it stands.
    #[must_use]
    pub fn info(&self) -> ExchangeInfo {
        views::info(self)
    }

    /// An account's money; nothing for one that never registered.
    #[must_use]
    pub fn account(&self, account: &AccountKey) -> AccountView {
        views::account(self, account)
    }

    /// An article's open orders.
    ///
    /// # Errors
    /// [`Rejection`] for an article that is not traded.
    pub fn book(&self, article: &ArticleId) -> Result<BookView, Rejection> {
        if article.article().is_none() {
            return Err(Rejection::UnknownArticle { article: article.clone() });
        }
        Ok(views::book(&self.market(), article))
    }

    /// What the books say that the exchange owes, against the coins at its addresses as scanned.
    ///
    /// The first call after a command takes time by the size of the market; the next ones give the
    /// same audit again. Not for a thread that must not wait.
    #[must_use]
    pub fn audit(&self) -> Audit {
        // Held while the audit is made: those who come meanwhile wait for this one.
        let mut newest = self.0.audit.lock().unwrap_or_else(PoisonError::into_inner);
        let market = self.market();
        let log_seq = self.0.applied.load(Ordering::Relaxed);
        if let Some(known) = newest.as_ref().filter(|audit| audit.log_seq == log_seq) {
            return known.clone();
        }
        let audit = audit_of(&market, log_seq);
        *newest = Some(audit.clone());
        audit
    }

    /// The newest trades, newest first.
    #[must_use]
    pub fn trades(&self, limit: usize) -> Vec<TradeView> {
        views::trades(&self.market(), limit)
    }

    /// The newest jobs of all buyers, newest first: for the operator.
    #[must_use]
    pub fn jobs(&self, limit: usize) -> Vec<JobView> {
        let ids: Vec<_> = self.market().jobs_recent(limit).map(|job| job.id).collect();
        ids.into_iter().filter_map(|id| views::job(self, id)).collect()
    }

    /// The hash of the market's whole state; equal logs give equal hashes.
    #[must_use]
    pub fn state_hash(&self) -> [u8; 32] {
        self.market().state_hash()
    }
}

fn audit_of(market: &Market, log_seq: u64) -> Audit {
    Audit {
        owed: amount_of(market.reserves_owed()),
        fees: amount_of(market.totals().fees),
        on_chain: amount_of(market.coins_total()),
        scanned_height: views::scanned_height(market),
        log_seq,
        state_hash: hex::encode(market.state_hash()),
    }
}

/// Transactions of payouts that were signed and are in no block yet.
fn in_flight(market: &Market) -> impl Iterator<Item = &PayoutTransaction> {
    [WithdrawalStage::Signed, WithdrawalStage::Broadcast]
        .into_iter()
        .flat_map(|stage| market.withdrawals_in(stage))
        .filter_map(|withdrawal| withdrawal.transaction.as_ref())
}

/// A balance as an amount; the books keep those that are shown here from going below zero.
fn amount_of(balance: i128) -> Amount {
    let units = u64::try_from(balance).ok();
    units.and_then(|units| Amount::from_base(units).ok()).unwrap_or_default()
}

/// The address of one of our own scripts.
pub(super) fn address_text(script: &ScriptBuf) -> String {
    Address::from_script(script, Network::Regtest)
        .map_or_else(|_| script.to_hex_string(), |address| address.to_string())
}

#[cfg(test)]
mod tests {
    use quarry_market::{Action, Authorization, Deposit};
    use quarry_primitives::{BlockHash, Hash as _, NetworkKind};
    use quarry_wallet::BranchSecret;

    use super::*;

    fn signed(account: AccountKey, n: u8, action: Action) -> Command {
        let (idempotency_key, body_hash, signature) = ([n; 16], [0; 32], [0; 64]);
        let authorization = Authorization {
            account,
            signer: account,
            idempotency_key,
            body_hash,
            expiry_ms: 1_000,
            signature,
        };
        Command::Signed { authorization, action }
    }

    fn coin(n: u8) -> OutPoint {
        OutPoint { txid: Txid::hash(&[n]), vout: 0 }
    }

    fn block(height: u64, deposits: &[u8]) -> Command {
        let hash = |height: u64| BlockHash::hash(&height.to_le_bytes());
        let deposit =
            |&n| Deposit { outpoint: coin(n), deposit_index: 0, amount: Amount::of(50_000) };
        Command::BlockScanned {
            height,
            hash: hash(height),
            parent: hash(height - 1),
            deposits: deposits.iter().map(deposit).collect(),
            change: vec![],
            spent: vec![],
            confirmed: vec![],
        }
    }

    /// An exchange without tasks; commands go straight to its market.
    fn exchange(account: AccountKey) -> Exchange {
        let opening = MarketConfig::new(BlockHash::all_zeros(), account);
        Exchange::new(Parts {
            market: Market::new(opening.clone()).unwrap(),
            version: 0,
            commands: mpsc::channel(1).0,
            branch: BranchSecret::from_seed(&[7; 32], NetworkKind::Test, 0).unwrap().public(),
            clock: Clock::manual(0),
            events: EventHub::new(1),
            opening,
        })
    }

    fn apply(exchange: &Exchange, command: &Command) {
        let mut market = exchange.0.market.write().unwrap();
        market.apply(0, command).reply.unwrap();
        exchange.0.applied.fetch_add(1, Ordering::Relaxed);
    }

    #[test]
    fn coins_that_a_payout_spends_are_not_free() {
        let account =
            "0330d54fd0dd420a6e5f8d3624f5f3482cae350f79d5f0753bf5beef9c2d91af3c".parse().unwrap();
        let exchange = exchange(account);
        apply(&exchange, &signed(account, 1, Action::Register));
        apply(&exchange, &block(1, &[1, 2]));
        assert_eq!(exchange.free_coins().len(), 2);

        let script = ScriptBuf::from_bytes(vec![0x51]);
        let withdraw = Action::Withdraw { amount: Amount::of(50_000), script, unit: None };
        apply(&exchange, &signed(account, 2, withdraw));
        let id = exchange.market().withdrawals_in(WithdrawalStage::Requested).next().unwrap().id;
        let sign = Command::WithdrawalSigned {
            id,
            raw_tx: vec![1],
            txid: Txid::hash(&[9]),
            network_fee: Amount::of(200),
            spent: vec![coin(1)],
        };
        apply(&exchange, &sign);
        let free = exchange.free_coins();
        assert_eq!(free.iter().map(|(outpoint, _)| *outpoint).collect::<Vec<_>>(), [coin(2)]);
        assert_eq!(exchange.coin_script(free[0].1.path), exchange.deposit_script(0));
        assert_eq!(exchange.coin_script(CoinPath::Change(0)), exchange.change_script());
    }

    #[test]
    fn an_audit_is_made_once_for_each_command() {
        let account =
            "0330d54fd0dd420a6e5f8d3624f5f3482cae350f79d5f0753bf5beef9c2d91af3c".parse().unwrap();
        let exchange = exchange(account);
        apply(&exchange, &signed(account, 1, Action::Register));
        apply(&exchange, &block(1, &[1]));
        let audit = exchange.audit();
        assert_eq!((audit.on_chain, audit.owed, audit.log_seq), {
            (Amount::of(50_000), Amount::of(50_000), 2)
        });
        assert_eq!(audit.state_hash, hex::encode(exchange.state_hash()));
        // The number has not changed, so the market is not looked at.
        let _ = exchange.0.market.write().unwrap().apply(0, &block(2, &[2]));
        assert_eq!(exchange.audit(), audit);
        exchange.0.applied.store(3, Ordering::Relaxed);
        let audit = exchange.audit();
        assert_eq!((audit.on_chain, audit.log_seq), (Amount::of(100_000), 3));
        assert_eq!(audit.state_hash, hex::encode(exchange.state_hash()));
    }
}

//! The exchange's shared state: the market under a lock, the way to its sequencer, and what is too
//! fleeting for the log (progress of running units).
//!
//! Does not decide anything.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use quarry_api::exchange::{
    AccountView, Audit, BookView, ExchangeInfo, Heartbeat, JobView, TradeView,
};
use quarry_market::{
    Applied, ArticleId, Command, LeaseId, Market, MarketConfig, PayoutTransaction, Rejection,
    UnitId, WithdrawalStage,
};
use quarry_primitives::{AccountKey, Address, Amount, Network, OutPoint, ScriptBuf, Txid};
use quarry_service::{Clock, EventHub};
use quarry_wallet::BranchPublic;
use quarry_wallet::payment::Coin;
use tokio::sync::{mpsc, oneshot, watch};

use super::{ExchangeError, views};
use crate::limits::MAX_PROGRESS;
use crate::{NodeClient, NodeClientError};

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
    pub(super) node: NodeClient,
    pub(super) clock: Clock,
    pub(super) events: EventHub,
    pub(super) opening: MarketConfig,
}

/// A running exchange, as the process sees it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Exchange(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) market: RwLock<Market>,
    pub(super) commands: mpsc::Sender<Waiting>,
    // Grows with every command that changed the market; readers that wait follow it.
    pub(super) version: watch::Sender<u64>,
    pub(super) branch: BranchPublic,
    pub(super) node: NodeClient,
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
        let Parts { market, version, commands, branch, node, clock, events, opening } = parts;
        let (version, _) = watch::channel(version);
        Self(Arc::new(Inner {
            market: RwLock::new(market),
            commands,
            version,
            branch,
            node,
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
        self.in_flight(|tx| vec![tx.txid])
    }

    /// Coins that those payouts spend.
    pub(super) fn coins_in_flight(&self) -> BTreeSet<OutPoint> {
        self.in_flight(|tx| tx.spent.clone())
    }

    fn in_flight<T: Ord>(&self, part: impl Fn(&PayoutTransaction) -> Vec<T>) -> BTreeSet<T> {
        let market = self.market();
        [WithdrawalStage::Signed, WithdrawalStage::Broadcast]
            .into_iter()
            .flat_map(|stage| market.withdrawals_in(stage))
            .filter_map(|withdrawal| withdrawal.transaction.as_ref())
            .flat_map(part)
            .collect()
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

    /// What the books say that the exchange owes, against the coins at its addresses.
    ///
    /// # Errors
    /// [`NodeClientError`] if the node cannot be asked.
    pub async fn audit(&self) -> Result<Audit, NodeClientError> {
        let coins = self.coins().await?;
        let on_chain = coins.iter().map(|coin| coin.amount).sum::<Option<Amount>>();
        let market = self.market();
        Ok(Audit {
            owed: amount_of(market.reserves_owed()),
            fees: amount_of(market.totals().fees),
            on_chain: on_chain.unwrap_or(Amount::MAX),
            scanned_height: views::scanned_height(&market),
            log_seq: *self.0.version.borrow(),
            state_hash: hex::encode(market.state_hash()),
        })
    }

    /// All confirmed coins at the exchange's addresses.
    pub(super) async fn coins(&self) -> Result<Vec<ExchangeCoin>, NodeClientError> {
        let deposits = self.deposit_indexes();
        let mut scripts: Vec<_> = (0..deposits).filter_map(|i| self.deposit_script(i)).collect();
        scripts.extend(self.change_script());
        let mut coins = Vec::new();
        for script in scripts {
            let Ok(address) = Address::from_script(&script, Network::Regtest) else { continue };
            for coin in self.0.node.address(&address).await?.coins {
                coins.push(ExchangeCoin {
                    outpoint: coin.outpoint,
                    amount: coin.amount,
                    script: script.clone(),
                    spendable: coin.spendable,
                });
            }
        }
        Ok(coins)
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

/// A confirmed coin of the exchange.
pub(super) struct ExchangeCoin {
    pub(super) outpoint: OutPoint,
    pub(super) amount: Amount,
    pub(super) script: ScriptBuf,
    pub(super) spendable: bool,
}

impl ExchangeCoin {
    /// The coin, as a payment takes it.
    pub(super) fn to_coin(&self) -> Coin {
        Coin { outpoint: self.outpoint, amount: self.amount, script_pubkey: self.script.clone() }
    }
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

//! What can be asked of a market: the records of its log.
//!
//! Knows the commands' contents; what they do is in `apply`, what they look like on disk in
//! `codec`.

use quarry_primitives::{AccountKey, Amount, BlockHash, OutPoint, ScriptBuf, Txid};

use crate::{ArticleId, JobId, LeaseId, MarketConfig, NonceInput, OrderId, UnitId, WithdrawalId};

/// One record of the log.
///
/// Only [`Signed`](Self::Signed) comes from outside; the rest is the server's own observation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The exchange opens with these terms: the first record, and only that.
    Open(MarketConfig),
    /// The server was down until now. Every live lease and every open order gets at least one
    /// lease time from now: an outage is not the seller's fault.
    Restarted,
    /// Time has passed. (Every command first does what is due by its time; this does only that.)
    Tick,
    /// The next block of the chain was scanned. One command moves the cursor and books everything
    /// in the block, so that neither can happen without the other.
    BlockScanned {
        /// Its height: the cursor's plus one.
        height: u64,
        /// Its hash.
        hash: BlockHash,
        /// The hash before it: the cursor's.
        parent: BlockHash,
        /// Outputs to deposit addresses of this exchange, but for those below
        /// [`min_deposit`](MarketConfig::min_deposit).
        deposits: Vec<Deposit>,
        /// Outputs to change addresses of this exchange.
        change: Vec<ChangeCoin>,
        /// Coins of this exchange that the block's transactions spend. What the block itself made
        /// is among them if it is spent in it too.
        spent: Vec<OutPoint>,
        /// Transactions in the block. Those that are withdrawals of this exchange are confirmed;
        /// others are ignored.
        confirmed: Vec<Txid>,
    },
    /// The block at the cursor is no longer part of the chain: what it booked is taken back.
    BlockUnscanned {
        /// The cursor's height.
        height: u64,
        /// The cursor's hash.
        hash: BlockHash,
    },
    /// A request of an account, whose signature the server has checked.
    Signed {
        /// Who asks, and for how long the request is good.
        authorization: Authorization,
        /// What is asked.
        action: Action,
    },
    /// The signer made a withdrawal's transaction. It may be broadcast only after this record is
    /// on disk.
    WithdrawalSigned {
        /// Which withdrawal.
        id: WithdrawalId,
        /// The transaction, to be sent again byte for byte after a restart.
        raw_tx: Vec<u8>,
        /// Its id.
        txid: Txid,
        /// What the network takes; it comes out of the payout.
        network_fee: Amount,
        /// The outputs it spends, so that no other withdrawal spends them.
        spent: Vec<OutPoint>,
    },
    /// A node has taken a withdrawal's transaction.
    WithdrawalBroadcast {
        /// Which withdrawal.
        id: WithdrawalId,
    },
    /// A withdrawal will not be made; its hold goes back. Only before it was signed.
    WithdrawalRefused {
        /// Which withdrawal.
        id: WithdrawalId,
        /// Why, for its owner.
        reason: String,
    },
}

/// An output that pays a deposit address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deposit {
    /// Where it is.
    pub outpoint: OutPoint,
    /// The number of the address it pays.
    pub deposit_index: u32,
    /// What it pays.
    pub amount: Amount,
}

/// An output that pays a change address: the exchange's own money, owed to nobody new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeCoin {
    /// Where it is.
    pub outpoint: OutPoint,
    /// The number of the address it pays.
    pub change_index: u32,
    /// What it pays.
    pub amount: Amount,
}

/// Who signed a request, and within which bounds it counts.
///
/// The server has checked the signature, which covers more than the rules see (method and path).
/// It is in the log so that anyone who has the log can check it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorization {
    /// The account that acts.
    pub account: AccountKey,
    /// The key that signed. Must be the account's own: delegation is reserved.
    pub signer: AccountKey,
    /// Chosen by the caller: the same key never acts twice.
    pub idempotency_key: [u8; 16],
    /// SHA-256 of the request's body.
    pub body_hash: [u8; 32],
    /// When the request stops counting, in milliseconds since the Unix epoch.
    pub expiry_ms: u64,
    /// The BIP-340 signature.
    pub signature: [u8; 64],
}

/// What an account asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Open an account, or learn its deposit index again.
    Register,
    /// Offer work.
    PlaceAsk {
        /// The kind of work.
        article: ArticleId,
        /// How much, in units of the article. Each lease takes its unit's quantity away, whatever
        /// becomes of it.
        quantity: u64,
        /// The least that is asked for a quantity of 1.
        limit_price: Amount,
        /// How many leases this seller wants to hold at a time, over all its asks.
        slots: u16,
        /// When the offer ends, in milliseconds since the Unix epoch.
        expires_ms: u64,
        /// What the seller's machine has.
        capabilities: Capabilities,
    },
    /// Buy work: make a job and its buy order, and hold what it can cost at most.
    SubmitJob {
        /// The kind of work.
        article: ArticleId,
        /// The parts. Each is done whole by one seller.
        units: Vec<NonceInput>,
        /// The most that is paid for a quantity of 1, without the fee.
        limit_price: Amount,
        /// When units without a seller are given up, in milliseconds since the Unix epoch.
        expires_ms: u64,
        /// What a seller's machine must have.
        requirements: Requirements,
    },
    /// Take an order out of the book. Of a job's order, the units without a seller are cancelled
    /// and those with one go on.
    CancelOrder {
        /// Which order.
        order: OrderId,
    },
    /// Cancel every unit of a job that has not ended, for a full refund. A seller that was at work
    /// is not paid: nonce work is paid by the hit, and no hit was shown.
    CancelJob {
        /// Which job.
        job: JobId,
    },
    /// The seller is at work. The first makes the unit RUNNING; each extends the lease.
    Heartbeat {
        /// The lease.
        lease: LeaseId,
        /// Hashes tried so far under this lease, as the seller says. Nothing depends on it.
        hashes: u64,
    },
    /// The seller has a nonce.
    CommitNonce {
        /// The lease.
        lease: LeaseId,
        /// The nonce.
        nonce: u64,
    },
    /// The seller has tried the whole space without a hit. Ends the unit unpaid.
    ReportExhausted {
        /// The lease.
        lease: LeaseId,
    },
    /// The seller will not do this unit.
    RefuseUnit {
        /// The lease.
        lease: LeaseId,
        /// Why, for the buyer.
        reason: String,
    },
    /// Pay coins out to a script on the chain.
    Withdraw {
        /// How much leaves the account; the network's fee comes out of it.
        amount: Amount,
        /// Where to.
        script: ScriptBuf,
        /// The settled unit whose earnings these are, if it is to be marked as paid out.
        unit: Option<UnitId>,
    },
}

impl Action {
    /// Whether the answer is kept for retries. Heartbeats come every few seconds and mean the same
    /// however often they arrive, so keeping their answers would only fill the memory.
    #[must_use]
    pub const fn answer_is_kept(&self) -> bool {
        !matches!(self, Self::Heartbeat { .. })
    }
}

/// What a seller's machine has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// Processor cores.
    pub cores: u16,
    /// Memory in mebibytes.
    pub memory_mb: u32,
}

/// What a job needs of a seller's machine. Zero is no demand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requirements {
    /// Processor cores at least.
    pub min_cores: u16,
    /// Memory at least, in mebibytes.
    pub min_memory_mb: u32,
}

impl Requirements {
    /// Whether a machine will do.
    #[must_use]
    pub const fn are_met_by(&self, machine: &Capabilities) -> bool {
        machine.cores >= self.min_cores && machine.memory_mb >= self.min_memory_mb
    }
}

/// What a command that was not rejected gives back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Done; there is nothing to tell.
    Done,
    /// The account's deposit index.
    DepositIndex(u32),
    /// An ask was placed (it may have traded at once: see the events).
    Order {
        /// Its number.
        order: OrderId,
    },
    /// A job was made.
    Job {
        /// Its number.
        job: JobId,
        /// Its buy order.
        order: OrderId,
        /// Its first unit; the others follow without a gap.
        first_unit: UnitId,
        /// How many units.
        units: u32,
        /// What is held for it.
        held: Amount,
    },
    /// Cancelled.
    Cancelled {
        /// Units that ended by it.
        units: u32,
        /// What was released.
        refunded: Amount,
    },
    /// The lease is good until then.
    LeaseExtended {
        /// Milliseconds since the Unix epoch.
        deadline_ms: u64,
    },
    /// The nonce is right and was paid.
    NonceAccepted {
        /// The unit.
        unit: UnitId,
        /// What the seller got.
        paid: Amount,
    },
    /// The nonce is wrong: the lease is lost and this seller will not get the unit again.
    NonceRejected {
        /// The unit.
        unit: UnitId,
        /// What is wrong with it.
        fault: NonceFault,
    },
    /// The unit is no longer with this seller, and nothing was paid.
    Released {
        /// The unit.
        unit: UnitId,
    },
    /// A withdrawal was requested.
    Withdrawal {
        /// Its number.
        withdrawal: WithdrawalId,
    },
}

/// What is wrong with a nonce.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
    thiserror::Error,
)]
#[serde(rename_all = "snake_case")]
pub enum NonceFault {
    /// The unit's nonce field cannot hold it.
    #[error("the nonce does not fit the unit's nonce field")]
    OutOfSpace,
    /// Its hash is above the target.
    #[error("the nonce's hash is above the target")]
    AboveTarget,
}

/// What applying a command did.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Applied {
    /// What happened, in order. Not empty for a rejected command if something was due.
    pub events: Vec<crate::Event>,
    /// The answer.
    pub reply: Result<Reply, crate::Rejection>,
    /// Whether the answer is that of an earlier request with the same idempotency key.
    pub replayed: bool,
}

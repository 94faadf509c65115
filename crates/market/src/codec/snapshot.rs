//! Forms of the whole state.
//!
//! Maps are lists of their values in the order of their keys. What follows from the state (its
//! index) is not written.

use std::collections::{BTreeMap, BTreeSet};

use quarry_primitives::{AccountKey, Amount, BlockHash, OutPoint, ScriptBuf, Txid};
use serde::{Deserialize, Serialize};

use super::CodecError;
use super::form::{Wire, wire_enum, wire_struct};
use crate::command::{Capabilities, ChangeCoin, Deposit, NonceFault, Reply, Requirements};
use crate::life_cycle::{Message, UnitReason, UnitState};
use crate::money::{Ledger, LedgerAccount};
use crate::records::{
    Account, Answer, CoinPath, Job, Lease, Order, OrderState, OrderTerms, OwnCoin,
    PayoutTransaction, ScannedBlock, Settlement, SpentCoin, Trade, TradeOutcome, Unit, Withdrawal,
    WithdrawalStage,
};
use crate::state::{MatchPause, NextIds, Scan, State};
use crate::{
    ArticleId, JobId, LeaseId, MarketConfig, NonceInput, OrderId, Rejection, TradeId, UnitId,
    WithdrawalId,
};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StateForm {
    config: Option<<MarketConfig as Wire>::Form>,
    now_ms: u64,
    next: <NextIds as Wire>::Form,
    balances: Vec<BalanceForm>,
    accounts: Vec<AccountForm>,
    orders: Vec<<Order as Wire>::Form>,
    jobs: Vec<<Job as Wire>::Form>,
    units: Vec<<Unit as Wire>::Form>,
    leases: Vec<<Lease as Wire>::Form>,
    trades: Vec<<Trade as Wire>::Form>,
    withdrawals: Vec<<Withdrawal as Wire>::Form>,
    scan: ScanForm,
    coins: Vec<<SpentCoin as Wire>::Form>,
    pauses: Vec<PauseForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BalanceForm {
    account: <LedgerAccount as Wire>::Form,
    balance: i128,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountForm {
    account: <AccountKey as Wire>::Form,
    deposit_index: u32,
    debt: i128,
    answers: Vec<AnswerForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerForm {
    idempotency_key: <[u8; 16] as Wire>::Form,
    body_hash: <[u8; 32] as Wire>::Form,
    forget_ms: u64,
    outcome: OutcomeForm,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum OutcomeForm {
    Reply(<Reply as Wire>::Form),
    Rejection(<Rejection as Wire>::Form),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScanForm {
    cursor: Option<CursorForm>,
    first_height: Option<u64>,
    blocks: Vec<BlockForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CursorForm {
    height: u64,
    hash: <BlockHash as Wire>::Form,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BlockForm {
    height: u64,
    block: <ScannedBlock as Wire>::Form,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PauseForm {
    article: <ArticleId as Wire>::Form,
    at: <MatchPause as Wire>::Form,
}

impl StateForm {
    pub(super) fn of(state: &State) -> Self {
        Self {
            config: state.config.to_form(),
            now_ms: state.now_ms,
            next: state.next.to_form(),
            balances: state
                .ledger
                .balances()
                .map(|(account, balance)| BalanceForm { account: account.to_form(), balance })
                .collect(),
            accounts: state.accounts.iter().map(|(key, of)| AccountForm::of(*key, of)).collect(),
            orders: values_to_forms(&state.orders),
            jobs: values_to_forms(&state.jobs),
            units: values_to_forms(&state.units),
            leases: values_to_forms(&state.leases),
            trades: values_to_forms(&state.trades),
            withdrawals: values_to_forms(&state.withdrawals),
            scan: ScanForm::of(&state.scan),
            coins: state.coins.iter().map(coin_to_form).collect(),
            pauses: state
                .pauses
                .iter()
                .map(|(article, at)| PauseForm { article: article.to_form(), at: at.to_form() })
                .collect(),
        }
    }

    pub(super) fn into_state(self) -> Result<State, CodecError> {
        let balances: Result<Vec<_>, CodecError> = self
            .balances
            .into_iter()
            .map(|entry| Ok((LedgerAccount::from_form(entry.account)?, entry.balance)))
            .collect();
        let ledger = Ledger::from_balances(balances?).ok_or(CodecError::Value("the balances"))?;
        Ok(State {
            config: Option::from_form(self.config)?,
            now_ms: self.now_ms,
            next: NextIds::from_form(self.next)?,
            ledger,
            accounts: self
                .accounts
                .into_iter()
                .map(AccountForm::into_account)
                .collect::<Result<_, _>>()?,
            orders: forms_to_values(self.orders, |order: &Order| order.id)?,
            jobs: forms_to_values(self.jobs, |job: &Job| job.id)?,
            units: forms_to_values(self.units, |unit: &Unit| unit.id)?,
            leases: forms_to_values(self.leases, |lease: &Lease| lease.id)?,
            trades: forms_to_values(self.trades, |trade: &Trade| trade.id)?,
            withdrawals: forms_to_values(self.withdrawals, |withdrawal: &Withdrawal| {
                withdrawal.id
            })?,
            scan: self.scan.into_scan()?,
            coins: self.coins.into_iter().map(form_to_coin).collect::<Result<_, _>>()?,
            pauses: self
                .pauses
                .into_iter()
                .map(|form| {
                    Ok((ArticleId::from_form(form.article)?, MatchPause::from_form(form.at)?))
                })
                .collect::<Result<_, CodecError>>()?,
        })
    }
}

impl AccountForm {
    fn of(key: AccountKey, account: &Account) -> Self {
        let answers = account.answers.iter().map(|(key, answer)| AnswerForm::of(*key, answer));
        Self {
            account: key.to_form(),
            deposit_index: account.deposit_index,
            debt: account.debt,
            answers: answers.collect(),
        }
    }

    fn into_account(self) -> Result<(AccountKey, Account), CodecError> {
        let answers = self.answers.into_iter().map(AnswerForm::into_answer);
        let account = Account {
            deposit_index: self.deposit_index,
            debt: self.debt,
            answers: answers.collect::<Result<_, _>>()?,
        };
        Ok((AccountKey::from_form(self.account)?, account))
    }
}

impl AnswerForm {
    fn of(key: [u8; 16], answer: &Answer) -> Self {
        let outcome = match &answer.reply {
            Ok(reply) => OutcomeForm::Reply(reply.to_form()),
            Err(rejection) => OutcomeForm::Rejection(rejection.to_form()),
        };
        Self {
            idempotency_key: key.to_form(),
            body_hash: answer.body_hash.to_form(),
            forget_ms: answer.forget_ms,
            outcome,
        }
    }

    fn into_answer(self) -> Result<([u8; 16], Answer), CodecError> {
        let reply = match self.outcome {
            OutcomeForm::Reply(reply) => Ok(Reply::from_form(reply)?),
            OutcomeForm::Rejection(rejection) => Err(Rejection::from_form(rejection)?),
        };
        let body_hash = Wire::from_form(self.body_hash)?;
        let answer = Answer { body_hash, forget_ms: self.forget_ms, reply };
        Ok((Wire::from_form(self.idempotency_key)?, answer))
    }
}

impl ScanForm {
    fn of(scan: &Scan) -> Self {
        let cursor = scan.cursor.map(|(height, hash)| CursorForm { height, hash: hash.to_form() });
        let blocks = scan
            .blocks
            .iter()
            .map(|(&height, block)| BlockForm { height, block: block.to_form() })
            .collect();
        Self { cursor, first_height: scan.first_height, blocks }
    }

    fn into_scan(self) -> Result<Scan, CodecError> {
        let cursor = match self.cursor {
            Some(cursor) => Some((cursor.height, BlockHash::from_form(cursor.hash)?)),
            None => None,
        };
        let blocks = self
            .blocks
            .into_iter()
            .map(|form| Ok((form.height, ScannedBlock::from_form(form.block)?)))
            .collect::<Result<_, CodecError>>()?;
        Ok(Scan { cursor, first_height: self.first_height, blocks })
    }
}

fn coin_to_form((&outpoint, coin): (&OutPoint, &OwnCoin)) -> <SpentCoin as Wire>::Form {
    SpentCoin { outpoint, coin: *coin }.to_form()
}

fn form_to_coin(form: <SpentCoin as Wire>::Form) -> Result<(OutPoint, OwnCoin), CodecError> {
    SpentCoin::from_form(form).map(|SpentCoin { outpoint, coin }| (outpoint, coin))
}

fn values_to_forms<K, V: Wire>(map: &BTreeMap<K, V>) -> Vec<V::Form> {
    map.values().map(Wire::to_form).collect()
}

fn forms_to_values<K: Ord, V: Wire>(
    forms: Vec<V::Form>,
    key: impl Fn(&V) -> K,
) -> Result<BTreeMap<K, V>, CodecError> {
    forms.into_iter().map(|form| V::from_form(form).map(|value| (key(&value), value))).collect()
}

wire_struct!(NextIds as NextIdsForm {
    order: OrderId,
    job: JobId,
    unit: UnitId,
    lease: LeaseId,
    trade: TradeId,
    withdrawal: WithdrawalId,
});

wire_enum!(LedgerAccount as LedgerAccountForm {
    Chain,
    Available(owner: AccountKey),
    Held(owner: AccountKey),
    Withdrawing(owner: AccountKey),
    Fees,
    Loss,
});

wire_struct!(Order as OrderForm {
    id: OrderId,
    account: AccountKey,
    article: ArticleId,
    quantity: u64,
    remaining: u64,
    limit_price: Amount,
    placed_ms: u64,
    expires_ms: u64,
    state: OrderState,
    terms: OrderTerms,
});

wire_enum!(OrderState as OrderStateForm { Open, Filled, Cancelled, Expired, Withdrawn });

wire_enum!(OrderTerms as OrderTermsForm {
    Ask { slots: u16, capabilities: Capabilities },
    Buy { job: JobId },
});

wire_struct!(Job as JobForm {
    id: JobId,
    account: AccountKey,
    order: OrderId,
    first_unit: UnitId,
    units: u32,
    requirements: Requirements,
    submitted_ms: u64,
    ended: u32,
    settled: u32,
    unpaid: u32,
    done_ms: Option<u64>,
});

wire_struct!(Unit as UnitForm {
    id: UnitId,
    job: JobId,
    input: NonceInput,
    quantity: u64,
    state: UnitState,
    held: Amount,
    attempts: u32,
    excluded: BTreeSet<AccountKey>,
    lease: Option<LeaseId>,
    reason: Option<UnitReason>,
    settlement: Option<Settlement>,
} empty shown);

wire_enum!(UnitState as UnitStateForm {
    Open,
    Leased,
    Running,
    Committed,
    Verifying,
    Accepted,
    Settled,
    Cancelled,
    Expired,
    Refused,
    Rejected,
    Disputed,
    Exhausted,
});

wire_enum!(Message as MessageForm {
    Match,
    Heartbeat,
    Commit,
    Check,
    Pass,
    Fail,
    Settle,
    Exhaust,
    Refuse,
    LoseLease,
    Reopen,
    GiveUp,
    Cancel,
    Expire,
    Freeze,
});

wire_enum!(UnitReason as UnitReasonForm {
    WrongNonce { fault: NonceFault },
    SellerSilent,
    SellerRefused { text: String },
    TooManyAttempts,
    TooManyRefusals,
    OrderOver,
    BuyerCancelled,
    BuyerFrozen,
    SpaceSearched,
});

wire_enum!(NonceFault as NonceFaultForm { OutOfSpace, AboveTarget });

wire_struct!(Settlement as SettlementForm {
    seller: AccountKey,
    trade: TradeId,
    nonce: u64,
    amount: Amount,
    fee: Amount,
    at_ms: u64,
    payout: Option<WithdrawalId>,
});

wire_struct!(Lease as LeaseForm {
    id: LeaseId,
    unit: UnitId,
    seller: AccountKey,
    trade: TradeId,
    article: ArticleId,
    amount: Amount,
    fee: Amount,
    started_ms: u64,
    deadline_ms: u64,
    hashes: u64,
});

wire_struct!(Trade as TradeForm {
    id: TradeId,
    article: ArticleId,
    unit: UnitId,
    buy: OrderId,
    ask: OrderId,
    buyer: AccountKey,
    seller: AccountKey,
    price: Amount,
    quantity: u64,
    amount: Amount,
    fee: Amount,
    at_ms: u64,
    outcome: TradeOutcome,
});

wire_enum!(TradeOutcome as TradeOutcomeForm { Live, Settled, Void });

wire_struct!(Withdrawal as WithdrawalForm {
    id: WithdrawalId,
    account: AccountKey,
    amount: Amount,
    script: ScriptBuf,
    unit: Option<UnitId>,
    requested_ms: u64,
    stage: WithdrawalStage,
    transaction: Option<PayoutTransaction>,
    confirmed_height: Option<u64>,
    refusal: Option<String>,
});

wire_enum!(WithdrawalStage as WithdrawalStageForm {
    Requested,
    Signed,
    Broadcast,
    Confirmed,
    Refused,
});

wire_struct!(PayoutTransaction as PayoutTransactionForm {
    txid: Txid,
    raw: Vec<u8>,
    network_fee: Amount,
    spent: Vec<OutPoint>,
});

wire_struct!(ScannedBlock as ScannedBlockForm {
    hash: BlockHash,
    parent: BlockHash,
    deposits: Vec<Deposit>,
    change: Vec<ChangeCoin>,
    spent: Vec<SpentCoin>,
    confirmed: Vec<WithdrawalId>,
});

wire_struct!(SpentCoin as CoinForm { outpoint: OutPoint, coin: OwnCoin });

wire_struct!(OwnCoin as OwnCoinForm { amount: Amount, path: CoinPath, height: u64 });

wire_enum!(CoinPath as CoinPathForm { Deposit(index: u32), Change(index: u32) });

wire_struct!(MatchPause as MatchPauseForm {
    limit_price: Amount,
    order: OrderId,
    unit: UnitId,
    again: bool,
});

wire_enum!(Reply as ReplyForm {
    Done,
    DepositIndex(index: u32),
    Order { order: OrderId },
    Job { job: JobId, order: OrderId, first_unit: UnitId, units: u32, held: Amount },
    Cancelled { units: u32, refunded: Amount },
    LeaseExtended { deadline_ms: u64 },
    NonceAccepted { unit: UnitId, paid: Amount },
    NonceRejected { unit: UnitId, fault: NonceFault },
    Released { unit: UnitId },
    Withdrawal { withdrawal: WithdrawalId },
});

wire_enum!(Rejection as RejectionForm {
    NotOpen,
    AlreadyOpen,
    BadConfig { term: String },
    UnknownAccount { account: AccountKey },
    DelegationUnsupported,
    AuthorizationExpired { expiry_ms: u64, now_ms: u64 },
    AuthorizationTooLong { expiry_ms: u64, latest_ms: u64 },
    IdempotencyConflict,
    TooManyRequests,
    TooManyAccounts,
    AccountFrozen { debt: Amount },
    UnknownArticle { article: ArticleId },
    PriceZero,
    QuantityZero,
    SlotsOutOfRange { limit: u16 },
    ExpiryPast { expires_ms: u64, now_ms: u64 },
    ExpiryTooFar { latest_ms: u64 },
    TooManyOrders { limit: u64 },
    TooManyOpenUnits { limit: u64 },
    MarketFull,
    NoUnits,
    TooManyUnits { limit: u64 },
    TemplateTooLong { index: u32, limit: u64 },
    BadInput { index: u32 },
    AmountTooLarge,
    NotEnoughMoney { have: Amount, need: Amount },
    UnknownOrder { order: OrderId },
    NotYourOrder { order: OrderId },
    OrderNotOpen { order: OrderId },
    UnknownJob { job: JobId },
    NotYourJob { job: JobId },
    JobDone { job: JobId },
    UnknownLease { lease: LeaseId },
    StaleLease { lease: LeaseId },
    NotYourLease { lease: LeaseId },
    WrongState { unit: UnitId, state: UnitState, message: Message },
    ReasonTooLong { limit: u64 },
    UnknownUnit { unit: UnitId },
    UnitNotSettled { unit: UnitId },
    NotYourUnit { unit: UnitId },
    AlreadyPaidOut { unit: UnitId, withdrawal: WithdrawalId },
    BelowMinimum { minimum: Amount },
    BelowDust { payout: Amount, dust: Amount },
    BadScript { limit: u64 },
    TooManyWithdrawals { limit: u64 },
    UnknownWithdrawal { withdrawal: WithdrawalId },
    AlreadySigned { withdrawal: WithdrawalId },
    WrongStage { withdrawal: WithdrawalId, stage: WithdrawalStage },
    BadTransaction,
    TransactionReused { txid: Txid },
    InputReused { outpoint: OutPoint },
    WrongHeight { expected: u64, got: u64 },
    WrongParent { expected: BlockHash, got: BlockHash },
    NotTheTip { hash: BlockHash },
    ReorganisationTooDeep,
    DuplicateDeposit { outpoint: OutPoint },
    UnknownDepositIndex { index: u32 },
    TooMuchMoney,
    TooManyDeposits,
    DepositTooSmall { outpoint: OutPoint, minimum: Amount },
    UnknownCoin { outpoint: OutPoint },
    SpentTwice { outpoint: OutPoint },
    TooManySpends,
});

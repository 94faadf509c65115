//! Forms of commands.

use quarry_pow::{HashOrder, NonceField};
use quarry_primitives::{AccountKey, Amount, BlockHash, ChainId, OutPoint, ScriptBuf, Txid};

use super::CodecError;
use super::form::{Wire, wire_enum, wire_struct};
use crate::{
    Action, ArticleId, Authorization, Capabilities, ChangeCoin, Command, Deposit, JobId, LeaseId,
    MarketConfig, NonceInput, OrderId, Requirements, UnitId, WithdrawalId,
};

wire_enum!(Command as CommandForm {
    Open(config: MarketConfig),
    Restarted,
    Tick,
    BlockScanned {
        height: u64,
        hash: BlockHash,
        parent: BlockHash,
        deposits: Vec<Deposit>,
        change: Vec<ChangeCoin>,
        spent: Vec<OutPoint>,
        confirmed: Vec<Txid>,
    },
    BlockUnscanned { height: u64, hash: BlockHash },
    Signed { authorization: Authorization, action: Action },
    WithdrawalSigned {
        id: WithdrawalId,
        raw_tx: Vec<u8>,
        txid: Txid,
        network_fee: Amount,
        spent: Vec<OutPoint>,
    },
    WithdrawalBroadcast { id: WithdrawalId },
    WithdrawalRefused { id: WithdrawalId, reason: String },
});

wire_struct!(MarketConfig as MarketConfigForm {
    chain_id: ChainId,
    exchange: AccountKey,
    fee_basis_points: u16,
    confirmations: u32,
    lease_ms: u64,
    max_attempts: u32,
    min_withdrawal: Amount,
    min_deposit: Amount,
    dust: Amount,
});

wire_struct!(Deposit as DepositForm { outpoint: OutPoint, deposit_index: u32, amount: Amount });

wire_struct!(ChangeCoin as ChangeCoinForm {
    outpoint: OutPoint,
    change_index: u32,
    amount: Amount,
});

wire_struct!(Authorization as AuthorizationForm {
    account: AccountKey,
    signer: AccountKey,
    idempotency_key: [u8; 16],
    body_hash: [u8; 32],
    expiry_ms: u64,
    signature: [u8; 64],
});

wire_enum!(Action as ActionForm {
    Register,
    PlaceAsk {
        article: ArticleId,
        quantity: u64,
        limit_price: Amount,
        slots: u16,
        expires_ms: u64,
        capabilities: Capabilities,
    },
    SubmitJob {
        article: ArticleId,
        units: Vec<NonceInput>,
        limit_price: Amount,
        expires_ms: u64,
        requirements: Requirements,
    },
    CancelOrder { order: OrderId },
    CancelJob { job: JobId },
    Heartbeat { lease: LeaseId, hashes: u64 },
    CommitNonce { lease: LeaseId, nonce: u64 },
    ReportExhausted { lease: LeaseId },
    RefuseUnit { lease: LeaseId, reason: String },
    Withdraw { amount: Amount, script: ScriptBuf, unit: Option<UnitId> },
});

wire_struct!(Capabilities as CapabilitiesForm { cores: u16, memory_mb: u32 });

wire_struct!(Requirements as RequirementsForm { min_cores: u16, min_memory_mb: u32 });

wire_struct!(NonceInput as NonceInputForm {
    template: Vec<u8>,
    field: NonceField,
    order: HashOrder,
    target: [u8; 32],
});

//! The UTXO ledger: Bitcoin's transactions and blocks, byte for byte.
//!
//! One file per stage: [`tx_rules`] from a transaction alone, [`input_rules`] from the coins it
//! spends, [`policy`] and [`input_policy`] for relay, [`pool_rules`] for what the mempool asks,
//! [`block_rules`] without state, [`signet`] for who may make a block, [`connect`] with state. Does not know the block tree or the mempool's contents.

mod block_rules;
mod connect;
mod ids;
mod input_policy;
mod input_rules;
mod mempool_dat;
mod merkle;
mod policy;
mod pool_rules;
mod query;
mod script_checks;
mod signet;
mod template;
mod tx_rules;
mod undo;

use std::sync::Arc;

use quarry_primitives::secp256k1::{Secp256k1, VerifyOnly};
use quarry_primitives::{
    Block, Header, OutPoint, Script, ScriptBuf, Transaction, Txid, Wtxid, consensus,
};

use crate::ledger::{
    BlockContext, CheckedTx, Connected, DecodeError, Ledger, LockPoints, StateChange, StateView,
    TemplateFill,
};
use crate::mempool::{Mempool, PoolConfig};
use crate::script::Flags;
use crate::spec::ChainSpec;
use crate::store::{Store, StoreError};
use crate::views::{ScriptView, TxView};
use crate::{BlockError, TxError};

pub use script_checks::{CheckRunner, InOrder};
pub(crate) use template::add_witness_nonce;
pub use undo::UtxoUndo;

/// What a transaction has to be, whatever the state: Bitcoin Core's `CheckTransaction`.
///
/// # Errors
/// The first rule that is broken.
pub fn check_transaction(tx: &Transaction) -> Result<(), TxError> {
    tx_rules::check(tx)
}

/// Whether an output of a transaction is worth less than spending it costs, by a mempool's policy.
#[must_use]
pub fn has_dust(tx: &Transaction, policy: &PoolConfig) -> bool {
    !policy::dust(tx, tx.compute_txid(), policy).is_empty()
}

/// The UTXO ledger.
#[derive(Clone, Debug)]
pub struct UtxoLedger {
    // The library may blind its context with randomness; no result of a verification depends on it.
    secp: Secp256k1<VerifyOnly>,
    runner: Arc<dyn CheckRunner>,
}

impl UtxoLedger {
    /// A ledger. It holds no state, only what makes checking signatures fast.
    #[must_use]
    pub fn new() -> Self {
        Self::with_runner(Arc::new(InOrder))
    }

    /// A ledger that leaves the scripts of a block to this runner.
    #[must_use]
    pub fn with_runner(runner: Arc<dyn CheckRunner>) -> Self {
        Self { secp: Secp256k1::verification_only(), runner }
    }
}

impl Default for UtxoLedger {
    fn default() -> Self {
        Self::new()
    }
}

fn decode<T: consensus::Decodable>(what: &'static str, bytes: &[u8]) -> Result<T, DecodeError> {
    consensus::deserialize(bytes).map_err(|error| DecodeError { what, why: error.to_string() })
}

impl Ledger for UtxoLedger {
    type Tx = Transaction;
    type Block = Block;
    type Undo = UtxoUndo;
    type Slot = OutPoint;

    fn decode_tx(&self, bytes: &[u8]) -> Result<Transaction, DecodeError> {
        decode("transaction", bytes)
    }

    fn encode_tx(&self, tx: &Transaction) -> Vec<u8> {
        consensus::serialize(tx)
    }

    fn decode_block(&self, bytes: &[u8]) -> Result<Block, DecodeError> {
        decode("block", bytes)
    }

    fn encode_block(&self, block: &Block) -> Vec<u8> {
        consensus::serialize(block)
    }

    fn decode_undo(&self, bytes: &[u8]) -> Result<UtxoUndo, DecodeError> {
        UtxoUndo::decode(bytes)
            .map_err(|error| DecodeError { what: "undo data", why: error.to_string() })
    }

    fn encode_undo(&self, undo: &UtxoUndo) -> Vec<u8> {
        undo.encode()
    }

    fn header<'a>(&self, block: &'a Block) -> &'a Header {
        &block.header
    }

    fn transactions<'a>(&self, block: &'a Block) -> &'a [Transaction] {
        &block.txdata
    }

    fn block_weight(&self, block: &Block) -> u64 {
        block.weight().to_wu()
    }

    fn txid(&self, tx: &Transaction) -> Txid {
        tx.compute_txid()
    }

    fn wtxid(&self, tx: &Transaction) -> Wtxid {
        tx.compute_wtxid()
    }

    fn weight(&self, tx: &Transaction) -> u64 {
        tx.weight().to_wu()
    }

    fn memory_bytes(&self, tx: &Transaction) -> usize {
        policy::memory_bytes(tx)
    }

    fn genesis(&self, spec: &ChainSpec) -> Block {
        spec.genesis_block().clone()
    }

    fn check_solution(&self, block: &Block, spec: &ChainSpec) -> Result<(), BlockError> {
        match spec.signet_challenge() {
            Some(challenge) => signet::check_solution(&self.secp, block, challenge),
            None => Ok(()),
        }
    }

    fn txids(&self, block: &Block) -> Vec<Txid> {
        ids::txids(&block.txdata, self.runner.as_ref())
    }

    fn check_block(&self, block: &Block, txids: &[Txid]) -> Result<(), BlockError> {
        block_rules::check_context_free(block, txids)
    }

    fn check_block_in_context(
        &self,
        block: &Block,
        at: &BlockContext<'_>,
    ) -> Result<(), BlockError> {
        block_rules::check_in_context(block, at, self.runner.as_ref())
    }

    fn check_mutation(&self, block: &Block, at: &BlockContext<'_>) -> Result<(), BlockError> {
        block_rules::check_mutation(block, at, self.runner.as_ref())
    }

    fn check_tx_alone(
        &self,
        tx: &Transaction,
        next: &BlockContext<'_>,
        policy: &PoolConfig,
    ) -> Result<(), TxError> {
        // Core's order (MemPoolAccept::PreChecks).
        tx_rules::check(tx)?;
        policy::check_not_coinbase(tx)?;
        if policy.require_standard {
            policy::check_standard(tx, policy)?;
        }
        policy::check_not_tiny(tx)?;
        tx_rules::check_final(tx, next.height, next.parent_median_time)
    }

    fn check_tx(
        &self,
        tx: &Transaction,
        next: &BlockContext<'_>,
        state: &dyn StateView,
        policy: &PoolConfig,
    ) -> Result<CheckedTx<OutPoint>, TxError> {
        let coins = pool_rules::find_coins(tx, state)?;
        input_rules::check_sequence_locks(tx, &coins, next)?;
        let fee = input_rules::check_values(tx, &coins, next)?;
        let spent = input_rules::spent_outputs(&coins);
        if policy.require_standard {
            input_policy::check(tx, &spent)?;
        }
        let sigops = input_rules::sigops_cost(tx, &spent);
        policy::check_sigops(sigops)?;
        pool_rules::describe(tx, &coins, fee, sigops, next, policy)
    }

    fn check_signatures(
        &self,
        tx: &Transaction,
        checked: &CheckedTx<OutPoint>,
    ) -> Result<(), TxError> {
        let spent = pool_rules::spent_outputs(checked);
        input_rules::check_scripts(&self.secp, tx, &spent, Flags::STANDARD)
    }

    fn recheck_tx(
        &self,
        tx: &Transaction,
        checked: &CheckedTx<OutPoint>,
        next: &BlockContext<'_>,
        state: &dyn StateView,
        fork_height: u32,
    ) -> Result<Option<LockPoints>, TxError> {
        pool_rules::recheck(tx, checked, next, state, fork_height)
    }

    fn uses(&self, tx: &Transaction) -> Vec<OutPoint> {
        tx.input.iter().map(|input| input.previous_output).collect()
    }

    fn provides(&self, tx: &Transaction) -> Vec<OutPoint> {
        let txid = tx.compute_txid();
        (0u32..).zip(&tx.output).map(|(vout, _)| OutPoint { txid, vout }).collect()
    }

    fn connect(
        &self,
        block: &Block,
        txids: &[Txid],
        at: &BlockContext<'_>,
        state: &dyn StateView,
        is_verified: &dyn Fn(&Transaction, &Txid) -> bool,
    ) -> Result<Connected<UtxoUndo>, BlockError> {
        if at.height == 0 {
            return Ok(connect::connect_genesis(block, at.spec));
        }
        let checks =
            connect::Checks { secp: &self.secp, runner: self.runner.as_ref(), is_verified };
        connect::connect(&checks, block, txids, at, state)
    }

    fn disconnect(
        &self,
        block: &Block,
        undo: &UtxoUndo,
        at: &BlockContext<'_>,
    ) -> Result<Vec<StateChange>, StoreError> {
        if at.height == 0 {
            return Err(StoreError::corrupt("the genesis block is never taken back"));
        }
        connect::disconnect(block, undo, at)
    }

    fn commitment(
        &self,
        txs: &[Transaction],
        _at: &BlockContext<'_>,
        _state: &dyn StateView,
    ) -> Result<ScriptBuf, StoreError> {
        Ok(merkle::witness_commitment_script(txs, self.runner.as_ref()))
    }

    fn fill_template(
        &self,
        fill: TemplateFill<'_, Transaction>,
        at: &BlockContext<'_>,
        state: &dyn StateView,
    ) -> Result<Block, StoreError> {
        let commitment = self.commitment(&fill.txs, at, state)?;
        Ok(template::fill(fill, at, commitment, self.runner.as_ref()))
    }

    fn block_views(
        &self,
        block: &Block,
        undo: &UtxoUndo,
        at: &BlockContext<'_>,
    ) -> Result<Vec<TxView>, StoreError> {
        connect::views(block, undo, at)
    }

    fn view(&self, tx: &Transaction, state: &dyn StateView) -> Result<TxView, StoreError> {
        let coins = input_rules::find_coins(tx, state).map_err(|error| match error {
            TxError::Store(error) => error,
            other => StoreError::corrupt(other.to_string()),
        })?;
        connect::view_of_tx(tx, tx.compute_txid(), &coins)
    }

    fn query(
        &self,
        script: &Script,
        next: &BlockContext<'_>,
        store: &dyn Store,
        pool: &Mempool<Self>,
    ) -> Result<ScriptView, StoreError> {
        query::script_view(script, next, store, pool)
    }
}

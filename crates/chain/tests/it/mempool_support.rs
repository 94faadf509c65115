//! Transactions that need no key, and a chain with many coins for them.

use quarry_chain::{PoolConfig, TxError, TxOutcome, TxReport};
use quarry_primitives::{
    BitcoinAmount, LockTime, OutPoint, ScriptBuf, Sequence, Transaction, TransactionVersion, TxIn,
    TxOut, Txid, Witness,
};

use crate::support::{ALLOC, COIN, TestChain, accept, alloc_coin, chain, key, mine, tx};

/// A coin that anyone may spend.
pub(crate) type Open = (OutPoint, u64);

/// The script of such a coin: pays to the script `OP_1`.
pub(crate) fn open_script() -> ScriptBuf {
    ScriptBuf::new_p2wsh(&ScriptBuf::from_bytes(vec![0x51]).wscript_hash())
}

/// A chain with `count` coins of one coin each, and an empty mempool under this policy.
pub(crate) fn funded(count: usize, config: PoolConfig) -> (TestChain, Vec<Open>) {
    let mut chain = chain();
    let mut coins = Vec::new();
    for owner in 1..=4u8 {
        let share = count.div_ceil(4);
        let mut draft = tx().spend(alloc_coin(&chain, owner), key(owner), ALLOC);
        for _ in 0..share {
            draft = draft.pay(open_script(), COIN);
        }
        let spent = COIN * u64::try_from(share).unwrap();
        let draft = draft.pay(key(owner).script(), ALLOC - spent - 1_000_000);
        let fan = draft.sign();
        let outputs = coins_of(&fan);
        coins.extend(outputs.into_iter().take(share));
        accept(&mut chain, fan).unwrap();
    }
    mine(&mut chain, key(9));
    coins.truncate(count);
    (chain.with_pool_config(config), coins)
}

/// Spends coins into open outputs of these values; what is left is the fee.
pub(crate) fn spend(coins: &[Open], values: &[u64]) -> Transaction {
    let input = |(outpoint, _): &Open| TxIn {
        previous_output: *outpoint,
        sequence: Sequence::ENABLE_RBF_NO_LOCKTIME,
        witness: Witness::from_slice(&[[0x51]]),
        ..TxIn::default()
    };
    let output = |value: &u64| TxOut {
        value: BitcoinAmount::from_sat(*value),
        script_pubkey: open_script(),
    };
    Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: coins.iter().map(input).collect(),
        output: values.iter().map(output).collect(),
    }
}

/// The same with one output, and a fee.
pub(crate) fn pay_fee(coins: &[Open], fee: u64) -> Transaction {
    let sum: u64 = coins.iter().map(|(_, value)| value).sum();
    spend(coins, &[sum - fee])
}

/// Gives up to BIP-431.
pub(crate) fn truc(mut tx: Transaction) -> Transaction {
    tx.version = TransactionVersion(3);
    tx
}

/// Makes a transaction larger by so many bytes of data.
pub(crate) fn padded(mut tx: Transaction, bytes: usize) -> Transaction {
    let mut script = vec![0x6a, 0x4d];
    script.extend_from_slice(&u16::try_from(bytes).unwrap().to_le_bytes());
    script.resize(script.len() + bytes, 7);
    let script_pubkey = ScriptBuf::from_bytes(script);
    tx.output.push(TxOut { value: BitcoinAmount::ZERO, script_pubkey });
    tx
}

/// The outputs of a transaction, as coins.
pub(crate) fn coins_of(tx: &Transaction) -> Vec<Open> {
    let txid = tx.compute_txid();
    let outputs = (0u32..).zip(&tx.output);
    outputs.map(|(vout, out)| (OutPoint { txid, vout }, out.value.to_sat())).collect()
}

pub(crate) fn name(tx: &Transaction) -> String {
    format!("tx {} (wtxid={})", tx.compute_txid(), tx.compute_wtxid())
}

pub(crate) fn in_pool(chain: &TestChain) -> Vec<Txid> {
    chain.pool().sorted()
}

pub(crate) fn ids(txs: &[&Transaction]) -> Vec<Txid> {
    txs.iter().map(|tx| tx.compute_txid()).collect()
}

/// Reject string and debug message, as Core's RPC writes them.
pub(crate) fn refusal(chain: &mut TestChain, tx: Transaction) -> String {
    accept(chain, tx).expect_err("an invalid transaction").reject_details()
}

/// What became of a transaction of a package.
pub(crate) fn outcome(tx: &TxReport) -> String {
    match &tx.outcome {
        TxOutcome::Accepted { .. } => "accepted".to_owned(),
        TxOutcome::AlreadyIn { .. } => "in".to_owned(),
        TxOutcome::OtherWitness { .. } => "other witness".to_owned(),
        TxOutcome::Refused(error) => TxError::reject_details(error),
        TxOutcome::Unchecked => String::new(),
    }
}

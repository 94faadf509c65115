//! What the tests share: a funded chain with easy work, keys, payments, mining.

use std::collections::BTreeMap;

use quarry_chain::{
    Activation, AddressPrefixes, BlockError, Chain, ChainEvent, ChainSpec, Coin, MemoryStore,
    Retarget, SpecDraft, Store, TxError, UtxoLedger,
};
use quarry_primitives::secp256k1::{Message, PublicKey, Secp256k1, SecretKey};
use quarry_primitives::sighash::SighashCache;
use quarry_primitives::{
    Amount, BitcoinAmount, Block, BlockHash, CompactTarget, CompressedPublicKey, EcdsaSighashType,
    Hash, LockTime, Now, OutPoint, ScriptBuf, Sequence, Transaction, TransactionVersion, TxIn,
    TxMerkleNode, TxOut, Witness, ecdsa,
};

/// One coin's base units.
pub(crate) const COIN: u64 = quarry_primitives::COIN;
/// What the allocation gives to each of the first four keys.
pub(crate) const ALLOC: u64 = 1_000 * COIN;
/// The fee of a payment that does not say otherwise.
pub(crate) const FEE: u64 = 1_000;
/// The genesis block's time; the tests' clock stands an hour later.
const GENESIS_TIME: u32 = 1_700_000_000;

pub(crate) type TestChain = Chain<UtxoLedger, MemoryStore>;

/// The tests' clock.
pub(crate) fn now() -> Now {
    Now::from_ms((u64::from(GENESIS_TIME) + 3_600) * 1_000)
}

/// Regtest's target (two hashes a block), maturity 3, four funded keys.
pub(crate) fn draft() -> SpecDraft {
    SpecDraft {
        name: "test".to_owned(),
        magic: *b"test",
        prefixes: AddressPrefixes::Regtest,
        pow_limit: CompactTarget::from_consensus(0x207f_ffff),
        block_spacing_secs: 1,
        coinbase_maturity: 3,
        subsidy: Amount::of(50 * COIN),
        halving_interval: 150,
        confirmations: 1,
        max_block_weight: 4_000_000,
        genesis_time: GENESIS_TIME,
        spend_genesis: true,
        alloc: (1..=4).map(|n| (key(n).script(), Amount::of(ALLOC))).collect(),
        activation: Activation::ALL,
        retarget: Retarget::Constant,
        signet_challenge: None,
    }
}

pub(crate) fn spec() -> ChainSpec {
    ChainSpec::new(draft()).unwrap()
}

pub(crate) fn chain() -> TestChain {
    open(MemoryStore::default())
}

pub(crate) fn open(store: MemoryStore) -> TestChain {
    Chain::open(spec(), UtxoLedger::new(), store).unwrap()
}

/// A key that is nobody's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key(SecretKey);

pub(crate) fn key(n: u8) -> Key {
    Key(SecretKey::from_slice(&[n; 32]).unwrap())
}

impl Key {
    fn public(self) -> PublicKey {
        self.0.public_key(&Secp256k1::signing_only())
    }

    /// Its P2WPKH script.
    pub(crate) fn script(self) -> ScriptBuf {
        ScriptBuf::new_p2wpkh(&CompressedPublicKey(self.public()).wpubkey_hash())
    }

    /// Its P2PKH script.
    pub(crate) fn legacy_script(self) -> ScriptBuf {
        ScriptBuf::new_p2pkh(&CompressedPublicKey(self.public()).pubkey_hash())
    }
}

/// An output of the genesis allocation: of key `n`, 1 to 4.
pub(crate) fn alloc_coin(chain: &TestChain, n: u8) -> OutPoint {
    OutPoint { txid: chain.spec().genesis_block().txdata[0].compute_txid(), vout: u32::from(n) }
}

/// A transaction as it is put together: inputs, outputs, then signatures.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) tx: Transaction,
    prevouts: Vec<(Key, TxOut)>,
}

pub(crate) fn tx() -> Draft {
    let tx = Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: vec![],
        output: vec![],
    };
    Draft { tx, prevouts: vec![] }
}

impl Draft {
    /// Spends a P2WPKH coin of a key.
    pub(crate) fn spend(self, outpoint: OutPoint, key: Key, amount: u64) -> Self {
        self.spend_script(outpoint, key, amount, key.script())
    }

    pub(crate) fn spend_script(
        mut self,
        outpoint: OutPoint,
        key: Key,
        amount: u64,
        script_pubkey: ScriptBuf,
    ) -> Self {
        self.tx.input.push(TxIn {
            previous_output: outpoint,
            sequence: Sequence::ENABLE_RBF_NO_LOCKTIME,
            ..TxIn::default()
        });
        let value = BitcoinAmount::from_sat(amount);
        self.prevouts.push((key, TxOut { value, script_pubkey }));
        self
    }

    pub(crate) fn pay(mut self, script_pubkey: ScriptBuf, amount: u64) -> Self {
        self.tx.output.push(TxOut { value: BitcoinAmount::from_sat(amount), script_pubkey });
        self
    }

    pub(crate) fn change(mut self, edit: impl FnOnce(&mut Transaction)) -> Self {
        edit(&mut self.tx);
        self
    }

    /// Signs every input.
    pub(crate) fn sign(self) -> Transaction {
        let mut signed = self.tx.clone();
        for (index, (key, prevout)) in self.prevouts.iter().enumerate() {
            if prevout.script_pubkey.is_p2wpkh() {
                signed.input[index].witness = sign_witness(&self.tx, index, *key, prevout);
            } else {
                signed.input[index].script_sig = sign_legacy(&self.tx, index, *key, prevout);
            }
        }
        signed
    }
}

fn signature(key: Key, hash: [u8; 32]) -> ecdsa::Signature {
    let signature = Secp256k1::signing_only().sign_ecdsa(&Message::from_digest(hash), &key.0);
    ecdsa::Signature { signature, sighash_type: EcdsaSighashType::All }
}

fn sign_witness(tx: &Transaction, index: usize, key: Key, prevout: &TxOut) -> Witness {
    let hash = SighashCache::new(tx)
        .p2wpkh_signature_hash(index, &prevout.script_pubkey, prevout.value, EcdsaSighashType::All)
        .unwrap();
    Witness::p2wpkh(&signature(key, hash.to_byte_array()), &key.public())
}

fn sign_legacy(tx: &Transaction, index: usize, key: Key, prevout: &TxOut) -> ScriptBuf {
    let all = EcdsaSighashType::All.to_u32();
    let hash =
        SighashCache::new(tx).legacy_signature_hash(index, &prevout.script_pubkey, all).unwrap();
    quarry_primitives::script::Builder::new()
        .push_slice(signature(key, hash.to_byte_array()).serialize())
        .push_slice(key.public().serialize())
        .into_script()
}

/// Pays `amount` from the allocation of key `n` to a key, the rest but for the fee back.
pub(crate) fn payment(chain: &TestChain, n: u8, to: Key, amount: u64) -> Transaction {
    tx().spend(alloc_coin(chain, n), key(n), ALLOC)
        .pay(to.script(), amount)
        .pay(key(n).script(), ALLOC - amount - FEE)
        .sign()
}

/// Finds the nonce of a block whose Merkle root is right.
pub(crate) fn solve(mut block: Block) -> Block {
    while !block.header.target().is_met_by(block.block_hash()) {
        block.header.nonce += 1;
    }
    block
}

/// Sets the Merkle root after a change of transactions, then finds the nonce.
pub(crate) fn reseal(mut block: Block) -> Block {
    block.header.merkle_root = block.compute_merkle_root().unwrap_or_else(TxMerkleNode::all_zeros);
    solve(block)
}

/// Sets the witness commitment too.
pub(crate) fn recommit(mut block: Block) -> Block {
    let root = block.witness_root().unwrap();
    let commitment = Block::compute_witness_commitment(&root, &[0; 32]);
    let script = &mut block.txdata[0].output.last_mut().unwrap().script_pubkey;
    let mut bytes = script.to_bytes();
    bytes[6..38].copy_from_slice(commitment.as_byte_array());
    *script = ScriptBuf::from_bytes(bytes);
    reseal(block)
}

/// The next block, from the mempool, solved.
pub(crate) fn next_block<S: Store>(
    chain: &Chain<UtxoLedger, S>,
    payout: Key,
    extra: &[u8],
) -> Block {
    solve(chain.template(now(), &payout.script(), extra).unwrap().block)
}

/// The next block with these transactions after the coinbase, whatever the mempool has. The
/// coinbase pays no fees.
pub(crate) fn block_of(chain: &TestChain, txs: Vec<Transaction>) -> Block {
    let mut block = chain.template(now(), &key(9).script(), b"of").unwrap().block;
    block.txdata.truncate(1);
    block.txdata[0].output[0].value = chain.spec().subsidy(chain.tip().height + 1).into();
    block.txdata.extend(txs);
    recommit(block)
}

/// Mines one block and accepts it.
pub(crate) fn mine<S: Store>(chain: &mut Chain<UtxoLedger, S>, payout: Key) -> BlockHash {
    let block = next_block(chain, payout, b"mine");
    chain.accept_block(now(), block).unwrap();
    chain.tip().hash
}

pub(crate) fn mine_many(chain: &mut TestChain, count: u32) {
    (0..count).for_each(|_| drop(mine(chain, key(9)).to_string()));
}

/// The reject string of a block.
pub(crate) fn reject_block(chain: &mut TestChain, block: Block) -> String {
    chain.accept_block(now(), block).expect_err("an invalid block").reject_reason().into_owned()
}

/// The reject string of a transaction.
pub(crate) fn reject_tx(chain: &mut TestChain, tx: Transaction) -> &'static str {
    chain.accept_tx(now(), tx).expect_err("an invalid transaction").reject_reason()
}

pub(crate) fn accept(chain: &mut TestChain, tx: Transaction) -> Result<Vec<ChainEvent>, TxError> {
    chain.accept_tx(now(), tx)
}

pub(crate) fn connect(chain: &mut TestChain, block: Block) -> Result<Vec<ChainEvent>, BlockError> {
    chain.accept_block(now(), block)
}

/// All coins.
pub(crate) fn coins<S: Store>(store: &S) -> BTreeMap<OutPoint, Coin> {
    let mut coins = BTreeMap::new();
    store.visit_coins(&mut |outpoint, coin| drop(coins.insert(outpoint, coin))).unwrap();
    coins
}

pub(crate) fn sum(coins: &BTreeMap<OutPoint, Coin>) -> u64 {
    coins.values().map(|coin| coin.amount.to_base()).sum()
}

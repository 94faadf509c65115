//! Blocks of a signet (BIP-325): the signature over a block that its coinbase carries.
//!
//! Does not know which chains are signets beyond being given their challenge.

use quarry_primitives::script::Builder;
use quarry_primitives::secp256k1::{Secp256k1, VerifyOnly};
use quarry_primitives::{
    BitcoinAmount, Block, LockTime, OutPoint, Script, ScriptBuf, Sequence, Transaction,
    TransactionVersion, TxIn, TxOut, Witness, consensus, opcodes,
};

use super::merkle;
use crate::BlockError;
use crate::script::{Flags, Instructions, TxData, put_push, verify_input};

/// What the solution's push in the witness commitment starts with.
const SOLUTION_HEADER: [u8; 4] = [0xec, 0xc7, 0xda, 0xa2];

/// `bad-signet-blksig`: "signet block signature validation failure" (`CheckSignetBlockSolution`).
pub(super) fn check_solution(
    secp: &Secp256k1<VerifyOnly>,
    block: &Block,
    challenge: &Script,
) -> Result<(), BlockError> {
    let (to_spend, to_sign) = signed_txs(block, challenge).ok_or(BlockError::SignetSolution)?;
    let data = TxData::new(&to_sign, &to_spend.output);
    let flags = Flags::P2SH | Flags::WITNESS | Flags::DERSIG | Flags::NULLDUMMY;
    verify_input(secp, &data, 0, flags).map_err(|_| BlockError::SignetSolution)
}

/// The virtual transactions of BIP-325: one whose output is the challenge, and the one that spends
/// it with the block's solution. None if the block cannot hold one.
fn signed_txs(block: &Block, challenge: &Script) -> Option<(Transaction, Transaction)> {
    let mut coinbase = block.txdata.first()?.clone();
    let index = merkle::commitment_index(&coinbase)?;
    let commitment = &mut coinbase.output.get_mut(index)?.script_pubkey;
    // Without a solution the spend is tried with nothing: a challenge may ask for nothing.
    let mut input = TxIn { sequence: Sequence::ZERO, ..TxIn::default() };
    if let Some((without, solution)) = split_solution(commitment) {
        *commitment = without;
        (input.script_sig, input.witness) = read_solution(&solution)?;
    }
    let root = merkle::root_with_coinbase(block, &coinbase);
    let mut message = consensus::serialize(&block.header.version);
    message.extend(consensus::serialize(&block.header.prev_blockhash));
    message.extend(consensus::serialize(&root));
    message.extend(block.header.time.to_le_bytes());
    let mut script_sig = Builder::new().push_opcode(opcodes::OP_0).into_bytes();
    put_push(&mut script_sig, &message);
    let to_spend = Transaction {
        version: TransactionVersion(0),
        lock_time: LockTime::ZERO,
        input: vec![TxIn {
            previous_output: OutPoint::null(),
            script_sig: ScriptBuf::from_bytes(script_sig),
            sequence: Sequence::ZERO,
            witness: Witness::new(),
        }],
        output: vec![TxOut { value: BitcoinAmount::ZERO, script_pubkey: challenge.to_owned() }],
    };
    input.previous_output = OutPoint { txid: to_spend.compute_txid(), vout: 0 };
    let returned = Builder::new().push_opcode(opcodes::all::OP_RETURN).into_script();
    let to_sign = Transaction {
        version: TransactionVersion(0),
        lock_time: LockTime::ZERO,
        input: vec![input],
        output: vec![TxOut { value: BitcoinAmount::ZERO, script_pubkey: returned }],
    };
    Some((to_spend, to_sign))
}

/// The witness commitment without its solution, and the solution. "pushdata only counts if it has
/// the header _and_ some data".
fn split_solution(commitment: &Script) -> Option<(ScriptBuf, Vec<u8>)> {
    let (mut without, mut solution) = (Vec::new(), None);
    for step in Instructions::new(commitment.as_bytes()).map_while(Result::ok) {
        match step.data.strip_prefix(&SOLUTION_HEADER) {
            Some(given) if solution.is_none() && !given.is_empty() => {
                solution = Some(given.to_vec());
                put_push(&mut without, &SOLUTION_HEADER);
            }
            _ if step.data.is_empty() => without.push(step.opcode),
            _ => put_push(&mut without, step.data),
        }
    }
    solution.map(|solution| (ScriptBuf::from_bytes(without), solution))
}

/// A script and a witness, and nothing after them.
fn read_solution(bytes: &[u8]) -> Option<(ScriptBuf, Witness)> {
    let (script, read) = consensus::encode::deserialize_partial(bytes).ok()?;
    let witness = consensus::deserialize(bytes.get(read..)?).ok()?;
    Some((script, witness))
}

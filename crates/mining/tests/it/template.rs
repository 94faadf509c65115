//! A template's jobs make the blocks that the library makes of the same parts.

use proptest::prelude::*;
use quarry_mining::{CoinbasePlan, Template, TemplateError, TemplateTx};
use quarry_pow::{Target, VersionMask};
use quarry_primitives::{
    Amount, BitcoinAmount, Block, BlockHash, Hash as _, LockTime, OutPoint, ScriptBuf, Sequence,
    Transaction, TransactionVersion, TxIn, TxOut, Txid, Witness, consensus,
};

fn tx(n: u8) -> Transaction {
    Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: vec![TxIn {
            previous_output: OutPoint { txid: Txid::from_byte_array([n; 32]), vout: 1 },
            script_sig: ScriptBuf::new(),
            sequence: Sequence::MAX,
            witness: Witness::from_slice(&[[n; 3]]),
        }],
        output: vec![TxOut { value: BitcoinAmount::from_sat(5), script_pubkey: paid(1) }],
    }
}

fn paid(n: u8) -> ScriptBuf {
    ScriptBuf::from_bytes(vec![0x50 + n])
}

fn template(count: u8) -> Template {
    let txs: Vec<TemplateTx> = (0..count)
        .map(|n| TemplateTx { bytes: consensus::serialize(&tx(n)), txid: tx(n).compute_txid() })
        .collect();
    let previous = BlockHash::from_byte_array([9; 32]);
    let target = Target::from_compact(0x207f_ffff).unwrap();
    let value = Amount::from_base(5_000_000_123).unwrap();
    let mut template = Template::empty(previous, 500, 0x207f_ffff, target, value).with_txs(txs);
    template.time = 1_700_000_000;
    template
}

/// The template of a node with segregated witness: its commitment is what the library computes.
fn committed(count: u8) -> Template {
    let mut template = template(count);
    let txs: Vec<Transaction> = (0..count).map(tx).collect();
    let coinbase = Transaction { input: vec![], output: vec![], ..tx(0) };
    let header = consensus::deserialize(&[0; 80]).unwrap();
    let block = Block { header, txdata: std::iter::once(coinbase).chain(txs).collect() };
    let root = block.witness_root().unwrap();
    let hash = Block::compute_witness_commitment(&root, &[0; 32]);
    let script = [&[0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed][..], hash.as_byte_array()].concat();
    template.commitment = Some(ScriptBuf::from_bytes(script));
    template
}

fn plan(outputs: &[(u8, u64)]) -> CoinbasePlan {
    let output = |&(to, sats): &(u8, u64)| TxOut {
        value: BitcoinAmount::from_sat(sats),
        script_pubkey: paid(to),
    };
    CoinbasePlan {
        outputs: outputs.iter().map(output).collect(),
        tag: b"/quarry/".to_vec(),
        extranonce_bytes: 12,
    }
}

proptest! {
    #[test]
    fn a_solution_makes_the_block_that_the_library_reads(
        count in 0u8..20,
        segwit: bool,
        extranonce1: [u8; 4],
        extranonce2: [u8; 8],
        position: u64,
    ) {
        let template = if segwit { committed(count) } else { template(count) };
        let job = template.job("1".to_owned(), &plan(&[(2, 0), (3, 7)]), true).unwrap();
        let mask = Some(VersionMask::BIP320);
        let work = job.work(&extranonce1, &extranonce2, mask, template.target).unwrap();
        let solution = job.solution(work.parts(position).unwrap(), &extranonce2);
        let header = job.header(&extranonce1, &solution);
        prop_assert_eq!(work.preimage(position), header.to_vec());

        let bytes = template.block(&job, &extranonce1, &solution);
        let block: Block = consensus::deserialize(&bytes).unwrap();
        prop_assert_eq!(consensus::serialize(&block.header), header.to_vec());
        prop_assert!(block.check_merkle_root());
        prop_assert_eq!(block.check_witness_commitment(), segwit || count == 0);
        prop_assert_eq!(block.bip34_block_height().unwrap(), 500);
        prop_assert_eq!(&block.txdata[1..], &(0..count).map(tx).collect::<Vec<_>>()[..]);
        let coinbase = &block.txdata[0];
        prop_assert_eq!(coinbase.output[0].value.to_sat(), 5_000_000_116);
        prop_assert_eq!(&coinbase.output[1].script_pubkey, &paid(3));
        let script = coinbase.input[0].script_sig.as_bytes();
        prop_assert!(script.windows(8).any(|bytes| bytes == b"/quarry/"));
        let extranonces = [&extranonce1[..], &solution.extranonce2].concat();
        prop_assert!(script.windows(12).any(|bytes| bytes == extranonces));
    }
}

#[test]
fn what_cannot_be_a_coinbase_is_refused() {
    let refused = |plan: CoinbasePlan| template(0).job(String::new(), &plan, true).unwrap_err();
    let value = template(0).value;
    assert_eq!(refused(plan(&[])), TemplateError::PaysNobody);
    assert_eq!(refused(plan(&[(1, 5_000_000_124)])), TemplateError::PaysTooMuch { value });
    assert_eq!(refused(plan(&[(1, u64::MAX), (1, 1)])), TemplateError::PaysTooMuch { value });
    for bytes in [0, 17] {
        let plan = CoinbasePlan { extranonce_bytes: bytes, ..plan(&[(1, 0)]) };
        assert_eq!(refused(plan), TemplateError::ExtranonceBytes { bytes });
    }
    let long = CoinbasePlan { tag: vec![b'x'; 90], ..plan(&[(1, 0)]) };
    assert!(matches!(refused(long), TemplateError::ScriptTooLong { .. }));
}

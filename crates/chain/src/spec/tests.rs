//! The dev spec: its bytes, hash and genesis block, and what a spec refuses.

use quarry_primitives::Hash;

use super::*;
use crate::testing::easy_draft;

// Golden bytes: a change of this line is a new chain for everyone.
#[test]
fn encoding_is_golden() {
    let script = ScriptBuf::from_bytes(vec![0x51]);
    let draft =
        SpecDraft { spend_genesis: true, alloc: vec![(script, Amount::of(7))], ..easy_draft() };
    let want: Vec<u8> = [
        &[1][..],
        &[4, 0, 0, 0],
        b"easy",
        &[1, 2, 3, 4],
        &[4, 0, 0, 0],
        b"bcrt",
        &[111, 196, 239],
        &[0xff, 0xff, 0x7f, 0x20],
        &[0x58, 2, 0, 0],
        &[2, 0, 0, 0],
        &[0, 0xf2, 0x05, 0x2a, 1, 0, 0, 0],
        &[150, 0, 0, 0],
        &[6, 0, 0, 0],
        &[0x00, 0x09, 0x3d, 0, 0, 0, 0, 0],
        &[0x00, 0x10, 0x5e, 0x5f],
        &[1],
        &[1, 0, 0, 0],
        &[1, 0, 0, 0, 0x51],
        &[7, 0, 0, 0, 0, 0, 0, 0],
    ]
    .concat();
    assert_eq!(codec::encode(&draft), want);
    assert_eq!(ChainSpec::new(draft).unwrap().spec_hash(), sha256d::Hash::hash(&want));
}

// The dev chain without allocation: whoever changes its spec changes this id, and knows it.
#[test]
fn dev_chain_id_is_golden() {
    let spec = ChainSpec::dev(vec![]).unwrap();
    assert_eq!(
        spec.spec_hash().to_string(),
        "64d75498437349671729f6710ed4103da0bec384a078c4a5385306ffa9d37faa"
    );
    assert_eq!(
        spec.chain_id().to_string(),
        "0000546225942abb79987234a49c4f3cbd24b3fb8f609014485947891c8aad3c"
    );
}

#[test]
fn genesis_commits_to_the_spec() {
    let spec = ChainSpec::new(easy_draft()).unwrap();
    let genesis = spec.genesis_block();
    let script = genesis.txdata[0].input[0].script_sig.as_bytes();
    assert_eq!(script[0], 32);
    assert_eq!(script[1..], *spec.spec_hash().as_byte_array());
    assert!(genesis.check_merkle_root());
    assert!(genesis.header.target().is_met_by(genesis.block_hash()));
    assert_eq!(spec, ChainSpec::new(easy_draft()).unwrap());
}

#[test]
fn every_field_changes_the_chain() {
    let script = ScriptBuf::from_bytes(vec![0x51]);
    let base =
        SpecDraft { spend_genesis: true, alloc: vec![(script, Amount::of(1))], ..easy_draft() };
    let changes: [fn(&mut SpecDraft); 20] = [
        |_| (),
        |d| d.name.push('2'),
        |d| d.magic[0] = 9,
        |d| d.pow_limit = CompactTarget::from_consensus(0x207f_fffe),
        |d| d.block_spacing_secs += 1,
        |d| d.coinbase_maturity += 1,
        |d| d.subsidy = Amount::of(1),
        |d| d.halving_interval += 1,
        |d| d.confirmations += 1,
        |d| d.max_block_weight -= 1,
        |d| d.genesis_time += 1,
        |d| (d.spend_genesis, d.alloc) = (false, vec![]),
        |d| d.activation.bip34 += 1,
        |d| d.activation.bip66 += 1,
        |d| d.activation.bip65 += 1,
        |d| d.activation.csv += 1,
        |d| d.activation.segwit += 1,
        |d| d.retarget = Retarget::Bitcoin { interval: 10, allow_min_difficulty: false },
        |d| d.alloc[0].1 = Amount::of(2),
        |d| d.alloc[0].0 = ScriptBuf::from_bytes(vec![0x52]),
    ];
    let ids: std::collections::BTreeSet<_> = changes
        .iter()
        .map(|change| {
            let mut draft = base.clone();
            change(&mut draft);
            ChainSpec::new(draft).unwrap().chain_id()
        })
        .collect();
    assert_eq!(ids.len(), changes.len());
}

#[test]
fn wrong_specs_are_refused() {
    let script = || ScriptBuf::from_bytes(vec![0x51]);
    type Case = (fn(&mut SpecDraft), &'static str);
    let cases: [Case; 12] = [
        (|d| d.name.clear(), "name"),
        (|d| d.name = "Dev".to_owned(), "name"),
        (|d| d.name = "a".repeat(33), "name"),
        (|d| d.pow_limit = CompactTarget::from_consensus(0), "pow limit"),
        (|d| d.pow_limit = CompactTarget::from_consensus(0x04ff_ffff), "pow limit"),
        (|d| d.pow_limit = CompactTarget::from_consensus(0xff00_ffff), "pow limit"),
        (|d| d.pow_limit = CompactTarget::from_consensus(0x1d00_ffff), "too hard"),
        (|d| d.coinbase_maturity = 0, "coinbase_maturity"),
        (|d| d.halving_interval = 0, "halving_interval"),
        (|d| d.max_block_weight = 4_000_001, "weight"),
        (|d| d.subsidy = Amount::MAX, "all money"),
        (|d| d.alloc = vec![(ScriptBuf::new(), Amount::of(1))], "spend_genesis"),
    ];
    for (change, word) in cases {
        let mut draft = easy_draft();
        change(&mut draft);
        let error = ChainSpec::new(draft.clone()).expect_err(word).to_string();
        assert!(error.contains(word), "{error} / {word}");
    }
    let too_much = ChainSpec::dev(vec![(script(), Amount::MAX)]);
    assert_eq!(too_much, Err(SpecError::TooMuchMoney));
    assert_eq!(ChainSpec::dev(vec![(script(), Amount::ZERO)]), Err(SpecError::AllocEntry(0)));
    let data = ScriptBuf::from_bytes(vec![0x6a]);
    assert_eq!(ChainSpec::dev(vec![(data, Amount::of(1))]), Err(SpecError::AllocEntry(0)));
}

#[test]
fn subsidy_halves_to_nothing() {
    let spec = ChainSpec::new(easy_draft()).unwrap();
    assert_eq!(spec.subsidy(0), Amount::ZERO);
    assert_eq!(spec.subsidy(149), Amount::of(50_0000_0000));
    assert_eq!(spec.subsidy(150), Amount::of(25_0000_0000));
    assert_eq!(spec.subsidy(150 * 33), Amount::ZERO);
    assert_eq!(spec.subsidy(150 * 64), Amount::ZERO);
}

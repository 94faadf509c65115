//! Scripts through the public interface: traces, limits, and bytes that are no script.

use proptest::prelude::*;
use quarry_chain::limits::{MAX_SCRIPT_ITEM_BYTES, MAX_SCRIPT_OPS, MAX_SCRIPT_STACK_ITEMS};
use quarry_chain::script::{
    self, Flags, NoChecker, Observer, ScriptError, Spend, Stage, StepView, Trace, TxData,
    sigop_cost, verify,
};
use quarry_primitives::hashes::{hash160, sha256};
use quarry_primitives::secp256k1::Secp256k1;
use quarry_primitives::{
    BitcoinAmount, Hash, LockTime, OutPoint, Sequence, Transaction, TransactionVersion, TxIn,
    TxOut, Witness,
};

/// A transaction whose only input spends an output with these scripts.
fn spend(script_sig: Vec<u8>, script: Vec<u8>, witness: &[Vec<u8>]) -> (Transaction, [TxOut; 1]) {
    let input = TxIn {
        previous_output: OutPoint { vout: 0, ..OutPoint::null() },
        script_sig: script_sig.into(),
        sequence: Sequence::ZERO,
        witness: Witness::from_slice(witness),
    };
    let value = BitcoinAmount::from_sat(1_000);
    let tx = Transaction {
        version: TransactionVersion::TWO,
        lock_time: LockTime::ZERO,
        input: vec![input],
        output: vec![TxOut { value, script_pubkey: vec![0x51].into() }],
    };
    (tx, [TxOut { value, script_pubkey: script.into() }])
}

fn trace(script_sig: Vec<u8>, script: Vec<u8>, witness: &[Vec<u8>]) -> Trace {
    let (tx, spent) = spend(script_sig, script, witness);
    let secp = Secp256k1::verification_only();
    script::trace(&secp, &TxData::new(&tx, &spent), 0, Flags::MANDATORY)
}

fn pay_to_script_hash(script: &[u8]) -> Vec<u8> {
    [&[0xa9, 0x14], &hash160::Hash::hash(script).as_byte_array()[..], &[0x87]].concat()
}

fn pay_to_witness_script_hash(script: &[u8]) -> Vec<u8> {
    [&[0x00, 0x20], &sha256::Hash::hash(script).as_byte_array()[..]].concat()
}

/// Stage, position, name, whether it ran, top of the stack.
fn lines(trace: &Trace) -> Vec<String> {
    let line = |step: &script::Step| {
        let top = step.stack.last().map_or_else(|| "-".to_owned(), |item| format!("{item:02x?}"));
        let runs = if step.executed { "" } else { " skipped" };
        format!("{:?} {} {}{runs} {top}", step.stage, step.position, step.name())
    };
    trace.steps.iter().map(line).collect()
}

#[test]
fn a_trace_tells_every_step_of_every_script() {
    // 1 | IF 2 ELSE 3 ENDIF TOALTSTACK FROMALTSTACK
    let redeem = vec![0x63, 0x52, 0x67, 0x53, 0x68, 0x6b, 0x6c];
    let mut script_sig = vec![0x51, 7];
    script_sig.extend_from_slice(&redeem);
    let trace = trace(script_sig, pay_to_script_hash(&redeem), &[]);
    assert_eq!(trace.result, Ok(()));
    assert!(!trace.is_cut);
    let script = format!("{redeem:02x?}");
    let hash = format!("{:02x?}", hash160::Hash::hash(&redeem).as_byte_array());
    assert_eq!(
        lines(&trace),
        [
            "ScriptSig 0 OP_1 [01]".to_owned(),
            format!("ScriptSig 1 OP_PUSHBYTES {script}"),
            format!("ScriptPubKey 0 OP_HASH160 {hash}"),
            format!("ScriptPubKey 1 OP_PUSHBYTES {hash}"),
            "ScriptPubKey 22 OP_EQUAL [01]".to_owned(),
            "RedeemScript 0 OP_IF -".to_owned(),
            "RedeemScript 1 OP_2 [02]".to_owned(),
            "RedeemScript 2 OP_ELSE [02]".to_owned(),
            "RedeemScript 3 OP_3 skipped [02]".to_owned(),
            "RedeemScript 4 OP_ENDIF [02]".to_owned(),
            "RedeemScript 5 OP_TOALTSTACK -".to_owned(),
            "RedeemScript 6 OP_FROMALTSTACK [02]".to_owned(),
        ]
    );
    let of_if: Vec<_> = trace.steps[5..10].iter().map(|step| step.conditions.clone()).collect();
    assert_eq!(of_if, [vec![true], vec![true], vec![false], vec![false], vec![]]);
    assert_eq!(trace.steps[10].alt_stack, [[2]]);
    assert_eq!(trace.steps[6].index, 1);
}

#[test]
fn a_trace_ends_with_the_step_that_failed() {
    let script = vec![0x51, 0x52, 0x88, 0x51];
    let trace = trace(vec![], pay_to_witness_script_hash(&script), &[script]);
    assert_eq!(trace.result, Err(ScriptError::EqualVerify));
    let last = trace.steps.last().unwrap();
    assert_eq!((last.stage, last.name()), (Stage::WitnessScript, "OP_EQUALVERIFY"));
    assert_eq!(last.error, Some(ScriptError::EqualVerify));
    assert!(trace.steps[..trace.steps.len() - 1].iter().all(|step| step.error.is_none()));
}

#[test]
fn a_trace_is_cut_before_it_fills_the_memory() {
    // Items of 520 bytes, tripled until there are almost 600; each number after them is a step
    // that keeps all of them, 300 kB.
    let item = [&[0x4d, 0x08, 0x02][..], &[7; 520]].concat().repeat(3);
    let with_numbers = |count| [item.clone(), vec![0x6f; 198], vec![0x51; count]].concat();
    let short = trace(vec![], with_numbers(1), &[]);
    assert!(!short.is_cut && short.steps.len() == 3 + 198 + 1);
    let long = trace(vec![], with_numbers(390), &[]);
    assert_eq!((short.result, long.result), (Ok(()), Ok(())));
    assert!(long.is_cut && long.steps.len() < 3 + 198 + 390);
    let kept: usize = long.steps.iter().flat_map(|step| &step.stack).map(Vec::len).sum();
    assert!(kept <= quarry_chain::limits::MAX_TRACE_BYTES);
}

#[test]
fn legacy_sigops_weigh_four_times() {
    let multisig = vec![0x51, 0x52, 0xae];
    let (tx, spent) =
        spend([vec![3], multisig.clone()].concat(), pay_to_script_hash(&multisig), &[]);
    // Two behind the hash; nothing in the transaction itself.
    assert_eq!(sigop_cost(&tx, &spent, Flags::MANDATORY), 8);
    assert_eq!(sigop_cost(&tx, &spent, Flags::NONE), 0);
    let program = pay_to_witness_script_hash(&multisig);
    let (tx, spent) = spend(vec![], program.clone(), std::slice::from_ref(&multisig));
    assert_eq!(sigop_cost(&tx, &spent, Flags::MANDATORY), 2);
    assert_eq!(sigop_cost(&tx, &spent, Flags::P2SH), 0);
    // A witness program behind a script hash.
    let script_sig = [vec![34], program.clone()].concat();
    let (tx, spent) = spend(script_sig, pay_to_script_hash(&program), &[multisig]);
    assert_eq!(sigop_cost(&tx, &spent, Flags::MANDATORY), 2);
    let key_hash = [vec![0, 20], vec![7; 20]].concat();
    let (mut tx, spent) = spend(vec![], key_hash, &[]);
    tx.output[0].script_pubkey = vec![0xac, 0xae].into();
    assert_eq!(sigop_cost(&tx, &spent, Flags::MANDATORY), 1 + 4 * 21);
}

/// Fails the test when a script gets beyond a limit.
#[derive(Default)]
struct Watch {
    counted: usize,
    stage: Option<Stage>,
}

impl Observer for Watch {
    fn step(&mut self, step: &StepView<'_>) {
        if self.stage != Some(step.stage) {
            *self = Self { counted: 0, stage: Some(step.stage) };
        }
        self.counted += usize::from(step.opcode > 0x60);
        if step.error.is_some() {
            return;
        }
        assert!(step.stage == Stage::Tapscript || self.counted <= MAX_SCRIPT_OPS);
        assert!(step.stack.len() + step.alt_stack.len() <= MAX_SCRIPT_STACK_ITEMS);
        let mut items = step.stack.iter().chain(step.alt_stack);
        assert!(items.all(|item| item.len() <= MAX_SCRIPT_ITEM_BYTES));
    }
}

/// Operations that fill the stack, among any others.
fn script_bytes() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        (0x4f..=0x60_u8).prop_map(|byte| vec![byte]),
        (0x61..=0xba_u8).prop_map(|byte| vec![byte]),
        (0x6e..=0x6f_u8, 1..120_usize).prop_map(|(byte, count)| vec![byte; count]),
        (0..600_usize).prop_map(|length| {
            let bytes = u16::try_from(length).unwrap().to_le_bytes();
            [&[0x4d][..], &bytes, &vec![7; length]].concat()
        }),
    ];
    proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

fn flags() -> impl Strategy<Value = Flags> {
    prop_oneof![
        Just(Flags::MANDATORY),
        Just(Flags::STANDARD),
        any::<u32>().prop_map(Flags::from_bits)
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    // Whatever the bytes and the flags, even in combinations that Core refuses.
    #[test]
    fn no_bytes_panic_and_limits_hold(
        script_sig in script_bytes(),
        script in script_bytes(),
        witness in proptest::collection::vec(script_bytes(), 0..5),
        (flags, place) in (flags(), 0..6),
    ) {
        let (script_sig, script, witness) = match place {
            0 => (script_sig, pay_to_script_hash(&script), [witness, vec![script]].concat()),
            1 => {
                let length = u8::try_from(script.len() % 76).unwrap();
                let redeem = script[..usize::from(length)].to_vec();
                let push = [vec![length], redeem.clone()].concat();
                ([script_sig, push].concat(), pay_to_script_hash(&redeem), witness)
            }
            2 => {
                let program = pay_to_witness_script_hash(&script);
                (vec![], program, [witness, vec![script]].concat())
            }
            3 => (vec![], [vec![0x51, 0x20], vec![7; 32]].concat(), witness),
            4 => (vec![], [vec![0x00, 0x14], vec![7; 20]].concat(), witness),
            _ => (script_sig, script, witness),
        };
        let (tx, spent) = spend(script_sig, script, &witness);
        let data = TxData::new(&tx, &spent);
        let spend = Spend::of(&data, 0);
        let secp = Secp256k1::verification_only();
        let checker = script::TxChecker::new(&secp, &data, 0);
        let watched = verify(spend, flags, &checker, Some(&mut Watch::default()));
        // Watching changes nothing.
        prop_assert_eq!(watched, verify(spend, flags, &checker, None));
        let _ = verify(spend, flags, &NoChecker, None);
        let _ = sigop_cost(&tx, &spent, flags);
    }

    // "All flags are intended to be soft forks: the set of acceptable scripts under flags (A | B)
    // is a subset of the acceptable scripts under flag (A)."
    #[test]
    fn more_flags_take_nothing_in(
        script_sig in script_bytes(),
        script in script_bytes(),
        (fewer, more) in (any::<u32>(), any::<u32>()),
    ) {
        let [fewer, all] = [fewer, fewer | more].map(Flags::from_bits);
        let (tx, spent) = spend(script_sig, script, &[]);
        let data = TxData::new(&tx, &spent);
        let check = |flags| verify(Spend::of(&data, 0), flags, &NoChecker, None);
        if check(all).is_ok() {
            prop_assert_eq!(check(fewer), Ok(()));
        }
    }
}

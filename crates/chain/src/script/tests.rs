//! Numbers, parsing, conditions and counts: what the vectors reach through whole scripts only.

use proptest::prelude::*;
use quarry_primitives::Script;

use super::opcode::{OP_0, OP_1NEGATE, OP_16, OP_CODESEPARATOR};
use super::parse::{find_and_delete, is_minimal_push, put_push};
use super::stack::Conditions;
use super::*;

#[test]
fn the_names_of_operations_lead_back() {
    for code in 0..=u8::MAX {
        let name = opcode::name(code);
        if name != "OP_UNKNOWN" && name != "OP_PUSHBYTES" {
            assert_eq!(opcode::by_name(name), Some(code));
        }
    }
    assert_eq!(opcode::by_name("OP_UNKNOWN"), None);
}

#[test]
fn the_names_of_flags_lead_back() {
    assert_eq!(Flags::NAMES.len(), 21);
    for (name, flag) in Flags::NAMES {
        assert_eq!(Flags::from_names(name), Some(*flag));
        assert_eq!(flag.to_string(), *name);
    }
    assert_eq!(Flags::from_names(&Flags::ALL.to_string()), Some(Flags::ALL));
    assert_eq!(Flags::NONE.to_string(), "NONE");
    assert_eq!(Flags::from_names("P2SH,SEGWIT"), None);
    assert_eq!(!Flags::ALL, Flags::NONE);
    assert!(Flags::STANDARD.contains(Flags::MANDATORY));
}

#[test]
fn errors_have_names_and_words_of_their_own() {
    // But for one that was renamed from Core 30 to Core 31.
    let no_condition = ScriptError::NoCondition;
    assert_eq!(no_condition.name(), ScriptError::InvalidStackOperation.name());
    assert_eq!(no_condition.to_string(), ScriptError::UnbalancedConditional.to_string());
    let own = || ScriptError::ALL.iter().filter(|error| **error != no_condition);
    let names: std::collections::BTreeSet<_> = own().map(|error| error.name()).collect();
    let words: std::collections::BTreeSet<_> = own().map(ToString::to_string).collect();
    assert_eq!((names.len(), words.len()), (own().count(), own().count()));
    assert_eq!(
        ScriptError::SigDer.mempool_reject_reason(),
        "mempool-script-verify-flag-failed (Non-canonical DER signature)"
    );
    assert_eq!(
        ScriptError::EvalFalse.block_reject_reason(),
        "block-script-verify-flag-failed (Script evaluated without error but finished with a \
         false/empty top stack element)"
    );
}

#[test]
fn numbers_have_their_bytes() {
    let numbers: [(i64, &[u8]); 10] = [
        (0, &[]),
        (1, &[1]),
        (-1, &[0x81]),
        (127, &[0x7f]),
        (128, &[0x80, 0]),
        (-128, &[0x80, 0x80]),
        (-255, &[0xff, 0x80]),
        (256, &[0, 1]),
        (0x7fff_ffff, &[0xff, 0xff, 0xff, 0x7f]),
        (-0x8000_0000, &[0, 0, 0, 0x80, 0x80]),
    ];
    for (value, bytes) in numbers {
        assert_eq!(number::write(value), bytes);
        assert_eq!(number::read_up_to(bytes, true, 5), Ok(value));
    }
    // Negative zero, and zero in two bytes, are zero, if not in their shortest form.
    for padded in [&[0x80][..], &[0, 0], &[0, 0x80], &[0]] {
        assert_eq!(number::read(padded, false), Ok(0));
        assert_eq!(number::read(padded, true), Err(ScriptError::ScriptNum));
        assert!(!number::is_true(padded));
    }
    assert!(number::is_true(&[0x80, 0]));
    assert_eq!(number::read(&[0; 5], false), Err(ScriptError::ScriptNum));
}

// 0x02 0x01 0x02 pushes two bytes; the pattern 0x01 0x02 within is no operation.
#[test]
fn find_and_delete_goes_by_operations() {
    assert_eq!(find_and_delete(&[0x02, 0x01, 0x02], &[0x01, 0x02]), None);
    assert_eq!(
        find_and_delete(&[0x02, 0x01, 0x02, 0x01, 0x02], &[0x01, 0x02]),
        Some(vec![2, 1, 2])
    );
    // Again and again at the same place, and in what cannot be read at the end.
    assert_eq!(find_and_delete(&[0x51, 0x51, 0x52, 0x05], &[0x51]), Some(vec![0x52, 0x05]));
    assert_eq!(find_and_delete(&[0x52, 0x05, 0x51], &[0x05, 0x51]), Some(vec![0x52]));
    assert_eq!(find_and_delete(&[0x51], &[]), None);
    assert_eq!(find_and_delete(&[0x00, 0x51], &[0x00]), Some(vec![0x51]));
}

#[test]
fn counts_of_signature_checks() {
    let multisig_of_20 = [0x01, 0x14, 0xae];
    assert_eq!(count_sigops(&multisig_of_20, Counting::Accurate), 20);
    assert_eq!(count_sigops(&[OP_0, 0xae], Counting::Accurate), 20);
    assert_eq!(count_sigops(&[OP_16, 0xaf], Counting::Accurate), 16);
    assert_eq!(count_sigops(&[OP_1NEGATE, 0xaf], Counting::Accurate), 20);
    // Only what is right before counts. The library's accurate count says 2 here, which is why
    // ours is not compared with it.
    assert_eq!(count_sigops(&[0x51, 0xac, 0xae], Counting::Accurate), 21);
    // Up to where it cannot be read.
    assert_eq!(count_sigops(&[0xac, 0xad, 0x4c, 0x05, 0xac], Counting::Rough), 2);
    let p2sh = [&[0xa9, 0x14][..], &[0; 20], &[0x87]].concat();
    assert_eq!(script_hash_sigops(&[0x02, 0x52, 0xae], &p2sh), 2);
    // More than pushes, an empty script, an output of another kind.
    assert_eq!(script_hash_sigops(&[0x02, 0x52, 0xae, 0x61], &p2sh), 0);
    assert_eq!(script_hash_sigops(&[], &p2sh), 0);
    assert_eq!(script_hash_sigops(&[0x02, 0x52, 0xae, 0x51], &p2sh), 0);
    assert_eq!(script_hash_sigops(&[0x02, 0x52, 0xae], &p2sh[1..]), 0);
}

#[test]
fn kinds_of_output_go_by_their_form() {
    let key = |first: u8, length: usize| [vec![first], vec![7; length - 1]].concat();
    let pushed = |bytes: &[u8]| [&[u8::try_from(bytes.len()).unwrap()], bytes].concat();
    let (a, b) = (pushed(&key(2, 33)), pushed(&key(4, 65)));
    let multisig = |m: &[u8], n: &[u8]| [m, &a, &b, n, &[0xae]].concat();
    let program = |version: u8, bytes: usize| {
        [vec![version, u8::try_from(bytes).unwrap()], vec![7; bytes]].concat()
    };
    let cases: [(Vec<u8>, &str); 22] = [
        (vec![], "nonstandard"),
        (vec![0x51], "nonstandard"),
        ([&a[..], &[0xac]].concat(), "pubkey"),
        ([&b[..], &[0xac]].concat(), "pubkey"),
        ([&pushed(&key(4, 33))[..], &[0xac]].concat(), "nonstandard"),
        ([&[0x76, 0xa9, 0x14][..], &[7; 20], &[0x88, 0xac]].concat(), "pubkeyhash"),
        ([&[0x76, 0xa9, 0x14][..], &[7; 19], &[0x88, 0xac]].concat(), "nonstandard"),
        ([&[0xa9, 0x14][..], &[7; 20], &[0x87]].concat(), "scripthash"),
        (multisig(&[0x51], &[0x52]), "multisig"),
        (multisig(&[0x52], &[0x52]), "multisig"),
        (multisig(&[0x53], &[0x52]), "nonstandard"),
        (multisig(&[0x51], &[0x53]), "nonstandard"),
        (multisig(&[0x00], &[0x52]), "nonstandard"),
        (multisig(&[0x01, 0x01], &[0x52]), "nonstandard"),
        (vec![0x6a, 0x01, 0x07], "nulldata"),
        (vec![0x6a, 0x61], "nonstandard"),
        (program(0x00, 20), "witness_v0_keyhash"),
        (program(0x00, 32), "witness_v0_scripthash"),
        (program(0x00, 21), "nonstandard"),
        (program(0x51, 32), "witness_v1_taproot"),
        (program(0x52, 32), "witness_unknown"),
        (vec![0x51, 0x02, 0x4e, 0x73], "anchor"),
    ];
    for (script, name) in cases {
        assert_eq!(output_kind(&script).name(), name, "{script:02x?}");
    }
    let many = [vec![0x01, 17], a.repeat(17), vec![0x01, 17, 0xae]].concat();
    let OutputKind::Multisig { required: 17, keys } = output_kind(&many) else { panic!() };
    assert_eq!(keys, vec![&a[1..]; 17]);
}

#[test]
fn witness_programs_have_2_to_40_bytes() {
    let program =
        |version: u8, length: u8| [vec![version, length], vec![7; length.into()]].concat();
    for (version, number) in [(0x00, 0), (0x51, 1), (0x60, 16)] {
        for length in [2, 20, 40] {
            let script = program(version, length);
            assert_eq!(witness_program(&script), Some((number, &script[2..])));
        }
    }
    for wrong in [program(0, 1), program(0, 41), program(0x4f, 20), program(0x61, 20)] {
        assert_eq!(witness_program(&wrong), None);
    }
    assert_eq!(witness_program(&[&program(0, 20)[..], &[0]].concat()), None);
}

/// All that is known without watching from outside.
fn is_open_by_hand(taken: &[bool]) -> bool {
    taken.iter().all(|taken| *taken)
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..300)
}

proptest! {
    #[test]
    fn conditions_know_whether_all_are_taken(
        steps in proptest::collection::vec((0..3, any::<bool>()), 0..60),
    ) {
        let mut conditions = Conditions::default();
        for (step, taken) in steps {
            match step {
                0 => conditions.open(taken),
                1 => drop(conditions.turn()),
                _ => drop(conditions.close()),
            }
            prop_assert_eq!(conditions.are_all_taken(), is_open_by_hand(conditions.all()));
        }
    }

    // The parser and the rough count agree with the library's, which are of another hand.
    #[test]
    fn parsing_agrees_with_the_library(script in bytes()) {
        let library = Script::from_bytes(&script);
        prop_assert_eq!(is_push_only(&script), library.is_push_only());
        prop_assert_eq!(is_script_hash(&script), library.is_p2sh());
        prop_assert_eq!(witness_program(&script).is_some(), library.is_witness_program());
        let rough = count_sigops(&script, Counting::Rough);
        prop_assert_eq!(usize::try_from(rough).unwrap(), library.count_sigops_legacy());
    }

    #[test]
    fn operations_cover_a_script_without_gaps(script in bytes()) {
        let mut end = 0;
        for step in Instructions::new(&script).map_while(Result::ok) {
            prop_assert_eq!(step.position, end);
            prop_assert!(step.end > end && step.end <= script.len());
            end = step.end;
        }
    }

    #[test]
    fn a_push_is_read_back(data in proptest::collection::vec(any::<u8>(), 0..70_000)) {
        let mut script = Vec::new();
        put_push(&mut script, &data);
        let step = Instructions::new(&script).next().unwrap().unwrap();
        prop_assert_eq!((step.data, step.end), (&data[..], script.len()));
        let small = matches!(data[..], [1..=16 | 0x81]);
        prop_assert_eq!(is_minimal_push(step.opcode, &data), !small);
    }

    #[test]
    fn what_is_deleted_is_not_found_again_at_an_operation(script in bytes(), op in any::<u8>()) {
        let kept = find_and_delete(&script, &[op]).unwrap_or(script);
        // One round is one round: bytes may close up to the pattern anew only across a push.
        prop_assert!(kept.first() != Some(&op));
    }

    #[test]
    fn numbers_survive(value in -0x7f_ffff_ffff_i64..=0x7f_ffff_ffff) {
        prop_assert_eq!(number::read_up_to(&number::write(value), true, 5), Ok(value));
    }
}

#[test]
fn separators_are_told_from_pushed_bytes() {
    let script = [0x01, OP_CODESEPARATOR, OP_CODESEPARATOR];
    let opcodes: Vec<u8> = Instructions::new(&script).map(|step| step.unwrap().opcode).collect();
    assert_eq!(opcodes, [0x01, OP_CODESEPARATOR]);
}

//! The hot signer: caps that a restart, a clock and a lying request cannot get around.

use quarry_primitives::{Amount, Hash, NetworkKind, Now, OutPoint, ScriptBuf, Txid};
use quarry_wallet::payment::{Coin, PaymentRequest, build};
use quarry_wallet::{
    AccountSecret, BranchSecret, HotSigner, KeyRole, SignedAmount, Signer, SignerCaps, SignerError,
    UnsignedPayment,
};

const DAY_MS: u64 = 24 * 60 * 60 * 1000;
const START: Now = Now { wall_ms: 1_700_000_000_000, mono_ms: 5_000 };
const CAPS: SignerCaps =
    SignerCaps { per_transaction: Amount::of(50_000), per_day: Amount::of(100_000) };

fn branch() -> BranchSecret {
    BranchSecret::from_seed(&[3; 32], NetworkKind::Test, 1).unwrap()
}

fn signer() -> HotSigner {
    let mut signer = HotSigner::new(branch(), CAPS);
    signer.cover(KeyRole::Deposit, 5).unwrap();
    signer.cover(KeyRole::Change, 5).unwrap();
    signer
}

fn customer() -> ScriptBuf {
    AccountSecret::from_bytes(&[9; 32]).unwrap().account().script_pubkey()
}

fn coin(script_pubkey: ScriptBuf) -> Coin {
    let outpoint = OutPoint { txid: Txid::from_byte_array([4; 32]), vout: 1 };
    Coin { outpoint, amount: Amount::of(1_000_000), script_pubkey }
}

/// Pays so much that recipient and fee (141 vB at 1 sat/vB) are `leaving`.
fn payment(leaving: u64) -> UnsignedPayment {
    payment_to(customer(), leaving)
}

fn payment_to(recipient: ScriptBuf, leaving: u64) -> UnsignedPayment {
    build(&PaymentRequest {
        coins: vec![coin(branch().public().deposit_script(4).unwrap())],
        recipients: vec![(recipient, Amount::of(leaving - 141))],
        change: branch().public().change_script(0).unwrap(),
        fee_rate_sat_per_vb: 1,
        subtract_fee_from: None,
    })
    .unwrap()
}

fn after(ms: u64) -> Now {
    Now { wall_ms: START.wall_ms + ms, mono_ms: START.mono_ms + ms }
}

fn is_over_day_cap(result: &Result<quarry_primitives::Transaction, SignerError>) -> bool {
    matches!(result, Err(SignerError::OverDayCap { .. }))
}

#[test]
fn recipients_and_fee_count_but_change_does_not() {
    let mut signer = signer();
    assert_eq!(signer.leaving(&payment(50_000)), Amount::of(50_000));
    assert_eq!(
        signer.sign(START, &payment(50_001)),
        Err(SignerError::OverTransactionCap {
            leaving: Amount::of(50_001),
            cap: Amount::of(50_000)
        })
    );
    let tx = signer.sign(START, &payment(50_000)).unwrap();
    assert_eq!(tx.input[0].witness.len(), 2);
    assert_eq!(signer.left_today(START), Amount::of(50_000));
}

#[test]
fn change_to_a_stranger_or_a_deposit_script_counts() {
    let signer = signer();
    let own_deposit = branch().public().deposit_script(0).unwrap();
    assert_eq!(signer.leaving(&payment_to(own_deposit, 40_000)), Amount::of(40_000));
    // Its own word for it does not matter: the "change" goes to the customer.
    let honest = payment(40_000);
    let lying =
        UnsignedPayment::from_parts(honest.tx().clone(), honest.spent().to_vec(), Some(0)).unwrap();
    assert_eq!(signer.leaving(&lying), Amount::of(40_000));
    let mut elsewhere = honest.tx().clone();
    elsewhere.output[1].script_pubkey = customer();
    let elsewhere =
        UnsignedPayment::from_parts(elsewhere, honest.spent().to_vec(), Some(1)).unwrap();
    assert_eq!(signer.leaving(&elsewhere), Amount::of(1_000_000));
}

#[test]
fn the_days_cap_slides() {
    let mut signer = signer();
    signer.sign(START, &payment(50_000)).unwrap();
    signer.sign(after(1_000), &payment(50_000)).unwrap();
    assert!(is_over_day_cap(&signer.sign(after(DAY_MS - 1), &payment(1_000))));
    signer.sign(after(DAY_MS), &payment(50_000)).unwrap();
    assert!(is_over_day_cap(&signer.sign(after(DAY_MS), &payment(1_000))));
    signer.sign(after(DAY_MS + 1_000), &payment(50_000)).unwrap();
}

#[test]
fn the_days_cap_survives_a_restart() {
    let signed = [
        SignedAmount { signed_at_ms: START.wall_ms - DAY_MS, amount: Amount::of(77_777) },
        SignedAmount { signed_at_ms: START.wall_ms - 1, amount: Amount::of(60_000) },
    ];
    let mut signer = signer().restore(signed);
    assert_eq!(signer.left_today(START), Amount::of(40_000));
    assert!(is_over_day_cap(&signer.sign(START, &payment(40_001))));
    signer.sign(START, &payment(40_000)).unwrap();
    assert_eq!(signer.left_today(START), Amount::ZERO);
}

#[test]
fn setting_the_wall_clock_frees_nothing() {
    let mut signer = signer();
    for _ in 0..2 {
        signer.sign(START, &payment(50_000)).unwrap();
    }
    let forward = Now { wall_ms: START.wall_ms + 10 * DAY_MS, mono_ms: START.mono_ms + 1 };
    let back = Now { wall_ms: START.wall_ms - 10 * DAY_MS, mono_ms: START.mono_ms + DAY_MS };
    for now in [forward, back] {
        assert_eq!(signer.left_today(now), Amount::ZERO);
        assert!(is_over_day_cap(&signer.sign(now, &payment(1_000))));
    }
}

#[test]
fn foreign_coins_are_not_signed_and_nothing_counts() {
    let mut signer = signer();
    let foreign = coin(customer());
    let mut tx = payment(10_000).tx().clone();
    tx.input[0].previous_output = foreign.outpoint;
    let outpoint = foreign.outpoint;
    let foreign = UnsignedPayment::from_parts(tx, vec![foreign], None).unwrap();
    assert_eq!(signer.sign(START, &foreign), Err(SignerError::NotOurs(outpoint)));
    // A coin of the branch, but beyond what is covered.
    let mut fresh = HotSigner::new(branch(), CAPS);
    assert!(matches!(fresh.sign(START, &payment(10_000)), Err(SignerError::NotOurs(_))));
    assert_eq!(signer.left_today(START), CAPS.per_day);
    assert!(!format!("{signer:?}").contains("prv"));
}

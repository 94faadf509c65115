//! Payments: fee, change and dust decided as said, and signatures that hold.

use proptest::prelude::*;
use quarry_primitives::secp256k1::{Message, Secp256k1};
use quarry_primitives::sighash::SighashCache;
use quarry_primitives::{
    Amount, EcdsaSighashType, Hash, NetworkKind, OutPoint, PublicKey, Script, ScriptBuf,
    Transaction, Txid, ecdsa,
};
use quarry_wallet::AccountSecret;
use quarry_wallet::limits::{MAX_FEE_RATE_SAT_PER_VB, MAX_INPUTS, MAX_RECIPIENTS};
use quarry_wallet::payment::{
    Coin, MalformedPayment, PaymentError, PaymentRequest, SignError, UnsignedPayment, build,
    dust_limit, sign,
};

const BUYER: u8 = 1;
const SELLER: u8 = 2;

fn secret(seed: u8) -> AccountSecret {
    AccountSecret::from_bytes(&[seed; 32]).unwrap()
}

fn p2wpkh(seed: u8) -> ScriptBuf {
    secret(seed).account().script_pubkey()
}

fn p2pkh(seed: u8) -> ScriptBuf {
    secret(seed).account().bitwrk_name(NetworkKind::Test).script_pubkey()
}

fn coin(number: u16, amount: u64, script_pubkey: ScriptBuf) -> Coin {
    let mut id = [0; 32];
    id[..2].copy_from_slice(&number.to_be_bytes());
    let outpoint = OutPoint { txid: Txid::from_byte_array(id), vout: 0 };
    Coin { outpoint, amount: Amount::of(amount), script_pubkey }
}

fn request(coins: &[u64], payout: u64, fee_rate: u64) -> PaymentRequest {
    let coins = (0..).zip(coins).map(|(number, &amount)| coin(number, amount, p2wpkh(BUYER)));
    PaymentRequest {
        coins: coins.collect(),
        recipients: vec![(p2wpkh(SELLER), Amount::of(payout))],
        change: p2wpkh(BUYER),
        fee_rate_sat_per_vb: fee_rate,
        subtract_fee_from: None,
    }
}

fn key_of(script: &Script) -> Option<AccountSecret> {
    let owns =
        |seed: &u8| p2wpkh(*seed).as_script() == script || p2pkh(*seed).as_script() == script;
    [BUYER, SELLER].iter().find(|seed| owns(seed)).map(|&seed| secret(seed))
}

fn values(payment: &UnsignedPayment) -> Vec<u64> {
    payment.tx().output.iter().map(|output| output.value.to_sat()).collect()
}

#[test]
fn dust_limits_are_bitcoin_cores() {
    assert_eq!(dust_limit(&p2wpkh(1)), Amount::of(294));
    assert_eq!(dust_limit(&p2pkh(1)), Amount::of(546));
    assert_eq!(dust_limit(&ScriptBuf::new_op_return([7; 4])), Amount::ZERO);
}

#[test]
fn the_largest_coins_pay_and_the_rest_comes_back() {
    let payment = build(&request(&[1_000, 50_000, 70_000], 60_000, 2)).unwrap();
    assert_eq!(payment.spent().len(), 1);
    // One P2WPKH input and two such outputs: 141 vB.
    assert_eq!(payment.fee(), Amount::of(282));
    assert_eq!(values(&payment), [60_000, 9_718]);
    let change = payment.change().unwrap();
    assert_eq!((change.index, change.amount), (1, Amount::of(9_718)));
}

#[test]
fn change_below_dust_goes_to_the_fee() {
    // Without change 110 vB, with change 141 vB.
    let at = |rest: u64| build(&request(&[10_000 + rest], 10_000, 1)).unwrap();
    let exact = at(110);
    assert_eq!((exact.fee(), exact.change()), (Amount::of(110), None));
    let below = at(141 + 293);
    assert_eq!((below.fee(), below.change()), (Amount::of(434), None));
    let enough = at(141 + 294);
    assert_eq!(enough.fee(), Amount::of(141));
    assert_eq!(enough.change().unwrap().amount, Amount::of(294));
    assert_eq!(
        build(&request(&[10_109], 10_000, 1)),
        Err(PaymentError::InsufficientFunds { have: Amount::of(10_109), need: Amount::of(10_110) })
    );
}

#[test]
fn a_recipient_can_bear_the_fee() {
    let mut all = request(&[10_000, 20_000], 30_000, 1);
    all.subtract_fee_from = Some(0);
    let payment = build(&all).unwrap();
    // Two inputs, one output: 178 vB.
    assert_eq!((payment.fee(), values(&payment)), (Amount::of(178), vec![29_822]));

    let mut with_change = request(&[20_000], 10_000, 1);
    with_change.subtract_fee_from = Some(0);
    assert_eq!(values(&build(&with_change).unwrap()), [9_859, 10_000]);

    // What is too small for change helps the recipient, but never beyond what was asked.
    let mut leftover = request(&[10_050], 10_000, 1);
    leftover.subtract_fee_from = Some(0);
    assert_eq!(values(&build(&leftover).unwrap()), [9_940]);
    leftover.coins[0].amount = Amount::of(10_293);
    assert_eq!(values(&build(&leftover).unwrap()), [10_000]);

    let mut too_small = request(&[10_000], 400, 1);
    too_small.subtract_fee_from = Some(0);
    assert_eq!(
        build(&too_small),
        Err(PaymentError::BelowDust { payout: Amount::of(259), dust: Amount::of(294) })
    );
}

#[test]
fn coins_that_cost_more_than_they_bring_stay() {
    // A P2WPKH input is 68 vB, rounded up.
    let kept = build(&request(&[1_000_000, 680], 999_000, 10)).unwrap_err();
    assert!(matches!(kept, PaymentError::InsufficientFunds { have, .. }
        if have == Amount::of(1_000_000)));
    // A P2PKH coin costs 149 vB at most, so the smaller P2WPKH coin is worth more.
    let mut mixed = request(&[10_000], 5_000, 100);
    mixed.coins.push(coin(9, 12_000, p2pkh(BUYER)));
    mixed.coins[0].amount = Amount::of(20_000);
    mixed.coins.push(coin(10, 20_000, p2pkh(BUYER)));
    let payment = build(&mixed).unwrap();
    assert_eq!(payment.spent()[0].script_pubkey, p2wpkh(BUYER));
}

#[test]
fn wrong_requests_are_refused() {
    let good = request(&[100_000], 50_000, 1);
    let refused = |change: &dyn Fn(&mut PaymentRequest)| {
        let mut bad = good.clone();
        change(&mut bad);
        build(&bad).unwrap_err()
    };
    assert_eq!(refused(&|r| r.recipients.clear()), PaymentError::NoRecipient);
    assert_eq!(
        refused(&|r| r.recipients = vec![r.recipients[0].clone(); MAX_RECIPIENTS + 1]),
        PaymentError::TooManyRecipients(MAX_RECIPIENTS + 1)
    );
    assert_eq!(refused(&|r| r.subtract_fee_from = Some(1)), PaymentError::NoSuchRecipient(1));
    let rate = MAX_FEE_RATE_SAT_PER_VB + 1;
    assert_eq!(refused(&|r| r.fee_rate_sat_per_vb = rate), PaymentError::FeeRateTooHigh(rate));
    assert_eq!(
        refused(&|r| r.coins.push(r.coins[0].clone())),
        PaymentError::DuplicateCoin(good.coins[0].outpoint)
    );
    assert_eq!(
        refused(&|r| r.coins[0].script_pubkey = ScriptBuf::new()),
        PaymentError::UnsupportedCoin(good.coins[0].outpoint)
    );
    assert_eq!(
        refused(&|r| r.recipients[0].1 = Amount::of(293)),
        PaymentError::BelowDust { payout: Amount::of(293), dust: Amount::of(294) }
    );
    assert_eq!(
        refused(&|r| r.recipients = vec![(p2wpkh(2), Amount::MAX); 2]),
        PaymentError::Overflow
    );
    assert!(matches!(
        refused(&|r| {
            r.recipients[0].0 = ScriptBuf::from_bytes(vec![0x6a; 100_000]);
            r.fee_rate_sat_per_vb = 0;
        }),
        PaymentError::TooHeavy(_)
    ));
    assert!(matches!(
        refused(&|r| r.coins.clear()),
        PaymentError::InsufficientFunds { have: Amount::ZERO, .. }
    ));
}

#[test]
fn inputs_are_limited() {
    let coins = vec![1_000; MAX_INPUTS + 1];
    let covered = (1_000 - 69) * MAX_INPUTS as u64;
    assert_eq!(build(&request(&coins, covered, 1)).unwrap().spent().len(), MAX_INPUTS);
    let more = build(&request(&coins, 1_000 * MAX_INPUTS as u64, 1)).unwrap_err();
    assert!(matches!(more, PaymentError::TooManyInputs { have, .. }
        if have == Amount::of(1_000 * MAX_INPUTS as u64)));
}

/// Checks every signature by the library's own means, for a key that is known to own the script.
fn assert_signed(payment: &UnsignedPayment, tx: &Transaction) {
    let secp = Secp256k1::verification_only();
    for (index, coin) in payment.spent().iter().enumerate() {
        let (signature, public, digest) = if coin.script_pubkey.is_p2wpkh() {
            let witness = &tx.input[index].witness;
            assert!(tx.input[index].script_sig.is_empty() && witness.len() == 2);
            let digest = SighashCache::new(tx).p2wpkh_signature_hash(
                index,
                &coin.script_pubkey,
                coin.amount.into(),
                EcdsaSighashType::All,
            );
            (witness[0].to_vec(), witness[1].to_vec(), digest.unwrap().to_byte_array())
        } else {
            assert!(tx.input[index].witness.is_empty());
            let digest = SighashCache::new(tx).legacy_signature_hash(index, &coin.script_pubkey, 1);
            let pushes: Vec<_> = tx.input[index]
                .script_sig
                .instructions()
                .map(|push| push.unwrap().push_bytes().unwrap().as_bytes().to_vec())
                .collect();
            (pushes[0].clone(), pushes[1].clone(), digest.unwrap().to_byte_array())
        };
        let signature = ecdsa::Signature::from_slice(&signature).unwrap();
        let public = PublicKey::from_slice(&public).unwrap();
        assert_eq!(key_of(&coin.script_pubkey).unwrap().account().to_secp256k1(), public.inner);
        secp.verify_ecdsa(&Message::from_digest(digest), &signature.signature, &public.inner)
            .unwrap();
    }
}

#[test]
fn both_kinds_are_signed_and_signing_again_changes_nothing() {
    let mut both = request(&[10_000, 20_000], 55_000, 3);
    both.coins.push(coin(7, 30_000, p2pkh(SELLER)));
    let payment = build(&both).unwrap();
    assert_eq!(payment.spent().len(), 3);
    let tx = sign(&payment, key_of).unwrap();
    assert_signed(&payment, &tx);
    assert_eq!(sign(&payment, key_of).unwrap(), tx);
    // Every byte, signatures included: a payment made again after an upgrade is the same one.
    assert_eq!(
        tx.compute_wtxid().to_string(),
        "295aa9dd2c925c3a4af1012181d74a8d91c8405e9f8f7b3ce11921d7213d3ddd"
    );
}

#[test]
fn keys_that_are_missing_or_wrong_sign_nothing() {
    let payment = build(&request(&[100_000], 50_000, 1)).unwrap();
    let outpoint = payment.spent()[0].outpoint;
    let none = |_: &Script| None::<AccountSecret>;
    assert_eq!(sign(&payment, none), Err(SignError::NoKey(outpoint)));
    let wrong = |_: &Script| Some(secret(SELLER));
    assert_eq!(sign(&payment, wrong), Err(SignError::WrongKey(outpoint)));
}

#[test]
fn parts_that_contradict_each_other_are_no_payment() {
    let payment = build(&request(&[40_000, 50_000], 70_000, 1)).unwrap();
    let (tx, spent) = (payment.tx().clone(), payment.spent().to_vec());
    let again = UnsignedPayment::from_parts(tx.clone(), spent.clone(), Some(1)).unwrap();
    assert_eq!(again, payment);

    let refused = |tx: &Transaction, spent: &[Coin], change| {
        UnsignedPayment::from_parts(tx.clone(), spent.to_vec(), change).unwrap_err()
    };
    assert_eq!(refused(&tx, &spent[..1], None), MalformedPayment::CoinsDiffer);
    let swapped = [spent[1].clone(), spent[0].clone()];
    assert_eq!(refused(&tx, &swapped, None), MalformedPayment::CoinsDiffer);
    assert_eq!(refused(&tx, &spent, Some(2)), MalformedPayment::NoSuchOutput(2));
    let mut poor = spent.clone();
    poor[0].amount = Amount::of(1);
    assert_eq!(refused(&tx, &poor, None), MalformedPayment::Value);
    let mut twice = tx;
    twice.input[1].previous_output = twice.input[0].previous_output;
    let same = [spent[0].clone(), spent[0].clone()];
    assert_eq!(refused(&twice, &same, None), MalformedPayment::SpentTwice);
    let signed = sign(&payment, key_of).unwrap();
    assert_eq!(refused(&signed, &spent, None), MalformedPayment::Signed(0));
}

fn any_request() -> impl Strategy<Value = PaymentRequest> {
    let amounts = prop::collection::vec((200u64..200_000, any::<bool>()), 1..12);
    let payouts = prop::collection::vec((546u64..100_000, any::<bool>()), 1..5);
    let fee_from = prop::option::of(any::<prop::sample::Index>());
    (amounts, payouts, 0u64..40, fee_from).prop_map(|(amounts, payouts, fee_rate, fee_from)| {
        let script = |seed, modern| if modern { p2wpkh(seed) } else { p2pkh(seed) };
        let coins = (0..).zip(amounts);
        PaymentRequest {
            coins: coins.map(|(n, (amount, kind))| coin(n, amount, script(BUYER, kind))).collect(),
            subtract_fee_from: fee_from.map(|index| index.index(payouts.len())),
            recipients: payouts
                .into_iter()
                .map(|(amount, kind)| (script(SELLER, kind), Amount::of(amount)))
                .collect(),
            change: p2wpkh(BUYER),
            fee_rate_sat_per_vb: fee_rate,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn laws_of_a_payment(request in any_request(), rotation in any::<prop::sample::Index>()) {
        let result = build(&request);
        let mut turned = request.clone();
        turned.coins.rotate_left(rotation.index(request.coins.len()));
        prop_assert_eq!(&build(&turned), &result, "the order of coins matters");
        let Ok(payment) = result else { return Ok(()) };

        let paid_in: u64 = payment.spent().iter().map(|coin| coin.amount.to_base()).sum();
        let paid_out: u64 = values(&payment).iter().sum();
        prop_assert_eq!(paid_in, paid_out + payment.fee().to_base());

        for (index, (script, amount)) in request.recipients.iter().enumerate() {
            let output = &payment.tx().output[index];
            prop_assert_eq!(&output.script_pubkey, script);
            prop_assert!(output.value.to_sat() >= dust_limit(script).to_base());
            if request.subtract_fee_from == Some(index) {
                prop_assert!(output.value.to_sat() <= amount.to_base());
            } else {
                prop_assert_eq!(output.value.to_sat(), amount.to_base());
            }
        }

        let tx = sign(&payment, key_of).unwrap();
        assert_signed(&payment, &tx);
        let rate = request.fee_rate_sat_per_vb;
        let asked = tx.vsize() as u64 * rate;
        // Signatures may be shorter than counted on; change that is dust is worth 293 at most, and
        // leaving it out saves its 31 vB.
        let spare = (3 * tx.input.len() as u64 + 1) * rate + 293 + 31 * rate;
        prop_assert!((asked..=asked + spare).contains(&payment.fee().to_base()));
    }
}

//! Amounts on the wire: Core's `ParseFixedPoint` and `ValueFromAmount`.

use proptest::prelude::*;
use quarry_api::rpc::{Json, amount_from_json, json_from_amount, parse_fixed_point};
use quarry_primitives::MAX_MONEY;

#[test]
fn decimal_numbers_are_read_exactly() {
    for (text, value) in [
        ("0", Some(0)),
        ("1", Some(100_000_000)),
        ("0.0", Some(0)),
        ("-0.1", Some(-10_000_000)),
        ("1.1", Some(110_000_000)),
        ("1.10000000000000000", Some(110_000_000)),
        ("1.1e1", Some(1_100_000_000)),
        ("1.1e-1", Some(11_000_000)),
        ("1000", Some(100_000_000_000)),
        ("-1000", Some(-100_000_000_000)),
        ("0.00000001", Some(1)),
        ("0.0000000100000000", Some(1)),
        ("-0.00000001", Some(-1)),
        ("0.000000001", None),
        ("0.00000001000000001", None),
        ("1000000000.00000001", Some(100_000_000_000_000_001)),
        ("9999999999.99999999", Some(999_999_999_999_999_999)),
        ("10000000000.0", None),
        ("9999999999.999999999", None),
        ("1e-8", Some(1)),
        ("1E+2", Some(10_000_000_000)),
        ("0.1e-7", Some(1)),
        ("0e9", Some(0)),
        ("0e10", None),
        ("19e-9", None),
        ("1e10", None),
        ("1e99999999999999999999", None),
        ("", None),
        ("-", None),
        ("a-1000", None),
        ("-a1000", None),
        ("-1000a", None),
        ("-01000", None),
        ("00.1", None),
        (".1", None),
        ("--0.1", None),
        ("0.000000001", None),
        ("-0.000000001", None),
        ("1.", None),
        ("1.1e", None),
        ("1.1e-", None),
        ("1e1.5", None),
        ("+1", None),
        (" 1", None),
        ("1 ", None),
    ] {
        assert_eq!(parse_fixed_point(text, 8), value, "{text}");
    }
}

#[test]
fn amounts_are_within_all_the_money_there_is() {
    let amount = |text: &str| amount_from_json(&Json::parse(text.as_bytes()).unwrap());
    assert_eq!(amount("21000000").unwrap().to_base(), MAX_MONEY);
    assert_eq!(amount("\"0.5\"").unwrap().to_base(), 50_000_000);
    for (text, message) in [
        ("21000000.00000001", "Amount out of range"),
        ("-0.00000001", "Amount out of range"),
        ("\"93e+9\"", "Invalid amount"),
        ("\"x\"", "Invalid amount"),
        ("null", "Amount is not a number or string"),
        ("[]", "Amount is not a number or string"),
    ] {
        let error = amount(text).unwrap_err();
        assert_eq!((error.code, error.message.as_str()), (-3, message), "{text}");
    }
}

proptest! {
    #[test]
    fn amounts_go_both_ways(units in -i64::MAX..i64::MAX) {
        let text = json_from_amount(units).write();
        prop_assert_eq!(text.split('.').nth(1).map(str::len), Some(8));
        if units.abs() < 1_000_000_000_000_000_000 {
            prop_assert_eq!(parse_fixed_point(&text, 8), Some(units));
        }
    }
}

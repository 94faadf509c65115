//! Reading and writing JSON: the same values as `serde_json`, but numbers by their digits, members in
//! order, and depth bounded.

use proptest::prelude::*;
use quarry_api::rpc::{Json, limits};
use serde_json::Value;

/// Any value, a few levels deep.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        // Exact in few digits: the other's reading of floats is not exact to the last bit.
        any::<i32>().prop_map(|n| Value::from(f64::from(n) / 8.0)),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_the_other_writes_is_read(value in values()) {
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            let read = Json::parse(text.as_bytes()).unwrap();
            for written in [read.write(), read.write_pretty(4)] {
                prop_assert_eq!(&serde_json::from_str::<Value>(&written).unwrap(), &value);
            }
        }
    }

    /// Texts near JSON: both read them, or neither does.
    #[test]
    fn both_refuse_the_same(text in r#"[\[\]{},:"\\u0-9a-fA-FeE+. truefalsn\t-]{0,24}"#) {
        let ours = Json::parse(text.as_bytes()).is_ok();
        // A number that no float holds is a number all the same.
        let theirs = match serde_json::from_str::<Value>(&text) {
            Ok(_) => true,
            Err(error) => error.to_string().starts_with("number out of range"),
        };
        prop_assert_eq!(ours, theirs, "{}", text);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _read = Json::parse(&bytes);
    }
}

#[test]
fn what_is_no_json_is_refused() {
    for bad in [
        "",
        " ",
        "nul",
        "truee",
        "+1",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "1e+",
        "0x1",
        "NaN",
        "[1,]",
        "[,]",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\"}",
        "\"",
        "\"\n\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ud800\\u0041\"",
        "\"\\u+123\"",
        "[1 2]",
        "[1]]",
        "{}{}",
        "\u{feff}1",
    ] {
        assert!(Json::parse(bad.as_bytes()).is_err(), "{bad}");
    }
    assert!(Json::parse(b"\"\xff\"").is_err());
}

#[test]
fn numbers_and_order_are_kept() {
    let text = "{\"b\":1.10,\"a\":-0,\"b\":1E+400,\"c\":[100000000000000000000000000001]}";
    let value = Json::parse(text.as_bytes()).unwrap();
    assert_eq!(value.write(), text);
    // Of members with one name, the first is found.
    assert_eq!(value.get("b").write(), "1.10");
    assert_eq!(value.get("x"), &Json::Null);
}

#[test]
fn texts_are_written_as_core_writes_them() {
    let text = Json::from("\u{0}\u{7}\u{8}\t\n\u{c}\r\u{1f}\"\\/\u{7f}é😀");
    let written = "\"\\u0000\\u0007\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\\u007fé😀\"";
    assert_eq!(text.write(), written);
    assert_eq!(Json::parse(b"\"\\ud83d\\ude00\\/\"").unwrap(), Json::from("😀/"));
    let pretty = Json::parse(b"{\"a\":[1,{}]}").unwrap().write_pretty(2);
    assert_eq!(pretty, "{\n  \"a\": [\n    1,\n    {\n    }\n  ]\n}");
}

#[test]
fn floats_have_sixteen_digits() {
    let write = |value: f64| Json::from_f64(value).write();
    for (value, text) in [
        (0.0, "0"),
        (1.0, "1"),
        (-2.5, "-2.5"),
        (0.1 + 0.2, "0.3"),
        (4.656_542_373_906_925e-10, "4.656542373906925e-10"),
        (0.0001, "0.0001"),
        (0.00001, "1e-05"),
        (1e15, "1000000000000000"),
        (1e16, "1e+16"),
        (123_456.789, "123456.789"),
    ] {
        assert_eq!(write(value), text);
    }
    assert_eq!(write(f64::NAN), "null");
    assert_eq!(write(f64::INFINITY), "null");
}

#[test]
fn depth_is_bounded() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(Json::parse(nested(limits::MAX_DEPTH).as_bytes()).is_ok());
    assert!(Json::parse(nested(limits::MAX_DEPTH + 1).as_bytes()).is_err());
    assert!(Json::parse("{\"a\":".repeat(1_000_000).as_bytes()).is_err());
}

#[test]
fn wrong_types_are_named_as_core_names_them() {
    let number = Json::parse(b"1.5").unwrap();
    let error = number.as_str().unwrap_err();
    assert_eq!(
        error.to_json().write(),
        "{\"code\":-3,\"message\":\"JSON value of type number is not of expected type string\"}"
    );
    assert_eq!(number.as_int::<i64>().unwrap_err().message, "JSON integer out of range");
    assert_eq!(Json::from(300).as_int::<u8>().unwrap_err().code, -1);
    assert_eq!(Json::Null.as_int::<u8>().unwrap_err().code, -3);
    assert_eq!(number.as_f64(), Ok(1.5));
    assert_eq!(
        Json::parse(b"1e999").unwrap().as_f64().unwrap_err().message,
        "JSON double out of range"
    );
}

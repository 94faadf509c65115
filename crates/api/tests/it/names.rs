//! Named parameters put in their places.

use quarry_api::rpc::{Json, Name, positional};

const NAMES: [Name<'_>; 5] = [
    Name { names: "a", option: false },
    Name { names: "b|beta", option: false },
    Name { names: "o1", option: true },
    Name { names: "o2", option: true },
    Name { names: "options", option: false },
];

fn place(text: &str) -> Result<String, String> {
    let Json::Object(members) = Json::parse(text.as_bytes()).unwrap() else { panic!("{text}") };
    positional(members, &NAMES).map(|p| Json::from(p).write()).map_err(|error| {
        assert_eq!(error.code, -8);
        error.message
    })
}

#[test]
fn every_parameter_finds_its_place() {
    for (given, placed) in [
        ("{}", "[]"),
        (r#"{"a":1}"#, "[1]"),
        (r#"{"beta":2}"#, "[null,2]"),
        (r#"{"b":2,"a":1}"#, "[1,2]"),
        (r#"{"o2":4}"#, r#"[null,null,{"o2":4}]"#),
        (r#"{"a":1,"o2":4,"o1":3}"#, r#"[1,null,{"o1":3,"o2":4}]"#),
        (r#"{"options":{"x":1}}"#, r#"[null,null,{"x":1}]"#),
        (r#"{"args":[1]}"#, "[1]"),
        (r#"{"args":[1],"b":2}"#, "[1,2]"),
        (r#"{"args":[1,2],"o1":3}"#, r#"[1,2,{"o1":3}]"#),
        (r#"{"args":[],"b":2}"#, "[null,2]"),
        (r#"{"args":[1,2,3,4]}"#, "[1,2,3,4]"),
    ] {
        assert_eq!(place(given).as_deref(), Ok(placed), "{given}");
    }
}

#[test]
fn what_fits_nowhere_or_twice_is_refused() {
    for (given, message) in [
        (r#"{"x":1}"#, "Unknown named parameter x"),
        (r#"{"a":1,"a":2}"#, "Parameter a specified multiple times"),
        (r#"{"b":1,"beta":2}"#, "Unknown named parameter beta"),
        (r#"{"options":{},"o1":3}"#, "Parameter options conflicts with parameter o1"),
        (
            r#"{"args":[1],"a":2}"#,
            "Parameter a specified twice both as positional and named argument",
        ),
        (
            r#"{"args":[1,2],"b":2}"#,
            "Parameter b|beta specified twice both as positional and named argument",
        ),
    ] {
        assert_eq!(place(given), Err(message.to_owned()), "{given}");
    }
}

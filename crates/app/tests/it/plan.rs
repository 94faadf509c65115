//! `quarry plan`: the answers, their exit codes, the drawing, and every wrong number.

use std::fs;

use serde_json::Value;

use crate::harness::{Quarry, Ran};

/// A plan that can be made, but for what a test adds or puts in place of it.
const ASKED: [(&str, &str); 4] = [("-D", "36"), ("-T", "600"), ("-L", "0.95"), ("--rate", "20M")];

fn plan(changed: &[(&str, &str)], more: &[&str]) -> Ran {
    let mut args = vec!["plan"];
    for (option, value) in ASKED {
        let value = changed.iter().find(|(name, _)| *name == option).map_or(value, |(_, v)| v);
        args.extend([option, value]);
    }
    for (option, value) in changed {
        if ASKED.iter().all(|(name, _)| name != option) {
            args.extend([*option, *value]);
        }
    }
    args.extend(more);
    Quarry::new().run(&args)
}

fn json(changed: &[(&str, &str)], code: i32) -> Value {
    let ran = plan(changed, &["--json"]);
    assert_eq!(ran.code, Some(code), "{ran:#?}");
    ran.json()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

#[test]
fn the_answer_comes_first() {
    let ran = plan(&[("--price", "0.04")], &[]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let first = ran.stdout.lines().next().unwrap();
    assert_eq!(first, "19 machines: a hit within 600 s with 95.6 %");
    for words in ["MEAN COST", "<- the fewest", "<- knee", "68.72 GH on average", "20.00 MH/s"] {
        assert!(ran.stdout.contains(words), "no `{words}` in {}", ran.stdout);
    }
    assert!(ran.stdout.contains("MEAN COST: until a hit, nobody giving up"), "{ran:#?}");
    let free = plan(&[], &[]).stdout;
    assert!(!free.contains("COST") && !free.contains("cost "), "{free}");
}

#[test]
fn the_document_has_the_keys_that_the_help_lists() {
    let document = json(&[("--price", "0.04")], 0);
    let keys: Vec<_> = document.as_object().unwrap().keys().cloned().collect();
    let mut listed = vec![
        "answer", "machines", "asked", "hashes", "here", "fleet", "reach", "knee", "useful",
        "curve",
    ];
    listed.sort_unstable();
    assert_eq!(keys, listed);
    let help = Quarry::new().run(&["plan", "--help"]).stdout;
    let outlook = document["fleet"].as_object().unwrap();
    for key in
        keys.iter().chain(outlook.keys()).chain(document["reach"].as_object().unwrap().keys())
    {
        assert!(help.contains(key.as_str()), "the help does not tell `{key}`");
    }
    assert_eq!((&document["answer"], &document["machines"]), (&"machines".into(), &19.into()));
    assert_eq!(document["asked"]["boot_secs"], 35.0);
    assert_eq!(document["asked"]["local_rate"], 20e6);
    assert!(number(&document["fleet"]["chance_by_deadline"]) >= 0.95);
    assert!(number(&document["fleet"]["confidence_secs"]) <= 600.0);
    let curve = document["curve"].as_array().unwrap();
    let at = |machines: u32| curve.iter().find(|point| point["machines"] == machines).unwrap();
    assert!((number(&at(16)["mean_secs"]) - 250.0).abs() < 0.5);
    assert!((number(&at(16)["mean_cost"]) - 0.045).abs() < 0.0006);
    assert_eq!(at(1)["quantiles"].as_array().unwrap().len(), 5);
    // No price, no cost.
    assert!(json(&[], 0)["fleet"]["mean_cost"].is_null());
}

#[test]
fn small_searches_stay_here() {
    let small = json(&[("-D", "20"), ("--rate", "1M")], 0);
    assert_eq!((&small["answer"], &small["machines"]), (&"here".into(), &0.into()));
    let ran = plan(&[("-D", "20"), ("--rate", "1M")], &[]);
    assert!(ran.stdout.starts_with("0 machines: faster here."), "{ran:#?}");
    let soon = [("-D", "24"), ("-T", "60"), ("-L", "0.999"), ("--rate", "1M")];
    assert_eq!(json(&soon, 0)["answer"], "here_first");
    let text = plan(&soon, &[]).stdout;
    assert!(text.contains("for 99.9 % take 5 machines"), "{text}");
    // This machine is slower than those that can be had.
    let slow = [("-D", "24"), ("-T", "60"), ("--rate", "1M"), ("--local-rate", "10k")];
    assert_eq!(json(&slow, 0)["answer"], "machines");
}

#[test]
fn what_is_out_of_reach_is_told_with_what_is_not() {
    let ran = plan(&[("-T", "30")], &[]);
    assert_eq!(ran.code, Some(4), "{ran:#?}");
    assert!(ran.stdout.starts_with("not reachable: 95 % within 30 s"), "{ran:#?}");
    assert!(ran.stdout.contains("The first machine is up after 35 s"), "{ran:#?}");
    assert_eq!(ran.stderr.trim().lines().count(), 1, "{ran:#?}");
    let document = json(&[("-T", "30")], 4);
    assert_eq!(document["answer"], "out_of_reach");
    assert!(document["machines"].is_null() && document["fleet"].is_null());

    // What it says can be reached can be.
    let hopeless = [("-D", "40"), ("-T", "100"), ("--launch", "2")];
    let ran = plan(&hopeless, &[]);
    let (_, hint) = ran.stderr.split_once("in reach: ").unwrap();
    let after = |option: &str| {
        let (_, rest) = hint.split_once(option).unwrap();
        rest.split_whitespace().next().unwrap().to_owned()
    };
    let (deadline, confidence) = (after("-T "), after("-L "));
    json(&[("-D", "40"), ("-T", &deadline), ("--launch", "2")], 0);
    json(&[("-D", "40"), ("-T", "100"), ("--launch", "2"), ("-L", &confidence)], 0);
}

#[test]
fn a_space_has_an_end() {
    let document = json(&[("-D", "34"), ("--nonce-bits", "32")], 4);
    assert!(document["hashes"].is_null() && document["reach"]["deadline_secs"].is_null());
    assert!((number(&document["reach"]["confidence"]) - 0.221).abs() < 0.001);
    let ran = plan(&[("-D", "34"), ("--nonce-bits", "32")], &[]);
    assert!(ran.stdout.contains("22.1 % only"), "{ran:#?}");
    assert!(ran.stdout.contains("MEAN: until a hit or the end of the space"), "{ran:#?}");
    json(&[("-D", "34"), ("--nonce-bits", "32"), ("-L", "0.22")], 0);
}

#[test]
fn extremes_are_planned_too() {
    assert_eq!(json(&[("-D", "0")], 0)["answer"], "here");
    assert_eq!(json(&[("-D", "255")], 4)["answer"], "out_of_reach");
    let ran = plan(&[("-D", "70")], &[]);
    assert!(ran.stdout.contains("(at most 100000 machines are considered)"), "{ran:#?}");
    let ran = plan(&[("-L", "1e-9")], &[]);
    assert!(!ran.stdout.contains("0000001e") && !ran.stdout.contains(" 0.0 %"), "{ran:#?}");
    json(&[("-L", "1e-300")], 0);
    let ran = plan(&[("-D", "60"), ("-T", "1e-300")], &["--json"]);
    assert!(ran.code == Some(4) && !ran.stdout.contains("-0.0"), "{ran:#?}");
    assert!(!ran.stderr.contains("-L -0"), "{ran:#?}");
    json(&[("-L", "0.9999999999999999"), ("-T", "1e12")], 0);
    json(&[("--launch", "0.001"), ("--price", "1e9")], 0);
}

#[test]
fn the_drawing_is_written_where_it_was_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("plan.svg");
    let path = file.to_str().unwrap();
    let ran = plan(&[("--svg", path)], &["--json"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let points = ran.json()["curve"].as_array().unwrap().len();
    let drawn = fs::read_to_string(&file).unwrap();
    assert!(drawn.starts_with("<svg") && drawn.trim_end().ends_with("</svg>"));
    assert_eq!(drawn.matches("<circle").count(), 3 * points);
    assert!(ran.stderr.contains(path), "{ran:#?}");
    // Also of what cannot be done: the curve shows why.
    let ran = plan(&[("--svg", path), ("-T", "30")], &["-q"]);
    assert_eq!(ran.code, Some(4), "{ran:#?}");
    assert_ne!(fs::read_to_string(&file).unwrap(), drawn);
    let nowhere = dir.path().join("no/such/plan.svg");
    let ran = plan(&[("--svg", nowhere.to_str().unwrap())], &[]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""), "{ran:#?}");
    assert!(ran.stderr.contains("--svg") && ran.stderr.contains("no/such/plan.svg"), "{ran:#?}");
}

#[test]
fn every_wrong_number_is_refused_with_its_option_and_what_is_allowed() {
    let wrong = [
        ("-L", &["1", "0", "1.5", "-0.1", "nan", "inf", "95", "x", ""][..], "below 1"),
        ("-T", &["0", "-5", "nan", "inf", "1e13", "x"], "above 0"),
        ("-D", &["256", "-1", "3.5", "x", "", "nan"], "0 to 255"),
        (
            "--rate",
            &["0", "-1", "nan", "inf", "1e25", "0M", "50m", "fast", "M", ""],
            "hashes per second",
        ),
        ("--local-rate", &["0", "nan", "x"], "hashes per second"),
        ("--price", &["-1", "nan", "inf", "1e10", "free"], "from 0"),
        ("--boot", &["1e300", "-1", "nan", "inf", "1e13", "x"], "from 0"),
        ("--launch", &["-1", "nan", "inf", "x"], "from 0"),
        ("--nonce-bits", &["0", "65", "-1", "x"], "1 to 64"),
    ];
    for (option, values, allowed) in wrong {
        for value in values {
            let ran = plan(&[(option, value)], &[]);
            assert_eq!(
                (ran.code, ran.stdout.as_str()),
                (Some(2), ""),
                "{option} {value}: {ran:#?}"
            );
            assert!(ran.stderr.contains(option), "{option} {value}: {ran:#?}");
            assert!(ran.stderr.contains(allowed), "{option} {value}: {ran:#?}");
            let ran = plan(&[(option, value)], &["--json"]);
            assert_eq!(ran.json()["error"]["code"], "usage", "{option} {value}: {ran:#?}");
        }
    }
    let zeros = format!("1{}", "0".repeat(300));
    for value in ["1e300", &zeros] {
        let ran = plan(&[("--rate", value)], &[]);
        assert!(ran.code == Some(2) && ran.stderr.len() < 200, "{ran:#?}");
    }
    // What is missing is named.
    let ran = Quarry::new().run(&["plan", "-D", "36"]);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    for option in ["--deadline", "--confidence", "--rate"] {
        assert!(ran.stderr.contains(option), "{ran:#?}");
    }
}

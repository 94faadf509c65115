//! `quarry bench`: the form of its result. What the figures are is for a quiet machine to say.

use crate::harness::run;

#[test]
fn every_backend_is_measured_in_every_mode_beside_the_yardstick() {
    let ran = run(&["bench", "--seconds", "0.2", "--threads", "2", "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let lines = ran.json();
    let lines = lines.as_array().unwrap();
    assert_eq!((&lines[0]["backend"], &lines[0]["mode"]), (&"sha2".into(), &"nonce".into()));
    assert_eq!(lines[0]["ratio_to_sha2"], 1.0);
    for mode in ["nonce", "version", "data"] {
        let has = |line: &&serde_json::Value| line["backend"] == "portable" && line["mode"] == mode;
        assert_eq!(lines.iter().filter(has).count(), 1, "{mode}");
    }
    for line in lines {
        let number = |name: &str| line[name].as_f64().unwrap();
        assert_eq!(line["threads"], 2);
        assert!(line["spread"]["low"].as_f64().unwrap() <= number("hashes_per_second"));
        assert!(line["spread"]["high"].as_f64().unwrap() >= number("hashes_per_second"));
        assert!(number("cycles_per_hash") > 1.0 && number("ratio_to_sha2") > 0.0);
        assert!(line["bound_cycles"].is_null() || number("bound_cycles") > 1.0);
    }
    let help = run(&["bench", "--help"]).stdout;
    for key in lines.iter().flat_map(|line| line.as_object().unwrap().keys()) {
        assert!(help.contains(key.as_str()), "the help does not tell `{key}`");
    }
    let with_engine: Vec<_> = lines.iter().filter(|line| line["engine"].is_object()).collect();
    assert_eq!(with_engine.len(), 1, "{lines:#?}");
    let engine = &with_engine[0]["engine"];
    for key in ["overhead_percent", "easy_target_percent", "switch_p99_ms"] {
        assert!(engine[key].is_number(), "{key}: {engine}");
    }
}

#[test]
fn one_backend_is_shown_beside_the_yardstick_for_people() {
    let ran = run(&["bench", "--seconds", "0.05", "--backend", "portable"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    // The table's head, the yardstick, three modes, the engine twice, what is measured how.
    assert_eq!(ran.stdout.lines().count(), 8, "{}", ran.stdout);
    assert!(ran.stdout.lines().last().unwrap().contains("by CPU time"), "{}", ran.stdout);
    assert!(ran.stderr.starts_with("bench: 4 lines of 50 ms each"), "{}", ran.stderr);
    assert!(ran.stderr.contains("about 350 ms in all"), "{}", ran.stderr);
    assert!(ran.stdout.contains("x sha2") && ran.stdout.contains("engine: "), "{}", ran.stdout);
}

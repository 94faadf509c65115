//! For every rule: a text that keeps it and a text that breaks it, with the line it names.

use super::*;

/// The lines that a rule names.
fn lines(found: impl IntoIterator<Item = Violation>) -> Vec<usize> {
    found.into_iter().map(|violation| violation.line).collect()
}

#[test]
fn direction_refuses_an_arrow_that_points_up() {
    let manifest = "[dependencies]\nquarry-primitives.workspace = true\nquarry-store = \"1\"\n";
    let found = direction("crates/chain/Cargo.toml", manifest);
    assert_eq!(lines(found), [3]);
    let found = direction("crates/store/Cargo.toml", "[dependencies]\nquarry-chain = \"1\"\n");
    assert_eq!(lines(found), []);
}

#[test]
fn direction_keeps_servers_apart_in_tests_too() {
    let manifest = "[dev-dependencies]\nquarry-node.workspace = true\n";
    let found = direction("crates/exchange/Cargo.toml", manifest);
    assert_eq!(
        found[0].to_string(),
        "crates/exchange/Cargo.toml:2: crate `exchange` must not use `node` (the order of crates \
         is TABLE in crates/xtask/src/tidy/crates.rs)"
    );
}

#[test]
fn direction_lets_testkit_into_tests_only() {
    let manifest = "[dependencies]\nquarry-testkit.workspace = true\n\
                    [dev-dependencies]\nquarry-testkit.workspace = true\n";
    assert_eq!(lines(direction("crates/app/Cargo.toml", manifest)), [2]);
}

#[test]
fn direction_tells_where_a_new_crate_is_entered() {
    let found = direction("crates/common/Cargo.toml", "");
    assert_eq!(found.len(), 1);
    assert!(found[0].message.contains("crates/xtask/src/tidy/crates.rs"), "{}", found[0]);
}

#[test]
fn bitcoin_has_one_door() {
    let manifest = "[dev-dependencies]\nbitcoin.workspace = true\n";
    assert_eq!(lines(one_bitcoin("crates/wallet/Cargo.toml", manifest)), [2]);
    let renamed = "[dependencies]\nb = { package = \"bitcoin\", version = \"0.32\" }\n";
    assert_eq!(lines(one_bitcoin("crates/wallet/Cargo.toml", renamed)), [2]);
    assert_eq!(lines(one_bitcoin("crates/primitives/Cargo.toml", manifest)), []);
    assert_eq!(
        lines(one_bitcoin("crates/chain/Cargo.toml", "[dependencies]\nbitcoin_hashes = \"1\"")),
        []
    );
}

#[test]
fn lints_are_asked_for() {
    assert_eq!(lines(lints("crates/pow/Cargo.toml", "[package]\n")), [1]);
    assert_eq!(lines(lints("crates/pow/Cargo.toml", "[lints]\nworkspace = true\n")), []);
}

#[test]
fn header_is_asked_for() {
    assert_eq!(lines(header("crates/pow/src/a.rs", "// a\nfn f() {}\n")), [1]);
    assert_eq!(lines(header("crates/pow/src/a.rs", "\n\n\n\n\n//! too late\n")), [1]);
    assert_eq!(lines(header("crates/pow/src/a.rs", "//! What it is.\n")), []);
}

#[test]
fn marks_carry_an_issue() {
    let source = "//! x\n// TODO: soon\n// TODO(#12): later\nlet s = \"TODO\"; // FIXME(#x)\n";
    assert_eq!(lines(marks("crates/pow/src/a.rs", source)), [2, 4]);
    assert_eq!(lines(marks("deny.toml", "# FIXME\n# TODOS\n")), [1]);
    assert_eq!(lines(marks(".ci/run", "# TODO\n")), [1]);
    assert_eq!(lines(marks("docs/style.md", "TODO\n")), []);
}

#[test]
fn long_files_are_listed() {
    assert!(long_file("crates/pow/src/a.rs", &"\n".repeat(900)).is_none());
    assert!(long_file("crates/pow/src/a.rs", &"\n".repeat(901)).is_some());
    assert!(long_file("CHANGELOG.md", &"\n".repeat(2_000)).is_none());
}

#[test]
fn pure_crates_have_no_outside() {
    let source = "//! x\nuse std::fs;\nlet t = std::time::Instant::now();\npub async fn f() {}\n\
                  std::env::var(\"A\");\nlet n: std::net::TcpStream;\nSystemTime::now();\nOsRng;\n";
    let mut found = lines(pure("crates/chain/src/block.rs", source));
    found.sort_unstable();
    assert_eq!(found, [2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(lines(pure("crates/store/src/block.rs", source)), [], "row 3 may");
    assert_eq!(lines(pure("crates/fleet/src/queue.rs", source)), [], "row 4 may");
    assert_ne!(lines(pure("crates/fleet/src/plan/odds.rs", source)), [], "a pure module may not");
    assert_eq!(lines(pure("crates/chain/src/block/tests.rs", source)), [], "tests may");
    assert_eq!(lines(pure("crates/pow/examples/rate.rs", source)), [], "examples may");
}

#[test]
fn pure_crates_hide_nothing_in_a_group() {
    let source =
        "use std::{\n    collections::{BTreeMap, fs},\n    io, fs,\n    net::TcpStream,\n};\n";
    let mut found = lines(pure("crates/market/src/a.rs", source));
    found.sort_unstable();
    assert_eq!(found, [3, 4]);
    assert_eq!(lines(pure("crates/market/src/a.rs", "use std::{env, fmt};\n")), [1]);
}

#[test]
fn pure_crates_may_speak_of_the_outside() {
    let source = "//! No std::fs here.\nlet a = \"std::net\"; // std::env\nenv!(\"X\");\n\
                  #[cfg(test)]\nmod tests {\n    use std::fs;\n}\nfn now(instant_now: u8) {}\n";
    assert_eq!(lines(pure("crates/pow/src/a.rs", source)), []);
}

#[test]
fn tests_are_not_switched_off() {
    let source =
        "#[ignore]\n#[ignore = \"slow\"]\n#[cfg_attr(miri, ignore)]\n// #[ignore]\n\"#[ignore]\"\n";
    assert_eq!(lines(no_ignore("crates/pow/src/a.rs", source)), [1, 2, 3]);
}

#[test]
fn a_group_takes_no_test_by_accident() {
    let source = "pub(crate) mod state_root;\nmod peers {\n}\nmod roots;\n// mod root;\n";
    assert_eq!(lines(group_names("crates/chain/src/lib.rs", source)), [1, 2]);
    assert_eq!(lines(group_names("crates/app/tests/it/main.rs", source)), [1]);
}

#[test]
fn no_machine_is_named() {
    let text = "see /home/me/x\n`/root/.cargo`\n/v1/root/x and https://example.org/home/\n\
                file:///Users/me\n{url}/home/\n";
    assert_eq!(lines(no_home("README.md", text)), [1, 2, 4]);
    assert_eq!(lines(no_home("crates/xtask/src/a.rs", text)), []);
}

#[test]
fn decisions_are_linked() {
    let adrs = ["docs/adr/0001-store.md", "docs/adr/0002-wire.md"];
    let found = adrs_are_linked(adrs, Some("see [the store](docs/adr/0001-store.md)"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].file, "docs/adr/0002-wire.md");
    let found = adrs_are_linked(adrs, None);
    assert_eq!(found[0].message, "ARCHITECTURE.md is missing");
}

//! `bitcoind` is what Bitcoin Core's functional test framework takes for one: scripts of our own in
//! `tests/framework`, run as Core's are. How the framework is made to run outside of Core's tree
//! stands in [`quarry_testkit::core_framework`].

use std::path::Path;

use quarry_testkit::core_framework;

fn run(script: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/framework");
    let program = Path::new(env!("CARGO_BIN_EXE_quarry"));
    core_framework::run(program, &folder.join(script), &[]).unwrap_or_else(|why| panic!("{why}"));
}

#[test]
fn nodes_connect_relay_reorganise_and_restart() {
    run("first_steps.py");
}

#[test]
fn a_copied_data_directory_opens() {
    run("cached_chain.py");
}

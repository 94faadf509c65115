//! A program that does not come up is told with its reason, and at once.

use std::path::Path;

use quarry_testkit::{Bitcoind, PeerError, RpcClient, RpcError, free_address};
use serde_json::json;

#[test]
fn a_missing_program_says_how_to_get_it() {
    let error = Bitcoind::start(Path::new("/nowhere/bitcoind"), &[], &[]).unwrap_err();
    assert!(matches!(error, PeerError::Missing { .. }));
    assert!(error.to_string().contains("cargo xtask test --peers --install"));
}

#[test]
fn a_program_that_ends_shows_what_it_said() {
    let script = ["-c", "echo Error: it is too late >&2; exit 3"];
    let error = Bitcoind::start(Path::new("sh"), &script, &[]).unwrap_err();
    let PeerError::Ended { status, log, .. } = &error else { panic!("{error}") };
    assert_eq!(status.code(), Some(3));
    assert!(log.contains("Error: it is too late"), "{log}");
}

#[test]
fn nobody_answers_on_a_free_address() {
    let rpc = RpcClient::with_password(free_address().unwrap(), "x", "y");
    let error = rpc.call("getblockcount", json!([])).unwrap_err();
    assert!(matches!(error, RpcError::NoAnswer { .. }), "{error}");
    let error = RpcClient::with_cookie(rpc.address(), Path::new("/nowhere/.cookie")).unwrap_err();
    assert!(error.to_string().contains("/nowhere/.cookie"));
}

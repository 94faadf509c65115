//! Passwords, the cookie's life, and who may call what.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use quarry_node::rpc::{Credentials, RpcConfig, RpcStartError, Whitelist};
use reqwest::{Method, StatusCode};

use crate::fixture::{Fixture, PASSWORD, USER, config, with_cookie};

const ECHO: &str = r#"{"id":1,"method":"echo"}"#;

#[tokio::test]
async fn without_the_password_nothing_is_told() {
    let rpc = Fixture::default().await;
    assert_eq!(rpc.post(ECHO).await.0, StatusCode::OK);
    for (user, password) in [(USER, "wrong"), ("bob", PASSWORD), ("", ""), (USER, "")] {
        assert_eq!(
            rpc.post_as(user, password, ECHO).await,
            (StatusCode::UNAUTHORIZED, String::new())
        );
    }
    for line in ["Basic", "Basic !!!", "Bearer x", "basic YWxpY2U6YTpiIGM=", "Basic YWxpY2U="] {
        let answer = rpc.request(Method::POST, "").header("authorization", line).body(ECHO);
        assert_eq!(answer.send().await.unwrap().status(), StatusCode::UNAUTHORIZED, "{line}");
    }
    let answer = rpc.request(Method::POST, "").body(ECHO).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(answer.headers()["www-authenticate"], "Basic realm=\"jsonrpc\"");
}

#[tokio::test]
async fn the_cookie_lives_as_long_as_the_server() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(".cookie");
    fs::write(&path, "an old one").unwrap();
    let rpc = Fixture::start(with_cookie(&path)).await;
    let cookie = fs::read_to_string(&path).unwrap();
    let (user, password) = cookie.split_once(':').unwrap();
    assert_eq!((user, password.len()), ("__cookie__", 64));
    assert!(password.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    assert_eq!(rpc.post_as(user, password, ECHO).await.0, StatusCode::OK);
    rpc.shutdown().await;
    assert!(!path.exists());

    let again = Fixture::start(with_cookie(&path)).await;
    assert_ne!(fs::read_to_string(&path).unwrap(), cookie);
    assert_eq!(again.post_as(user, password, ECHO).await.0, StatusCode::UNAUTHORIZED);
    again.shutdown().await;
}

#[tokio::test]
async fn a_cookie_that_cannot_be_written_keeps_the_server_from_starting() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(".cookie.tmp")).unwrap();
    let seen = std::panic::AssertUnwindSafe(with_cookie(&dir.path().join(".cookie")));
    let started = tokio::spawn(async { Fixture::start(seen.0).await.shutdown().await }).await;
    assert!(started.is_err());
    assert!(!dir.path().join(".cookie").exists());
    // The error names the file.
    let error =
        RpcStartError::Cookie { path: "x/.cookie".into(), source: std::io::Error::other("no") };
    assert!(error.to_string().contains("x/.cookie"));
}

/// The entries of Core's functional test of `-rpcauth`.
#[tokio::test]
async fn hashed_passwords_are_taken() {
    let mut credentials = Credentials::default();
    let entry = "rt:93648e835a54c573682c2eb19f882535$7681e9c5b74bdd85e78166031d2058e1069b3ed7ed967c93fc63abba06f31144";
    credentials.add_rpcauth(entry).unwrap();
    for bad in ["", "foo", "foo:bar", "foo:bar:baz", "foo$bar:baz", "foo$bar$baz", "a:b$c$d"] {
        assert!(credentials.add_rpcauth(bad).is_err(), "{bad}");
    }
    let rpc = Fixture::start(RpcConfig { credentials, ..config() }).await;
    let password = "cA773lm788buwYe4g4WT+05pKyNruVKjQ25x3n0DQcM=";
    assert_eq!(rpc.post_as("rt", password, ECHO).await.0, StatusCode::OK);
    assert_eq!(rpc.post_as("rt", "other", ECHO).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(rpc.post(ECHO).await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_whitelist_forbids_what_it_does_not_name() {
    let list = |entries: &[&str], default| {
        let entries: Vec<String> = entries.iter().map(|entry| (*entry).to_owned()).collect();
        RpcConfig { whitelist: Whitelist::new(&entries, default), ..config() }
    };
    let statuses = async |config: RpcConfig| {
        let rpc = Fixture::start(config).await;
        let uptime = r#"{"id":1,"method":"uptime"}"#;
        let both = format!("[{ECHO},{uptime}]");
        [rpc.post(ECHO).await.0, rpc.post(uptime).await.0, rpc.post(both).await.0]
            .map(|s| s.as_u16())
    };
    assert_eq!(statuses(list(&["alice:echo,help"], None)).await, [200, 403, 403]);
    assert_eq!(statuses(list(&["alice:echo, uptime"], None)).await, [200, 200, 200]);
    assert_eq!(statuses(list(&["alice:echo,uptime", "alice:uptime"], None)).await, [403, 200, 403]);
    assert_eq!(statuses(list(&["bob:echo"], None)).await, [403, 403, 403]);
    assert_eq!(statuses(list(&["bob:echo"], Some(false))).await, [200, 200, 200]);
    assert_eq!(statuses(list(&[], Some(true))).await, [403, 403, 403]);
    assert_eq!(statuses(list(&["alice:"], Some(false))).await, [403, 403, 403]);
}

//! The operator's listener and the dashboard of a running instance.

use serde_json::Value;

use crate::harness::Quarry;

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

fn token(quarry: &Quarry) -> String {
    let run: Value =
        serde_json::from_slice(&std::fs::read(quarry.datadir().join("run.json")).unwrap()).unwrap();
    run["operator_token"].as_str().unwrap().to_owned()
}

#[test]
fn strangers_are_refused_and_the_token_opens() {
    let quarry = Quarry::up(&[]);
    let url = quarry.url("dashboard");
    let token = token(&quarry);
    runtime().block_on(async {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let status = |request: reqwest::RequestBuilder| async {
            request.send().await.unwrap().status().as_u16()
        };
        let accounts = format!("{url}/v1/accounts");
        assert_eq!(status(http.get(&accounts)).await, 401);
        assert_eq!(status(http.get(&accounts).bearer_auth("wrong")).await, 401);
        assert_eq!(status(http.get(&accounts).bearer_auth(&token)).await, 200);
        let rebound = http.get(&accounts).bearer_auth(&token).header("host", "evil.example");
        assert!([403, 421].contains(&status(rebound).await));
        let foreign =
            http.get(&accounts).bearer_auth(&token).header("origin", "http://evil.example");
        assert_eq!(status(foreign).await, 403);
        let form = http
            .post(format!("{url}/v1/dashboard-links"))
            .bearer_auth(&token)
            .header("content-type", "application/x-www-form-urlencoded")
            .body("a=b");
        assert_eq!(status(form).await, 415);
        for path in ["/v1/chain", "/v1/blocks", "/v1/jobs", "/v1/book", "/v1/dashboard"] {
            let request = http.get(format!("{url}{path}")).bearer_auth(&token);
            assert_eq!(status(request).await, 200, "{path}");
        }
    });
}

#[test]
fn the_token_file_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let quarry = Quarry::up(&[]);
    let mode = |name: &str| {
        let path = quarry.datadir().join(name);
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode("run.json"), 0o600);
    assert_eq!(mode("keys/camille.json"), 0o600);
    assert_eq!(mode("keys"), 0o700);
    assert_eq!(mode("."), 0o700);
}

#[test]
fn a_fresh_link_logs_in_once() {
    let quarry = Quarry::up(&[]);
    let link = quarry.json(&["dashboard"])["url"].as_str().unwrap().to_owned();
    runtime().block_on(async {
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let first = http.get(&link).send().await.unwrap();
        assert_eq!(first.status().as_u16(), 303);
        let cookie = first.headers()["set-cookie"].to_str().unwrap().to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
        let session = cookie.split(';').next().unwrap().to_owned();
        let page =
            http.get(quarry.url("dashboard")).header("cookie", session).send().await.unwrap();
        assert_eq!(page.status().as_u16(), 200);
        let html = page.text().await.unwrap();
        assert!(html.contains("camille"), "{html}");
        let again = http.get(&link).send().await.unwrap();
        assert!(again.headers().get("set-cookie").is_none());
        assert_ne!(again.status().as_u16(), 303);
    });
}

//! How a browser comes in: by a link that works once.

use crate::fixture::operator;

fn code_of(url: &str) -> &str {
    url.split_once("/login?code=").expect("a code").1
}

#[tokio::test]
async fn a_link_opens_a_session_once() {
    let server = operator().await;
    let answer = server.ask("POST", "/v1/dashboard-links").bearer().json("{}").send().await;
    let url = answer.json()["url"].as_str().unwrap().to_owned();
    assert!(url.starts_with(&format!("http://{}/login?code=", server.address)), "{url}");
    let path = format!("/login?code={}", code_of(&url));

    let first = server.ask("GET", &path).with("sec-fetch-site", "none").send().await;
    assert_eq!((first.status, first.header("location")), (303, Some("/")));
    let cookie = first.header("set-cookie").unwrap();
    let (pair, attributes) = cookie.split_once("; ").unwrap();
    assert!(pair.starts_with("quarry_session_test_one="), "{cookie}");
    assert_eq!(attributes, "HttpOnly; SameSite=Strict; Path=/");
    assert_eq!(server.ask("GET", "/").with("cookie", pair).send().await.status, 200);

    let second = server.ask("GET", &path).send().await;
    assert_eq!((second.status, second.header("set-cookie")), (403, None));
    assert!(second.body.contains("quarry dashboard"), "{second:?}");
}

#[tokio::test]
async fn a_link_grows_old() {
    let server = operator().await;
    let path = format!("/login?code={}", server.auth.mint_code());
    server.clock.advance(10 * 60 * 1000);
    assert_eq!(server.ask("GET", &path).send().await.status, 403);
    let none = server.ask("GET", "/login").send().await;
    assert_eq!(none.status, 403);
}

#[tokio::test]
async fn looking_at_a_link_does_not_use_it_up() {
    let server = operator().await;
    let path = format!("/login?code={}", server.auth.mint_code());
    let looked = server.ask("HEAD", &path).send().await;
    assert_eq!(looked.header("set-cookie"), None);
    let posted = server.ask("POST", &path).json("{}").send().await;
    assert_eq!(posted.status, 405);
    let other_site = server.ask("GET", &path).with("sec-fetch-site", "cross-site").send().await;
    assert_eq!(other_site.status, 403);
    assert_eq!(server.ask("GET", &path).send().await.status, 303);
}

#[tokio::test]
async fn a_session_ends_unused() {
    let server = operator().await;
    let session = server.session();
    server.clock.advance(7 * 24 * 3600 * 1000);
    assert_eq!(
        server.ask("GET", "/v1/dashboard").with("cookie", &session).send().await.status,
        401
    );
}

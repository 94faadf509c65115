//! Who is let in at an operator's listener: every wrong Host, Origin, token, content type and method
//! gets its own refusal, and the right ones pass.

use crate::fixture::{Ask, Running, TOKEN, operator};

/// A request that is refused, by the status and code it has to get.
struct Refusal {
    what: &'static str,
    ask: Ask,
    status: u16,
    code: &'static str,
}

fn refusal(what: &'static str, ask: Ask, status: u16, code: &'static str) -> Refusal {
    Refusal { what, ask, status, code }
}

fn wrong_hosts(server: &Running) -> Vec<Refusal> {
    let port = server.address.port();
    let chain = || server.ask("GET", "/v1/dashboard").bearer();
    let wrong = |what, host: &str| refusal(what, chain().with("host", host), 421, "wrong_host");
    vec![
        wrong("a rebound name", &format!("evil.example:{port}")),
        wrong("no port", "127.0.0.1"),
        wrong("another port", "127.0.0.1:1"),
        wrong("a name that begins like ours", &format!("localhost.evil.example:{port}")),
        wrong("a trailing dot", &format!("localhost.:{port}")),
        wrong("a user before the name", &format!("x@127.0.0.1:{port}")),
        wrong("another loopback address", &format!("127.0.0.2:{port}")),
        wrong("decimal address", &format!("2130706433:{port}")),
        wrong("empty", ""),
        refusal("none", chain().without("host"), 421, "wrong_host"),
        refusal(
            "a foreign target",
            server.ask("GET", "http://evil.example/v1/dashboard").bearer(),
            421,
            "wrong_host",
        ),
        refusal(
            "open paths, too",
            server.ask("POST", "/v1/echo").with("host", "evil.example").json("{}"),
            421,
            "wrong_host",
        ),
    ]
}

fn wrong_origins(server: &Running) -> Vec<Refusal> {
    let port = server.address.port();
    let write = || server.ask("POST", "/v1/echo").bearer().json(r#"{"number":1}"#);
    let wrong =
        |what, origin: &str| refusal(what, write().with("origin", origin), 403, "wrong_origin");
    let site =
        |what, value: &str| refusal(what, write().with("sec-fetch-site", value), 403, "cross_site");
    vec![
        wrong("another site", "https://evil.example"),
        wrong("no origin to tell", "null"),
        wrong("another port", "http://127.0.0.1:1"),
        wrong("another scheme", &format!("file://127.0.0.1:{port}")),
        wrong("ours as a part", &format!("http://127.0.0.1:{port}.evil.example")),
        wrong("with a path", &format!("http://127.0.0.1:{port}/")),
        wrong("empty", ""),
        refusal(
            "on reading, too",
            server.ask("GET", "/v1/dashboard").bearer().with("origin", "https://evil.example"),
            403,
            "wrong_origin",
        ),
        refusal(
            "on the stream, too",
            server.ask("GET", "/v1/events").bearer().with("origin", "https://evil.example"),
            403,
            "wrong_origin",
        ),
        refusal(
            "a preflight",
            server.ask("OPTIONS", "/v1/echo").with("origin", "https://evil.example"),
            403,
            "wrong_origin",
        ),
        site("a cross-site request", "cross-site"),
        site("another port of this host", "same-site"),
        site("a word nobody knows", "perhaps"),
    ]
}

fn wrong_credentials(server: &Running) -> Vec<Refusal> {
    let get = || server.ask("GET", "/v1/dashboard");
    let wrong =
        |what, value: &str| refusal(what, get().with("authorization", value), 401, "unauthorized");
    let our_origin = format!("http://{}", server.address);
    vec![
        refusal("nothing", get(), 401, "unauthorized"),
        refusal("nothing, unknown path", server.ask("GET", "/v1/no"), 401, "unauthorized"),
        refusal("nothing, the stream", server.ask("GET", "/v1/events"), 401, "unauthorized"),
        refusal("nothing, a write", server.ask("POST", "/v1/echo").json("{}"), 401, "unauthorized"),
        wrong("a wrong token", "Bearer 0123456789abcdef0123456789abcdee"),
        wrong("a short token", "Bearer 0123"),
        wrong("an empty token", "Bearer "),
        wrong("another scheme", &format!("Basic {TOKEN}")),
        wrong("no scheme", TOKEN),
        refusal(
            "the token as a query",
            server.ask("GET", &format!("/v1/dashboard?token={TOKEN}")),
            401,
            "unauthorized",
        ),
        refusal(
            "a session never opened",
            get().with("cookie", "quarry_session_test_one=0123456789abcdef0123456789abcdef"),
            401,
            "unauthorized",
        ),
        refusal(
            "another instance's session",
            get().with("cookie", &server.session().replace("test_one", "other")),
            401,
            "unauthorized",
        ),
        refusal(
            "a session that writes without origin",
            server.ask("POST", "/v1/echo").with("cookie", &server.session()).json("{}"),
            403,
            "no_origin",
        ),
        refusal(
            "a session that mints links",
            server
                .ask("POST", "/v1/dashboard-links")
                .with("cookie", &server.session())
                .with("origin", &our_origin)
                .json("{}"),
            403,
            "bearer_only",
        ),
    ]
}

fn wrong_forms(server: &Running) -> Vec<Refusal> {
    let write = |kind: &str| {
        let ask = server.ask("POST", "/v1/echo").bearer().json(r#"{"number":1}"#);
        if kind.is_empty() { ask.without("content-type") } else { ask.with("content-type", kind) }
    };
    let kind = |what, kind: &str| refusal(what, write(kind), 415, "not_json");
    let body = |what, body: &str| {
        refusal(what, server.ask("POST", "/v1/echo").bearer().json(body), 400, "bad_request")
    };
    let get = |what, path: &str, status, code| {
        refusal(what, server.ask("GET", path).bearer(), status, code)
    };
    vec![
        kind("no content type", ""),
        kind("a form", "application/x-www-form-urlencoded"),
        kind("a form with files", "multipart/form-data; boundary=x"),
        kind("plain text", "text/plain"),
        kind("something like JSON", "application/jsonp"),
        refusal("DELETE, too", server.ask("DELETE", "/v1/echo").bearer(), 415, "not_json"),
        body("no JSON", "{"),
        body("another shape", r#"{"number":-1}"#),
        body("an unknown field", r#"{"number":1,"x":2}"#),
        body("nothing", " "),
        get("a bad path", "/v1/number/x", 400, "bad_request"),
        get("no such path", "/v1/nothing", 404, "not_found"),
        get("just the prefix", "/v1", 404, "not_found"),
        get("a GET of a write", "/v1/echo", 405, "method_not_allowed"),
        get("an error inside", "/v1/fails", 500, "internal"),
        refusal(
            "a write of a GET",
            server.ask("PUT", "/v1/dashboard").bearer().json("{}"),
            405,
            "method_not_allowed",
        ),
        refusal(
            "a write of the page",
            server.ask("POST", "/").bearer().json("{}"),
            405,
            "method_not_allowed",
        ),
        refusal(
            "a body too large",
            server.ask("POST", "/v1/echo").bearer().json(&"1".repeat(2 * 1024 * 1024 + 1)),
            413,
            "body_too_large",
        ),
        refusal(
            "a body said to be too large",
            server.ask("POST", "/v1/echo").bearer().json("1").with("content-length", "99999999999"),
            413,
            "body_too_large",
        ),
    ]
}

#[tokio::test]
async fn every_wrong_request_is_refused_by_its_reason() {
    let server = operator().await;
    let groups = [
        wrong_hosts(&server),
        wrong_origins(&server),
        wrong_credentials(&server),
        wrong_forms(&server),
    ];
    let mut count = 0;
    for Refusal { what, ask, status, code } in groups.into_iter().flatten() {
        let answer = ask.send().await;
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{what}: {answer:?}");
        assert_eq!(answer.header("content-type"), Some("application/json"), "{what}");
        assert_eq!(answer.header("access-control-allow-origin"), None, "{what}");
        assert!(!answer.body.contains("secret of the server"), "{what}");
        count += 1;
    }
    assert!(count >= 30, "{count}");
}

#[tokio::test]
async fn the_right_ones_pass() {
    let server = operator().await;
    let port = server.address.port();
    let origin = format!("http://localhost:{port}");
    let session = server.session();
    for (what, ask) in [
        ("the token", server.ask("GET", "/v1/dashboard").bearer()),
        ("a session", server.ask("GET", "/v1/dashboard").with("cookie", &session)),
        ("the page", server.ask("GET", "/").with("cookie", &format!("a=b; {session}"))),
        ("another of our names", {
            server.ask("GET", "/").bearer().with("host", &format!("[::1]:{port}"))
        }),
        ("a write by token", server.ask("POST", "/v1/echo").bearer().json(r#"{"number":1}"#)),
        ("with a charset", {
            server
                .ask("POST", "/v1/echo")
                .bearer()
                .json(r#"{"number":1}"#)
                .with("content-type", "application/json; charset=utf-8")
        }),
        ("a write by session", {
            server
                .ask("POST", "/v1/echo")
                .with("cookie", &session)
                .with("origin", &origin)
                .with("sec-fetch-site", "same-origin")
                .json(r#"{"number":1}"#)
        }),
        ("health", server.ask("GET", "/healthz")),
        ("assets", server.ask("GET", "/assets/dashboard.js")),
    ] {
        let answer = ask.send().await;
        assert_eq!(answer.status, 200, "{what}: {answer:?}");
    }
}

#[tokio::test]
async fn errors_in_bodies_say_where() {
    let server = operator().await;
    let body = r#"{"number":1,"list":[1,2,900]}"#;
    let answer = server.ask("POST", "/v1/echo").bearer().json(body).send().await;
    let message = answer.json()["error"]["message"].as_str().unwrap().to_owned();
    assert!(message.starts_with("list[2]: "), "{message}");
}

#[tokio::test]
async fn every_answer_tells_browsers_what_it_may_do() {
    let server = operator().await;
    for ask in [
        server.ask("GET", "/").bearer(),
        server.ask("GET", "/"),
        server.ask("GET", "/v1/dashboard"),
        server.ask("GET", "/").with("host", "evil.example"),
    ] {
        let answer = ask.send().await;
        let policy = answer.header("content-security-policy").unwrap();
        for part in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("x-frame-options"), Some("DENY"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
}

#[tokio::test]
async fn people_get_pages_where_programs_get_json() {
    let server = operator().await;
    let answer = server.ask("GET", "/").send().await;
    assert_eq!(answer.status, 401);
    assert!(answer.body.contains("quarry dashboard"), "{answer:?}");
    let answer = server.ask("GET", "/nothing").bearer().send().await;
    assert_eq!(answer.status, 404);
    assert!(answer.body.starts_with("<!DOCTYPE html>"), "{answer:?}");
    let answer = server.ask("GET", "/").bearer().with("sec-fetch-site", "cross-site").send().await;
    assert_eq!(answer.status, 403);
    assert!(answer.body.starts_with("<!DOCTYPE html>"), "{answer:?}");
}

#[tokio::test]
async fn unknown_assets_and_ways_out_of_their_folder_are_not_found() {
    let server = operator().await;
    for path in [
        "/assets/no.js",
        "/assets/../Cargo.toml",
        "/assets/%2e%2e/Cargo.toml",
        "/assets//etc/passwd",
    ] {
        let answer = server.ask("GET", path).send().await;
        assert!(matches!(answer.status, 401 | 404), "{path}: {answer:?}");
    }
    let first = server.ask("GET", "/assets/quarry.css").send().await;
    let tag = first.header("etag").unwrap();
    let again = server.ask("GET", "/assets/quarry.css").with("if-none-match", tag).send().await;
    assert_eq!((again.status, again.body.as_str()), (304, ""));
}

#[tokio::test]
async fn ports_are_opened_for_this_machine_only_unless_asked() {
    use quarry_web::BindError;
    let open = quarry_web::bind("0.0.0.0:0".parse().unwrap(), false).await;
    assert!(matches!(open, Err(BindError::NotLoopback { .. })));
    assert!(quarry_web::bind("0.0.0.0:0".parse().unwrap(), true).await.is_ok());
    let server = operator().await;
    let error = quarry_web::bind(server.address, false).await.unwrap_err();
    let port = server.address.port();
    assert_eq!(error.to_string(), format!("port {port} is taken by another program"));
}

//! Paths, methods, versions, batches, statuses: what Bitcoin Core's HTTP server answers.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::fixture::{Fixture, PASSWORD, USER};

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[tokio::test]
async fn only_posts_to_the_root_are_answered() {
    let rpc = Fixture::default().await;
    let send = |method: Method, path: &str| rpc.request(method, path).send();
    let answer = send(Method::GET, "").await.unwrap();
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.text().await.unwrap(), "JSONRPC server handles only POST requests");
    assert_eq!(send(Method::PATCH, "").await.unwrap().status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(send(Method::POST, "x").await.unwrap().status(), StatusCode::NOT_FOUND);
    assert_eq!(send(Method::GET, &"x".repeat(1000)).await.unwrap().status(), StatusCode::NOT_FOUND);
    let long = send(Method::GET, &"x".repeat(10_000)).await.unwrap();
    assert_eq!(long.status(), StatusCode::BAD_REQUEST);
    rpc.shutdown().await;
}

#[tokio::test]
async fn replies_have_the_shape_of_their_version() {
    let rpc = Fixture::default().await;
    let cases = [
        (r#"{"id":1,"method":"echo"}"#, r#"{"result":[],"error":null,"id":1}"#),
        (r#"{"method":"echo"}"#, r#"{"result":[],"error":null}"#),
        (r#"{"jsonrpc":"1.0","id":"x","method":"echo"}"#, r#"{"result":[],"error":null,"id":"x"}"#),
        (
            r#"{"jsonrpc":"2.0","id":null,"method":"echo"}"#,
            r#"{"jsonrpc":"2.0","result":[],"id":null}"#,
        ),
        (
            r#"{"jsonrpc":"2.0","id":2,"method":"none"}"#,
            r#"{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":2}"#,
        ),
    ];
    for (request, reply) in cases {
        assert_eq!(rpc.post(request).await, (StatusCode::OK, format!("{reply}\n")), "{request}");
    }
    let notification = rpc.post(r#"{"jsonrpc":"2.0","method":"echo"}"#).await;
    assert_eq!(notification, (StatusCode::NO_CONTENT, String::new()));
    let failing = rpc.post(r#"{"jsonrpc":"2.0","method":"none"}"#).await;
    assert_eq!(failing.0, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn errors_have_cores_codes_and_statuses() {
    let rpc = Fixture::default().await;
    let cases = [
        ("", 500, -32700, "Parse error"),
        ("{", 500, -32700, "Parse error"),
        (r#"{"id":1,"id":2}x"#, 500, -32700, "Parse error"),
        ("\"text\"", 500, -32700, "Top-level object parse error"),
        ("{}", 400, -32600, "Missing method"),
        (r#"{"method":5}"#, 400, -32600, "Method must be a string"),
        (r#"{"method":"echo","params":5}"#, 400, -32600, "Params must be an array or object"),
        (r#"{"jsonrpc":2,"method":"echo"}"#, 400, -32600, "jsonrpc field must be a string"),
        (r#"{"jsonrpc":"2.1","method":"echo"}"#, 400, -32600, "JSON-RPC version not supported"),
        (r#"{"jsonrpc":"2.0","id":1}"#, 400, -32600, "Missing method"),
        (r#"{"method":"nothing"}"#, 404, -32601, "Method not found"),
        (
            r#"{"method":"validateaddress","params":[5]}"#,
            500,
            -3,
            "Wrong type passed:\n{\n    \"Position 1 (address)\": \"JSON value of type number is not of \
             expected type string\"\n}",
        ),
        (r#"{"method":"createmultisig","params":[0.5,[]]}"#, 500, -1, "JSON integer out of range"),
        (r#"{"method":"uptime","params":{"x":1}}"#, 500, -8, "Unknown named parameter x"),
        (
            r#"{"method":"echo","params":{"arg0":1,"arg0":2}}"#,
            500,
            -8,
            "Parameter arg0 specified multiple times",
        ),
        (
            r#"{"method":"echo","params":{"args":[1],"arg0":2}}"#,
            500,
            -8,
            "Parameter arg0 specified twice both as positional and named argument",
        ),
    ];
    for (request, status, code, message) in cases {
        let (got, text) = rpc.post(request).await;
        let error = &parsed(&text)["error"];
        assert_eq!(got.as_u16(), status, "{request}: {text}");
        assert_eq!(
            (error["code"].as_i64(), error["message"].as_str()),
            (Some(code), Some(message))
        );
    }
    let (_, text) = rpc.post(r#"{"method":"uptime","params":[1]}"#).await;
    let error = parsed(&text)["error"].clone();
    assert_eq!(error["code"], -1);
    assert!(error["message"].as_str().unwrap().starts_with("uptime\n\nReturns the total uptime"));
}

#[tokio::test]
async fn parameters_come_by_place_by_name_or_both() {
    let rpc = Fixture::default().await;
    for (params, result) in [
        (json!([1, "b", null]), json!([1, "b", null])),
        (json!({"arg0": 1, "arg2": 3}), json!([1, null, 3])),
        (json!({"args": [1, 2], "arg3": 4}), json!([1, 2, null, 4])),
        (json!({"args": []}), json!([])),
        (json!({}), json!([])),
    ] {
        assert_eq!(rpc.call("echo", params).await.unwrap(), result);
    }
}

#[tokio::test]
async fn numbers_keep_their_digits() {
    let rpc = Fixture::default().await;
    let numbers = "[20999999.97690000,1e-8,-0,123456789012345678901234567890,0.1]";
    let (_, text) = rpc.post(format!(r#"{{"id":1,"method":"echo","params":{numbers}}}"#)).await;
    assert_eq!(text, format!("{{\"result\":{numbers},\"error\":null,\"id\":1}}\n"));
}

#[tokio::test]
async fn batches_answer_each_request_and_no_notification() {
    let rpc = Fixture::default().await;
    assert_eq!(rpc.post("[]").await, (StatusCode::OK, "[]\n".to_owned()));
    let batch = r#"[{"id":1,"method":"echo","params":[1]},{"id":2,"method":"none"},7,
        {"jsonrpc":"2.0","method":"echo"},{"jsonrpc":"2.0","id":3,"method":"echo"},
        {"jsonrpc":"2.0","id":4},{"id":5,"method":"echo","params":3}]"#;
    let (status, text) = rpc.post(batch).await;
    assert_eq!(status, StatusCode::OK);
    let replies = parsed(&text);
    let of = |n: usize| (replies[n]["id"].clone(), replies[n]["error"]["code"].as_i64());
    assert_eq!(replies.as_array().unwrap().len(), 6);
    assert_eq!(of(0), (json!(1), None));
    assert_eq!(of(1), (json!(2), Some(-32601)));
    assert_eq!(of(2), (json!(null), Some(-32600)));
    assert_eq!(of(3), (json!(3), None));
    assert_eq!(of(4), (json!(4), Some(-32600)));
    assert_eq!(of(5), (json!(5), Some(-32600)));
    let silent = rpc.post(r#"[{"jsonrpc":"2.0","method":"echo"}]"#).await;
    assert_eq!(silent, (StatusCode::NO_CONTENT, String::new()));
}

#[tokio::test]
async fn deep_and_huge_requests_are_bounded() {
    let rpc = Fixture::default().await;
    let nested = |depth: usize| {
        let (open, close) = ("[".repeat(depth), "]".repeat(depth));
        format!(r#"{{"id":1,"method":"echo","params":[{open}{close}]}}"#)
    };
    assert_eq!(rpc.post(nested(510)).await.0, StatusCode::OK);
    for depth in [511, 1_000_000] {
        let (status, text) = rpc.post(nested(depth)).await;
        assert_eq!(
            (status, &parsed(&text)["error"]["code"]),
            (StatusCode::INTERNAL_SERVER_ERROR, &json!(-32700))
        );
    }
    let limit = quarry_node::rpc::limits::MAX_BATCH;
    let batch = format!("[{}0]", "0,".repeat(limit));
    let (status, text) = rpc.post(batch).await;
    assert_eq!(
        (status, &parsed(&text)["error"]["code"]),
        (StatusCode::BAD_REQUEST, &json!(-32600))
    );
    let batch = format!("[{}0]", "0,".repeat(limit - 1));
    let (_, text) = rpc.post(batch).await;
    assert_eq!(parsed(&text).as_array().unwrap().len(), limit);
    let huge = " ".repeat(quarry_node::rpc::limits::MAX_BODY + 1);
    let request = rpc.request(Method::POST, "").basic_auth(USER, Some(PASSWORD));
    // The server may close before all is sent; it must not take it in.
    if let Ok(answer) = request.body(huge).send().await {
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    }
    assert!(rpc.call("uptime", json!([])).await.is_ok());
}

//! Whom the exchange lets in: signatures that do not fit, are late, or come from nobody it knows.

use quarry_api::signed::{RequestToSign, body_hash, names};
use quarry_exchange::ClientError;
use quarry_wallet::dev::DevAccount;
use reqwest::StatusCode;
use serde_json::Value;

use crate::stage::{Stage, ask};

/// What a request says and what its signature covers, apart.
struct Raw {
    method: &'static str,
    path: &'static str,
    signed_path: &'static str,
    body: &'static str,
    signed_body: &'static str,
    expires_in_ms: i64,
}

const GOOD: Raw = Raw {
    method: "POST",
    path: "/v1/accounts",
    signed_path: "/v1/accounts",
    body: "{}",
    signed_body: "{}",
    expires_in_ms: 60_000,
};

async fn send(stage: &Stage, raw: Raw) -> (StatusCode, Value) {
    let secret = DevAccount::Albert.secret();
    let info = stage.exchange().info();
    let expiry_ms = stage.clock.now().wall_ms.saturating_add_signed(raw.expires_in_ms);
    let to_sign = RequestToSign {
        chain_id: info.chain_id,
        exchange: info.exchange,
        method: raw.method,
        path: raw.signed_path,
        body_hash: body_hash(raw.signed_body.as_bytes()),
        account: secret.account(),
        signer: secret.account(),
        delegation: None,
        idempotency_key: [1; 16],
        expiry_ms,
    };
    let signature = secret.sign_bip340(to_sign.digest(), [0; 32]);
    let response = reqwest::Client::builder()
        .no_proxy()
        .build()
        .unwrap()
        .post(format!("{}{}", stage.url(), raw.path))
        .header("content-type", "application/json")
        .header(names::ACCOUNT, secret.account().to_string())
        .header(names::SIGNER, secret.account().to_string())
        .header(names::IDEMPOTENCY_KEY, hex::encode([1; 16]))
        .header(names::EXPIRY, expiry_ms.to_string())
        .header(names::SIGNATURE, hex::encode(signature))
        .body(raw.body)
        .send()
        .await
        .unwrap();
    (response.status(), response.json().await.unwrap())
}

async fn refused(stage: &Stage, raw: Raw, code: &str) {
    let (status, body) = send(stage, raw).await;
    assert_eq!((status, &body["error"]["code"]), (StatusCode::UNAUTHORIZED, &Value::from(code)));
}

#[tokio::test]
async fn a_signature_covers_the_whole_request() {
    let stage = Stage::new().await;
    refused(&stage, Raw { body: "{ }", ..GOOD }, "bad_signature").await;
    refused(&stage, Raw { path: "/v1/accounts?x=1", ..GOOD }, "bad_signature").await;
    refused(&stage, Raw { signed_path: "/v1/asks", ..GOOD }, "bad_signature").await;
    refused(&stage, Raw { method: "GET", ..GOOD }, "bad_signature").await;
    let (status, _) = send(&stage, GOOD).await;
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test]
async fn a_signature_lasts_two_minutes_at_most() {
    let stage = Stage::new().await;
    refused(&stage, Raw { expires_in_ms: 0, ..GOOD }, "signature_expired").await;
    refused(&stage, Raw { expires_in_ms: -1, ..GOOD }, "signature_expired").await;
    refused(&stage, Raw { expires_in_ms: 120_001, ..GOOD }, "expiry_too_far").await;
    assert_eq!(send(&stage, Raw { expires_in_ms: 120_000, ..GOOD }).await.0, StatusCode::OK);
}

#[tokio::test]
async fn what_unknown_accounts_ask_for_stays_out_of_the_log() {
    let stage = Stage::new().await;
    let stranger = stage.client(DevAccount::Bertrand).await;
    let before = stage.exchange().info().log_seq;
    for _ in 0..10 {
        match stranger.cancel_order(1).await {
            Err(ClientError::Refused(error)) => assert_eq!(error.code, "unknown_account"),
            answer => panic!("{answer:?}"),
        }
    }
    assert_eq!(stage.exchange().info().log_seq, before);
}

#[tokio::test]
async fn orders_and_jobs_of_others_are_not_shown_or_touched() {
    let stage = Stage::new().await;
    let camille = stage.client(DevAccount::Camille).await;
    let order = ask(&camille, 5).await;
    let albert = stage.client(DevAccount::Albert).await;
    albert.register().await.unwrap();
    assert_eq!(albert.orders().await.unwrap(), []);
    match albert.cancel_order(order).await {
        Err(ClientError::Refused(error)) => assert_eq!(error.code, "not_your_order"),
        answer => panic!("{answer:?}"),
    }
    assert_eq!(camille.orders().await.unwrap().len(), 1);
}

/// The count once lagged behind the answers of its batch.
#[tokio::test(flavor = "multi_thread")]
async fn an_answered_command_is_counted() {
    let stage = Stage::new().await;
    let albert = stage.client(DevAccount::Albert).await;
    for _ in 0..200 {
        let before = stage.exchange().info().log_seq;
        albert.register().await.unwrap();
        assert_eq!(stage.exchange().info().log_seq, before + 1);
    }
}

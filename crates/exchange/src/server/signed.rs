//! Reads a signed request: who asks, that they asked for exactly this, and the body's bytes.
//!
//! Does not know what is asked for. Replays are the market's business (idempotency keys).

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use quarry_api::signed::{MAX_EXPIRY_MS, RequestToSign, body_hash, names};
use quarry_market::Authorization;
use quarry_primitives::AccountKey;
use quarry_wallet::verify_bip340;
use quarry_web::ApiFailure;
use serde::de::DeserializeOwned;

use super::Exchange;
use crate::limits::MAX_BODY;

/// A request with a valid signature.
#[derive(Debug)]
pub(super) struct Caller {
    pub(super) authorization: Authorization,
    body: Bytes,
}

impl Caller {
    pub(super) fn account(&self) -> AccountKey {
        self.authorization.account
    }

    /// The body, as JSON.
    pub(super) fn json<T: DeserializeOwned>(&self) -> Result<T, ApiFailure> {
        serde_json::from_slice(&self.body)
            .map_err(|e| failure(StatusCode::BAD_REQUEST, "bad_request", format!("read body: {e}")))
    }
}

impl FromRequest<Exchange> for Caller {
    type Rejection = ApiFailure;

    async fn from_request(request: Request, exchange: &Exchange) -> Result<Self, ApiFailure> {
        let (parts, body) = request.into_parts();
        let body = axum::body::to_bytes(body, MAX_BODY).await.map_err(|_| {
            failure(
                StatusCode::PAYLOAD_TOO_LARGE,
                "too_large",
                format!("read body: it has more than {MAX_BODY} bytes"),
            )
        })?;
        let authorization = authorize(exchange, &parts, &body)?;
        Ok(Self { authorization, body })
    }
}

fn authorize(exchange: &Exchange, parts: &Parts, body: &[u8]) -> Result<Authorization, ApiFailure> {
    let account: AccountKey = parsed(parts, names::ACCOUNT)?;
    let signer: AccountKey = parsed(parts, names::SIGNER)?;
    let expiry_ms: u64 = parsed(parts, names::EXPIRY)?;
    let delegation = match parts.headers.get(names::DELEGATION) {
        Some(_) => Some(bytes(parts, names::DELEGATION)?),
        None => None,
    };
    let authorization = Authorization {
        account,
        signer,
        idempotency_key: bytes(parts, names::IDEMPOTENCY_KEY)?,
        body_hash: request_hash(parts, body),
        expiry_ms,
        signature: bytes(parts, names::SIGNATURE)?,
    };
    // Market time never goes back; a wall clock may.
    let now_ms = exchange.0.clock.now().wall_ms.max(exchange.market().now());
    if expiry_ms <= now_ms {
        return Err(denied("signature_expired", "the signature has expired: check the clock"));
    }
    if expiry_ms > now_ms + MAX_EXPIRY_MS {
        return Err(denied(
            "expiry_too_far",
            "the signature may last 120 seconds: check the clock",
        ));
    }
    if signer != account || delegation.is_some() {
        return Err(denied("delegation_unsupported", "delegated keys are not supported yet"));
    }
    let terms = &exchange.0.opening;
    let path = parts.uri.path_and_query().map_or("/", |p| p.as_str());
    let to_sign = RequestToSign {
        chain_id: terms.chain_id,
        exchange: terms.exchange,
        method: parts.method.as_str(),
        path,
        body_hash: body_hash(body),
        account,
        signer,
        delegation,
        idempotency_key: authorization.idempotency_key,
        expiry_ms,
    };
    if !verify_bip340(&signer, to_sign.digest(), &authorization.signature) {
        return Err(denied("bad_signature", "the signature does not fit the request"));
    }
    Ok(authorization)
}

/// What an idempotency key is bound to: method, path and body, so that a key used for one request
/// never answers another.
fn request_hash(parts: &Parts, body: &[u8]) -> [u8; 32] {
    let path = parts.uri.path_and_query().map_or("/", |p| p.as_str());
    let mut bytes = format!("{} {path}\n", parts.method).into_bytes();
    bytes.extend(body_hash(body));
    body_hash(&bytes)
}

fn text<'a>(parts: &'a Parts, name: &str) -> Result<&'a str, ApiFailure> {
    let value = parts.headers.get(name).and_then(|value| value.to_str().ok());
    value.ok_or_else(|| {
        failure(
            StatusCode::UNAUTHORIZED,
            "unsigned",
            format!("read header {name}: this request must be signed"),
        )
    })
}

fn parsed<T: std::str::FromStr>(parts: &Parts, name: &str) -> Result<T, ApiFailure> {
    text(parts, name)?.parse().map_err(|_| malformed(name))
}

fn bytes<const N: usize>(parts: &Parts, name: &str) -> Result<[u8; N], ApiFailure> {
    let mut out = [0; N];
    hex::decode_to_slice(text(parts, name)?, &mut out).map_err(|_| malformed(name))?;
    Ok(out)
}

fn malformed(name: &str) -> ApiFailure {
    failure(StatusCode::UNAUTHORIZED, "malformed_signature", format!("read header {name}"))
}

fn denied(code: &str, message: &str) -> ApiFailure {
    failure(StatusCode::UNAUTHORIZED, code, message.to_owned())
}

fn failure(status: StatusCode, code: &str, message: String) -> ApiFailure {
    ApiFailure::new(status, code, message)
}

//! How answers and failures are written: status, type, and Core's line ends.
//!
//! Does not know paths.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use quarry_api::rpc::Json;
use quarry_chain::StoreError;

/// An answer, in the form that was asked for.
#[derive(Debug)]
pub(super) enum Reply {
    Bytes(Vec<u8>),
    Text(String),
    Json(Json),
}

/// Why there is none.
#[derive(Debug)]
pub(super) struct Failure {
    status: StatusCode,
    text: String,
}

impl Failure {
    pub(super) fn new(status: StatusCode, text: impl Into<String>) -> Self {
        Self { status, text: text.into() }
    }

    pub(super) fn bad(text: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, text)
    }

    pub(super) fn not_found(text: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, text)
    }

    pub(super) fn internal(text: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, text)
    }

    /// The disk failed: the log has the details, the caller is a stranger.
    #[expect(clippy::needless_pass_by_value, reason = "for map_err")]
    pub(super) fn store(error: StoreError) -> Self {
        tracing::error!(%error, "the chain cannot be read");
        Self::internal("I/O error reading the chain")
    }
}

/// A suffix that is none.
pub(super) fn no_such_format() -> Failure {
    Failure::not_found("output format not found (available: .bin, .hex, .json)")
}

/// Bytes, or the same in hex.
pub(super) fn bytes_or_hex(bytes: Vec<u8>, hex: bool) -> Reply {
    if hex { Reply::Text(hex::encode(bytes)) } else { Reply::Bytes(bytes) }
}

pub(super) fn response(answer: Result<Reply, Failure>) -> Response {
    let (status, kind, body) = match answer {
        Ok(Reply::Bytes(bytes)) => (StatusCode::OK, "application/octet-stream", bytes),
        Ok(Reply::Text(text)) => (StatusCode::OK, "text/plain", (text + "\n").into()),
        Ok(Reply::Json(json)) => (StatusCode::OK, "application/json", (json.write() + "\n").into()),
        Err(failure) => (failure.status, "text/plain", (failure.text + "\r\n").into()),
    };
    let kind = HeaderValue::from_static(kind);
    (status, [(header::CONTENT_TYPE, kind)], Body::from(body)).into_response()
}

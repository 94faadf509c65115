//! What a failed request answers under `/v1`: always the one typed body.
//!
//! Does not know what failed.

use axum::Json;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use quarry_api::{ApiError, ErrorBody};

use crate::limits;

/// An error with the status that it is answered by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiFailure {
    /// HTTP status.
    pub status: StatusCode,
    /// The body's content.
    pub error: ApiError,
}

impl ApiFailure {
    /// A failure of any kind.
    #[must_use]
    pub fn new(status: StatusCode, code: &str, message: impl Into<String>) -> Self {
        Self { status, error: ApiError::new(code, message) }
    }

    /// The request itself makes no sense (400, `bad_request`).
    #[must_use]
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", message)
    }

    /// There is no such thing (404) under the given code, `unknown_block` for instance.
    #[must_use]
    pub fn not_found(code: &str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, code, message)
    }

    /// Our fault (500, `internal`). The message is for the log; the caller gets none of it.
    #[must_use]
    pub fn internal(message: &str) -> Self {
        tracing::error!(message, "request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "an error inside the server")
            .with_hint("see the server's log")
    }

    /// The same failure with what to try next.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.error = self.error.with_hint(hint);
        self
    }
}

/// The status follows from the code: `unknown_...` and `not_found` 404, `unauthorized` 401,
/// `forbidden` 403, `conflict` 409, `too_many_requests` 429, `internal` 500, `unavailable` 503,
/// anything else 400.
impl From<ApiError> for ApiFailure {
    fn from(error: ApiError) -> Self {
        let status = match error.code.as_str() {
            "not_found" => StatusCode::NOT_FOUND,
            code if code.starts_with("unknown_") => StatusCode::NOT_FOUND,
            "unauthorized" => StatusCode::UNAUTHORIZED,
            "forbidden" => StatusCode::FORBIDDEN,
            "conflict" => StatusCode::CONFLICT,
            "too_many_requests" => StatusCode::TOO_MANY_REQUESTS,
            "internal" => StatusCode::INTERNAL_SERVER_ERROR,
            "unavailable" => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::BAD_REQUEST,
        };
        Self { status, error }
    }
}

impl IntoResponse for ApiFailure {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(ErrorBody { error: self.error })).into_response();
        if matches!(self.status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

/// The answer to a path under `/v1` that does not exist.
pub(crate) fn no_such_path() -> ApiFailure {
    ApiFailure::not_found("not_found", "there is nothing at this path")
}

/// The answer to a path that exists, by another method.
pub(crate) async fn method_not_allowed() -> ApiFailure {
    ApiFailure::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "this path does not take that method",
    )
    .with_hint("the `allow` header names those that it takes")
}

/// Gives an error that a library answered as plain text (a bad path or query) the typed body.
pub(crate) async fn typed(response: Response) -> Response {
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    if !failed || is_json(response.headers()) {
        return response;
    }
    let (parts, body) = response.into_parts();
    let text = first_text(body).await;
    let message = match text.is_empty() {
        true => status.canonical_reason().unwrap_or("failed").to_ascii_lowercase(),
        false => text,
    };
    let mut typed = ApiFailure::new(status, code_of(status), message).into_response();
    for (name, value) in &parts.headers {
        if !matches!(*name, header::CONTENT_TYPE | header::CONTENT_LENGTH) {
            typed.headers_mut().append(name, value.clone());
        }
    }
    typed
}

async fn first_text(body: Body) -> String {
    let mut text = Vec::new();
    let mut pieces = body.into_data_stream();
    while let Some(Ok(piece)) = pieces.next().await {
        let room = limits::MAX_ERROR_TEXT - text.len();
        text.extend_from_slice(&piece[..piece.len().min(room)]);
        if text.len() == limits::MAX_ERROR_TEXT {
            break;
        }
    }
    String::from_utf8_lossy(&text).into_owned()
}

fn code_of(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "not_found",
        StatusCode::METHOD_NOT_ALLOWED => "method_not_allowed",
        StatusCode::PAYLOAD_TOO_LARGE => "body_too_large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "not_json",
        _ if status.is_server_error() => "internal",
        _ => "bad_request",
    }
}

/// Whether the content type is `application/json`, with or without parameters.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}

//! The extractor for JSON bodies whose errors are typed and say where in the body they are.
//!
//! Does not know the types it reads.

use std::error::Error;

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use serde::de::DeserializeOwned;

use crate::ApiFailure;

/// A request's body, read as JSON. A wrong one is answered by an [`ApiFailure`] `bad_request` whose
/// message begins with the place: `units[0].target: invalid length ...`.
#[derive(Clone, Copy, Debug, Default)]
pub struct ApiJson<T>(pub T);

impl<T, S> FromRequest<S> for ApiJson<T>
where
    T: DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = ApiFailure;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiFailure> {
        match Json::<T>::from_request(request, state).await {
            Ok(Json(value)) => Ok(Self(value)),
            Err(rejection) => Err(failure_of(&rejection)),
        }
    }
}

fn failure_of(rejection: &JsonRejection) -> ApiFailure {
    // The innermost useful text is `path: what is wrong at line L column C`.
    let cause = || rejection.source().map_or_else(|| rejection.body_text(), ToString::to_string);
    match rejection {
        JsonRejection::JsonDataError(_) => ApiFailure::bad_request(cause()),
        JsonRejection::JsonSyntaxError(_) => {
            ApiFailure::bad_request(format!("the body is not JSON: {}", cause()))
        }
        JsonRejection::MissingJsonContentType(_) => not_json(),
        other if other.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            ApiFailure::new(other.status(), "body_too_large", "the body is too large")
        }
        _ => ApiFailure::bad_request("the body could not be read"),
    }
}

/// The answer to a write whose body is not declared to be JSON.
pub(crate) fn not_json() -> ApiFailure {
    ApiFailure::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", "writes take JSON bodies only")
        .with_hint("send the header `content-type: application/json`")
}

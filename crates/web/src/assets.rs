//! Scripts, styles and icons, embedded in the program: nothing is fetched from outside.
//!
//! They hold no data, so they need no session. Does not know which page uses them.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::ApiFailure;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

/// `/assets/...`
pub(crate) fn router() -> Router {
    Router::new().route("/assets/{*path}", get(serve))
}

async fn serve(Path(path): Path<String>, headers: HeaderMap) -> Result<Response, ApiFailure> {
    let file = Files::get(&path)
        .ok_or_else(|| ApiFailure::not_found("not_found", "there is no such asset"))?;
    let tag = format!("\"{}\"", hex::encode(&file.metadata.sha256_hash()[..16]));
    let unchanged = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known == tag.as_str());
    let mut response = if unchanged {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        whole(&path, file).into_response()
    };
    let kept = response.headers_mut();
    // Asked for again each time, answered by "unchanged": a new version of the program shows at once.
    kept.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        kept.insert(header::ETAG, tag);
    }
    Ok(response)
}

fn whole(path: &str, file: EmbeddedFile) -> impl IntoResponse {
    let kind = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    ([(header::CONTENT_TYPE, kind)], file.data.into_owned())
}

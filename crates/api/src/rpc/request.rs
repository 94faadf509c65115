//! One request and its reply, in JSON-RPC 1.0, 1.1 and 2.0 as Bitcoin Core speaks them.
//!
//! Does not know HTTP, batches or methods.

use super::{Json, RpcError, code};

/// Which rules a request goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Version {
    /// 1.0 and 1.1: result and error always both there, errors told by HTTP's status too.
    #[default]
    Legacy,
    /// 2.0: one of result and error, notifications, status 200.
    V2,
}

/// A request's parameters, as they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Params {
    /// By position.
    Positional(Vec<Json>),
    /// By name.
    Named(Vec<(String, Json)>),
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What to call.
    pub method: String,
    /// With what.
    pub params: Params,
}

impl Request {
    /// Reads a request. Its id and version are put into `id` and `version` as far as they can be
    /// told, so that an error carries them too.
    ///
    /// # Errors
    /// -32600 with Core's words.
    pub fn parse(
        value: Json,
        id: &mut Option<Json>,
        version: &mut Version,
    ) -> Result<Self, RpcError> {
        let Json::Object(_) = value else { return Err(invalid("Invalid Request object")) };
        *id = value.find("id").cloned();
        // Until the version is known, an error is told by the older rules.
        *version = Version::Legacy;
        *version = match value.get("jsonrpc") {
            Json::Null => Version::Legacy,
            Json::String(text) if text == "1.0" => Version::Legacy,
            Json::String(text) if text == "2.0" => Version::V2,
            Json::String(_) => return Err(invalid("JSON-RPC version not supported")),
            _ => return Err(invalid("jsonrpc field must be a string")),
        };
        let method = match value.get("method") {
            Json::String(method) => method.clone(),
            Json::Null => return Err(invalid("Missing method")),
            _ => return Err(invalid("Method must be a string")),
        };
        let params = match take(value, "params") {
            Json::Array(items) => Params::Positional(items),
            Json::Null => Params::Positional(Vec::new()),
            Json::Object(members) => Params::Named(members),
            _ => return Err(invalid("Params must be an array or object")),
        };
        Ok(Self { method, params })
    }
}

fn invalid(message: &str) -> RpcError {
    RpcError::new(code::INVALID_REQUEST, message)
}

/// The first member of that name, moved out.
fn take(object: Json, key: &str) -> Json {
    let Json::Object(members) = object else { return Json::Null };
    members.into_iter().find(|(name, _)| name == key).map_or(Json::Null, |(_, value)| value)
}

/// The reply to a request with this id and version.
#[must_use]
pub fn reply(result: Result<Json, RpcError>, id: Option<Json>, version: Version) -> Json {
    let legacy = version == Version::Legacy;
    let mut members = Vec::with_capacity(4);
    let mut push = |key: &str, value: Json| members.push((key.to_owned(), value));
    if !legacy {
        push("jsonrpc", "2.0".into());
    }
    match result {
        Ok(result) => {
            push("result", result);
            if legacy {
                push("error", Json::Null);
            }
        }
        Err(error) => {
            if legacy {
                push("result", Json::Null);
            }
            push("error", error.to_json());
        }
    }
    if let Some(id) = id {
        push("id", id);
    }
    Json::Object(members)
}

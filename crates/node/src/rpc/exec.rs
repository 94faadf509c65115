//! Executing requests: warm-up, method, parameters, batches, what is running.
//!
//! Does not know HTTP: it says how a reply is to be told, `http` chooses the status.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use quarry_api::rpc::{Json, Params, Request, RpcError, Version, code, positional, reply};

use tokio_util::sync::CancellationToken;

use super::auth::Whitelist;
use super::blockchain::Scan;
use super::limits::{MAX_BATCH, MAX_REPLY_BYTES};
use super::method::{Answer, Run};
use super::mining::{LastTemplate, Works};
use super::{Call, RpcDeps, table};

/// What all requests share.
#[derive(Debug)]
pub(super) struct Server {
    pub(super) deps: RpcDeps,
    pub(super) whitelist: Whitelist,
    /// Set when the server has to end: what waits ends then.
    pub(super) stopping: CancellationToken,
    pub(super) scan: Scan,
    pub(super) last_template: LastTemplate,
    pub(super) works: Works,
    /// Seconds since 1970.
    pub(super) started_secs: u64,
    warmup: Mutex<Option<String>>,
    active: Mutex<Active>,
}

/// The commands that run.
#[derive(Debug, Default)]
struct Active {
    next: u64,
    commands: Vec<(u64, &'static str, Instant)>,
}

/// How a request ends.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// With this reply.
    Reply(Json),
    /// With this reply, whose error HTTP's status has to tell too.
    Failed(Json, i32),
    /// Without a word: there were only notifications.
    Silence,
    /// The user may not call this.
    Forbidden,
}

impl Server {
    pub(super) fn new(deps: RpcDeps, whitelist: Whitelist, stopping: CancellationToken) -> Self {
        Self {
            started_secs: deps.clock.now().wall_ms / 1000,
            deps,
            whitelist,
            stopping,
            scan: Scan::default(),
            last_template: LastTemplate::default(),
            works: Works::default(),
            warmup: Mutex::new(Some("RPC server started".to_owned())),
            active: Mutex::default(),
        }
    }

    /// What is answered until the node is ready; `None` when it is.
    pub(super) fn set_warmup(&self, status: Option<String>) {
        *lock(&self.warmup) = status;
    }

    /// Why no call is answered yet; `None` when they are.
    pub(super) fn warmup(&self) -> Option<String> {
        lock(&self.warmup).clone()
    }

    /// The commands that run, and for how many microseconds.
    pub(super) fn active(&self) -> Vec<(&'static str, u128)> {
        let active = lock(&self.active);
        active
            .commands
            .iter()
            .map(|(_, name, since)| (*name, since.elapsed().as_micros()))
            .collect()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Each change is one step, so a panic in between leaves nothing half done.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A command in the list of running ones, until it is dropped.
struct Running(Arc<Server>, u64);

impl Running {
    fn new(server: &Arc<Server>, method: &'static str) -> Self {
        let mut active = lock(&server.active);
        let number = active.next;
        active.next += 1;
        active.commands.push((number, method, Instant::now()));
        Self(server.clone(), number)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        lock(&self.0.active).commands.retain(|(number, _, _)| *number != self.1);
    }
}

/// Executes what a user sent: one request, or an array of them.
pub(super) async fn execute(server: &Arc<Server>, user: &str, value: Json) -> Outcome {
    if !server.whitelist.knows(user) {
        tracing::warn!(user, "RPC user not allowed to call any methods");
        return Outcome::Forbidden;
    }
    match value {
        Json::Object(_) => single(server, user, value).await,
        Json::Array(requests) => batch(server, user, requests).await,
        _ => failed(RpcError::new(code::PARSE_ERROR, "Top-level object parse error")),
    }
}

/// The failure of what is no request, whose id and version nobody knows.
pub(super) fn failed(error: RpcError) -> Outcome {
    let code = error.code;
    Outcome::Failed(reply(Err(error), Some(Json::Null), Version::Legacy), code)
}

async fn single(server: &Arc<Server>, user: &str, value: Json) -> Outcome {
    let (mut id, mut version) = (Some(Json::Null), Version::Legacy);
    let request = match Request::parse(value, &mut id, &mut version) {
        Ok(request) => request,
        Err(error) => {
            let code = error.code;
            let reply = reply(Err(error), id, version);
            return Outcome::Failed(reply, code);
        }
    };
    if !server.whitelist.allows(user, &request.method) {
        tracing::warn!(user, method = request.method, "RPC user not allowed to call method");
        return Outcome::Forbidden;
    }
    tell(user, &request);
    let answer = call(server, request).await;
    match (version, answer) {
        (Version::V2, _) if id.is_none() => Outcome::Silence,
        (Version::Legacy, Err(error)) => {
            let code = error.code;
            Outcome::Failed(reply(Err(error), id, version), code)
        }
        (version, answer) => Outcome::Reply(reply(answer, id, version)),
    }
}

async fn batch(server: &Arc<Server>, user: &str, requests: Vec<Json>) -> Outcome {
    if requests.len() > MAX_BATCH {
        let message = format!("Batch of {} requests: at most {MAX_BATCH}", requests.len());
        return failed(RpcError::new(code::INVALID_REQUEST, message));
    }
    for request in &requests {
        // What is no request fails below, with its own error.
        let Json::String(method) = request.get("method") else { continue };
        if !server.whitelist.allows(user, method) {
            tracing::warn!(user, method, "RPC user not allowed to call method");
            return Outcome::Forbidden;
        }
    }
    let is_empty = requests.is_empty();
    let mut replies = Vec::new();
    let mut room = MAX_REPLY_BYTES;
    for value in requests {
        let (mut id, mut version) = (Some(Json::Null), Version::Legacy);
        let answer = match Request::parse(value, &mut id, &mut version) {
            Err(error) => Err(error),
            Ok(_) if room == 0 => Err(too_much()),
            Ok(request) => {
                tell(user, &request);
                call(server, request).await
            }
        };
        if version == Version::V2 && id.is_none() {
            continue;
        }
        let reply = reply(answer, id, version);
        room = room.saturating_sub(size(&reply));
        replies.push(reply);
    }
    if replies.is_empty() && !is_empty {
        return Outcome::Silence;
    }
    Outcome::Reply(Json::Array(replies))
}

fn too_much() -> RpcError {
    RpcError::new(code::OUT_OF_MEMORY, "The replies of this batch are too large")
}

/// About how many bytes a value takes when written.
fn size(value: &Json) -> usize {
    match value {
        Json::Null | Json::Bool(_) => 5,
        Json::Number(digits) => digits.len() + 1,
        Json::String(text) => text.len() + 3,
        Json::Array(items) => 2 + items.iter().map(size).sum::<usize>(),
        Json::Object(members) => {
            2 + members.iter().map(|(key, value)| key.len() + 4 + size(value)).sum::<usize>()
        }
    }
}

/// Core's line, by which those who drive a node know that a call has come.
fn tell(user: &str, request: &Request) {
    tracing::debug!(target: "rpc", "ThreadRPCServer method={} user={user}", request.method);
}

/// Calls a method.
async fn call(server: &Arc<Server>, request: Request) -> Answer {
    if let Some(status) = server.warmup() {
        return Err(RpcError::new(code::IN_WARMUP, status));
    }
    let method = table::find(&request.method)
        .ok_or_else(|| RpcError::new(code::METHOD_NOT_FOUND, "Method not found"))?;
    let params = match request.params {
        Params::Positional(params) => params,
        Params::Named(members) => positional(members, &method.names())?,
    };
    method.check(&params)?;
    let running = Running::new(server, method.name);
    let call = Call { method, params, server: server.clone() };
    let answer = match method.run {
        Run::Task(run) => run(call).await,
        Run::Thread(run) => {
            tokio::task::spawn_blocking(move || run(&call)).await.unwrap_or_else(|error| {
                tracing::error!(method = method.name, %error, "a method panicked");
                Err(RpcError::new(code::INTERNAL_ERROR, "Internal bug detected"))
            })
        }
    };
    drop(running);
    answer
}

/// Calls a method for another interface of this process. Blocks.
///
/// # Errors
/// The method's own, and an internal one for a method that is none or that waits for events.
pub(super) fn call_now(server: &Arc<Server>, method: &str, params: Vec<Json>) -> Answer {
    let method = table::find(method).filter(|method| matches!(method.run, Run::Thread(_)));
    let Some((method, Run::Thread(run))) = method.map(|method| (method, method.run)) else {
        return Err(RpcError::new(code::INTERNAL_ERROR, "Method not found"));
    };
    method.check(&params)?;
    run(&Call { method, params, server: server.clone() })
}

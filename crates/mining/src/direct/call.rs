//! What a miner asks, as JSON-RPC.
//!
//! Does not know who asks.

use quarry_primitives::{Transaction, Witness, consensus};
use serde_json::{Map, Value, json};

use crate::getwork::GetWork;
use crate::job::HEADER_BYTES;
use crate::limits::{MAX_COINBASE_BYTES, MAX_DIRECT_CALL_BYTES, MAX_WORK_ID_CHARS};
use crate::stratum::line::{Id, check_shape, shortened};

/// JSON-RPC's codes, and Bitcoin Core's.
const PARSE_ERROR: i64 = -32_700;
const INVALID_REQUEST: i64 = -32_600;
const METHOD_NOT_FOUND: i64 = -32_601;
const TYPE_ERROR: i64 = -3;
const INVALID_PARAMETER: i64 = -8;
const DESERIALIZATION_ERROR: i64 = -22;
/// Most bytes of a block in which its coinbase is looked for: header, count and coinbase with witness.
const MAX_START_BYTES: usize = HEADER_BYTES + 9 + MAX_COINBASE_BYTES;

/// A call.
#[derive(Clone, Debug)]
pub struct Call {
    /// What the answer has to carry.
    pub id: Id,
    /// What is asked.
    pub ask: Ask,
}

/// What a miner asks.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Nothing yet: to be let in.
    Entry,
    /// A header to be solved (`getwork`).
    Work,
    /// To take a solved one (`getwork` with it).
    Solved([u8; HEADER_BYTES]),
    /// A block to be (`getblocktemplate`).
    Template {
        /// What it has; it wants to hear of something better.
        long_poll_id: Option<String>,
        /// Whether it knows witnesses.
        segwit: bool,
    },
    /// To take a solved one (`submitblock`).
    Block(Box<SubmittedBlock>),
}

/// As much of a block as a pool needs that gave it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmittedBlock {
    /// The header.
    pub header: [u8; HEADER_BYTES],
    /// The coinbase without witness.
    pub coinbase: Vec<u8>,
}

/// A call that cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} ({code})")]
pub struct BadCall {
    /// The id of the call, if it could be read.
    pub id: Id,
    /// JSON-RPC's code, or Bitcoin Core's.
    pub code: i64,
    /// For people.
    pub message: String,
}

impl BadCall {
    /// The answer, its end included.
    #[must_use]
    pub fn to_json(&self) -> String {
        error(&self.id, self.code, &self.message)
    }
}

/// An answer that is an error, its end included.
pub(super) fn error(id: &Id, code: i64, message: &str) -> String {
    let error = json!({ "code": code, "message": message });
    let answer = json!({ "result": null, "error": error, "id": id });
    format!("{answer}\n")
}

type Wrong = (i64, String);

impl Call {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// [`BadCall`].
    pub fn read(body: &[u8]) -> Result<Self, BadCall> {
        let bad = |id: &Id, (code, message): Wrong| BadCall { id: id.clone(), code, message };
        let no_json = || bad(&Id::Null, (PARSE_ERROR, "Parse error".to_owned()));
        if body.len() > MAX_DIRECT_CALL_BYTES || check_shape(body).is_err() {
            return Err(no_json());
        }
        let value: Value = serde_json::from_slice(body).map_err(|_| no_json())?;
        let no_call = |why: &str| bad(&Id::Null, (INVALID_REQUEST, why.to_owned()));
        let Value::Object(mut fields) = value else {
            return Err(no_call("Invalid Request object: one call at a time"));
        };
        let id = Id::read(fields.get("id")).ok_or_else(|| no_call("the id is no short text"))?;
        let ask = ask(&mut fields).map_err(|wrong| bad(&id, wrong))?;
        Ok(Self { id, ask })
    }
}

fn ask(fields: &mut Map<String, Value>) -> Result<Ask, Wrong> {
    let missing = || (INVALID_REQUEST, "Missing method".to_owned());
    let method = fields.remove("method").ok_or_else(missing)?;
    let params = match fields.remove("params") {
        Some(Value::Array(params)) => params,
        None | Some(Value::Null) => Vec::new(),
        Some(_) => return Err((INVALID_REQUEST, "Params must be an array".to_owned())),
    };
    match method.as_str() {
        Some("getwork") => getwork(&params),
        Some("getblocktemplate") => template(params.first()),
        Some("submitblock") => block(&params),
        Some(_) => Err((METHOD_NOT_FOUND, "Method not found".to_owned())),
        None => Err((INVALID_REQUEST, "Method must be a string".to_owned())),
    }
}

fn wrong(code: i64, message: &str) -> Wrong {
    (code, message.to_owned())
}

fn getwork(params: &[Value]) -> Result<Ask, Wrong> {
    let Some(data) = params.first() else { return Ok(Ask::Work) };
    let data = data.as_str().ok_or_else(|| wrong(TYPE_ERROR, "data is not a string"))?;
    let header = GetWork::solved_header(data);
    header.map(Ask::Solved).map_err(|error| (INVALID_PARAMETER, error.to_string()))
}

fn template(request: Option<&Value>) -> Result<Ask, Wrong> {
    let request = match request {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(request)) => request.clone(),
        Some(_) => return Err(wrong(TYPE_ERROR, "the template request is not an object")),
    };
    match request.get("mode").map(Value::as_str) {
        None | Some(Some("template")) => {}
        Some(_) => return Err(wrong(INVALID_PARAMETER, "Invalid mode: only template is known")),
    }
    let capabilities = texts(&request, "capabilities")?;
    // Who lists neither is of a time when pools made the coinbase.
    let can = |what: &str| capabilities.contains(&what);
    if can("coinbasevalue") && !can("coinbasetxn") {
        let why = "this pool makes the coinbase: the miner has to take coinbasetxn (BIP-22), or to use getwork";
        return Err(wrong(INVALID_PARAMETER, why));
    }
    let segwit = texts(&request, "rules")?.contains(&"segwit");
    let long_poll_id = match request.get("longpollid") {
        None | Some(Value::Null) => None,
        Some(Value::String(id)) if id.len() <= MAX_WORK_ID_CHARS => Some(id.clone()),
        Some(_) => return Err(wrong(TYPE_ERROR, "longpollid is no short text")),
    };
    Ok(Ask::Template { long_poll_id, segwit })
}

fn texts<'a>(fields: &'a Map<String, Value>, name: &str) -> Result<Vec<&'a str>, Wrong> {
    let Some(value) = fields.get(name).filter(|value| !value.is_null()) else {
        return Ok(Vec::new());
    };
    let texts = value.as_array().and_then(|all| all.iter().map(Value::as_str).collect());
    texts.ok_or_else(|| (TYPE_ERROR, format!("{} is not a list of strings", shortened(name))))
}

/// What comes behind the coinbase is the pool's own and not looked at; nor is the `workid`, as the coinbase
/// says more.
fn block(params: &[Value]) -> Result<Ask, Wrong> {
    let text = params.first().and_then(Value::as_str);
    let text = text.ok_or_else(|| wrong(TYPE_ERROR, "hexdata is not a string"))?;
    let bad = || wrong(DESERIALIZATION_ERROR, "Block decode failed");
    let start = text.as_bytes().get(..text.len().min(2 * MAX_START_BYTES)).unwrap_or_default();
    let bytes = hex::decode(start).map_err(|_| bad())?;
    let (header, rest) = bytes.split_first_chunk::<HEADER_BYTES>().ok_or_else(bad)?;
    let (_count, length) =
        consensus::encode::deserialize_partial::<consensus::encode::VarInt>(rest)
            .map_err(|_| bad())?;
    let (mut coinbase, _length) =
        consensus::encode::deserialize_partial::<Transaction>(&rest[length..])
            .map_err(|_| bad())?;
    coinbase.input.iter_mut().for_each(|input| input.witness = Witness::new());
    let coinbase = consensus::serialize(&coinbase);
    Ok(Ask::Block(Box::new(SubmittedBlock { header: *header, coinbase })))
}

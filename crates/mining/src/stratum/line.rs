//! A line of Stratum: JSON that is bounded before it is read, and is a call or the reply to one.
//!
//! Does not know any method.

use serde::Serialize;
use serde_json::{Number, Value};

use crate::limits::{MAX_ID_BYTES, MAX_LINE_DEPTH, MAX_LINE_VALUES, MAX_TEXT_BYTES};

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LineError {
    /// It does not end in time.
    #[error("a line of more than {limit} bytes")]
    TooLong {
        /// Most bytes that are read.
        limit: usize,
    },
    /// Lists in lists in lists.
    #[error("a line nested more than {MAX_LINE_DEPTH} deep")]
    TooDeep,
    /// It has too many parts.
    #[error("a line of more than {MAX_LINE_VALUES} values")]
    TooManyValues,
    /// It is not JSON.
    #[error("a line that is no JSON: look at its column {column}")]
    NotJson {
        /// Where reading failed.
        column: usize,
    },
    /// It is JSON, but neither a call nor a reply.
    #[error("a line that is neither a call nor a reply: it needs a method, or an id and a result")]
    NotAMessage,
    /// A parameter is not what its method needs.
    #[error("{method}: {field} has to be {want}")]
    Parameter {
        /// The method.
        method: &'static str,
        /// The parameter, or the part of a result.
        field: &'static str,
        /// What it has to be.
        want: &'static str,
    },
}

/// What ties a reply to its call. Miners count, or send text, or nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Id {
    /// None; of a call: no reply is waited for.
    Null,
    /// A number of any kind.
    Number(Number),
    /// Text of [`MAX_ID_BYTES`] at most.
    Text(String),
}

impl From<u64> for Id {
    fn from(id: u64) -> Self {
        Self::Number(id.into())
    }
}

impl Id {
    fn read(value: Option<&Value>) -> Option<Self> {
        match value {
            None | Some(Value::Null) => Some(Self::Null),
            Some(Value::Number(number)) => Some(Self::Number(number.clone())),
            Some(Value::String(text)) if text.len() <= MAX_ID_BYTES => {
                Some(Self::Text(text.clone()))
            }
            Some(_) => None,
        }
    }

    /// The id as a whole number, which text may hold too.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Null => None,
            Self::Number(number) => number.as_u64(),
            Self::Text(text) => text.parse().ok(),
        }
    }
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// Somebody wants something, or tells something.
    Call(Call),
    /// The answer to a call.
    Reply(Reply),
}

/// A method and its parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// What the reply has to carry.
    pub id: Id,
    /// The method's name.
    pub method: String,
    /// Its parameters.
    pub params: Vec<Value>,
}

/// The answer to a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The id of the call.
    pub id: Id,
    /// What came of it.
    pub result: Result<Value, RpcError>,
}

/// A call that was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} ({code})")]
pub struct RpcError {
    /// See [`Reject::code`](super::message::Reject::code) for those of shares.
    pub code: i64,
    /// Text for people, [`MAX_TEXT_BYTES`] at most.
    pub message: String,
}

impl Line {
    /// Reads a line, with or without its end.
    ///
    /// # Errors
    /// [`LineError`]; its parameters are not looked at.
    pub fn read(bytes: &[u8]) -> Result<Self, LineError> {
        check_shape(bytes)?;
        let not_json = |error: serde_json::Error| LineError::NotJson { column: error.column() };
        let value: Value = serde_json::from_slice(bytes).map_err(not_json)?;
        let Value::Object(mut fields) = value else { return Err(LineError::NotAMessage) };
        let id = Id::read(fields.get("id")).ok_or(LineError::NotAMessage)?;
        match fields.remove("method") {
            Some(Value::String(method)) => {
                let params = match fields.remove("params") {
                    Some(Value::Array(params)) => params,
                    None | Some(Value::Null) => Vec::new(),
                    Some(_) => return Err(LineError::NotAMessage),
                };
                Ok(Self::Call(Call { id, method, params }))
            }
            // As replies of some have it.
            None | Some(Value::Null) => match (fields.remove("error"), fields.remove("result")) {
                (None, None) => Err(LineError::NotAMessage),
                (None | Some(Value::Null), result) => {
                    Ok(Self::Reply(Reply { id, result: Ok(result.unwrap_or(Value::Null)) }))
                }
                (Some(error), _) => {
                    Ok(Self::Reply(Reply { id, result: Err(RpcError::read(&error)) }))
                }
            },
            Some(_) => Err(LineError::NotAMessage),
        }
    }
}

impl RpcError {
    /// The list of Stratum, the object of JSON-RPC, or whatever else somebody took for an error.
    fn read(error: &Value) -> Self {
        let (code, message) = match error {
            Value::Array(parts) => (parts.first(), parts.get(1)),
            Value::Object(parts) => (parts.get("code"), parts.get("message")),
            other => (None, Some(other)),
        };
        let message = match message {
            Some(Value::String(text)) => shortened(text),
            Some(other) => shortened(&other.to_string()),
            None => String::new(),
        };
        Self { code: code.and_then(Value::as_i64).unwrap_or(OTHER), message }
    }
}

/// The code for what has none of its own.
const OTHER: i64 = 20;

/// Foreign text, cut to [`MAX_TEXT_BYTES`] and without control characters.
pub(in crate::stratum) fn shortened(text: &str) -> String {
    let mut short = String::new();
    for c in text.chars().filter(|c| !c.is_control()) {
        if short.len() + c.len_utf8() > MAX_TEXT_BYTES {
            break;
        }
        short.push(c);
    }
    short
}

/// Bounds what reading the JSON will build, in one pass that builds nothing.
fn check_shape(bytes: &[u8]) -> Result<(), LineError> {
    let (mut depth, mut values) = (0usize, 0usize);
    let (mut in_text, mut escaped) = (false, false);
    for byte in bytes {
        if in_text {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_text = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'[' | b'{' => {
                depth += 1;
                values += 1;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > MAX_LINE_DEPTH {
            return Err(LineError::TooDeep);
        }
        if values > MAX_LINE_VALUES {
            return Err(LineError::TooManyValues);
        }
    }
    Ok(())
}

/// A call as a line, its end included.
pub(super) fn call(id: &Id, method: &str, params: impl Serialize) -> String {
    #[derive(Serialize)]
    struct Out<'a, P> {
        id: &'a Id,
        method: &'a str,
        params: P,
    }
    line_of(&Out { id, method, params })
}

/// A reply as a line, its end included.
pub(super) fn reply(id: &Id, result: impl Serialize) -> String {
    #[derive(Serialize)]
    struct Out<'a, R> {
        id: &'a Id,
        result: R,
        error: Option<()>,
    }
    line_of(&Out { id, result, error: None })
}

/// A refusal as a line, its end included.
pub(super) fn refusal(id: &Id, code: i64, message: &str) -> String {
    #[derive(Serialize)]
    struct Out<'a> {
        id: &'a Id,
        result: Option<()>,
        error: (i64, &'a str, Option<()>),
    }
    line_of(&Out { id, result: None, error: (code, message, None) })
}

fn line_of(message: &impl Serialize) -> String {
    // Only maps with keys that are no text cannot be written, and no message has one.
    let mut line = serde_json::to_string(message).unwrap_or_default();
    line.push('\n');
    line
}

/// Cuts the bytes of a connection into lines, and never holds more than one line's worth.
///
/// ```
/// use quarry_mining::stratum::line::Lines;
/// let mut lines = Lines::new(10);
/// lines.push(b"one\ntw");
/// assert_eq!(lines.next_line(), Ok(Some(b"one".to_vec())));
/// assert_eq!(lines.next_line(), Ok(None));
/// lines.push(b"o\r\n\nand so it goes on");
/// assert_eq!(lines.next_line(), Ok(Some(b"two".to_vec())));
/// assert!(lines.next_line().is_err());
/// ```
#[derive(Debug)]
pub struct Lines {
    limit: usize,
    held: Vec<u8>,
    /// Bytes of `held` that were given out.
    taken: usize,
}

impl Lines {
    /// Lines of `limit` bytes at most, their ends not counted.
    #[must_use]
    pub const fn new(limit: usize) -> Self {
        Self { limit, held: Vec::new(), taken: 0 }
    }

    /// Bytes that came. They are held until their lines are taken: push no more than was read at once,
    /// and take all lines before the next push.
    pub fn push(&mut self, bytes: &[u8]) {
        self.held.drain(..self.taken);
        self.taken = 0;
        self.held.extend_from_slice(bytes);
    }

    /// The next line that is not empty, without its end; `None` until more comes.
    ///
    /// # Errors
    /// [`LineError::TooLong`]: the connection is of no more use.
    pub fn next_line(&mut self) -> Result<Option<Vec<u8>>, LineError> {
        loop {
            let rest = self.held.get(self.taken..).unwrap_or_default();
            let end = rest.iter().position(|byte| *byte == b'\n');
            if end.unwrap_or(rest.len()) > self.limit {
                return Err(LineError::TooLong { limit: self.limit });
            }
            let Some(end) = end else { return Ok(None) };
            let line = rest[..end].trim_ascii().to_vec();
            self.taken += end + 1;
            if !line.is_empty() {
                return Ok(Some(line));
            }
        }
    }
}

//! What a pool says to a miner.

use quarry_primitives::{BlockHash, Hash as _};
use serde_json::{Value, json};

use super::from_miner::plain_number;
use super::params::Params;
use super::{BadLine, Incoming, decode};
use crate::difficulty::Difficulty;
use crate::job::StratumJob;
use crate::limits::{
    MAX_BRANCH, MAX_COINBASE_PART_BYTES, MAX_EXTRANONCE_BYTES, MAX_HOST_BYTES, MAX_JOB_ID_BYTES,
};
use crate::stratum::line::{Id, LineError, call, shortened};

/// What a pool says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FromPool {
    /// `mining.notify`: work.
    Notify(StratumJob),
    /// `mining.set_difficulty`: of the shares of the jobs that follow.
    SetDifficulty(Difficulty),
    /// `mining.set_extranonce`: of the jobs that follow.
    SetExtranonce {
        /// The first extranonce.
        extranonce1: Vec<u8>,
        /// Bytes of the second.
        extranonce2_bytes: usize,
    },
    /// `mining.set_version_mask`: the bits of the version that may roll from now on (BIP-310).
    SetVersionMask(u32),
    /// `client.reconnect`.
    Reconnect {
        /// Where to; none: where it is.
        host: Option<String>,
        /// Which port; none: as it is.
        port: Option<u16>,
        /// After how many seconds.
        wait_secs: u32,
    },
    /// `client.get_version`: who are you?
    GetVersion,
    /// `client.show_message`: text for people.
    ShowMessage(String),
    /// `mining.ping`.
    Ping,
    /// A method that is none of Stratum's, or not a pool's.
    Unknown {
        /// Its name, cut.
        method: String,
    },
}

impl FromPool {
    /// Reads a line.
    ///
    /// # Errors
    /// [`BadLine`].
    pub fn decode(bytes: &[u8]) -> Result<Incoming<Self>, BadLine> {
        decode(bytes, Self::read)
    }

    fn read(method: &str, values: &[Value]) -> Result<Self, LineError> {
        let params = |method| Params { method, values };
        Ok(match method {
            "mining.notify" => Self::Notify(job(params("mining.notify"))?),
            "mining.set_difficulty" => {
                let params = params("mining.set_difficulty");
                let number = params.number(0, "the difficulty")?;
                let wrong = || params.wrong("the difficulty", "above zero");
                Self::SetDifficulty(Difficulty::new(number).ok_or_else(wrong)?)
            }
            "mining.set_extranonce" => {
                let params = params("mining.set_extranonce");
                let (extranonce1, extranonce2_bytes) = extranonces(params, 0)?;
                Self::SetExtranonce { extranonce1, extranonce2_bytes }
            }
            "mining.set_version_mask" => {
                Self::SetVersionMask(params("mining.set_version_mask").hex32(0, "the mask")?)
            }
            "client.reconnect" => reconnect(params("client.reconnect"))?,
            "client.get_version" => Self::GetVersion,
            "client.show_message" => {
                let text = values.first().and_then(Value::as_str).unwrap_or_default();
                Self::ShowMessage(shortened(text))
            }
            "mining.ping" => Self::Ping,
            other => Self::Unknown { method: shortened(other) },
        })
    }

    /// The line, its end included. `id` is [`Id::Null`] for all but what wants a reply.
    #[must_use]
    pub fn encode(&self, id: &Id) -> String {
        let call = |method: &str, params: Value| call(id, method, params);
        match self {
            Self::Notify(job) => notify(&job.id, job, job.clean),
            Self::SetDifficulty(difficulty) => {
                call("mining.set_difficulty", json!([plain_number(difficulty.get())]))
            }
            Self::SetExtranonce { extranonce1, extranonce2_bytes } => {
                let extranonce1 = hex::encode(extranonce1);
                call("mining.set_extranonce", json!([extranonce1, extranonce2_bytes]))
            }
            Self::SetVersionMask(mask) => {
                call("mining.set_version_mask", json!([format!("{mask:08x}")]))
            }
            Self::Reconnect { host, port, wait_secs } => match (host, port) {
                (None, None) if *wait_secs == 0 => call("client.reconnect", json!([])),
                _ => call("client.reconnect", json!([host, port, wait_secs])),
            },
            Self::GetVersion => call("client.get_version", json!([])),
            Self::ShowMessage(text) => call("client.show_message", json!([text])),
            Self::Ping => call("mining.ping", json!([])),
            Self::Unknown { method } => call(method, json!([])),
        }
    }
}

/// The line of a job that is called `id`, its end included.
///
/// Written by hand: at a new block it is what a pool does for each of its connections.
#[must_use]
pub fn notify(id: &str, job: &StratumJob, clean: bool) -> String {
    let coinbase = job.coinbase_start.len() + job.coinbase_end.len();
    let digits = 2 * (coinbase + 32 + 32 * job.branch.len()) + 3 * job.branch.len();
    let mut line = String::with_capacity(digits + id.len() + 128);
    line.push_str(r#"{"id":null,"method":"mining.notify","params":["#);
    // Text is always written; a name may have what has to be escaped.
    line.push_str(&serde_json::to_string(id).unwrap_or_default());
    line.push(',');
    push_hex(&mut line, &swap_words(job.previous.to_byte_array()));
    line.push(',');
    push_hex(&mut line, &job.coinbase_start);
    line.push(',');
    push_hex(&mut line, &job.coinbase_end);
    line.push_str(",[");
    for (n, hash) in job.branch.iter().enumerate() {
        if n > 0 {
            line.push(',');
        }
        push_hex(&mut line, hash);
    }
    line.push_str("],");
    for number in [job.version, job.bits, job.time] {
        push_hex(&mut line, &number.to_be_bytes());
        line.push(',');
    }
    line.push_str(if clean { "true]}\n" } else { "false]}\n" });
    line
}

/// Bytes as hexadecimal digits in quotes.
fn push_hex(line: &mut String, bytes: &[u8]) {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    line.push('"');
    for byte in bytes {
        line.push(DIGITS[usize::from(byte >> 4)]);
        line.push(DIGITS[usize::from(byte & 15)]);
    }
    line.push('"');
}

/// Turns each of the eight words round: Stratum's form of the previous block's hash, and back.
fn swap_words(mut hash: [u8; 32]) -> [u8; 32] {
    hash.chunks_exact_mut(4).for_each(<[u8]>::reverse);
    hash
}

fn job(params: Params<'_>) -> Result<StratumJob, LineError> {
    let hash = |value: &Value| -> Option<[u8; 32]> {
        let text = value.as_str().filter(|text| text.len() == 64)?;
        hex::decode(text).ok()?.try_into().ok()
    };
    const HASH: &str = "64 hexadecimal digits";
    let previous = params.get(1).and_then(hash).ok_or_else(|| params.wrong("prevhash", HASH))?;
    let wrong_branch = || params.wrong("the branch", "a list of hashes, and not too many");
    let branch = params
        .get(4)
        .and_then(Value::as_array)
        .filter(|branch| branch.len() <= MAX_BRANCH)
        .ok_or_else(wrong_branch)?;
    Ok(StratumJob {
        id: params.text(0, "the job", MAX_JOB_ID_BYTES)?.to_owned(),
        previous: BlockHash::from_byte_array(swap_words(previous)),
        coinbase_start: params.bytes(2, "coinb1", MAX_COINBASE_PART_BYTES)?,
        coinbase_end: params.bytes(3, "coinb2", MAX_COINBASE_PART_BYTES)?,
        branch: branch.iter().map(hash).collect::<Option<_>>().ok_or_else(wrong_branch)?,
        version: params.hex32(5, "version")?,
        bits: params.hex32(6, "nbits")?,
        time: params.hex32(7, "ntime")?,
        // Some leave it out, and then it is safe to think the worst of the old jobs.
        clean: params.get(8).and_then(Value::as_bool).unwrap_or(true),
    })
}

/// The first extranonce, and the bytes of the second, from `at` on.
pub(super) fn extranonces(params: Params<'_>, at: usize) -> Result<(Vec<u8>, usize), LineError> {
    let extranonce1 = params.bytes(at, "extranonce1", MAX_EXTRANONCE_BYTES)?;
    let bytes = params.get(at + 1).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
    let bytes = bytes
        .filter(|bytes| (1..=MAX_EXTRANONCE_BYTES).contains(bytes))
        .ok_or_else(|| params.wrong("extranonce2_size", "a small number of bytes"))?;
    Ok((extranonce1, bytes))
}

fn reconnect(params: Params<'_>) -> Result<FromPool, LineError> {
    let whole = |at: usize| {
        let value = params.get(at)?;
        value.as_u64().or_else(|| value.as_str()?.parse().ok())
    };
    let port = match params.get(1) {
        None => None,
        Some(_) => {
            let port = whole(1).and_then(|port| u16::try_from(port).ok());
            Some(port.ok_or_else(|| params.wrong("the port", "a port"))?)
        }
    };
    Ok(FromPool::Reconnect {
        host: params.text_or_none(0, "the host", MAX_HOST_BYTES)?.filter(|host| !host.is_empty()),
        port: port.filter(|port| *port != 0),
        wait_secs: whole(2).map_or(0, |wait| u32::try_from(wait).unwrap_or(u32::MAX)),
    })
}

//! What a miner says to a pool.

use serde_json::{Map, Value, json};

use super::params::{Params, hex32, number};
use super::{BadLine, Incoming, decode};
use crate::job::Solution;
use crate::limits::{
    MAX_EXTRANONCE_BYTES, MAX_FEATURES, MAX_JOB_ID_BYTES, MAX_PASSWORD_BYTES, MAX_TEXT_BYTES,
    MAX_WORKER_BYTES,
};
use crate::stratum::line::{Id, LineError, call};

/// What a miner says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FromMiner {
    /// `mining.subscribe`: it wants work.
    Subscribe {
        /// Its name and version.
        agent: Option<String>,
        /// The session that it would like to have again.
        session: Option<String>,
    },
    /// `mining.authorize`: whom it works for.
    Authorize {
        /// The worker's name.
        worker: String,
        /// Its password; pools hardly ever look at it.
        password: String,
    },
    /// `mining.submit`: a share.
    Submit(Submission),
    /// `mining.configure`: what it can do (BIP-310).
    Configure(Configure),
    /// `mining.extranonce.subscribe`: it understands `mining.set_extranonce`.
    ExtranonceSubscribe,
    /// `mining.suggest_difficulty`: as is, whatever the number.
    SuggestDifficulty(f64),
    /// `mining.suggest_target`: the big-endian bytes.
    SuggestTarget([u8; 32]),
    /// `mining.get_transactions`: of which job.
    GetTransactions {
        /// The job's name.
        job: String,
    },
    /// `mining.ping`.
    Ping,
    /// A method that is none of Stratum's, or not a miner's.
    Unknown {
        /// Its name, cut.
        method: String,
    },
}

/// A share as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Who found it.
    pub worker: String,
    /// The job's name.
    pub job: String,
    /// The second extranonce.
    pub extranonce2: Vec<u8>,
    /// The header's time.
    pub time: u32,
    /// The header's nonce.
    pub nonce: u32,
    /// The rolled bits of the header's version, where rolling was agreed upon (BIP-310).
    pub version_bits: Option<u32>,
}

/// What a miner can do (BIP-310).
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Configure {
    /// It can roll bits of the version.
    pub version_rolling: Option<VersionRolling>,
    /// It can do no less than this difficulty.
    pub minimum_difficulty: Option<f64>,
    /// It understands `mining.set_extranonce`.
    pub subscribe_extranonce: bool,
    /// Names of everything else it asks for.
    pub others: Vec<String>,
}

/// Which bits of a version a miner can roll (BIP-310).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VersionRolling {
    /// These.
    pub mask: u32,
    /// As many of them as it needs to be of full use.
    pub min_bits: u32,
}

impl Submission {
    /// The share of a solution.
    #[must_use]
    pub fn new(worker: String, job: String, solution: &Solution, mask: Option<u32>) -> Self {
        Self {
            worker,
            job,
            extranonce2: solution.extranonce2.clone(),
            time: solution.time,
            nonce: solution.nonce,
            version_bits: mask.map(|mask| solution.version & mask),
        }
    }
}

impl FromMiner {
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
            "mining.submit" => Self::Submit(submission(params("mining.submit"))?),
            "mining.subscribe" => {
                let params = params("mining.subscribe");
                Self::Subscribe {
                    agent: params.text_or_none(0, "the agent", MAX_TEXT_BYTES)?,
                    session: params.text_or_none(1, "the session", MAX_TEXT_BYTES)?,
                }
            }
            "mining.authorize" => {
                let params = params("mining.authorize");
                let worker = params.text(0, "the worker", MAX_WORKER_BYTES)?.to_owned();
                // Missing, a number, or null: it opens nothing.
                let password = params.text(1, "the password", MAX_PASSWORD_BYTES);
                Self::Authorize { worker, password: password.unwrap_or_default().to_owned() }
            }
            "mining.configure" => Self::Configure(configure(params("mining.configure"))?),
            "mining.extranonce.subscribe" => Self::ExtranonceSubscribe,
            "mining.suggest_difficulty" => {
                let params = params("mining.suggest_difficulty");
                Self::SuggestDifficulty(params.number(0, "the difficulty")?)
            }
            "mining.suggest_target" => {
                let params = params("mining.suggest_target");
                let target = params.bytes(0, "the target", 32)?;
                let whole = || params.wrong("the target", "64 hexadecimal digits");
                Self::SuggestTarget(target.try_into().map_err(|_| whole())?)
            }
            "mining.get_transactions" => {
                let params = params("mining.get_transactions");
                Self::GetTransactions {
                    job: params.text(0, "the job", MAX_JOB_ID_BYTES)?.to_owned(),
                }
            }
            "mining.ping" => Self::Ping,
            other => Self::Unknown { method: crate::stratum::line::shortened(other) },
        })
    }

    /// The line, its end included.
    #[must_use]
    pub fn encode(&self, id: &Id) -> String {
        let call = |method: &str, params: Value| call(id, method, params);
        match self {
            Self::Subscribe { agent, session } => {
                let given = agent.iter().chain(session.iter()).collect::<Vec<_>>();
                call("mining.subscribe", json!(given))
            }
            Self::Authorize { worker, password } => {
                call("mining.authorize", json!([worker, password]))
            }
            Self::Submit(share) => {
                let mut params = vec![
                    json!(share.worker),
                    json!(share.job),
                    json!(hex::encode(&share.extranonce2)),
                    json!(format!("{:08x}", share.time)),
                    json!(format!("{:08x}", share.nonce)),
                ];
                params.extend(share.version_bits.map(|bits| json!(format!("{bits:08x}"))));
                call("mining.submit", Value::Array(params))
            }
            Self::Configure(configure) => call("mining.configure", configure.params()),
            Self::ExtranonceSubscribe => call("mining.extranonce.subscribe", json!([])),
            Self::SuggestDifficulty(difficulty) => {
                call("mining.suggest_difficulty", json!([plain_number(*difficulty)]))
            }
            Self::SuggestTarget(target) => {
                call("mining.suggest_target", json!([hex::encode(target)]))
            }
            Self::GetTransactions { job } => call("mining.get_transactions", json!([job])),
            Self::Ping => call("mining.ping", json!([])),
            Self::Unknown { method } => call(method, json!([])),
        }
    }
}

/// A number as people write it: whole ones without a point, which not every miner reads.
pub(super) fn plain_number(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && (0.0..EXACT).contains(&number) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole, not negative, below 2^53"
        )]
        return json!(number as u64);
    }
    json!(number)
}

fn submission(params: Params<'_>) -> Result<Submission, LineError> {
    Ok(Submission {
        worker: params.text(0, "the worker", MAX_WORKER_BYTES)?.to_owned(),
        job: params.text(1, "the job", MAX_JOB_ID_BYTES)?.to_owned(),
        extranonce2: params.bytes(2, "extranonce2", MAX_EXTRANONCE_BYTES)?,
        time: params.hex32(3, "ntime")?,
        nonce: params.hex32(4, "nonce")?,
        version_bits: match params.get(5) {
            None => None,
            Some(_) => Some(params.hex32(5, "the version bits")?),
        },
    })
}

fn configure(params: Params<'_>) -> Result<Configure, LineError> {
    let wrong = || params.wrong("the list of extensions", "a short list of text");
    let names = params.get(0).and_then(Value::as_array).ok_or_else(wrong)?;
    if names.len() > MAX_FEATURES {
        return Err(wrong());
    }
    let none = Map::new();
    let given = params.get(1).and_then(Value::as_object).unwrap_or(&none);
    let mut configure = Configure::default();
    for name in names {
        let name = name.as_str().filter(|name| name.len() <= MAX_TEXT_BYTES).ok_or_else(wrong)?;
        match name {
            "version-rolling" => configure.version_rolling = Some(version_rolling(params, given)?),
            "minimum-difficulty" => {
                let value = given.get("minimum-difficulty.value").and_then(number);
                let wrong = || params.wrong("minimum-difficulty.value", "a number");
                configure.minimum_difficulty = Some(value.ok_or_else(wrong)?);
            }
            "subscribe-extranonce" => configure.subscribe_extranonce = true,
            other => configure.others.push(other.to_owned()),
        }
    }
    Ok(configure)
}

fn version_rolling(
    params: Params<'_>,
    given: &Map<String, Value>,
) -> Result<VersionRolling, LineError> {
    let mask = match given.get("version-rolling.mask") {
        // What BIP-310 has for it.
        None => u32::MAX,
        Some(mask) => mask
            .as_str()
            .and_then(hex32)
            .ok_or_else(|| params.wrong("version-rolling.mask", "8 hexadecimal digits"))?,
    };
    // BIP-310 has a number in its examples and a mask's type in its text; it only informs.
    let min_bits = given.get("version-rolling.min-bit-count").and_then(|value| {
        value.as_u64().and_then(|bits| u32::try_from(bits).ok()).or_else(|| hex32(value.as_str()?))
    });
    Ok(VersionRolling { mask, min_bits: min_bits.unwrap_or(0) })
}

impl Configure {
    fn params(&self) -> Value {
        let mut names = Vec::new();
        let mut given = Map::new();
        if let Some(minimum) = self.minimum_difficulty {
            names.push("minimum-difficulty");
            given.insert("minimum-difficulty.value".to_owned(), plain_number(minimum));
        }
        if let Some(rolling) = self.version_rolling {
            names.push("version-rolling");
            let mask = json!(format!("{:08x}", rolling.mask));
            given.insert("version-rolling.mask".to_owned(), mask);
            let bits = json!(rolling.min_bits);
            given.insert("version-rolling.min-bit-count".to_owned(), bits);
        }
        if self.subscribe_extranonce {
            names.push("subscribe-extranonce");
        }
        names.extend(self.others.iter().map(String::as_str));
        json!([names, given])
    }
}

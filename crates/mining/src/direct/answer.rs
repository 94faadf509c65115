//! What a miner is answered, as JSON.
//!
//! Does not know who asked.

use quarry_primitives::{Transaction, Witness, consensus};
use serde_json::{Value, json};

use super::desk::Refused;
use crate::getwork::GetWork;
use crate::limits::{DIRECT_EXPIRES_SECS, DIRECT_TIME_ROLL_SECS};
use crate::stratum::line::Id;
use crate::stratum::server::DirectJob;
use crate::template::{Template, TemplateTx};

/// Bitcoin Core's code of a node that cannot give work yet.
const NOT_READY: i64 = -10;
/// Bitcoin Core's code of what has no code of its own.
const MISC_ERROR: i64 = -1;

/// What a miner is answered.
#[derive(Clone, Debug)]
pub enum Answer {
    /// It is let in.
    Welcome,
    /// A header to be solved.
    Work(GetWork),
    /// A block to be.
    Template(Box<DirectTemplate>),
    /// A share was taken, or not: the reason in BIP-22's words.
    Judged(Result<(), &'static str>),
}

/// A block to be, with its coinbase.
#[derive(Clone, Debug)]
pub struct DirectTemplate {
    /// The job that it is.
    pub job: DirectJob,
    /// The second extranonce.
    pub extranonce2: Vec<u8>,
    /// Whether the miner knows witnesses.
    pub segwit: bool,
    /// The id of the long poll that this answers, if it is one.
    pub asked_with: Option<String>,
}

impl Answer {
    /// The whole answer, its end included. Whether the call was a `getwork` decides how a share's is written:
    /// that one says yes or no, and `submitblock` nothing or the reason.
    #[must_use]
    pub fn to_json(&self, id: &Id, is_getwork: bool) -> String {
        let result = match self {
            Self::Template(template) => {
                let (head, tail) = template.around_transactions(id);
                return head + &transactions(&template.job.template, template.segwit) + &tail;
            }
            Self::Welcome => Value::Null,
            Self::Work(work) => work.to_json(),
            Self::Judged(result) if is_getwork => result.is_ok().into(),
            Self::Judged(Ok(())) => Value::Null,
            Self::Judged(Err(reason)) => (*reason).into(),
        };
        let answer = json!({ "result": result, "error": null, "id": id });
        format!("{answer}\n")
    }
}

impl Refused {
    /// The whole answer, its end included.
    #[must_use]
    pub fn to_json(&self, id: &Id) -> String {
        let code = if *self == Self::NoWork { NOT_READY } else { MISC_ERROR };
        super::call::error(id, code, &self.to_string())
    }
}

impl DirectTemplate {
    /// The whole answer, but for the list of [`transactions`] between these parts.
    #[must_use]
    pub fn around_transactions(&self, id: &Id) -> (String, String) {
        let DirectJob { template, job, .. } = &self.job;
        let coinbase = job.coinbase(&self.job.extranonce1, &self.extranonce2);
        let mut result = json!({
            "version": job.version,
            "previousblockhash": job.previous.to_string(),
            "coinbasetxn": { "data": hex::encode(coinbase), "required": true },
            "coinbaseaux": {},
            "target": self.job.target.to_string(),
            "bits": format!("{:08x}", job.bits),
            "height": template.height,
            "curtime": job.time,
            "mintime": template.min_time,
            "maxtime": job.time.saturating_add(DIRECT_TIME_ROLL_SECS),
            "mutable": ["time", "time/increment", "coinbase/append", "submit/coinbase"],
            "noncerange": "00000000ffffffff",
            "expires": DIRECT_EXPIRES_SECS,
            "submitold": self.is_old_good(),
            "longpollid": long_poll_id(template, self.job.id),
            "workid": format!("{:x}", self.job.id),
        });
        if self.segwit && template.commitment.is_some() {
            result["rules"] = json!(["segwit"]);
        }
        let fields = result.to_string();
        let fields = fields.strip_prefix('{').unwrap_or_default();
        let head = format!(r#"{{"error":null,"id":{},"result":{{"transactions":"#, json!(id));
        (head, format!(",{fields}}}\n"))
    }

    /// Whether what the miner has is of the same block.
    fn is_old_good(&self) -> bool {
        let previous = self.job.template.previous.to_string();
        self.asked_with.as_ref().is_some_and(|id| id.starts_with(&previous))
    }
}

/// What a long poll is asked with: the block that is built upon, and the job.
fn long_poll_id(template: &Template, job: u32) -> String {
    format!("{}{job:x}", template.previous)
}

/// The list of a template's transactions, which is long and the same for all. Whoever does not know witnesses
/// is shown transactions without them: the pool puts the block together itself, and the ids are the same.
#[must_use]
pub fn transactions(template: &Template, segwit: bool) -> String {
    let tx = |tx: &TemplateTx| if segwit { whole(tx) } else { without_witness(tx) };
    let mut text = String::from("[");
    for tx in template.txs.iter().map(tx) {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&tx.to_string());
    }
    text.push(']');
    text
}

fn whole(tx: &TemplateTx) -> Value {
    let read = consensus::deserialize::<Transaction>(&tx.bytes);
    let hash = read.map_or_else(|_| tx.txid.to_string(), |tx| tx.compute_wtxid().to_string());
    json!({ "data": hex::encode(&tx.bytes), "txid": tx.txid.to_string(), "hash": hash })
}

fn without_witness(tx: &TemplateTx) -> Value {
    let data = match consensus::deserialize::<Transaction>(&tx.bytes) {
        Ok(mut read) => {
            read.input.iter_mut().for_each(|input| input.witness = Witness::new());
            hex::encode(consensus::serialize(&read))
        }
        // As it came.
        Err(_) => hex::encode(&tx.bytes),
    };
    json!({ "data": data, "hash": tx.txid.to_string() })
}

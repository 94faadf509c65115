//! Results of calls: what a subscription and a configuration bring, and the plain yes and no.

use serde_json::{Map, Value, json};

use super::Reject;
use super::from_pool::extranonces;
use super::params::{Params, hex32};
use crate::stratum::line::{Id, LineError, refusal, reply, shortened};

/// What a subscription brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscribed {
    /// What the subscriptions are called, as text; a miner has no use for it.
    pub session: String,
    /// The first extranonce.
    pub extranonce1: Vec<u8>,
    /// Bytes of the second.
    pub extranonce2_bytes: usize,
}

impl Subscribed {
    /// Reads the result of `mining.subscribe`.
    ///
    /// # Errors
    /// [`LineError::Parameter`].
    pub fn read(result: &Value) -> Result<Self, LineError> {
        let values = result.as_array().map(Vec::as_slice).unwrap_or_default();
        let params = Params { method: "mining.subscribe", values };
        let (extranonce1, extranonce2_bytes) = extranonces(params, 1)?;
        // [["mining.notify", "session"], ...], or one such pair alone.
        let pairs = values.first().and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let session = pairs.iter().find_map(session_of_notify).map_or_else(String::new, shortened);
        Ok(Self { session, extranonce1, extranonce2_bytes })
    }

    /// The line, its end included.
    #[must_use]
    pub fn encode(&self, id: &Id) -> String {
        let subscriptions =
            [("mining.set_difficulty", &self.session), ("mining.notify", &self.session)];
        reply(id, (subscriptions, hex::encode(&self.extranonce1), self.extranonce2_bytes))
    }
}

/// The second of a pair whose first is `mining.notify`.
fn session_of_notify(pair: &Value) -> Option<&str> {
    let pair = pair.as_array()?;
    if pair.first()? == "mining.notify" { pair.get(1)?.as_str() } else { None }
}

/// What became of something a miner can do (BIP-310).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Feature {
    /// It is in use.
    Yes,
    /// It is unknown here.
    No,
    /// It could be, but for this.
    Refused(String),
}

/// What a configuration brings (BIP-310); none of what was not asked for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Configured {
    /// The bits of the version that may roll.
    pub version_mask: Option<u32>,
    /// Everything that was asked for by name.
    pub features: Vec<(String, Feature)>,
}

impl Configured {
    /// Reads the result of `mining.configure`.
    ///
    /// # Errors
    /// [`LineError::Parameter`].
    pub fn read(result: &Value) -> Result<Self, LineError> {
        let params = Params { method: "mining.configure", values: &[] };
        let fields = result.as_object().ok_or_else(|| params.wrong("the result", "an object"))?;
        let mut configured = Self::default();
        for (name, value) in fields {
            let feature = match value {
                Value::Bool(true) => Feature::Yes,
                Value::String(text) => Feature::Refused(shortened(text)),
                _ => Feature::No,
            };
            if !name.contains('.') {
                configured.features.push((shortened(name), feature));
            }
        }
        if configured.has("version-rolling") {
            let mask = fields.get("version-rolling.mask").and_then(Value::as_str).and_then(hex32);
            let wrong = || params.wrong("version-rolling.mask", "8 hexadecimal digits");
            configured.version_mask = Some(mask.ok_or_else(wrong)?);
        }
        Ok(configured)
    }

    /// Whether something is in use.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.features.iter().any(|(other, feature)| other == name && *feature == Feature::Yes)
    }

    /// The line, its end included; the names in their order.
    #[must_use]
    pub fn encode(&self, id: &Id) -> String {
        let mut fields = Map::new();
        for (name, feature) in &self.features {
            let value = match feature {
                Feature::Yes => json!(true),
                Feature::No => json!(false),
                Feature::Refused(why) => json!(why),
            };
            fields.insert(name.clone(), value);
        }
        if let Some(mask) = self.version_mask {
            fields.insert("version-rolling.mask".to_owned(), json!(format!("{mask:08x}")));
        }
        reply(id, fields)
    }
}

/// The line of a yes, its end included.
#[must_use]
pub fn granted(id: &Id) -> String {
    reply(id, true)
}

/// The line that a share was taken, its end included.
#[must_use]
pub fn accepted(id: &Id) -> String {
    granted(id)
}

/// The line that says no, its end included; `text` in place of the usual one.
#[must_use]
pub fn rejected(id: &Id, reject: Reject, text: Option<&str>) -> String {
    refusal(id, reject.code(), text.unwrap_or_else(|| reject.text()))
}

/// The line that says who one is, its end included: of `client.get_version`.
#[must_use]
pub fn version(id: &Id, agent: &str) -> String {
    reply(id, agent)
}

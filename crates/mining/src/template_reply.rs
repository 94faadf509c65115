//! What a node says of a block to be: the JSON of `getblocktemplate` (BIP-22, BIP-23, BIP-9, BIP-145)
//! as a [`Template`], and the questions that lead to it.
//!
//! Strict: what is missing, of another type, beyond its limits or in contradiction to itself is an
//! error that names the field. Does not know how an answer was got, nor whether the block will be
//! valid: an upstream that lies about transactions gets a block that it will not take itself.

mod raw;

use std::sync::Arc;

use quarry_pow::{Target, TargetError, VersionMask};
use quarry_primitives::{
    Amount, BlockHash, Hash as _, ScriptBuf, Transaction, Txid, Witness, consensus,
};
use serde_json::{Map, Value, json};

use crate::limits::{
    HEIGHT_END, MAX_COINBASE_BYTES, MAX_COINBASE_SCRIPT_BYTES, MAX_TEMPLATE_BYTES,
    MAX_WORK_ID_CHARS,
};
use crate::template::{Template, TemplateTx};
pub use raw::RawReply;
use raw::{Text, Tx, Txs};

/// A challenge that every block meets without a seal: `OP_TRUE`.
const OPEN_CHALLENGE: &str = "51";
/// How a witness commitment begins: `OP_RETURN`, a push of 36 bytes, and BIP-141's mark.
const COMMITMENT_START: [u8; 6] = [0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed];
/// Fewer bytes than any transaction has.
const LEAST_TX_BYTES: usize = 10;

/// A template and what its upstream allows to be done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateReply {
    /// The block to be.
    pub template: Arc<Template>,
    /// What a hash has to meet to be handed in: the block's target, or that of a pool's share.
    pub share_target: Target,
    /// Whether the header's time may be chosen (`time` or `time/increment` of `mutable`).
    pub rolls_time: bool,
}

/// An answer that is no template for us.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReplyError {
    /// A field is missing or malformed.
    #[error("the template's `{field}` is not {expected}")]
    Field {
        /// Its name.
        field: &'static str,
        /// What it has to be.
        expected: &'static str,
    },
    /// A block's transactions beyond what a block can hold.
    #[error("the template has more transactions than fit a block")]
    TooLarge,
    /// A rule that a miner has to know (BIP-9) and this one does not.
    #[error("the template needs the rule `{0}`, which this version does not know")]
    Rule(String),
    /// The blocks need a signature.
    #[error(
        "the blocks of this signet are signed by the owners of its challenge: mine with their own \
         tool, which may call `quarry grind` for the search"
    )]
    Signet,
    /// The upstream makes the coinbase itself.
    #[error("the upstream makes the coinbase itself (`coinbasetxn`), which a pool has to")]
    CoinbaseTxn,
    /// The upstream makes the coinbase itself, and leaves nothing of it to be chosen.
    #[error(
        "the upstream makes the coinbase itself and lets nothing be appended (`coinbase/append`)"
    )]
    FixedCoinbase,
    /// There are witnesses, and no commitment to them.
    #[error("the template has transactions with witnesses and no `default_witness_commitment`")]
    NoCommitment,
    /// Nobody can meet the target, or it is no number.
    #[error("the template's `bits` is no target: {0}")]
    Bits(#[from] TargetError),
    /// Two fields say different things.
    #[error("the template's `target` {target} is not that of its `bits` {bits:08x}")]
    Contradiction {
        /// As it was given.
        target: Target,
        /// As they were given.
        bits: u32,
    },
    /// Only a part of the nonces may be tried.
    #[error("the template leaves a part of the nonces only (`noncerange`): that is not supported")]
    NonceRange,
}

/// The question for a template. With the id of a former one it is answered once there is a better. A miner
/// takes an upstream's coinbase, too; a pool pays its own miners.
#[must_use]
pub fn request(long_poll_id: Option<&str>, takes_coinbase: bool) -> Value {
    let capabilities: &[&str] = match takes_coinbase {
        true => &["coinbasetxn", "coinbasevalue", "coinbase/append", "longpoll", "workid"],
        false => &["coinbasevalue", "longpoll", "workid"],
    };
    let mut request = json!({ "capabilities": capabilities, "rules": ["segwit", "signet"] });
    if let Some(id) = long_poll_id {
        request["longpollid"] = id.into();
    }
    json!([request])
}

/// The parameters of `submitblock`.
#[must_use]
pub fn submission(block: &[u8], work_id: Option<&str>) -> Value {
    let block = faster_hex::hex_string(block);
    match work_id {
        Some(id) => json!([block, { "workid": id }]),
        None => json!([block]),
    }
}

impl TemplateReply {
    /// Reads an answer, the `result` of the call. Transactions' bytes are copied once, out of their
    /// digits.
    ///
    /// # Errors
    /// [`ReplyError`].
    pub fn parse(reply: &RawReply<'_>) -> Result<Self, ReplyError> {
        let reply = reply.0.as_ref().ok_or_else(|| field("result", "an object"))?;
        let fields = Fields(&reply.fields);
        let segwit = rules(&fields)?;
        let given = match fields.get("coinbasevalue") {
            None if fields.get("coinbasetxn").is_some() => Some(coinbase(&fields)?),
            _ => None,
        };
        let (bits, target) = target(&fields)?;
        let share_target = share_target(&fields, target, bits, given.is_some())?;
        let value = match &given {
            Some(given) => given
                .output
                .iter()
                .fold(0u64, |sum, output| sum.saturating_add(output.value.to_sat())),
            None => fields.number("coinbasevalue")?,
        };
        let value = Amount::from_base(value)
            .map_err(|_| field("coinbasevalue", "an amount of at most 21 million coins"))?;
        let previous = BlockHash::from_byte_array(fields.hash("previousblockhash")?);
        let mut template = Template::empty(previous, height(&fields)?, bits, target, value);
        template.version = fields.version()?;
        template.version_mask = version_mask(&fields)?;
        template.time = fields.u32("curtime")?;
        template.min_time = match fields.get("mintime") {
            Some(_) => fields.u32("mintime")?,
            None => template.time,
        };
        template.aux = aux(&fields)?;
        template.commitment = match &given {
            Some(given) => commitment_in(given),
            None if segwit => commitment(&fields)?,
            None => None,
        };
        if let Some(given) = given {
            template.coinbase = Some(consensus::serialize(&given));
            // What may change is listed, and that is not.
            template.version_mask = None;
        }
        template.work_id = fields.id("workid")?;
        template.long_poll_id = fields.id("longpollid")?;
        full_nonce_range(&fields)?;
        let txs = txs(&reply.txs, segwit, template.commitment.is_some())?;
        Ok(Self {
            template: Arc::new(template.with_txs(txs)),
            share_target,
            rolls_time: rolls_time(&fields)?,
        })
    }
}

fn field(field: &'static str, expected: &'static str) -> ReplyError {
    ReplyError::Field { field, expected }
}

/// So many bytes and no other number, in hexadecimal.
fn bytes_of<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let is_long = text.len() == 2 * N;
    (is_long && faster_hex::hex_decode(text.as_bytes(), &mut bytes).is_ok()).then_some(bytes)
}

/// An object whose values are asked for by name and type. A value of `null` is none.
struct Fields<'a>(&'a Map<String, Value>);

impl Fields<'_> {
    fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    fn number(&self, name: &'static str) -> Result<u64, ReplyError> {
        self.get(name).and_then(Value::as_u64).ok_or_else(|| field(name, "a whole number"))
    }

    fn u32(&self, name: &'static str) -> Result<u32, ReplyError> {
        u32::try_from(self.number(name)?).map_err(|_| field(name, "a number of 32 bits"))
    }

    /// Written as a signed number by Core and as an unsigned one by others.
    fn version(&self) -> Result<u32, ReplyError> {
        let number = self.get("version").and_then(Value::as_i64);
        let unsigned = |n| u32::try_from(n).ok();
        let signed = |n| i32::try_from(n).ok().map(i32::cast_unsigned);
        number
            .and_then(|n| unsigned(n).or_else(|| signed(n)))
            .ok_or_else(|| field("version", "a number of 32 bits"))
    }

    fn text(&self, name: &'static str) -> Result<&str, ReplyError> {
        self.get(name).and_then(Value::as_str).ok_or_else(|| field(name, "a text"))
    }

    fn bytes<const N: usize>(&self, name: &'static str) -> Result<[u8; N], ReplyError> {
        bytes_of(self.text(name)?).ok_or_else(|| field(name, "hexadecimal of the right length"))
    }

    /// A hash, which texts show with its bytes reversed.
    fn hash(&self, name: &'static str) -> Result<[u8; 32], ReplyError> {
        let mut bytes = self.bytes(name)?;
        bytes.reverse();
        Ok(bytes)
    }

    fn id(&self, name: &'static str) -> Result<Option<String>, ReplyError> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let short = value.as_str().filter(|text| text.len() <= MAX_WORK_ID_CHARS);
        short.map(|text| Some(text.to_owned())).ok_or_else(|| field(name, "a short text"))
    }

    fn texts(&self, name: &'static str) -> Result<Vec<&str>, ReplyError> {
        let Some(value) = self.get(name) else { return Ok(Vec::new()) };
        let texts = value.as_array().and_then(|all| all.iter().map(Value::as_str).collect());
        texts.ok_or_else(|| field(name, "a list of texts"))
    }
}

/// Whether segregated witness is in force. BIP-9: a rule with `!` must be understood.
fn rules(fields: &Fields<'_>) -> Result<bool, ReplyError> {
    let rules = fields.texts("rules")?;
    for rule in rules.iter().filter_map(|rule| rule.strip_prefix('!')) {
        match rule {
            "segwit" => {}
            "signet" if fields.text("signet_challenge") == Ok(OPEN_CHALLENGE) => {}
            "signet" => return Err(ReplyError::Signet),
            other => return Err(ReplyError::Rule(other.chars().take(40).collect())),
        }
    }
    Ok(rules.iter().any(|rule| matches!(*rule, "segwit" | "!segwit")))
}

fn target(fields: &Fields<'_>) -> Result<(u32, Target), ReplyError> {
    let bits = u32::from_be_bytes(fields.bytes("bits")?);
    Ok((bits, Target::from_compact(bits)?))
}

/// That of the block, but for a pool's own reason.
fn share_target(
    fields: &Fields<'_>,
    of_bits: Target,
    bits: u32,
    is_pool: bool,
) -> Result<Target, ReplyError> {
    if fields.get("target").is_none() {
        return Ok(of_bits);
    }
    let target = Target::from_be_bytes(fields.bytes("target")?);
    match is_pool || target == of_bits {
        true => Ok(target),
        false => Err(ReplyError::Contradiction { target, bits }),
    }
}

/// An upstream's own coinbase, without witness.
fn coinbase(fields: &Fields<'_>) -> Result<Transaction, ReplyError> {
    let expected = || field("coinbasetxn", "an object with a coinbase in `data`");
    let allowed = fields.texts("mutable")?;
    if !allowed.iter().any(|what| matches!(*what, "coinbase" | "coinbase/append")) {
        return Err(ReplyError::FixedCoinbase);
    }
    let data = fields.get("coinbasetxn").and_then(|coinbase| coinbase.get("data"));
    let data = data.and_then(Value::as_str).filter(|data| data.len() / 2 <= MAX_COINBASE_BYTES);
    let data = data.and_then(|data| hex::decode(data).ok()).ok_or_else(expected)?;
    let mut coinbase: Transaction = consensus::deserialize(&data).map_err(|_| expected())?;
    coinbase.input.iter_mut().for_each(|input| input.witness = Witness::new());
    let script = coinbase.input.first().map_or(0, |input| input.script_sig.len());
    let possible = coinbase.is_coinbase() && (2..=MAX_COINBASE_SCRIPT_BYTES).contains(&script);
    possible.then_some(coinbase).ok_or_else(expected)
}

/// The last output that commits to witnesses counts (BIP-141).
fn commitment_in(coinbase: &Transaction) -> Option<ScriptBuf> {
    let mut scripts = coinbase.output.iter().rev().map(|output| &output.script_pubkey);
    let commits = |script: &&ScriptBuf| {
        script.len() >= 38 && script.as_bytes().starts_with(&COMMITMENT_START)
    };
    scripts.find(commits).cloned()
}

fn height(fields: &Fields<'_>) -> Result<u32, ReplyError> {
    let height = fields.u32("height")?;
    let possible = (1..HEIGHT_END).contains(&height);
    possible.then_some(height).ok_or_else(|| field("height", "a height that a block can have"))
}

/// BIP-320's bits but for those that stand for a vote (BIP-9): these are the upstream's to choose.
fn version_mask(fields: &Fields<'_>) -> Result<Option<VersionMask>, ReplyError> {
    let mut mask = VersionMask::BIP320.bits();
    if let Some(votes) = fields.get("vbavailable") {
        let expected = || field("vbavailable", "an object of bit numbers");
        for bit in votes.as_object().ok_or_else(expected)?.values() {
            let bit = bit.as_u64().filter(|bit| *bit < 32).ok_or_else(expected)?;
            mask &= !(1 << bit);
        }
    }
    if fields.get("vbrequired").is_some() {
        mask &= !fields.u32("vbrequired")?;
    }
    Ok(VersionMask::new(mask))
}

/// Each value as a push, which keeps the coinbase's script one that can be read.
fn aux(fields: &Fields<'_>) -> Result<Vec<u8>, ReplyError> {
    let expected = || field("coinbaseaux", "an object of short hexadecimal texts");
    let Some(values) = fields.get("coinbaseaux") else { return Ok(Vec::new()) };
    let mut aux = Vec::new();
    for value in values.as_object().ok_or_else(expected)?.values() {
        let data = value.as_str().and_then(|text| hex::decode(text).ok()).ok_or_else(expected)?;
        // A longer push would need another opcode, and has no room in a coinbase anyway.
        let length = u8::try_from(data.len()).ok().filter(|n| *n <= 75).ok_or_else(expected)?;
        if length > 0 {
            aux.push(length);
            aux.extend(data);
        }
        if aux.len() > MAX_COINBASE_SCRIPT_BYTES {
            return Err(expected());
        }
    }
    Ok(aux)
}

fn commitment(fields: &Fields<'_>) -> Result<Option<ScriptBuf>, ReplyError> {
    const NAME: &str = "default_witness_commitment";
    if fields.get(NAME).is_none() {
        return Ok(None);
    }
    let expected = || field(NAME, "an output script with a witness commitment");
    let script = hex::decode(fields.text(NAME)?).map_err(|_| expected())?;
    let possible =
        script.starts_with(&COMMITMENT_START) && (38..=MAX_TEMPLATE_BYTES).contains(&script.len());
    possible.then(|| Some(ScriptBuf::from_bytes(script))).ok_or_else(expected)
}

fn full_nonce_range(fields: &Fields<'_>) -> Result<(), ReplyError> {
    let full = [0, 0, 0, 0, 255, 255, 255, 255];
    match fields.get("noncerange") {
        Some(_) if fields.bytes::<8>("noncerange")? != full => Err(ReplyError::NonceRange),
        _ => Ok(()),
    }
}

/// Without a list of what may change the time may: BIP-22 says so of a miner without BIP-23.
fn rolls_time(fields: &Fields<'_>) -> Result<bool, ReplyError> {
    let allowed = fields.texts("mutable")?;
    let is_time = |what: &&str| matches!(*what, "time" | "time/increment");
    Ok(fields.get("mutable").is_none() || allowed.iter().any(is_time))
}

fn txs(raw: &Txs<'_>, segwit: bool, committed: bool) -> Result<Vec<TemplateTx>, ReplyError> {
    let expected = || field("transactions", "a list of objects with `data` and `txid`");
    let list = match raw {
        Txs::List(list) => list,
        Txs::TooMany => return Err(ReplyError::TooLarge),
        Txs::Other => return Err(expected()),
    };
    let mut txs = Vec::with_capacity(list.len());
    let mut room = MAX_TEMPLATE_BYTES;
    for Tx { data, txid, hash } in list {
        let Text::Is(data) = data else { return Err(expected()) };
        room = room.checked_sub(data.len() / 2).ok_or(ReplyError::TooLarge)?;
        let mut bytes = vec![0; data.len() / 2];
        faster_hex::hex_decode(data.as_bytes(), &mut bytes).map_err(|_| expected())?;
        if bytes.len() < LEAST_TX_BYTES {
            return Err(expected());
        }
        // BIP-145 has both; before it `hash` was the id.
        let txid = match (txid, hash) {
            (Text::Is(txid), _) => txid,
            (Text::None, Text::Is(hash)) if !segwit => hash,
            _ => return Err(expected()),
        };
        let mut txid: [u8; 32] = bytes_of(txid).ok_or_else(expected)?;
        txid.reverse();
        // Marker and flag stand where the count of inputs would be none (BIP-144).
        if !committed && bytes[4..6] == [0, 1] {
            return Err(ReplyError::NoCommitment);
        }
        txs.push(TemplateTx { bytes, txid: Txid::from_byte_array(txid) });
    }
    Ok(txs)
}

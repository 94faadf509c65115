//! A miner for `getblocktemplate`, written from the texts of BIP 22, 23, 34, 141 and 145.
//!
//! It builds everything from bytes by itself, so it also checks what it is given: a template that
//! leads to a bad block is told by the server's own words. Does not know any library of Bitcoin.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::rpc::{RpcClient, RpcError};

/// Why no block was mined.
#[derive(Debug, thiserror::Error)]
pub enum MinerError {
    /// A call failed.
    #[error(transparent)]
    Rpc(#[from] RpcError),
    /// A field of the template is missing, or not of the type in the BIPs.
    #[error("the template's `{0}` is missing or malformed")]
    Field(&'static str),
    /// A rule that a miner must know and this one does not (BIP 9: those with `!`).
    #[error("the template needs the rule `{0}`")]
    UnknownRule(String),
    /// The whole range of nonces was searched.
    #[error("no nonce in the range gives a hash under the target")]
    NoNonce,
    /// The server refused the block.
    #[error("{mode} was refused: {reason}")]
    Refused {
        /// `proposal` or `submitblock`.
        mode: &'static str,
        /// Its words, as in BIP 22.
        reason: String,
    },
}

type Outcome<T> = Result<T, MinerError>;

/// A template, as much of it as a miner uses.
#[derive(Clone, Debug)]
pub struct Template {
    /// The new block's height.
    pub height: u64,
    /// What BIP 23's long polling waits on, if the server offers it.
    pub longpollid: Option<String>,
    /// How many transactions there are beside the coinbase.
    pub transactions: usize,
    value: Value,
}

/// A block without a nonce that counts.
#[derive(Clone, Debug)]
pub struct Block {
    header: [u8; 80],
    body: Vec<u8>,
    /// Big-endian, as a template shows it.
    target: [u8; 32],
    nonces: core::ops::RangeInclusive<u32>,
    workid: Option<String>,
}

impl Template {
    /// Asks for one. With the id of a former template it waits until there is something new.
    ///
    /// # Errors
    /// [`MinerError::Rpc`], [`MinerError::Field`], [`MinerError::UnknownRule`].
    pub fn fetch(rpc: &RpcClient, longpollid: Option<&str>) -> Outcome<Self> {
        let mut request = json!({
            "capabilities": ["coinbasevalue", "longpoll", "proposal", "workid"],
            "rules": ["segwit"],
        });
        if let Some(id) = longpollid {
            request["longpollid"] = id.into();
        }
        let value = rpc.call("getblocktemplate", json!([request]))?;
        let unknown = strings(&value["rules"])
            .filter_map(|rule| rule.strip_prefix('!'))
            .find(|rule| *rule != "segwit");
        if let Some(rule) = unknown {
            return Err(MinerError::UnknownRule(rule.to_owned()));
        }
        Ok(Self {
            height: value["height"].as_u64().ok_or(MinerError::Field("height"))?,
            longpollid: value["longpollid"].as_str().map(str::to_owned),
            transactions: array(&value, "transactions")?.len(),
            value,
        })
    }

    /// A block whose reward goes to a script. `extra` distinguishes blocks of one template.
    ///
    /// # Errors
    /// [`MinerError::Field`]
    pub fn block(&self, script: &[u8], extra: u32) -> Outcome<Block> {
        let template = &self.value;
        let (coinbase_id, coinbase) = self.coinbase(script, extra)?;
        let mut ids = vec![coinbase_id];
        let transactions = array(template, "transactions")?;
        let mut body = compact_size(transactions.len() + 1);
        body.extend(coinbase);
        for transaction in transactions {
            // BIP 145: `hash` is with the witness, `txid` without; BIP 22 alone has `hash` only.
            let id = if transaction["txid"].is_string() { "txid" } else { "hash" };
            ids.push(hash(transaction, id)?);
            body.extend(bytes(transaction, "data")?);
        }
        let mut header = [0; 80];
        header[..4].copy_from_slice(&number(template, "version")?.to_le_bytes());
        header[4..36].copy_from_slice(&hash(template, "previousblockhash")?);
        header[36..68].copy_from_slice(&merkle_root(ids));
        header[68..72].copy_from_slice(&number(template, "curtime")?.to_le_bytes());
        let bits = bytes(template, "bits")?;
        for (to, from) in header[72..76].iter_mut().zip(bits.iter().rev()) {
            *to = *from;
        }
        let target = bytes(template, "target")?;
        Ok(Block {
            header,
            body,
            target: target.try_into().map_err(|_| MinerError::Field("target"))?,
            nonces: nonces(template)?,
            workid: template["workid"].as_str().map(str::to_owned),
        })
    }

    /// The coinbase's id and its bytes.
    fn coinbase(&self, script: &[u8], extra: u32) -> Outcome<([u8; 32], Vec<u8>)> {
        let template = &self.value;
        let value = template["coinbasevalue"].as_u64().ok_or(MinerError::Field("coinbasevalue"))?;
        let mut outputs = vec![(value, script.to_vec())];
        // BIP 145 has the commitment for templates under segregated witness only; bcoin offers it
        // before that is in force too, and then refuses it.
        let segwit = strings(&template["rules"]).any(|rule| rule == "!segwit" || rule == "segwit");
        let commits = segwit && template["default_witness_commitment"].is_string();
        if commits {
            outputs.push((0, bytes(template, "default_witness_commitment")?));
        }
        let mut input = script_number(self.height);
        for data in template["coinbaseaux"].as_object().into_iter().flat_map(|aux| aux.values()) {
            let data = data.as_str().and_then(|text| hex::decode(text).ok());
            let data = data.ok_or(MinerError::Field("coinbaseaux"))?;
            if !data.is_empty() {
                input.extend(push(&data)?);
            }
        }
        input.extend(push(&extra.to_le_bytes())?);

        let mut middle = compact_size(1);
        middle.extend([0; 32]);
        middle.extend(u32::MAX.to_le_bytes());
        middle.extend(compact_size(input.len()));
        middle.extend(input);
        middle.extend(u32::MAX.to_le_bytes());
        middle.extend(compact_size(outputs.len()));
        for (value, script) in outputs {
            middle.extend(value.to_le_bytes());
            middle.extend(compact_size(script.len()));
            middle.extend(script);
        }
        let (version, lock_time) = (2_u32.to_le_bytes(), [0; 4]);
        let plain = [&version, &middle[..], &lock_time].concat();
        let id = sha256d(&plain);
        // BIP 141: marker, flag, and a witness of 32 zero bytes.
        let witness = [&[1, 32][..], &[0; 32]].concat();
        let whole = if commits {
            [&version, &[0, 1][..], &middle, &witness, &lock_time].concat()
        } else {
            plain
        };
        Ok((id, whole))
    }
}

impl Block {
    /// Has the server check everything but the proof of work (BIP 23's `proposal`).
    ///
    /// # Errors
    /// [`MinerError::Refused`], [`MinerError::Rpc`].
    pub fn propose(&self, rpc: &RpcClient) -> Outcome<()> {
        let mut request = json!({ "mode": "proposal", "data": self.hex(), "rules": ["segwit"] });
        if let Some(workid) = &self.workid {
            request["workid"] = workid.as_str().into();
        }
        accepted("proposal", &rpc.call("getblocktemplate", json!([request]))?)
    }

    /// Searches the nonce.
    ///
    /// # Errors
    /// [`MinerError::NoNonce`]
    pub fn solve(mut self) -> Outcome<Self> {
        for nonce in self.nonces.clone() {
            self.header[76..].copy_from_slice(&nonce.to_le_bytes());
            let mut hash = sha256d(&self.header);
            hash.reverse();
            if hash <= self.target {
                return Ok(self);
            }
        }
        Err(MinerError::NoNonce)
    }

    /// Submits it.
    ///
    /// # Errors
    /// [`MinerError::Refused`], [`MinerError::Rpc`].
    pub fn submit(&self, rpc: &RpcClient) -> Outcome<()> {
        let params = match &self.workid {
            Some(workid) => json!([self.hex(), { "workid": workid }]),
            None => json!([self.hex()]),
        };
        accepted("submitblock", &rpc.call("submitblock", params)?)
    }

    /// Its hash, as RPC shows hashes.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut hash = sha256d(&self.header);
        hash.reverse();
        hex::encode(hash)
    }

    /// The whole block in hexadecimal.
    #[must_use]
    pub fn hex(&self) -> String {
        hex::encode(self.header) + &hex::encode(&self.body)
    }
}

/// Mines one block on a server's template and gives its hash.
///
/// # Errors
/// [`MinerError`]
pub fn mine(rpc: &RpcClient, script: &[u8], extra: u32) -> Outcome<String> {
    let block = Template::fetch(rpc, None)?.block(script, extra)?;
    block.propose(rpc)?;
    let block = block.solve()?;
    block.submit(rpc)?;
    Ok(block.hash())
}

/// BIP 22: no answer is a yes, a text is the reason for a no.
fn accepted(mode: &'static str, answer: &Value) -> Outcome<()> {
    if answer.is_null() {
        return Ok(());
    }
    let reason = answer.as_str().map_or_else(|| answer.to_string(), str::to_owned);
    Err(MinerError::Refused { mode, reason })
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn array<'a>(value: &'a Value, field: &'static str) -> Outcome<&'a Vec<Value>> {
    value[field].as_array().ok_or(MinerError::Field(field))
}

fn bytes(value: &Value, field: &'static str) -> Outcome<Vec<u8>> {
    let text = value[field].as_str().and_then(|text| hex::decode(text).ok());
    text.ok_or(MinerError::Field(field))
}

/// A hash in the order of bytes that blocks have; texts have it the other way round.
fn hash(value: &Value, field: &'static str) -> Outcome<[u8; 32]> {
    let mut bytes = bytes(value, field)?;
    bytes.reverse();
    bytes.try_into().map_err(|_| MinerError::Field(field))
}

/// A number of 32 bits; versions may be written as negative ones.
fn number(value: &Value, field: &'static str) -> Outcome<u32> {
    let number = value[field].as_i64();
    let number = number.and_then(|n| {
        u32::try_from(n).ok().or_else(|| i32::try_from(n).ok().map(i32::cast_unsigned))
    });
    number.ok_or(MinerError::Field(field))
}

fn nonces(template: &Value) -> Outcome<core::ops::RangeInclusive<u32>> {
    if template["noncerange"].is_null() {
        return Ok(0..=u32::MAX);
    }
    let range: Result<[u8; 8], _> = bytes(template, "noncerange")?.try_into();
    let [a, b, c, d, e, f, g, h] = range.map_err(|_| MinerError::Field("noncerange"))?;
    Ok(u32::from_be_bytes([a, b, c, d])..=u32::from_be_bytes([e, f, g, h]))
}

fn merkle_root(mut level: Vec<[u8; 32]>) -> [u8; 32] {
    while level.len() > 1 {
        let pair = |pair: &[[u8; 32]]| sha256d(&[pair[0], pair[pair.len() - 1]].concat());
        level = level.chunks(2).map(pair).collect();
    }
    level[0]
}

fn sha256d(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(Sha256::digest(bytes)).into()
}

fn compact_size(n: usize) -> Vec<u8> {
    match (u8::try_from(n), u16::try_from(n)) {
        (Ok(n), _) if n < 0xfd => vec![n],
        (_, Ok(n)) => [&[0xfd], &n.to_le_bytes()[..]].concat(),
        _ => [&[0xfe], &(n as u64).to_le_bytes()[..4]].concat(),
    }
}

fn push(data: &[u8]) -> Outcome<Vec<u8>> {
    let length = u8::try_from(data.len()).ok().filter(|length| *length <= 75);
    Ok([&[length.ok_or(MinerError::Field("coinbaseaux"))?], data].concat())
}

/// BIP 34: the height as a script pushes a number, with the shortest opcode.
fn script_number(n: u64) -> Vec<u8> {
    const OP_1: u8 = 0x51;
    if let Ok(small @ 1..=16) = u8::try_from(n) {
        return vec![OP_1 + small - 1];
    }
    let mut bytes = n.to_le_bytes().to_vec();
    // The highest bit is the sign.
    while bytes.len() > 1 && bytes[bytes.len() - 1] == 0 && bytes[bytes.len() - 2] < 0x80 {
        bytes.pop();
    }
    let mut script = vec![bytes.len().to_le_bytes()[0]];
    script.extend(bytes);
    script
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_are_pushed_as_script_numbers() {
        let cases: [(u64, &[u8]); 7] = [
            (1, &[0x51]),
            (16, &[0x60]),
            (17, &[1, 17]),
            (127, &[1, 127]),
            (128, &[2, 128, 0]),
            (450, &[2, 0xc2, 1]),
            (227_836, &[3, 0xfc, 0x79, 3]),
        ];
        for (height, script) in cases {
            assert_eq!(script_number(height), script, "{height}");
        }
    }

    #[test]
    fn sizes_are_compact() {
        assert_eq!(compact_size(252), [252]);
        assert_eq!(compact_size(253), [0xfd, 253, 0]);
        assert_eq!(compact_size(65_536), [0xfe, 0, 0, 1, 0]);
    }

    #[test]
    fn the_root_of_three_doubles_the_last() {
        let [a, b, c] = [[1; 32], [2; 32], [3; 32]];
        let left = sha256d(&[a, b].concat());
        let right = sha256d(&[c, c].concat());
        assert_eq!(merkle_root(vec![a, b, c]), sha256d(&[left, right].concat()));
        assert_eq!(merkle_root(vec![a]), a);
    }
}

//! The mempool on disk: Bitcoin Core's mempool.dat, version 2.
//!
//! `version u64 | key: length 8, 8 bytes | masked(count u64 | (transaction, time i64, delta i64)* |
//! deltas: count, (txid, i64)* | unbroadcast: count, txid*)`, little-endian, counts but the first
//! in Bitcoin's short form. Everything behind the key is masked with it by place in the file, so
//! that no virus scanner takes offence. Version 1 has no key and no mask. Does not know files.

use std::collections::{BTreeMap, BTreeSet};

use quarry_primitives::{Transaction, Txid, consensus};

use crate::ledger::DecodeError;
use crate::limits::MAX_MEMPOOL_DAT_ITEMS;
use crate::mempool::MempoolDump;

const PLAIN_VERSION: u64 = 1;
const VERSION: u64 = 2;
const KEY_BYTES: usize = 8;
/// Version, length of the key, key.
const HEAD_BYTES: usize = 8 + 1 + KEY_BYTES;

impl MempoolDump<Transaction> {
    /// The file's bytes, masked with a key that should be random; without one, version 1.
    #[must_use]
    pub fn encode(&self, key: Option<[u8; KEY_BYTES]>) -> Vec<u8> {
        let mut out = Vec::new();
        match key {
            None => out.extend_from_slice(&PLAIN_VERSION.to_le_bytes()),
            Some(key) => {
                out.extend_from_slice(&VERSION.to_le_bytes());
                out.push(8);
                out.extend_from_slice(&key);
            }
        }
        let head = out.len();
        out.extend_from_slice(&(self.txs.len() as u64).to_le_bytes());
        for (tx, added_secs, delta) in &self.txs {
            out.extend_from_slice(&consensus::serialize(tx));
            out.extend_from_slice(&added_secs.to_le_bytes());
            out.extend_from_slice(&delta.to_le_bytes());
        }
        put_count(&mut out, self.deltas.len());
        for (txid, delta) in &self.deltas {
            out.extend_from_slice(&consensus::serialize(txid));
            out.extend_from_slice(&delta.to_le_bytes());
        }
        put_count(&mut out, self.unbroadcast.len());
        for txid in &self.unbroadcast {
            out.extend_from_slice(&consensus::serialize(txid));
        }
        if let Some(key) = key {
            mask(&mut out, head, key);
        }
        out
    }

    /// Reads [`MempoolDump::encode`]'s bytes, of either version.
    ///
    /// # Errors
    /// [`DecodeError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut head = Reader(bytes);
        let clear = match head.value::<u64>()? {
            PLAIN_VERSION => head.0.to_vec(),
            VERSION => {
                let key: Vec<u8> = head.value()?;
                let key: [u8; KEY_BYTES] =
                    key.try_into().map_err(|_| bad("a key of another length than 8"))?;
                let mut all = bytes.to_vec();
                mask(&mut all, HEAD_BYTES, key);
                all.split_off(HEAD_BYTES)
            }
            version => return Err(bad(&format!("version {version}"))),
        };
        let mut reader = Reader(&clear);
        let (txs, deltas) = (Vec::new(), BTreeMap::new());
        let mut dump = Self { txs, deltas, unbroadcast: BTreeSet::new() };
        for _ in 0..bounded(reader.value::<u64>()?)? {
            let tx: Transaction = reader.value()?;
            dump.txs.push((tx, reader.value()?, reader.value()?));
        }
        for _ in 0..reader.count()? {
            let txid: Txid = reader.value()?;
            dump.deltas.insert(txid, reader.value()?);
        }
        for _ in 0..reader.count()? {
            dump.unbroadcast.insert(reader.value()?);
        }
        if reader.0.is_empty() { Ok(dump) } else { Err(bad("trailing bytes")) }
    }
}

fn put_count(out: &mut Vec<u8>, count: usize) {
    out.extend_from_slice(&consensus::serialize(&consensus::encode::VarInt(count as u64)));
}

fn mask(bytes: &mut [u8], from: usize, key: [u8; KEY_BYTES]) {
    for (place, byte) in bytes.iter_mut().enumerate().skip(from) {
        *byte ^= key[place % KEY_BYTES];
    }
}

fn bad(why: &str) -> DecodeError {
    DecodeError { what: "mempool dump", why: why.to_owned() }
}

fn bounded(count: u64) -> Result<u64, DecodeError> {
    if count <= MAX_MEMPOOL_DAT_ITEMS { Ok(count) } else { Err(bad("too long a list")) }
}

/// What is not read yet.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn value<T: consensus::Decodable>(&mut self) -> Result<T, DecodeError> {
        let (value, read) = consensus::encode::deserialize_partial(self.0)
            .map_err(|error| bad(&error.to_string()))?;
        self.0 = self.0.get(read..).unwrap_or_default();
        Ok(value)
    }

    fn count(&mut self) -> Result<u64, DecodeError> {
        bounded(self.value::<consensus::encode::VarInt>()?.0)
    }
}

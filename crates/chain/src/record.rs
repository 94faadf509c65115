//! What a store keeps, and its bytes: the one codec of stored chain records.
//!
//! Integers are little-endian; scripts come last and take the rest. No derive decides a format.
//! The version of them all is [`RECORD_FORMAT`], which a store keeps beside its tip. Does not know
//! tables or files.

use quarry_primitives::{
    Amount, BlockHash, Hash, Header, OutPoint, ScriptBuf, Txid, consensus, hashes::sha256,
};

use crate::store::StoreError;

/// The version of all encodings in this module and of undo data.
pub const RECORD_FORMAT: u32 = 1;

/// An unspent output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coin {
    /// What it is worth.
    pub amount: Amount,
    /// Who may spend it.
    pub script: ScriptBuf,
    /// The height of the block that made it.
    pub height: u32,
    /// Whether a coinbase made it, so that it has to mature.
    pub coinbase: bool,
}

/// A header in the block tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderRecord {
    /// The header.
    pub header: Header,
    /// Its height.
    pub height: u32,
}

/// The end of the active chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TipRecord {
    /// The last block.
    pub hash: BlockHash,
    /// Its height.
    pub height: u32,
    /// The sum of all coins.
    pub supply: Amount,
}

/// Where a transaction of the active chain is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TxPlace {
    /// In this block,
    pub block: BlockHash,
    /// at this place, the coinbase's being 0.
    pub index: u32,
}

/// Where a payload lies in a series of append-only files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// The file's number, from 0.
    pub file: u32,
    /// Where the payload begins in it, in bytes.
    pub offset: u32,
    /// The payload's length in bytes.
    pub len: u32,
}

/// A transaction of the active chain that touched a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryRow {
    /// The script.
    pub script: ScriptBuf,
    /// The block's height.
    pub height: u32,
    /// The transaction's place in the block.
    pub index: u32,
    /// The transaction.
    pub txid: Txid,
    /// What the script got.
    pub received: Amount,
    /// What it gave.
    pub sent: Amount,
}

impl Coin {
    /// The coin's bytes: flags, height, amount, script.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(13 + self.script.len());
        out.push(u8::from(self.coinbase));
        out.extend_from_slice(&self.height.to_le_bytes());
        out.extend_from_slice(&self.amount.to_base().to_le_bytes());
        out.extend_from_slice(self.script.as_bytes());
        out
    }

    /// Reads [`Coin::encode`]'s bytes.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let mut reader = Reader::new("coin", bytes);
        let coinbase = match reader.array::<1>()? {
            [0] => false,
            [1] => true,
            _ => return Err(reader.corrupt()),
        };
        let height = reader.u32()?;
        let amount = reader.amount()?;
        Ok(Self { amount, script: ScriptBuf::from_bytes(reader.rest().to_vec()), height, coinbase })
    }
}

impl HeaderRecord {
    /// The record's bytes: the 80 of the header, height.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = consensus::serialize(&self.header);
        out.extend_from_slice(&self.height.to_le_bytes());
        out
    }

    /// Reads [`HeaderRecord::encode`]'s bytes.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let mut reader = Reader::new("header", bytes);
        let header = consensus::deserialize(&reader.array::<80>()?);
        let header = header.map_err(|_| reader.corrupt())?;
        let height = reader.u32()?;
        reader.end(Self { header, height })
    }
}

impl TipRecord {
    /// The record's bytes: hash, height, supply.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = self.hash.to_byte_array().to_vec();
        out.extend_from_slice(&self.height.to_le_bytes());
        out.extend_from_slice(&self.supply.to_base().to_le_bytes());
        out
    }

    /// Reads [`TipRecord::encode`]'s bytes.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let mut reader = Reader::new("tip", bytes);
        let hash = BlockHash::from_byte_array(reader.array()?);
        let height = reader.u32()?;
        let supply = reader.amount()?;
        reader.end(Self { hash, height, supply })
    }
}

impl TxPlace {
    /// The place's bytes: block, index.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = self.block.to_byte_array().to_vec();
        out.extend_from_slice(&self.index.to_le_bytes());
        out
    }

    /// Reads [`TxPlace::encode`]'s bytes.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let mut reader = Reader::new("transaction's place", bytes);
        let block = BlockHash::from_byte_array(reader.array()?);
        let index = reader.u32()?;
        reader.end(Self { block, index })
    }
}

impl FilePlace {
    /// The place's bytes: file, offset, length.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        [self.file, self.offset, self.len].into_iter().flat_map(u32::to_le_bytes).collect()
    }

    /// Reads [`FilePlace::encode`]'s bytes.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let mut reader = Reader::new("place in a file", bytes);
        let [file, offset, len] = [reader.u32()?, reader.u32()?, reader.u32()?];
        reader.end(Self { file, offset, len })
    }
}

impl HistoryRow {
    /// The row's bytes: height, index, transaction, received, sent, script.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = self.height.to_le_bytes().to_vec();
        out.extend_from_slice(&self.index.to_le_bytes());
        out.extend_from_slice(&self.txid.to_byte_array());
        out.extend_from_slice(&self.received.to_base().to_le_bytes());
        out.extend_from_slice(&self.sent.to_base().to_le_bytes());
        out.extend_from_slice(self.script.as_bytes());
        out
    }

    /// Reads [`HistoryRow::encode`]'s bytes.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let mut reader = Reader::new("history row", bytes);
        let height = reader.u32()?;
        let index = reader.u32()?;
        let txid = Txid::from_byte_array(reader.array()?);
        let received = reader.amount()?;
        let sent = reader.amount()?;
        let script = ScriptBuf::from_bytes(reader.rest().to_vec());
        Ok(Self { script, height, index, txid, received, sent })
    }
}

/// An outpoint's 36 bytes as Bitcoin writes them: transaction, output.
#[must_use]
pub fn encode_outpoint(outpoint: &OutPoint) -> [u8; 36] {
    let mut out = [0; 36];
    out[..32].copy_from_slice(&outpoint.txid.to_byte_array());
    out[32..].copy_from_slice(&outpoint.vout.to_le_bytes());
    out
}

/// Reads [`encode_outpoint`]'s bytes.
///
/// # Errors
/// [`StoreError::Corrupt`].
pub fn decode_outpoint(bytes: &[u8]) -> Result<OutPoint, StoreError> {
    let mut reader = Reader::new("outpoint", bytes);
    let txid = Txid::from_byte_array(reader.array()?);
    let vout = reader.u32()?;
    reader.end(OutPoint { txid, vout })
}

/// What indexes by script are keyed with: the script's SHA-256, as Electrum's *script hash*.
#[must_use]
pub fn script_key(script: &quarry_primitives::Script) -> [u8; 32] {
    sha256::Hash::hash(script.as_bytes()).to_byte_array()
}

/// Takes fixed-size parts off the front of a record.
pub(crate) struct Reader<'a> {
    what: &'static str,
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(what: &'static str, bytes: &'a [u8]) -> Self {
        Self { what, bytes }
    }

    pub(crate) fn corrupt(&self) -> StoreError {
        StoreError::corrupt(format!("not a {}", self.what))
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], StoreError> {
        let (head, tail) = self.bytes.split_first_chunk().ok_or_else(|| self.corrupt())?;
        self.bytes = tail;
        Ok(*head)
    }

    pub(crate) fn slice(&mut self, len: usize) -> Result<&'a [u8], StoreError> {
        let (head, tail) = self.bytes.split_at_checked(len).ok_or_else(|| self.corrupt())?;
        self.bytes = tail;
        Ok(head)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, StoreError> {
        self.array().map(u32::from_le_bytes)
    }

    fn amount(&mut self) -> Result<Amount, StoreError> {
        let units = self.array().map(u64::from_le_bytes)?;
        Amount::from_base(units).map_err(|_| self.corrupt())
    }

    fn rest(self) -> &'a [u8] {
        self.bytes
    }

    /// The value, if all bytes were taken.
    pub(crate) fn end<T>(self, value: T) -> Result<T, StoreError> {
        if self.bytes.is_empty() { Ok(value) } else { Err(self.corrupt()) }
    }
}

#[cfg(test)]
mod tests {
    use quarry_primitives::hex_bytes;

    use super::*;

    fn hex(bytes: &[u8]) -> String {
        let mut json = Vec::new();
        hex_bytes::serialize(bytes, &mut serde_json::Serializer::new(&mut json)).unwrap();
        String::from_utf8(json).unwrap().trim_matches('"').to_owned()
    }

    fn coin() -> Coin {
        let script = ScriptBuf::from_bytes(vec![0x51, 0x52]);
        Coin { amount: Amount::of(0x0102_0304), script, height: 7, coinbase: true }
    }

    // Golden bytes: a change of any of these lines is a new RECORD_FORMAT.
    #[test]
    fn bytes_are_golden() {
        assert_eq!(hex(&coin().encode()), "010700000004030201000000005152");
        let block = BlockHash::from_byte_array([0xab; 32]);
        let place = TxPlace { block, index: 3 };
        assert_eq!(hex(&place.encode()), format!("{}03000000", "ab".repeat(32)));
        let tip = TipRecord { hash: block, height: 9, supply: Amount::of(5) };
        assert_eq!(hex(&tip.encode()), format!("{}090000000500000000000000", "ab".repeat(32)));
        let file_place = FilePlace { file: 1, offset: 0x0102_0304, len: 258 };
        assert_eq!(hex(&file_place.encode()), "010000000403020102010000");
        assert_eq!(FilePlace::decode(&file_place.encode()).unwrap(), file_place);
        let row = HistoryRow {
            script: coin().script,
            height: 1,
            index: 2,
            txid: Txid::from_byte_array([0xcd; 32]),
            received: Amount::of(3),
            sent: Amount::of(4),
        };
        let want =
            format!("0100000002000000{}030000000000000004000000000000005152", "cd".repeat(32));
        assert_eq!(hex(&row.encode()), want);
        assert_eq!(HistoryRow::decode(&row.encode()).unwrap(), row);
        assert_eq!(TipRecord::decode(&tip.encode()).unwrap(), tip);
        assert_eq!(TxPlace::decode(&place.encode()).unwrap(), place);
        assert_eq!(Coin::decode(&coin().encode()).unwrap(), coin());
        let outpoint = OutPoint { txid: row.txid, vout: 258 };
        assert_eq!(hex(&encode_outpoint(&outpoint)), format!("{}02010000", "cd".repeat(32)));
        assert_eq!(decode_outpoint(&encode_outpoint(&outpoint)).unwrap(), outpoint);
    }

    #[test]
    fn wrong_bytes_are_refused() {
        let mut long = TxPlace { block: BlockHash::all_zeros(), index: 0 }.encode();
        long.push(0);
        assert!(TxPlace::decode(&long).is_err());
        assert!(FilePlace::decode(&[0; 11]).is_err());
        assert!(FilePlace::decode(&[0; 13]).is_err());
        assert!(Coin::decode(&[2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).is_err());
        assert!(Coin::decode(&[0; 12]).is_err());
        assert!(Coin::decode(&[0xff; 13]).is_err());
        assert!(HeaderRecord::decode(&[0; 83]).is_err());
    }
}

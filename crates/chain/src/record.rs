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
pub const RECORD_FORMAT: u32 = 2;

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

/// Where a record's bytes are in a store's append-only files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FilePlace {
    /// Which file, counted from 0.
    pub file: u32,
    /// Where in it the bytes begin.
    pub offset: u32,
    /// How many bytes.
    pub len: u32,
}

/// How far a block of the tree was checked; each level includes those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Validity {
    /// The header, in its place.
    Header,
    /// The block without state.
    Block,
    /// The block on the state of its parent: it was part of the active chain once.
    Connected,
}

/// A header in the block tree, and what is known of its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderRecord {
    /// The header.
    pub header: Header,
    /// Its height.
    pub height: u32,
    /// How far its block was checked.
    pub validity: Validity,
    /// Whether it breaks a rule, or builds on one that does, or a person said so.
    pub failed: bool,
    /// How many transactions its block has; 0 while that is not stored.
    pub tx_count: u32,
    /// Where its block is.
    pub block: Option<FilePlace>,
    /// Where the block's undo data is.
    pub undo: Option<FilePlace>,
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

impl FilePlace {
    /// The place's bytes: file, offset, length.
    #[must_use]
    pub fn encode(&self) -> [u8; 12] {
        let mut out = [0; 12];
        out[..4].copy_from_slice(&self.file.to_le_bytes());
        out[4..8].copy_from_slice(&self.offset.to_le_bytes());
        out[8..].copy_from_slice(&self.len.to_le_bytes());
        out
    }

    /// Reads [`FilePlace::encode`]'s bytes.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let mut reader = Reader::new("place in a file", bytes);
        let place = reader.place()?;
        reader.end(place)
    }
}

/// [`HeaderRecord`]: the bits of its byte of flags. The two lowest are the validity.
const FLAG_FAILED: u8 = 1 << 2;
const FLAG_BLOCK: u8 = 1 << 3;
const FLAG_UNDO: u8 = 1 << 4;

impl HeaderRecord {
    /// A header of which no more is known than that it is in its place.
    #[must_use]
    pub fn bare(header: Header, height: u32) -> Self {
        let validity = Validity::Header;
        Self { header, height, validity, failed: false, tx_count: 0, block: None, undo: None }
    }

    /// The record's bytes: the 80 of the header, height, flags, number of transactions, then the
    /// places of block and undo data where there are any.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = consensus::serialize(&self.header);
        out.extend_from_slice(&self.height.to_le_bytes());
        let mut flags = match self.validity {
            Validity::Header => 0,
            Validity::Block => 1,
            Validity::Connected => 2,
        };
        for (flag, set) in [
            (FLAG_FAILED, self.failed),
            (FLAG_BLOCK, self.block.is_some()),
            (FLAG_UNDO, self.undo.is_some()),
        ] {
            flags |= if set { flag } else { 0 };
        }
        out.push(flags);
        out.extend_from_slice(&self.tx_count.to_le_bytes());
        for place in [self.block, self.undo].into_iter().flatten() {
            out.extend_from_slice(&place.encode());
        }
        out
    }

    /// Reads [`HeaderRecord::encode`]'s bytes.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let mut reader = Reader::new("header", bytes);
        let header = reader.header()?;
        let height = reader.u32()?;
        let [flags] = reader.array::<1>()?;
        let validity = match flags & 3 {
            0 => Validity::Header,
            1 => Validity::Block,
            2 => Validity::Connected,
            _ => return Err(reader.corrupt()),
        };
        if flags & !(3 | FLAG_FAILED | FLAG_BLOCK | FLAG_UNDO) != 0 {
            return Err(reader.corrupt());
        }
        let failed = flags & FLAG_FAILED != 0;
        let tx_count = reader.u32()?;
        let block = (flags & FLAG_BLOCK != 0).then(|| reader.place()).transpose()?;
        let undo = (flags & FLAG_UNDO != 0).then(|| reader.place()).transpose()?;
        reader.end(Self { header, height, validity, failed, tx_count, block, undo })
    }

    /// Reads what a store of [`RECORD_FORMAT`] 1 kept of a header: itself and its height.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`].
    pub fn decode_v1(bytes: &[u8]) -> Result<(Header, u32), StoreError> {
        let mut reader = Reader::new("header", bytes);
        let header = reader.header()?;
        let height = reader.u32()?;
        reader.end((header, height))
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

    fn header(&mut self) -> Result<Header, StoreError> {
        consensus::deserialize(&self.array::<80>()?).map_err(|_| self.corrupt())
    }

    fn place(&mut self) -> Result<FilePlace, StoreError> {
        Ok(FilePlace { file: self.u32()?, offset: self.u32()?, len: self.u32()? })
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

    fn genesis() -> Header {
        crate::testing::easy_spec().genesis_block().header
    }

    #[test]
    fn header_records_are_golden() {
        let place = FilePlace { file: 1, offset: 258, len: 3 };
        let record = HeaderRecord {
            header: genesis(),
            height: 5,
            validity: Validity::Connected,
            failed: true,
            tx_count: 4,
            block: Some(place),
            undo: Some(FilePlace { file: 2, ..place }),
        };
        let rest = "05000000".to_owned()
            + "1e"
            + "04000000"
            + "010000000201000003000000"
            + "020000000201000003000000";
        assert_eq!(hex(&record.encode()[80..]), rest);
        for record in [record, HeaderRecord::bare(genesis(), 5)] {
            assert_eq!(HeaderRecord::decode(&record.encode()).unwrap(), record);
        }
        assert_eq!(FilePlace::decode(&place.encode()).unwrap(), place);
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
        assert!(FilePlace::decode(&[0; 11]).is_err() && FilePlace::decode(&[0; 13]).is_err());
        let mut record = HeaderRecord::bare(genesis(), 3).encode();
        assert_eq!(record.len(), 89);
        for flags in [3, 1 << 5, FLAG_BLOCK] {
            record[84] = flags;
            assert!(HeaderRecord::decode(&record).is_err(), "{flags}");
        }
        let mut long = TxPlace { block: BlockHash::all_zeros(), index: 0 }.encode();
        long.push(0);
        assert!(TxPlace::decode(&long).is_err());
        assert!(Coin::decode(&[2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).is_err());
        assert!(Coin::decode(&[0; 12]).is_err());
        assert!(Coin::decode(&[0xff; 13]).is_err());
        assert!(HeaderRecord::decode(&[0; 83]).is_err());
    }
}

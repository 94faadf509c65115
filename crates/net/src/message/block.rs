//! A block whose transactions include one of nothing: no inputs and no outputs.
//!
//! Core reads it, and then finds it invalid; the Bitcoin library takes it for a form of the future.
//! Does not know what makes a block valid.

use quarry_primitives::consensus::encode::{Error, deserialize, deserialize_partial};
use quarry_primitives::{Block, LockTime, Transaction, TransactionVersion};

use super::body::BodyError;
use crate::bytes::Reader;

const HEADER_BYTES: usize = 80;
/// Version, two counts of zero, lock time.
const NOTHING_BYTES: usize = 10;

/// A block, with transactions of nothing in it or not.
pub(super) fn block(body: &[u8]) -> Result<Block, BodyError> {
    let why = |error: Error| match error {
        // As Core says it.
        Error::NonMinimalVarInt => "non-canonical ReadCompactSize()".to_owned(),
        error => error.to_string(),
    };
    let form = |error| BodyError::Form { what: "block", why: why(error) };
    match deserialize_partial::<Block>(body) {
        Ok((block, _)) => Ok(block),
        Err(Error::UnsupportedSegwitFlag(0)) => with_nothing(body)?.map_err(form),
        Err(error) => Err(form(error)),
    }
}

fn with_nothing(body: &[u8]) -> Result<Result<Block, Error>, BodyError> {
    let mut reader = Reader::new(body);
    let header = match deserialize(reader.take(HEADER_BYTES)?) {
        Ok(header) => header,
        Err(error) => return Ok(Err(error)),
    };
    let count = reader.compact()?;
    let mut rest = reader.rest();
    let mut txdata = Vec::new();
    for _ in 0..count {
        let (tx, length) = match nothing(rest) {
            Some(tx) => (tx, NOTHING_BYTES),
            None => match deserialize_partial::<Transaction>(rest) {
                Ok(read) => read,
                Err(error) => return Ok(Err(error)),
            },
        };
        txdata.push(tx);
        rest = rest.get(length..).unwrap_or_default();
    }
    Ok(Ok(Block { header, txdata }))
}

fn nothing(bytes: &[u8]) -> Option<Transaction> {
    let [v0, v1, v2, v3, 0, 0, l0, l1, l2, l3] = *bytes.first_chunk::<NOTHING_BYTES>()? else {
        return None;
    };
    Some(Transaction {
        version: TransactionVersion(i32::from_le_bytes([v0, v1, v2, v3])),
        lock_time: LockTime::from_consensus(u32::from_le_bytes([l0, l1, l2, l3])),
        input: Vec::new(),
        output: Vec::new(),
    })
}

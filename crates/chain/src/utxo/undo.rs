//! Undo data of a block: the coins it spent. And its bytes.
//!
//! Integers are little-endian in 4 bytes: the number of transactions but the coinbase; for each
//! the number of its inputs; for each of those the length of its coin's record, and the record.
//! Versioned with all stored records by [`RECORD_FORMAT`](crate::record::RECORD_FORMAT). Does not
//! know which block it is of.

use crate::record::{Coin, Reader};
use crate::store::StoreError;

/// The coins that a block spent: by transaction (the coinbase spends none), then by input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UtxoUndo {
    pub(super) spent: Vec<Vec<Coin>>,
}

impl UtxoUndo {
    /// The coins that each transaction but the coinbase spent, by input.
    #[must_use]
    pub fn spent(&self) -> &[Vec<Coin>] {
        &self.spent
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_len(&mut out, self.spent.len());
        for coins in &self.spent {
            put_len(&mut out, coins.len());
            for coin in coins {
                let bytes = coin.encode();
                put_len(&mut out, bytes.len());
                out.extend_from_slice(&bytes);
            }
        }
        out
    }

    pub(super) fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let mut reader = Reader::new("undo record", bytes);
        // Grows as it reads: a count alone allocates nothing.
        let mut spent = Vec::new();
        for _ in 0..reader.u32()? {
            let mut coins = Vec::new();
            for _ in 0..reader.u32()? {
                let len = usize::try_from(reader.u32()?).map_err(|_| reader.corrupt())?;
                coins.push(Coin::decode(reader.slice(len)?)?);
            }
            spent.push(coins);
        }
        reader.end(Self { spent })
    }
}

fn put_len(out: &mut Vec<u8>, len: usize) {
    let len = u32::try_from(len).expect("a block has less than 2^32 bytes");
    out.extend_from_slice(&len.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use quarry_primitives::{Amount, ScriptBuf};

    use super::*;

    #[test]
    fn bytes_are_golden() {
        let script = ScriptBuf::from_bytes(vec![0x51]);
        let coin = Coin { amount: Amount::of(2), script, height: 1, coinbase: false };
        let undo = UtxoUndo { spent: vec![vec![], vec![coin]] };
        let want = [
            [2, 0, 0, 0].as_slice(),
            &[0, 0, 0, 0],
            &[1, 0, 0, 0],
            &[14, 0, 0, 0],
            &[0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0x51],
        ];
        assert_eq!(undo.encode(), want.concat());
        assert_eq!(UtxoUndo::decode(&undo.encode()).unwrap(), undo);
    }

    #[test]
    fn wrong_bytes_are_refused() {
        for bytes in
            [&[][..], &[1, 0, 0, 0], &[0, 0, 0, 0, 0], &[1, 0, 0, 0, 1, 0, 0, 0, 255, 0, 0, 0]]
        {
            assert!(UtxoUndo::decode(bytes).is_err());
        }
    }
}

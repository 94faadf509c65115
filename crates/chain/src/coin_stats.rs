//! All coins in a few numbers: how many, what they are worth, and a hash of them
//! (`kernel/coinstats.cpp`).
//!
//! Coins come in by outpoint, as a store shows them. Does not know where from.

mod mu_hash;

use quarry_primitives::hashes::{HashEngine, sha256, sha256d};
use quarry_primitives::{Amount, Hash, OutPoint, TxOut, Txid, consensus};

use crate::record::Coin;
use crate::views::saturating_sum;

use mu_hash::MuHash;

/// Bytes of a coin in Core's `bogosize` beside its script: id, index, height, amount, length.
const BOGO_BYTES: u64 = 32 + 4 + 4 + 8 + 2;

/// How coins are hashed.
#[derive(Clone, Debug)]
pub struct CoinHash(Kind);

#[derive(Clone)]
enum Kind {
    None,
    Serialized(sha256::HashEngine),
    Mu(Box<MuHash>),
}

impl core::fmt::Debug for Kind {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Serialized(_) => "Serialized",
            Self::Mu(_) => "Mu",
        })
    }
}

impl CoinHash {
    /// Not at all.
    #[must_use]
    pub fn none() -> Self {
        Self(Kind::None)
    }

    /// All together, in order (`hash_serialized_3`).
    #[must_use]
    pub fn serialized() -> Self {
        Self(Kind::Serialized(sha256d::Hash::engine()))
    }

    /// Each for itself, in any order (`muhash`).
    #[must_use]
    pub fn mu_hash() -> Self {
        Self(Kind::Mu(Box::default()))
    }
}

/// Coins being counted.
#[derive(Clone, Debug)]
pub struct CoinStats {
    hash: CoinHash,
    last: Option<Txid>,
    totals: CoinTotals,
}

/// What was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoinTotals {
    /// How many coins.
    pub outputs: u64,
    /// Of how many transactions.
    pub transactions: u64,
    /// A size that depends on no database.
    pub bogo_size: u64,
    /// What they are worth.
    pub amount: Amount,
    /// Their hash, if one was wished for.
    pub hash: Option<sha256d::Hash>,
}

impl CoinStats {
    /// No coins yet.
    #[must_use]
    pub fn new(hash: CoinHash) -> Self {
        Self { hash, last: None, totals: CoinTotals::default() }
    }

    /// One more coin. Those of one transaction come one after another.
    pub fn add(&mut self, outpoint: &OutPoint, coin: &Coin) {
        let totals = &mut self.totals;
        if self.last.replace(outpoint.txid) != Some(outpoint.txid) {
            totals.transactions += 1;
        }
        totals.outputs += 1;
        totals.bogo_size += BOGO_BYTES + u64::try_from(coin.script.len()).unwrap_or(u64::MAX);
        totals.amount = saturating_sum(totals.amount, coin.amount);
        match &mut self.hash.0 {
            Kind::None => {}
            Kind::Serialized(engine) => engine.input(&bytes_of(outpoint, coin)),
            Kind::Mu(mu) => mu.insert(&bytes_of(outpoint, coin)),
        }
    }

    /// The numbers.
    #[must_use]
    pub fn finish(self) -> CoinTotals {
        let hash = match self.hash.0 {
            Kind::None => None,
            Kind::Serialized(engine) => Some(sha256d::Hash::from_engine(engine)),
            Kind::Mu(mu) => Some(sha256d::Hash::from_byte_array(mu.finish().to_byte_array())),
        };
        CoinTotals { hash, ..self.totals }
    }
}

/// A coin's bytes in these hashes (`TxOutSer`).
fn bytes_of(outpoint: &OutPoint, coin: &Coin) -> Vec<u8> {
    let mut out = consensus::serialize(outpoint);
    let code = (coin.height << 1) | u32::from(coin.coinbase);
    out.extend_from_slice(&code.to_le_bytes());
    let output = TxOut { value: coin.amount.into(), script_pubkey: coin.script.clone() };
    out.extend_from_slice(&consensus::serialize(&output));
    out
}

#[cfg(test)]
mod tests {
    use quarry_primitives::ScriptBuf;

    use super::*;

    fn coin(vout: u32) -> (OutPoint, Coin) {
        let outpoint = OutPoint { txid: Txid::from_byte_array([7; 32]), vout };
        let script = ScriptBuf::from_bytes(vec![0x51]);
        (outpoint, Coin { amount: Amount::of(9), script, height: 5, coinbase: true })
    }

    fn stats(hash: CoinHash, vouts: &[u32]) -> CoinTotals {
        let mut stats = CoinStats::new(hash);
        for (outpoint, coin) in vouts.iter().map(|vout| coin(*vout)) {
            stats.add(&outpoint, &coin);
        }
        stats.finish()
    }

    #[test]
    fn coins_are_counted_and_hashed_as_their_bytes() {
        let one = |vout: u8| {
            let parts = [&[7; 32][..], &[vout, 0, 0, 0], &[11, 0, 0, 0], &[9, 0, 0, 0, 0, 0, 0, 0]];
            [&parts.concat()[..], &[1, 0x51]].concat()
        };
        let totals = stats(CoinHash::serialized(), &[0, 1]);
        assert_eq!((totals.outputs, totals.transactions, totals.bogo_size), (2, 1, 2 * 51));
        assert_eq!(totals.amount, Amount::of(18));
        assert_eq!(totals.hash, Some(sha256d::Hash::hash(&[one(0), one(1)].concat())));
    }

    #[test]
    fn order_matters_to_one_hash_only() {
        let hash = |kind: fn() -> CoinHash, vouts| stats(kind(), vouts).hash;
        assert_ne!(hash(CoinHash::serialized, &[0, 1]), hash(CoinHash::serialized, &[1, 0]));
        assert_eq!(hash(CoinHash::mu_hash, &[0, 1]), hash(CoinHash::mu_hash, &[1, 0]));
        assert_ne!(hash(CoinHash::mu_hash, &[0, 1]), hash(CoinHash::mu_hash, &[0]));
        assert_eq!(hash(CoinHash::none, &[0]), None);
    }
}

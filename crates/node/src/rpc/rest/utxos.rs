//! `/rest/getutxos`: which outputs are unspent (BIP-64).
//!
//! Does not know who owns them.

use quarry_api::rpc::{Json, json_from_amount};
use quarry_chain::{Coin, StoreError};
use quarry_primitives::consensus::encode::VarInt;
use quarry_primitives::consensus::{self, Decodable};
use quarry_primitives::{BlockHash, OutPoint, Txid};

use super::blocks::{count, output};
use super::reply::{Failure, Reply, bytes_or_hex, no_such_format};
use super::uri::{Format, hash, number};
use super::{Answer, Ask};
use crate::NodeChain;

/// Outputs in one request, at most.
const MAX_OUTPOINTS: usize = 15;
/// What Core calls the height of a coin that waits in the mempool.
const MEMPOOL_HEIGHT: u32 = 0x7fff_ffff;

/// What is asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wanted {
    with_mempool: bool,
    outpoints: Vec<OutPoint>,
}

/// What was found, and where the chain stood.
#[derive(Debug)]
struct Found {
    height: u32,
    tip: BlockHash,
    coins: Vec<Option<Coin>>,
}

pub(super) fn answer(ask: &Ask<'_>) -> Answer {
    let wanted = wanted(ask)?;
    let tried = wanted.outpoints.len();
    if tried > MAX_OUTPOINTS {
        return Err(Failure::bad(format!(
            "Error: max outpoints exceeded (max: {MAX_OUTPOINTS}, tried: {tried})"
        )));
    }
    let found = ask.node.read(|chain| find(chain, &wanted)).map_err(Failure::store)?;
    match ask.format {
        Some(Format::Json) => Ok(Reply::Json(found.json(ask))),
        Some(format) => Ok(bytes_or_hex(found.bytes(), format == Format::Hex)),
        None => Err(no_such_format()),
    }
}

/// Reads the path, or the body.
fn wanted(ask: &Ask<'_>) -> Result<Wanted, Failure> {
    let empty = || Failure::bad("Error: empty request");
    let path = ask.rest.get(1..).filter(|path| !path.is_empty());
    if path.is_none() && ask.body.is_empty() {
        return Err(empty());
    }
    let from_path = path.map(in_path).transpose()?;
    if from_path.as_ref().is_some_and(|wanted| wanted.outpoints.is_empty()) {
        return Err(empty());
    }
    let body = match ask.format {
        None => return Err(no_such_format()),
        Some(Format::Json) => return from_path.ok_or_else(empty),
        Some(Format::Bin) => ask.body.to_vec(),
        Some(Format::Hex) => hex_digits(ask.body),
    };
    match from_path {
        Some(wanted) if body.is_empty() => Ok(wanted),
        Some(_) => {
            Err(Failure::bad("Combination of URI scheme inputs and raw post data is not allowed"))
        }
        None if body.is_empty() => Ok(Wanted::default()),
        None => in_body(&body).ok_or_else(|| Failure::bad("Parse error")),
    }
}

/// `checkmempool/<txid>-<n>/<txid>-<n>...`
fn in_path(path: &str) -> Result<Wanted, Failure> {
    let with_mempool = path == "checkmempool" || path.starts_with("checkmempool/");
    let parts = path.split('/').skip(usize::from(with_mempool));
    let outpoint = |part: &str| {
        let (txid, vout) = part.split_once('-')?;
        Some(OutPoint { txid: hash::<Txid>(txid).ok()?, vout: number(vout)? })
    };
    let outpoints: Option<Vec<OutPoint>> = parts.map(outpoint).collect();
    let outpoints = outpoints.ok_or_else(|| Failure::bad("Parse error"))?;
    Ok(Wanted { with_mempool, outpoints })
}

/// One byte for the mempool, then a list of outpoints. What follows is not looked at.
fn in_body(mut body: &[u8]) -> Option<Wanted> {
    let with_mempool = bool::consensus_decode(&mut body).ok()?;
    let count = VarInt::consensus_decode(&mut body).ok()?.0;
    // Grows as it reads: a count alone allocates nothing.
    let mut outpoints = Vec::new();
    for _ in 0..count {
        outpoints.push(OutPoint::consensus_decode(&mut body).ok()?);
    }
    Some(Wanted { with_mempool, outpoints })
}

/// The bytes of a text in hex; like Core, none if it is not that.
fn hex_digits(text: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = text.iter().copied().filter(|b| !b.is_ascii_whitespace()).collect();
    hex::decode(digits).unwrap_or_default()
}

fn find(chain: &NodeChain, wanted: &Wanted) -> Result<Found, StoreError> {
    let pool = chain.pool();
    let coin = |outpoint: &OutPoint| {
        if !wanted.with_mempool {
            return chain.coin(outpoint);
        }
        if pool.user_of(outpoint).is_some() {
            return Ok(None);
        }
        match pool.coin(outpoint) {
            Some(coin) => Ok(Some(Coin { height: MEMPOOL_HEIGHT, ..coin.clone() })),
            None => chain.coin(outpoint),
        }
    };
    let coins = wanted.outpoints.iter().map(coin).collect::<Result<_, _>>()?;
    let tip = chain.tip();
    Ok(Found { height: tip.height, tip: tip.hash, coins })
}

impl Found {
    fn unspent(&self) -> impl Iterator<Item = &Coin> {
        self.coins.iter().flatten()
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bits = vec![0_u8; self.coins.len().div_ceil(8)];
        for (n, _) in self.coins.iter().enumerate().filter(|(_, coin)| coin.is_some()) {
            bits[n / 8] |= 1 << (n % 8);
        }
        let mut out = consensus::serialize(&self.height);
        out.extend(consensus::serialize(&self.tip));
        out.extend(consensus::serialize(&bits));
        out.extend(consensus::serialize(&count(self.unspent().count())));
        for coin in self.unspent() {
            // A version that BIP-64 has and nobody needs.
            out.extend([0; 4]);
            out.extend(consensus::serialize(&coin.height));
            out.extend(consensus::serialize(&output(coin)));
        }
        out
    }

    fn json(&self, ask: &Ask<'_>) -> Json {
        let bits: String = self.coins.iter().map(|c| if c.is_some() { '1' } else { '0' }).collect();
        let coin = |coin: &Coin| {
            Json::object([
                ("height", coin.height.into()),
                ("value", json_from_amount(coin.amount.to_base().cast_signed())),
                ("scriptPubKey", ask.script_json(&coin.script)),
            ])
        };
        Json::object([
            ("chainHeight", self.height.into()),
            ("chaintipHash", self.tip.to_string().into()),
            ("bitmap", bits.into()),
            ("utxos", self.unspent().map(coin).collect()),
        ])
    }
}

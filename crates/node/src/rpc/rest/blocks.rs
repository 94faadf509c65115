//! Blocks, parts of them, headers, and the outputs that a block spent.
//!
//! Does not know how blocks are shown in JSON: RPC's methods do.

use quarry_api::rpc::{Json, json_from_amount};
use quarry_chain::Coin;
use quarry_primitives::consensus::{self, encode::VarInt};
use quarry_primitives::{BlockHash, Hash, TxOut};

use super::reply::{Failure, Reply, bytes_or_hex, no_such_format};
use super::uri::{Format, hash, number};
use super::{Answer, Ask};

/// Headers in one answer, at most.
const MAX_HEADERS: usize = 2000;

/// A block with all of its transactions.
pub(super) fn full(ask: &Ask<'_>) -> Answer {
    let (hash, bytes) = stored(ask)?;
    block(ask, hash, bytes, 3)
}

/// A block with the ids of its transactions.
pub(super) fn ids(ask: &Ask<'_>) -> Answer {
    let (hash, bytes) = stored(ask)?;
    block(ask, hash, bytes, 1)
}

fn block(ask: &Ask<'_>, hash: BlockHash, bytes: Vec<u8>, verbosity: i32) -> Answer {
    match ask.format {
        Some(Format::Json) => {
            let params = vec![Json::from(hash.to_string()), Json::from(verbosity)];
            ask.rpc("getblock", params).map(Reply::Json)
        }
        Some(format) => Ok(bytes_or_hex(bytes, format == Format::Hex)),
        None => Err(no_such_format()),
    }
}

/// Some bytes of a block.
pub(super) fn part(ask: &Ask<'_>) -> Answer {
    let given = |name| Ok(ask.query(name)?.as_deref().and_then(number::<usize>));
    let missing = |name| Failure::bad(format!("Block part {name} missing or invalid"));
    let offset = given("offset")?.ok_or_else(|| missing("offset"))?;
    let size = given("size")?.ok_or_else(|| missing("size"))?;
    let (_, bytes) = stored(ask)?;
    let end = offset.checked_add(size).filter(|_| size > 0);
    let part = end.and_then(|end| bytes.get(offset..end)).ok_or_else(|| {
        Failure::bad(format!("Bad block part offset/size {offset}/{size} for {}", ask.rest))
    })?;
    match ask.format {
        Some(Format::Json) => {
            Err(Failure::bad("JSON output is not supported for this request type"))
        }
        Some(format) => Ok(bytes_or_hex(part.to_vec(), format == Format::Hex)),
        None => Err(no_such_format()),
    }
}

/// The block that is asked for, as on the wire.
fn stored(ask: &Ask<'_>) -> Result<(BlockHash, Vec<u8>), Failure> {
    let block_hash: BlockHash = hash(ask.rest)?;
    let (header, bytes) =
        ask.node.read(|chain| (chain.header(&block_hash), chain.block_bytes(&block_hash)));
    let missing = |why: &str| Failure::not_found(format!("{} {why}", ask.rest));
    if header.is_none() {
        return Err(missing("not found"));
    }
    let bytes = bytes.map_err(Failure::store)?;
    Ok((block_hash, bytes.ok_or_else(|| missing("not available (not fully downloaded)"))?))
}

/// How many headers are asked for.
pub(super) fn header_count(text: &str) -> Result<usize, Failure> {
    number(text).filter(|count| (1..=MAX_HEADERS).contains(count)).ok_or_else(|| {
        Failure::bad(format!(
            "Header count is invalid or out of acceptable range (1-{MAX_HEADERS}): {text}"
        ))
    })
}

/// A header of the active chain and some that follow it.
pub(super) fn headers(ask: &Ask<'_>) -> Answer {
    let parts: Vec<&str> = ask.rest.split('/').collect();
    let (count, first) = match parts[..] {
        [count, hash] => (count.to_owned(), hash),
        [hash] => (ask.query("count")?.unwrap_or_else(|| "5".to_owned()), hash),
        _ => {
            let text = "Invalid URI format. Expected /rest/headers/<hash>.<ext>?count=<count>";
            return Err(Failure::bad(text));
        }
    };
    let count = header_count(&count)?;
    let first: BlockHash = hash(first)?;
    let headers = ask.node.read(|chain| {
        let Some(first) = chain.header(&first).filter(|header| header.active) else {
            return Vec::new();
        };
        let heights = (first.height..).take(count);
        let hashes = heights.map_while(|height| chain.block_hash_at(height));
        hashes.filter_map(|hash| chain.header(&hash)).collect()
    });
    match ask.format {
        Some(Format::Json) => {
            let show = |hash: BlockHash| ask.rpc("getblockheader", vec![hash.to_string().into()]);
            let shown: Result<Json, _> = headers.iter().map(|header| show(header.hash)).collect();
            shown.map(Reply::Json)
        }
        Some(format) => {
            let bytes = headers.iter().flat_map(|header| consensus::serialize(&header.header));
            Ok(bytes_or_hex(bytes.collect(), format == Format::Hex))
        }
        None => Err(no_such_format()),
    }
}

/// The hash of the active chain's block at a height.
pub(super) fn hash_by_height(ask: &Ask<'_>) -> Answer {
    let height = number::<u32>(ask.rest).filter(|height| i32::try_from(*height).is_ok());
    let height = height.ok_or_else(|| {
        Failure::bad(format!("Invalid height: {}", ask.rest.replace(|c| !is_shown(c), "")))
    })?;
    let found = ask.node.read(|chain| chain.block_hash_at(height));
    let hash = found.ok_or_else(|| Failure::not_found("Block height out of range"))?;
    match ask.format {
        Some(Format::Json) => {
            Ok(Reply::Json(Json::object([("blockhash", hash.to_string().into())])))
        }
        Some(Format::Hex) => Ok(Reply::Text(hash.to_string())),
        Some(Format::Bin) => Ok(Reply::Bytes(hash.to_byte_array().to_vec())),
        None => Err(no_such_format()),
    }
}

/// Core's `SAFE_CHARS_URI`.
fn is_shown(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!*'();:@&=+$,/?#[]-_.~%".contains(c)
}

/// The outputs that each transaction of a block spent.
pub(super) fn spent_outputs(ask: &Ask<'_>) -> Answer {
    if ask.rest.contains('/') {
        let text = "Invalid URI format. Expected /rest/spenttxouts/<hash>.<ext>";
        return Err(Failure::bad(text));
    }
    let block_hash: BlockHash = hash(ask.rest)?;
    let (header, undo) =
        ask.node.read(|chain| (chain.header(&block_hash), chain.undo(&block_hash)));
    let missing = |why: &str| Failure::not_found(format!("{} {why}", ask.rest));
    let header = header.ok_or_else(|| missing("not found"))?;
    let undo = undo.map_err(Failure::store)?;
    if undo.is_none() && header.height > 0 {
        return Err(missing("undo not available"));
    }
    let spent = undo.as_ref().map_or(&[][..], |undo| undo.spent());
    match ask.format {
        Some(Format::Json) => Ok(Reply::Json(spent_json(ask, spent))),
        Some(format) => Ok(bytes_or_hex(spent_bytes(spent), format == Format::Hex)),
        None => Err(no_such_format()),
    }
}

/// An output with its coin's amount and script.
pub(super) fn output(coin: &Coin) -> TxOut {
    TxOut { value: coin.amount.into(), script_pubkey: coin.script.clone() }
}

/// The coinbase comes first, and spends nothing.
fn spent_bytes(spent: &[Vec<Coin>]) -> Vec<u8> {
    let mut out = consensus::serialize(&count(spent.len() + 1));
    out.extend(consensus::serialize(&count(0)));
    for coins in spent {
        out.extend(consensus::serialize(&count(coins.len())));
        for coin in coins {
            out.extend(consensus::serialize(&output(coin)));
        }
    }
    out
}

/// A number of things, as it goes before them.
pub(super) fn count(count: usize) -> VarInt {
    VarInt::from(count)
}

fn spent_json(ask: &Ask<'_>, spent: &[Vec<Coin>]) -> Json {
    let coin = |coin: &Coin| {
        Json::object([
            ("value", json_from_amount(coin.amount.to_base().cast_signed())),
            ("scriptPubKey", ask.script_json(&coin.script)),
        ])
    };
    let of_tx = |coins: &Vec<Coin>| coins.iter().map(coin).collect::<Json>();
    let coinbase = Json::Array(Vec::new());
    std::iter::once(coinbase).chain(spent.iter().map(of_tx)).collect()
}

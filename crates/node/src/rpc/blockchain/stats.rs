//! `getblockstats`: one block in numbers. Amounts are in base units.
//!
//! Does not know other blocks.

use quarry_api::rpc::{Json, RpcError};
use quarry_chain::{Coin, HeaderView};
use quarry_primitives::{Block, Script, Transaction, TxOut, consensus};

use super::{Call, by_hash_or_height, output_of, store_fault, stored_block};
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};

/// What a coin takes beside its output in Core's reckoning: an outpoint, height and coinbase.
const COIN_BYTES: i64 = 36 + 4 + 1;
/// The percentiles of `feerate_percentiles`, as parts of 20.
const PERCENTILES: [u64; 5] = [2, 5, 10, 15, 18];
/// Longer scripts cannot be spent.
const MAX_SCRIPT_BYTES: usize = 10_000;
const OP_RETURN: u8 = 0x6a;

pub(in crate::rpc) const METHODS: &[Method] = &[Method {
    category: Category::Blockchain,
    name: "getblockstats",
    about: "Compute per block statistics for a given window. All amounts are in satoshis.",
    args: &[
        Arg::required(
            "hash_or_height",
            ArgKind::Num,
            "The block hash or height of the target block",
        )
        .any_type(),
        Arg::hinted("stats", ArgKind::Arr, "all values", "Values to plot (see result below)")
            .of(&[
                Arg::optional("height", ArgKind::Str, "Selected statistic"),
                Arg::optional("time", ArgKind::Str, "Selected statistic"),
            ])
            .shown_as("stats"),
    ],
    result: "{ \"avgfee\": n, \"avgfeerate\": n, \"avgtxsize\": n, \"blockhash\": \"hex\", \
             \"feerate_percentiles\": [n, n, n, n, n], ... }    (json object)",
    examples: &["1000 '[\"minfeerate\",\"avgfeerate\"]'"],
    run: Run::Thread(get_block_stats),
}];

fn get_block_stats(call: &Call) -> Answer {
    let mut wanted = Vec::new();
    if !call.arg("stats").is_null() {
        for name in call.arg("stats").as_array()? {
            wanted.push(name.as_str()?);
        }
    }
    let all = call.node()?.read(|chain| {
        let view = by_hash_or_height(chain, call.arg("hash_or_height"))?;
        let block = stored_block(chain, &view)?;
        let undo = chain.undo(&view.hash).map_err(store_fault)?;
        let missing = || RpcError::misc("Undo data not available");
        let undo = if view.height == 0 { undo } else { Some(undo.ok_or_else(missing)?) };
        let spent = undo.as_ref().map(quarry_chain::UtxoUndo::spent).unwrap_or_default();
        // Core tells the genesis block's too, though nobody can spend it.
        let subsidy = chain.spec().subsidy(view.height.max(1)).to_base();
        Ok::<_, RpcError>(stats_json(&view, &block, spent, subsidy))
    })?;
    if wanted.is_empty() {
        return Ok(all);
    }
    wanted.sort_unstable();
    wanted.dedup();
    let mut out = Json::object([]);
    for name in wanted {
        let unknown = || RpcError::parameter(format!("Invalid selected statistic '{name}'"));
        out.push(name, all.find(name).ok_or_else(unknown)?.clone());
    }
    Ok(out)
}

/// Sums over a block's transactions.
#[derive(Default)]
struct Sums {
    outputs: i64,
    inputs: i64,
    coins: i64,
    coin_bytes: i64,
    coin_bytes_kept: i64,
    total_out: i64,
    sizes: Vec<i64>,
    weights: Vec<i64>,
    fees: Vec<i64>,
    /// Fee rate and weight.
    rates: Vec<(i64, i64)>,
    witness_txs: i64,
    witness_size: i64,
    witness_weight: i64,
}

impl Sums {
    fn add(&mut self, tx: &Transaction, spent: &[Coin], is_genesis: bool) {
        let mut paid = 0;
        for output in &tx.output {
            self.outputs += 1;
            paid += units(output);
            let bytes = coin_bytes(output);
            self.coin_bytes += bytes;
            if !is_genesis && !is_unspendable(&output.script_pubkey) {
                self.coins += 1;
                self.coin_bytes_kept += bytes;
            }
        }
        if tx.is_coinbase() {
            return;
        }
        let (size, weight) = (signed(tx.total_size()), tx.weight().to_wu().cast_signed());
        self.inputs += signed(tx.input.len());
        self.total_out += paid;
        self.sizes.push(size);
        self.weights.push(weight);
        if tx.input.iter().any(|input| !input.witness.is_empty()) {
            self.witness_txs += 1;
            self.witness_size += size;
            self.witness_weight += weight;
        }
        let mut taken = 0;
        for output in spent.iter().map(output_of) {
            taken += units(&output);
            self.coin_bytes -= coin_bytes(&output);
            self.coin_bytes_kept -= coin_bytes(&output);
        }
        let fee = taken - paid;
        self.fees.push(fee);
        self.rates.push((if weight > 0 { fee.saturating_mul(4) / weight } else { 0 }, weight));
    }
}

fn stats_json(view: &HeaderView, block: &Block, spent: &[Vec<Coin>], subsidy: u64) -> Json {
    let mut sums = Sums::default();
    for (n, tx) in block.txdata.iter().enumerate() {
        let spent = n.checked_sub(1).and_then(|n| spent.get(n));
        sums.add(tx, spent.map(Vec::as_slice).unwrap_or_default(), view.height == 0);
    }
    let count = signed(sums.fees.len());
    let average = |sum: i64| if count > 0 { sum / count } else { 0 };
    let sum = |list: &[i64]| list.iter().sum::<i64>();
    let least = |list: &[i64]| list.iter().min().copied().unwrap_or(0);
    let most = |list: &[i64]| list.iter().max().copied().unwrap_or(0);
    let rates: Vec<i64> = sums.rates.iter().map(|(rate, _)| *rate).collect();
    let (fees, size, weight) = (sum(&sums.fees), sum(&sums.sizes), sum(&sums.weights));
    let percentiles = percentiles(&mut sums.rates, weight);
    Json::object([
        ("avgfee", average(fees).into()),
        ("avgfeerate", (if weight > 0 { fees.saturating_mul(4) / weight } else { 0 }).into()),
        ("avgtxsize", average(size).into()),
        ("blockhash", view.hash.to_string().into()),
        ("feerate_percentiles", percentiles.into_iter().map(Json::from).collect()),
        ("height", view.height.into()),
        ("ins", sums.inputs.into()),
        ("maxfee", most(&sums.fees).into()),
        ("maxfeerate", most(&rates).into()),
        ("maxtxsize", most(&sums.sizes).into()),
        ("medianfee", median(&mut sums.fees.clone()).into()),
        ("mediantime", view.median_time_past.into()),
        ("mediantxsize", median(&mut sums.sizes.clone()).into()),
        ("minfee", least(&sums.fees).into()),
        ("minfeerate", least(&rates).into()),
        ("mintxsize", least(&sums.sizes).into()),
        ("outs", sums.outputs.into()),
        ("subsidy", subsidy.into()),
        ("swtotal_size", sums.witness_size.into()),
        ("swtotal_weight", sums.witness_weight.into()),
        ("swtxs", sums.witness_txs.into()),
        ("time", view.header.time.into()),
        ("total_out", sums.total_out.into()),
        ("total_size", size.into()),
        ("total_weight", weight.into()),
        ("totalfee", fees.into()),
        ("txs", block.txdata.len().into()),
        ("utxo_increase", (sums.outputs - sums.inputs).into()),
        ("utxo_size_inc", sums.coin_bytes.into()),
        ("utxo_increase_actual", (sums.coins - sums.inputs).into()),
        ("utxo_size_inc_actual", sums.coin_bytes_kept.into()),
    ])
}

fn signed(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// The rules bound what is in a block by all money.
fn units(output: &TxOut) -> i64 {
    output.value.to_sat().cast_signed()
}

fn coin_bytes(output: &TxOut) -> i64 {
    signed(consensus::serialize(output).len()) + COIN_BYTES
}

fn is_unspendable(script: &Script) -> bool {
    script.as_bytes().first() == Some(&OP_RETURN) || script.len() > MAX_SCRIPT_BYTES
}

/// The middle of a list, rounded down (`CalculateTruncatedMedian`).
fn median(list: &mut [i64]) -> i64 {
    list.sort_unstable();
    let middle = list.len() / 2;
    match list {
        [] => 0,
        list if list.len() % 2 == 0 => (list[middle - 1] + list[middle]) / 2,
        list => list[middle],
    }
}

/// The fee rates at parts of the whole weight (`CalculatePercentilesByWeight`).
fn percentiles(rates: &mut [(i64, i64)], total: i64) -> [i64; 5] {
    rates.sort_unstable();
    let last = rates.last().map_or(0, |(rate, _)| *rate);
    PERCENTILES.map(|part| {
        let mut sum = 0;
        let wanted = i128::from(total) * i128::from(part);
        let reached = rates.iter().find(|(_, weight)| {
            sum += i128::from(*weight) * 20;
            sum >= wanted
        });
        reached.map_or(last, |(rate, _)| *rate)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_rounded_down() {
        assert_eq!(median(&mut []), 0);
        assert_eq!(median(&mut [5, 1, 3]), 3);
        assert_eq!(median(&mut [4, 1, 2, 8]), 3);
        assert_eq!(median(&mut [4, 1]), 2);
    }

    // Bitcoin Core's rpc_tests.cpp, rpc_calculate_percentiles_by_weight.
    #[test]
    fn published_percentiles() {
        let mut feerates: Vec<_> = [(1, 9), (2, 16), (4, 50), (5, 10), (9, 15)].into();
        assert_eq!(percentiles(&mut feerates, 100), [2, 2, 4, 4, 9]);
        let mut feerates: Vec<_> = [(1, 9), (2, 11), (2, 5), (4, 50), (5, 10), (9, 15)].into();
        assert_eq!(percentiles(&mut feerates, 100), [2, 2, 4, 4, 9]);
        assert_eq!(percentiles(&mut [(1, 10_000)], 10_000), [1; 5]);
        assert_eq!(percentiles(&mut [], 0), [0; 5]);
    }
}

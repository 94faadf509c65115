//! Settings of the mempool and of block templates. Defaults are those of Bitcoin Core 30.
//!
//! Does not know policy (`chain`).

use super::super::args::{Args, Note};
use super::super::values::{atoi, money};
use super::Chain;

/// Consensus' largest block weight.
const MAX_BLOCK_WEIGHT: u64 = 4_000_000;
/// The least weight that header and coinbase are given.
const MIN_RESERVED_WEIGHT: u64 = 2_000;

/// What is relayed and kept. Fee rates are satoshi for 1,000 virtual bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mempool {
    pub(crate) max_bytes: i64,
    pub(crate) expiry_hours: i64,
    pub(crate) min_relay_fee_rate: i64,
    pub(crate) incremental_fee_rate: i64,
    pub(crate) dust_fee_rate: i64,
    pub(crate) bytes_per_sigop: i64,
    /// Largest data carrier in bytes; none: data carriers are not relayed.
    pub(crate) max_data_carrier_bytes: Option<i64>,
    pub(crate) permit_bare_multisig: bool,
    pub(crate) require_standard: bool,
    pub(crate) ancestor_count: i64,
    pub(crate) ancestor_vbytes: i64,
    pub(crate) descendant_count: i64,
    pub(crate) descendant_vbytes: i64,
    pub(crate) persist: bool,
    /// Whether what was learnt about fees is read however old it is.
    pub(crate) accept_stale_fees: bool,
}

/// What templates hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mining {
    pub(crate) max_weight: u64,
    pub(crate) reserved_weight: u64,
    /// Satoshi for 1,000 virtual bytes.
    pub(crate) min_fee_rate: i64,
    /// In place of the one that signals.
    pub(crate) block_version: Option<i32>,
}

/// An amount that was given.
fn amount(args: &Args, name: &str) -> Result<Option<i64>, String> {
    let read = |text: String| {
        money(&text).ok_or_else(|| format!("Invalid amount for -{name}=<amount>: '{text}'"))
    };
    args.text(name).map(read).transpose()
}

impl Mempool {
    /// Core 30: satoshi for 1,000 virtual bytes.
    const DEFAULT_FEE_RATE: i64 = 100;

    pub(super) fn read(args: &mut Args, chain: Chain) -> Result<Self, String> {
        let number = |name: &str, default: i64| args.number(name).unwrap_or(default);
        let incremental = amount(args, "incrementalrelayfee")?;
        let incremental_fee_rate = incremental.unwrap_or(Self::DEFAULT_FEE_RATE);
        let given = amount(args, "minrelaytxfee")?;
        // Who sets the increment only sets both.
        let least = incremental_fee_rate.max(Self::DEFAULT_FEE_RATE);
        let require_standard = !args.switch("acceptnonstdtxn", false);
        if !require_standard && chain == Chain::Main {
            return Err("acceptnonstdtxn is not currently supported for main chain".to_owned());
        }
        let kilo = |name: &str| number(name, 101).saturating_mul(1_000);
        let mempool = Self {
            max_bytes: number("maxmempool", 300).saturating_mul(1_000_000),
            expiry_hours: number("mempoolexpiry", 336),
            min_relay_fee_rate: given.unwrap_or(least),
            incremental_fee_rate,
            dust_fee_rate: amount(args, "dustrelayfee")?.unwrap_or(3_000),
            bytes_per_sigop: number("bytespersigop", 20),
            max_data_carrier_bytes: args
                .switch("datacarrier", true)
                .then(|| number("datacarriersize", 100_000)),
            permit_bare_multisig: args.switch("permitbaremultisig", true),
            require_standard,
            ancestor_count: number("limitancestorcount", 25),
            ancestor_vbytes: kilo("limitancestorsize"),
            descendant_count: number("limitdescendantcount", 25),
            descendant_vbytes: kilo("limitdescendantsize"),
            persist: args.switch("persistmempool", true),
            accept_stale_fees: args.switch("acceptstalefeeestimates", false),
        };
        mempool.check_size()?;
        if given.is_none() && incremental_fee_rate > Self::DEFAULT_FEE_RATE {
            args.note(Note::Info(format!(
                "Increasing minrelaytxfee to {}.{:08} BTC/kvB to match incrementalrelayfee",
                incremental_fee_rate / 100_000_000,
                incremental_fee_rate % 100_000_000
            )));
        }
        Ok(mempool)
    }

    /// A pool has to hold 40 of the largest families.
    fn check_size(&self) -> Result<(), String> {
        let least = self.descendant_vbytes.saturating_mul(40);
        if self.max_bytes < 0 || self.max_bytes < least {
            let megabytes = least.saturating_add(999_999) / 1_000_000;
            return Err(format!("-maxmempool must be at least {megabytes} MB"));
        }
        Ok(())
    }
}

impl Mining {
    pub(super) fn read(args: &Args) -> Result<Self, String> {
        // Negative numbers are no weights: Core's reader ends at 0 for them.
        let weight = |name: &str, default: u64| {
            let given = args.text(name).map(|text| u64::try_from(atoi(&text)).unwrap_or(0));
            given.unwrap_or(default)
        };
        let (max_weight, reserved_weight) =
            (weight("blockmaxweight", MAX_BLOCK_WEIGHT), weight("blockreservedweight", 8_000));
        for (name, given) in
            [("blockmaxweight", max_weight), ("blockreservedweight", reserved_weight)]
        {
            if given > MAX_BLOCK_WEIGHT {
                return Err(format!(
                    "Specified -{name} ({given}) exceeds consensus maximum block weight \
                     ({MAX_BLOCK_WEIGHT})"
                ));
            }
        }
        if reserved_weight < MIN_RESERVED_WEIGHT {
            return Err(format!(
                "Specified -blockreservedweight ({reserved_weight}) is lower than minimum safety \
                 value of ({MIN_RESERVED_WEIGHT})"
            ));
        }
        let min_fee_rate = amount(args, "blockmintxfee")?.unwrap_or(1);
        let block_version = args.number("blockversion").and_then(|given| given.try_into().ok());
        Ok(Self { max_weight, reserved_weight, min_fee_rate, block_version })
    }
}

//! Every bound of this crate, by name.
//!
//! The first group is consensus: changing one splits a chain. The second is this node's own policy
//! and memory. Does not know a spec's own numbers (maturity, subsidy): those are in [`ChainSpec`].
//!
//! [`ChainSpec`]: crate::ChainSpec

// --- Consensus -----------------------------------------------------------------------------------

/// BIP-141: weight units per byte that is not witness.
pub const WITNESS_SCALE_FACTOR: u64 = 4;
/// BIP-141: the most weight any spec may allow in a block (`MAX_BLOCK_WEIGHT`).
pub const MAX_BLOCK_WEIGHT: u64 = 4_000_000;
/// BIP-141: the most signature operations in a block, by cost (`MAX_BLOCK_SIGOPS_COST`).
pub const MAX_BLOCK_SIGOPS_COST: u64 = 80_000;
/// How far ahead of this node's clock a block may be dated (`MAX_FUTURE_BLOCK_TIME`).
pub const MAX_FUTURE_BLOCK_SECS: u32 = 2 * 60 * 60;
/// How many blocks the median time past is taken over (`nMedianTimeSpan`).
pub const MEDIAN_TIME_SPAN: usize = 11;
/// The shortest script of a coinbase input, in bytes.
pub const MIN_COINBASE_SCRIPT_BYTES: usize = 2;
/// The longest script of a coinbase input, in bytes.
pub const MAX_COINBASE_SCRIPT_BYTES: usize = 100;
/// The longest script that can ever be run (`MAX_SCRIPT_SIZE`); longer outputs are unspendable.
/// Tapscript has no such limit (BIP-342).
pub const MAX_SCRIPT_BYTES: usize = 10_000;
/// The most operations in a script that are not pushes (`MAX_OPS_PER_SCRIPT`); each key of a
/// multiple signature counts as one. Tapscript has no such limit (BIP-342).
pub const MAX_SCRIPT_OPS: usize = 201;
/// The longest item on a script's stack, in bytes (`MAX_SCRIPT_ELEMENT_SIZE`).
pub const MAX_SCRIPT_ITEM_BYTES: usize = 520;
/// The most items on a script's two stacks together (`MAX_STACK_SIZE`).
pub const MAX_SCRIPT_STACK_ITEMS: usize = 1_000;
/// The most keys of a multiple signature (`MAX_PUBKEYS_PER_MULTISIG`).
pub const MAX_MULTISIG_KEYS: usize = 20;
/// The longest number a script can calculate with, in bytes (`nDefaultMaxNumSize`).
pub const MAX_SCRIPT_NUMBER_BYTES: usize = 4;
/// BIP-65, BIP-112: the longest number that can be a lock time, in bytes.
pub const MAX_LOCK_TIME_NUMBER_BYTES: usize = 5;
/// BIP-342: what a signature takes from a tapscript's budget
/// (`VALIDATION_WEIGHT_PER_SIGOP_PASSED`).
pub const TAPSCRIPT_SIGOP_WEIGHT: i64 = 50;
/// BIP-342: a tapscript's budget beside the size of its witness (`VALIDATION_WEIGHT_OFFSET`).
pub const TAPSCRIPT_WEIGHT_OFFSET: i64 = 50;
/// BIP-341: the deepest a leaf may be (`TAPROOT_CONTROL_MAX_NODE_COUNT`).
pub const TAPROOT_MAX_DEPTH: usize = 128;
/// By how much a retarget changes the target at most, either way.
pub const MAX_RETARGET_FACTOR: u64 = 4;

// --- Chain specs ---------------------------------------------------------------------------------

/// The longest name of a chain spec, in bytes.
pub const MAX_SPEC_NAME_BYTES: usize = 32;
/// The most outputs a genesis allocation may have.
pub const MAX_ALLOC_OUTPUTS: usize = 10_000;
/// How many nonces are tried for a genesis block: 32 times what `dev` needs on average, so one
/// allocation in 10^13 has none.
pub const MAX_GENESIS_TRIES: u32 = 1 << 21;

// --- Mempool policy ------------------------------------------------------------------------------

/// The most memory the mempool may account for, in bytes (`DEFAULT_MAX_MEMPOOL_SIZE_MB`). Counted
/// as Core counts it, so that a limit means the same; in this program small transactions take
/// about twice that.
pub const MAX_MEMPOOL_BYTES: usize = 300_000_000;
/// The least limit that keeps room for one family of transactions, in bytes.
pub const MIN_MEMPOOL_BYTES: usize = 40 * 101_000;
/// What an entry is counted for beside its transaction: maps, links.
pub const MEMPOOL_ENTRY_OVERHEAD_BYTES: usize = 500;
/// What an input is counted for beside its transaction: the map of what is spent.
pub const MEMPOOL_INPUT_OVERHEAD_BYTES: usize = 64;
/// How long a transaction may wait, in seconds (`DEFAULT_MEMPOOL_EXPIRY_HOURS`).
pub const DEFAULT_MEMPOOL_EXPIRY_SECS: u64 = 336 * 3_600;
/// How fast the minimum fee that a full mempool set falls to a half, in seconds
/// (`ROLLING_FEE_HALFLIFE`).
pub const ROLLING_FEE_HALFLIFE_SECS: u64 = 12 * 3_600;
/// How often it is reckoned anew, in seconds.
pub const ROLLING_FEE_UPDATE_SECS: u64 = 10;
/// The most mempool transactions one may depend on, itself included (`DEFAULT_ANCESTOR_LIMIT`).
pub const MAX_MEMPOOL_ANCESTORS: usize = 25;
/// The most mempool transactions that may depend on one, itself included
/// (`DEFAULT_DESCENDANT_LIMIT`).
pub const MAX_MEMPOOL_DESCENDANTS: usize = 25;
/// The most virtual bytes of a transaction and all it depends on in the mempool
/// (`DEFAULT_ANCESTOR_SIZE_LIMIT_KVB`).
pub const MAX_MEMPOOL_ANCESTOR_VBYTES: u64 = 101_000;
/// The most virtual bytes of a transaction and all that depend on it in the mempool
/// (`DEFAULT_DESCENDANT_SIZE_LIMIT_KVB`).
pub const MAX_MEMPOOL_DESCENDANT_VBYTES: u64 = 101_000;
/// The largest transaction that may be one more descendant than the limits allow
/// (`EXTRA_DESCENDANT_TX_SIZE_LIMIT`).
pub const MAX_CARVE_OUT_VBYTES: u64 = 10_000;
/// The most transactions that may be replaced at once (`MAX_REPLACEMENT_CANDIDATES`, BIP-125).
pub const MAX_REPLACED: u64 = 100;
/// The most transactions in a package (`MAX_PACKAGE_COUNT`).
pub const MAX_PACKAGE_COUNT: usize = 25;
/// The most weight of a package (`MAX_PACKAGE_WEIGHT`).
pub const MAX_PACKAGE_WEIGHT: u64 = 404_000;
/// BIP-431: the most transactions of a family whose topology is restricted until confirmation
/// (`TRUC_ANCESTOR_LIMIT`, `TRUC_DESCENDANT_LIMIT`).
pub const TRUC_FAMILY: u64 = 2;
/// BIP-431: the largest such transaction, in virtual bytes (`TRUC_MAX_VSIZE`).
pub const TRUC_MAX_VBYTES: u64 = 10_000;
/// BIP-431: the largest such child, in virtual bytes (`TRUC_CHILD_MAX_VSIZE`).
pub const TRUC_CHILD_MAX_VBYTES: u64 = 1_000;
/// The least fee for relay, in base units per 1000 virtual bytes (`DEFAULT_MIN_RELAY_TX_FEE`).
pub const MIN_RELAY_FEE_PER_KVB: u64 = 100;
/// What a replacement adds at least, in base units per 1000 virtual bytes
/// (`DEFAULT_INCREMENTAL_RELAY_FEE`).
pub const INCREMENTAL_RELAY_FEE_PER_KVB: u64 = 100;
/// The fee rate by which dust is told, in base units per 1000 virtual bytes (`DUST_RELAY_TX_FEE`).
pub const DUST_RELAY_FEE_PER_KVB: u64 = 3_000;
/// The most outputs of dust that a transaction without a fee may have (`MAX_DUST_OUTPUTS_PER_TX`).
pub const MAX_DUST_OUTPUTS: usize = 1;
/// The least fee for a template, in base units per 1000 virtual bytes (`DEFAULT_BLOCK_MIN_TX_FEE`).
pub const DEFAULT_BLOCK_MIN_FEE_PER_KVB: u64 = 1;
/// What a signature operation counts for in virtual bytes, by cost (`DEFAULT_BYTES_PER_SIGOP`).
pub const DEFAULT_BYTES_PER_SIGOP: u64 = 20;
/// The heaviest transaction that is relayed (`MAX_STANDARD_TX_WEIGHT`).
pub const MAX_STANDARD_TX_WEIGHT: u64 = 400_000;
/// The smallest transaction that is relayed, without witness: one more than the 64 bytes that
/// could pass for an inner node of the Merkle tree (`MIN_STANDARD_TX_NONWITNESS_SIZE`).
pub const MIN_STANDARD_TX_BYTES: usize = 65;
/// The most signature operations in a transaction that is relayed, by cost
/// (`MAX_STANDARD_TX_SIGOPS_COST`).
pub const MAX_STANDARD_TX_SIGOPS_COST: u64 = MAX_BLOCK_SIGOPS_COST / 5;
/// The longest input script that is relayed (`MAX_STANDARD_SCRIPTSIG_SIZE`).
pub const MAX_STANDARD_SCRIPT_SIG_BYTES: usize = 1_650;
/// The most signature operations behind a script hash that is spent by relay (`MAX_P2SH_SIGOPS`).
pub const MAX_STANDARD_SCRIPT_HASH_SIGOPS: u64 = 15;
/// The most signature operations outside witnesses that a relayed transaction may run
/// (`MAX_TX_LEGACY_SIGOPS`, BIP-54).
pub const MAX_STANDARD_TX_LEGACY_SIGOPS: u64 = 2_500;
/// The longest version 0 witness script that is relayed (`MAX_STANDARD_P2WSH_SCRIPT_SIZE`).
pub const MAX_STANDARD_WITNESS_SCRIPT_BYTES: usize = 3_600;
/// The most items of a relayed version 0 witness beside the script
/// (`MAX_STANDARD_P2WSH_STACK_ITEMS`).
pub const MAX_STANDARD_WITNESS_ITEMS: usize = 100;
/// The longest of them, in bytes (`MAX_STANDARD_P2WSH_STACK_ITEM_SIZE`).
pub const MAX_STANDARD_WITNESS_ITEM_BYTES: usize = 80;
/// The longest item of a relayed tapscript's witness, in bytes
/// (`MAX_STANDARD_TAPSCRIPT_STACK_ITEM_SIZE`).
pub const MAX_STANDARD_TAPSCRIPT_ITEM_BYTES: usize = 80;
/// The most keys of a bare multiple signature that is relayed.
pub const MAX_STANDARD_MULTISIG_KEYS: usize = 3;
/// The most bytes of a transaction's `OP_RETURN` output scripts together (`MAX_OP_RETURN_RELAY`).
pub const MAX_DATA_CARRIER_BYTES: usize = 100_000;

/// How old the tip may be for waits to tell something about fees, in seconds
/// (`MAX_FEE_ESTIMATION_TIP_AGE`).
pub const MAX_FEE_TIP_AGE_SECS: u64 = 3 * 60 * 60;
/// For how many blocks what was learnt about fees counts without anything new
/// (`OLDEST_ESTIMATE_HISTORY`).
pub const MAX_FEE_HISTORY_AGE: u32 = 6 * 1008;

/// How much of the blocks that a reorganisation left is given back to the mempool, in bytes of
/// memory; the oldest transactions first (`MAX_DISCONNECTED_TX_POOL_BYTES`).
pub const MAX_RETURNED_BYTES: usize = 20_000_000;
/// The most entries of each list in a kept mempool.
pub const MAX_MEMPOOL_DAT_ITEMS: u64 = 10_000_000;

// --- Templates -----------------------------------------------------------------------------------

/// The most extra bytes a template puts into its coinbase script: with the height's push (at most
/// 5 bytes) and the extra's own (2 bytes) they stay under [`MAX_COINBASE_SCRIPT_BYTES`].
pub const MAX_TEMPLATE_EXTRA_BYTES: usize = 80;
/// Weight kept free for the header, the count and the coinbase of a template.
pub const TEMPLATE_RESERVED_WEIGHT: u64 = 8_000;
/// Signature operations kept free for the coinbase of a template, by cost.
pub const TEMPLATE_RESERVED_SIGOPS: u64 = 400;
/// After how many transactions that do not fit a template is called full.
pub const TEMPLATE_MAX_MISFITS: usize = 1_000;
/// A template that has not this much weight left is full once transactions do not fit
/// (`BLOCK_FULL_ENOUGH_WEIGHT_DELTA`).
pub const TEMPLATE_FULL_WEIGHT: u64 = 4_000;
/// The longest payout script of a template.
pub const MAX_PAYOUT_SCRIPT_BYTES: usize = 520;

const _: () = {
    assert!(5 + 2 + MAX_TEMPLATE_EXTRA_BYTES <= MAX_COINBASE_SCRIPT_BYTES);
    // Header 80, count 9, coinbase with both outputs and a full script: all times four, once more
    // for the witness.
    let bytes = 80 + 9 + 100 + MAX_COINBASE_SCRIPT_BYTES + MAX_PAYOUT_SCRIPT_BYTES + 46;
    assert!(bytes as u64 * WITNESS_SCALE_FACTOR + 36 <= TEMPLATE_RESERVED_WEIGHT);
};

// --- Memory and queries --------------------------------------------------------------------------

/// What coins in memory may take before they are written, in bytes (`-dbcache`).
pub const COINS_CACHE_BYTES: usize = 128 << 20;
/// After how many bytes of blocks that no durable commit knows of one is made: what a start after a
/// crash reads again.
pub const MAX_UNCOMMITTED_BLOCK_BYTES: u64 = 64 << 20;
/// How old the tip may be for the chain to count as up to date (`DEFAULT_MAX_TIP_AGE`).
pub const MAX_TIP_AGE_SECS: u64 = 24 * 60 * 60;
/// How far above the active chain a block that nobody asked for may be to be kept
/// (`MIN_BLOCKS_TO_KEEP`).
pub const MAX_UNREQUESTED_AHEAD: u32 = 288;
/// How many blocks are verified when a chain is opened (`DEFAULT_CHECKBLOCKS`).
pub const VERIFIED_AT_OPEN: u32 = 6;
/// How thoroughly they are (`DEFAULT_CHECKLEVEL`).
pub const VERIFY_LEVEL_AT_OPEN: u32 = 3;
/// How deep in time a block has to be for its scripts to be taken as right, in seconds at the work
/// of the best header: two weeks.
pub const ASSUMED_VALID_DEPTH_SECS: u64 = 14 * 24 * 60 * 60;
/// Blocks that are counted together when rules are looked for that this program does not know
/// (regtest's `nMinerConfirmationWindow`).
pub const UNKNOWN_RULES_PERIOD: u32 = 144;
/// How many of them have to signal (`nRuleChangeActivationThreshold`).
pub const UNKNOWN_RULES_THRESHOLD: u32 = 108;
/// How many blocks' work an invalid chain has to be ahead to be worth a warning.
pub const INVALID_CHAIN_LEAD: u32 = 6;
/// The most blocks out of order that opening tells of.
pub const MAX_OUT_OF_ORDER_TOLD: usize = 1_000;
/// The most coins a script view lists; its sums count all of them.
pub const MAX_VIEW_COINS: usize = 10_000;
/// The most history rows a script view lists, newest first.
pub const MAX_VIEW_HISTORY: usize = 200;
/// The most mempool entries a summary lists, best fee rate first.
pub const MAX_VIEW_MEMPOOL: usize = 1_000;
/// The most steps that a script's trace keeps.
pub const MAX_TRACE_STEPS: usize = 100_000;
/// The most bytes of stacks that a script's trace keeps, over all steps.
pub const MAX_TRACE_BYTES: usize = 64 << 20;
/// The most blocks that `recent_blocks` returns.
pub const MAX_RECENT_BLOCKS: u32 = 200;

/// Seconds of a day: how long an interval is where the target never changes (Core's regtest).
pub const DAY_SECS: u32 = 24 * 60 * 60;
/// How long before its parent the first block of an interval may be, in seconds (BIP-94).
pub const MAX_TIMEWARP_SECS: u32 = 600;

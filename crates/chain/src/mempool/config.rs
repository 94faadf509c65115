//! What an operator may set about the mempool, the relay of transactions and templates.
//!
//! Does not know options' names on a command line, but the comments do.

use crate::limits::{
    DEFAULT_BLOCK_MIN_FEE_PER_KVB, DEFAULT_BYTES_PER_SIGOP, DEFAULT_MEMPOOL_EXPIRY_SECS,
    DUST_RELAY_FEE_PER_KVB, INCREMENTAL_RELAY_FEE_PER_KVB, MAX_BLOCK_WEIGHT,
    MAX_DATA_CARRIER_BYTES, MAX_MEMPOOL_ANCESTOR_VBYTES, MAX_MEMPOOL_ANCESTORS, MAX_MEMPOOL_BYTES,
    MAX_MEMPOOL_DESCENDANT_VBYTES, MAX_MEMPOOL_DESCENDANTS, MIN_RELAY_FEE_PER_KVB,
    TEMPLATE_RESERVED_WEIGHT,
};

/// Policy of one node. The default is Bitcoin Core 30's. None of it is consensus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolConfig {
    /// `-maxmempool`, in bytes of memory as Core counts them.
    pub max_bytes: usize,
    /// `-mempoolexpiry`, in seconds.
    pub expiry_secs: u64,
    /// `-minrelaytxfee`, in base units per 1000 virtual bytes.
    pub min_relay_fee: u64,
    /// `-incrementalrelayfee`, in base units per 1000 virtual bytes.
    pub incremental_relay_fee: u64,
    /// `-dustrelayfee`, in base units per 1000 virtual bytes.
    pub dust_relay_fee: u64,
    /// `-blockmintxfee`, in base units per 1000 virtual bytes.
    pub block_min_fee: u64,
    /// `-blockmaxweight`. A template is bounded by the chain's own limit too.
    pub block_max_weight: u64,
    /// `-blockreservedweight`: kept free for the header and the coinbase.
    pub block_reserved_weight: u64,
    /// `-limitancestorcount`, itself included.
    pub max_ancestors: u64,
    /// `-limitancestorsize`, in virtual bytes, itself included.
    pub max_ancestor_vbytes: u64,
    /// `-limitdescendantcount`, itself included.
    pub max_descendants: u64,
    /// `-limitdescendantsize`, in virtual bytes, itself included.
    pub max_descendant_vbytes: u64,
    /// `-permitbaremultisig`.
    pub permit_bare_multisig: bool,
    /// `-datacarriersize`: the bytes of all `OP_RETURN` outputs together; `None` for
    /// `-datacarrier=0`.
    pub max_data_carrier_bytes: Option<usize>,
    /// `-bytespersigop`.
    pub bytes_per_sigop: u64,
    /// Not `-acceptnonstdtxn`.
    pub require_standard: bool,
}

impl Default for PoolConfig {
    fn default() -> Self {
        Self {
            max_bytes: MAX_MEMPOOL_BYTES,
            expiry_secs: DEFAULT_MEMPOOL_EXPIRY_SECS,
            min_relay_fee: MIN_RELAY_FEE_PER_KVB,
            incremental_relay_fee: INCREMENTAL_RELAY_FEE_PER_KVB,
            dust_relay_fee: DUST_RELAY_FEE_PER_KVB,
            block_min_fee: DEFAULT_BLOCK_MIN_FEE_PER_KVB,
            block_max_weight: MAX_BLOCK_WEIGHT,
            block_reserved_weight: TEMPLATE_RESERVED_WEIGHT,
            max_ancestors: MAX_MEMPOOL_ANCESTORS as u64,
            max_ancestor_vbytes: MAX_MEMPOOL_ANCESTOR_VBYTES,
            max_descendants: MAX_MEMPOOL_DESCENDANTS as u64,
            max_descendant_vbytes: MAX_MEMPOOL_DESCENDANT_VBYTES,
            permit_bare_multisig: true,
            max_data_carrier_bytes: Some(MAX_DATA_CARRIER_BYTES),
            bytes_per_sigop: DEFAULT_BYTES_PER_SIGOP,
            require_standard: true,
        }
    }
}

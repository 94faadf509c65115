//! Every limit of this crate, named.

/// Most bytes of a coinbase's script (consensus: `bad-cb-length`).
pub const MAX_COINBASE_SCRIPT_BYTES: usize = 100;
/// Most bytes of both extranonces together: with a height and a tag they fit a coinbase's script.
pub const MAX_EXTRANONCE_BYTES: usize = 16;
/// Most bytes of a `getblocktemplate` answer: a full block in hexadecimal, and what describes its
/// transactions.
pub const MAX_TEMPLATE_REPLY_BYTES: usize = 32 << 20;
/// Most bytes of a template's transactions (consensus: `bad-blk-length`).
pub const MAX_TEMPLATE_BYTES: usize = 4_000_000;
/// Most transactions of a template: none is lighter than 240 units of a block's 4,000,000.
pub const MAX_TEMPLATE_TXS: usize = 16_666;
/// Most characters of a `longpollid` or a `workid`.
pub const MAX_WORK_ID_CHARS: usize = 1_000;
/// From this height on a lock time means seconds, and no block can have it.
pub const HEIGHT_END: u32 = 500_000_000;
/// Most characters of a reject reason that are kept.
pub const MAX_REASON_CHARS: usize = 100;
/// Most bytes of a pyminer configuration file.
pub const MAX_CONFIG_BYTES: usize = 64 << 10;

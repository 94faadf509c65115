//! Every limit of this crate, named.

/// Most bytes of a coinbase's script (consensus: `bad-cb-length`).
pub const MAX_COINBASE_SCRIPT_BYTES: usize = 100;
/// Most bytes of both extranonces together: with a height and a tag they fit a coinbase's script.
pub const MAX_EXTRANONCE_BYTES: usize = 16;

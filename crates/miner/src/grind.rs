//! `grind`: a header in, the same header with a nonce that meets its own target out; what
//! `bitcoin-util grind` does for Bitcoin Core's signet miner.
//!
//! Does not know chains.

use quarry_pow::{Engine, EngineError, Priority, Search, SearchResult, Target, TargetError, Work};

/// Why a header is not solved.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GrindError {
    /// Its nBits is no target.
    #[error("the header's nBits is no target: {0}")]
    Bits(#[from] TargetError),
    /// No nonce meets it.
    #[error("none of the 2^32 nonces meets the header's target")]
    Exhausted,
    /// The engine was shut down meanwhile.
    #[error("the search was ended")]
    Cancelled,
    /// The engine took no search.
    #[error(transparent)]
    Engine(#[from] EngineError),
}

/// Searches the nonce of a header; the one that it has does not matter. Waits for the end.
///
/// # Errors
/// [`GrindError`].
pub fn grind(engine: &Engine, mut header: [u8; 80]) -> Result<[u8; 80], GrindError> {
    let bits = u32::from_le_bytes([header[72], header[73], header[74], header[75]]);
    let work = Work::header(header, Target::from_compact(bits)?);
    let range = work.space();
    let outcome = engine.search(Search { work, range, priority: Priority::Worker })?;
    match outcome.result {
        SearchResult::Found { position, .. } => {
            // The space of a header has 32 bits.
            header[76..].copy_from_slice(&position.to_le_bytes()[..4]);
            Ok(header)
        }
        SearchResult::Exhausted => Err(GrindError::Exhausted),
        SearchResult::Cancelled => Err(GrindError::Cancelled),
    }
}

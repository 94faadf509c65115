//! SHA256d nonce search.
//!
//! A [`Work`] is bytes with a nonce field in them and a [`Target`]; a *hit* is a nonce that brings
//! the SHA256d of the bytes to the target or below. This crate finds hits as fast as the processor
//! can and knows nothing else: no block, chain, job, clock or network, and it neither logs nor
//! counts for anyone but its caller.
//!
//! How a search flows:
//!
//! ```text
//! Work --Prepared::new--> Prepared   what all nonces share: midstate, padded blocks, nonce place
//!                            |
//! Engine::submit(Search) -> queue by priority -> chunk of nonces -> Backend::scan -> candidate
//!                                                 (one per thread)                      |
//!      on_done(Outcome) <----------------------------------------- Work::verify <-------+
//! ```
//!
//! - A [`Backend`] is one implementation of the hash for one instruction set. It tests only the
//!   most significant word of a hash against the target and reports what passes as a *candidate*.
//!   [`backends`] lists those that this processor runs and that gave the right answers to known
//!   questions; add one by adding a file under `src/backend/`.
//! - The [`Engine`] is the pool of threads, one in a process. It spawns its threads at
//!   [`Engine::start`] and joins them in [`Engine::shutdown`]; there are no others.
//! - Every candidate is hashed again by [`Work::verify`], which shares no code with the backends,
//!   before it leaves as a hit.
//!
//! ```
//! use quarry_pow::*;
//! let engine = Engine::start(EngineConfig::default())?;
//! let target = Target::from_zero_bits(12)?;
//! let work = Work::data_with_appended_nonce(b"hello", NonceWidth::U64, Endian::Big, target)?;
//! let range = work.space();
//! let outcome = engine.search(Search { work: work.clone(), range, priority: Priority::Worker })?;
//! let SearchResult::Found { nonce, hash } = outcome.result else { panic!("2^64 nonces, no hit") };
//! assert_eq!(work.verify(nonce), Ok(hash));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Assumptions: the panic strategy is unwinding (a panic in a search is contained), and threads may
//! be spawned.

mod backend;
mod engine;
mod hash;
pub mod limits;
mod prepared;
mod range;
mod sha256;
mod target;
mod work;

pub use backend::{Backend, backend_by_name, backends};
pub use engine::{
    CancelOnDrop, Engine, EngineConfig, EngineError, Outcome, Priority, Search, SearchHandle,
    SearchResult,
};
pub use hash::{HashOrder, HashValue};
pub use prepared::Prepared;
pub use range::NonceRange;
pub use target::{Target, TargetError};
pub use work::{Endian, NonceField, NonceWidth, VerifyError, Work, WorkError};

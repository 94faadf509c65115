//! SHA256d nonce search.
//!
//! A [`Work`] is bytes with something in them that may change and a [`Target`]; a *hit* is a choice
//! that brings the SHA256d of the bytes to the target or below. The choices are numbered: a
//! *position* is the nonce where nothing else changes, and counts versions and extranonces too where
//! a header rolls them ([`Work::parts`] tells them apart). This crate finds hits as fast as the processor
//! can and knows nothing else: no block, chain, job, clock or network, and it neither logs nor
//! counts for anyone but its caller.
//!
//! How a search flows:
//!
//! ```text
//! Work --Prepared::new--> Prepared   what positions share: midstates, padded blocks, nonce place
//!                            |
//! Engine::submit(Search) -> queue by priority -> chunk of the space -> Scanner::scan -> candidate
//!                                                 (one per thread)                      |
//!      on_done(Outcome) <----------------------------------------- Work::verify <-------+
//! ```
//!
//! - A [`Backend`] is one implementation of the hash for one instruction set. It tests only the
//!   most significant word of a hash against the target and reports what passes as a *candidate*.
//!   [`backends`] lists those that this processor runs and that gave the right answers to known
//!   questions; add one by adding a file under `src/backend/`. [`calibrate`] says which of them is
//!   the fastest for a work.
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
//! let SearchResult::Found { position, hash } = outcome.result else { panic!("2^64 nonces, no hit") };
//! assert_eq!(work.verify(position), Ok(hash));
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
mod space;
mod target;
mod work;
#[doc(hidden)]
pub mod yardstick;

pub use backend::{Backend, Bounds, Calibration, Scanner, backend_by_name, backends, calibrate};
pub use engine::{
    CancelOnDrop, Engine, EngineConfig, EngineError, Outcome, Priority, Search, SearchHandle,
    SearchResult,
};
pub use hash::{HashOrder, HashValue};
pub use prepared::Prepared;
pub use range::PositionRange;
pub use space::{Extranonce, Parts, VersionMask};
pub use target::{Target, TargetError};
pub use work::{Endian, HashFunction, NonceField, NonceWidth, VerifyError, Work, WorkError};

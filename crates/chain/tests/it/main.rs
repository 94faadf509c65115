//! The chain as its users see it: blocks and transactions in, events and answers out.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod assumed;
mod block_rules;
mod block_sequences;
mod codecs;
mod differential;
mod fee_estimates;
mod mempool;
mod mempool_blocks;
mod mempool_limits;
mod mempool_model;
mod mempool_packages;
mod mempool_replacement;
mod mempool_support;
mod model;
mod opening;
mod queries;
mod reorganisation;
mod scripts;
mod signet;
mod support;
mod tx_rules;
mod vectors;

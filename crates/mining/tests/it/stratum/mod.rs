//! Stratum from both sides.

mod books;
mod client;
mod codec;
mod foreign;
mod hostile;
mod pair;
mod payout;
mod server;
pub(crate) mod support;

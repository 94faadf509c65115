//! The rules as a whole, through their public face only.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod blocks;
mod life;
mod random;
mod requests;
mod restart;
mod trading;
mod withdrawals;
mod world;

//! Everything that a user of the crate relies on, through its public surface.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod branch;
mod descriptors;
mod dev;
mod key_io;
mod keyfile;
mod payment;
mod secrets;
mod signer;

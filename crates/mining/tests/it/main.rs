//! Tests of `quarry-mining` from outside.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod direct;
mod getwork;
mod stratum;
mod template;
mod template_reply;

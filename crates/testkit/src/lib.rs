//! For tests only: real programs of others, started, driven and ended, and stored fixtures.
//!
//! * [`browser`]: Chromium without a window, through its WebDriver.
//! * [`fixture`]: data directories of released formats.
//!
//! A program that is missing is an error that says how to get it, never a test that is skipped.
//!
//! **Does not know:** any crate of ours, so that each of them can use it.

pub mod browser;
pub mod fixture;

//! The launchers themselves, with real programs.

mod launchers;
mod peers;

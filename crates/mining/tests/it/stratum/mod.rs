//! Stratum from both sides.

mod codec;
mod hostile;
mod server;
mod support;

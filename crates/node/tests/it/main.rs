//! The node through its public surface: the RPC server over real HTTP.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod fixture;
mod rpc_auth;
mod rpc_help;
mod rpc_http;
mod rpc_methods;
mod rpc_queue;
mod rpc_transactions;

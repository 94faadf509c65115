//! The node from outside: its network over real sockets, its RPC server over real HTTP.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod chain_node;
mod fixture;
mod live;
mod mined;
mod openapi;
mod p2p;
mod p2p_hostile;
mod p2p_proxy;
mod p2p_support;
mod p2p_time;
mod rest_core;
mod rpc_auth;
mod rpc_chain;
mod rpc_chain_mining;
mod rpc_fees;
mod rpc_help;
mod rpc_http;
mod rpc_mempool;
mod rpc_methods;
mod rpc_network;
mod rpc_queue;
mod rpc_transactions;
mod seed_paths;
mod three_nodes;
#[path = "../../../net/tests/it/toy.rs"]
mod toy;

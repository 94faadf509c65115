//! `getwork`: the protocol of the first miners, which Bitcoin Core had until 0.10. The node makes the
//! whole block, and pays the address that it was started with (`-coinbaseaddress`); without one the method
//! is not there, as in Core.
//!
//! Does not know how a nonce is found, nor getwork's encoding (`mining`).

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use quarry_api::rpc::{Json, RpcError, code};
use quarry_chain::Arrival;
use quarry_mining::GetWork;
use quarry_pow::Target;
use quarry_primitives::{Block, Header, TxMerkleNode, consensus};

use crate::rpc::Call;
use crate::rpc::limits::MAX_WORKS;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};

pub(in crate::rpc) const METHODS: &[Method] = &[Method {
    category: Category::Hidden,
    name: "getwork",
    about: "Without data gives work: a header to find a nonce for, for miners that know nothing newer.\n\
            With data hands a solved header in.\n\
            Only if the node was started with -coinbaseaddress.",
    args: &[Arg::optional(
        "data",
        ArgKind::Hex,
        "The header with its nonce, in the form in which it was given out",
    )],
    result: "{ \"data\": \"hex\", \"target\": \"hex\" }, or true|false    (json object) the header with the \
             padding of its hash, each word reversed, and the target, little-endian; or whether the \
             block is part of the chain now",
    examples: &["", "\"data\""],
    run: Run::Thread(get_work),
}];

/// The blocks that were given out last, found again by their Merkle root.
#[derive(Debug, Default)]
pub(in crate::rpc) struct Works(Mutex<Given>);

#[derive(Debug, Default)]
struct Given {
    count: u64,
    blocks: VecDeque<(TxMerkleNode, Block)>,
}

impl Works {
    /// A number that no other work has.
    fn next(&self) -> u64 {
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        given.count += 1;
        given.count
    }

    fn keep(&self, block: Block) {
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let parent = block.header.prev_blockhash;
        given.blocks.retain(|(_, old)| old.header.prev_blockhash == parent);
        if given.blocks.len() >= MAX_WORKS {
            given.blocks.pop_front();
        }
        given.blocks.push_back((block.header.merkle_root, block));
    }

    /// The block that a header was given out of, with that header.
    fn solved(&self, header: Header) -> Option<Block> {
        let given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut blocks = given.blocks.iter();
        let (_, block) = blocks.find(|(root, _)| *root == header.merkle_root)?;
        Some(Block { header, ..block.clone() })
    }
}

fn get_work(call: &Call) -> Answer {
    let Some(payout) = call.deps().coinbase.clone() else {
        return Err(RpcError::new(code::METHOD_NOT_FOUND, "Method not found"));
    };
    let node = call.node()?;
    let works = &call.server.works;
    if let Some(data) = call.maybe_text("data")? {
        let header =
            GetWork::solved_header(data).map_err(|error| RpcError::parameter(error.to_string()))?;
        let header: Header = consensus::deserialize(&header)
            .map_err(|error| RpcError::deserialization(error.to_string()))?;
        // Work of a tip that is none any more is forgotten.
        let Some(block) = works.solved(header) else { return Ok(false.into()) };
        let hash = block.block_hash();
        let taken = node.process_block(block, Arrival::OWN);
        return Ok((taken.is_ok() && *node.tip().borrow() == hash).into());
    }
    let extra = works.next().to_be_bytes();
    let now = node.clock().now();
    let made = node.read(|chain| chain.template(now, &payout, &extra));
    let block = made.map_err(|error| RpcError::misc(error.to_string()))?.block;
    let target = Target::from_compact(block.header.bits.to_consensus())
        .map_err(|error| RpcError::misc(error.to_string()))?;
    let mut header = [0; 80];
    header.copy_from_slice(&consensus::serialize(&block.header));
    let (data, target) = GetWork::new(header, target).to_hex();
    works.keep(block);
    Ok(Json::object([("data", data.into()), ("target", target.into())]))
}

//! Methods that search for blocks themselves, for tests: by plain hashing, off the async threads.
//!
//! Does not use the search engine: on regtest every other nonce is right.

use quarry_api::rpc::{Json, RpcError, code};
use quarry_chain::{Arrival, TemplateError};
use quarry_primitives::{Amount, Block, ScriptBuf, Txid, consensus};
use quarry_wallet::{descriptor, key_io};

use super::Call;
use crate::Node;
use crate::rpc::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::rpc::shape::transaction;

/// How many nonces are tried in one call, unless it is given.
const MAX_TRIES: u64 = 1_000_000;

const MAX_TRIES_ARG: Arg =
    Arg::or("maxtries", ArgKind::Num, "1000000", "How many iterations to try.");
const HASHES: &str = "[\"hex\", ...]    (json array) hashes of blocks generated";

pub(in crate::rpc) const METHODS: &[Method] = &[
    Method {
        category: Category::Hidden,
        name: "generate",
        about: "has been replaced by the -generate cli option. Refer to -help for more information.",
        args: &[],
        result: "",
        examples: &[],
        run: Run::Thread(|_| {
            let text = "generate\n\nhas been replaced by the -generate cli option. Refer to -help for \
                        more information.\n";
            Err(RpcError::new(code::METHOD_NOT_FOUND, text))
        }),
    },
    Method {
        category: Category::Hidden,
        name: "generateblock",
        about: "Mine a set of ordered transactions to a specified address or descriptor and return the \
                block hash.\n\
                Transaction fees are not collected in the block reward.",
        args: &[
            Arg::required(
                "output",
                ArgKind::Str,
                "The address or descriptor to send the newly generated bitcoin to.",
            ),
            Arg::required(
                "transactions",
                ArgKind::Arr,
                "An array of hex strings which are either txids or raw transactions.\n\
                 Txids must reference transactions currently in the mempool.\n\
                 All transactions must be valid and in valid order, otherwise the block will be \
                 rejected.",
            )
            .of(&[Arg::optional("rawtx/txid", ArgKind::Hex, "")]),
            Arg::or(
                "submit",
                ArgKind::Bool,
                "true",
                "Whether to submit the block before the RPC call returns or to return it as hex.",
            ),
        ],
        result: "{ \"hash\": \"hex\", \"hex\": \"hex\" }    (json object) the second only if it is not \
                 submitted",
        examples: &["\"myaddress\" '[\"rawtx\", \"mempool_txid\"]'"],
        run: Run::Thread(generate_block),
    },
    Method {
        category: Category::Hidden,
        name: "generatetoaddress",
        about: "Mine to a specified address and return the block hashes.",
        args: &[
            Arg::required("nblocks", ArgKind::Num, "How many blocks are generated."),
            Arg::required(
                "address",
                ArgKind::Str,
                "The address to send the newly generated bitcoin to.",
            ),
            MAX_TRIES_ARG,
        ],
        result: HASHES,
        examples: &["11 \"myaddress\""],
        run: Run::Thread(generate_to_address),
    },
    Method {
        category: Category::Hidden,
        name: "generatetodescriptor",
        about: "Mine to a specified descriptor and return the block hashes.",
        args: &[
            Arg::required("num_blocks", ArgKind::Num, "How many blocks are generated."),
            Arg::required(
                "descriptor",
                ArgKind::Str,
                "The descriptor to send the newly generated bitcoin to.",
            ),
            MAX_TRIES_ARG,
        ],
        result: HASHES,
        examples: &["11 \"mydesc\""],
        run: Run::Thread(generate_to_descriptor),
    },
];

fn generate_to_address(call: &Call) -> Answer {
    let count: i32 = call.arg("nblocks").as_int()?;
    let tries = max_tries(call)?;
    let script = key_io::decode_address(call.text("address")?, call.deps().network)
        .map_err(|_| RpcError::address_or_key("Error: Invalid address"))?;
    generate(call, count, &script, tries)
}

fn generate_to_descriptor(call: &Call) -> Answer {
    let count: i32 = call.arg("num_blocks").as_int()?;
    let tries = max_tries(call)?;
    let script = payout(call, call.text("descriptor")?)?;
    let script = script.map_err(RpcError::address_or_key)?;
    generate(call, count, &script, tries)
}

fn max_tries(call: &Call) -> Result<u64, RpcError> {
    Ok(call.maybe_int("maxtries")?.unwrap_or(MAX_TRIES))
}

/// The script of a descriptor, or what is wrong with its text.
fn payout(call: &Call, text: &str) -> Result<Result<ScriptBuf, String>, RpcError> {
    let all = match descriptor::parse(text, call.deps().network, false) {
        Ok(all) => all,
        Err(error) => return Ok(Err(error.to_string())),
    };
    let [one] = &all[..] else {
        return Err(RpcError::parameter("Multipath descriptor not accepted"));
    };
    if one.is_range() {
        let text = "Ranged descriptor not accepted. Maybe pass through deriveaddresses first?";
        return Err(RpcError::parameter(text));
    }
    let underivable = "Cannot derive script without private keys";
    let scripts = one.scripts(0).map_err(|_| RpcError::address_or_key(underivable))?;
    // Of combo(): the witness key hash of a compressed key, the key hash of another.
    let place = match scripts.len() {
        1 => 0,
        4 => 2,
        _ => 1,
    };
    scripts.get(place).cloned().map(Ok).ok_or_else(|| RpcError::address_or_key(underivable))
}

fn generate(call: &Call, count: i32, payout: &ScriptBuf, mut tries: u64) -> Answer {
    let node = call.node()?;
    let mut hashes: Vec<Json> = Vec::new();
    let mut extra = 0u64;
    while i64::try_from(hashes.len()).is_ok_and(|done| done < i64::from(count)) {
        if call.is_stopping() {
            break;
        }
        // A block whose nonces are used up is made anew with other bytes in its coinbase.
        let bytes = if extra == 0 { Vec::new() } else { extra.to_be_bytes().to_vec() };
        let now = node.clock().now();
        let (template, reserved) = node.read(|chain| {
            let reserved = chain.pool().config().block_reserved_weight;
            (chain.template(now, payout, &bytes), reserved)
        });
        let template = template.map_err(fault)?;
        call.server.last_template.note(&template.block, reserved);
        match find(call, template.block, &mut tries) {
            Found::Block(block) => {
                hashes.push(block.block_hash().to_string().into());
                submit(node, block)?;
            }
            Found::Exhausted => extra += 1,
            Found::GaveUp => break,
        }
    }
    Ok(hashes.into())
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn fault(error: TemplateError) -> RpcError {
    RpcError::new(code::INTERNAL_ERROR, error.to_string())
}

fn submit(node: &Node, block: Block) -> Result<(), RpcError> {
    match node.process_block(block, Arrival::OWN) {
        Ok(_) => Ok(()),
        Err(error) => {
            tracing::error!(%error, "a block made here was not accepted");
            Err(RpcError::new(code::INTERNAL_ERROR, "ProcessNewBlock, block not accepted"))
        }
    }
}

/// How a search ended.
enum Found {
    Block(Block),
    Exhausted,
    GaveUp,
}

fn find(call: &Call, mut block: Block, tries: &mut u64) -> Found {
    let target = block.header.target();
    loop {
        if *tries == 0 || call.is_stopping() {
            return Found::GaveUp;
        }
        if target.is_met_by(block.block_hash()) {
            return Found::Block(block);
        }
        let Some(next) = block.header.nonce.checked_add(1) else { return Found::Exhausted };
        block.header.nonce = next;
        *tries -= 1;
    }
}

fn generate_block(call: &Call) -> Answer {
    let output = call.text("output")?;
    let script = match payout(call, output)? {
        Ok(script) => script,
        Err(_) => key_io::decode_address(output, call.deps().network)
            .map_err(|_| RpcError::address_or_key("Error: Invalid address or descriptor"))?,
    };
    let node = call.node()?;
    let mut txs = Vec::new();
    for text in call.arg("transactions").as_array()? {
        let text = text.as_str()?;
        if let Ok(txid) = text.parse::<Txid>() {
            let found = node.read(|chain| chain.pool().get(&txid).map(|entry| entry.tx().clone()));
            let missing =
                || RpcError::address_or_key(format!("Transaction {text} not in mempool."));
            txs.push(found.ok_or_else(missing)?);
        } else {
            let undecodable = || {
                RpcError::deserialization(format!(
                    "Transaction decode failed for {text}. Make sure the tx has at least one input."
                ))
            };
            txs.push(transaction(text).ok_or_else(undecodable)?);
        }
    }
    let now = node.clock().now();
    let block = node.read(|chain| {
        let template = chain.template_of(now, &script, &[], txs, Amount::ZERO).map_err(fault)?;
        let tested = chain.test_block(now, &template.block, false);
        let text = |error: &quarry_chain::BlockError| {
            format!("TestBlockValidity failed: {}", error.reject_details())
        };
        tested.map_err(|error| RpcError::new(code::VERIFY_ERROR, text(&error)))?;
        Ok::<_, RpcError>(template.block)
    })?;
    let Found::Block(block) = find(call, block, &mut MAX_TRIES.clone()) else {
        return Err(RpcError::misc("Failed to make block."));
    };
    let mut out = Json::object([("hash", block.block_hash().to_string().into())]);
    if call.maybe_bool("submit")?.unwrap_or(true) {
        submit(node, block)?;
    } else {
        out.push("hex", hex::encode(consensus::serialize(&block)));
    }
    Ok(out)
}

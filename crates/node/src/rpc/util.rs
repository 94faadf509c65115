//! Methods about addresses, descriptors, messages, which need no chain, and about fees.

mod fees;
mod multisig;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quarry_api::rpc::{Json, RpcError};
use quarry_chain::script::{OutputKind, output_kind};
use quarry_primitives::secp256k1::{Message, Secp256k1};
use quarry_primitives::sign_message::{MessageSignature, signed_msg_hash};
use quarry_primitives::{Script, ScriptBuf};
use quarry_wallet::descriptor::{self, Descriptor};
use quarry_wallet::key_io;

use super::Call;
use super::method::{Answer, Arg, ArgKind, Category, Method, Run};

/// Most scripts of one range.
const MAX_RANGE: i64 = 1_000_000;

pub(super) const METHODS: &[Method] = &[
    Method {
        category: Category::Util,
        name: "createmultisig",
        about: "Creates a multi-signature address with n signatures of m keys required.\n\
                It returns a json object with the address and redeemScript.",
        args: &[
            Arg::required(
                "nrequired",
                ArgKind::Num,
                "The number of required signatures out of the m keys.",
            ),
            Arg::required("keys", ArgKind::Arr, "The hex-encoded public keys.")
                .of(&[Arg::optional("key", ArgKind::Hex, "The hex-encoded public key")]),
            Arg::or(
                "address_type",
                ArgKind::Str,
                "\"legacy\"",
                "The address type to use. Options are \"legacy\", \"p2sh-segwit\", and \"bech32\".",
            ),
        ],
        result: "{ \"address\": \"str\", \"redeemScript\": \"hex\", \"descriptor\": \"str\", \
                 \"warnings\": [\"str\", ...] }    (json object) warnings only if there are any",
        examples: &["2 '[\"03789ed0bb717d88f7d321a368d905e7430207ebbd82bd342cf11ae157a7ace5fd\",\
                     \"03dbc6764b8884a92e871274b87583e6d5c2a58819473e17e107ef3f6aa5a61626\"]'"],
        run: Run::Thread(multisig::create),
    },
    Method {
        category: Category::Util,
        name: "deriveaddresses",
        about: "Derives one or more addresses corresponding to an output descriptor.",
        args: &[
            Arg::required("descriptor", ArgKind::Str, "The descriptor."),
            Arg::optional(
                "range",
                ArgKind::Range,
                "If a ranged descriptor is used, this specifies the end or the range (in [begin,end] \
                 notation) to derive.",
            ),
        ],
        result: "[\"str\", ...]    (json array) the derived addresses; for multipath descriptors an array \
                 of such arrays",
        examples: &[
            "'wpkh([d34db33f/84h/0h/0h]xpub6DJ2dNUysrn5Vt36jH2KLBT2i1auw1tTSSomg8PhqNiUtx8QX2SvC9n\
                     rHu81fT41fvDUnhMjEzQgXnQjKEu3oaqMSzhSrHMxyyoEAmUHQbY/0/*)#cjjspncu' '[0,2]'",
        ],
        run: Run::Thread(derive_addresses),
    },
    Method {
        category: Category::Util,
        name: "estimatesmartfee",
        about: "Estimates the approximate fee per kilobyte needed for a transaction to begin\n\
                confirmation within conf_target blocks if possible and return the number of blocks\n\
                for which the estimate is valid. Uses virtual transaction size as defined\n\
                in BIP 141 (witness data is discounted).",
        args: &[
            Arg::required("conf_target", ArgKind::Num, "Confirmation target in blocks (1 - 1008)"),
            Arg::or(
                "estimate_mode",
                ArgKind::Str,
                "\"economical\"",
                "unset, economical (follows a fall of fees at once) or conservative (does not).",
            ),
        ],
        result: "{ \"feerate\": n, \"errors\": [\"str\", ...], \"blocks\": n }    (json object) the rate \
                 per 1000 virtual bytes, or why there is none; the target that it is for",
        examples: &["6"],
        run: Run::Thread(fees::estimate_smart_fee),
    },
    Method {
        category: Category::Hidden,
        name: "estimaterawfee",
        about: "WARNING: This interface is unstable and may disappear or change!\n\
                \nEstimates the approximate fee per kilobyte needed for a transaction to begin\n\
                confirmation within conf_target blocks if possible, for each horizon that looks so far ahead.",
        args: &[
            Arg::required("conf_target", ArgKind::Num, "Confirmation target in blocks (1 - 1008)"),
            Arg::or(
                "threshold",
                ArgKind::Num,
                "0.95",
                "The proportion of transactions in a given \
                feerate range that must have been confirmed within conf_target.",
            ),
        ],
        result: "{ \"short\": {...}, \"medium\": {...}, \"long\": {...} }    (json object)",
        examples: &[],
        run: Run::Thread(fees::estimate_raw_fee),
    },
    Method {
        category: Category::Util,
        name: "getdescriptorinfo",
        about: "Analyses a descriptor.",
        args: &[Arg::required("descriptor", ArgKind::Str, "The descriptor.")],
        result: "{ \"descriptor\": \"str\", \"multipath_expansion\": [\"str\", ...], \"checksum\": \"str\", \
                 \"isrange\": true|false, \"issolvable\": true|false, \"hasprivatekeys\": true|false }\
                 \n    (json object) without private keys; the expansion only of multipath descriptors",
        examples: &[
            "'wpkh([d34db33f/84h/0h/0h]0279be667ef9dcbbac55a06295Ce870b07029Bfcdb2dce28d959f2815b1\
                     6f81798)'",
        ],
        run: Run::Thread(get_descriptor_info),
    },
    Method {
        category: Category::Util,
        name: "getindexinfo",
        about: "Returns the status of one or all available indices currently running in the node.",
        args: &[Arg::optional(
            "index_name",
            ArgKind::Str,
            "Filter results for an index with a specific name.",
        )],
        result: "{ \"name\": { \"synced\": true|false, \"best_block_height\": n }, ... }    (json object)",
        examples: &["", "txindex"],
        run: Run::Thread(get_index_info),
    },
    Method {
        category: Category::Util,
        name: "signmessagewithprivkey",
        about: "Sign a message with the private key of an address",
        args: &[
            Arg::required("privkey", ArgKind::Str, "The private key to sign the message with."),
            Arg::required("message", ArgKind::Str, "The message to create a signature of."),
        ],
        result: "\"str\"    (string) The signature of the message encoded in base 64",
        examples: &["\"privkey\" \"my message\""],
        run: Run::Thread(sign_message),
    },
    Method {
        category: Category::Util,
        name: "validateaddress",
        about: "Return information about the given bitcoin address.",
        args: &[Arg::required("address", ArgKind::Str, "The bitcoin address to validate")],
        result: "{ \"isvalid\": true|false, \"address\": \"str\", \"scriptPubKey\": \"hex\", \"isscript\": \
                 true|false, \"iswitness\": true|false, \"witness_version\": n, \"witness_program\": \"hex\", \
                 \"error\": \"str\", \"error_locations\": [n, ...] }    (json object)",
        examples: &["bc1q09vm5lfy0j5reeulh4x5752q25uqqvz34hufdl"],
        run: Run::Thread(validate_address),
    },
    Method {
        category: Category::Util,
        name: "verifymessage",
        about: "Verify a signed message.",
        args: &[
            Arg::required("address", ArgKind::Str, "The bitcoin address to use for the signature."),
            Arg::required(
                "signature",
                ArgKind::Str,
                "The signature provided by the signer in base 64 encoding (see signmessage).",
            ),
            Arg::required("message", ArgKind::Str, "The message that was signed."),
        ],
        result: "true|false    (boolean) If the signature is verified or not.",
        examples: &["1D1ZrZNe3JUo7ZycKEYQQiQAWd9y54F4XX signature \"my message\""],
        run: Run::Thread(verify_message),
    },
];

fn validate_address(call: &Call) -> Answer {
    let network = call.deps().network;
    let script = match key_io::decode_address(call.text("address")?, network) {
        Ok(script) => script,
        Err(fault) => {
            let locations: Json = fault.locations.into_iter().map(Json::from).collect();
            return Ok(Json::object([
                ("isvalid", false.into()),
                ("error_locations", locations),
                ("error", fault.message.into()),
            ]));
        }
    };
    let mut out = Json::object([("isvalid", true.into())]);
    out.push("address", key_io::encode_address(&script, network));
    out.push("scriptPubKey", script.to_hex_string());
    describe(&mut out, &script);
    Ok(out)
}

/// Adds what an address pays to.
fn describe(out: &mut Json, script: &Script) {
    let mut push = |is_script: Option<bool>, witness: Option<(u8, &[u8])>| {
        if let Some(is_script) = is_script {
            out.push("isscript", is_script);
        }
        out.push("iswitness", witness.is_some());
        if let Some((version, program)) = witness.filter(|(_, program)| !program.is_empty()) {
            out.push("witness_version", version);
            out.push("witness_program", hex::encode(program));
        }
    };
    match output_kind(script.as_bytes()) {
        OutputKind::ScriptHash(_) => push(Some(true), None),
        OutputKind::WitnessV0KeyHash(hash) => push(Some(false), Some((0, hash))),
        OutputKind::WitnessV0ScriptHash(hash) => push(Some(true), Some((0, hash))),
        OutputKind::WitnessV1Taproot(key) => push(Some(true), Some((1, key))),
        // Core tells neither version nor program of an anchor.
        OutputKind::Anchor => push(Some(true), Some((1, &[]))),
        OutputKind::WitnessUnknown { version, program } => push(None, Some((version, program))),
        _ => push(Some(false), None),
    }
}

fn parse_descriptors(call: &Call, needs_checksum: bool) -> Result<Vec<Descriptor>, RpcError> {
    descriptor::parse(call.text("descriptor")?, call.deps().network, needs_checksum)
        .map_err(|error| RpcError::address_or_key(error.to_string()))
}

fn get_descriptor_info(call: &Call) -> Answer {
    let descriptors = parse_descriptors(call, false)?;
    let first = descriptors.first().ok_or_else(|| RpcError::misc("no descriptor"))?;
    let mut out = Json::object([("descriptor", first.to_public_string().into())]);
    if descriptors.len() > 1 {
        let all: Json = descriptors.iter().map(|d| Json::from(d.to_public_string())).collect();
        out.push("multipath_expansion", all);
    }
    let checksum = descriptor::checksum(call.text("descriptor")?);
    out.push("checksum", checksum.map_err(|error| RpcError::address_or_key(error.to_string()))?);
    out.push("isrange", first.is_range());
    out.push("issolvable", first.is_solvable());
    out.push("hasprivatekeys", descriptors.iter().any(Descriptor::has_private_keys));
    Ok(out)
}

/// A range given by its end, or by both ends.
pub(super) fn parse_range(value: &Json) -> Result<(u32, u32), RpcError> {
    let bad = |text: &str| Err(RpcError::parameter(text));
    let (low, high) = match value {
        Json::Number(_) => (0, value.as_int::<i64>()?),
        Json::Array(ends) => match &ends[..] {
            [low @ Json::Number(_), high @ Json::Number(_)] => {
                (low.as_int::<i64>()?, high.as_int::<i64>()?)
            }
            _ => return bad("Range must be specified as end or as [begin,end]"),
        },
        _ => return bad("Range must be specified as end or as [begin,end]"),
    };
    if matches!(value, Json::Array(_)) && low > high {
        return bad("Range specified as [begin,end] must not have begin after end");
    }
    if low < 0 {
        return bad("Range should be greater or equal than 0");
    }
    if high >> 31 != 0 {
        return bad("End of range is too high");
    }
    if high >= low + MAX_RANGE {
        return bad("Range is too large");
    }
    match (u32::try_from(low), u32::try_from(high)) {
        (Ok(low), Ok(high)) => Ok((low, high)),
        _ => bad("End of range is too high"),
    }
}

fn derive_addresses(call: &Call) -> Answer {
    let range = call.arg("range");
    let (low, high) = if range.is_null() { (0, 0) } else { parse_range(range)? };
    let descriptors = parse_descriptors(call, true)?;
    let is_range = descriptors.iter().any(Descriptor::is_range);
    if !is_range && call.params().len() > 1 {
        let text = "Range should not be specified for an un-ranged descriptor";
        return Err(RpcError::parameter(text));
    }
    if is_range && call.params().len() == 1 {
        return Err(RpcError::parameter("Range must be specified for a ranged descriptor"));
    }
    let derive = |descriptor: &Descriptor| addresses(call, descriptor, low, high);
    let mut all = descriptors.iter().map(derive).collect::<Result<Vec<_>, _>>()?;
    Ok(if all.len() == 1 { all.remove(0) } else { all.into() })
}

fn addresses(call: &Call, descriptor: &Descriptor, low: u32, high: u32) -> Answer {
    let mut out = Vec::new();
    for index in low..=high {
        let scripts = descriptor.scripts(index);
        let scripts = scripts.map_err(|error| RpcError::address_or_key(error.to_string()))?;
        for script in &scripts {
            match key_io::encode_address(script, call.deps().network) {
                Some(address) => out.push(address.into()),
                // A bare key has no address; combo() has others beside it.
                None if scripts.len() > 1 && script.is_p2pk() => {}
                None => {
                    let text = "Descriptor does not have a corresponding address";
                    return Err(RpcError::address_or_key(text));
                }
            }
        }
    }
    Ok(out.into())
}

fn sign_message(call: &Call) -> Answer {
    let key = key_io::decode_secret(call.text("privkey")?, call.deps().network)
        .ok_or_else(|| RpcError::address_or_key("Invalid private key"))?;
    let digest = Message::from_digest(*signed_msg_hash(call.text("message")?).as_ref());
    let signature = Secp256k1::signing_only().sign_ecdsa_recoverable(&digest, &key.inner);
    let signature = MessageSignature::new(signature, key.compressed).serialize();
    Ok(STANDARD.encode(signature).into())
}

fn verify_message(call: &Call) -> Answer {
    let script = key_io::decode_address(call.text("address")?, call.deps().network)
        .map_err(|_| RpcError::address_or_key("Invalid address"))?;
    if !script.is_p2pkh() {
        return Err(RpcError::type_error("Address does not refer to key"));
    }
    let signature = STANDARD
        .decode(call.text("signature")?)
        .map_err(|_| RpcError::type_error("Malformed base64 encoding"))?;
    let Ok(signature) = MessageSignature::from_slice(&signature) else { return Ok(false.into()) };
    let hash = signed_msg_hash(call.text("message")?);
    let key = signature.recover_pubkey(&Secp256k1::verification_only(), hash);
    Ok(key.is_ok_and(|key| ScriptBuf::new_p2pkh(&key.pubkey_hash()) == script).into())
}

fn get_index_info(call: &Call) -> Answer {
    let wanted = call.maybe_text("index_name")?.unwrap_or_default();
    let mut out = Json::object([]);
    for index in (call.deps().indexes)() {
        if wanted.is_empty() || wanted == index.name {
            let status = Json::object([
                ("synced", index.synced.into()),
                ("best_block_height", index.best_block_height.into()),
            ]);
            out.push(&index.name, status);
        }
    }
    Ok(out)
}

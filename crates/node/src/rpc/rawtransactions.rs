//! Methods about transactions that are made, shown and signed here. What they spend is given by the
//! caller or found through [`RpcDeps::coins`](super::RpcDeps).

mod build;
mod lookup;
mod prevouts;
mod psbt;

use quarry_api::rpc::{Json, RpcError, code};
use quarry_chain::script::opcode::OP_CHECKSIGADD;
use quarry_chain::script::{Instructions, OutputKind, ScriptError, output_kind};
use quarry_primitives::hashes::{Hash, hash160};
use quarry_primitives::secp256k1::Secp256k1;
use quarry_primitives::{
    BitcoinAmount, OutPoint, Script, ScriptBuf, ScriptHash, Transaction, TxIn, TxOut, WPubkeyHash,
};
use quarry_wallet::key_io;

pub(super) use prevouts::check_member;
use prevouts::{Prevout, take_prevout};

pub(super) use lookup::METHODS as LOOKUP_METHODS;
pub(super) use psbt::METHODS as PSBT_METHODS;

use super::Call;
use super::method::{Answer, Arg, ArgKind, Category, Method, Run};
use super::shape::{
    TxShape, has_valid_ops, hex_bytes, push_script, transaction, transaction_with, tx_hex, tx_json,
    witness_json,
};
use super::sign::{Keyring, Signing};

const HEX: Arg = Arg::required("hexstring", ArgKind::Hex, "The transaction hex string");

const PREVTXS: &[Arg] = &[Arg::optional("", ArgKind::Obj, "").of(&[
    Arg::required("txid", ArgKind::Hex, "The transaction id"),
    Arg::required("vout", ArgKind::Num, "The output number"),
    Arg::required("scriptPubKey", ArgKind::Hex, "output script"),
    Arg::optional("redeemScript", ArgKind::Hex, "(required for P2SH) redeem script"),
    Arg::optional(
        "witnessScript",
        ArgKind::Hex,
        "(required for P2WSH or P2SH-P2WSH) witness script",
    ),
    Arg::optional("amount", ArgKind::Amount, "(required for Segwit inputs) the amount spent"),
])];

pub(super) const METHODS: &[Method] = &[
    Method {
        category: Category::Rawtransactions,
        name: "combinerawtransaction",
        about: "Combine multiple partially signed transactions into one transaction.\n\
                The combined transaction may be another partially signed transaction or a\n\
                fully signed transaction.",
        args: &[Arg::required(
            "txs",
            ArgKind::Arr,
            "The hex strings of partially signed transactions",
        )
        .of(&[Arg::optional("hexstring", ArgKind::Hex, "A hex-encoded raw transaction")])],
        result: "\"hex\"    (string) The hex-encoded raw transaction with signature(s)",
        examples: &["'[\"myhex1\", \"myhex2\", \"myhex3\"]'"],
        run: Run::Thread(combine),
    },
    build::CREATE,
    Method {
        category: Category::Rawtransactions,
        name: "decoderawtransaction",
        about: "Return a JSON object representing the serialized, hex-encoded transaction.",
        args: &[
            HEX,
            Arg::hinted(
                "iswitness",
                ArgKind::Bool,
                "depends on heuristic tests",
                "Whether the transaction hex is a serialized witness transaction.\n\
                 If iswitness is not present, heuristic tests will be used in decoding.\n\
                 If true, only witness deserialization will be tried.\n\
                 If false, only non-witness deserialization will be tried.",
            ),
        ],
        result: "{ \"txid\": \"hex\", \"hash\": \"hex\", \"version\": n, \"size\": n, \"vsize\": n, \"weight\": n, \
                 \"locktime\": n, \"vin\": [...], \"vout\": [...] }    (json object)",
        examples: &["hexstring"],
        run: Run::Thread(decode),
    },
    Method {
        category: Category::Rawtransactions,
        name: "decodescript",
        about: "Decode a hex-encoded script.",
        args: &[Arg::required("hexstring", ArgKind::Hex, "the hex-encoded script")],
        result: "{ \"asm\": \"str\", \"desc\": \"str\", \"address\": \"str\", \"type\": \"str\", \"p2sh\": \"str\", \
                 \"segwit\": { ..., \"p2sh-segwit\": \"str\" } }    (json object)",
        examples: &["hexstring"],
        run: Run::Thread(decode_script),
    },
    Method {
        category: Category::Rawtransactions,
        name: "signrawtransactionwithkey",
        about: "Sign inputs for raw transaction (serialized, hex-encoded).\n\
                The second argument is an array of base58-encoded private\n\
                keys that will be the only keys used to sign the transaction.\n\
                The third optional argument (may be null) is an array of previous transaction outputs \
                that\nthis transaction depends on but may not yet be in the block chain.",
        args: &[
            HEX,
            Arg::required("privkeys", ArgKind::Arr, "The base58-encoded private keys for signing")
                .of(&[Arg::optional("privatekey", ArgKind::Hex, "private key in base58-encoding")]),
            Arg::optional("prevtxs", ArgKind::Arr, "The previous dependent transaction outputs")
                .of(PREVTXS),
            Arg::hinted(
                "sighashtype",
                ArgKind::Str,
                "DEFAULT for Taproot, ALL otherwise",
                "The signature hash type. Must be one of: \"DEFAULT\" \"ALL\" \"NONE\" \"SINGLE\"\n\
                 \"ALL|ANYONECANPAY\" \"NONE|ANYONECANPAY\" \"SINGLE|ANYONECANPAY\"",
            ),
        ],
        result: "{ \"hex\": \"hex\", \"complete\": true|false, \"errors\": [{ \"txid\": \"hex\", \"vout\": n, \
                 \"witness\": [\"hex\", ...], \"scriptSig\": \"hex\", \"sequence\": n, \"error\": \"str\" }, ...] }\
                 \n    (json object) errors only if there are any",
        examples: &["myhex '[\"key1\",\"key2\"]'"],
        run: Run::Thread(sign_with_key),
    },
];

fn decode(call: &Call) -> Answer {
    let hint = call.arg("iswitness");
    let (without, with) = match hint {
        Json::Null => (true, true),
        _ => (!hint.as_bool()?, hint.as_bool()?),
    };
    let tx = transaction_with(call.text("hexstring")?, without, with)
        .ok_or_else(|| RpcError::deserialization("TX decode failed"))?;
    Ok(tx_json(&tx, TxShape::plain(call.deps().network)))
}

fn decode_script(call: &Call) -> Answer {
    let bytes = match call.text("hexstring")? {
        "" => vec![],
        _ => hex_bytes(call.arg("hexstring"), "argument")?,
    };
    let (script, network) = (ScriptBuf::from_bytes(bytes), call.deps().network);
    let address = |hash: ScriptHash| key_io::encode_address(&ScriptBuf::new_p2sh(&hash), network);
    let mut out = Json::object([]);
    push_script(&mut out, &script, None, false, network);
    if !can_be_hashed(&script) {
        return Ok(out);
    }
    out.push("p2sh", address(script.script_hash()));
    if let Some(program) = segwit_form(&script) {
        let mut segwit = Json::object([]);
        push_script(&mut segwit, &program, Some(&script), true, network);
        segwit.push("p2sh-segwit", address(program.script_hash()));
        out.push("segwit", segwit);
    }
    Ok(out)
}

/// Whether it makes sense to pay to the hash of a script.
fn can_be_hashed(script: &Script) -> bool {
    let fits = matches!(
        output_kind(script.as_bytes()),
        OutputKind::Multisig { .. }
            | OutputKind::NonStandard
            | OutputKind::Pubkey(_)
            | OutputKind::PubkeyHash(_)
            | OutputKind::WitnessV0KeyHash(_)
            | OutputKind::WitnessV0ScriptHash(_)
    );
    let for_tapscript = |code: u8| {
        // BIP-342's OP_SUCCESSx below the last known operation.
        let success =
            matches!(code, 80 | 98 | 126..=129 | 131..=134 | 137 | 138 | 141 | 142 | 149..=153);
        success || code >= OP_CHECKSIGADD
    };
    fits && has_valid_ops(script)
        && !script.is_op_return()
        && !Instructions::new(script.as_bytes()).flatten().any(|step| for_tapscript(step.opcode))
}

/// The witness program that stands for a script, if there can be one.
fn segwit_form(script: &Script) -> Option<ScriptBuf> {
    match output_kind(script.as_bytes()) {
        OutputKind::Pubkey(key) => {
            let hash = WPubkeyHash::from_raw_hash(hash160::Hash::hash(key));
            (key.len() == 33).then(|| ScriptBuf::new_p2wpkh(&hash))
        }
        OutputKind::PubkeyHash(hash) => {
            Some(ScriptBuf::new_p2wpkh(&WPubkeyHash::from_slice(hash).ok()?))
        }
        OutputKind::Multisig { keys, .. } => {
            keys.iter().all(|key| key.len() == 33).then(|| script.to_p2wsh())
        }
        OutputKind::NonStandard => Some(script.to_p2wsh()),
        _ => None,
    }
}

/// What the inputs spend, where it is known.
fn found_coins(call: &Call, tx: &Transaction) -> Vec<Option<TxOut>> {
    let outpoints: Vec<OutPoint> = tx.input.iter().map(|input| input.previous_output).collect();
    let mut found = (call.deps().coins)(&outpoints);
    found.resize(outpoints.len(), None);
    found.into_iter().map(|coin| coin.map(|coin| coin.output)).collect()
}

fn combine(call: &Call) -> Answer {
    let texts = call.arg("txs").as_array()?;
    if texts.len() < 2 {
        let text = "Missing transactions. At least two transactions required.";
        return Err(RpcError::deserialization(text));
    }
    let mut variants = Vec::new();
    for (n, text) in texts.iter().enumerate() {
        variants.push(transaction(text.as_str()?).ok_or_else(|| {
            let text =
                format!("TX decode failed for tx {n}. Make sure the tx has at least one input.");
            RpcError::deserialization(text)
        })?);
    }
    let id = |tx: &Transaction| {
        let mut tx = tx.clone();
        for input in &mut tx.input {
            *input = TxIn {
                previous_output: input.previous_output,
                sequence: input.sequence,
                ..TxIn::default()
            };
        }
        tx.compute_txid()
    };
    let mut merged = variants[0].clone();
    if let Some(other) = variants.iter().position(|variant| id(variant) != id(&merged)) {
        let other = other + 1;
        let text = format!("Transaction number {other} not compatible with first transaction");
        return Err(RpcError::parameter(text));
    }
    let spent: Option<Vec<TxOut>> = found_coins(call, &merged).into_iter().collect();
    let spent = spent
        .ok_or_else(|| RpcError::new(code::VERIFY_ERROR, "Input not found or already spent"))?;
    let (secp, keyring) = (Secp256k1::new(), Keyring::default());
    let signing = Signing {
        secp: &secp,
        keyring: &keyring,
        spent: &spent,
        hash_type: None,
        variants: &variants,
    };
    for index in 0..merged.input.len() {
        // What is not complete yet may become so with more signatures.
        let _incomplete = signing.sign(&mut merged, index);
    }
    Ok(tx_hex(&merged).into())
}

/// The byte of a hash type by its name.
fn hash_type(value: &Json) -> Result<Option<u8>, RpcError> {
    if value.is_null() {
        return Ok(None);
    }
    let name = value.as_str()?;
    let (base, any) = match name.strip_suffix("|ANYONECANPAY") {
        Some(base) => (base, 0x80),
        None => (name, 0),
    };
    match base {
        "DEFAULT" if any == 0 => Ok(Some(0)),
        "ALL" => Ok(Some(1 | any)),
        "NONE" => Ok(Some(2 | any)),
        "SINGLE" => Ok(Some(3 | any)),
        _ => Err(RpcError::parameter(format!("'{name}' is not a valid sighash parameter."))),
    }
}

fn sign_with_key(call: &Call) -> Answer {
    let text = "TX decode failed. Make sure the tx has at least one input.";
    let mut tx =
        transaction(call.text("hexstring")?).ok_or_else(|| RpcError::deserialization(text))?;
    let secp = Secp256k1::new();
    let mut keyring = Keyring::default();
    for key in call.arg("privkeys").as_array()? {
        let key = key_io::decode_secret(key.as_str()?, call.deps().network)
            .ok_or_else(|| RpcError::address_or_key("Invalid private key"))?;
        keyring.add_key(key, &secp);
    }
    let found = found_coins(call, &tx).into_iter();
    let mut coins: Vec<Option<Prevout>> =
        found.map(|coin| coin.map(|output| Prevout { output, has_amount: true })).collect();
    let given = call.arg("prevtxs");
    if !given.is_null() {
        for given in given.as_array()? {
            take_prevout(given, &tx, &mut coins, &mut keyring)?;
        }
    }
    let hash_type = hash_type(call.arg("sighashtype"))?;
    let nothing = TxOut { value: BitcoinAmount::ZERO, script_pubkey: ScriptBuf::new() };
    let spent: Vec<TxOut> = coins
        .iter()
        .map(|coin| coin.as_ref().map_or_else(|| nothing.clone(), |coin| coin.output.clone()))
        .collect();
    let variants = [tx.clone()];
    let signing =
        Signing { secp: &secp, keyring: &keyring, spent: &spent, hash_type, variants: &variants };
    let mut errors = Vec::new();
    for (index, coin) in coins.iter().enumerate() {
        let Some(coin) = coin else {
            errors.push(input_error(&tx.input[index], "Input not found or already spent"));
            continue;
        };
        let signed = signing.sign(&mut tx, index);
        if !coin.has_amount && !tx.input[index].witness.is_empty() {
            let text = format!("Missing amount for {}", shown(&coin.output));
            return Err(RpcError::type_error(text));
        }
        if let Err(error) = signed {
            errors.push(input_error(&tx.input[index], &words(error)));
        }
    }
    let mut out =
        Json::object([("hex", tx_hex(&tx).into()), ("complete", errors.is_empty().into())]);
    if !errors.is_empty() {
        out.push("errors", errors);
    }
    Ok(out)
}

/// An output as Core's `CTxOut::ToString` shows it.
fn shown(output: &TxOut) -> String {
    let amount = output.value.to_sat();
    let script: String = output.script_pubkey.to_hex_string().chars().take(30).collect();
    format!(
        "CTxOut(nValue={}.{:08}, scriptPubKey={script})",
        amount / 100_000_000,
        amount % 100_000_000
    )
}

/// What Core tells people of the two errors that mean a missing signature.
fn words(error: ScriptError) -> String {
    match error {
        ScriptError::InvalidStackOperation => {
            "Unable to sign input, invalid stack size (possibly missing key)".to_owned()
        }
        ScriptError::NullFail => {
            "CHECK(MULTI)SIG failing with non-zero signature (possibly need more signatures)"
                .to_owned()
        }
        other => other.to_string(),
    }
}

fn input_error(input: &TxIn, error: &str) -> Json {
    Json::object([
        ("txid", input.previous_output.txid.to_string().into()),
        ("vout", input.previous_output.vout.into()),
        ("witness", witness_json(input)),
        ("scriptSig", input.script_sig.to_hex_string().into()),
        ("sequence", input.sequence.0.into()),
        ("error", error.into()),
    ])
}

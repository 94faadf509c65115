//! `createmultisig`: a script that some of several keys may spend, and its address.

use quarry_api::rpc::{Json, RpcError};
use quarry_primitives::{PublicKey, ScriptBuf, script};
use quarry_wallet::{descriptor, key_io};

use crate::rpc::Call;
use crate::rpc::method::Answer;

/// Most keys of a multisig script.
const MAX_MULTISIG_KEYS: usize = 20;
/// Longest script that a script hash can spend, for it has to be pushed.
const MAX_PUSH: usize = 520;

/// A public key in hex.
fn public_key(text: &str) -> Result<PublicKey, RpcError> {
    let bad = |what: &str| Err(RpcError::address_or_key(format!("Pubkey \"{text}\" must {what}")));
    let Ok(bytes) = hex::decode(text) else { return bad("be a hex string") };
    if text.is_empty() {
        return bad("be a hex string");
    }
    if ![33, 65].contains(&bytes.len()) {
        return bad("have a length of either 33 or 65 bytes");
    }
    match PublicKey::from_slice(&bytes) {
        Ok(key) => Ok(key),
        Err(_) => bad("be cryptographically valid."),
    }
}

pub(super) fn create(call: &Call) -> Answer {
    let required: i32 = call.arg("nrequired").as_int()?;
    let keys = call.arg("keys").as_array()?;
    let keys = keys.iter().map(|key| public_key(key.as_str()?));
    let keys = keys.collect::<Result<Vec<_>, _>>()?;
    let kind = call.maybe_text("address_type")?.unwrap_or("legacy");
    match kind {
        "legacy" | "p2sh-segwit" | "bech32" => {}
        "bech32m" => {
            let text = "createmultisig cannot create bech32m multisig addresses";
            return Err(RpcError::address_or_key(text));
        }
        _ => return Err(RpcError::address_or_key(format!("Unknown address type '{kind}'"))),
    }
    let inner = multisig_script(required, &keys)?;
    let is_compressed = keys.iter().all(|key| key.compressed);
    let used = if is_compressed { kind } else { "legacy" };
    if used == "legacy" && inner.len() > MAX_PUSH {
        let size = inner.len();
        let text = format!("redeemScript exceeds size limit: {size} > {MAX_PUSH}");
        return Err(RpcError::parameter(text));
    }
    let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
    let multi = format!("multi({required},{})", names.join(","));
    let (script, text) = match used {
        "bech32" => (inner.to_p2wsh(), format!("wsh({multi})")),
        "p2sh-segwit" => (inner.to_p2wsh().to_p2sh(), format!("sh(wsh({multi}))")),
        _ => (inner.to_p2sh(), format!("sh({multi})")),
    };
    let checksum =
        descriptor::checksum(&text).map_err(|error| RpcError::misc(error.to_string()))?;
    let mut out = Json::object([
        ("address", key_io::encode_address(&script, call.deps().network).into()),
        ("redeemScript", inner.to_hex_string().into()),
        ("descriptor", format!("{text}#{checksum}").into()),
    ]);
    if used != kind {
        let warning = "Unable to make chosen address type, please ensure no uncompressed public keys \
                       are present.";
        out.push("warnings", vec![warning.into()]);
    }
    Ok(out)
}

fn multisig_script(required: i32, keys: &[PublicKey]) -> Result<ScriptBuf, RpcError> {
    let count = keys.len();
    if required < 1 {
        let text = "a multisignature address must require at least one key to redeem";
        return Err(RpcError::parameter(text));
    }
    if usize::try_from(required).is_ok_and(|required| required > count) {
        let text = format!(
            "not enough keys supplied (got {count} keys, but need at least {required} to redeem)"
        );
        return Err(RpcError::parameter(text));
    }
    if count > MAX_MULTISIG_KEYS {
        let text = format!(
            "Number of keys involved in the multisignature address creation > {MAX_MULTISIG_KEYS}\n\
             Reduce the number"
        );
        return Err(RpcError::parameter(text));
    }
    let mut builder = script::Builder::new().push_int(required.into());
    for key in keys {
        builder = builder.push_key(key);
    }
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let check = quarry_primitives::opcodes::all::OP_CHECKMULTISIG;
    Ok(builder.push_int(count).push_opcode(check).into_script())
}

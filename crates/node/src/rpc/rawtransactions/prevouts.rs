//! Outputs that a caller describes, for a transaction that spends what is in no block yet.

use quarry_api::rpc::{Json, RpcError, amount_from_json};
use quarry_primitives::{OutPoint, Script, ScriptBuf, Transaction, TxOut};

use crate::rpc::shape::{asm, hash, hex_bytes};
use crate::rpc::sign::Keyring;

/// An output that may be spent by a transaction, and whether its amount is known.
pub(super) struct Prevout {
    pub(super) output: TxOut,
    pub(super) has_amount: bool,
}

/// A member of the right kind, as Core checks objects.
pub(crate) fn check_member(
    object: &Json,
    key: &str,
    wanted: &str,
    optional: bool,
) -> Result<(), RpcError> {
    let found = object.get(key).kind().name();
    if found == "null" && optional {
        return Ok(());
    }
    if found == "null" {
        return Err(RpcError::type_error(format!("Missing {key}")));
    }
    if found != wanted {
        return Err(RpcError::type_error(format!(
            "JSON value of type {found} for field {key} is not of expected type {wanted}"
        )));
    }
    Ok(())
}

/// Takes in an output that the caller describes.
pub(super) fn take_prevout(
    given: &Json,
    tx: &Transaction,
    coins: &mut [Option<Prevout>],
    keyring: &mut Keyring,
) -> Result<(), RpcError> {
    if !matches!(given, Json::Object(_)) {
        let text = "expected object with {\"txid'\",\"vout\",\"scriptPubKey\"}";
        return Err(RpcError::deserialization(text));
    }
    // Core walks through them by name.
    for (key, wanted) in [("scriptPubKey", "string"), ("txid", "string"), ("vout", "number")] {
        check_member(given, key, wanted, false)?;
    }
    let txid = hash(given.get("txid"), "txid")?;
    let vout = given.get("vout").as_int::<i32>()?;
    let vout =
        u32::try_from(vout).map_err(|_| RpcError::deserialization("vout cannot be negative"))?;
    let script = ScriptBuf::from_bytes(hex_bytes(given.get("scriptPubKey"), "scriptPubKey")?);
    let amount = given.find("amount").map(amount_from_json).transpose()?;
    let place = tx.input.iter().position(|input| input.previous_output == OutPoint { txid, vout });
    if let Some(coin) = place.and_then(|place| coins.get_mut(place)) {
        if let Some(known) = coin.as_ref().filter(|known| known.output.script_pubkey != script) {
            let (known, given) = (asm(&known.output.script_pubkey, false), asm(&script, false));
            let text = format!("Previous output scriptPubKey mismatch:\n{known}\nvs:\n{given}");
            return Err(RpcError::deserialization(text));
        }
        let value = amount.unwrap_or(quarry_primitives::Amount::MAX);
        let output = TxOut { value: value.into(), script_pubkey: script.clone() };
        *coin = Some(Prevout { output, has_amount: amount.is_some() });
    }
    if script.is_p2sh() || script.is_p2wsh() {
        take_script(given, &script, keyring)?;
    }
    Ok(())
}

/// Takes in the script behind a script hash, after a look at whether it is that.
fn take_script(given: &Json, output: &Script, keyring: &mut Keyring) -> Result<(), RpcError> {
    for key in ["redeemScript", "witnessScript"] {
        check_member(given, key, "string", true)?;
    }
    let member = |key: &str| {
        let value = given.get(key);
        if value.is_null() { Ok(None) } else { hex_bytes(value, key).map(Some) }
    };
    let (redeem, witness) = (member("redeemScript")?, member("witnessScript")?);
    let Some(inner) = witness.clone().or_else(|| redeem.clone()) else {
        return Err(RpcError::parameter("Missing redeemScript/witnessScript"));
    };
    let inner = ScriptBuf::from_bytes(inner);
    let program = inner.to_p2wsh();
    if let (Some(redeem), Some(witness)) = (&redeem, &witness)
        && redeem != witness
        && redeem.as_slice() != program.as_bytes()
    {
        return Err(RpcError::parameter("redeemScript does not correspond to witnessScript"));
    }
    let fits = if output.is_p2sh() {
        [inner.to_p2sh(), program.to_p2sh()].iter().any(|script| script.as_script() == output)
    } else {
        program.as_script() == output
    };
    keyring.add_script(inner);
    if fits {
        return Ok(());
    }
    Err(RpcError::parameter("redeemScript/witnessScript does not match scriptPubKey"))
}

//! Texts of descriptors: a given one without its private keys, and one made for a known script.
//!
//! Works on the text, because Bitcoin Core shows a descriptor as it was written: with its own origins,
//! paths and marks of hardened steps. Does not derive keys.

use miniscript::bitcoin::bip32::{Xpriv, Xpub};
use miniscript::{Descriptor as Library, Miniscript, Segwitv0};
use quarry_primitives::{Network, NetworkKind, PrivateKey, PublicKey, Script, ScriptBuf};

use super::{DescriptorError, checksum};
use crate::curve::context;
use crate::key_io;
use crate::limits::MAX_KEY_CHARS;

/// The text with public keys in the place of private ones, hexadecimal in lower case and addresses in
/// their usual form; and whether there was a private key.
pub(super) fn public_form(text: &str, network: Network) -> Result<(String, bool), DescriptorError> {
    let mut out = String::with_capacity(text.len());
    let mut has_private_keys = false;
    let mut word = String::new();
    for c in text.chars().chain(['\n']) {
        if !matches!(c, '(' | ')' | '{' | '}' | ',' | '[' | ']' | '/' | '\n') {
            word.push(c);
            continue;
        }
        let (public, was_private) = public_word(&word, network)?;
        has_private_keys |= was_private;
        out += &public;
        word.clear();
        if c != '\n' {
            out.push(c);
        }
    }
    Ok((out, has_private_keys))
}

fn public_word(word: &str, network: Network) -> Result<(String, bool), DescriptorError> {
    if word.len() > MAX_KEY_CHARS {
        // No key, whatever it is; to find that out by base 58 costs the square of its length.
        let is_hex = word.bytes().all(|byte| byte.is_ascii_hexdigit());
        return Ok((if is_hex { word.to_ascii_lowercase() } else { word.to_owned() }, false));
    }
    let wrong_network = || DescriptorError(format!("key '{word}' is not valid"));
    let kind = NetworkKind::from(network);
    if let Ok(key) = word.parse::<Xpub>() {
        let is_ours = key.network == kind;
        return if is_ours { Ok((word.to_owned(), false)) } else { Err(wrong_network()) };
    }
    if let Ok(key) = word.parse::<Xpriv>() {
        if key.network != kind {
            return Err(wrong_network());
        }
        return Ok((Xpub::from_priv(context(), &key).to_string(), true));
    }
    if let Some(key) = key_io::decode_secret(word, network) {
        return Ok((key.public_key(context()).to_string(), true));
    }
    if PrivateKey::from_wif(word).is_ok() {
        return Err(wrong_network());
    }
    // Numbers are hexadecimal by their digits too, and stay as they are.
    if word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok((word.to_ascii_lowercase(), false));
    }
    if let Ok(script) = key_io::decode_address(word, network)
        && let Some(address) = key_io::encode_address(&script, network)
    {
        return Ok((address, false));
    }
    Ok((word.to_owned(), false))
}

/// A descriptor for an output script, with its checksum: what can be told from the script alone, and
/// from the script behind a script hash if it is known.
#[must_use]
pub fn infer(script: &Script, behind: Option<&Script>, network: Network) -> String {
    let text = infer_keys(script)
        .or_else(|| infer_behind(script, behind?))
        .or_else(|| Some(format!("addr({})", key_io::encode_address(script, network)?)))
        .unwrap_or_else(|| format!("raw({})", script.to_hex_string()));
    match checksum(&text) {
        Ok(checksum) => format!("{text}#{checksum}"),
        // Each character of it is one that descriptors have.
        Err(_) => text,
    }
}

/// Scripts that show their keys.
fn infer_keys(script: &Script) -> Option<String> {
    if let Some(key) = script.p2pk_public_key() {
        return Some(format!("pk({key})"));
    }
    if script.is_p2tr() {
        let key = script.as_bytes().get(2..)?;
        let key = quarry_primitives::secp256k1::XOnlyPublicKey::from_slice(key).ok()?;
        return Some(format!("rawtr({key})"));
    }
    infer_multi(script)
}

/// `m <key>... n OP_CHECKMULTISIG`.
fn infer_multi(script: &Script) -> Option<String> {
    if !script.is_multisig() {
        return None;
    }
    let mut steps = script.instructions().collect::<Result<Vec<_>, _>>().ok()?.into_iter();
    let required = steps.next()?.script_num()?;
    let mut keys = Vec::new();
    for step in steps {
        let Some(bytes) = step.push_bytes() else { break };
        match PublicKey::from_slice(bytes.as_bytes()) {
            Ok(key) => keys.push(key.to_string()),
            // The number of keys comes as a push if there are more than sixteen.
            Err(_) if bytes.len() == 1 => break,
            Err(_) => return None,
        }
    }
    Some(format!("multi({required},{})", keys.join(",")))
}

/// The script behind a witness script hash, if the library can make sense of it.
fn infer_behind(script: &Script, behind: &Script) -> Option<String> {
    let hashed = ScriptBuf::new_p2wsh(&behind.wscript_hash());
    if hashed.as_script() != script {
        return None;
    }
    if let Some(inner) = infer_keys(behind).filter(|text| !text.starts_with("rawtr")) {
        return Some(format!("wsh({inner})"));
    }
    let inner = Miniscript::<PublicKey, Segwitv0>::parse(behind).ok()?;
    let descriptor = Library::new_wsh(inner).ok()?;
    descriptor.sanity_check().ok()?;
    Some(descriptor.to_string().split('#').next()?.to_owned())
}

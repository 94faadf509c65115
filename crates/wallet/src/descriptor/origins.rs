//! Texts for single output scripts of a descriptor: each key as it is, with where it came from
//! (Bitcoin Core's `InferDescriptor` over the keys of a descriptor that was expanded).
//!
//! Does not know scripts that come from elsewhere.

use miniscript::ForEachKey as _;
use miniscript::bitcoin::bip32::ChildNumber;
use miniscript::descriptor::DescriptorPublicKey;

use super::{DescriptorError, library_error, parsed};
use crate::curve::context;

/// The text of a descriptor without wildcards, its keys written as `[fingerprint/path]key`.
pub(super) fn with_origins(text: &str) -> Result<String, DescriptorError> {
    let x_only = text.starts_with("tr(");
    let descriptor = parsed(text)?;
    let mut keys = Vec::new();
    descriptor.for_each_key(|key| {
        keys.push(key.clone());
        true
    });
    let written = descriptor.to_string();
    let mut out = written.split('#').next().unwrap_or_default().to_owned();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        out = out.replace(&key.to_string(), &origin_and_key(&key, x_only)?);
    }
    Ok(out)
}

/// The same of one key expression.
pub(super) fn key_with_origin(key: &str, x_only: bool) -> Result<String, DescriptorError> {
    let text = with_origins(&format!("pkh({key})"))?;
    let inner = text.strip_prefix("pkh(").and_then(|rest| rest.strip_suffix(')'));
    let inner = inner.ok_or("one key is needed")?;
    match inner.rsplit_once(']') {
        Some((origin, key)) if x_only => Ok(format!("{origin}]{}", without_parity(key))),
        _ => Ok(inner.to_owned()),
    }
}

fn origin_and_key(key: &DescriptorPublicKey, x_only: bool) -> Result<String, DescriptorError> {
    let mut out = format!("[{}", key.master_fingerprint());
    for step in &key.full_derivation_path().unwrap_or_default() {
        out += &match step {
            ChildNumber::Normal { index } => format!("/{index}"),
            ChildNumber::Hardened { index } => format!("/{index}h"),
        };
    }
    let definite = key.clone().at_derivation_index(0).map_err(library_error)?;
    let public = definite.derive_public_key(context()).map_err(library_error)?.to_string();
    Ok(format!("{out}]{}", if x_only { without_parity(&public) } else { &public }))
}

/// The last 32 bytes of a key in hexadecimal.
fn without_parity(key: &str) -> &str {
    key.get(key.len().saturating_sub(64)..).unwrap_or(key)
}

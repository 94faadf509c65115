//! Output descriptors (BIP-380 to 386, 389): texts that stand for output scripts.
//!
//! The library `miniscript` reads keys and scripts; this module adds what Bitcoin Core has beside
//! them: `raw()`, `addr()`, `rawtr()`, `combo()`, hardened wildcards over private keys, and Core's
//! public form of a text. Wildcards and multipath elements are put into the text, so that the library
//! only ever sees descriptors of one script.
//!
//! Does not know coins, nor which scripts are anybody's.

mod origins;
mod public;

use miniscript::ForEachKey as _;
use miniscript::descriptor::checksum::desc_checksum;
use miniscript::descriptor::{Descriptor as Library, DescriptorPublicKey};
use quarry_primitives::secp256k1::XOnlyPublicKey;
use quarry_primitives::{Network, PublicKey, ScriptBuf};

use crate::curve::context;
use crate::key_io;

pub use public::infer;

/// Why a text is no descriptor, in Bitcoin Core's words where it has one for it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct DescriptorError(String);

impl From<&str> for DescriptorError {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// A hardened step below a public key: the text is right, but there are no scripts.
const UNDERIVABLE: &str = "Cannot derive script without private keys";
/// Alternatives in one multipath element.
const MAX_PATHS: usize = 64;
/// The functions that start a descriptor.
const FUNCTIONS: [&str; 12] = [
    "pk",
    "pkh",
    "wpkh",
    "combo",
    "multi",
    "sortedmulti",
    "sh",
    "wsh",
    "tr",
    "rawtr",
    "addr",
    "raw",
];

/// A descriptor of one script for each index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Descriptor {
    /// As it was given, without a checksum.
    text: String,
    network: Network,
    public: String,
    has_private_keys: bool,
}

/// The checksum of a descriptor's text without one.
///
/// # Errors
/// [`DescriptorError`] if the text has characters that no descriptor has.
pub fn checksum(text: &str) -> Result<String, DescriptorError> {
    let text = text.split('#').next().unwrap_or_default();
    desc_checksum(text).map_err(|_| "Invalid characters in payload".into())
}

/// Reads a descriptor: one, or as many as its multipath elements have alternatives.
///
/// # Errors
/// [`DescriptorError`]
pub fn parse(
    text: &str,
    network: Network,
    needs_checksum: bool,
) -> Result<Vec<Descriptor>, DescriptorError> {
    let text = without_checksum(text, needs_checksum)?;
    let function = text.split('(').next().unwrap_or_default();
    if !FUNCTIONS.contains(&function) || !text.ends_with(')') {
        return Err(DescriptorError(format!("'{text}' is not a valid descriptor function")));
    }
    check_spaces(text)?;
    let read = |text: String| {
        let (public, has_private_keys) = public::public_form(&text, network)?;
        let descriptor = Descriptor { text, network, public, has_private_keys };
        // Shows now what is wrong with it, not when a script is wanted.
        match descriptor.scripts(0) {
            Err(error) if error.0 != UNDERIVABLE => Err(error),
            _ => Ok(descriptor),
        }
    };
    paths(text)?.into_iter().map(read).collect()
}

/// Keys have no spaces around them. The library would say less of it.
fn check_spaces(text: &str) -> Result<(), DescriptorError> {
    let is_end = |c: char| matches!(c, '(' | ')' | ',' | '{' | '}');
    let mut function = "";
    for part in text.split_inclusive(is_end) {
        let word = part.trim_end_matches(is_end);
        if word.trim_matches(' ') != word && !word.trim().is_empty() {
            let of = match function {
                "multi" | "sortedmulti" | "multi_a" | "sortedmulti_a" => "Multi".to_owned(),
                function => format!("{function}()"),
            };
            return Err(DescriptorError(format!(
                "{of}: Key '{word}' is invalid due to whitespace"
            )));
        }
        if part.ends_with('(') {
            function = word;
        }
    }
    Ok(())
}

fn without_checksum(text: &str, is_needed: bool) -> Result<&str, DescriptorError> {
    let parts: Vec<&str> = text.split('#').collect();
    let (body, given) = match parts[..] {
        [_] if is_needed => return Err("Missing checksum".into()),
        [body] => (body, None),
        [body, given] => (body, Some(given)),
        _ => return Err("Multiple '#' symbols".into()),
    };
    if let Some(length) = given.map(str::len).filter(|length| *length != 8) {
        let message = format!("Expected 8 character checksum, not {length} characters");
        return Err(DescriptorError(message));
    }
    let computed = checksum(body)?;
    match given {
        Some(given) if given != computed => Err(DescriptorError(format!(
            "Provided checksum '{given}' does not match computed checksum '{computed}'"
        ))),
        _ => Ok(body),
    }
}

/// The text once for each alternative of its multipath elements `<a;b>`.
fn paths(text: &str) -> Result<Vec<String>, DescriptorError> {
    let mut count = 1;
    for element in text.split('<').skip(1) {
        let (inner, _) = element.split_once('>').ok_or("Unclosed multipath element")?;
        let alternatives = inner.split(';').count();
        if !(2..=MAX_PATHS).contains(&alternatives) || ![1, alternatives].contains(&count) {
            return Err("Multipath elements of different or wrong lengths".into());
        }
        count = alternatives;
    }
    let pick = |n: usize| {
        let mut parts = text.split('<');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (inner, rest) = part.split_once('>').unwrap_or((part, ""));
            out += inner.split(';').nth(n).unwrap_or_default();
            out += rest;
        }
        out
    };
    Ok((0..count).map(pick).collect())
}

impl Descriptor {
    /// Whether it stands for another script at each index.
    #[must_use]
    pub fn is_range(&self) -> bool {
        self.text.contains("/*")
    }

    /// Whether it says what it takes to spend its outputs.
    #[must_use]
    pub fn is_solvable(&self) -> bool {
        !self.text.starts_with("raw(") && !self.text.starts_with("addr(")
    }

    /// Whether it was given with a private key.
    #[must_use]
    pub fn has_private_keys(&self) -> bool {
        self.has_private_keys
    }

    /// The text without private keys, with its checksum.
    #[must_use]
    pub fn to_public_string(&self) -> String {
        match checksum(&self.public) {
            Ok(checksum) => format!("{}#{checksum}", self.public),
            // Every character of it was in a text that has a checksum.
            Err(_) => self.public.clone(),
        }
    }

    /// The output scripts at an index, each with a descriptor of its own, checksum included: its keys
    /// as they are there, with where they came from. What says nothing of keys is shown by address.
    ///
    /// # Errors
    /// [`DescriptorError`] if a key cannot be derived.
    pub fn named_scripts(&self, index: u32) -> Result<Vec<(ScriptBuf, String)>, DescriptorError> {
        let scripts = self.scripts(index)?;
        let text = self.text.replace("/*", &format!("/{index}"));
        let inner =
            |function: &str| text.strip_prefix(function)?.strip_prefix('(')?.strip_suffix(')');
        let texts = if !self.is_solvable() {
            let name = |script: ScriptBuf| (script.clone(), infer(&script, None, self.network));
            return Ok(scripts.into_iter().map(name).collect());
        } else if let Some(key) = inner("combo") {
            let key = origins::key_with_origin(key, false)?;
            COMBO.iter().map(|(before, after)| format!("{before}{key}{after}")).collect()
        } else if let Some(key) = inner("rawtr") {
            vec![format!("rawtr({})", origins::key_with_origin(key, true)?)]
        } else {
            vec![origins::with_origins(&text)?]
        };
        let named = |(script, text): (ScriptBuf, String)| {
            let checksum = checksum(&text)?;
            Ok((script, format!("{text}#{checksum}")))
        };
        scripts.into_iter().zip(texts).map(named).collect()
    }

    /// The output scripts at an index: one, or up to four for `combo()`.
    ///
    /// # Errors
    /// [`DescriptorError`] if a key cannot be derived.
    pub fn scripts(&self, index: u32) -> Result<Vec<ScriptBuf>, DescriptorError> {
        let text = self.text.replace("/*", &format!("/{index}"));
        let inner =
            |function: &str| text.strip_prefix(function)?.strip_prefix('(')?.strip_suffix(')');
        if let Some(hex) = inner("raw") {
            let script = ScriptBuf::from_hex(hex).map_err(|_| "Raw script is not hex")?;
            return Ok(vec![script]);
        }
        if let Some(address) = inner("addr") {
            let script = key_io::decode_address(address, self.network)
                .map_err(|_| "Address is not valid")?;
            return Ok(vec![script]);
        }
        if let Some(key) = inner("rawtr") {
            return Ok(vec![taproot_output(&x_only(key)?)]);
        }
        if let Some(key) = inner("combo") {
            return combo(key);
        }
        Ok(vec![library_script(&text)?])
    }
}

/// The place of a script of `combo()`, in words around its key.
const COMBO: [(&str, &str); 4] = [("pk(", ")"), ("pkh(", ")"), ("wpkh(", ")"), ("sh(wpkh(", "))")];

/// `OP_1 <key>`: the output key itself, not tweaked.
fn taproot_output(key: &XOnlyPublicKey) -> ScriptBuf {
    ScriptBuf::from_bytes([&[0x51, 32][..], &key.serialize()].concat())
}

fn library_error(error: impl std::fmt::Display) -> DescriptorError {
    DescriptorError(error.to_string())
}

/// The descriptor of a text without wildcards, with its private keys made public. Its keys can be
/// derived.
fn parsed(text: &str) -> Result<Library<DescriptorPublicKey>, DescriptorError> {
    let (descriptor, _) =
        Library::<DescriptorPublicKey>::parse_descriptor(context(), text).map_err(library_error)?;
    // The library would panic.
    let is_derivable = |key: &DescriptorPublicKey| match key {
        DescriptorPublicKey::XPub(key) => {
            !key.derivation_path.into_iter().any(|it| it.is_hardened())
        }
        _ => true,
    };
    if !descriptor.for_each_key(is_derivable) {
        return Err(UNDERIVABLE.into());
    }
    Ok(descriptor)
}

fn library(text: &str) -> Result<Library<PublicKey>, DescriptorError> {
    let definite = parsed(text)?.at_derivation_index(0).map_err(library_error)?;
    definite.derived_descriptor(context()).map_err(library_error)
}

fn library_script(text: &str) -> Result<ScriptBuf, DescriptorError> {
    let descriptor = library(text)?;
    descriptor.sanity_check().map_err(library_error)?;
    Ok(descriptor.script_pubkey())
}

/// The x-only key of a key expression.
fn x_only(key: &str) -> Result<XOnlyPublicKey, DescriptorError> {
    match library(&format!("tr({key})"))? {
        Library::Tr(tree) => Ok(tree.internal_key().inner.x_only_public_key().0),
        _ => Err("rawtr() needs one key".into()),
    }
}

/// All simple scripts of one key.
fn combo(key: &str) -> Result<Vec<ScriptBuf>, DescriptorError> {
    let Library::Pkh(pkh) = library(&format!("pkh({key})"))? else {
        return Err("combo() needs one key".into());
    };
    let key = pkh.into_inner();
    let mut scripts = vec![ScriptBuf::new_p2pk(&key), ScriptBuf::new_p2pkh(&key.pubkey_hash())];
    if let Ok(hash) = key.wpubkey_hash() {
        let segwit = ScriptBuf::new_p2wpkh(&hash);
        scripts.extend([segwit.clone(), ScriptBuf::new_p2sh(&segwit.script_hash())]);
    }
    Ok(scripts)
}

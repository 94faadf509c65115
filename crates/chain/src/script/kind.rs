//! The kinds of output that are known by their form: Bitcoin Core's `Solver`.
//!
//! Does not know which kinds are relayed.

use super::opcode::{
    OP_1, OP_16, OP_CHECKMULTISIG, OP_CHECKSIG, OP_PUSHDATA4, OP_RETURN, small_number,
};
use super::parse::{
    Instruction, Instructions, is_minimal_push, is_push_only, is_script_hash, witness_program,
};
use super::{number, verify};
use crate::limits::MAX_MULTISIG_KEYS;

/// The kind of an output's script, with what it pays to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OutputKind<'a> {
    /// Any other script.
    NonStandard,
    /// A key.
    Pubkey(&'a [u8]),
    /// The hash of a key.
    PubkeyHash(&'a [u8]),
    /// The hash of a script (BIP-16).
    ScriptHash(&'a [u8]),
    /// So many of these keys.
    Multisig {
        /// How many have to sign.
        required: usize,
        /// The keys.
        keys: Vec<&'a [u8]>,
    },
    /// `OP_RETURN` and pushes.
    NullData,
    /// The hash of a key, version 0 (BIP-141).
    WitnessV0KeyHash(&'a [u8]),
    /// The hash of a script, version 0 (BIP-141).
    WitnessV0ScriptHash(&'a [u8]),
    /// A tweaked key (BIP-341).
    WitnessV1Taproot(&'a [u8]),
    /// Open to all, to raise a transaction's fee.
    Anchor,
    /// A witness program without a meaning yet.
    WitnessUnknown {
        /// 1 to 16.
        version: u8,
        /// 2 to 40 bytes.
        program: &'a [u8],
    },
}

impl OutputKind<'_> {
    /// Core's name of the kind, as its RPC has it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::NonStandard => "nonstandard",
            Self::Pubkey(_) => "pubkey",
            Self::PubkeyHash(_) => "pubkeyhash",
            Self::ScriptHash(_) => "scripthash",
            Self::Multisig { .. } => "multisig",
            Self::NullData => "nulldata",
            Self::WitnessV0KeyHash(_) => "witness_v0_keyhash",
            Self::WitnessV0ScriptHash(_) => "witness_v0_scripthash",
            Self::WitnessV1Taproot(_) => "witness_v1_taproot",
            Self::Anchor => "anchor",
            Self::WitnessUnknown { .. } => "witness_unknown",
        }
    }
}

/// The kind of an output's script.
///
/// ```
/// use quarry_chain::script::{OutputKind, output_kind};
/// let script = [&[0x00, 0x14][..], &[7; 20]].concat();
/// assert_eq!(output_kind(&script), OutputKind::WitnessV0KeyHash(&[7; 20]));
/// assert_eq!(output_kind(&script).name(), "witness_v0_keyhash");
/// ```
#[must_use]
pub fn output_kind(script: &[u8]) -> OutputKind<'_> {
    if is_script_hash(script) {
        return OutputKind::ScriptHash(&script[2..22]);
    }
    if let Some((version, program)) = witness_program(script) {
        return witness_kind(version, program);
    }
    match script {
        [OP_RETURN, rest @ ..] if is_push_only(rest) => OutputKind::NullData,
        [length, key @ .., OP_CHECKSIG] if usize::from(*length) == key.len() && is_key(key) => {
            OutputKind::Pubkey(key)
        }
        [0x76, 0xa9, 0x14, hash @ .., 0x88, 0xac] if hash.len() == 20 => {
            OutputKind::PubkeyHash(hash)
        }
        _ => multisig(script).unwrap_or(OutputKind::NonStandard),
    }
}

fn witness_kind(version: u8, program: &[u8]) -> OutputKind<'_> {
    match (version, program.len()) {
        (0, 20) => OutputKind::WitnessV0KeyHash(program),
        (0, 32) => OutputKind::WitnessV0ScriptHash(program),
        (0, _) => OutputKind::NonStandard,
        (1, 32) => OutputKind::WitnessV1Taproot(program),
        _ if verify::is_anchor(version, program) => OutputKind::Anchor,
        _ => OutputKind::WitnessUnknown { version, program },
    }
}

/// Whether bytes have a key's length for their first byte; hybrid keys are keys here.
fn is_key(bytes: &[u8]) -> bool {
    match bytes.first() {
        Some(2 | 3) => bytes.len() == 33,
        Some(4 | 6 | 7) => bytes.len() == 65,
        _ => false,
    }
}

/// `m <key> ... <key> n OP_CHECKMULTISIG`, with numbers from 1 to 20 in their shortest form.
fn multisig(script: &[u8]) -> Option<OutputKind<'_>> {
    let [body @ .., OP_CHECKMULTISIG] = script else { return None };
    let mut steps = Instructions::new(body);
    let required = count(&steps.next()?.ok()?)?;
    let mut keys = Vec::new();
    loop {
        let step = steps.next()?.ok()?;
        if is_key(step.data) {
            keys.push(step.data);
            continue;
        }
        let fits = count(&step)? == keys.len() && keys.len() >= required && steps.next().is_none();
        return fits.then_some(OutputKind::Multisig { required, keys });
    }
}

fn count(step: &Instruction<'_>) -> Option<usize> {
    let value = match step.opcode {
        OP_1..=OP_16 => i64::from(small_number(step.opcode)?),
        1..=OP_PUSHDATA4 if is_minimal_push(step.opcode, step.data) => {
            number::read(step.data, true).ok()?
        }
        _ => return None,
    };
    usize::try_from(value).ok().filter(|count| (1..=MAX_MULTISIG_KEYS).contains(count))
}

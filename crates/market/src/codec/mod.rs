//! The bytes of the log and of snapshots.
//!
//! A record of the log is one JSON object: `{"v":1,"at_ms":TIME,"command":{NAME:{...}}}`. A
//! snapshot is `{"v":1,"rules":1,"state":{...}}`. Numbers are integers, bytes are lower-case hex,
//! hashes are written as Bitcoin writes them, lists that stand for maps are in ascending order.
//!
//! The format is decided here alone: private mirror types ("forms") list every field once more, so
//! that a change of a rule type is an error of the compiler and never a change of the format.
//! Reading is strict: only bytes that writing would give are taken. Does not know disks.

mod basic;
mod command;
mod form;
mod snapshot;

use quarry_primitives::Hash as _;
use quarry_primitives::hashes::sha256;
use serde::{Deserialize, Serialize};

use crate::{Command, Market, RULES_VERSION, limits};
use form::Wire;
use snapshot::StateForm;

/// The version of both formats.
pub const FORMAT_VERSION: u32 = 1;

/// Why bytes are not a record or a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CodecError {
    /// Written by a newer program.
    #[error("format version {got} is newer than {FORMAT_VERSION}: use a newer quarry")]
    NewerFormat {
        /// Its version.
        got: u32,
    },
    /// Made under newer rules.
    #[error("rules version {got} is newer than {RULES_VERSION}: use a newer quarry")]
    NewerRules {
        /// Its version.
        got: u32,
    },
    /// No program has written this version.
    #[error("there is no format version {got}")]
    NoSuchVersion {
        /// Its version.
        got: u32,
    },
    /// Longer than any record.
    #[error("a record has at most {} bytes", limits::MAX_LOG_RECORD_BYTES)]
    TooLong,
    /// Not the JSON of the format.
    #[error("the record is damaged: {0}")]
    Json(String),
    /// A value is out of its range.
    #[error("the record is damaged: {0} is not possible")]
    Value(&'static str),
    /// Right in content, but not as it is written.
    #[error("the record is damaged: it is not in canonical form")]
    NotCanonical,
    /// The parts of a snapshot contradict each other.
    #[error("the snapshot is damaged: {0}")]
    Inconsistent(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordForm {
    v: u32,
    at_ms: u64,
    command: <Command as Wire>::Form,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SnapshotForm {
    v: u32,
    rules: u32,
    state: StateForm,
}

/// What can be read of any version.
#[derive(Deserialize)]
struct Versions {
    v: u32,
    rules: Option<u32>,
}

/// Writes a command with the time it arrived at.
#[must_use]
pub fn encode_command(wall_ms: u64, command: &Command) -> Vec<u8> {
    to_json(&RecordForm { v: FORMAT_VERSION, at_ms: wall_ms, command: command.to_form() })
}

/// Reads a command and the time it arrived at.
///
/// # Errors
/// If these are not the bytes that [`encode_command`] writes for some command.
pub fn decode_command(bytes: &[u8]) -> Result<(u64, Command), CodecError> {
    if bytes.len() > limits::MAX_LOG_RECORD_BYTES {
        return Err(CodecError::TooLong);
    }
    check_versions(bytes)?;
    let form: RecordForm = from_json(bytes)?;
    let (at_ms, command) = (form.at_ms, Command::from_form(form.command)?);
    if encode_command(at_ms, &command) != bytes {
        return Err(CodecError::NotCanonical);
    }
    Ok((at_ms, command))
}

/// Writes the whole state of a market.
#[must_use]
pub fn encode_snapshot(market: &Market) -> Vec<u8> {
    let state = StateForm::of(&market.state);
    to_json(&SnapshotForm { v: FORMAT_VERSION, rules: RULES_VERSION, state })
}

/// Reads the whole state of a market.
///
/// # Errors
/// If these are not the bytes that [`encode_snapshot`] writes for some market, or if they are of a
/// newer version.
pub fn decode_snapshot(bytes: &[u8]) -> Result<Market, CodecError> {
    check_versions(bytes)?;
    let form: SnapshotForm = from_json(bytes)?;
    let state = form.state.into_state()?;
    state.check_references().map_err(CodecError::Inconsistent)?;
    let index = crate::state::Index::of(&state);
    let market = Market { state, index };
    if encode_snapshot(&market) != bytes {
        return Err(CodecError::NotCanonical);
    }
    Ok(market)
}

impl Market {
    /// SHA-256 of the snapshot: equal for equal states, on every machine.
    #[must_use]
    pub fn state_hash(&self) -> [u8; 32] {
        sha256::Hash::hash(&encode_snapshot(self)).to_byte_array()
    }
}

fn check_versions(bytes: &[u8]) -> Result<(), CodecError> {
    let versions: Versions = from_json(bytes)?;
    match versions.v {
        FORMAT_VERSION => {}
        got if got > FORMAT_VERSION => return Err(CodecError::NewerFormat { got }),
        got => return Err(CodecError::NoSuchVersion { got }),
    }
    match versions.rules {
        None | Some(RULES_VERSION) => Ok(()),
        Some(got) if got > RULES_VERSION => Err(CodecError::NewerRules { got }),
        Some(got) => Err(CodecError::NoSuchVersion { got }),
    }
}

fn to_json(form: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(form).expect("forms have text keys and no failing parts")
}

fn from_json<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, CodecError> {
    serde_json::from_slice(bytes).map_err(|error| CodecError::Json(error.to_string()))
}

#[cfg(test)]
mod tests;

//! A script's bytes as operations, and the forms of script that rules know by their bytes.
//!
//! Does not run anything.

use super::opcode::{OP_0, OP_1, OP_16, OP_PUSHDATA1, OP_PUSHDATA2, OP_PUSHDATA4};

/// One operation of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction<'a> {
    /// Where it starts, in bytes.
    pub position: usize,
    /// Where the next one starts.
    pub end: usize,
    /// The operation.
    pub opcode: u8,
    /// What it pushes, if it is a push of bytes (`OP_0` and the numbers have none).
    pub data: &'a [u8],
}

/// The script ends within a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("script ends within a push")]
pub struct Truncated;

/// Goes through a script's operations (`CScript::GetOp`). Ends after the first error.
#[derive(Clone, Debug)]
pub struct Instructions<'a> {
    script: &'a [u8],
    position: usize,
}

impl<'a> Instructions<'a> {
    /// From a script's start.
    #[must_use]
    pub fn new(script: &'a [u8]) -> Self {
        Self { script, position: 0 }
    }

    fn read(&self) -> Option<Instruction<'a>> {
        let position = self.position;
        let rest = self.script.get(position..)?;
        let (&opcode, rest) = rest.split_first()?;
        let (length_bytes, length) = match opcode {
            ..OP_PUSHDATA1 => (0, usize::from(opcode)),
            OP_PUSHDATA1 => (1, usize::from(*rest.first()?)),
            OP_PUSHDATA2 => (2, usize::from(u16::from_le_bytes(*rest.first_chunk()?))),
            OP_PUSHDATA4 => (4, usize::try_from(u32::from_le_bytes(*rest.first_chunk()?)).ok()?),
            _ => (0, 0),
        };
        let data = rest.get(length_bytes..)?.get(..length)?;
        Some(Instruction { position, end: position + 1 + length_bytes + length, opcode, data })
    }
}

impl<'a> Iterator for Instructions<'a> {
    type Item = Result<Instruction<'a>, Truncated>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.position >= self.script.len() {
            return None;
        }
        let read = self.read();
        self.position = read.map_or(self.script.len(), |instruction| instruction.end);
        Some(read.ok_or(Truncated))
    }
}

/// BIP-16: whether a script does nothing but push. `OP_RESERVED` counts as a push.
#[must_use]
pub fn is_push_only(script: &[u8]) -> bool {
    Instructions::new(script).all(|step| step.is_ok_and(|step| step.opcode <= OP_16))
}

/// BIP-16: `OP_HASH160 <20 bytes> OP_EQUAL`, in exactly these bytes.
#[must_use]
pub fn is_script_hash(script: &[u8]) -> bool {
    matches!(script, [0xa9, 0x14, hash @ .., 0x87] if hash.len() == 20)
}

/// BIP-141: "a 1-byte push opcode (for 0 to 16) followed by a data push between 2 and 40 bytes".
/// Gives the version and the program.
#[must_use]
pub fn witness_program(script: &[u8]) -> Option<(u8, &[u8])> {
    let [version, length, program @ ..] = script else { return None };
    let version = match *version {
        OP_0 => 0,
        OP_1..=OP_16 => *version - OP_1 + 1,
        _ => return None,
    };
    let fits = (2..=40).contains(length) && usize::from(*length) == program.len();
    fits.then_some((version, program))
}

/// BIP-62: whether a push could not be shorter.
pub(super) fn is_minimal_push(opcode: u8, data: &[u8]) -> bool {
    match data {
        [] => opcode == OP_0,
        [1..=16] | [0x81] => false,
        _ => match data.len() {
            ..=75 => usize::from(opcode) == data.len(),
            76..=0xff => opcode == OP_PUSHDATA1,
            0x100..=0xffff => opcode == OP_PUSHDATA2,
            _ => true,
        },
    }
}

/// Appends a push in the form that Core's `CScript << vector` gives it: by length only.
pub(crate) fn put_push(out: &mut Vec<u8>, data: &[u8]) {
    let length = data.len().to_le_bytes();
    match data.len() {
        ..0x4c => out.push(length[0]),
        0x4c..=0xff => out.extend_from_slice(&[OP_PUSHDATA1, length[0]]),
        0x100..=0xffff => out.extend_from_slice(&[OP_PUSHDATA2, length[0], length[1]]),
        _ => out.extend_from_slice(&[OP_PUSHDATA4, length[0], length[1], length[2], length[3]]),
    }
    out.extend_from_slice(data);
}

/// `FindAndDelete`: takes a sequence of bytes out wherever an operation starts with it, again and
/// again at the same place. Gives nothing if there was none.
///
/// A rule of 2009 that holds for signatures in scripts that are not witnesses.
pub(super) fn find_and_delete(script: &[u8], pattern: &[u8]) -> Option<Vec<u8>> {
    if pattern.is_empty() {
        return None;
    }
    let mut kept = Vec::with_capacity(script.len());
    let (mut found, mut kept_from, mut position) = (false, 0, 0);
    loop {
        kept.extend_from_slice(&script[kept_from..position]);
        while script[position..].starts_with(pattern) {
            position += pattern.len();
            found = true;
        }
        kept_from = position;
        let next = Instructions { script, position }.next();
        let Some(Ok(next)) = next else { break };
        position = next.end;
    }
    kept.extend_from_slice(&script[kept_from..]);
    found.then_some(kept)
}

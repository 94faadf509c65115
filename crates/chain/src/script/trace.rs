//! A spend step by step: what each operation left on the stacks.
//!
//! Does not know rules: it watches [`verify()`].

use quarry_primitives::secp256k1::{Secp256k1, VerifyOnly};

use super::sighash::TxData;
use super::{Flags, ScriptError, Spend, TxChecker, opcode, verify};
use crate::limits::{MAX_TRACE_BYTES, MAX_TRACE_STEPS};

/// Which script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// The input's.
    ScriptSig,
    /// The output's.
    ScriptPubKey,
    /// That behind a script hash (BIP-16).
    RedeemScript,
    /// That of a version 0 witness (BIP-141).
    WitnessScript,
    /// A leaf (BIP-342).
    Tapscript,
}

/// What an observer sees after each operation.
#[derive(Clone, Copy, Debug)]
pub struct StepView<'a> {
    /// Which script runs.
    pub stage: Stage,
    /// Where the operation starts in it, in bytes.
    pub position: usize,
    /// How many operations are before it.
    pub index: u32,
    /// The operation.
    pub opcode: u8,
    /// The bytes that it pushes, if any.
    pub data: &'a [u8],
    /// Whether it had an effect: not so in a branch that is not taken.
    pub executed: bool,
    /// The stack after it, top last.
    pub stack: &'a [Vec<u8>],
    /// The alternative stack after it, top last.
    pub alt_stack: &'a [Vec<u8>],
    /// The open branches after it, innermost last, and whether each is taken.
    pub conditions: &'a [bool],
    /// Why it failed, if it did. The stacks may be half-changed then.
    pub error: Option<ScriptError>,
}

/// Watches a spend.
pub trait Observer {
    /// Called after each operation, in branches that are not taken too.
    fn step(&mut self, step: &StepView<'_>);
}

/// One step of a trace: a [`StepView`] that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which script runs.
    pub stage: Stage,
    /// Where the operation starts in it, in bytes.
    pub position: usize,
    /// How many operations are before it.
    pub index: u32,
    /// The operation.
    pub opcode: u8,
    /// The bytes that it pushes, if any.
    pub data: Vec<u8>,
    /// Whether it had an effect: not so in a branch that is not taken.
    pub executed: bool,
    /// The stack after it, top last.
    pub stack: Vec<Vec<u8>>,
    /// The alternative stack after it, top last.
    pub alt_stack: Vec<Vec<u8>>,
    /// The open branches after it, innermost last, and whether each is taken.
    pub conditions: Vec<bool>,
    /// Why it failed, if it did.
    pub error: Option<ScriptError>,
}

impl Step {
    /// The operation's name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        opcode::name(self.opcode)
    }
}

impl From<&StepView<'_>> for Step {
    fn from(view: &StepView<'_>) -> Self {
        Self {
            stage: view.stage,
            position: view.position,
            index: view.index,
            opcode: view.opcode,
            data: view.data.to_vec(),
            executed: view.executed,
            stack: view.stack.to_vec(),
            alt_stack: view.alt_stack.to_vec(),
            conditions: view.conditions.to_vec(),
            error: view.error,
        }
    }
}

/// A spend, step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The operations, in order.
    pub steps: Vec<Step>,
    /// Whether there were more than are kept ([`MAX_TRACE_STEPS`], [`MAX_TRACE_BYTES`]).
    pub is_cut: bool,
    /// Whether the input may spend its coin.
    pub result: Result<(), ScriptError>,
}

/// Keeps steps up to the limits.
#[derive(Debug, Default)]
struct Recorder {
    steps: Vec<Step>,
    bytes: usize,
    is_cut: bool,
}

impl Observer for Recorder {
    fn step(&mut self, view: &StepView<'_>) {
        // 24 bytes for each item beside its own.
        let items = view.stack.iter().chain(view.alt_stack);
        let bytes = items.map(|item| item.len() + 24).sum::<usize>();
        self.bytes = self.bytes.saturating_add(bytes + view.data.len() + view.conditions.len());
        if self.steps.len() >= MAX_TRACE_STEPS || self.bytes > MAX_TRACE_BYTES {
            self.is_cut = true;
            return;
        }
        self.steps.push(view.into());
    }
}

/// Runs the scripts of input `index` and tells every step.
///
/// ```
/// # use quarry_chain::script::{self, Flags, Stage, TxData};
/// # use quarry_primitives::{BitcoinAmount, ScriptBuf, Transaction, TxOut};
/// # use quarry_primitives::{consensus::encode::deserialize_hex, secp256k1::Secp256k1};
/// // One input with the script `OP_2`, one empty output.
/// let tx: Transaction = deserialize_hex(&[
///     "02000000", "01", &"00".repeat(32), "00000000", "0152", "ffffffff",
///     "01", "0000000000000000", "00", "00000000",
/// ].concat())?;
/// // OP_2 OP_EQUAL
/// let spent = [TxOut { value: BitcoinAmount::ZERO, script_pubkey: vec![0x52, 0x87].into() }];
/// let secp = Secp256k1::verification_only();
/// let trace = script::trace(&secp, &TxData::new(&tx, &spent), 0, Flags::STANDARD);
/// assert_eq!(trace.result, Ok(()));
/// let last = trace.steps.last().unwrap();
/// assert_eq!((last.stage, last.name(), last.position), (Stage::ScriptPubKey, "OP_EQUAL", 1));
/// assert_eq!(last.stack, [[1]]);
/// # Ok::<(), quarry_primitives::consensus::encode::FromHexError>(())
/// ```
///
/// # Panics
/// If there is no such input.
#[must_use]
pub fn trace(secp: &Secp256k1<VerifyOnly>, data: &TxData<'_>, index: usize, flags: Flags) -> Trace {
    let mut recorder = Recorder::default();
    let checker = TxChecker::new(secp, data, index);
    let result = verify(Spend::of(data, index), flags, &checker, Some(&mut recorder));
    Trace { steps: recorder.steps, is_cut: recorder.is_cut, result }
}

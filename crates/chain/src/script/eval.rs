//! Runs one script on a stack: Bitcoin Core's `EvalScript`.
//!
//! The loop and the limits are here, what operations do is in [`ops`]. Does not know which scripts
//! a spend runs ([`verify`](mod@super::verify)), nor transactions: what depends on one is asked of
//! the [`Checker`].

use super::opcode::{
    OP_1NEGATE, OP_16, OP_CODESEPARATOR, OP_ENDIF, OP_IF, OP_PUSHDATA4, is_disabled,
};
use super::parse::{Instruction, Instructions, is_minimal_push};
use super::stack::{Conditions, Stack};
use super::trace::{Observer, Stage, StepView};
use super::{Checker, Flags, ScriptError, ops};
use crate::limits::{
    MAX_SCRIPT_BYTES, MAX_SCRIPT_ITEM_BYTES, MAX_SCRIPT_OPS, MAX_SCRIPT_STACK_ITEMS,
    TAPSCRIPT_SIGOP_WEIGHT,
};

/// Under which rules a script is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SigVersion {
    /// Bare scripts and those behind a script hash.
    Base,
    /// Version 0 witnesses (BIP-143).
    WitnessV0,
    /// A spend by the output's key (BIP-341): no script is run.
    Taproot,
    /// A leaf of a taproot output (BIP-342).
    Tapscript,
}

/// What a taproot signature signs beside the transaction (BIP-341, BIP-342).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaprootSpend {
    /// SHA256 of the annex with its length, if there is one.
    pub annex_hash: Option<[u8; 32]>,
    /// The leaf, for a spend by script.
    pub leaf: Option<TapLeaf>,
}

/// The leaf that is run, and how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TapLeaf {
    /// BIP-341: `hash_TapLeaf(v || compact_size(size of s) || s)`.
    pub hash: [u8; 32],
    /// BIP-342: "the opcode position of the last executed `OP_CODESEPARATOR`", or all ones.
    pub code_separator: u32,
}

impl TapLeaf {
    /// No `OP_CODESEPARATOR` was run.
    pub const NO_CODE_SEPARATOR: u32 = u32::MAX;
}

/// The taproot side of a script's run: what is signed, and what is left to pay for signatures.
#[derive(Clone, Copy, Debug)]
pub(super) struct TapscriptRun {
    pub(super) spend: TaprootSpend,
    pub(super) weight_left: i64,
}

/// One script's run.
pub(super) struct Frame<'a> {
    pub(super) script: &'a [u8],
    pub(super) version: SigVersion,
    pub(super) flags: Flags,
    pub(super) checker: &'a dyn Checker,
    pub(super) stack: Stack,
    pub(super) alt_stack: Stack,
    pub(super) conditions: Conditions,
    /// Operations so far that count.
    pub(super) op_count: usize,
    /// Where the signed part of the script starts: behind the last `OP_CODESEPARATOR`.
    pub(super) code_start: usize,
    pub(super) tapscript: Option<TapscriptRun>,
}

/// The script to run, and under which rules.
#[derive(Clone, Copy)]
pub(super) struct Program<'a> {
    pub(super) script: &'a [u8],
    pub(super) version: SigVersion,
    pub(super) stage: Stage,
    pub(super) flags: Flags,
    pub(super) checker: &'a dyn Checker,
    pub(super) tapscript: Option<TapscriptRun>,
}

/// Runs a script. Gives the stack that it leaves.
pub(super) fn eval(
    program: Program<'_>,
    stack: Stack,
    observer: &mut Option<&mut dyn Observer>,
) -> Result<Stack, ScriptError> {
    let mut frame = Frame::new(&program, stack);
    frame.check_script_size()?;
    for (index, instruction) in (0u32..).zip(Instructions::new(program.script)) {
        let instruction = instruction.map_err(|_| ScriptError::BadOpcode)?;
        let runs = frame.conditions.are_all_taken();
        let result = frame.step(index, &instruction, runs);
        if let Some(observer) = observer {
            observer.step(&StepView {
                stage: program.stage,
                position: instruction.position,
                index,
                opcode: instruction.opcode,
                data: instruction.data,
                executed: runs || is_conditional(instruction.opcode),
                stack: frame.stack.items(),
                alt_stack: frame.alt_stack.items(),
                conditions: frame.conditions.all(),
                error: result.err(),
            });
        }
        result?;
    }
    if !frame.conditions.is_empty() {
        return Err(ScriptError::UnbalancedConditional);
    }
    Ok(frame.stack)
}

/// `OP_IF` to `OP_ENDIF` are looked at in branches that are not taken, too.
fn is_conditional(opcode: u8) -> bool {
    (OP_IF..=OP_ENDIF).contains(&opcode)
}

impl<'a> Frame<'a> {
    fn new(program: &Program<'a>, stack: Stack) -> Self {
        Self {
            script: program.script,
            version: program.version,
            flags: program.flags,
            checker: program.checker,
            stack,
            alt_stack: Stack::default(),
            conditions: Conditions::default(),
            op_count: 0,
            code_start: 0,
            tapscript: program.tapscript,
        }
    }

    /// Whether numbers have to be in their shortest form.
    pub(super) fn minimal(&self) -> bool {
        self.flags.contains(Flags::MINIMALDATA)
    }

    /// The part of the script that signatures sign.
    pub(super) fn signed_code(&self) -> &'a [u8] {
        self.script.get(self.code_start..).unwrap_or_default()
    }

    /// Whether the limits of 2010 hold. BIP-342: "the maximum script size of 10000 bytes does not
    /// apply", "the maximum non-push opcodes limit of 201 per script does not apply".
    fn has_old_limits(&self) -> bool {
        matches!(self.version, SigVersion::Base | SigVersion::WitnessV0)
    }

    /// `SCRIPT_SIZE`.
    fn check_script_size(&self) -> Result<(), ScriptError> {
        if self.has_old_limits() && self.script.len() > MAX_SCRIPT_BYTES {
            return Err(ScriptError::ScriptSize);
        }
        Ok(())
    }

    /// One operation, in Core's order: what holds in every branch, then what it does, then the
    /// limit on what it leaves.
    fn step(
        &mut self,
        index: u32,
        instruction: &Instruction<'_>,
        runs: bool,
    ) -> Result<(), ScriptError> {
        self.check_everywhere(instruction)?;
        let opcode = instruction.opcode;
        if opcode <= OP_PUSHDATA4 {
            if runs {
                self.push_data(instruction)?;
            }
        } else if runs || is_conditional(opcode) {
            self.run(index, instruction)?;
        }
        self.check_stack_size()
    }

    /// `PUSH_SIZE`, `OP_COUNT`, `DISABLED_OPCODE`, `OP_CODESEPARATOR`: even in a branch that is
    /// not taken.
    fn check_everywhere(&mut self, instruction: &Instruction<'_>) -> Result<(), ScriptError> {
        let opcode = instruction.opcode;
        if instruction.data.len() > MAX_SCRIPT_ITEM_BYTES {
            return Err(ScriptError::PushSize);
        }
        if opcode > OP_16 {
            self.count_ops(1)?;
        }
        if is_disabled(opcode) {
            return Err(ScriptError::DisabledOpcode);
        }
        let is_base = self.version == SigVersion::Base;
        if opcode == OP_CODESEPARATOR && is_base && self.flags.contains(Flags::CONST_SCRIPTCODE) {
            return Err(ScriptError::OpCodeSeparator);
        }
        Ok(())
    }

    /// `OP_COUNT`.
    pub(super) fn count_ops(&mut self, count: usize) -> Result<(), ScriptError> {
        if self.has_old_limits() {
            self.op_count = self.op_count.saturating_add(count);
            if self.op_count > MAX_SCRIPT_OPS {
                return Err(ScriptError::OpCount);
            }
        }
        Ok(())
    }

    /// `MINIMALDATA`.
    fn push_data(&mut self, instruction: &Instruction<'_>) -> Result<(), ScriptError> {
        if self.minimal() && !is_minimal_push(instruction.opcode, instruction.data) {
            return Err(ScriptError::MinimalData);
        }
        self.stack.push(instruction.data.to_vec());
        Ok(())
    }

    fn run(&mut self, index: u32, instruction: &Instruction<'_>) -> Result<(), ScriptError> {
        if instruction.opcode == OP_CODESEPARATOR {
            self.separate_code(index, instruction.end);
            return Ok(());
        }
        debug_assert!(instruction.opcode >= OP_1NEGATE, "pushes are done");
        ops::run(self, instruction.opcode)
    }

    /// `OP_CODESEPARATOR`: what is signed starts behind it.
    fn separate_code(&mut self, index: u32, end: usize) {
        self.code_start = end;
        if let Some(TapscriptRun { spend: TaprootSpend { leaf: Some(leaf), .. }, .. }) =
            &mut self.tapscript
        {
            leaf.code_separator = index;
        }
    }

    /// `STACK_SIZE`: of both stacks together.
    fn check_stack_size(&self) -> Result<(), ScriptError> {
        if self.stack.len() + self.alt_stack.len() > MAX_SCRIPT_STACK_ITEMS {
            return Err(ScriptError::StackSize);
        }
        Ok(())
    }

    /// BIP-342: a signature that is not empty takes 50 from the budget. Fails if that is below
    /// zero then.
    pub(super) fn pay_for_signature(&mut self) -> Result<(), ScriptError> {
        let Some(run) = &mut self.tapscript else { return Ok(()) };
        run.weight_left = run.weight_left.saturating_sub(TAPSCRIPT_SIGOP_WEIGHT);
        if run.weight_left < 0 {
            return Err(ScriptError::TapscriptValidationWeight);
        }
        Ok(())
    }
}

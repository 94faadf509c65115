//! Which scripts a spend runs, and what they have to leave: Bitcoin Core's `VerifyScript`.
//!
//! Input script and output script on one stack; behind a script hash the script itself (BIP-16);
//! for a witness program the witness (BIP-141), or a key or a leaf (BIP-341). Does not know
//! operations.

use quarry_primitives::hashes::sha256;
use quarry_primitives::{Hash, Witness};

use super::eval::{Program, TapscriptRun, eval};
use super::opcode::{OP_CHECKSIG, OP_DUP, OP_EQUALVERIFY, OP_HASH160, is_success};
use super::parse::{Instructions, is_push_only, is_script_hash, put_push, witness_program};
use super::stack::Stack;
use super::trace::{Observer, Stage};
use super::{Checker, Flags, NoChecker, ScriptError, SigVersion, TapLeaf, TaprootSpend, sighash};
use crate::limits::{
    MAX_SCRIPT_ITEM_BYTES, MAX_SCRIPT_STACK_ITEMS, TAPROOT_MAX_DEPTH, TAPSCRIPT_WEIGHT_OFFSET,
};

/// BIP-341: "the first byte of the last element is 0x50".
const ANNEX_TAG: u8 = 0x50;
/// BIP-341: "0xfe": the leaf version's bits in a control block's first byte.
const LEAF_VERSION_MASK: u8 = 0xfe;
/// BIP-342: the leaf version of tapscript.
const LEAF_VERSION_TAPSCRIPT: u8 = 0xc0;
/// The first byte and the internal key of a control block.
const CONTROL_BASE_BYTES: usize = 33;
/// One step of the path to the root.
const CONTROL_NODE_BYTES: usize = 32;

/// What is looked at when an input spends an output.
#[derive(Clone, Copy, Debug)]
pub struct Spend<'a> {
    /// The input's script.
    pub script_sig: &'a [u8],
    /// The output's script.
    pub script_pubkey: &'a [u8],
    /// The input's witness.
    pub witness: &'a Witness,
}

/// Runs a spend's scripts. Whoever wants to see every step hands in an observer.
///
/// # Errors
/// The first rule that is broken.
pub fn verify(
    spend: Spend<'_>,
    flags: Flags,
    checker: &dyn Checker,
    observer: Option<&mut dyn Observer>,
) -> Result<(), ScriptError> {
    let mut run = Run { spend, flags, checker, observer };
    run.verify()
}

/// A spend under some rules.
struct Run<'a, 'o> {
    spend: Spend<'a>,
    flags: Flags,
    checker: &'a dyn Checker,
    observer: Option<&'o mut dyn Observer>,
}

impl<'a> Run<'a, '_> {
    fn verify(&mut self) -> Result<(), ScriptError> {
        let Spend { script_sig, script_pubkey, .. } = self.spend;
        if self.flags.contains(Flags::SIGPUSHONLY) && !is_push_only(script_sig) {
            return Err(ScriptError::SigPushOnly);
        }
        let pushed = self.eval_base(Stage::ScriptSig, script_sig, Stack::default())?;
        let is_script_hash = self.flags.contains(Flags::P2SH) && is_script_hash(script_pubkey);
        let before = if is_script_hash { pushed.clone() } else { Stack::default() };
        let mut stack = self.eval_base(Stage::ScriptPubKey, script_pubkey, pushed)?;
        check_true(&stack)?;
        let mut takes_witness = false;
        if let Some((version, program)) = self.witness_program_of(script_pubkey) {
            takes_witness = true;
            if !script_sig.is_empty() {
                return Err(ScriptError::WitnessMalleated);
            }
            self.verify_witness(version, program, false)?;
            // "Bypass the cleanstack check at the end. The actual stack is obviously not clean for
            // witness programs."
            stack.truncate(1);
        }
        if is_script_hash {
            (stack, takes_witness) = self.verify_script_hash(before)?;
        }
        self.check_end(&stack, takes_witness)
    }

    /// BIP-16: the script that the input pushed last is run on what the input pushed before it.
    fn verify_script_hash(&mut self, mut stack: Stack) -> Result<(Stack, bool), ScriptError> {
        if !is_push_only(self.spend.script_sig) {
            return Err(ScriptError::SigPushOnly);
        }
        // Not empty: the output's script has just hashed the top.
        let redeem_script = stack.pop()?;
        let mut stack = self.eval_base(Stage::RedeemScript, &redeem_script, stack)?;
        check_true(&stack)?;
        let Some((version, program)) = self.witness_program_of(&redeem_script) else {
            return Ok((stack, false));
        };
        let mut only_script = Vec::new();
        put_push(&mut only_script, &redeem_script);
        // BIP-141: "the scriptSig must be exactly a push of the BIP16 redeemScript or validation
        // fails".
        if self.spend.script_sig != only_script {
            return Err(ScriptError::WitnessMalleatedP2sh);
        }
        self.verify_witness(version, program, true)?;
        stack.truncate(1);
        Ok((stack, true))
    }

    fn witness_program_of<'s>(&self, script: &'s [u8]) -> Option<(u8, &'s [u8])> {
        if self.flags.contains(Flags::WITNESS) { witness_program(script) } else { None }
    }

    /// `CLEANSTACK` (policy), then `WITNESS_UNEXPECTED` (BIP-141): "A non-witness program [...]
    /// txin MUST be associated with an empty witness field".
    fn check_end(&self, stack: &Stack, takes_witness: bool) -> Result<(), ScriptError> {
        if self.flags.contains(Flags::CLEANSTACK) && stack.len() != 1 {
            return Err(ScriptError::CleanStack);
        }
        let has_witness = !self.spend.witness.is_empty();
        if self.flags.contains(Flags::WITNESS) && has_witness && !takes_witness {
            return Err(ScriptError::WitnessUnexpected);
        }
        Ok(())
    }

    /// By version and length of the program (BIP-141, BIP-341). What is not defined yet is free for
    /// all, behind a script hash too.
    fn verify_witness(
        &mut self,
        version: u8,
        program: &[u8],
        behind_script_hash: bool,
    ) -> Result<(), ScriptError> {
        let witness: Vec<&'a [u8]> = self.spend.witness.iter().collect();
        match (version, program.len()) {
            (0, 32) => self.verify_script_witness(program, &witness),
            (0, 20) => self.verify_key_witness(program, &witness),
            (0, _) => Err(ScriptError::WitnessProgramWrongLength),
            (1, 32) if !behind_script_hash => self.verify_taproot(program, witness),
            _ if !behind_script_hash && is_anchor(version, program) => Ok(()),
            _ => self.discourage(
                Flags::DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM,
                ScriptError::DiscourageUpgradableWitnessProgram,
            ),
        }
    }

    fn discourage(&self, flag: Flags, error: ScriptError) -> Result<(), ScriptError> {
        if self.flags.contains(flag) { Err(error) } else { Ok(()) }
    }

    /// BIP-141: "the witness must consist of an input stack to feed to the script, followed by a
    /// serialized script (witnessScript)", and "SHA256 of the witnessScript must match the 32-byte
    /// witness program".
    fn verify_script_witness(
        &mut self,
        program: &[u8],
        witness: &[&[u8]],
    ) -> Result<(), ScriptError> {
        let (script, items) =
            witness.split_last().ok_or(ScriptError::WitnessProgramWitnessEmpty)?;
        if sha256::Hash::hash(script).as_byte_array()[..] != *program {
            return Err(ScriptError::WitnessProgramMismatch);
        }
        self.eval_witness(Stage::WitnessScript, script, items, None)
    }

    /// BIP-141: "the witness must consist of exactly 2 items", and BIP-143: "the scriptCode is
    /// 0x1976a914{20-byte-pubkey-hash}88ac".
    fn verify_key_witness(&mut self, program: &[u8], witness: &[&[u8]]) -> Result<(), ScriptError> {
        if witness.len() != 2 {
            return Err(ScriptError::WitnessProgramMismatch);
        }
        let mut script = vec![OP_DUP, OP_HASH160];
        put_push(&mut script, program);
        script.extend_from_slice(&[OP_EQUALVERIFY, OP_CHECKSIG]);
        self.eval_witness(Stage::WitnessScript, &script, witness, None)
    }

    /// BIP-341, "Script validation rules".
    fn verify_taproot(
        &mut self,
        output_key: &[u8],
        mut witness: Vec<&[u8]>,
    ) -> Result<(), ScriptError> {
        if !self.flags.contains(Flags::TAPROOT) {
            return Ok(());
        }
        if witness.is_empty() {
            return Err(ScriptError::WitnessProgramWitnessEmpty);
        }
        let annex = witness.pop_if(|_| has_annex(self.spend.witness));
        let annex_hash = annex.map(sighash::annex_hash);
        match witness[..] {
            [signature] => {
                let spend = TaprootSpend { annex_hash, leaf: None };
                self.checker.schnorr(signature, output_key, &spend)
            }
            [ref items @ .., script, control] => {
                self.verify_leaf(output_key, items, script, control, annex_hash)
            }
            [] => Err(ScriptError::WitnessProgramWitnessEmpty),
        }
    }

    /// A spend by script. A leaf version that is not defined yet is free for all.
    fn verify_leaf(
        &mut self,
        output_key: &[u8],
        items: &[&[u8]],
        script: &[u8],
        control: &[u8],
        annex_hash: Option<[u8; 32]>,
    ) -> Result<(), ScriptError> {
        let control = ControlBlock::read(control)?;
        let hash = sighash::tap_leaf_hash(control.leaf_version, script);
        let root = control.merkle_root(hash);
        if !self.checker.is_tweaked(output_key, control.is_odd, control.internal_key, &root) {
            return Err(ScriptError::WitnessProgramMismatch);
        }
        if control.leaf_version != LEAF_VERSION_TAPSCRIPT {
            return self.discourage(
                Flags::DISCOURAGE_UPGRADABLE_TAPROOT_VERSION,
                ScriptError::DiscourageUpgradableTaprootVersion,
            );
        }
        if has_success(script)? {
            return self.discourage(Flags::DISCOURAGE_OP_SUCCESS, ScriptError::DiscourageOpSuccess);
        }
        let leaf = TapLeaf { hash, code_separator: TapLeaf::NO_CODE_SEPARATOR };
        let tapscript = TapscriptRun {
            spend: TaprootSpend { annex_hash, leaf: Some(leaf) },
            weight_left: signature_budget(self.spend.witness),
        };
        // BIP-342: the limit on the stack holds for what it starts with, too.
        if items.len() > MAX_SCRIPT_STACK_ITEMS {
            return Err(ScriptError::StackSize);
        }
        self.eval_witness(Stage::Tapscript, script, items, Some(tapscript))
    }

    fn eval_base(
        &mut self,
        stage: Stage,
        script: &[u8],
        stack: Stack,
    ) -> Result<Stack, ScriptError> {
        let (flags, checker) = (self.flags, self.checker);
        let version = SigVersion::Base;
        let program = Program { script, version, stage, flags, checker, tapscript: None };
        eval(program, stack, &mut self.observer)
    }

    /// "The script must not fail, and result in exactly a single TRUE on the stack" (BIP-141), for
    /// initial items of at most 520 bytes.
    fn eval_witness(
        &mut self,
        stage: Stage,
        script: &[u8],
        items: &[&[u8]],
        tapscript: Option<TapscriptRun>,
    ) -> Result<(), ScriptError> {
        if items.iter().any(|item| item.len() > MAX_SCRIPT_ITEM_BYTES) {
            return Err(ScriptError::PushSize);
        }
        let (flags, checker) = (self.flags, self.checker);
        let is_tapscript = tapscript.is_some();
        let version = if is_tapscript { SigVersion::Tapscript } else { SigVersion::WitnessV0 };
        let program = Program { script, version, stage, flags, checker, tapscript };
        let stack = Stack::from_items(items.iter().copied());
        let stack = eval(program, stack, &mut self.observer)?;
        if stack.len() != 1 {
            return Err(ScriptError::CleanStack);
        }
        check_true(&stack)
    }
}

/// `EVAL_FALSE`.
fn check_true(stack: &Stack) -> Result<(), ScriptError> {
    if stack.is_top_true() { Ok(()) } else { Err(ScriptError::EvalFalse) }
}

/// An output that anyone may spend, to raise the fee of its transaction.
pub(super) fn is_anchor(version: u8, program: &[u8]) -> bool {
    (version, program) == (1, &[0x4e, 0x73])
}

/// BIP-341: "if there are at least two witness elements, and the first byte of the last element is
/// 0x50, this last element is called annex".
pub(crate) fn has_annex(witness: &Witness) -> bool {
    witness.len() >= 2 && witness.last().is_some_and(|last| last.first() == Some(&ANNEX_TAG))
}

/// Whether a control block's first byte says that its leaf is a tapscript (BIP-342).
pub(crate) fn is_tapscript(control: u8) -> bool {
    control & LEAF_VERSION_MASK == LEAF_VERSION_TAPSCRIPT
}

/// What an input's script leaves on the stack by itself: under a script hash, the script last.
pub(crate) fn input_stack(script_sig: &[u8]) -> Result<Vec<Vec<u8>>, ScriptError> {
    let program = Program {
        script: script_sig,
        version: SigVersion::Base,
        stage: Stage::ScriptSig,
        flags: Flags::NONE,
        checker: &NoChecker,
        tapscript: None,
    };
    Ok(eval(program, Stack::default(), &mut None)?.items().to_vec())
}

/// BIP-342: what signatures may cost: 50, and the size of the input's whole witness as it is
/// serialized.
fn signature_budget(witness: &Witness) -> i64 {
    let size = i64::try_from(witness.size()).unwrap_or(i64::MAX);
    size.saturating_add(TAPSCRIPT_WEIGHT_OFFSET)
}

/// BIP-342: "if any opcode numbered 80, 98, [...] is encountered, validation succeeds", before any
/// limit; "if any push opcode fails to decode because it would extend past the end of the
/// tapscript, fail", unless that comes later.
fn has_success(script: &[u8]) -> Result<bool, ScriptError> {
    for instruction in Instructions::new(script) {
        let instruction = instruction.map_err(|_| ScriptError::BadOpcode)?;
        if is_success(instruction.opcode) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A control block: leaf version and parity, internal key, path to the root.
struct ControlBlock<'a> {
    leaf_version: u8,
    is_odd: bool,
    internal_key: &'a [u8; 32],
    path: &'a [u8],
}

impl<'a> ControlBlock<'a> {
    /// BIP-341: "must have length 33 + 32m, for a value of m that is an integer between 0 and 128,
    /// inclusive".
    fn read(bytes: &'a [u8]) -> Result<Self, ScriptError> {
        let wrong = ScriptError::TaprootWrongControlSize;
        let (first, rest) = bytes.split_first().ok_or(wrong)?;
        let (internal_key, path) = rest.split_first_chunk().ok_or(wrong)?;
        let most = CONTROL_NODE_BYTES * TAPROOT_MAX_DEPTH;
        if path.len() > most || path.len() % CONTROL_NODE_BYTES != 0 {
            return Err(wrong);
        }
        debug_assert_eq!(bytes.len(), CONTROL_BASE_BYTES + path.len());
        let leaf_version = first & LEAF_VERSION_MASK;
        Ok(Self { leaf_version, is_odd: first & 1 == 1, internal_key, path })
    }

    fn merkle_root(&self, leaf: [u8; 32]) -> [u8; 32] {
        let (nodes, _) = self.path.as_chunks::<CONTROL_NODE_BYTES>();
        nodes.iter().fold(leaf, |hash, node| sighash::tap_branch_hash(&hash, node))
    }
}

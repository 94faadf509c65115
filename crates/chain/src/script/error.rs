//! Why a script fails: Bitcoin Core's errors, by the names and the words that Core gives them.
//!
//! Does not know the rules: those name the error beside the line that enforces it.

/// Declares the errors with Core's names and words, so that all strings are constants.
macro_rules! script_errors {
    ($($(#[$doc:meta])* $variant:ident $name:literal $words:literal,)*) => {
        /// Why an input may not spend its coin.
        ///
        /// The display text is Bitcoin Core's `ScriptErrorString`, [`ScriptError::name`] is the
        /// name of the error in Core's test vectors.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
        #[non_exhaustive]
        pub enum ScriptError {
            $($(#[$doc])* #[error($words)] $variant,)*
        }

        impl ScriptError {
            /// Every error.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Core's name of the error, without `SCRIPT_ERR_`, as its `script_tests.json` has it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The reject string of a transaction with such an input.
            #[must_use]
            pub fn mempool_reject_reason(self) -> &'static str {
                match self {
                    $(Self::$variant =>
                        concat!("mempool-script-verify-flag-failed (", $words, ")"),)*
                }
            }

            /// The reject string of a block with such an input.
            #[must_use]
            pub fn block_reject_reason(self) -> &'static str {
                match self {
                    $(Self::$variant =>
                        concat!("block-script-verify-flag-failed (", $words, ")"),)*
                }
            }
        }
    };
}

script_errors! {
    /// All was run, and the result is false.
    EvalFalse "EVAL_FALSE"
        "Script evaluated without error but finished with a false/empty top stack element",
    /// `OP_RETURN` was run.
    OpReturn "OP_RETURN" "OP_RETURN was encountered",
    /// A stack item is no number (too long, or not in its shortest form).
    ScriptNum "SCRIPTNUM" "Script number overflowed or is non-minimally encoded",

    // --- Sizes and counts ---
    /// A script of more than 10,000 bytes.
    ScriptSize "SCRIPT_SIZE" "Script is too big",
    /// An item of more than 520 bytes.
    PushSize "PUSH_SIZE" "Push value size limit exceeded",
    /// More than 201 operations.
    OpCount "OP_COUNT" "Operation limit exceeded",
    /// More than 1,000 items.
    StackSize "STACK_SIZE" "Stack size limit exceeded",
    /// `OP_CHECKMULTISIG` with fewer than no signatures, or more than keys.
    SigCount "SIG_COUNT" "Signature count negative or greater than pubkey count",
    /// `OP_CHECKMULTISIG` with fewer than no keys, or more than 20.
    PubkeyCount "PUBKEY_COUNT" "Pubkey count negative or limit exceeded",

    // --- Failed verify operations ---
    /// `OP_VERIFY` of false.
    Verify "VERIFY" "Script failed an OP_VERIFY operation",
    /// `OP_EQUALVERIFY` of two things.
    EqualVerify "EQUALVERIFY" "Script failed an OP_EQUALVERIFY operation",
    /// `OP_CHECKMULTISIGVERIFY` of wrong signatures.
    CheckMultisigVerify "CHECKMULTISIGVERIFY" "Script failed an OP_CHECKMULTISIGVERIFY operation",
    /// `OP_CHECKSIGVERIFY` of a wrong signature.
    CheckSigVerify "CHECKSIGVERIFY" "Script failed an OP_CHECKSIGVERIFY operation",
    /// `OP_NUMEQUALVERIFY` of two numbers.
    NumEqualVerify "NUMEQUALVERIFY" "Script failed an OP_NUMEQUALVERIFY operation",

    // --- Form of a script ---
    /// There is no such operation, or the script ends within a push.
    BadOpcode "BAD_OPCODE" "Opcode missing or not understood",
    /// An operation that was taken out (CVE-2010-5137).
    DisabledOpcode "DISABLED_OPCODE" "Attempted to use a disabled opcode",
    /// Too few items on the stack.
    InvalidStackOperation "INVALID_STACK_OPERATION"
        "Operation not valid with the current stack size",
    /// Too few items on the alternative stack.
    InvalidAltstackOperation "INVALID_ALTSTACK_OPERATION"
        "Operation not valid with the current altstack size",
    /// `OP_IF`, `OP_ELSE` and `OP_ENDIF` do not match.
    UnbalancedConditional "UNBALANCED_CONDITIONAL" "Invalid OP_IF construction",
    /// `OP_IF` of an empty stack. Core 30, whose words these are, takes it for an unbalanced
    /// conditional; Core 31 and its test vectors have this name for it, and its words.
    NoCondition "INVALID_STACK_OPERATION" "Invalid OP_IF construction",

    // --- Lock times ---
    /// A lock time below zero (BIP-65, BIP-112).
    NegativeLocktime "NEGATIVE_LOCKTIME" "Negative locktime",
    /// The transaction is not locked long enough (BIP-65, BIP-112).
    UnsatisfiedLocktime "UNSATISFIED_LOCKTIME" "Locktime requirement not satisfied",

    // --- Malleability ---
    /// Policy: undefined hash type.
    SigHashType "SIG_HASHTYPE" "Signature hash type missing or not understood",
    /// BIP-66.
    SigDer "SIG_DER" "Non-canonical DER signature",
    /// Policy (BIP-62): a push or a number is not in its shortest form.
    MinimalData "MINIMALDATA" "Data push larger than necessary",
    /// The input script does more than push (BIP-16).
    SigPushOnly "SIG_PUSHONLY" "Only push operators allowed in signatures",
    /// Policy (BIP-146): S is above half the group's order.
    SigHighS "SIG_HIGH_S" "Non-canonical signature: S value is unnecessarily high",
    /// BIP-147.
    SigNullDummy "SIG_NULLDUMMY" "Dummy CHECKMULTISIG argument must be zero",
    /// Policy: neither compressed nor uncompressed.
    PubkeyType "PUBKEYTYPE" "Public key is neither compressed or uncompressed",
    /// Items are left beside the result.
    CleanStack "CLEANSTACK" "Stack size must be exactly one after execution",
    /// Policy: the condition of a version 0 witness script is neither empty nor 1.
    MinimalIf "MINIMALIF" "OP_IF/NOTIF argument must be minimal",
    /// Policy (BIP-146): a wrong signature that is not empty.
    NullFail "NULLFAIL" "Signature must be zero for failed CHECK(MULTI)SIG operation",

    // --- Kept free for upgrades, policy ---
    /// An operation without effect that may get one.
    DiscourageUpgradableNops "DISCOURAGE_UPGRADABLE_NOPS" "NOPx reserved for soft-fork upgrades",
    /// A witness version that may get a meaning.
    DiscourageUpgradableWitnessProgram "DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM"
        "Witness version reserved for soft-fork upgrades",
    /// A leaf version that may get a meaning.
    DiscourageUpgradableTaprootVersion "DISCOURAGE_UPGRADABLE_TAPROOT_VERSION"
        "Taproot version reserved for soft-fork upgrades",
    /// A tapscript operation that may get a meaning.
    DiscourageOpSuccess "DISCOURAGE_OP_SUCCESS" "OP_SUCCESSx reserved for soft-fork upgrades",
    /// A kind of key that may get a meaning.
    DiscourageUpgradablePubkeyType "DISCOURAGE_UPGRADABLE_PUBKEYTYPE"
        "Public key version reserved for soft-fork upgrades",

    // --- Segregated witness (BIP-141) ---
    /// A version 0 program of neither 20 nor 32 bytes.
    WitnessProgramWrongLength "WITNESS_PROGRAM_WRONG_LENGTH"
        "Witness program has incorrect length",
    /// No witness for a program that takes one.
    WitnessProgramWitnessEmpty "WITNESS_PROGRAM_WITNESS_EMPTY"
        "Witness program was passed an empty witness",
    /// The witness is not for this program.
    WitnessProgramMismatch "WITNESS_PROGRAM_MISMATCH" "Witness program hash mismatch",
    /// A witness spend with an input script.
    WitnessMalleated "WITNESS_MALLEATED" "Witness requires empty scriptSig",
    /// A witness spend through BIP-16 with more than the program in the input script.
    WitnessMalleatedP2sh "WITNESS_MALLEATED_P2SH" "Witness requires only-redeemscript scriptSig",
    /// Witness for an output that takes none.
    WitnessUnexpected "WITNESS_UNEXPECTED" "Witness provided for non-witness script",
    /// Policy (BIP-143): uncompressed key in a witness.
    WitnessPubkeyType "WITNESS_PUBKEYTYPE" "Using non-compressed keys in segwit",

    // --- Taproot (BIP-341, BIP-342) ---
    /// A signature of neither 64 nor 65 bytes.
    SchnorrSigSize "SCHNORR_SIG_SIZE" "Invalid Schnorr signature size",
    /// An undefined hash type, or one for which there is nothing to sign.
    SchnorrSigHashType "SCHNORR_SIG_HASHTYPE" "Invalid Schnorr signature hash type",
    /// The signature is not right.
    SchnorrSig "SCHNORR_SIG" "Invalid Schnorr signature",
    /// A control block that is not 33 bytes and 0 to 128 times 32.
    TaprootWrongControlSize "TAPROOT_WRONG_CONTROL_SIZE" "Invalid Taproot control block size",
    /// More signature checks than the witness pays for.
    TapscriptValidationWeight "TAPSCRIPT_VALIDATION_WEIGHT"
        "Too much signature validation relative to witness weight",
    /// `OP_CHECKMULTISIG` in tapscript.
    TapscriptCheckMultisig "TAPSCRIPT_CHECKMULTISIG"
        "OP_CHECKMULTISIG(VERIFY) is not available in tapscript",
    /// The condition of a tapscript is neither empty nor 1.
    TapscriptMinimalIf "TAPSCRIPT_MINIMALIF" "OP_IF/NOTIF argument must be minimal in tapscript",
    /// A signature check without a key.
    TapscriptEmptyPubkey "TAPSCRIPT_EMPTY_PUBKEY" "Empty public key in tapscript",

    // --- What is signed is what is run, policy ---
    /// `OP_CODESEPARATOR` outside a witness.
    OpCodeSeparator "OP_CODESEPARATOR" "Using OP_CODESEPARATOR in non-witness script",
    /// A script that contains its own signature.
    SigFindAndDelete "SIG_FINDANDDELETE" "Signature is found in scriptCode",
}

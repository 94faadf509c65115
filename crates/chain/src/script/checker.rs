//! What a script asks about the transaction that spends: is this signature right, has this lock
//! time passed.
//!
//! Does not know stacks or operations.

use core::cell::RefCell;
use core::fmt;

use quarry_primitives::secp256k1::{
    Message, Parity, PublicKey, Scalar, Secp256k1, VerifyOnly, XOnlyPublicKey, schnorr,
};

use super::sighash::{self, TxData};
use super::{ScriptError, SigVersion, TaprootSpend, signature};

/// BIP-65: lock times from here on are seconds, below they are heights.
const LOCK_TIME_THRESHOLD: i64 = 500_000_000;
/// BIP-68: the sequence number is no relative lock.
const SEQUENCE_DISABLE_FLAG: u32 = 1 << 31;
/// BIP-68: the lock counts seconds, not blocks.
const SEQUENCE_TYPE_FLAG: u32 = 1 << 22;
/// BIP-68: the bits that count.
const SEQUENCE_VALUE_MASK: u32 = 0xffff;
/// BIP-68: the lowest transaction version for which sequence numbers are relative locks.
const SEQUENCE_LOCK_VERSION: u32 = 2;

/// Answers a script's questions about the transaction that spends.
///
/// The answers given here are those without a transaction: nothing is signed, no time has passed.
pub trait Checker {
    /// Whether an ECDSA signature, its hash type in the last byte, is right for a key and a code.
    fn ecdsa(&self, _signature: &[u8], _key: &[u8], _code: &[u8], _version: SigVersion) -> bool {
        false
    }

    /// Whether a Schnorr signature (64 bytes, or 65 with a hash type) is right for a key.
    ///
    /// # Errors
    /// Why not.
    fn schnorr(
        &self,
        _signature: &[u8],
        _key: &[u8],
        _spend: &TaprootSpend,
    ) -> Result<(), ScriptError> {
        Err(ScriptError::SchnorrSig)
    }

    /// BIP-341: whether the output's key is the internal key tweaked by the hash of both it and a
    /// Merkle root, with this parity.
    fn is_tweaked(
        &self,
        _output_key: &[u8],
        _is_odd: bool,
        _internal_key: &[u8; 32],
        _merkle_root: &[u8; 32],
    ) -> bool {
        false
    }

    /// BIP-65: whether the transaction is locked at least until then.
    fn lock_time(&self, _lock: i64) -> bool {
        false
    }

    /// BIP-112: whether the input is locked at least that long.
    fn sequence(&self, _sequence: i64) -> bool {
        false
    }
}

/// There is no transaction.
#[derive(Clone, Copy, Debug)]
pub struct NoChecker;

impl Checker for NoChecker {}

/// Answers for one input of a transaction.
pub struct TxChecker<'a> {
    secp: &'a Secp256k1<VerifyOnly>,
    data: &'a TxData<'a>,
    index: usize,
    last_digest: RefCell<Option<Digest>>,
}

/// The digest that was asked for last, with all it depends on: `OP_CHECKMULTISIG` tries many keys
/// for one signature, and hashing a whole transaction each time is what made it famous.
struct Digest {
    version: SigVersion,
    hash_type: u8,
    code: Vec<u8>,
    digest: [u8; 32],
}

impl fmt::Debug for TxChecker<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TxChecker").field("index", &self.index).finish_non_exhaustive()
    }
}

impl<'a> TxChecker<'a> {
    /// For input `index`.
    ///
    /// # Panics
    /// If there is no such input.
    #[must_use]
    pub fn new(secp: &'a Secp256k1<VerifyOnly>, data: &'a TxData<'a>, index: usize) -> Self {
        assert!(index < data.tx().input.len(), "there is an input {index}");
        Self { secp, data, index, last_digest: RefCell::new(None) }
    }

    fn digest(&self, code: &[u8], hash_type: u8, version: SigVersion) -> [u8; 32] {
        let mut last = self.last_digest.borrow_mut();
        if let Some(last) = &*last
            && last.version == version
            && last.hash_type == hash_type
            && last.code == code
        {
            return last.digest;
        }
        let all_bits = u32::from(hash_type);
        let digest = if version == SigVersion::WitnessV0 {
            sighash::witness_v0(self.data, self.index, code, all_bits)
        } else {
            sighash::legacy(self.data.tx(), self.index, code, all_bits)
        };
        *last = Some(Digest { version, hash_type, code: code.to_vec(), digest });
        digest
    }

    fn sequence_number(&self) -> u32 {
        self.data.tx().input[self.index].sequence.0
    }
}

impl Checker for TxChecker<'_> {
    /// A key that is no point and a signature that is no signature are wrong, not an error: strict
    /// encoding is for the flags.
    fn ecdsa(&self, signature: &[u8], key: &[u8], code: &[u8], version: SigVersion) -> bool {
        let Ok(key) = PublicKey::from_slice(key) else { return false };
        let Some((hash_type, der)) = signature.split_last() else { return false };
        let Some(mut signature) = signature::parse_lax(der) else { return false };
        // The library accepts low S only; high S is against policy, not against consensus.
        signature.normalize_s();
        let message = Message::from_digest(self.digest(code, *hash_type, version));
        self.secp.verify_ecdsa(&message, &signature, &key).is_ok()
    }

    /// BIP-341: "if the sig is 64 bytes long", the hash type is 0x00; "if the sig is 65 bytes
    /// long", it is the last byte, and that "!= 0x00".
    fn schnorr(
        &self,
        signature: &[u8],
        key: &[u8],
        spend: &TaprootSpend,
    ) -> Result<(), ScriptError> {
        let (signature, hash_type) = match signature {
            [signature @ .., hash_type] if signature.len() == 64 => (signature, Some(*hash_type)),
            _ => (signature, None),
        };
        let parsed =
            schnorr::Signature::from_slice(signature).map_err(|_| ScriptError::SchnorrSigSize)?;
        if hash_type == Some(0) {
            return Err(ScriptError::SchnorrSigHashType);
        }
        let digest = sighash::taproot(self.data, self.index, hash_type.unwrap_or_default(), spend)
            .ok_or(ScriptError::SchnorrSigHashType)?;
        let key = XOnlyPublicKey::from_slice(key).map_err(|_| ScriptError::SchnorrSig)?;
        self.secp
            .verify_schnorr(&parsed, &Message::from_digest(digest), &key)
            .map_err(|_| ScriptError::SchnorrSig)
    }

    fn is_tweaked(
        &self,
        output_key: &[u8],
        is_odd: bool,
        internal_key: &[u8; 32],
        merkle_root: &[u8; 32],
    ) -> bool {
        let tweak = sighash::tap_tweak_hash(internal_key, Some(merkle_root));
        let (Ok(output), Ok(internal), Ok(tweak)) = (
            XOnlyPublicKey::from_slice(output_key),
            XOnlyPublicKey::from_slice(internal_key),
            Scalar::from_be_bytes(tweak),
        ) else {
            return false;
        };
        let parity = if is_odd { Parity::Odd } else { Parity::Even };
        internal.tweak_add_check(self.secp, &output, parity, tweak)
    }

    /// BIP-65: both are heights or both are times, the operand is not later, and the input's
    /// sequence number is not 0xffffffff, which would waive the lock.
    fn lock_time(&self, lock: i64) -> bool {
        let of_tx = i64::from(self.data.tx().lock_time.to_consensus_u32());
        let same_kind = (of_tx < LOCK_TIME_THRESHOLD) == (lock < LOCK_TIME_THRESHOLD);
        same_kind && lock <= of_tx && self.sequence_number() != u32::MAX
    }

    /// BIP-112: version 2, the input has a lock, both count blocks or both count seconds, and the
    /// operand is not longer.
    fn sequence(&self, sequence: i64) -> bool {
        let of_input = self.sequence_number();
        // The version is unsigned for this purpose (BIP-68).
        let version = self.data.tx().version.0.cast_unsigned();
        if version < SEQUENCE_LOCK_VERSION || of_input & SEQUENCE_DISABLE_FLAG != 0 {
            return false;
        }
        let counted = i64::from(SEQUENCE_TYPE_FLAG | SEQUENCE_VALUE_MASK);
        let (wanted, given) = (sequence & counted, i64::from(of_input) & counted);
        let threshold = i64::from(SEQUENCE_TYPE_FLAG);
        (wanted < threshold) == (given < threshold) && wanted <= given
    }
}

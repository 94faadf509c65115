//! Signing the inputs of a transaction with given keys, and merging signatures made elsewhere.
//!
//! An input is solved by the form of what it spends. Signatures that are there already are tried like
//! fresh ones: each counts for the key under which it verifies. So merging transactions is signing
//! without keys. Does not find coins and does not keep keys.

use std::collections::BTreeMap;

use quarry_chain::script::{
    Flags, Instructions, OutputKind, ScriptError, TxData, output_kind, verify_input,
};
use quarry_primitives::hashes::{Hash, hash160, ripemd160};
use quarry_primitives::secp256k1::{All, Keypair, Message, Secp256k1, VerifyOnly, ecdsa};
use quarry_primitives::sighash::{Prevouts, SighashCache, TapSighashType};
use quarry_primitives::taproot::TapTweakHash;
use quarry_primitives::{
    BitcoinAmount, EcdsaSighashType, PrivateKey, PublicKey, Script, ScriptBuf, Transaction, TxOut,
    Witness,
};

/// Most pushes of an input that are looked at when signatures are merged.
const MAX_CANDIDATES: usize = 1_000;

/// Keys and scripts to sign with.
#[derive(Debug, Default)]
pub(super) struct Keyring {
    keys: BTreeMap<[u8; 20], (PrivateKey, PublicKey)>,
    scripts: BTreeMap<[u8; 20], ScriptBuf>,
}

impl Keyring {
    pub(super) fn add_key(&mut self, key: PrivateKey, secp: &Secp256k1<All>) {
        let public = key.public_key(secp);
        self.keys.insert(public.pubkey_hash().to_byte_array(), (key, public));
    }

    /// Makes a script known by its hashes, and its witness program too.
    pub(super) fn add_script(&mut self, script: ScriptBuf) {
        let program = script.to_p2wsh();
        self.scripts.insert(program.script_hash().to_byte_array(), program);
        self.scripts.insert(script.script_hash().to_byte_array(), script);
    }
}

/// A transaction that is being signed.
pub(super) struct Signing<'a> {
    pub(super) secp: &'a Secp256k1<All>,
    pub(super) keyring: &'a Keyring,
    /// What each input spends.
    pub(super) spent: &'a [TxOut],
    /// The hash type; `None` for each kind's usual one.
    pub(super) hash_type: Option<u8>,
    /// The same transaction with signatures made elsewhere, itself among them.
    pub(super) variants: &'a [Transaction],
}

/// What solves a script, as far as it could be solved: of a key that is not there, nothing.
type Stack = Vec<Vec<u8>>;

/// The rules by which a signature's digest is made.
#[derive(Clone, Copy)]
enum Digest<'a> {
    Legacy(&'a Script),
    Witness(&'a Script),
}

impl Signing<'_> {
    /// Signs input `index` of `tx` as far as possible, and says whether it may spend now.
    pub(super) fn sign(&self, tx: &mut Transaction, index: usize) -> Result<(), ScriptError> {
        let verifier = Secp256k1::verification_only();
        if self.verify(&verifier, tx, index).is_ok() {
            return Ok(());
        }
        if let Some((script_sig, witness)) = self.solve(tx, index) {
            tx.input[index].script_sig = script_sig;
            tx.input[index].witness = Witness::from_slice(&witness);
        }
        self.verify(&verifier, tx, index)
    }

    fn verify(
        &self,
        secp: &Secp256k1<VerifyOnly>,
        tx: &Transaction,
        index: usize,
    ) -> Result<(), ScriptError> {
        verify_input(secp, &TxData::new(tx, self.spent), index, Flags::STANDARD)
    }

    fn solve(&self, tx: &Transaction, index: usize) -> Option<(ScriptBuf, Stack)> {
        let output = &self.spent[index].script_pubkey;
        let candidates = self.candidates(index);
        let input = Input { signing: self, tx, index, candidates };
        if let OutputKind::ScriptHash(hash) = output_kind(output.as_bytes()) {
            let redeem = input.script(hash)?;
            let (mut pushes, witness) = input.solve_output(&redeem)?;
            pushes.push(redeem.into_bytes());
            return Some((push_all(&pushes), witness));
        }
        let (pushes, witness) = input.solve_output(output)?;
        Some((push_all(&pushes), witness))
    }

    /// Whatever the variants push for an input: signatures, keys, scripts.
    fn candidates(&self, index: usize) -> Stack {
        let mut out = Vec::new();
        for input in self.variants.iter().filter_map(|variant| variant.input.get(index)) {
            let pushes = Instructions::new(input.script_sig.as_bytes()).flatten();
            out.extend(pushes.map(|push| push.data.to_vec()));
            out.extend(input.witness.iter().map(<[u8]>::to_vec));
        }
        out.truncate(MAX_CANDIDATES);
        out
    }
}

fn push_all(items: &[Vec<u8>]) -> ScriptBuf {
    let mut builder = quarry_primitives::script::Builder::new();
    for item in items {
        // Longer than a push can be only if a script is: then the rules refuse it below.
        let bytes = quarry_primitives::script::PushBytesBuf::try_from(item.clone());
        builder = builder.push_slice(bytes.unwrap_or_default());
    }
    builder.into_script()
}

/// One input, with what might help to solve it.
struct Input<'a> {
    signing: &'a Signing<'a>,
    tx: &'a Transaction,
    index: usize,
    candidates: Stack,
}

impl Input<'_> {
    fn value(&self) -> BitcoinAmount {
        self.signing.spent[self.index].value
    }

    /// The script of a hash, from the keyring or from what others pushed.
    fn script(&self, hash: &[u8]) -> Option<ScriptBuf> {
        let known =
            <[u8; 20]>::try_from(hash).ok().and_then(|h| self.signing.keyring.scripts.get(&h));
        known.cloned().or_else(|| {
            let is_it = |item: &&Vec<u8>| hash160::Hash::hash(item).as_byte_array() == hash;
            self.candidates.iter().find(is_it).map(|item| ScriptBuf::from_bytes(item.clone()))
        })
    }

    /// The key of a hash: with its private half, or as others pushed it.
    fn key(&self, hash: &[u8]) -> Option<PublicKey> {
        let known = <[u8; 20]>::try_from(hash).ok().and_then(|h| self.signing.keyring.keys.get(&h));
        known.map(|(_, public)| *public).or_else(|| {
            let is_it = |item: &&Vec<u8>| hash160::Hash::hash(item).as_byte_array() == hash;
            PublicKey::from_slice(self.candidates.iter().find(is_it)?).ok()
        })
    }

    /// Pushes for the script and items for the witness.
    fn solve_output(&self, output: &Script) -> Option<(Stack, Stack)> {
        match output_kind(output.as_bytes()) {
            OutputKind::WitnessV0KeyHash(hash) => {
                let hash: [u8; 20] = hash.try_into().ok()?;
                let code =
                    ScriptBuf::new_p2pkh(&quarry_primitives::PubkeyHash::from_byte_array(hash));
                Some((vec![], self.solve_script(&code, Digest::Witness(&code))?))
            }
            OutputKind::WitnessV0ScriptHash(hash) => {
                let behind = self.script(ripemd160::Hash::hash(hash).as_byte_array())?;
                let mut witness = self.solve_script(&behind, Digest::Witness(&behind))?;
                witness.push(behind.into_bytes());
                Some((vec![], witness))
            }
            OutputKind::WitnessV1Taproot(key) => Some((vec![], vec![self.sign_taproot(key)?])),
            _ => Some((self.solve_script(output, Digest::Legacy(output))?, vec![])),
        }
    }

    fn solve_script(&self, script: &Script, digest: Digest<'_>) -> Option<Stack> {
        match output_kind(script.as_bytes()) {
            OutputKind::Pubkey(key) => {
                let key = PublicKey::from_slice(key).ok();
                Some(key.and_then(|key| self.signature(&key, digest)).into_iter().collect())
            }
            OutputKind::PubkeyHash(hash) => {
                let signed = self.key(hash).and_then(|key| {
                    self.signature(&key, digest).map(|signature| vec![signature, key.to_bytes()])
                });
                Some(signed.unwrap_or_default())
            }
            OutputKind::Multisig { required, keys } => {
                // One item more than there are signatures, because of an old fault.
                let mut stack = vec![vec![]];
                let keys = keys.iter().filter_map(|key| PublicKey::from_slice(key).ok());
                stack.extend(keys.filter_map(|key| self.signature(&key, digest)).take(required));
                // Core fills up half of what is missing.
                let missing = required.saturating_sub(stack.len() - 1);
                stack.resize(stack.len() + missing.div_ceil(2), vec![]);
                Some(stack)
            }
            // Some scripts want nothing.
            _ if matches!(digest, Digest::Witness(_)) => Some(vec![]),
            _ => None,
        }
    }

    /// A signature under a key: a fresh one, or one that others made.
    fn signature(&self, key: &PublicKey, digest: Digest<'_>) -> Option<Vec<u8>> {
        let secp = self.signing.secp;
        if let Some((private, _)) =
            self.signing.keyring.keys.get(&key.pubkey_hash().to_byte_array())
        {
            let hash_type = self.signing.hash_type.filter(|hash_type| *hash_type != 0).unwrap_or(1);
            let message = self.message(digest, hash_type)?;
            // As short as it can be: the first byte of R below 0x80, as Core signs.
            let signature = secp.sign_ecdsa_low_r(&message, &private.inner);
            return Some([&signature.serialize_der()[..], &[hash_type]].concat());
        }
        let fits = |item: &&Vec<u8>| {
            let Some((hash_type, der)) = item.split_last() else { return false };
            let (Ok(signature), Some(message)) =
                (ecdsa::Signature::from_der(der), self.message(digest, *hash_type))
            else {
                return false;
            };
            secp.verify_ecdsa(&message, &signature, &key.inner).is_ok()
        };
        self.candidates.iter().find(fits).cloned()
    }

    fn message(&self, digest: Digest<'_>, hash_type: u8) -> Option<Message> {
        let cache = &mut SighashCache::new(self.tx);
        let digest = match digest {
            Digest::Legacy(code) => cache
                .legacy_signature_hash(self.index, code, u32::from(hash_type))
                .ok()?
                .to_byte_array(),
            Digest::Witness(code) => {
                let hash_type = EcdsaSighashType::from_consensus(u32::from(hash_type));
                let hash = cache.p2wsh_signature_hash(self.index, code, self.value(), hash_type);
                hash.ok()?.to_byte_array()
            }
        };
        Some(Message::from_digest(digest))
    }

    /// A signature under an output key: that of a key of ours as it is, or tweaked without scripts.
    fn sign_taproot(&self, output: &[u8]) -> Option<Vec<u8>> {
        let secp = self.signing.secp;
        let hash_type = self.signing.hash_type.unwrap_or(0);
        let kind = TapSighashType::from_consensus_u8(hash_type).ok()?;
        let keypair = self.signing.keyring.keys.values().find_map(|(private, _)| {
            let plain = Keypair::from_secret_key(secp, &private.inner);
            let tweak = TapTweakHash::from_key_and_tweak(plain.x_only_public_key().0, None);
            let tweaked = plain.add_xonly_tweak(secp, &tweak.to_scalar()).ok()?;
            let is_it = |pair: &Keypair| pair.x_only_public_key().0.serialize() == output;
            [plain, tweaked].into_iter().find(is_it)
        })?;
        let hash = SighashCache::new(self.tx)
            .taproot_key_spend_signature_hash(self.index, &Prevouts::All(self.signing.spent), kind)
            .ok()?;
        let message = Message::from_digest(hash.to_byte_array());
        let mut signature = secp.sign_schnorr_no_aux_rand(&message, &keypair).serialize().to_vec();
        if hash_type != 0 {
            signature.push(hash_type);
        }
        Some(signature)
    }
}

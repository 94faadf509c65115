//! The canonical encoding of a chain spec, which its hash is taken of.
//!
//! Version 1: every field of [`SpecDraft`] up to the allocation in its order there; integers
//! little-endian in 4 bytes (amounts and weight in 8), text, scripts and lists behind their length
//! in 4 bytes. Version 2 adds activation heights and retarget rule, and a
//! signet's challenge at its end; it is written only if they are not what version 1 stands for. Only ever written: what is read are spec files. Does not
//! know which drafts are valid.

use quarry_primitives::Hash;
use quarry_primitives::hashes::sha256d;

use super::{Activation, Retarget, SpecDraft};

pub(super) fn spec_hash(draft: &SpecDraft) -> sha256d::Hash {
    sha256d::Hash::hash(&encode(draft))
}

pub(super) fn encode(draft: &SpecDraft) -> Vec<u8> {
    let usual = draft.activation == Activation::ALL
        && draft.retarget == Retarget::Constant
        && draft.signet_challenge.is_none();
    let mut out = Out(vec![if usual { 1 } else { 2 }]);
    out.bytes(draft.name.as_bytes());
    out.0.extend_from_slice(&draft.magic);
    out.bytes(draft.prefixes.hrp().as_bytes());
    out.u8(draft.prefixes.pubkey_hash_byte());
    out.u8(draft.prefixes.script_hash_byte());
    out.u8(draft.prefixes.secret_key_byte());
    out.u32(draft.pow_limit.to_consensus());
    out.u32(draft.block_spacing_secs);
    out.u32(draft.coinbase_maturity);
    out.u64(draft.subsidy.to_base());
    out.u32(draft.halving_interval);
    out.u32(draft.confirmations);
    out.u64(draft.max_block_weight);
    out.u32(draft.genesis_time);
    out.u8(u8::from(draft.spend_genesis));
    out.len(draft.alloc.len());
    for (script, amount) in &draft.alloc {
        out.bytes(script.as_bytes());
        out.u64(amount.to_base());
    }
    if !usual {
        draft.activation.encode(&mut out);
        draft.retarget.encode(&mut out);
        if let Some(challenge) = &draft.signet_challenge {
            out.bytes(challenge.as_bytes());
        }
    }
    out.0
}

/// What is written so far.
pub(super) struct Out(Vec<u8>);

impl Out {
    pub(super) fn u8(&mut self, value: u8) {
        self.0.push(value);
    }

    pub(super) fn u32(&mut self, value: u32) {
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    fn u64(&mut self, value: u64) {
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    fn len(&mut self, len: usize) {
        // A checked draft's lengths are bounded far below.
        self.u32(u32::try_from(len).expect("bounded by spec::check"));
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.len(bytes.len());
        self.0.extend_from_slice(bytes);
    }
}

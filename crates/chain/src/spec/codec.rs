//! The canonical encoding of a chain spec, which its hash is taken of.
//!
//! Version 1: every field of [`SpecDraft`] in its order there; integers little-endian in 4 bytes
//! (amounts and weight in 8), text, scripts and lists behind their length in 4 bytes. Only ever
//! written: what is read are spec files. Does not know which drafts are valid.

use quarry_primitives::Hash;
use quarry_primitives::hashes::sha256d;

use super::SpecDraft;

/// The version in the encoding's first byte.
const SPEC_ENCODING: u8 = 1;

pub(super) fn spec_hash(draft: &SpecDraft) -> sha256d::Hash {
    sha256d::Hash::hash(&encode(draft))
}

pub(super) fn encode(draft: &SpecDraft) -> Vec<u8> {
    let mut out = vec![SPEC_ENCODING];
    put_bytes(&mut out, draft.name.as_bytes());
    out.extend_from_slice(&draft.magic);
    put_bytes(&mut out, draft.prefixes.hrp().as_bytes());
    out.push(draft.prefixes.pubkey_hash_byte());
    out.push(draft.prefixes.script_hash_byte());
    out.push(draft.prefixes.secret_key_byte());
    put_u32(&mut out, draft.pow_limit.to_consensus());
    put_u32(&mut out, draft.block_spacing_secs);
    put_u32(&mut out, draft.coinbase_maturity);
    put_u64(&mut out, draft.subsidy.to_base());
    put_u32(&mut out, draft.halving_interval);
    put_u32(&mut out, draft.confirmations);
    put_u64(&mut out, draft.max_block_weight);
    put_u32(&mut out, draft.genesis_time);
    out.push(u8::from(draft.spend_genesis));
    put_len(&mut out, draft.alloc.len());
    for (script, amount) in &draft.alloc {
        put_bytes(&mut out, script.as_bytes());
        put_u64(&mut out, amount.to_base());
    }
    out
}

fn put_u32(out: &mut Vec<u8>, value: u32) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn put_u64(out: &mut Vec<u8>, value: u64) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn put_len(out: &mut Vec<u8>, len: usize) {
    // A checked draft's lengths are bounded far below.
    put_u32(out, u32::try_from(len).expect("bounded by spec::check"));
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_len(out, bytes.len());
    out.extend_from_slice(bytes);
}

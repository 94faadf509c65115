//! The digest of taproot spends (BIP-341) and of their leaves (BIP-342).
//!
//! Does not know which outputs are taproot.

use quarry_primitives::hashes::sha256::Midstate;

use super::super::{TapLeaf, TaprootSpend};
use super::{TxData, Writer};

/// BIP-341: the epoch, the first byte behind the tag.
const EPOCH: u8 = 0;
/// BIP-342: "key_version (1): a constant value 0x00".
const KEY_VERSION: u8 = 0;
/// `SIGHASH_DEFAULT`: all inputs and outputs.
const DEFAULT: u8 = 0;
const ALL: u8 = 1;
const SINGLE: u8 = 3;
const OUTPUT_MASK: u8 = 3;
const ANYONE_CAN_PAY: u8 = 0x80;

/// The digest of input `index` for a taproot spend, or nothing if the hash type is undefined or
/// asks for an output that is not there: "validation fails" then.
///
/// # Panics
/// If there is no such input.
#[must_use]
pub fn taproot(
    data: &TxData<'_>,
    index: usize,
    hash_type: u8,
    spend: &TaprootSpend,
) -> Option<[u8; 32]> {
    const TAG: Midstate = Midstate::hash_tag(b"TapSighash");
    if !is_defined(hash_type) {
        return None;
    }
    let mut writer = Writer::tagged(TAG);
    writer.u8(EPOCH);
    writer.u8(hash_type);
    put_transaction(&mut writer, data, hash_type);
    put_input(&mut writer, data, index, hash_type, spend);
    if hash_type & OUTPUT_MASK == SINGLE {
        let mut single = Writer::default();
        single.output(data.tx.output.get(index)?);
        writer.bytes(&single.sha256());
    }
    if let Some(leaf) = &spend.leaf {
        put_leaf(&mut writer, leaf);
    }
    Some(writer.sha256())
}

/// BIP-341: "using any undefined hash_type (not 0x00, 0x01, 0x02, 0x03, 0x81, 0x82, or 0x83)"
/// fails.
fn is_defined(hash_type: u8) -> bool {
    matches!(hash_type, 0x00..=0x03 | 0x81..=0x83)
}

/// "Transaction data".
fn put_transaction(writer: &mut Writer, data: &TxData<'_>, hash_type: u8) {
    writer.i32(data.tx.version.0);
    writer.u32(data.tx.lock_time.to_consensus_u32());
    if hash_type & ANYONE_CAN_PAY == 0 {
        writer.bytes(&data.shared().prevouts);
        writer.bytes(&data.shared_spent().amounts);
        writer.bytes(&data.shared_spent().scripts);
        writer.bytes(&data.shared().sequences);
    }
    if matches!(hash_type & OUTPUT_MASK, DEFAULT | ALL) {
        writer.bytes(&data.shared().outputs);
    }
}

/// "Data about this input". The spend type is "(ext_flag * 2) + annex_present", where BIP-342 sets
/// the flag to 1.
fn put_input(
    writer: &mut Writer,
    data: &TxData<'_>,
    index: usize,
    hash_type: u8,
    spend: &TaprootSpend,
) {
    writer.u8(u8::from(spend.leaf.is_some()) * 2 + u8::from(spend.annex_hash.is_some()));
    if hash_type & ANYONE_CAN_PAY == 0 {
        // A transaction of 2^32 inputs would not fit into memory.
        writer.u32(u32::try_from(index).unwrap_or(u32::MAX));
    } else {
        writer.outpoint(&data.tx.input[index].previous_output);
        writer.output(&data.spent[index]);
        writer.u32(data.tx.input[index].sequence.0);
    }
    if let Some(annex_hash) = &spend.annex_hash {
        writer.bytes(annex_hash);
    }
}

/// BIP-342: "tapleaf_hash, key_version, codesep_pos".
fn put_leaf(writer: &mut Writer, leaf: &TapLeaf) {
    writer.bytes(&leaf.hash);
    writer.u8(KEY_VERSION);
    writer.u32(leaf.code_separator);
}

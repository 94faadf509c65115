//! Scripts in JSON: disassembly, inferred descriptor, address, kind.
//!
//! Does not run scripts.

use quarry_api::rpc::Json;
use quarry_chain::script::opcode::{self, OP_PUSHDATA4};
use quarry_chain::script::{Instructions, output_kind};
use quarry_primitives::{Network, Script};
use quarry_wallet::{descriptor, key_io};

/// Longest push that is shown as a number.
const MAX_NUMBER_BYTES: usize = 4;
/// `SIGHASH_ANYONECANPAY`.
const ANYONE_CAN_PAY: u8 = 0x80;

/// The operations by their names. `signatures` shows the hash types of what looks like a signature.
pub(crate) fn asm(script: &Script, signatures: bool) -> String {
    let signatures = signatures && !script.is_op_return();
    let mut words = Vec::new();
    for step in Instructions::new(script.as_bytes()) {
        words.push(match step {
            Err(_) => "[error]".to_owned(),
            Ok(step) if step.opcode > OP_PUSHDATA4 => operation(step.opcode),
            Ok(step) if step.data.len() <= MAX_NUMBER_BYTES => number(step.data).to_string(),
            Ok(step) if signatures => signature(step.data),
            Ok(step) => hex(step.data),
        });
    }
    words.join(" ")
}

/// Core's name of an operation: the small numbers are numbers.
fn operation(code: u8) -> String {
    match code {
        opcode::OP_1NEGATE => "-1".to_owned(),
        opcode::OP_1..=opcode::OP_16 => (code - opcode::OP_1 + 1).to_string(),
        _ => opcode::name(code).to_owned(),
    }
}

/// A script's number: little-endian, the sign in the highest bit.
fn number(data: &[u8]) -> i64 {
    let Some((last, low)) = data.split_last() else { return 0 };
    let high = i64::from(last & 0x7f);
    let value = low.iter().rev().fold(high, |value, byte| value << 8 | i64::from(*byte));
    if last & 0x80 == 0 { value } else { -value }
}

fn signature(data: &[u8]) -> String {
    let plain = || hex(data);
    let Some((hash_type, der)) = data.split_last() else { return plain() };
    let name = match hash_type & !ANYONE_CAN_PAY {
        1 => "ALL",
        2 => "NONE",
        3 => "SINGLE",
        _ => return plain(),
    };
    if !is_der(der) {
        return plain();
    }
    let suffix = if hash_type & ANYONE_CAN_PAY == 0 { "" } else { "|ANYONECANPAY" };
    format!("{}[{name}{suffix}]", hex(der))
}

/// BIP-66: `0x30 [total-length] 0x02 [R-length] [R] 0x02 [S-length] [S]`, with numbers that are
/// positive and have no byte too many.
fn is_der(der: &[u8]) -> bool {
    let [0x30, total, rest @ ..] = der else { return false };
    if usize::from(*total) != rest.len() || der.len() > 72 {
        return false;
    }
    let Some(rest) = after_integer(rest) else { return false };
    after_integer(rest).is_some_and(<[u8]>::is_empty)
}

fn after_integer(bytes: &[u8]) -> Option<&[u8]> {
    let [0x02, length, rest @ ..] = bytes else { return None };
    let (number, rest) = rest.split_at_checked(usize::from(*length))?;
    let is_minimal = match number {
        [] => false,
        [first] => *first < 0x80,
        [0, second, ..] => *second >= 0x80,
        [first, ..] => *first < 0x80,
    };
    is_minimal.then_some(rest)
}

fn hex(bytes: &[u8]) -> String {
    quarry_primitives::ScriptBuf::from_bytes(bytes.to_vec()).to_hex_string()
}

/// The object `scriptPubKey`.
pub(crate) fn output_script(script: &Script, network: Network) -> Json {
    let mut out = Json::object([]);
    push_script(&mut out, script, None, true, network);
    out
}

/// Adds asm, descriptor, perhaps hex, address and type. `behind` is the script of a witness script
/// hash, if it is known.
pub(crate) fn push_script(
    out: &mut Json,
    script: &Script,
    behind: Option<&Script>,
    with_hex: bool,
    network: Network,
) {
    out.push("asm", asm(script, false));
    out.push("desc", descriptor::infer(script, behind, network));
    if with_hex {
        out.push("hex", script.to_hex_string());
    }
    if let Some(address) = key_io::encode_address(script, network) {
        out.push("address", address);
    }
    out.push("type", output_kind(script.as_bytes()).name());
}

#[cfg(test)]
mod tests {
    use quarry_primitives::ScriptBuf;

    use super::*;

    fn shown(hex: &str, signatures: bool) -> String {
        asm(&ScriptBuf::from_hex(hex).unwrap(), signatures)
    }

    #[test]
    fn scripts_are_shown_as_core_shows_them() {
        assert_eq!(shown("", false), "");
        assert_eq!(shown("00514f60", false), "0 1 -1 16");
        assert_eq!(shown("0201800402000080", false), "-1 -2");
        assert_eq!(shown("05010203040576a9", false), "0102030405 OP_DUP OP_HASH160");
        assert_eq!(
            shown("50b1b2ffba", false),
            "OP_RESERVED OP_CHECKLOCKTIMEVERIFY OP_CHECKSEQUENCEVERIFY OP_INVALIDOPCODE OP_CHECKSIGADD"
        );
        assert_eq!(shown("bb", false), "OP_UNKNOWN");
        assert_eq!(shown("510201", false), "1 [error]");
    }

    #[test]
    fn hash_types_are_shown_of_signatures_only() {
        let der = "3006020101020101";
        assert_eq!(shown(&format!("09{der}01"), true), format!("{der}[ALL]"));
        assert_eq!(shown(&format!("09{der}83"), true), format!("{der}[SINGLE|ANYONECANPAY]"));
        assert_eq!(shown(&format!("09{der}01"), false), format!("{der}01"));
        assert_eq!(shown(&format!("09{der}04"), true), format!("{der}04"));
        assert_eq!(shown("0930060201ff02010101", true), "30060201ff02010101");
        assert_eq!(shown(&format!("6a09{der}01"), true), format!("OP_RETURN {der}01"));
    }
}

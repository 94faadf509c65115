//! A script as people type it: hex, or words.
//!
//! Words are those of Bitcoin Core's script tests: operations with or without `OP_`, numbers, `'text'`
//! and `0xhex` (bytes put in as they are); and, as its `asm` shows pushes, plain hex is pushed. Does
//! not know which scripts make sense.

use quarry_chain::script::opcode;
use quarry_primitives::ScriptBuf;

/// Largest number that a word may be, either way (Core's `ParseScript`).
const MAX_NUMBER: i64 = 0xffff_ffff;

/// The bytes of a script.
///
/// # Errors
/// What is wrong with the word that is none.
pub(super) fn script(text: &str) -> Result<Vec<u8>, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if let [hex] = words[..]
        && let Ok(bytes) = hex::decode(hex)
    {
        return Ok(bytes);
    }
    let mut out = Vec::new();
    for word in words {
        push_word(&mut out, word)?;
    }
    Ok(out)
}

fn push_word(out: &mut Vec<u8>, word: &str) -> Result<(), String> {
    if let Ok(number) = word.parse::<i64>() {
        if number.abs() > MAX_NUMBER || word.starts_with('+') {
            return Err(format!(
                "`{word}` is no number of a script: -{MAX_NUMBER} to {MAX_NUMBER}"
            ));
        }
        out.extend(number_push(number));
    } else if let Some(hex) = word.strip_prefix("0x") {
        out.extend(hex::decode(hex).map_err(|_| format!("`{word}` is not 0x and hex digits"))?);
    } else if let Some(text) = word.strip_prefix('\'').and_then(|w| w.strip_suffix('\'')) {
        out.extend(data_push(text.as_bytes())?);
    } else if let Some(code) = operation(word) {
        out.push(code);
    } else if let Ok(bytes) = hex::decode(word) {
        out.extend(data_push(&bytes)?);
    } else {
        return Err(format!("`{word}` is no operation, number, hex or 'text'"));
    }
    Ok(())
}

fn operation(word: &str) -> Option<u8> {
    match word.strip_prefix("OP_").unwrap_or(word) {
        "TRUE" => Some(opcode::OP_1),
        "FALSE" => Some(opcode::OP_0),
        "NOP2" => Some(opcode::OP_CHECKLOCKTIMEVERIFY),
        "NOP3" => Some(opcode::OP_CHECKSEQUENCEVERIFY),
        _ => opcode::by_name(word),
    }
}

fn number_push(number: i64) -> Vec<u8> {
    quarry_primitives::script::Builder::new().push_int(number).into_script().into_bytes()
}

fn data_push(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let bytes = quarry_primitives::script::PushBytesBuf::try_from(bytes.to_vec());
    let mut script = ScriptBuf::new();
    script.push_slice(bytes.map_err(|error| error.to_string())?);
    Ok(script.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_hex() {
        let cases = [
            ("", ""),
            ("76a9", "76a9"),
            ("OP_DUP HASH160", "76a9"),
            ("0 1 16 17 -1 1000", "00516001114f02e803"),
            ("'ab' 0x4c01ff abcd OP_TRUE", "0261624c01ff02abcd51"),
        ];
        for (text, hex) in cases {
            assert_eq!(hex::encode(script(text).unwrap()), hex, "{text}");
        }
        for wrong in ["OP_X", "0xz", "4294967296 1", "'a", "abc DUP", "+1 1"] {
            assert!(script(wrong).is_err(), "{wrong}");
        }
    }
}

//! Scripts as Core's vectors write them: numbers, `0x` and raw bytes, `'text'`, operations.

use quarry_chain::script::opcode;

use super::unhex;

pub(super) fn script(text: &str) -> Vec<u8> {
    let mut script = Vec::new();
    text.split_whitespace().for_each(|word| put(&mut script, word));
    script
}

fn put(script: &mut Vec<u8>, word: &str) {
    if let Ok(number) = word.parse::<i64>() {
        put_number(script, number);
    } else if let Some(raw) = word.strip_prefix("0x") {
        script.extend_from_slice(&unhex(raw));
    } else if let Some(quoted) = word.strip_prefix('\'') {
        put_push(script, quoted.strip_suffix('\'').unwrap().as_bytes());
    } else {
        script.push(opcode::by_name(word).unwrap_or_else(|| panic!("operation {word}")));
    }
}

fn put_number(script: &mut Vec<u8>, number: i64) {
    match number {
        -1 => script.push(opcode::OP_1NEGATE),
        0 => script.push(opcode::OP_0),
        1..=16 => script.push(opcode::OP_1 - 1 + u8::try_from(number).unwrap()),
        _ => put_push(script, &number_bytes(number)),
    }
}

fn number_bytes(number: i64) -> Vec<u8> {
    let mut bytes = number.unsigned_abs().to_le_bytes().to_vec();
    while bytes.last() == Some(&0) {
        bytes.pop();
    }
    if bytes.last().unwrap() & 0x80 != 0 {
        bytes.push(0);
    }
    *bytes.last_mut().unwrap() |= if number < 0 { 0x80 } else { 0 };
    bytes
}

pub(super) fn put_push(script: &mut Vec<u8>, data: &[u8]) {
    match u8::try_from(data.len()) {
        Ok(length @ ..=75) => script.push(length),
        Ok(length) => script.extend_from_slice(&[opcode::OP_PUSHDATA1, length]),
        Err(_) => {
            script.push(opcode::OP_PUSHDATA2);
            script.extend_from_slice(&u16::try_from(data.len()).unwrap().to_le_bytes());
        }
    }
    script.extend_from_slice(data);
}

//! Small changes to a spend: to bytes, to operations, to the transaction around.

use quarry_chain::script::{Flags, Instructions};
use quarry_primitives::{
    BitcoinAmount, LockTime, OutPoint, ScriptBuf, Sequence, TxIn, TxOut, Witness,
};

use super::rng::Rng;
use super::{Spend, possible};

pub(super) fn mutate(rng: &mut Rng, spend: &mut Spend) {
    let index = spend.index;
    match rng.below(20) {
        0..4 => {
            let mut script = spend.tx.input[index].script_sig.to_bytes();
            script_or_bytes(rng, &mut script);
            spend.tx.input[index].script_sig = script.into();
        }
        4..8 => {
            let mut script = spend.spent[index].script_pubkey.to_bytes();
            script_or_bytes(rng, &mut script);
            spend.spent[index].script_pubkey = script.into();
        }
        8..14 => {
            let mut items = spend.tx.input[index].witness.to_vec();
            witness(rng, &mut items);
            spend.tx.input[index].witness = Witness::from_slice(&items);
        }
        14 => spend.flags = possible(Flags::from_bits(rng.u32())),
        15 => {
            let amount = BitcoinAmount::from_sat(rng.next() % 3_000);
            spend.spent[index].value = amount;
        }
        _ => transaction(rng, spend),
    }
}

/// Version, lock times, other inputs, outputs.
fn transaction(rng: &mut Rng, spend: &mut Spend) {
    let tx = &mut spend.tx;
    match rng.below(7) {
        0 => tx.version.0 = *rng.pick(&[0, 1, 2, 3, -1, i32::MIN]),
        1 => tx.lock_time = lock_time(rng),
        2 => tx.input[spend.index].sequence = sequence(rng),
        3 => tx.output.push(output(rng)),
        4 => drop(tx.output.pop()),
        5 if tx.output.is_empty() => {}
        5 => {
            let at = rng.below(tx.output.len());
            tx.output[at] = output(rng);
        }
        _ => {
            // Another input, before or behind.
            let at = rng.below(tx.input.len() + 1);
            let input = TxIn { previous_output: outpoint(rng), ..TxIn::default() };
            tx.input.insert(at, input);
            spend.spent.insert(at, output(rng));
            spend.index += usize::from(at <= spend.index);
        }
    }
}

pub(super) fn outpoint(rng: &mut Rng) -> OutPoint {
    let mut hex = String::new();
    rng.bytes(32).iter().for_each(|byte| hex.push_str(&format!("{byte:02x}")));
    OutPoint { txid: hex.parse().unwrap(), vout: u32::from(rng.byte()) }
}

pub(super) fn output(rng: &mut Rng) -> TxOut {
    let length = rng.below(40);
    TxOut {
        value: BitcoinAmount::from_sat(rng.next() % 1_000_000),
        script_pubkey: ScriptBuf::from_bytes(rng.bytes(length)),
    }
}

/// Heights, times, and what is between.
pub(super) fn lock_time(rng: &mut Rng) -> LockTime {
    let any = rng.u32();
    let times = [0, 1, 100, 499_999_999, 500_000_000, 500_000_100, u32::MAX, any];
    LockTime::from_consensus(*rng.pick(&times))
}

pub(super) fn sequence(rng: &mut Rng) -> Sequence {
    let any = rng.u32();
    let (by_time, off) = (1 << 22, 1 << 31);
    let all = [0, 1, 10, 0xffff, by_time | 10, off | 10, u32::MAX, u32::MAX - 1, any];
    Sequence(*rng.pick(&all))
}

/// Bits and bytes, or whole operations if the bytes are a script.
pub(super) fn script_or_bytes(rng: &mut Rng, script: &mut Vec<u8>) {
    if rng.one_in(2) { operations(rng, script) } else { bytes(rng, script) }
}

fn bytes(rng: &mut Rng, bytes: &mut Vec<u8>) {
    let at = rng.below(bytes.len());
    match rng.below(6) {
        _ if bytes.is_empty() => bytes.push(rng.byte()),
        0 | 1 => bytes[at] ^= 1 << rng.below(8),
        2 => bytes[at] = rng.byte(),
        3 => bytes.insert(at, rng.byte()),
        4 => drop(bytes.remove(at)),
        _ => bytes.truncate(at),
    }
}

/// Takes out, repeats, puts in or replaces one operation.
fn operations(rng: &mut Rng, script: &mut Vec<u8>) {
    let steps: Vec<_> = Instructions::new(script).map_while(Result::ok).collect();
    if steps.is_empty() {
        script.extend(operation(rng));
        return;
    }
    let step = *rng.pick(&steps);
    let (from, to) = (step.position, step.end);
    match rng.below(4) {
        0 => drop(script.drain(from..to)),
        1 => {
            let again = script[from..to].to_vec();
            script.splice(to..to, again);
        }
        2 => drop(script.splice(from..from, operation(rng))),
        _ => drop(script.splice(from..to, operation(rng))),
    }
}

/// Any operation, or a push of a small number or of some bytes.
pub(super) fn operation(rng: &mut Rng) -> Vec<u8> {
    match rng.below(8) {
        0 | 1 => vec![0x4f + rng.byte() % 18],
        2 => {
            let data = number(rng);
            [vec![u8::try_from(data.len()).unwrap()], data].concat()
        }
        3 => {
            let length = rng.below(6) * 13;
            [vec![u8::try_from(length).unwrap()], rng.bytes(length)].concat()
        }
        4 => vec![*rng.pick(&[0x63, 0x64, 0x67, 0x68, 0x69, 0x76, 0x75, 0x87])],
        5 => vec![*rng.pick(&[0xab, 0xac, 0xad, 0xae, 0xaf, 0xb1, 0xb2, 0xba])],
        6 => vec![0x61 + rng.byte() % 0x5a],
        _ => vec![rng.byte()],
    }
}

/// Numbers around the limits of four and five bytes, negative zero, and padded ones.
pub(super) fn number(rng: &mut Rng) -> Vec<u8> {
    let length = rng.below(7);
    let mut bytes: Vec<u8> = (0..length).map(|_| *rng.pick(&[0, 1, 0x7f, 0x80, 0xff])).collect();
    if rng.one_in(3)
        && let Some(last) = bytes.last_mut()
    {
        *last = rng.byte();
    }
    bytes
}

fn witness(rng: &mut Rng, items: &mut Vec<Vec<u8>>) {
    let at = rng.below(items.len());
    match rng.below(10) {
        _ if items.is_empty() => items.push(number(rng)),
        0..5 => {
            if at + 2 >= items.len() {
                script_or_bytes(rng, &mut items[at]);
            } else {
                bytes(rng, &mut items[at]);
            }
        }
        5 => drop(items.remove(at)),
        6 => items.insert(at, number(rng)),
        7 => {
            let other = rng.below(items.len());
            items.swap(at, other);
        }
        8 => items[at].clear(),
        // An annex, or something like it.
        _ => items.push([vec![0x50], number(rng)].concat()),
    }
}

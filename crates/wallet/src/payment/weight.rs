//! How heavy a transaction is once it is signed.
//!
//! Signatures are counted at their longest (72 bytes: DER with a low S and the sighash byte), so the
//! signed transaction is never heavier than said. Half of all signatures are one byte shorter, fewer
//! than one in fifty more than that. Does not know fee rates.

use quarry_primitives::{Script, TxOut};

/// Which kind of output an input spends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InputKind {
    /// Pay to witness public key hash (BIP-141).
    P2wpkh,
    /// Pay to public key hash.
    P2pkh,
}

const SIGNATURE_BYTES: u64 = 72;
const PUBLIC_KEY_BYTES: u64 = 33;
/// Both with their length bytes: `<signature> <public key>`.
const UNLOCKING_BYTES: u64 = 1 + SIGNATURE_BYTES + 1 + PUBLIC_KEY_BYTES;
/// Outpoint, empty script's length byte, sequence.
const EMPTY_INPUT_BYTES: u64 = 36 + 1 + 4;
/// Version and lock time.
const FRAME_BYTES: u64 = 4 + 4;
/// A byte outside the witness weighs four units (BIP-141).
const UNITS_PER_BYTE: u64 = 4;

impl InputKind {
    /// The kind of an output's script, if it is one that can be signed here.
    #[must_use]
    pub fn of(script_pubkey: &Script) -> Option<Self> {
        if script_pubkey.is_p2wpkh() {
            Some(Self::P2wpkh)
        } else if script_pubkey.is_p2pkh() {
            Some(Self::P2pkh)
        } else {
            None
        }
    }

    /// What one such input adds to a transaction that has a witness.
    pub(super) const fn weight(self) -> u64 {
        match self {
            // The extra byte counts the witness items: two, or none.
            Self::P2wpkh => EMPTY_INPUT_BYTES * UNITS_PER_BYTE + 1 + UNLOCKING_BYTES,
            Self::P2pkh => (EMPTY_INPUT_BYTES + UNLOCKING_BYTES) * UNITS_PER_BYTE + 1,
        }
    }
}

/// What decides a transaction's weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    p2wpkh: u64,
    p2pkh: u64,
    outputs: u64,
    output_bytes: u64,
}

impl Shape {
    pub(super) fn add_input(&mut self, kind: InputKind) {
        match kind {
            InputKind::P2wpkh => self.p2wpkh += 1,
            InputKind::P2pkh => self.p2pkh += 1,
        }
    }

    pub(super) fn add_output(&mut self, script_pubkey: &Script) {
        let output = TxOut {
            value: quarry_primitives::BitcoinAmount::ZERO,
            script_pubkey: script_pubkey.to_owned(),
        };
        self.outputs += 1;
        self.output_bytes += output.size() as u64;
    }

    /// The weight of the signed transaction, at most.
    pub(super) fn weight(&self) -> u64 {
        let inputs = self.p2wpkh + self.p2pkh;
        let frame = FRAME_BYTES + count_bytes(inputs) + count_bytes(self.outputs);
        let plain = (frame + self.output_bytes) * UNITS_PER_BYTE;
        let spending =
            self.p2wpkh * InputKind::P2wpkh.weight() + self.p2pkh * InputKind::P2pkh.weight();
        if self.p2wpkh == 0 {
            // No witness at all: no empty stacks are written for the other inputs.
            plain + spending - self.p2pkh
        } else {
            // Marker and flag.
            plain + spending + 2
        }
    }

    /// Virtual size: a quarter of the weight, rounded up (BIP-141).
    pub(super) fn vsize(&self) -> u64 {
        self.weight().div_ceil(UNITS_PER_BYTE)
    }
}

/// The length of a count in Bitcoin's variable-length form; counts here stay below 2^16.
const fn count_bytes(count: u64) -> u64 {
    if count < 0xfd { 1 } else { 3 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_known_sizes() {
        // The figures of every fee calculator: 1-in 2-out P2WPKH is 141 vB, P2PKH 226 bytes.
        let p2wpkh = Script::from_bytes(&[0u8; 22]).to_owned();
        let p2pkh = Script::from_bytes(&[0u8; 25]).to_owned();
        let mut shape = Shape::default();
        shape.add_input(InputKind::P2wpkh);
        shape.add_output(&p2wpkh);
        shape.add_output(&p2wpkh);
        assert_eq!((shape.weight(), shape.vsize()), (562, 141));
        let mut shape = Shape::default();
        shape.add_input(InputKind::P2pkh);
        shape.add_output(&p2pkh);
        shape.add_output(&p2pkh);
        assert_eq!((shape.weight(), shape.vsize()), (904, 226));
    }
}

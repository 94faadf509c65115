//! Spends made from nothing: every standard kind, signed with every hash type, and scripts of
//! random operations behind every kind of hash.

use quarry_chain::script::sighash::{self, tap_branch_hash, tap_leaf_hash, tap_tweak_hash};
use quarry_chain::script::{Flags, Instructions, TapLeaf, TaprootSpend, TxData, opcode};
use quarry_primitives::hashes::{hash160, sha256};
use quarry_primitives::secp256k1::{All, Keypair, Message, Scalar, Secp256k1, SecretKey};
use quarry_primitives::{Hash, Transaction, TransactionVersion, TxIn, Witness};

use super::rng::Rng;
use super::{Spend, mutate, possible};

/// How many keys there are.
const KEYS: usize = 4;
/// The hash types that every kind of signature knows.
const HASH_TYPES: [u8; 6] = [0x01, 0x02, 0x03, 0x81, 0x82, 0x83];

/// What a script takes from the stack, bottom first.
#[derive(Clone)]
enum Item {
    Data(Vec<u8>),
    /// A signature by a key, of the code behind the last `OP_CODESEPARATOR`.
    Signature {
        key: usize,
    },
}

/// A script and what it takes.
#[derive(Clone)]
struct Lock {
    script: Vec<u8>,
    items: Vec<Item>,
    /// How deep it stands in a tree, if it is a leaf.
    depth: usize,
}

/// Where a script stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Bare,
    ScriptHash,
    WitnessScript,
    WitnessScriptHash,
    Leaf,
}

const PLACES: [Place; 5] =
    [Place::Bare, Place::ScriptHash, Place::WitnessScript, Place::WitnessScriptHash, Place::Leaf];

/// Makes spends.
pub(super) struct Maker {
    secp: Secp256k1<All>,
    keys: Vec<Keypair>,
}

fn push(out: &mut Vec<u8>, data: &[u8]) {
    match u8::try_from(data.len()) {
        Ok(length @ ..=75) => out.push(length),
        Ok(length) => out.extend_from_slice(&[opcode::OP_PUSHDATA1, length]),
        Err(_) => {
            out.push(opcode::OP_PUSHDATA2);
            out.extend_from_slice(&u16::try_from(data.len()).unwrap().to_le_bytes());
        }
    }
    out.extend_from_slice(data);
}

/// A script of operations and pushes.
fn script(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

fn pushed(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    push(&mut out, data);
    out
}

fn script_hash(script: &[u8]) -> Vec<u8> {
    let hash = hash160::Hash::hash(script);
    [&[0xa9, 0x14], &hash.as_byte_array()[..], &[0x87]].concat()
}

fn witness_script_hash(script: &[u8]) -> Vec<u8> {
    let hash = sha256::Hash::hash(script);
    [&[0x00, 0x20], &hash.as_byte_array()[..]].concat()
}

/// A transaction of one to three inputs with nothing signed.
fn frame(rng: &mut Rng) -> Spend {
    let inputs = 1 + rng.below(3);
    let outputs = rng.below(4);
    let input = |rng: &mut Rng| TxIn {
        previous_output: mutate::outpoint(rng),
        sequence: mutate::sequence(rng),
        ..TxIn::default()
    };
    let tx = Transaction {
        version: TransactionVersion(*rng.pick(&[1, 2, 2, 2, -1])),
        lock_time: mutate::lock_time(rng),
        input: (0..inputs).map(|_| input(rng)).collect(),
        output: (0..outputs).map(|_| mutate::output(rng)).collect(),
    };
    let spent = (0..inputs).map(|_| mutate::output(rng)).collect();
    let flags = if rng.one_in(4) { Flags::from_bits(rng.u32()) } else { Flags::MANDATORY };
    Spend { tx, spent, index: rng.below(inputs), flags: possible(flags) }
}

impl Maker {
    pub(super) fn new() -> Self {
        let secp = Secp256k1::new();
        let key = |n: usize| {
            let byte = u8::try_from(n + 1).unwrap();
            Keypair::from_secret_key(&secp, &SecretKey::from_slice(&[byte; 32]).unwrap())
        };
        Self { keys: (0..KEYS).map(key).collect(), secp }
    }

    /// A valid spend of a standard kind.
    pub(super) fn honest(&self, rng: &mut Rng) -> Spend {
        let mut spend = frame(rng);
        spend.flags = Flags::MANDATORY;
        while spend.tx.output.len() <= spend.index {
            spend.tx.output.push(mutate::output(rng));
        }
        let hash_type = *rng.pick(&HASH_TYPES);
        match rng.below(4) {
            0 => self.put_witness_key(rng, &mut spend, hash_type),
            1 => self.put_taproot_key(rng, &mut spend, hash_type),
            _ => {
                let place = *rng.pick(&PLACES);
                // Without lock times: those depend on the rest.
                let kind = rng.below(6);
                let lock = self.lock(rng, place, kind);
                self.put(rng, &mut spend, place, &lock, hash_type);
            }
        }
        spend
    }

    /// A spend of a standard kind with any hash type, whose script may have been changed before it
    /// was signed.
    pub(super) fn signed(&self, rng: &mut Rng) -> Spend {
        let mut spend = frame(rng);
        let any = rng.byte();
        let hash_type = if rng.one_in(8) { any } else { *rng.pick(&HASH_TYPES) };
        match rng.below(6) {
            0 => self.put_witness_key(rng, &mut spend, hash_type),
            1 => self.put_taproot_key(rng, &mut spend, hash_type),
            _ => {
                let place = *rng.pick(&PLACES);
                let kind = rng.below(10);
                let mut lock = self.lock(rng, place, kind);
                if rng.one_in(4) {
                    mutate::script_or_bytes(rng, &mut lock.script);
                }
                self.put(rng, &mut spend, place, &lock, hash_type);
            }
        }
        spend
    }

    /// Random operations on a random stack.
    pub(super) fn random_script(&self, rng: &mut Rng) -> Spend {
        let mut spend = frame(rng);
        let length = rng.below(12);
        let mut script: Vec<u8> = Vec::new();
        (0..length).for_each(|_| script.extend(mutate::operation(rng)));
        // One that often ends well.
        if rng.one_in(2) {
            script.extend_from_slice(&[0x74, 0x75, 0x51][rng.below(3)..]);
        }
        let count = rng.below(6);
        let items = (0..count).map(|_| self.random_item(rng)).collect();
        let place = *rng.pick(&PLACES);
        let hash_type = *rng.pick(&HASH_TYPES);
        let lock = Lock { script, items, depth: rng.below(4) };
        self.put(rng, &mut spend, place, &lock, hash_type);
        spend
    }

    /// As much of something as is allowed, one less, one more.
    pub(super) fn at_a_limit(&self, rng: &mut Rng) -> Spend {
        let mut spend = frame(rng);
        let around = |rng: &mut Rng, limit: usize| limit - 1 + rng.below(3);
        let place = *rng.pick(&PLACES);
        let mut items = Vec::new();
        let script = match rng.below(8) {
            // Operations.
            0 => [vec![0x61; around(rng, 201)], vec![0x51]].concat(),
            // Keys count as operations: 20 each time, and the check itself.
            1 => {
                let mut script = [&[0; 22][..], &[0x01, 20, 0xae, 0x69]].concat().repeat(9);
                script.resize(script.len() + around(rng, 201 - 9 * 22), 0x61);
                [script, vec![0x51]].concat()
            }
            // Bytes of an item, pushed here or given.
            2 => [pushed(&vec![7; around(rng, 520)]), vec![0x75, 0x51]].concat(),
            3 => {
                items.push(Item::Data(vec![7; around(rng, 520)]));
                vec![0x75, 0x51]
            }
            // Items on both stacks.
            4 => {
                let count = around(rng, 1_000);
                let drops = [0x6d].repeat(150);
                [vec![0x51; count], vec![0x6b, 0x51, 0x75], drops].concat()
            }
            5 => {
                items = vec![Item::Data(vec![1]); around(rng, 1_000)];
                [vec![0x6d; rng.below(200)], vec![0x51]].concat()
            }
            // Bytes of a script.
            6 => {
                let push = [&pushed(&[7; 500])[..], &[0x75]].concat();
                let script = push.repeat(19);
                let rest = around(rng, 10_000) - script.len() - 1;
                let last = pushed(&vec![7; rest - 4]);
                [script, last, vec![0x51]].concat()
            }
            // Signatures, which the bytes of the witness pay for.
            _ => {
                let key = rng.below(KEYS);
                let push_key = pushed(&self.key(rng, place, key));
                let check = [&[0x76], &push_key[..], &[0xad]].concat();
                items.push(Item::Signature { key });
                [check.repeat(rng.below(24)), push_key, vec![0xac]].concat()
            }
        };
        let depth = if rng.one_in(4) { around(rng, 128) } else { rng.below(4) };
        self.put(rng, &mut spend, place, &Lock { script, items, depth }, 1);
        spend
    }

    fn random_item(&self, rng: &mut Rng) -> Item {
        let key = rng.below(KEYS);
        match rng.below(6) {
            0 => Item::Signature { key },
            1 => Item::Data(self.keys[key].public_key().serialize().to_vec()),
            2 => Item::Data(Vec::new()),
            3 => Item::Data(vec![rng.byte() % 4]),
            _ => Item::Data(mutate::number(rng)),
        }
    }

    /// A key as a script of this place has it.
    fn key(&self, rng: &mut Rng, place: Place, key: usize) -> Vec<u8> {
        let public = self.keys[key].public_key();
        match place {
            Place::Leaf => public.x_only_public_key().0.serialize().to_vec(),
            Place::Bare | Place::ScriptHash if rng.one_in(3) => {
                public.serialize_uncompressed().to_vec()
            }
            _ => public.serialize().to_vec(),
        }
    }

    fn lock(&self, rng: &mut Rng, place: Place, kind: usize) -> Lock {
        let (a, b) = (rng.below(KEYS), rng.below(KEYS));
        let (key_a, key_b) = (self.key(rng, place, a), self.key(rng, place, b));
        let (push_a, push_b) = (&pushed(&key_a)[..], &pushed(&key_b)[..]);
        let by = |key| Item::Signature { key };
        let (script, items) = match kind {
            0 => (script(&[push_a, &[0xac]]), vec![by(a)]),
            1 => {
                let hash = hash160::Hash::hash(&key_a);
                let push_hash = pushed(hash.as_byte_array());
                let script = script(&[&[0x76, 0xa9], &push_hash, &[0x88, 0xac]]);
                (script, vec![by(a), Item::Data(key_a)])
            }
            2 => (script(&[push_a, &[0xad], push_b, &[0xac]]), vec![by(b), by(a)]),
            3 if place == Place::Leaf => {
                let script = script(&[push_a, &[0xac], push_b, &[0xba, 0x52, 0x9c]]);
                (script, vec![by(b), by(a)])
            }
            3 => {
                let script = script(&[&[0x52], push_a, push_b, &[0x52, 0xae]]);
                (script, vec![Item::Data(vec![]), by(a), by(b)])
            }
            4 => (script(&[&[0x61, 0xab], push_a, &[0xac]]), vec![by(a)]),
            5 => {
                let taken = rng.one_in(2);
                let condition = Item::Data(if taken { vec![1] } else { vec![] });
                let script = script(&[&[0x63], push_a, &[0x67], push_b, &[0x68, 0xac]]);
                (script, vec![by(if taken { a } else { b }), condition])
            }
            6 | 7 => {
                let lock = pushed(&mutate::number(rng));
                let check = [if kind == 6 { 0xb1 } else { 0xb2 }, 0x75];
                (script(&[&lock, &check, push_a, &[0xac]]), vec![by(a)])
            }
            8 => {
                // One of two, where the first try may fail.
                let script = script(&[&[0x51], push_a, push_b, &[0x52, 0xae]]);
                (script, vec![Item::Data(vec![]), by(b)])
            }
            _ => {
                // The same signature twice, with a separator between.
                let script = script(&[&[0x76], push_a, &[0xad, 0xab], push_a, &[0xac]]);
                (script, vec![by(a)])
            }
        };
        Lock { script, items, depth: rng.below(4) }
    }

    /// Puts a script behind an output, and what it takes into the input.
    fn put(&self, rng: &mut Rng, spend: &mut Spend, place: Place, lock: &Lock, hash_type: u8) {
        if place == Place::Leaf {
            return self.put_leaf(rng, spend, lock, hash_type);
        }
        let index = spend.index;
        let in_witness = matches!(place, Place::WitnessScript | Place::WitnessScriptHash);
        let program = witness_script_hash(&lock.script);
        spend.spent[index].script_pubkey = match place {
            Place::Bare => lock.script.clone(),
            Place::ScriptHash => script_hash(&lock.script),
            Place::WitnessScript => program.clone(),
            _ => script_hash(&program),
        }
        .into();
        let code = &lock.script[code_start(&lock.script)..];
        let digest = if in_witness {
            let data = TxData::new(&spend.tx, &spend.spent);
            sighash::witness_v0(&data, index, code, u32::from(hash_type))
        } else {
            sighash::legacy(&spend.tx, index, code, u32::from(hash_type))
        };
        let mut items = self.items(lock, |key| self.ecdsa(key, digest, hash_type));
        let input = &mut spend.tx.input[index];
        if in_witness {
            items.push(lock.script.clone());
            input.witness = Witness::from_slice(&items);
            items = if place == Place::WitnessScriptHash { vec![program] } else { vec![] };
        } else if place == Place::ScriptHash {
            items.push(lock.script.clone());
        }
        let mut script_sig = Vec::new();
        items.iter().for_each(|item| push(&mut script_sig, item));
        input.script_sig = script_sig.into();
    }

    fn items(&self, lock: &Lock, sign: impl Fn(usize) -> Vec<u8>) -> Vec<Vec<u8>> {
        let item = |item: &Item| match item {
            Item::Data(data) => data.clone(),
            Item::Signature { key } => sign(*key),
        };
        lock.items.iter().map(item).collect()
    }

    fn ecdsa(&self, key: usize, digest: [u8; 32], hash_type: u8) -> Vec<u8> {
        let message = Message::from_digest(digest);
        let signature = self.secp.sign_ecdsa(&message, &self.keys[key].secret_key());
        [&signature.serialize_der()[..], &[hash_type]].concat()
    }

    /// A signature of 64 bytes for the hash type of the default, of 65 for others.
    fn schnorr(&self, keypair: &Keypair, digest: Option<[u8; 32]>, hash_type: u8) -> Vec<u8> {
        let message = Message::from_digest(digest.unwrap_or_default());
        let signature = self.secp.sign_schnorr_no_aux_rand(&message, keypair);
        let mut bytes = signature.as_ref().to_vec();
        bytes.extend((hash_type != 0).then_some(hash_type));
        bytes
    }

    /// P2WPKH, plain or behind a script hash.
    fn put_witness_key(&self, rng: &mut Rng, spend: &mut Spend, hash_type: u8) {
        let (index, key) = (spend.index, rng.below(KEYS));
        let public = self.keys[key].public_key().serialize();
        let hash = hash160::Hash::hash(&public);
        let program = [&[0x00, 0x14], &hash.as_byte_array()[..]].concat();
        let code = [&[0x76, 0xa9, 0x14], &hash.as_byte_array()[..], &[0x88, 0xac]].concat();
        let behind_hash = rng.one_in(2);
        let script = if behind_hash { script_hash(&program) } else { program.clone() };
        spend.spent[index].script_pubkey = script.into();
        let data = TxData::new(&spend.tx, &spend.spent);
        let digest = sighash::witness_v0(&data, index, &code, u32::from(hash_type));
        let items = [self.ecdsa(key, digest, hash_type), public.to_vec()];
        spend.tx.input[index].witness = Witness::from_slice(&items);
        if behind_hash {
            spend.tx.input[index].script_sig = pushed(&program).into();
        }
    }

    /// P2TR by key.
    fn put_taproot_key(&self, rng: &mut Rng, spend: &mut Spend, hash_type: u8) {
        let (index, key) = (spend.index, rng.below(KEYS));
        let hash_type = if rng.one_in(3) { 0 } else { hash_type };
        let (internal, _) = self.keys[key].x_only_public_key();
        let tweak = tap_tweak_hash(&internal.serialize(), None);
        let tweak = Scalar::from_be_bytes(tweak).unwrap();
        let tweaked = self.keys[key].add_xonly_tweak(&self.secp, &tweak).unwrap();
        let output = tweaked.x_only_public_key().0.serialize();
        spend.spent[index].script_pubkey = [&[0x51, 0x20], &output[..]].concat().into();
        let annex = annex(rng);
        let by_key = TaprootSpend { annex_hash: annex.as_deref().map(annex_hash), leaf: None };
        let data = TxData::new(&spend.tx, &spend.spent);
        let digest = sighash::taproot(&data, index, hash_type, &by_key);
        let mut items = vec![self.schnorr(&tweaked, digest, hash_type)];
        items.extend(annex);
        spend.tx.input[index].witness = Witness::from_slice(&items);
    }

    /// P2TR by a leaf at some depth.
    fn put_leaf(&self, rng: &mut Rng, spend: &mut Spend, lock: &Lock, hash_type: u8) {
        let index = spend.index;
        let hash_type = if rng.one_in(3) { 0 } else { hash_type };
        let (internal, _) = self.keys[rng.below(KEYS)].x_only_public_key();
        let leaf_version = if rng.one_in(16) { rng.byte() & 0xfe } else { 0xc0 };
        let leaf_hash = tap_leaf_hash(leaf_version, &lock.script);
        let path: Vec<[u8; 32]> =
            (0..lock.depth).map(|_| rng.bytes(32).try_into().unwrap()).collect();
        let root = path.iter().fold(leaf_hash, |hash, node| tap_branch_hash(&hash, node));
        let tweak = Scalar::from_be_bytes(tap_tweak_hash(&internal.serialize(), Some(&root)));
        let (output, parity) = internal.add_tweak(&self.secp, &tweak.unwrap()).unwrap();
        let script = [&[0x51, 0x20], &output.serialize()[..]].concat();
        spend.spent[index].script_pubkey = script.into();
        let annex = annex(rng);
        let leaf = TapLeaf { hash: leaf_hash, code_separator: separator_index(&lock.script) };
        let annex_hash = annex.as_deref().map(annex_hash);
        let by_leaf = TaprootSpend { annex_hash, leaf: Some(leaf) };
        let data = TxData::new(&spend.tx, &spend.spent);
        let digest = sighash::taproot(&data, index, hash_type, &by_leaf);
        let sign = |key: usize| self.schnorr(&self.keys[key], digest, hash_type);
        let mut items = self.items(lock, sign);
        items.push(lock.script.clone());
        let control = [&[leaf_version | parity.to_u8()], &internal.serialize()[..]].concat();
        items.push([control, path.concat()].concat());
        items.extend(annex);
        spend.tx.input[index].witness = Witness::from_slice(&items);
    }
}

fn annex(rng: &mut Rng) -> Option<Vec<u8>> {
    let length = rng.below(20);
    rng.one_in(4).then(|| [vec![0x50], rng.bytes(length)].concat())
}

fn annex_hash(annex: &[u8]) -> [u8; 32] {
    let with_length = [&[u8::try_from(annex.len()).unwrap()], annex].concat();
    sha256::Hash::hash(&with_length).to_byte_array()
}

/// Where the signed code starts, if the first separator is run.
fn code_start(script: &[u8]) -> usize {
    let mut steps = Instructions::new(script).map_while(Result::ok);
    let separator = steps.find(|step| step.opcode == opcode::OP_CODESEPARATOR);
    // The one that comes after a check of the same signature is not of interest.
    separator.filter(|step| step.position < 4).map_or(0, |step| step.end)
}

fn separator_index(script: &[u8]) -> u32 {
    if code_start(script) == 0 { TapLeaf::NO_CODE_SEPARATOR } else { u32::from(script[0] != 0xab) }
}

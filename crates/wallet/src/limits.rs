//! Every bound of this crate, by name.
//!
//! Does not know why a caller wants more: it gets a typed error that names the limit.

/// The most inputs one payment spends. At 148 bytes for the larger kind (P2PKH) that is 59,200
/// bytes, well inside [`MAX_PAYMENT_WEIGHT`].
pub const MAX_INPUTS: usize = 400;
/// The most recipients one payment pays.
pub const MAX_RECIPIENTS: usize = 1_000;
/// The heaviest transaction that nodes relay (`MAX_STANDARD_TX_WEIGHT`, `policy/policy.h`).
pub const MAX_PAYMENT_WEIGHT: u64 = 400_000;
/// The highest fee rate a payment may ask for (Bitcoin Core's default `maxfeerate`,
/// 0.10 BTC/kvB): a larger one is a mistake in the unit.
pub const MAX_FEE_RATE_SAT_PER_VB: u64 = 10_000;

/// The most keys of one role that [`BranchScripts`](crate::BranchScripts) holds (about 100 MB).
pub const MAX_COVERED_KEYS: u32 = 500_000;
/// The most payments a [`HotSigner`](crate::HotSigner) signs within a day.
pub const MAX_SIGNED_PER_DAY: usize = 100_000;

/// The longest key name, in bytes.
pub const MAX_KEY_NAME_BYTES: usize = 32;
/// The longest key file that is read.
pub const MAX_KEY_FILE_BYTES: usize = 4_096;
/// The longest passphrase, in bytes.
pub const MAX_PASSPHRASE_BYTES: usize = 1_024;
/// The most memory (KiB) a key file may ask for when it is opened: four times what we write.
pub const MAX_ARGON2_M_KIB: u32 = 262_144;
/// The most passes a key file may ask for when it is opened.
pub const MAX_ARGON2_T: u32 = 16;
/// The most lanes a key file may ask for when it is opened.
pub const MAX_ARGON2_P: u32 = 8;

/// The longest word of a descriptor that may be a key or an address: extended keys have 111
/// characters, hexadecimal keys up to 130.
pub const MAX_KEY_CHARS: usize = 130;

// The inputs alone (P2PKH, 148 bytes of weight 4) leave room for the recipients of an ordinary
// payment; a payment with many of both is refused by its weight.
const _: () = assert!(MAX_INPUTS as u64 * 148 * 4 < MAX_PAYMENT_WEIGHT);

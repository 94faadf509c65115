//! Keys that everybody knows: the accounts of a chain made for trying things out.
//!
//! All derive from one published phrase, so their coins are anybody's. Whoever starts a node or an
//! exchange asks [`is_dev_account`] and [`is_dev_branch`] and refuses them on every other chain.
//! Does not know chains.

use std::sync::OnceLock;

use bip39::{Language, Mnemonic};
use quarry_primitives::bip32::{ChildNumber, Xpriv};
use quarry_primitives::{AccountKey, NetworkKind};

use crate::account_secret::AccountSecret;
use crate::branch::{BranchPublic, BranchSecret};
use crate::curve::context;

/// The published phrase (BIP-39, no passphrase).
pub const DEV_MNEMONIC: &str = "test test test test test test test test test test test junk";

/// The development accounts: `m/84'/1'/0'/0/i` of [`DEV_MNEMONIC`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DevAccount {
    /// Index 0.
    Albert,
    /// Index 1.
    Bertrand,
    /// Index 2.
    Camille,
    /// Index 3: the one that mining pays.
    Miner,
}

impl DevAccount {
    /// All of them, by index.
    pub const ALL: [Self; 4] = [Self::Albert, Self::Bertrand, Self::Camille, Self::Miner];

    /// The account's name, which is also its key's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Albert => "albert",
            Self::Bertrand => "bertrand",
            Self::Camille => "camille",
            Self::Miner => "miner",
        }
    }

    /// The account of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|account| account.name() == name)
    }

    /// The account's (well-known) secret.
    #[must_use]
    pub fn secret(self) -> AccountSecret {
        let index = match self {
            Self::Albert => 0,
            Self::Bertrand => 1,
            Self::Camille => 2,
            Self::Miner => 3,
        };
        secret_at(0, index)
    }

    /// The account's key.
    #[must_use]
    pub fn account(self) -> AccountKey {
        self.secret().account()
    }
}

/// The hot branch of a development exchange: `m/84'/1'/1'` of [`DEV_MNEMONIC`].
///
/// # Panics
/// Never: phrase and path are fixed.
#[must_use]
pub fn exchange_branch() -> BranchSecret {
    BranchSecret::from_seed(seed(), NetworkKind::Test, 1).expect("a fixed path that exists")
}

/// The identity of a development exchange, part of every request signed for it: the account of
/// `m/84'/1'/2'/0/0`. It owns no coins; those are on [`exchange_branch`].
#[must_use]
pub fn exchange_account() -> AccountKey {
    secret_at(2, 0).account()
}

/// Whether this account is one of [`DevAccount::ALL`].
#[must_use]
pub fn is_dev_account(account: &AccountKey) -> bool {
    DevAccount::ALL.iter().any(|dev| dev.account() == *account)
}

/// Whether this branch is [`exchange_branch`]'s.
#[must_use]
pub fn is_dev_branch(branch: &BranchPublic) -> bool {
    exchange_branch().public() == *branch
}

/// The secret at `m/84'/1'/account'/0/index`.
fn secret_at(account: u32, index: u32) -> AccountSecret {
    let hardened = |index| ChildNumber::Hardened { index };
    let normal = |index| ChildNumber::Normal { index };
    let path = [hardened(84), hardened(1), hardened(account), normal(0), normal(index)];
    let key = master().derive_priv(context(), &path).expect("a fixed path that exists");
    AccountSecret::from_secret_key(key.private_key)
}

// Kept for the life of the process, unlike any real secret: stretching the phrase takes
// milliseconds, and it is in this file anyway.
fn seed() -> &'static [u8; 64] {
    static SEED: OnceLock<[u8; 64]> = OnceLock::new();
    SEED.get_or_init(|| {
        Mnemonic::parse_in_normalized(Language::English, DEV_MNEMONIC)
            .expect("the constant is a valid phrase")
            .to_seed_normalized("")
    })
}

fn master() -> Xpriv {
    Xpriv::new_master(NetworkKind::Test, seed()).expect("the seed of the constant phrase is good")
}

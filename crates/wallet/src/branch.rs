//! The exchange's hot branch: one BIP-32 account key, below which every deposit and change script
//! lies.
//!
//! Two halves: [`BranchSecret`] signs, [`BranchPublic`] derives scripts and can do nothing else, so a
//! component that faces the network holds only that. Does not know which indices are in use.
//!
//! BIP-32's known weakness applies: whoever has the public half *and one* derived secret can work
//! out the branch's secret. No derived secret ever leaves this crate.

use core::fmt;
use core::str::FromStr;

use quarry_primitives::bip32::{ChainCode, ChildNumber, DerivationPath, Xpriv, Xpub};
use quarry_primitives::{CompressedPublicKey, NetworkKind, ScriptBuf};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::account_secret::AccountSecret;
use crate::curve::context;

/// Which of a branch's two chains of keys (BIP-44's "change" level).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyRole {
    /// Path `0/i`: handed out so that others pay in.
    Deposit,
    /// Path `1/i`: the branch's own change.
    Change,
}

/// Where a key lies below the branch: `role/index`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPath {
    /// Deposit or change.
    pub role: KeyRole,
    /// The index, below 2^31.
    pub index: u32,
}

/// Why something is not a branch or has no such key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BranchError {
    /// Not an extended key in base58.
    #[error("not an extended key (xpub or xprv text of BIP-32)")]
    Form,
    /// Seeds are 16 to 64 bytes (BIP-32).
    #[error("a seed has 16 to 64 bytes, this one has {0}")]
    SeedLength(usize),
    /// Indices of unhardened keys end at 2^31 - 1.
    #[error("key index {0} is above the last one, 2147483647")]
    Index(u32),
    /// More scripts than [`MAX_COVERED_KEYS`](crate::limits::MAX_COVERED_KEYS).
    #[error("cannot hold {0} scripts of one role, the limit is {max}",
        max = crate::limits::MAX_COVERED_KEYS)]
    TooManyKeys(u32),
    /// Happens once in 2^127 keys: use the next index.
    #[error("key index {0} does not exist; use the next one")]
    NoSuchKey(u32),
}

fn child_numbers(path: KeyPath) -> Result<[ChildNumber; 2], BranchError> {
    let role = match path.role {
        KeyRole::Deposit => ChildNumber::Normal { index: 0 },
        KeyRole::Change => ChildNumber::Normal { index: 1 },
    };
    let index =
        ChildNumber::from_normal_idx(path.index).map_err(|_| BranchError::Index(path.index))?;
    Ok([role, index])
}

/// The half that only derives scripts. Text form: the account's `xpub`/`tpub`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchPublic {
    xpub: Xpub,
}

impl BranchPublic {
    /// The P2WPKH script of deposit `index`.
    ///
    /// # Errors
    /// [`BranchError::Index`] from 2^31 on.
    pub fn deposit_script(&self, index: u32) -> Result<ScriptBuf, BranchError> {
        self.script(KeyPath { role: KeyRole::Deposit, index })
    }

    /// The P2WPKH script of change `index`.
    ///
    /// # Errors
    /// [`BranchError::Index`] from 2^31 on.
    pub fn change_script(&self, index: u32) -> Result<ScriptBuf, BranchError> {
        self.script(KeyPath { role: KeyRole::Change, index })
    }

    /// The P2WPKH script at a path.
    ///
    /// # Errors
    /// [`BranchError::Index`] from 2^31 on.
    pub fn script(&self, path: KeyPath) -> Result<ScriptBuf, BranchError> {
        let child = self
            .xpub
            .derive_pub(context(), &child_numbers(path)?)
            .map_err(|_| BranchError::NoSuchKey(path.index))?;
        Ok(ScriptBuf::new_p2wpkh(&CompressedPublicKey(child.public_key).wpubkey_hash()))
    }
}

impl fmt::Display for BranchPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.xpub.fmt(f)
    }
}

impl FromStr for BranchPublic {
    type Err = BranchError;
    fn from_str(text: &str) -> Result<Self, BranchError> {
        text.parse().map(|xpub| Self { xpub }).map_err(|_| BranchError::Form)
    }
}

/// The half that signs. Erased when dropped; `Debug` shows the public half only.
#[derive(Clone)]
pub struct BranchSecret {
    xprv: Xpriv,
}

impl BranchSecret {
    /// The branch `m/84'/coin'/account'` of a seed (BIP-84; coin 0 on the main network, else 1).
    ///
    /// # Errors
    /// [`BranchError::SeedLength`] or [`BranchError::Index`].
    pub fn from_seed(seed: &[u8], network: NetworkKind, account: u32) -> Result<Self, BranchError> {
        if !(16..=64).contains(&seed.len()) {
            return Err(BranchError::SeedLength(seed.len()));
        }
        let hardened =
            |i| ChildNumber::from_hardened_idx(i).map_err(|_| BranchError::Index(account));
        let coin = u32::from(network == NetworkKind::Test);
        let path = DerivationPath::from(vec![hardened(84)?, hardened(coin)?, hardened(account)?]);
        let mut master =
            Xpriv::new_master(network, seed).map_err(|_| BranchError::NoSuchKey(account))?;
        let branch = master.derive_priv(context(), &path);
        erase(&mut master);
        branch.map(|xprv| Self { xprv }).map_err(|_| BranchError::NoSuchKey(account))
    }

    /// Reads the account's `xprv`/`tprv` text.
    ///
    /// # Errors
    /// [`BranchError::Form`], which does not quote the text.
    pub fn from_xprv(text: &str) -> Result<Self, BranchError> {
        text.parse().map(|xprv| Self { xprv }).map_err(|_| BranchError::Form)
    }

    /// Writes the account's `xprv`/`tprv` text, erased when dropped.
    #[must_use]
    pub fn to_xprv(&self) -> Zeroizing<String> {
        Zeroizing::new(self.xprv.to_string())
    }

    /// The half that can be given away to whoever only hands out addresses.
    #[must_use]
    pub fn public(&self) -> BranchPublic {
        BranchPublic { xpub: Xpub::from_priv(context(), &self.xprv) }
    }

    /// The secret at a path.
    pub(crate) fn secret(&self, path: KeyPath) -> Result<AccountSecret, BranchError> {
        let mut child = self
            .xprv
            .derive_priv(context(), &child_numbers(path)?)
            .map_err(|_| BranchError::NoSuchKey(path.index))?;
        let secret = AccountSecret::from_secret_key(child.private_key);
        erase(&mut child);
        Ok(secret)
    }
}

fn erase(xprv: &mut Xpriv) {
    xprv.private_key.non_secure_erase();
    // Worthless without the key; nothing to gain from a volatile write.
    xprv.chain_code = ChainCode::from([0; 32]);
}

impl Zeroize for BranchSecret {
    fn zeroize(&mut self) {
        erase(&mut self.xprv);
    }
}

impl Drop for BranchSecret {
    fn drop(&mut self) {
        self.zeroize();
    }
}

impl ZeroizeOnDrop for BranchSecret {}

impl fmt::Debug for BranchSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BranchSecret(of {})", self.public())
    }
}

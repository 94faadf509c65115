//! The key file: one named account key, encrypted by a passphrase, as JSON text.
//!
//! ```text
//! {"version":1,"kind":"secp256k1","name":"alice","account":"02..","secret":{"argon2id":
//!   {"m_kib":65536,"t":3,"p":1,"salt":"..","nonce":"..","ciphertext":".."}}}
//! ```
//!
//! The passphrase's bytes go through argon2id (RFC 9106, version 0x13) to a 32-byte key; the secret's
//! 32 bytes are sealed with XChaCha20-Poly1305, whose associated data is `quarry key file v1` and the
//! account's 33 bytes. Development keys, which are public anyway, are `{"plain":"WIF"}` instead.
//!
//! Does not know files (`store` writes them) or where salt and nonce come from. Error texts never
//! quote the file: a misplaced secret would end up in a log.

mod wire;

use core::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use quarry_primitives::{AccountKey, NetworkKind};
use zeroize::Zeroizing;

use crate::account_secret::AccountSecret;
use crate::key_name::KeyName;
use crate::limits::{
    MAX_ARGON2_M_KIB, MAX_ARGON2_P, MAX_ARGON2_T, MAX_KEY_FILE_BYTES, MAX_PASSPHRASE_BYTES,
};

/// The format's version that this code writes, and the newest it reads.
const VERSION: u32 = 1;
const AAD_PREFIX: &[u8] = b"quarry key file v1";
/// What new files cost to open: 64 MiB, three passes (OWASP's floor is 19 MiB and two).
const COST: Cost = Cost { m_kib: 65_536, t: 3, p: 1 };
/// The network that the plain form's WIF is written for: development keys exist on test networks.
const PLAIN_NETWORK: NetworkKind = NetworkKind::Test;

/// Why a key file cannot be read or opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// Not the text of a key file; says where, never what.
    #[error("not a key file: {problem} (line {line}, column {column})")]
    Syntax {
        /// What is wrong, without quoting.
        problem: &'static str,
        /// From 1; 0 if it is the whole file.
        line: usize,
        /// From 1; 0 if it is the whole line.
        column: usize,
    },
    /// Well-formed, but a field's value cannot be.
    #[error("damaged key file: {0}")]
    Corrupt(&'static str),
    /// Written by a newer program.
    #[error("key file of version {found}, this program knows up to {known}: upgrade quarry")]
    NewerVersion {
        /// The file's version.
        found: u32,
        /// The newest that this code reads.
        known: u32,
    },
    /// Asks for more memory or time than any key file we write.
    #[error("the key file asks for {0}, more than is allowed: it was not written by quarry")]
    TooCostly(&'static str),
    /// The passphrase does not open it. A changed file looks the same.
    #[error("wrong passphrase for key `{0}` (or the file was changed)")]
    WrongPassphrase(KeyName),
    /// A passphrase is needed.
    #[error("key `{0}` is encrypted: a passphrase is needed")]
    Encrypted(KeyName),
    /// A passphrase that cannot be.
    #[error("a passphrase has 1 to {MAX_PASSPHRASE_BYTES} bytes")]
    Passphrase,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cost {
    m_kib: u32,
    t: u32,
    p: u32,
}

#[derive(Clone)]
enum Stored {
    Plain(AccountSecret),
    Sealed { cost: Cost, salt: [u8; 16], nonce: [u8; 24], ciphertext: [u8; 48] },
}

/// A named account key as it is stored.
///
/// ```
/// use quarry_wallet::{AccountSecret, KeyFile, KeyName};
/// let secret = AccountSecret::from_bytes(&[7; 32])?;
/// let file = KeyFile::encrypt(&KeyName::new("alice")?, &secret, b"correct horse", [1; 16], [2; 24])?;
/// let read = KeyFile::decode(file.encode().as_bytes())?;
/// assert_eq!(read.decrypt(b"correct horse")?.account(), secret.account());
/// assert!(read.decrypt(b"wrong").is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct KeyFile {
    name: KeyName,
    account: AccountKey,
    stored: Stored,
}

impl KeyFile {
    /// A key file whose secret anybody can read: for keys that are public anyway.
    #[must_use]
    pub fn plain_for_development(name: &KeyName, secret: &AccountSecret) -> Self {
        let stored = Stored::Plain(secret.clone());
        Self { name: name.clone(), account: secret.account(), stored }
    }

    /// A key file that a passphrase opens. Salt and nonce must be fresh random bytes.
    ///
    /// # Errors
    /// [`KeyFileError::Passphrase`] if it is empty or longer than [`MAX_PASSPHRASE_BYTES`].
    ///
    /// # Panics
    /// Never: the parameters are fixed and the text is short.
    pub fn encrypt(
        name: &KeyName,
        secret: &AccountSecret,
        passphrase: &[u8],
        salt: [u8; 16],
        nonce: [u8; 24],
    ) -> Result<Self, KeyFileError> {
        let account = secret.account();
        let aad = aad(&account);
        let plain = secret.to_bytes();
        let sealed = cipher(COST, passphrase, &salt)?
            .encrypt(&XNonce::from(nonce), Payload { msg: &*plain, aad: &aad })
            .expect("32 bytes are within the cipher's limit");
        let ciphertext = sealed.try_into().expect("32 bytes and a tag of 16");
        let stored = Stored::Sealed { cost: COST, salt, nonce, ciphertext };
        Ok(Self { name: name.clone(), account, stored })
    }

    /// The key's name.
    #[must_use]
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The account the key owns.
    #[must_use]
    pub fn account(&self) -> AccountKey {
        self.account
    }

    /// Whether a passphrase is needed.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        matches!(self.stored, Stored::Sealed { .. })
    }

    /// The secret of a plain file.
    ///
    /// # Errors
    /// [`KeyFileError::Encrypted`] if a passphrase is needed.
    pub fn plain_secret(&self) -> Result<AccountSecret, KeyFileError> {
        match &self.stored {
            Stored::Plain(secret) => Ok(secret.clone()),
            Stored::Sealed { .. } => Err(KeyFileError::Encrypted(self.name.clone())),
        }
    }

    /// Opens the file with its passphrase. A plain file opens with any.
    ///
    /// # Errors
    /// [`KeyFileError::WrongPassphrase`], or [`KeyFileError::Corrupt`] if what it holds is not the
    /// account's secret.
    pub fn decrypt(&self, passphrase: &[u8]) -> Result<AccountSecret, KeyFileError> {
        let (cost, salt, nonce, ciphertext) = match &self.stored {
            Stored::Plain(secret) => return Ok(secret.clone()),
            Stored::Sealed { cost, salt, nonce, ciphertext } => (cost, salt, nonce, ciphertext),
        };
        let wrong = || KeyFileError::WrongPassphrase(self.name.clone());
        let payload = Payload { msg: ciphertext, aad: &aad(&self.account) };
        let opened = cipher(*cost, passphrase, salt)?
            .decrypt(&XNonce::from(*nonce), payload)
            .map_err(|_| wrong())?;
        let opened = Zeroizing::new(opened);
        let mut bytes = Zeroizing::new([0; 32]);
        bytes.copy_from_slice(&opened);
        let secret = AccountSecret::from_bytes(&bytes).map_err(|_| NOT_A_SECRET)?;
        if secret.account() == self.account { Ok(secret) } else { Err(OTHER_ACCOUNT) }
    }

    /// Writes the file's text, which holds the secret if the file is plain.
    #[must_use]
    pub fn encode(&self) -> Zeroizing<String> {
        wire::encode(self)
    }

    /// Reads a file's text. Cheap: nothing is decrypted.
    ///
    /// # Errors
    /// [`KeyFileError`] for everything that [`KeyFile::encode`] would not have written, but for
    /// white space and the order of fields.
    pub fn decode(text: &[u8]) -> Result<Self, KeyFileError> {
        if text.len() > MAX_KEY_FILE_BYTES {
            return Err(KeyFileError::Syntax { problem: "too long", line: 0, column: 0 });
        }
        wire::decode(text)
    }
}

const NOT_A_SECRET: KeyFileError = KeyFileError::Corrupt("its secret is not a secp256k1 key");
const OTHER_ACCOUNT: KeyFileError =
    KeyFileError::Corrupt("its secret is not the key of the account it names");

fn aad(account: &AccountKey) -> Vec<u8> {
    [AAD_PREFIX, account.as_bytes()].concat()
}

fn cipher(
    cost: Cost,
    passphrase: &[u8],
    salt: &[u8; 16],
) -> Result<XChaCha20Poly1305, KeyFileError> {
    if passphrase.is_empty() || passphrase.len() > MAX_PASSPHRASE_BYTES {
        return Err(KeyFileError::Passphrase);
    }
    let mut key = Zeroizing::new([0u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params(cost)?)
        .hash_password_into(passphrase, salt, &mut *key)
        .map_err(|_| KeyFileError::Passphrase)?;
    Ok(XChaCha20Poly1305::new((&*key).into()))
}

fn params(cost: Cost) -> Result<Params, KeyFileError> {
    Params::new(cost.m_kib, cost.t, cost.p, Some(32))
        .map_err(|_| KeyFileError::Corrupt("its argon2id parameters are not valid"))
}

/// Refuses a file whose opening would exhaust the machine.
fn check_cost(cost: Cost) -> Result<(), KeyFileError> {
    if cost.m_kib > MAX_ARGON2_M_KIB {
        return Err(KeyFileError::TooCostly("too much memory (m_kib)"));
    }
    if cost.t > MAX_ARGON2_T {
        return Err(KeyFileError::TooCostly("too many passes (t)"));
    }
    if cost.p > MAX_ARGON2_P {
        return Err(KeyFileError::TooCostly("too many lanes (p)"));
    }
    params(cost).map(|_| ())
}

impl fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyFile")
            .field("name", &self.name.as_str())
            .field("account", &self.account)
            .field("encrypted", &self.is_encrypted())
            .finish_non_exhaustive()
    }
}

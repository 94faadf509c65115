//! The key file's JSON, field by field, and the checks that strings and numbers need.
//!
//! Does not know cryptography. These types exist for serde only, so that renaming a field elsewhere
//! changes no file.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use quarry_primitives::{AccountKey, hex_bytes};

use super::{Cost, KeyFile, KeyFileError, PLAIN_NETWORK, Stored, VERSION, check_cost};
use crate::account_secret::AccountSecret;
use crate::key_name::KeyName;

/// The only kind there is; RSA keys will have another.
const KIND: &str = "secp256k1";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    kind: String,
    name: String,
    account: String,
    secret: Secret,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "lowercase")]
enum Secret {
    Plain(Wif),
    Argon2id(Sealed),
}

/// A secret's text, erased when dropped.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Wif(String);

impl Drop for Wif {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    m_kib: u32,
    t: u32,
    p: u32,
    #[serde(with = "hex_bytes")]
    salt: [u8; 16],
    #[serde(with = "hex_bytes")]
    nonce: [u8; 24],
    #[serde(with = "hex_bytes")]
    ciphertext: [u8; 48],
}

/// What every version of the format has.
#[derive(Deserialize)]
struct AnyVersion {
    version: u32,
}

pub(super) fn encode(file: &KeyFile) -> Zeroizing<String> {
    let secret = match &file.stored {
        Stored::Plain(secret) => Secret::Plain(Wif(secret.to_wif(PLAIN_NETWORK).to_string())),
        Stored::Sealed { cost: Cost { m_kib, t, p }, salt, nonce, ciphertext } => {
            let (salt, nonce, ciphertext) = (*salt, *nonce, *ciphertext);
            Secret::Argon2id(Sealed { m_kib: *m_kib, t: *t, p: *p, salt, nonce, ciphertext })
        }
    };
    let wire = File {
        version: VERSION,
        kind: KIND.to_owned(),
        name: file.name.to_string(),
        account: file.account.to_string(),
        secret,
    };
    let mut text = serde_json::to_string(&wire).expect("strings and numbers are always JSON");
    text.push('\n');
    Zeroizing::new(text)
}

pub(super) fn decode(text: &[u8]) -> Result<KeyFile, KeyFileError> {
    let AnyVersion { version } = serde_json::from_slice(text).map_err(|e| syntax(&e))?;
    if version > VERSION {
        return Err(KeyFileError::NewerVersion { found: version, known: VERSION });
    }
    let wire: File = serde_json::from_slice(text).map_err(|e| syntax(&e))?;
    if wire.version != VERSION {
        return Err(KeyFileError::Corrupt("no such version was ever written"));
    }
    if wire.kind != KIND {
        return Err(KeyFileError::Corrupt("its kind of key is not known"));
    }
    let name = KeyName::new(&wire.name)
        .map_err(|_| KeyFileError::Corrupt("its name is not one a key may have"))?;
    let account: AccountKey = wire
        .account
        .parse()
        .map_err(|_| KeyFileError::Corrupt("its account is not a public key"))?;
    let stored = stored(&wire.secret, &account)?;
    Ok(KeyFile { name, account, stored })
}

fn stored(secret: &Secret, account: &AccountKey) -> Result<Stored, KeyFileError> {
    match secret {
        Secret::Plain(wif) => {
            let secret =
                AccountSecret::from_wif(&wif.0, PLAIN_NETWORK).map_err(|_| super::NOT_A_SECRET)?;
            if secret.account() != *account {
                return Err(super::OTHER_ACCOUNT);
            }
            Ok(Stored::Plain(secret))
        }
        Secret::Argon2id(Sealed { m_kib, t, p, salt, nonce, ciphertext }) => {
            let cost = Cost { m_kib: *m_kib, t: *t, p: *p };
            check_cost(cost)?;
            let (salt, nonce, ciphertext) = (*salt, *nonce, *ciphertext);
            Ok(Stored::Sealed { cost, salt, nonce, ciphertext })
        }
    }
}

/// The parser's own message may quote what it read, so only its kind and place are kept.
fn syntax(error: &serde_json::Error) -> KeyFileError {
    let problem = match error.classify() {
        serde_json::error::Category::Eof => "it ends too early",
        serde_json::error::Category::Data => "a field is missing, unknown or of the wrong type",
        serde_json::error::Category::Syntax | serde_json::error::Category::Io => "it is not JSON",
    };
    KeyFileError::Syntax { problem, line: error.line(), column: error.column() }
}

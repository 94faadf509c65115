//! Who may call: names and passwords as Bitcoin Core keeps them, and what each may call.
//!
//! Every password is kept as a salted HMAC only. Does not know HTTP beyond the `Authorization` line.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use quarry_primitives::hashes::{Hash, HashEngine, Hmac, HmacEngine, sha256};

/// The name that the cookie file gives.
pub const COOKIE_USER: &str = "__cookie__";

/// An entry of `-rpcauth` that is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid -rpcauth argument: it must be <user>:<salt>$<hmac>")]
pub struct BadRpcAuth;

/// Names with their passwords' hashes.
#[derive(Clone, Debug, Default)]
pub struct Credentials(Vec<Credential>);

#[derive(Clone, Debug)]
struct Credential {
    user: String,
    salt: String,
    /// HMAC-SHA256 of the password under the salt's text, in hex.
    hmac: String,
}

impl Credentials {
    /// Takes in an entry of `-rpcauth`: `<user>:<salt>$<hmac>`.
    ///
    /// # Errors
    /// [`BadRpcAuth`]
    pub fn add_rpcauth(&mut self, entry: &str) -> Result<(), BadRpcAuth> {
        let fields: Vec<&str> = entry.split(':').collect();
        let [user, salted] = fields[..] else { return Err(BadRpcAuth) };
        let parts: Vec<&str> = salted.split('$').collect();
        let [salt, hmac] = parts[..] else { return Err(BadRpcAuth) };
        self.0.push(Credential { user: user.into(), salt: salt.into(), hmac: hmac.into() });
        Ok(())
    }

    /// Takes in a name with its password, which is not kept.
    pub fn add_password(&mut self, user: &str, password: &str, salt: String) {
        let hmac = hmac_of(&salt, password);
        self.0.push(Credential { user: user.into(), salt, hmac });
    }

    /// The user that an `Authorization` line proves to be, if it does.
    #[must_use]
    pub fn user_of(&self, authorization: &str) -> Option<String> {
        let encoded = authorization.strip_prefix("Basic ")?;
        let decoded = STANDARD.decode(encoded.trim()).ok()?;
        let decoded = String::from_utf8(decoded).ok()?;
        let (user, password) = decoded.split_once(':')?;
        let proves = |credential: &&Credential| {
            same(&credential.user, user)
                && same(&credential.hmac, &hmac_of(&credential.salt, password))
        };
        self.0.iter().find(proves).map(|credential| credential.user.clone())
    }
}

fn hmac_of(salt: &str, password: &str) -> String {
    let mut engine = HmacEngine::<sha256::Hash>::new(salt.as_bytes());
    engine.input(password.as_bytes());
    Hmac::from_engine(engine).to_string()
}

/// Whether two texts are equal, in a time that does not depend on where they differ.
fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    a.len() == b.len()
        && a.iter().zip(b).fold(0, |all, (a, b)| std::hint::black_box(all | (a ^ b))) == 0
}

/// Which methods each user may call.
#[derive(Clone, Debug, Default)]
pub struct Whitelist {
    users: BTreeMap<String, BTreeSet<String>>,
    /// Whether a user without an entry may call nothing.
    others_denied: bool,
}

impl Whitelist {
    /// Reads entries of `-rpcwhitelist` (`<user>:<method>,<method>`); entries of one user meet.
    /// `default` is `-rpcwhitelistdefault`: if it is not given, users without an entry may call
    /// nothing as soon as there is any entry.
    #[must_use]
    pub fn new(entries: &[String], default: Option<bool>) -> Self {
        let mut users = BTreeMap::<String, BTreeSet<String>>::new();
        for entry in entries {
            let (user, methods) = entry.split_once(':').unwrap_or((entry, ""));
            let methods: BTreeSet<String> = methods
                .split([',', ' '])
                .filter(|method| !method.is_empty())
                .map(str::to_owned)
                .collect();
            match users.get_mut(user) {
                Some(earlier) => earlier.retain(|method| methods.contains(method)),
                None => {
                    users.insert(user.to_owned(), methods);
                }
            }
        }
        Self { users, others_denied: default.unwrap_or(!entries.is_empty()) }
    }

    /// Whether a user may call anything at all.
    #[must_use]
    pub fn knows(&self, user: &str) -> bool {
        !self.others_denied || self.users.contains_key(user)
    }

    /// Whether a user may call a method.
    #[must_use]
    pub fn allows(&self, user: &str, method: &str) -> bool {
        match self.users.get(user) {
            Some(methods) => methods.contains(method),
            None => !self.others_denied,
        }
    }
}

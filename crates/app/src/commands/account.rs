//! `quarry account`: local keys and their money.
//!
//! Secrets are printed by `export` alone, and asked for on the terminal or read from a file, never
//! from arguments or the environment.

use std::io::{IsTerminal, Read};

use quarry_exchange::{AccountClient, NodeClient};
use quarry_primitives::{AccountKey, Amount, KnownHrp, NetworkKind};
use quarry_store::KeyStore;
use quarry_wallet::{AccountSecret, KeyFile, KeyName};
use rand::RngCore;
use serde::Serialize;
use serde_json::json;
use zeroize::Zeroizing;

use crate::cli::{AccountCommand, OwnerArgs, PassphraseArgs};
use crate::error::AppError;
use crate::output::{Output, table};
use crate::session::Session;

fn fail(error: impl std::fmt::Display) -> AppError {
    AppError::failed(error.to_string())
}

/// Signed requests for the account that was named, or for each local one that needs no passphrase.
pub(crate) async fn owners(
    session: &Session,
    args: &OwnerArgs,
) -> Result<Vec<AccountClient>, AppError> {
    if let Some(name) = &args.account {
        return Ok(vec![session.account(name, &args.passphrase).await?]);
    }
    let exchange = session.exchange().await?;
    let keys = session.keys()?;
    let mut owners = Vec::new();
    for name in keys.list().map_err(fail)? {
        let file = keys.load(&name).map_err(fail)?;
        if !file.is_encrypted() {
            owners.push(exchange.with_account(file.plain_secret().map_err(fail)?));
        }
    }
    Ok(owners)
}

/// `account list`.
pub(crate) async fn list(session: &Session, output: &Output) -> Result<(), AppError> {
    let node = NodeClient::new(&session.node_url()?).map_err(fail)?;
    let exchange = session.exchange().await?;
    let keys = session.keys()?;
    let mut entries = Vec::new();
    for name in keys.list().map_err(fail)? {
        let file = keys.load(&name).map_err(fail)?;
        let address = file.account().address(KnownHrp::Regtest);
        let chain = node.address(&address).await.map_err(|e| AppError::Unreachable {
            message: e.to_string(),
            hint: "start it with: quarry up".to_owned(),
        })?;
        // The exchange tells an account's money to its owner only.
        let money = if file.is_encrypted() {
            None
        } else {
            let secret = file.plain_secret().map_err(fail)?;
            Some(exchange.with_account(secret).account_view().await?)
        };
        entries.push(Listed {
            name: name.to_string(),
            address: address.to_string(),
            account: file.account(),
            balance: chain.balance,
            locked: money.is_none(),
            exchange_balance: money.as_ref().map(|m| m.available),
            exchange_held: money.as_ref().map(|m| m.held),
            exchange_withdrawing: money.as_ref().map(|m| m.withdrawing),
        });
    }
    output.result(&entries, |entries| accounts_text(entries))?;
    Ok(())
}

/// A line of `account list`.
#[derive(Debug, Serialize)]
struct Listed {
    name: String,
    address: String,
    account: AccountKey,
    balance: Amount,
    /// Whether its key has a passphrase; its money at the exchange is then not asked for.
    locked: bool,
    exchange_balance: Option<Amount>,
    exchange_held: Option<Amount>,
    exchange_withdrawing: Option<Amount>,
}

fn accounts_text(entries: &[Listed]) -> String {
    let mut table = table(&["NAME", "ADDRESS", "ON CHAIN", "AT EXCHANGE", "ON HOLD"]);
    let shown =
        |amount: Option<Amount>| amount.map_or_else(|| "locked".to_owned(), Amount::to_coin_string);
    for entry in entries {
        table.add_row([
            entry.name.clone(),
            entry.address.clone(),
            entry.balance.to_coin_string(),
            shown(entry.exchange_balance),
            shown(entry.exchange_held),
        ]);
    }
    table.to_string()
}

/// All of `account` but `list`.
pub(crate) fn run(
    session: &Session,
    command: AccountCommand,
    output: &Output,
) -> Result<(), AppError> {
    let keys = session.keys()?;
    match command {
        // `list` needs the network and has its own way in.
        AccountCommand::List => Ok(()),
        AccountCommand::New { name, passphrase } => {
            let secret = new_secret()?;
            store(&keys, &name, &secret, &passphrase)?;
            tell(&name, &secret, output)
        }
        AccountCommand::Export { name, passphrase } => {
            let secret = load_secret(&keys, &name, &passphrase)?;
            let wif = secret.to_wif(NetworkKind::Test);
            let document = json!({"name": name, "wif": wif.as_str()});
            output.result(&document, |_| wif.as_str().to_owned())?;
            Ok(())
        }
        AccountCommand::Import { name, passphrase } => {
            let mut text = String::new();
            std::io::stdin().take(1024).read_to_string(&mut text).map_err(fail)?;
            let secret = AccountSecret::from_wif(text.trim(), NetworkKind::Test).map_err(|e| {
                AppError::usage(
                    format!("cannot import the key: {e}"),
                    "a compressed key in WIF on stdin",
                )
            })?;
            store(&keys, &name, &secret, &passphrase)?;
            tell(&name, &secret, output)
        }
    }
}

fn new_secret() -> Result<AccountSecret, AppError> {
    let mut bytes = Zeroizing::new([0u8; 32]);
    rand::rng().fill_bytes(bytes.as_mut());
    // Only about one in 2^128 byte strings is no key.
    AccountSecret::from_bytes(&bytes).map_err(fail)
}

fn tell(name: &str, secret: &AccountSecret, output: &Output) -> Result<(), AppError> {
    let address = secret.account().address(KnownHrp::Regtest).to_string();
    let document = json!({"name": name, "account": secret.account(), "address": address});
    output.result(&document, |_| format!("{name}  {address}"))
}

fn store(
    keys: &KeyStore,
    name: &str,
    secret: &AccountSecret,
    passphrase: &PassphraseArgs,
) -> Result<(), AppError> {
    let key_name = KeyName::new(name).map_err(|e| {
        AppError::usage(format!("cannot use the name {name:?}: {e}"), "like: my-account")
    })?;
    if keys.exists(&key_name) {
        return Err(AppError::failed_with_hint(
            format!("account {name} exists"),
            "choose another name; keys are never overwritten",
        ));
    }
    let passphrase = read_passphrase(passphrase, "new passphrase: ")?;
    let (mut salt, mut nonce) = ([0u8; 16], [0u8; 24]);
    rand::rng().fill_bytes(&mut salt);
    rand::rng().fill_bytes(&mut nonce);
    let file =
        KeyFile::encrypt(&key_name, secret, passphrase.as_bytes(), salt, nonce).map_err(fail)?;
    keys.save(&file).map_err(fail)
}

/// The key of a local account; asks for its passphrase if it has one.
pub(crate) fn load_secret(
    keys: &KeyStore,
    name: &str,
    passphrase: &PassphraseArgs,
) -> Result<AccountSecret, AppError> {
    let unknown = || AppError::NotFound {
        message: format!("no account {name} here"),
        hint: "see: quarry account list; make one with: quarry account new NAME".to_owned(),
    };
    let key_name = KeyName::new(name).map_err(|_| unknown())?;
    if !keys.exists(&key_name) {
        return Err(unknown());
    }
    let file = keys.load(&key_name).map_err(fail)?;
    if !file.is_encrypted() {
        return file.plain_secret().map_err(fail);
    }
    let passphrase = read_passphrase(passphrase, &format!("passphrase of {name}: "))?;
    file.decrypt(passphrase.as_bytes()).map_err(fail)
}

fn read_passphrase(args: &PassphraseArgs, prompt: &str) -> Result<Zeroizing<String>, AppError> {
    let text = match &args.passphrase_file {
        Some(path) => std::fs::read_to_string(path).map_err(|e| AppError::File {
            path: path.clone(),
            reason: e.to_string(),
            hint: None,
        })?,
        None if std::io::stdin().is_terminal() => {
            rpassword::prompt_password(prompt).map_err(fail)?
        }
        None => {
            return Err(AppError::usage(
                "cannot ask for a passphrase without a terminal",
                "name a file with --passphrase-file",
            ));
        }
    };
    let text = Zeroizing::new(text);
    let first = Zeroizing::new(text.lines().next().unwrap_or_default().to_owned());
    if first.is_empty() {
        return Err(AppError::usage(
            "the passphrase is empty",
            "it must have at least 1 character",
        ));
    }
    Ok(first)
}

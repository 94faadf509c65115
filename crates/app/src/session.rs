//! What a command other than `up` works with: the running instance, the exchange, local keys.
//!
//! Does not start anything.

use std::path::PathBuf;

use quarry_exchange::{AccountClient, Client};
use quarry_service::Clock;
use quarry_store::{KeyStore, RunFile, RunFileError};
use quarry_wallet::AccountSecret;

use crate::cli::{Global, PassphraseArgs};
use crate::config;
use crate::error::AppError;

/// A command's view of the world.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) datadir: PathBuf,
    global: Global,
    clock: Clock,
}

impl Session {
    pub(crate) fn new(global: &Global) -> Result<Self, AppError> {
        Ok(Self {
            datadir: config::datadir(global)?,
            global: global.clone(),
            clock: Clock::system(),
        })
    }

    /// The instance that runs on the data directory.
    pub(crate) fn run_file(&self) -> Result<RunFile, AppError> {
        RunFile::read(&self.datadir).map_err(|error| {
            let start = format!("start it with: {}", up_command(&self.global));
            let (message, hint) = match &error {
                RunFileError::Missing { datadir } => {
                    (format!("cannot find a running quarry on {}", datadir.display()), start)
                }
                RunFileError::Stale { datadir } => {
                    let datadir = datadir.display();
                    (
                        format!("cannot reach the quarry on {datadir}: it ended without saying so"),
                        start,
                    )
                }
                other => (other.to_string(), String::new()),
            };
            AppError::Unreachable { message, hint }
        })
    }

    pub(crate) fn exchange_url(&self) -> Result<String, AppError> {
        match &self.global.exchange_url {
            Some(url) => Ok(url.clone()),
            None => Ok(self.run_file()?.urls.exchange),
        }
    }

    pub(crate) fn node_url(&self) -> Result<String, AppError> {
        match &self.global.node_url {
            Some(url) => Ok(url.clone()),
            None => Ok(self.run_file()?.urls.node),
        }
    }

    pub(crate) async fn exchange(&self) -> Result<Client, AppError> {
        Ok(Client::connect(&self.exchange_url()?, self.clock.clone()).await?)
    }

    pub(crate) fn keys(&self) -> Result<KeyStore, AppError> {
        KeyStore::open(&self.datadir.join("keys")).map_err(|e| AppError::failed(e.to_string()))
    }

    /// The key of a local account.
    pub(crate) fn secret(
        &self,
        name: &str,
        passphrase: &PassphraseArgs,
    ) -> Result<AccountSecret, AppError> {
        crate::commands::account::load_secret(&self.keys()?, name, passphrase)
    }

    /// Signed requests for a local account.
    pub(crate) async fn account(
        &self,
        name: &str,
        passphrase: &PassphraseArgs,
    ) -> Result<AccountClient, AppError> {
        // The key first: a wrong name should not need a running exchange to be told.
        self.run_file_unless_remote()?;
        let secret = self.secret(name, passphrase)?;
        Ok(self.exchange().await?.with_account(secret))
    }

    /// A deposit needs the node of the exchange's own chain: both are named, or neither.
    pub(crate) fn refuse_half_remote(&self) -> Result<(), AppError> {
        if self.global.exchange_url.is_some() == self.global.node_url.is_some() {
            return Ok(());
        }
        Err(AppError::usage(
            "cannot use only one of --node-url and --exchange-url",
            "a deposit needs both, or neither",
        ))
    }

    pub(crate) fn run_file_unless_remote(&self) -> Result<(), AppError> {
        if self.global.exchange_url.is_none() {
            self.run_file()?;
        }
        Ok(())
    }
}

/// The command that starts an instance on the same data directory.
pub(crate) fn up_command(global: &Global) -> String {
    match &global.datadir {
        Some(dir) => format!("quarry up --datadir {}", dir.display()),
        None => "quarry up".to_owned(),
    }
}

//! What `up` prints when all is ready: accounts, URLs, what to try next.
//!
//! The keys in it are the published dev keys; other secrets never get here.

use std::fmt::Write as _;
use std::path::Path;

use quarry_pow::Engine;
use quarry_primitives::{AccountKey, Amount, NetworkKind};
use quarry_store::RunUrls;
use quarry_wallet::dev::{DEV_MNEMONIC, DevAccount};
use serde::Serialize;

use super::accounts::Shared;
use crate::cli::Global;
use crate::error::AppError;
use crate::output::counted;

/// The banner; `--json` prints it as it is.
#[derive(Debug, Serialize)]
pub(crate) struct Banner {
    chain: &'static str,
    accounts: Vec<BannerAccount>,
    mnemonic: &'static str,
    urls: BannerUrls,
    /// Logs a browser in, once.
    dashboard_login: String,
    datadir: String,
    engine: EngineLine,
    next: Vec<String>,
    pub(crate) ready_ms: u128,
}

#[derive(Debug, Serialize)]
struct BannerUrls {
    dashboard: String,
    node: String,
    exchange: String,
    /// Where miners connect to, if there is a pool.
    #[serde(skip_serializing_if = "Option::is_none")]
    stratum: Option<String>,
    /// The same for those that know no Stratum.
    #[serde(skip_serializing_if = "Option::is_none")]
    stratum_rpc: Option<String>,
}

#[derive(Debug, Serialize)]
struct BannerAccount {
    name: String,
    address: String,
    account: AccountKey,
    wif: String,
    balance: Amount,
    exchange_balance: Amount,
}

#[derive(Debug, Serialize)]
struct EngineLine {
    backend: &'static str,
    threads: usize,
}

impl Banner {
    pub(crate) async fn new(
        global: &Global,
        datadir: &Path,
        urls: &RunUrls,
        dashboard_login: String,
        accounts: &Shared,
        engine: &Engine,
    ) -> Result<Self, AppError> {
        let mut listed = accounts.list().await?;
        let mut shown = Vec::new();
        for dev in DevAccount::ALL {
            if let Some(at) = listed.iter().position(|entry| entry.name == dev.name()) {
                let wif = dev.secret().to_wif(NetworkKind::Test).as_str().to_owned();
                let entry = listed.swap_remove(at);
                shown.push(BannerAccount {
                    name: entry.name,
                    address: entry.address,
                    account: entry.account,
                    wif,
                    balance: entry.balance,
                    exchange_balance: entry.exchange_balance,
                });
            }
        }
        let datadir = datadir.display().to_string();
        Ok(Self {
            chain: "dev",
            accounts: shown,
            mnemonic: DEV_MNEMONIC,
            urls: BannerUrls {
                dashboard: urls.dashboard.clone(),
                node: urls.node.clone(),
                exchange: urls.exchange.clone(),
                stratum: None,
                stratum_rpc: None,
            },
            dashboard_login,
            next: next_commands(global, &datadir),
            datadir,
            engine: EngineLine { backend: engine.backend().name(), threads: engine.threads() },
            ready_ms: 0,
        })
    }

    /// The same with a place where miners connect to, and the command that mines there.
    pub(crate) fn with_miners(mut self, url: String) -> Self {
        let miner = self.accounts.first().map_or("ADDRESS", |account| &account.address);
        self.next.push(format!("{} mine --to {url} --user {miner}.rig", program()));
        let is_stratum = url.starts_with("stratum");
        let place = if is_stratum { &mut self.urls.stratum } else { &mut self.urls.stratum_rpc };
        *place = Some(url);
        self
    }

    pub(crate) fn to_text(&self) -> String {
        let mut text =
            format!("quarry {} is up: chain {}\n\n", env!("CARGO_PKG_VERSION"), self.chain);
        // Writing to a String does not fail.
        let mut line = |l: String| {
            let _infallible = writeln!(text, "{l}");
        };
        line("Accounts (keys from a published phrase; never send real coins to them)".to_owned());
        for account in &self.accounts {
            line(format!(
                "  {:<9} {}  {:>15} on chain  {:>12} at exchange",
                account.name,
                account.address,
                account.balance.to_coin_string(),
                account.exchange_balance.to_coin_string()
            ));
            line(format!("            {}", account.wif));
        }
        line(format!("  phrase    {}  (m/84'/1'/0'/0/i)\n", self.mnemonic));
        line(format!("Dashboard   {}", self.dashboard_login));
        line(format!("Node        {}", self.urls.node));
        line(format!("Exchange    {}", self.urls.exchange));
        if let Some(stratum) = &self.urls.stratum {
            line(format!("Stratum     {stratum}"));
        }
        if let Some(rpc) = &self.urls.stratum_rpc {
            line(format!("Pool's RPC  {rpc}"));
        }
        line(format!("Data        {}", self.datadir));
        line(format!(
            "Engine      {}, {}\n",
            self.engine.backend,
            counted(self.engine.threads, "thread")
        ));
        line("Try next, in another terminal".to_owned());
        for command in &self.next {
            line(format!("  {command}"));
        }
        line(format!("\nready in {} ms; Ctrl-C ends it", self.ready_ms));
        text
    }
}

/// Three commands that work as they are, with the real path of this binary.
fn next_commands(global: &Global, datadir: &str) -> Vec<String> {
    let program = program();
    let at = match &global.datadir {
        Some(_) => format!(" --datadir {}", shell_word(datadir)),
        None => String::new(),
    };
    vec![
        format!("{program} buy nonce --data hello -D 28{at}"),
        format!("{program} account list{at}"),
        format!("{program} jobs{at}"),
    ]
}

/// This program, as a shell has to be told.
fn program() -> String {
    std::env::current_exe()
        .map_or_else(|_| "quarry".to_owned(), |path| shell_word(&path.display().to_string()))
}

fn shell_word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+@%:=,".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_survive_a_shell() {
        assert_eq!(shell_word("/a/b-c"), "/a/b-c");
        assert_eq!(shell_word("/a b/it's"), "'/a b/it'\\''s'");
    }
}

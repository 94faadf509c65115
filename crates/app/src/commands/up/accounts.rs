//! Local accounts and their money, for banner, dashboard and `/v1/accounts`.
//!
//! Does not know secrets beyond storing the published dev keys.

use std::sync::Arc;

use quarry_api::operator::AccountEntry;
use quarry_exchange::Exchange;
use quarry_node::Node;
use quarry_primitives::{AccountKey, KnownHrp};
use quarry_store::KeyStore;
use quarry_wallet::dev::DevAccount;
use quarry_wallet::{KeyFile, KeyName};

use super::fail;
use crate::error::AppError;

/// What the local accounts' money is read from.
#[derive(Clone, Debug)]
pub(crate) struct Shared(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    keys: KeyStore,
    node: Node,
    exchange: Exchange,
}

/// Stores the dev keys that are not stored yet, in plain: they are published anyway.
pub(crate) fn store_dev_keys(keys: &KeyStore) -> Result<(), AppError> {
    for account in DevAccount::ALL {
        let name = KeyName::new(account.name()).map_err(fail)?;
        if !keys.exists(&name) {
            let file = KeyFile::plain_for_development(&name, &account.secret());
            keys.save(&file).map_err(fail)?;
        }
    }
    Ok(())
}

impl Shared {
    pub(crate) fn new(keys: KeyStore, node: Node, exchange: Exchange) -> Self {
        Self(Arc::new(Inner { keys, node, exchange }))
    }

    /// All local accounts, by name.
    pub(crate) async fn list(&self) -> Result<Vec<AccountEntry>, AppError> {
        let mut entries = Vec::new();
        for name in self.0.keys.list().map_err(fail)? {
            let account = self.0.keys.load(&name).map_err(fail)?.account();
            entries.push(self.entry(name.to_string(), account).await?);
        }
        Ok(entries)
    }

    async fn entry(&self, name: String, account: AccountKey) -> Result<AccountEntry, AppError> {
        let address = account.address(KnownHrp::Regtest);
        let chain = self.0.node.address(address.clone()).await.map_err(fail)?;
        let money = self.0.exchange.account(&account);
        Ok(AccountEntry {
            name,
            address: address.to_string(),
            account,
            balance: chain.balance,
            exchange_balance: money.available,
            exchange_held: money.held,
            exchange_withdrawing: money.withdrawing,
        })
    }
}

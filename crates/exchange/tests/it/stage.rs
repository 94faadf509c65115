//! An exchange on a directory of its own, which can be stopped and started again.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use quarry_api::exchange::{Capabilities, PlaceAsk};
use quarry_exchange::{
    AccountClient, Client, Exchange, ExchangeConfig, ExchangeDeps, NodeClient, new_idempotency_key,
    start,
};
use quarry_primitives::{Amount, BlockHash, Hash};
use quarry_service::{Clock, EventHub, Handle};
use quarry_store::CommandLog;
use quarry_wallet::dev::{self, DevAccount};
use quarry_wallet::{HotSigner, SignerCaps};
use tempfile::TempDir;

pub(crate) struct Stage {
    dir: TempDir,
    pub(crate) clock: Clock,
    running: Option<(Handle, Exchange)>,
}

impl Stage {
    pub(crate) async fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut stage = Self { dir, clock: Clock::manual(1_800_000_000_000), running: None };
        stage.start().await;
        stage
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.dir.path().join("exchange.sqlite")
    }

    pub(crate) async fn start(&mut self) {
        let log = CommandLog::open(&self.database()).unwrap();
        let chain_id = BlockHash::from_byte_array([7; 32]);
        let listen = SocketAddr::from(([127, 0, 0, 1], 0));
        let config = ExchangeConfig::new(listen, chain_id, dev::exchange_account());
        let branch = dev::exchange_branch();
        let caps = SignerCaps { per_transaction: Amount::MAX, per_day: Amount::MAX };
        let deps = ExchangeDeps {
            log,
            node: NodeClient::new("http://127.0.0.1:9").unwrap(),
            branch: branch.public(),
            make_signer: Box::new(move |signed| {
                Box::new(HotSigner::new(branch, caps).restore(signed))
            }),
            clock: self.clock.clone(),
            events: EventHub::new(1),
        };
        self.running = Some(start(config, deps).await.unwrap());
    }

    pub(crate) async fn stop(&mut self) {
        let (handle, exchange) = self.running.take().unwrap();
        drop(exchange);
        handle.shutdown(Duration::from_secs(10)).await.unwrap();
    }

    pub(crate) fn url(&self) -> String {
        let (handle, _) = self.running.as_ref().unwrap();
        format!("http://{}", handle.addresses["exchange"])
    }

    pub(crate) fn exchange(&self) -> &Exchange {
        &self.running.as_ref().unwrap().1
    }

    pub(crate) async fn client(&self, who: DevAccount) -> AccountClient {
        let client = Client::connect(&self.url(), self.clock.clone()).await.unwrap();
        client.with_account(who.secret())
    }
}

/// Offers work at a price, as a registered account; the order's id.
pub(crate) async fn ask(seller: &AccountClient, price: u64) -> u64 {
    seller.register().await.unwrap();
    let ask = PlaceAsk {
        article: "sha256d.nonce/1".to_owned(),
        quantity: 10,
        limit_price: Amount::of(price),
        slots: 1,
        expires_ms: seller.client().now_ms() + 600_000,
        capabilities: Capabilities::default(),
    };
    seller.place_ask(new_idempotency_key(), &ask).await.unwrap().order
}

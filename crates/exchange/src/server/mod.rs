//! The exchange server: sequencer, scanner, payer, timer and REST API around one market.
//!
//! Does not know the market's rules; it carries commands to them in a fixed order.

mod error;
mod payer;
mod rest;
mod scanner;
mod sequencer;
mod signed;
mod state;
mod timer;
mod views;

use std::net::SocketAddr;

use quarry_market::MarketConfig;
use quarry_primitives::{AccountKey, Amount, ChainId};
use quarry_service::{Clock, EventHub, Handle, Scope};
use quarry_store::CommandLog;
use quarry_wallet::{BranchPublic, SignedAmount, Signer};
use quarry_web::{PublicConfig, PublicEvents};

use crate::NodeClient;

pub use error::ExchangeError;
pub use rest::operator_router;
pub use state::Exchange;

/// Topics of the event stream that an exchange's public listener shows.
pub const TOPICS: &[&str] = &["exchange", "book", "trade"];

/// Settings of an exchange.
#[derive(Clone, Debug)]
pub struct ExchangeConfig {
    /// Where the API listens; port 0 for any.
    pub listen: SocketAddr,
    /// Whether `listen` may be an address that others can reach.
    pub allow_public: bool,
    /// Chain that settles it; the node must be on it.
    pub chain_id: ChainId,
    /// The exchange's own key, part of every signed request.
    pub exchange: AccountKey,
    /// Fee rate of payouts, base units a virtual byte.
    pub payout_fee_rate: u64,
}

impl ExchangeConfig {
    /// The usual settings.
    #[must_use]
    pub fn new(listen: SocketAddr, chain_id: ChainId, exchange: AccountKey) -> Self {
        Self { listen, allow_public: false, chain_id, exchange, payout_fee_rate: 2 }
    }
}

/// Makes the signer from what was signed before.
pub type MakeSigner = Box<dyn FnOnce(Vec<SignedAmount>) -> Box<dyn Signer + Sync> + Send>;

/// What an exchange needs from the process.
pub struct ExchangeDeps {
    /// Where commands are kept.
    pub log: CommandLog,
    /// The chain.
    pub node: NodeClient,
    /// Derives deposit addresses; holds no secret.
    pub branch: BranchPublic,
    /// Makes what signs payouts, given what it has signed before (its caps hold over restarts).
    pub make_signer: MakeSigner,
    /// The process's clock.
    pub clock: Clock,
    /// Where events go.
    pub events: EventHub,
}

impl std::fmt::Debug for ExchangeDeps {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ExchangeDeps").field("node", &self.node).finish_non_exhaustive()
    }
}

/// Restores the market from its log, then starts all tasks and the API.
///
/// # Errors
/// [`ExchangeError`] if the log cannot be read, belongs to another chain or exchange, or the address
/// cannot be bound.
pub async fn start(
    config: ExchangeConfig,
    deps: ExchangeDeps,
) -> Result<(Handle, Exchange), ExchangeError> {
    let ExchangeDeps { log, node, branch, make_signer, clock, events } = deps;
    let listener = quarry_web::bind(config.listen, config.allow_public).await?;
    let address = listener.local_addr().map_err(ExchangeError::Listener)?;
    let scope = Scope::new();
    let restored = tokio::task::spawn_blocking(move || sequencer::restore(log)).await??;
    let opening = market_config(&config);
    let exchange = sequencer::start(restored, &opening, branch, clock, events.clone(), &scope)?;
    let opened = exchange.submit(sequencer::first_command(&exchange, opening)).await?;
    opened.reply.map_err(ExchangeError::Opening)?;
    let public = PublicConfig {
        events: Some(PublicEvents { hub: events.clone(), topics: TOPICS }),
        api: rest::router(exchange.clone()),
        behind_proxy: false,
    };
    quarry_web::serve(listener, quarry_web::public_router(public), &scope);
    scope.spawn_droppable(timer::run(exchange.clone()));
    scope.spawn_droppable(scanner::run(exchange.clone(), node.clone()));
    scope.spawn_droppable(
        payer::Payer::new(exchange.clone(), node, make_signer, config.payout_fee_rate).run(),
    );
    Ok((Handle::new("exchange", events, scope).with_address("exchange", address), exchange))
}

fn market_config(config: &ExchangeConfig) -> MarketConfig {
    MarketConfig {
        // Below this a payout would be eaten by the chain's fee.
        min_withdrawal: Amount::of(1_000),
        ..MarketConfig::new(config.chain_id, config.exchange)
    }
}

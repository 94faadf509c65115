//! `quarry sell`: sells this machine's time until interrupted.

use std::num::NonZeroUsize;
use std::time::Duration;

use quarry_exchange::{SellerConfig, start_seller};
use quarry_pow::{Engine, EngineConfig};
use quarry_primitives::{Amount, KnownHrp};
use quarry_service::{Clock, EventHub};

use crate::cli::SellArgs;
use crate::error::AppError;
use crate::output::Output;
use crate::session::Session;

/// How long the end may take.
const SHUTDOWN: Duration = Duration::from_millis(1500);

pub(crate) async fn run(
    session: &Session,
    args: &SellArgs,
    output: &Output,
) -> Result<(), AppError> {
    if args.price == 0 {
        return Err(AppError::usage("use --price 0", "at least 1 base unit"));
    }
    let price = Amount::from_base(args.price)
        .map_err(|e| AppError::usage(format!("use --price: {e}"), "base units for 2^32 hashes"))?;
    let threads = match args.threads {
        None => None,
        Some(n) => Some(
            NonZeroUsize::new(n)
                .ok_or_else(|| AppError::usage("use --threads 0", "it must be at least 1"))?,
        ),
    };
    let account = session.account(&args.account, &args.passphrase).await?;
    account.register().await?;
    let engine = Engine::start(EngineConfig { threads, ..EngineConfig::default() })
        .map_err(|e| AppError::failed(e.to_string()))?;
    let own = account.account().address(KnownHrp::Regtest).to_string();
    let config = SellerConfig {
        article: "sha256d.nonce/1".to_owned(),
        price,
        slots: args.slots,
        capabilities: super::up::this_machine(&engine),
        auto_withdraw_min: args.auto_withdraw_min.and_then(|n| Amount::from_base(n).ok()),
        payout_address: args.payout.clone().unwrap_or(own),
    };
    let hub = EventHub::new(Clock::system().now().wall_ms);
    let seller = start_seller(config, account.clone(), engine.clone(), hub);
    output.say(&format!(
        "selling as {} with {} threads ({}) at {price} base units per 2^32 hashes; Ctrl-C ends it",
        args.account,
        engine.threads(),
        engine.backend().name(),
    ));
    super::up::ended_by_signal().await;
    // The offer is taken back, so that nobody is matched with a worker that is gone.
    for order in account.orders().await.unwrap_or_default() {
        let _too_late = account.cancel_order(order.order).await;
    }
    engine.shutdown();
    seller.shutdown(SHUTDOWN).await.map_err(|e| AppError::failed(e.to_string()))
}

//! `quarry sell`: sells this machine's time until interrupted.

use std::time::Duration;

use quarry_exchange::{SellerConfig, start_seller};
use quarry_market::NONCE_ARTICLE;
use quarry_primitives::{Amount, KnownHrp};
use quarry_service::{Clock, EventHub};

use crate::cli::SellArgs;
use crate::engine;
use crate::error::AppError;
use crate::output::{Output, counted};
use crate::session::Session;
use crate::signals::EndSignals;

/// How long the end may take.
const SHUTDOWN: Duration = Duration::from_millis(1500);

pub(crate) async fn run(
    session: &Session,
    args: &SellArgs,
    output: &Output,
) -> Result<(), AppError> {
    if args.price == 0 {
        return Err(AppError::usage("cannot use --price 0", "at least 1 base unit"));
    }
    let price = Amount::from_base(args.price).map_err(|e| {
        AppError::usage(format!("cannot use --price: {e}"), "base units for 2^32 hashes")
    })?;
    if !(1..=quarry_worker::limits::MAX_SLOTS).contains(&args.slots) {
        return Err(AppError::usage(
            format!("cannot use --slots {}", args.slots),
            format!("it must be from 1 to {}", quarry_worker::limits::MAX_SLOTS),
        ));
    }
    if let Some(address) = &args.payout {
        super::money::address_of(address)?;
    }
    let threads = args.threads.as_deref().map(engine::threads_of).transpose()?;
    let account = session.account(&args.account, &args.passphrase).await?;
    account.register().await?;
    let engine = engine::start_for_any_work(threads)?;
    let own = account.account().address(KnownHrp::Regtest).to_string();
    let config = SellerConfig {
        article: NONCE_ARTICLE.to_owned(),
        price,
        slots: args.slots,
        takes_over: false,
        capabilities: super::up::this_machine(&engine),
        auto_withdraw_min: args.auto_withdraw_min.and_then(|n| Amount::from_base(n).ok()),
        payout_address: args.payout.clone().unwrap_or(own),
    };
    let hub = EventHub::new(Clock::system().now().wall_ms);
    let seller = start_seller(config, account.clone(), engine.clone(), hub);
    let mut signals = EndSignals::catch().map_err(|e| AppError::failed(e.to_string()))?;
    output.say(&format!(
        "selling as {} with {} ({}) at {price} base units per 2^32 hashes; Ctrl-C ends it",
        args.account,
        counted(engine.threads(), "thread"),
        engine.backend().name(),
    ));
    signals.wait().await;
    let ended = seller.shutdown(SHUTDOWN).await;
    engine.shutdown();
    ended.map_err(|e| AppError::failed(e.to_string()))
}

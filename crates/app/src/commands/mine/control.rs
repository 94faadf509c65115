//! The one miner of a process, as its pages drive it; and its past, kept from run to run.
//!
//! Does not know pages, nor for whom is mined.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use quarry_api::ApiError;
use quarry_api::miner::MinerStatus;
use quarry_miner::{Miner, MinerEnded, PayError, Payout, ThreadsError};
use quarry_service::Clock;
use quarry_web::{Commanded, MinerControl};
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::place::{Past, Place};
use crate::error::AppError;

/// Time between two times that the past is written.
const KEEP_PAUSE: Duration = Duration::from_secs(60);
/// How long a command may take until it shows; it is carried out anyway.
const EFFECT: Duration = Duration::from_secs(5);

/// Writes the past now and then: a power cut costs a minute of it.
pub(crate) async fn keep(control: Control, place: Place) {
    let mut ticks = interval(KEEP_PAUSE);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks.tick().await;
    loop {
        ticks.tick().await;
        let (control, place) = (control.clone(), place.clone());
        let kept = tokio::task::spawn_blocking(move || control.keep_past(&place)).await;
        if let Ok(Err(error)) = kept {
            tracing::warn!(%error, "the miner's past is not kept");
        }
    }
}

/// The one miner, as all pages see it.
#[derive(Clone)]
pub(crate) struct Control {
    miner: Miner,
    before: Arc<Past>,
    clock: Clock,
}

impl Control {
    /// A miner with the past of `place`.
    pub(crate) fn new(miner: Miner, place: &Place, clock: Clock) -> Self {
        Self { miner, before: Arc::new(place.past()), clock }
    }

    /// Writes the past for the next run.
    pub(crate) fn keep_past(&self, place: &Place) -> Result<(), AppError> {
        place.keep(&Past::of(self.status()))
    }

    /// How it is once `effect` shows.
    async fn after(&self, effect: impl Fn(&MinerStatus) -> bool) -> MinerStatus {
        let mut watch = self.miner.watch();
        // Late is late: what is answered is how it is.
        let _in_time = timeout(EFFECT, watch.wait_for(|status| effect(status))).await.is_ok();
        MinerStatus::clone(&watch.borrow())
    }
}

impl MinerControl for Control {
    fn status(&self) -> MinerStatus {
        let mut status = self.miner.status();
        self.before.before(&mut status);
        // The newest status may be a second old; ages are counted from here.
        status.at_ms = status.at_ms.max(self.clock.now().wall_ms);
        status
    }

    fn start(&self) -> Commanded<'_> {
        Box::pin(async {
            self.miner.start().await.map_err(ended)?;
            Ok(self.after(|status| status.running).await)
        })
    }

    fn stop(&self) -> Commanded<'_> {
        Box::pin(async {
            self.miner.stop().await.map_err(ended)?;
            Ok(self.after(|status| !status.running).await)
        })
    }

    fn pay<'a>(&'a self, address: &'a str) -> Commanded<'a> {
        Box::pin(async {
            let payout = Payout::parse(address).map_err(|error| bad_address(&error))?;
            let text = payout.to_string();
            self.miner.pay(payout).await.map_err(|error| match error {
                PayError::Ended(error) => ended(error),
                error => bad_address(&error),
            })?;
            Ok(self.after(|status| status.payout.as_ref() == Some(&text)).await)
        })
    }

    fn set_threads(&self, threads: NonZeroUsize) -> Commanded<'_> {
        Box::pin(async move {
            self.miner.set_threads(threads).await.map_err(|error| match error {
                ThreadsError::Ended(error) => ended(error),
                error => ApiError::new("too_many_threads", error.to_string()),
            })?;
            Ok(self.after(|status| status.threads == threads.get()).await)
        })
    }
}

fn bad_address(error: &dyn std::error::Error) -> ApiError {
    ApiError::new("bad_address", error.to_string())
        .with_hint("an address of the chain that is mined, like bc1q... or bcrt1q...")
}

fn ended(error: MinerEnded) -> ApiError {
    ApiError::new("unavailable", error.to_string())
}

//! The page of `quarry mine --web`: its listener, and the miner as its page drives it.
//!
//! Does not guard or draw (`quarry_web`).

use std::sync::Arc;
use std::time::Duration;

use quarry_api::ApiError;
use quarry_api::miner::MinerStatus;
use quarry_miner::{Miner, MinerEnded, PayError, Payout};
use quarry_service::{Clock, EventHub, Handle, Scope};
use quarry_web::{
    AllowedHosts, Commanded, MinerControl, MiningConfig, OperatorAuth, PoolSource, ShareDesk,
    ShareMail,
};
use tokio::net::TcpListener;
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::place::{Past, Place};
use crate::cli::{Global, WebArgs};
use crate::config;
use crate::error::AppError;

/// Time between two times that the past is written.
const KEEP_PAUSE: Duration = Duration::from_secs(60);
/// How long a command may take until it shows; it is carried out anyway.
const EFFECT: Duration = Duration::from_secs(5);
/// How long the listener's end may take.
const SHUTDOWN: Duration = Duration::from_secs(2);

/// A listener that nothing is behind yet.
pub(crate) struct Door {
    listener: TcpListener,
    hosts: AllowedHosts,
    auth: OperatorAuth,
    share: ShareDesk,
    place: Place,
}

/// Pages that are served.
pub(crate) struct Served {
    handle: Handle,
    scope: Scope,
    url: String,
    /// Good for one visit.
    pub(crate) login_url: String,
    place: Place,
}

/// A miner's page that is served.
pub(super) struct Page {
    served: Served,
    control: Control,
}

impl Door {
    /// None if no page is wanted.
    pub(crate) async fn open(global: &Global, args: &WebArgs) -> Result<Option<Self>, AppError> {
        let Some(wanted) = args.web else { return Ok(None) };
        let failed = |error: &dyn std::error::Error| {
            AppError::failed_with_hint(error.to_string(), "another address: --web ADDRESS")
        };
        let listener = quarry_web::bind(wanted, args.allow_public).await.map_err(|e| failed(&e))?;
        let address = listener.local_addr().map_err(|error| failed(&error))?;
        let mut hosts = AllowedHosts::loopback(address.port());
        if !address.ip().is_unspecified() && !address.ip().to_canonical().is_loopback() {
            hosts = hosts.with(&address.to_string());
        }
        for name in &args.web_name {
            hosts = hosts.with(name).with(&format!("{name}:{}", address.port()));
        }
        let datadir = config::datadir(global)?;
        let mail = config::mail(global, &datadir)?;
        let mail = mail.map(|mail| Arc::new(mail) as Arc<dyn ShareMail>);
        let share = ShareDesk::new(mail, Clock::system());
        let place = Place::in_datadir(&datadir);
        place.make()?;
        // The port keeps the cookies of two miners of one machine apart.
        let auth = OperatorAuth::new(&format!("miner-{}", address.port()), place.token()?);
        Ok(Some(Self { listener, hosts, auth, share, place }))
    }

    /// Serves the pages of a miner, of a pool, or of both, whose events are on `hub`.
    pub(crate) fn show(
        self,
        hub: &EventHub,
        miner: Option<Arc<dyn MinerControl>>,
        pool: Option<Arc<dyn PoolSource>>,
    ) -> Result<Served, AppError> {
        let Self { listener, hosts, auth, share, place } = self;
        let url = hosts.base_url();
        let login_url = auth.dashboard_link(&hosts).url;
        let (hub, link_command) = (hub.clone(), "quarry dashboard --miner");
        let scope = Scope::new();
        let handle = Handle::new("mining pages", hub.clone(), scope.clone());
        let config = MiningConfig { auth, hosts, hub, miner, pool, share, link_command };
        quarry_web::serve(listener, quarry_web::mining_router(config), &scope);
        place.note_url(&url)?;
        Ok(Served { handle, scope, url, login_url, place })
    }

    /// Serves the page of `miner`, whose events are on `hub`.
    pub(super) fn serve(
        self,
        miner: &Miner,
        hub: &EventHub,
        clock: &Clock,
    ) -> Result<Page, AppError> {
        let place = self.place.clone();
        let control =
            Control { miner: miner.clone(), before: Arc::new(place.past()), clock: clock.clone() };
        let served = self.show(hub, Some(Arc::new(control.clone())), None)?;
        served.scope.spawn_droppable(keep(control.clone(), place));
        Ok(Page { served, control })
    }
}

impl Served {
    /// Ends the listener.
    pub(crate) async fn end(self) -> Result<(), AppError> {
        self.place.forget_url(&self.url);
        let ended = self.handle.shutdown(SHUTDOWN).await;
        ended.map_err(|error| AppError::failed(error.to_string()))
    }
}

impl Page {
    /// Good for one visit.
    pub(super) fn login_url(&self) -> &str {
        &self.served.login_url
    }

    /// Ends the listener and keeps the past.
    pub(super) async fn end(self) -> Result<(), AppError> {
        let place = self.served.place.clone();
        let ended = self.served.end().await;
        place.keep(&Past::of(self.control.status()))?;
        ended
    }
}

/// Writes the past now and then: a power cut costs a minute of it.
async fn keep(control: Control, place: Place) {
    let mut ticks = interval(KEEP_PAUSE);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks.tick().await;
    loop {
        ticks.tick().await;
        let (past, place) = (Past::of(control.status()), place.clone());
        let kept = tokio::task::spawn_blocking(move || place.keep(&past)).await;
        if let Ok(Err(error)) = kept {
            tracing::warn!(%error, "the miner's past is not kept");
        }
    }
}

/// The one miner, as all pages see it.
#[derive(Clone)]
struct Control {
    miner: Miner,
    before: Arc<Past>,
    clock: Clock,
}

impl Control {
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
}

fn bad_address(error: &dyn std::error::Error) -> ApiError {
    ApiError::new("bad_address", error.to_string())
        .with_hint("an address of the chain that is mined, like bc1q... or bcrt1q...")
}

fn ended(error: MinerEnded) -> ApiError {
    ApiError::new("unavailable", error.to_string())
}

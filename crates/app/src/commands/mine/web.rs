//! The page of `quarry mine --web` and of `quarry pool --web`: its listener.
//!
//! Does not guard or draw (`quarry_web`), nor drive the miner (`control`).

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use quarry_miner::Miner;
use quarry_service::{Clock, EventHub, Handle, Scope};
use quarry_web::{
    AllowedHosts, MinerControl, MiningConfig, OperatorAuth, PoolSource, ShareDesk, ShareMail,
};
use tokio::net::TcpListener;

use super::control::{Control, keep};
use super::place::Place;
use crate::cli::{Global, WebArgs};
use crate::config;
use crate::error::AppError;

/// How long the listener's end may take.
const SHUTDOWN: Duration = Duration::from_secs(2);

/// Where letters about a miner's page are handed in, by the mail server of the settings if they name one.
pub(crate) fn share_desk(global: &Global, datadir: &Path) -> Result<ShareDesk, AppError> {
    let mail = config::mail(global, datadir)?;
    let mail = mail.map(|mail| Arc::new(mail) as Arc<dyn ShareMail>);
    Ok(ShareDesk::new(mail, Clock::system()))
}

/// Whose page it is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shown {
    Miner,
    Pool,
}

impl Shown {
    fn place(self, datadir: &Path) -> Place {
        match self {
            Self::Miner => Place::in_datadir(datadir),
            Self::Pool => Place::of_pool(datadir),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Miner => "miner",
            Self::Pool => "pool",
        }
    }

    const fn link_command(self) -> &'static str {
        match self {
            Self::Miner => "quarry dashboard --miner",
            Self::Pool => "quarry dashboard --pool",
        }
    }
}

/// A listener that nothing is behind yet.
pub(crate) struct Door {
    shown: Shown,
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
    pub(crate) async fn open(
        global: &Global,
        args: &WebArgs,
        shown: Shown,
    ) -> Result<Option<Self>, AppError> {
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
        let share = share_desk(global, &datadir)?;
        let place = shown.place(&datadir);
        place.make()?;
        // The port keeps the cookies of two miners of one machine apart.
        let instance = format!("{}-{}", shown.name(), address.port());
        let auth = OperatorAuth::new(&instance, place.token()?);
        Ok(Some(Self { shown, listener, hosts, auth, share, place }))
    }

    /// Serves the pages of a miner, of a pool, or of both, whose events are on `hub`.
    pub(crate) fn show(
        self,
        hub: &EventHub,
        miner: Option<Arc<dyn MinerControl>>,
        pool: Option<Arc<dyn PoolSource>>,
    ) -> Result<Served, AppError> {
        let Self { shown, listener, hosts, auth, share, place } = self;
        let url = hosts.base_url();
        let login_url = auth.dashboard_link(&hosts).url;
        let (hub, link_command) = (hub.clone(), shown.link_command());
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
        let control = Control::new(miner.clone(), &place, clock.clone());
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
        self.control.keep_past(&place)?;
        ended
    }
}

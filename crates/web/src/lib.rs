//! Listeners, their guards, and the dashboard: everything of HTTP that is the same for all servers.
//!
//! Loopback is not authentication: a web page in the user's browser, another user of the machine and
//! a name that resolves to 127.0.0.1 all reach a local port. So every listener belongs to a class,
//! and the class decides who may do what:
//!
//! * [`operator_router`]: one's own instance. The dashboard and `/v1` on one origin, behind exact
//!   Host and Origin lists and a session cookie or bearer token ([`OperatorAuth`]).
//! * [`mining_router`]: the same guards around the pages of a miner or a pool; its landing page has
//!   no data and is open.
//! * [`public_router`]: an exchange, a discovery service, a read-only explorer. No token; limits per
//!   address, and no writes from browsers.
//! * [`compat_router`]: paths of older programs. Forms are taken, nothing from browsers is.
//!
//! The way of a request through an operator's listener:
//!
//! ```text
//! bind -> serve --+-- connection limits, time to send a head      (serve, connection)
//!                 +-- security headers, errors always typed       (headers, failure)
//!                 +-- Host, Origin, Sec-Fetch-Site                (hosts, operator)
//!                 +-- /healthz  /assets/*  /login?code=           open
//!                 +-- JSON writes, session or bearer token        (operator, auth)
//!                 +-- number at once, body size, time             (budget)
//!                 +-- pages | /v1/dashboard | /v1/events | the application's /v1
//! ```
//!
//! An application builds its own `/v1` routes (full paths, no fallback), hands them over with an
//! [`EventHub`](quarry_service::EventHub) and a [`DashboardSource`], and serves the result:
//!
//! ```no_run
//! use std::sync::Arc;
//! use quarry_service::{Clock, EventHub, Scope};
//! use quarry_web::{AllowedHosts, DashboardSource, OperatorAuth, OperatorConfig, ShareDesk};
//!
//! # async fn start(source: Arc<dyn DashboardSource>, api: axum::Router, hub: EventHub, scope: Scope)
//! # -> Result<(), Box<dyn std::error::Error>> {
//! let listener = quarry_web::bind("127.0.0.1:8380".parse()?, false).await?;
//! let hosts = AllowedHosts::loopback(listener.local_addr()?.port());
//! let auth = OperatorAuth::new("main", quarry_web::random_token());
//! let url = auth.dashboard_link(&hosts).url; // for the banner
//! let router =
//!     quarry_web::operator_router(OperatorConfig {
//!         auth, hosts, hub, source, miner: None, pool: None, api,
//!         share: ShareDesk::new(None, Clock::system()),
//!     });
//! quarry_web::serve(listener, router, &scope);
//! # Ok(()) }
//! ```
//!
//! [`serve`] spawns one task on the scope; it ends when the scope stops, event streams at once and
//! other requests within [`limits::DRAIN_TIMEOUT`].
//!
//! **Assumes:** TLS, where wanted, ends in a proxy before this process.
//!
//! **Does not know:** chains, markets, keys, where the data it shows comes from.

mod assets;
mod auth;
mod bind;
mod budget;
mod compat;
mod connection;
mod dashboard;
mod events;
mod failure;
mod headers;
mod hosts;
mod json;
pub mod limits;
mod mining;
mod operator;
mod page;
mod public;
mod rate_limit;
mod secret;
mod serve;

pub use auth::{BadCode, OperatorAuth};
pub use bind::{BindError, bind};
pub use budget::long_poll;
pub use compat::compat_router;
pub use dashboard::{DashboardSource, LAST_EVENT_ID, Snapshot};
pub use failure::ApiFailure;
pub use hosts::AllowedHosts;
pub use json::ApiJson;
pub use mining::{
    Commanded, Letter, MinerControl, MiningConfig, PoolSource, Sending, ShareDesk, ShareError,
    ShareMail, miner_metrics, mining_router, pool_metrics,
};
pub use operator::{OperatorConfig, operator_router};
pub use public::{PublicConfig, PublicEvents, public_router};
pub use secret::random_token;
pub use serve::{PeerAddress, Stopping, serve};

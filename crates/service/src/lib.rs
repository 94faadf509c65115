//! What every running server shares: its [`Handle`], its [`EventHub`], its [`Clock`] and its
//! orderly end.
//!
//! A server is started by `start(config, deps) -> Handle`. It spawns its tasks on a [`Scope`], puts
//! what happens on an [`EventHub`] and reports the addresses it really bound (port 0 asks the system
//! for a free one). Whoever holds the handle ends it: [`Handle::shutdown`] asks all tasks to stop,
//! waits for them up to a deadline and says how many did not.
//!
//! **Does not know:** HTTP (`web`), what a server does, what an event means.

mod clock;
mod handle;
mod hub;

pub use clock::Clock;
pub use handle::{Handle, Scope, ShutdownError};
pub use hub::{Event, EventHub, EventId, Subscription, limits};

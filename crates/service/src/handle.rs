//! The end of a running server, held by whoever started it.
//!
//! Does not know what the tasks do; it can only ask them to stop and wait.

use std::collections::BTreeMap;
use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use tokio_util::sync::{CancellationToken, WaitForCancellationFuture};
use tokio_util::task::TaskTracker;

use crate::EventHub;

/// The tasks of one server and the signal that ends them.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    stop: CancellationToken,
    tasks: TaskTracker,
}

impl Scope {
    /// A scope without tasks.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs a task that must end by itself soon after [`Scope::stopped`].
    pub fn spawn<F>(&self, task: F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.tasks.spawn(task);
    }

    /// Runs a task that may be dropped at any of its await points when the scope ends.
    pub fn spawn_droppable<F>(&self, task: F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let stop = self.stop.clone();
        self.tasks.spawn(async move {
            let _ended = stop.run_until_cancelled_owned(task).await;
        });
    }

    /// Ends when the scope is asked to stop.
    pub fn stopped(&self) -> WaitForCancellationFuture<'_> {
        self.stop.cancelled()
    }

    /// Whether the scope has been asked to stop.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.stop.is_cancelled()
    }

    /// The signal itself, for what wants to keep it.
    #[must_use]
    pub fn token(&self) -> CancellationToken {
        self.stop.clone()
    }

    /// Asks all tasks to stop, without waiting.
    pub fn stop(&self) {
        self.stop.cancel();
    }
}

/// Tasks that were still running when the deadline passed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{tasks} tasks of the {server} did not end within {deadline_ms} ms")]
pub struct ShutdownError {
    /// Which server.
    pub server: &'static str,
    /// How many tasks were left.
    pub tasks: usize,
    /// The deadline that they missed.
    pub deadline_ms: u128,
}

/// A running server.
#[derive(Debug)]
pub struct Handle {
    /// Its name in logs and messages.
    pub server: &'static str,
    /// The addresses it listens on, by listener name; what was really bound.
    pub addresses: BTreeMap<&'static str, SocketAddr>,
    /// What happens in it.
    pub events: EventHub,
    scope: Scope,
}

impl Handle {
    /// The handle of a server whose tasks run in `scope`.
    #[must_use]
    pub fn new(server: &'static str, events: EventHub, scope: Scope) -> Self {
        Self { server, addresses: BTreeMap::new(), events, scope }
    }

    /// Adds a bound address.
    #[must_use]
    pub fn with_address(mut self, listener: &'static str, address: SocketAddr) -> Self {
        self.addresses.insert(listener, address);
        self
    }

    /// Asks the server to stop and waits until all its tasks have ended.
    ///
    /// # Errors
    /// [`ShutdownError`] if some were still running after `deadline`.
    pub async fn shutdown(self, deadline: Duration) -> Result<(), ShutdownError> {
        self.scope.stop.cancel();
        self.scope.tasks.close();
        if tokio::time::timeout(deadline, self.scope.tasks.wait()).await.is_err() {
            return Err(ShutdownError {
                server: self.server,
                tasks: self.scope.tasks.len(),
                deadline_ms: deadline.as_millis(),
            });
        }
        Ok(())
    }

    /// Waits until the server has ended by itself.
    pub async fn join(&self) {
        self.scope.stop.cancelled().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn shutdown_waits_for_tasks_and_names_those_that_stay() {
        let scope = Scope::new();
        let inner = scope.clone();
        scope.spawn(async move { inner.stopped().await });
        scope.spawn_droppable(std::future::pending());
        let handle = Handle::new("test server", EventHub::new(1), scope);
        assert_eq!(handle.shutdown(Duration::from_secs(5)).await, Ok(()));

        let scope = Scope::new();
        scope.spawn(std::future::pending());
        let handle = Handle::new("test server", EventHub::new(1), scope);
        let error = handle.shutdown(Duration::from_millis(10)).await.unwrap_err();
        assert_eq!(error.tasks, 1);
    }
}

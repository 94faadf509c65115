//! Places of which no address has more than its share, so that nobody takes them all.
//!
//! Does not know what they are for.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use quarry_mining::stratum::server::group;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Places. Clones share them.
#[derive(Clone, Debug)]
pub(super) struct Places {
    all: Arc<Semaphore>,
    share: usize,
    /// Of addresses that have places or wait for them, and for no longer.
    shares: Arc<Mutex<BTreeMap<IpAddr, Arc<Semaphore>>>>,
}

/// A place, until it is dropped.
#[derive(Debug)]
pub struct Place {
    _share: Option<OwnedSemaphorePermit>,
    _place: OwnedSemaphorePermit,
}

impl Places {
    pub(super) fn new(places: usize, share: usize) -> Self {
        Self { all: Arc::new(Semaphore::new(places)), share, shares: Arc::default() }
    }

    /// A place, if there is one.
    pub(super) fn try_enter(&self, ip: IpAddr) -> Option<Place> {
        let share = Some(self.share_of(ip).try_acquire_owned().ok()?);
        self.try_enter_without_share().map(|place| Place { _share: share, ..place })
    }

    /// A place that is nobody's share, if there is one.
    pub(super) fn try_enter_without_share(&self) -> Option<Place> {
        let place = Arc::clone(&self.all).try_acquire_owned().ok()?;
        Some(Place { _share: None, _place: place })
    }

    /// A place, as soon as there is one. Who waits for its share holds up nobody else, and those who wait
    /// for a place are let in as they came.
    pub(super) async fn enter(&self, ip: IpAddr) -> Option<Place> {
        // Neither is ever closed.
        let share = Some(self.share_of(ip).acquire_owned().await.ok()?);
        let place = Arc::clone(&self.all).acquire_owned().await.ok()?;
        Some(Place { _share: share, _place: place })
    }

    fn share_of(&self, ip: IpAddr) -> Arc<Semaphore> {
        let mut shares = self.shares.lock().unwrap_or_else(PoisonError::into_inner);
        // Others are only taken from here, under the lock.
        shares.retain(|_, share| Arc::strong_count(share) > 1);
        let share = shares.entry(group(ip));
        Arc::clone(share.or_insert_with(|| Arc::new(Semaphore::new(self.share))))
    }
}

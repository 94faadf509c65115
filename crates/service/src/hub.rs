//! One place where a process's events meet, for pages and programs that follow them live.
//!
//! A bounded ring keeps the newest events, so that a reader that was away (a hidden tab, a broken
//! connection) goes on from its last id. A reader too slow for the ring is told to start afresh.
//! Does not know topics' meaning or the wire form (`web` writes server-sent events).

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use tokio::sync::Notify;

/// Bounds of the hub.
pub mod limits {
    /// Events kept for readers that come back.
    pub const MAX_KEPT_EVENTS: usize = 2048;
    /// Bytes of their bodies, at most; the newest event is kept whatever its size.
    pub const MAX_KEPT_BYTES: usize = 16 << 20;
}

/// The place of an event: which run of the process, which number in it.
///
/// Text form `RUN-NUMBER`, as in `Last-Event-ID`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventId {
    /// The process's run (its start time); ids of another run say nothing here.
    pub run: u64,
    /// Counts from 1 within a run.
    pub number: u64,
}

impl core::fmt::Display for EventId {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}-{}", self.run, self.number)
    }
}

impl core::str::FromStr for EventId {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (run, number) = text.split_once('-').ok_or(())?;
        Ok(Self { run: run.parse().map_err(drop)?, number: number.parse().map_err(drop)? })
    }
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its place.
    pub id: EventId,
    /// What it belongs to: `block`, `tx`, `book`, `job` ...
    pub topic: &'static str,
    /// The body, one line of JSON.
    pub json: Arc<str>,
}

#[derive(Debug)]
struct Shared {
    run: u64,
    ring: Mutex<Ring>,
    more: Notify,
}

#[derive(Debug, Default)]
struct Ring {
    events: VecDeque<Event>,
    bytes: usize,
    last_number: u64,
}

/// Where servers put events and readers take them. Cheap to clone.
#[derive(Clone, Debug)]
pub struct EventHub(Arc<Shared>);

impl EventHub {
    /// A hub for one run of the process; `run` must differ between runs (its start time in ms).
    #[must_use]
    pub fn new(run: u64) -> Self {
        Self(Arc::new(Shared { run, ring: Mutex::default(), more: Notify::new() }))
    }

    fn ring(&self) -> MutexGuard<'_, Ring> {
        // A panic while holding the lock leaves at most one event missing, never a broken ring.
        self.0.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells all readers of `topic`.
    pub fn publish<T: Serialize>(&self, topic: &'static str, body: &T) {
        let Ok(json) = serde_json::to_string(body) else {
            tracing::error!(topic, "event has no JSON form");
            return;
        };
        let mut ring = self.ring();
        ring.last_number += 1;
        let id = EventId { run: self.0.run, number: ring.last_number };
        ring.bytes += json.len();
        while ring.events.len() >= limits::MAX_KEPT_EVENTS || ring.bytes > limits::MAX_KEPT_BYTES {
            let Some(oldest) = ring.events.pop_front() else { break };
            ring.bytes -= oldest.json.len();
        }
        ring.events.push_back(Event { id, topic, json: json.into() });
        drop(ring);
        self.0.more.notify_waiters();
    }

    /// The place of the newest event.
    #[must_use]
    pub fn last_id(&self) -> EventId {
        EventId { run: self.0.run, number: self.ring().last_number }
    }

    /// Follows events of some topics (all, if the list is empty) after `since`, or from now.
    #[must_use]
    pub fn subscribe(&self, topics: Vec<String>, since: Option<EventId>) -> Subscription {
        let last = self.ring().last_number;
        let (next, missed) = match since {
            None => (last + 1, false),
            Some(id) if id.run == self.0.run && id.number <= last => (id.number + 1, false),
            Some(_) => (last + 1, true),
        };
        Subscription { hub: self.clone(), topics, next, missed }
    }
}

/// A reader's place in the stream.
#[derive(Debug)]
pub struct Subscription {
    hub: EventHub,
    topics: Vec<String>,
    next: u64,
    missed: bool,
}

impl Subscription {
    /// The next event, or `None` where events were lost and the reader has to start afresh.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            let hub = self.hub.clone();
            let more = hub.0.more.notified();
            tokio::pin!(more);
            // Registered before the ring is read, so that nothing published between is missed.
            more.as_mut().enable();
            match self.take() {
                Taken::Event(event) => return Some(event),
                Taken::Missed => return None,
                Taken::Nothing => more.await,
            }
        }
    }

    fn take(&mut self) -> Taken {
        if core::mem::take(&mut self.missed) {
            return Taken::Missed;
        }
        let ring = self.hub.ring();
        let oldest = ring.events.front().map_or(ring.last_number + 1, |e| e.id.number);
        if self.next < oldest {
            self.next = ring.last_number + 1;
            return Taken::Missed;
        }
        while self.next <= ring.last_number {
            let index = usize::try_from(self.next - oldest).unwrap_or(usize::MAX);
            self.next += 1;
            if let Some(event) = ring.events.get(index)
                && (self.topics.is_empty() || self.topics.iter().any(|t| t == event.topic))
            {
                return Taken::Event(event.clone());
            }
        }
        Taken::Nothing
    }
}

enum Taken {
    Event(Event),
    Missed,
    Nothing,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_reader_goes_on_where_it_was() {
        let hub = EventHub::new(7);
        hub.publish("block", &1);
        let seen = hub.last_id();
        hub.publish("tx", &2);
        hub.publish("block", &3);
        let mut reader = hub.subscribe(vec!["block".into()], Some(seen));
        assert_eq!(&*reader.next().await.unwrap().json, "3");
        assert_eq!(seen.to_string().parse(), Ok(seen));
    }

    #[tokio::test]
    async fn a_reader_of_another_run_or_too_far_behind_is_told() {
        let hub = EventHub::new(7);
        hub.publish("block", &1);
        let mut reader = hub.subscribe(vec![], Some(EventId { run: 6, number: 1 }));
        assert!(reader.next().await.is_none());
        let mut slow = hub.subscribe(vec![], Some(hub.last_id()));
        for n in 0..=limits::MAX_KEPT_EVENTS {
            hub.publish("block", &n);
        }
        assert!(slow.next().await.is_none());
        hub.publish("block", &"new");
        assert_eq!(&*slow.next().await.unwrap().json, "\"new\"");
    }
}

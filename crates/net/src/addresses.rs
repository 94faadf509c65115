//! The addresses that are known: Core's `AddrMan` in a plain form.
//!
//! Addresses heard of stand among the *new*, those that a connection was made to among the
//! *tried*. Both are tables of buckets; a keyed hash of where an address is, and of who named it,
//! decides its place, so that an attacker who does not know the key can fill only few of them.
//! Does not know peers; asks nobody; randomness comes in.

mod codec;

use std::collections::BTreeMap;

use quarry_primitives::hashes::{HashEngine, siphash24};

pub use codec::AddressFileError;

use crate::endpoint::{Endpoint, NetAddress, Services};
use crate::limits::{
    ADDRESS_HORIZON_SECS, ADDRESS_MAX_FAILURES, ADDRESS_MIN_FAIL_SECS, ADDRESS_REPLACEMENT_SECS,
    ADDRESS_RETRIES, BUCKET_PLACES, NEW_BUCKETS, NEW_BUCKETS_PER_SOURCE_GROUP,
    NEW_PLACES_PER_ADDRESS, ROTATE_ADDR_RELAY_SECS, TRIED_BUCKETS, TRIED_BUCKETS_PER_GROUP,
};
use crate::message::AddressEntry;
use crate::rng::Rng;

/// What is known of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownAddress {
    /// Where, when last seen, what it offers.
    pub entry: AddressEntry,
    /// Who named it first.
    pub source: NetAddress,
    /// When a connection was last tried, in seconds since 1970; 0 for never.
    pub last_try_secs: u32,
    /// When one last worked; 0 for never.
    pub last_success_secs: u32,
    /// Failures since then.
    pub failures: u8,
    /// Whether it is among the tried.
    pub tried: bool,
}

impl KnownAddress {
    /// Whether it is of no use (`AddrInfo::IsTerrible`).
    #[must_use]
    pub fn is_terrible(&self, now_secs: u32) -> bool {
        let age = |time: u32| now_secs.saturating_sub(time);
        if self.last_try_secs != 0 && age(self.last_try_secs) <= 60 {
            return false; // "never remove things tried in the last minute"
        }
        let entry = &self.entry;
        let from_the_future = entry.time > now_secs.saturating_add(10 * 60);
        let old = age(entry.time) > ADDRESS_HORIZON_SECS;
        let never_worked = self.last_success_secs == 0 && self.failures >= ADDRESS_RETRIES;
        let stopped_working = age(self.last_success_secs) > ADDRESS_MIN_FAIL_SECS
            && self.failures >= ADDRESS_MAX_FAILURES;
        from_the_future || old || never_worked || stopped_working
    }

    /// How likely it should be chosen (`AddrInfo::GetChance`).
    fn chance(&self, now_secs: u32) -> f64 {
        let recent = self.last_try_secs != 0 && now_secs.saturating_sub(self.last_try_secs) < 600;
        let base = if recent { 0.01 } else { 1.0 };
        base * 0.66_f64.powi(i32::from(self.failures.min(8)))
    }
}

/// A place in a table: bucket and place in it.
type Place = (u16, u8);

/// The two tables.
#[derive(Clone, Debug)]
pub struct AddressManager {
    key: [u8; 16],
    known: BTreeMap<Endpoint, KnownAddress>,
    new: BTreeMap<Place, Endpoint>,
    tried: BTreeMap<Place, Endpoint>,
    /// In how many places of `new` an address stands.
    new_places: BTreeMap<Endpoint, u8>,
}

impl AddressManager {
    /// Without addresses. The key is random and kept secret.
    #[must_use]
    pub const fn new(key: [u8; 16]) -> Self {
        Self {
            key,
            known: BTreeMap::new(),
            new: BTreeMap::new(),
            tried: BTreeMap::new(),
            new_places: BTreeMap::new(),
        }
    }

    /// How many addresses are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// How many are among the new and among the tried.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let tried = self.tried.len();
        (self.known.len() - tried, tried)
    }

    /// What is known of an address.
    #[must_use]
    pub fn get(&self, endpoint: &Endpoint) -> Option<&KnownAddress> {
        self.known.get(endpoint)
    }

    /// All that is known, in the order of addresses.
    pub fn iter(&self) -> impl Iterator<Item = &KnownAddress> {
        self.known.values()
    }

    /// Who an address is passed on to goes by this: the same peers for a day, others the next, as
    /// nobody can tell who does not know the key.
    pub(crate) fn relay_rank(&self, endpoint: &Endpoint, wall_secs: u64, peer: u64) -> u64 {
        let bytes = endpoint_bytes(endpoint);
        // Not all change at the same moment.
        let shift = self.hash(&[b"shift", &bytes]);
        let day = wall_secs.wrapping_add(shift) / ROTATE_ADDR_RELAY_SECS;
        self.hash(&[b"relay", &bytes, &day.to_le_bytes(), &peer.to_le_bytes()])
    }

    fn hash(&self, parts: &[&[u8]]) -> u64 {
        let half = |at: usize| {
            let mut bytes = [0; 8];
            bytes.copy_from_slice(&self.key[at..at + 8]);
            u64::from_le_bytes(bytes)
        };
        let mut engine = siphash24::HashEngine::with_keys(half(0), half(8));
        for part in parts {
            // The length keeps ("a", "bc") and ("ab", "c") apart.
            engine.input(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
            engine.input(part);
        }
        siphash24::Hash::from_engine_to_u64(engine)
    }

    fn place(&self, table: &[u8], bucket: u64, endpoint: &[u8]) -> Place {
        let place = self.hash(&[table, &bucket.to_le_bytes(), endpoint]) % BUCKET_PLACES;
        (u16::try_from(bucket).unwrap_or(0), u8::try_from(place).unwrap_or(0))
    }

    fn tried_place(&self, endpoint: &Endpoint) -> Place {
        let bytes = endpoint_bytes(endpoint);
        let within = self.hash(&[b"tried", &bytes]) % TRIED_BUCKETS_PER_GROUP;
        let group = endpoint.address.group();
        let bucket = self.hash(&[b"tried", &group, &within.to_le_bytes()]) % TRIED_BUCKETS;
        self.place(b"K", bucket, &bytes)
    }

    fn new_place(&self, endpoint: &Endpoint, source: &NetAddress) -> Place {
        let (group, source) = (endpoint.address.group(), source.group());
        let within = self.hash(&[b"new", &group, &source]) % NEW_BUCKETS_PER_SOURCE_GROUP;
        let bucket = self.hash(&[b"new", &source, &within.to_le_bytes()]) % NEW_BUCKETS;
        self.place(b"N", bucket, &endpoint_bytes(endpoint))
    }

    /// Takes in an address that somebody named. Those that nobody can reach are passed over.
    /// Whether it is new to us.
    pub fn add(
        &mut self,
        now_secs: u32,
        entry: AddressEntry,
        source: NetAddress,
        time_penalty_secs: u32,
        random: u64,
    ) -> bool {
        let endpoint = entry.endpoint;
        if !endpoint.address.is_routable() {
            return false;
        }
        // Who names itself is believed as to when.
        let penalty = if endpoint.address == source { 0 } else { time_penalty_secs };
        let heard = entry.time.saturating_sub(penalty);
        let mut is_new = false;
        if let Some(known) = self.known.get_mut(&endpoint) {
            let online = now_secs.saturating_sub(entry.time) < 24 * 60 * 60;
            let interval = if online { 60 * 60 } else { 24 * 60 * 60 };
            if known.entry.time < heard.saturating_sub(interval) {
                known.entry.time = heard;
            }
            known.entry.services = known.entry.services.with(entry.services);
            let places = self.new_places.get(&endpoint).copied().unwrap_or(0);
            // "stochastic test: previous nRefCount == N: 2^N times harder to increase it"
            let lucky = random.is_multiple_of(1 << places.min(NEW_PLACES_PER_ADDRESS));
            let stale = entry.time <= known.entry.time.saturating_sub(interval);
            if known.tried || places >= NEW_PLACES_PER_ADDRESS || stale || !lucky {
                return false;
            }
        } else {
            let entry = AddressEntry { time: heard, ..entry };
            let known = KnownAddress {
                entry,
                source,
                last_try_secs: 0,
                last_success_secs: 0,
                failures: 0,
                tried: false,
            };
            self.known.insert(endpoint, known);
            is_new = true;
        }
        let place = self.new_place(&endpoint, &source);
        self.put_new(now_secs, place, endpoint);
        is_new && self.known.contains_key(&endpoint)
    }

    /// Puts an address into a place among the new, if it is free or its owner may go.
    fn put_new(&mut self, now_secs: u32, place: Place, endpoint: Endpoint) {
        if let Some(owner) = self.new.get(&place).copied() {
            let gives_way = owner != endpoint && {
                let terrible = self.known.get(&owner).is_none_or(|it| it.is_terrible(now_secs));
                let places = |it: &Endpoint| self.new_places.get(it).copied().unwrap_or(0);
                terrible || places(&owner) > 1 && places(&endpoint) == 0
            };
            if !gives_way {
                self.drop_if_homeless(&endpoint);
                return;
            }
            self.clear_new(place);
        }
        self.new.insert(place, endpoint);
        *self.new_places.entry(endpoint).or_default() += 1;
    }

    fn clear_new(&mut self, place: Place) {
        let Some(owner) = self.new.remove(&place) else { return };
        if let Some(places) = self.new_places.get_mut(&owner) {
            *places = places.saturating_sub(1);
            if *places == 0 {
                self.new_places.remove(&owner);
            }
        }
        self.drop_if_homeless(&owner);
    }

    fn drop_if_homeless(&mut self, endpoint: &Endpoint) {
        let tried = self.known.get(endpoint).is_some_and(|it| it.tried);
        if !tried && !self.new_places.contains_key(endpoint) {
            self.known.remove(endpoint);
        }
    }

    /// A connection is being tried.
    pub fn attempt(&mut self, now_secs: u32, endpoint: &Endpoint) {
        if let Some(known) = self.known.get_mut(endpoint) {
            known.last_try_secs = now_secs;
            known.failures = known.failures.saturating_add(1);
        }
    }

    /// A connection worked: the address moves to the tried. One that holds its place there and
    /// worked in the last four hours keeps it.
    pub fn good(&mut self, now_secs: u32, endpoint: &Endpoint) {
        let place = self.tried_place(endpoint);
        let Some(known) = self.known.get_mut(endpoint) else { return };
        known.last_success_secs = now_secs;
        known.last_try_secs = now_secs;
        known.failures = 0;
        if known.tried {
            return;
        }
        if let Some(owner) = self.tried.get(&place).copied() {
            let recent = self.known.get(&owner).is_some_and(|it| {
                now_secs.saturating_sub(it.last_success_secs) < ADDRESS_REPLACEMENT_SECS
            });
            if recent {
                return;
            }
            self.back_to_new(now_secs, place, owner);
        }
        let places: Vec<Place> =
            self.new.iter().filter(|(_, it)| *it == endpoint).map(|(place, _)| *place).collect();
        if let Some(known) = self.known.get_mut(endpoint) {
            known.tried = true;
        }
        for place in places {
            self.clear_new(place);
        }
        self.tried.insert(place, *endpoint);
    }

    fn back_to_new(&mut self, now_secs: u32, place: Place, owner: Endpoint) {
        self.tried.remove(&place);
        let Some(known) = self.known.get_mut(&owner) else { return };
        known.tried = false;
        let source = known.source;
        let place = self.new_place(&owner, &source);
        // "it must not be lost": whoever stands there makes room.
        self.clear_new(place);
        self.put_new(now_secs, place, owner);
    }

    /// A peer that was connected is gone: it was there until now.
    pub fn connected(&mut self, now_secs: u32, endpoint: &Endpoint) {
        if let Some(known) = self.known.get_mut(endpoint)
            && now_secs.saturating_sub(known.entry.time) > 20 * 60
        {
            known.entry.time = now_secs;
        }
    }

    /// What a peer itself says it offers.
    pub fn set_services(&mut self, endpoint: &Endpoint, services: Services) {
        if let Some(known) = self.known.get_mut(endpoint) {
            known.entry.services = services;
        }
    }

    /// An address to connect to. `new_only` for feelers.
    #[must_use]
    pub fn select(&self, now_secs: u32, new_only: bool, seed: [u8; 32]) -> Option<&KnownAddress> {
        self.select_with(now_secs, new_only, &mut Rng::new(seed))
    }

    pub(crate) fn select_with(
        &self,
        now_secs: u32,
        new_only: bool,
        rng: &mut Rng,
    ) -> Option<&KnownAddress> {
        let use_tried = match (self.new.is_empty(), self.tried.is_empty() || new_only) {
            (true, true) => return None,
            (true, false) => true,
            (false, true) => false,
            (false, false) => rng.below(2) == 0,
        };
        let (table, buckets) =
            if use_tried { (&self.tried, TRIED_BUCKETS) } else { (&self.new, NEW_BUCKETS) };
        let mut factor = 1.0;
        loop {
            let bucket = u16::try_from(rng.below(buckets)).unwrap_or(0);
            let place = u8::try_from(rng.below(BUCKET_PLACES)).unwrap_or(0);
            // The first one from there on, round the end.
            let from = table.range((bucket, place)..).next().or_else(|| table.first_key_value())?;
            let known = self.known.get(from.1)?;
            if rng.unit() < factor * known.chance(now_secs) {
                return Some(known);
            }
            factor *= 1.2;
        }
    }

    /// A random part of what is known, without what is of no use: `percent` of all, at most `most`.
    #[must_use]
    pub fn sample(
        &self,
        now_secs: u32,
        most: usize,
        percent: usize,
        seed: [u8; 32],
    ) -> Vec<AddressEntry> {
        self.sample_with(now_secs, most, percent, &mut Rng::new(seed))
    }

    pub(crate) fn sample_with(
        &self,
        now_secs: u32,
        most: usize,
        percent: usize,
        rng: &mut Rng,
    ) -> Vec<AddressEntry> {
        let count = (self.known.len() * percent.min(100) / 100).min(most);
        let mut all: Vec<&KnownAddress> = self.known.values().collect();
        rng.shuffle(&mut all);
        let useful = all.into_iter().filter(|known| !known.is_terrible(now_secs));
        useful.take(count).map(|known| known.entry).collect()
    }
}

/// The bytes that a place is computed from.
fn endpoint_bytes(endpoint: &Endpoint) -> Vec<u8> {
    let mut bytes = vec![endpoint.address.network_id()];
    bytes.extend_from_slice(endpoint.address.bytes());
    bytes.extend_from_slice(&endpoint.port.to_be_bytes());
    bytes
}

//! The bytes of the address file: version 1.
//!
//! Version, key, count; then each address: network, bytes, port, time, services, source (network,
//! bytes), last try, last success, failures, whether tried; then the places among the new: count,
//! and for each bucket, place and the address by its number. Places among the tried follow from
//! the key. Integers are little-endian. The file ends with the first four bytes of its double
//! SHA-256.

use quarry_primitives::Hash;
use quarry_primitives::hashes::sha256d;

use super::{AddressManager, KnownAddress, Place};
use crate::bytes::Reader;
use crate::endpoint::{Endpoint, NetAddress, Services};
use crate::limits::{BUCKET_PLACES, NEW_BUCKETS, TRIED_BUCKETS};
use crate::message::AddressEntry;

const VERSION: u8 = 1;

/// The most addresses that a file can have: as many as the tables have places.
const MOST: u64 = (NEW_BUCKETS + TRIED_BUCKETS) * BUCKET_PLACES;

/// Why bytes are not an address file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AddressFileError {
    /// Written by a later version of this program.
    #[error("address file has version {0}, this program knows {VERSION}")]
    Version(u8),
    /// Cut short, changed, or something else altogether.
    #[error("address file is damaged: remove it to start with no known addresses")]
    Damaged,
}

impl AddressManager {
    /// The bytes to keep.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = vec![VERSION];
        out.extend_from_slice(&self.key);
        let count = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        out.extend_from_slice(&count.to_le_bytes());
        for known in self.known.values() {
            put_address(&mut out, &known.entry.endpoint.address);
            out.extend_from_slice(&known.entry.endpoint.port.to_le_bytes());
            out.extend_from_slice(&known.entry.time.to_le_bytes());
            out.extend_from_slice(&known.entry.services.0.to_le_bytes());
            put_address(&mut out, &known.source);
            out.extend_from_slice(&known.last_try_secs.to_le_bytes());
            out.extend_from_slice(&known.last_success_secs.to_le_bytes());
            out.push(known.failures);
            out.push(u8::from(known.tried));
        }
        let places = u32::try_from(self.new.len()).unwrap_or(u32::MAX);
        out.extend_from_slice(&places.to_le_bytes());
        // Endpoints are named by their place in the list above.
        let index: std::collections::BTreeMap<&Endpoint, u32> =
            self.known.keys().zip(0..).collect();
        for ((bucket, place), endpoint) in &self.new {
            out.extend_from_slice(&bucket.to_le_bytes());
            out.push(*place);
            let at = index.get(endpoint).copied().unwrap_or(u32::MAX);
            out.extend_from_slice(&at.to_le_bytes());
        }
        let sum = sha256d::Hash::hash(&out).to_byte_array();
        out.extend_from_slice(&sum[..4]);
        out
    }

    /// Reads them back.
    ///
    /// # Errors
    /// [`AddressFileError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, AddressFileError> {
        let version = *bytes.first().ok_or(AddressFileError::Damaged)?;
        if version != VERSION {
            return Err(AddressFileError::Version(version));
        }
        let (rest, sum) = bytes.split_last_chunk::<4>().ok_or(AddressFileError::Damaged)?;
        if sha256d::Hash::hash(rest).to_byte_array()[..4] != *sum {
            return Err(AddressFileError::Damaged);
        }
        Self::read(&mut Reader::new(&rest[1..])).ok_or(AddressFileError::Damaged)
    }

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let mut manager = Self::new(reader.array().ok()?);
        let count = reader.u32().ok()?;
        if u64::from(count) > MOST {
            return None;
        }
        let mut order = Vec::new();
        for _ in 0..count {
            let known = read_known(reader)?;
            let endpoint = known.entry.endpoint;
            order.push(endpoint);
            if known.tried {
                let place = manager.tried_place(&endpoint);
                if manager.tried.insert(place, endpoint).is_some() {
                    return None;
                }
            }
            if manager.known.insert(endpoint, known).is_some() {
                return None;
            }
        }
        for _ in 0..reader.u32().ok()? {
            let place: Place = (u16::from_le_bytes(reader.array().ok()?), reader.u8().ok()?);
            let inside = u64::from(place.0) < NEW_BUCKETS && u64::from(place.1) < BUCKET_PLACES;
            let at = usize::try_from(reader.u32().ok()?).ok()?;
            let endpoint = *order.get(at)?;
            if !inside || manager.known.get(&endpoint)?.tried {
                return None;
            }
            if manager.new.insert(place, endpoint).is_some() {
                return None;
            }
            *manager.new_places.entry(endpoint).or_default() += 1;
        }
        let housed = manager
            .known
            .iter()
            .all(|(endpoint, known)| known.tried || manager.new_places.contains_key(endpoint));
        (housed && reader.is_empty()).then_some(manager)
    }
}

fn put_address(out: &mut Vec<u8>, address: &NetAddress) {
    out.push(address.network_id());
    out.extend_from_slice(address.bytes());
}

fn read_address(reader: &mut Reader<'_>) -> Option<NetAddress> {
    let network = reader.u8().ok()?;
    let length = match network {
        1 => 4,
        2 | 6 => 16,
        4 | 5 => 32,
        _ => return None,
    };
    NetAddress::from_v2(network, reader.take(length).ok()?).ok()?
}

fn read_known(reader: &mut Reader<'_>) -> Option<KnownAddress> {
    let address = read_address(reader)?;
    let port = u16::from_le_bytes(reader.array().ok()?);
    let time = reader.u32().ok()?;
    let services = Services(reader.u64().ok()?);
    let entry = AddressEntry { time, services, endpoint: Endpoint { address, port } };
    Some(KnownAddress {
        entry,
        source: read_address(reader)?,
        last_try_secs: reader.u32().ok()?,
        last_success_secs: reader.u32().ok()?,
        failures: reader.u8().ok()?,
        tried: match reader.u8().ok()? {
            0 => false,
            1 => true,
            _ => return None,
        },
    })
}

//! The bytes of each message's body.
//!
//! Reading allocates by what has arrived, never by what is claimed. As in Core, bytes after the
//! end of a body are passed over.

use quarry_primitives::consensus::encode::{Error, deserialize, deserialize_partial};
use quarry_primitives::consensus::{Decodable, Encodable};
use quarry_primitives::{BlockHash, Hash, Header, LockTime, Transaction, TransactionVersion};

use super::{
    AddressEntry, InvKind, Inventory, LocatorMessage, Message, VersionMessage, from_v1_form,
    v1_form,
};
use crate::bytes::{Reader, put_compact, put_length};
use crate::codec::{Command, Hex, Sanitized};
use crate::endpoint::{Endpoint, NetAddress, Services};
use crate::limits::{
    MAX_ADDR_TO_SEND, MAX_ADDRV2_BYTES, MAX_HEADERS_RESULTS, MAX_INV_SIZE, MAX_LOCATOR_SIZE,
    MAX_SUBVERSION_LENGTH,
};

/// Why a body cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BodyError {
    /// The frame's checksum is another.
    #[error(
        "Header error: Wrong checksum ({}, {length} bytes), expected {} was {}",
        Sanitized(command),
        Hex(expected),
        Hex(found)
    )]
    Checksum {
        /// The command's bytes as they came.
        command: [u8; 12],
        /// Of the body.
        length: u32,
        /// The body's checksum.
        expected: [u8; 4],
        /// What the frame says.
        found: [u8; 4],
    },
    /// The frame's command is not text.
    #[error("Header error: Invalid message type ({}, {length} bytes)", Sanitized(command))]
    CommandForm {
        /// The command's bytes as they came.
        command: [u8; 12],
        /// Of the body.
        length: u32,
    },
    /// An address with more bytes than the protocol allows.
    #[error("Address too long: {0} > {MAX_ADDRV2_BYTES}")]
    AddressTooLong(u64),
    /// It ends too early.
    #[error("end of data")]
    Truncated,
    /// A count is not in its shortest form, or above all bounds.
    #[error("compact size not canonical or too large")]
    CompactSize,
    /// More entries than the protocol allows.
    #[error("{what} message size = {count}")]
    TooMany {
        /// Of what message.
        what: &'static str,
        /// How many it claims.
        count: u64,
    },
    /// A locator with more hashes than the protocol allows.
    #[error("{what} locator size {count} > {MAX_LOCATOR_SIZE}")]
    LocatorTooLong {
        /// Of what message.
        what: &'static str,
        /// How many it claims.
        count: u64,
    },
    /// A text or an address with more bytes than the protocol allows, or too few for its kind.
    #[error("wrong length of {0}")]
    Length(&'static str),
    /// A block, transaction or header that is none.
    #[error("{what} cannot be read: {why}")]
    Form {
        /// What it should be.
        what: &'static str,
        /// The library's words.
        why: String,
    },
}

/// What Core does with a peer that sends such a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blame {
    /// Passes the message over.
    Ignore,
    /// Ends the connection.
    Disconnect,
    /// Ends it, and prefers others from then on.
    Discourage,
}

impl BodyError {
    /// What is done about it.
    #[must_use]
    pub const fn blame(&self) -> Blame {
        match self {
            Self::TooMany { .. } => Blame::Discourage,
            Self::LocatorTooLong { .. } => Blame::Disconnect,
            _ => Blame::Ignore,
        }
    }

    /// Whether it is the frame that is wrong, so that nothing of the body was looked at.
    #[must_use]
    pub const fn is_of_frame(&self) -> bool {
        matches!(self, Self::Checksum { .. } | Self::CommandForm { .. })
    }
}

impl Message {
    /// Reads the body of a message.
    ///
    /// # Errors
    /// [`BodyError`].
    pub fn decode(command: Command, body: &[u8]) -> Result<Self, BodyError> {
        let mut reader = Reader::new(body);
        let reader = &mut reader;
        Ok(match command {
            Command::VERSION => Self::Version(Box::new(version(reader)?)),
            Command::VERACK => Self::Verack,
            Command::PING => Self::Ping(reader.u64()?),
            Command::PONG => Self::Pong(reader.u64().ok()),
            Command::ADDR => Self::Addr(addresses(reader, "addr", address_v1)?),
            Command::ADDRV2 => Self::AddrV2(addresses(reader, "addrv2", address_v2)?),
            Command::SENDADDRV2 => Self::SendAddrV2,
            Command::GETADDR => Self::GetAddr,
            Command::GETHEADERS => Self::GetHeaders(locator(reader, "getheaders")?),
            Command::HEADERS => Self::Headers(headers(reader)?),
            Command::SENDHEADERS => Self::SendHeaders,
            Command::GETBLOCKS => Self::GetBlocks(locator(reader, "getblocks")?),
            Command::INV => Self::Inv(inventory(reader, "inv")?),
            Command::GETDATA => Self::GetData(inventory(reader, "getdata")?),
            Command::NOTFOUND => Self::NotFound(inventory(reader, "notfound")?),
            Command::BLOCK => Self::Block(Box::new(super::block::block(body)?)),
            Command::TX => Self::Tx(Box::new(transaction(body)?)),
            Command::WTXIDRELAY => Self::WtxidRelay,
            Command::FEEFILTER => Self::FeeFilter(reader.i64()?),
            Command::MEMPOOL => Self::MemPool,
            Command::SENDCMPCT => {
                Self::SendCmpct { announce: reader.u8()?, version: reader.u64()? }
            }
            Command::FILTERLOAD | Command::FILTERADD | Command::FILTERCLEAR => {
                Self::BloomFilter(command)
            }
            _ => Self::Unknown(command),
        })
    }

    /// Appends the body of the message. Those that only ever arrive have none.
    pub fn encode(&self, out: &mut Vec<u8>) {
        match self {
            Self::Version(version) => put_version(out, version),
            Self::Ping(nonce) => out.extend_from_slice(&nonce.to_le_bytes()),
            Self::Pong(nonce) => out.extend(nonce.iter().flat_map(|nonce| nonce.to_le_bytes())),
            Self::Addr(entries) => put_addresses_v1(out, entries),
            Self::AddrV2(entries) => put_addresses_v2(out, entries),
            Self::GetHeaders(locator) | Self::GetBlocks(locator) => put_locator(out, locator),
            Self::Headers(headers) => put_headers(out, headers),
            Self::Inv(list) | Self::GetData(list) | Self::NotFound(list) => {
                put_inventory(out, list);
            }
            Self::Block(block) => put_library(out, block.as_ref()),
            Self::Tx(tx) => put_library(out, tx.as_ref()),
            Self::FeeFilter(rate) => out.extend_from_slice(&rate.to_le_bytes()),
            Self::SendCmpct { announce, version } => {
                out.push(*announce);
                out.extend_from_slice(&version.to_le_bytes());
            }
            Self::Verack
            | Self::SendAddrV2
            | Self::GetAddr
            | Self::SendHeaders
            | Self::WtxidRelay
            | Self::MemPool
            | Self::BloomFilter(_)
            | Self::Unknown(_) => {}
        }
    }
}

/// What the Bitcoin library reads.
fn library<T: Decodable>(what: &'static str, body: &[u8]) -> Result<T, BodyError> {
    let why = |error: Error| match error {
        // As Core says it.
        Error::ParseFailed("witness flag set but no witnesses present") => {
            "Superfluous witness record".to_owned()
        }
        error => error.to_string(),
    };
    let form = |error| BodyError::Form { what, why: why(error) };
    deserialize_partial::<T>(body).map(|(value, _)| value).map_err(form)
}

/// A transaction. The library refuses two forms that Core tells apart by what is wrong with them,
/// and one that Core reads: nothing spent and nothing paid.
fn transaction(body: &[u8]) -> Result<Transaction, BodyError> {
    const FLAGS_AT: usize = 5;
    match body.get(4..=FLAGS_AT) {
        Some([0, 0]) => {
            let mut reader = Reader::new(body);
            let version = TransactionVersion(reader.i32()?);
            reader.take(2)?;
            let lock_time = LockTime::from_consensus(reader.u32()?);
            Ok(Transaction { version, lock_time, input: Vec::new(), output: Vec::new() })
        }
        Some([0, flags]) if *flags > 1 => {
            if flags & 1 == 1 {
                let mut known = body.to_vec();
                known[FLAGS_AT] = 1;
                library::<Transaction>("tx", &known)?;
            }
            Err(BodyError::Form { what: "tx", why: "Unknown transaction optional data".to_owned() })
        }
        _ => library("tx", body),
    }
}

fn put_library<T: Encodable>(out: &mut Vec<u8>, value: &T) {
    // The only error is the writer's, and a vector has none.
    let written = value.consensus_encode(out);
    debug_assert!(written.is_ok());
}

/// How many entries follow.
fn count(reader: &mut Reader<'_>, what: &'static str, most: usize) -> Result<usize, BodyError> {
    let count = reader.compact()?;
    let fits = usize::try_from(count).ok().filter(|count| *count <= most);
    fits.ok_or(BodyError::TooMany { what, count })
}

/// How many to make room for: no more than the bytes that are there can hold.
fn room(reader: &Reader<'_>, count: usize, least_bytes: usize) -> usize {
    count.min(reader.rest().len() / least_bytes)
}

/// "the fields after `addr_recv` are optional" (as Core reads them), in this order.
fn version(reader: &mut Reader<'_>) -> Result<VersionMessage, BodyError> {
    let version = reader.i32()?;
    let services = Services(reader.u64()?);
    let timestamp = reader.i64()?;
    let receiver_services = Services(reader.u64()?);
    let receiver = from_v1_form(reader.array()?, reader.u16_be()?);
    let mut read = VersionMessage {
        version,
        services,
        timestamp,
        receiver_services,
        receiver,
        nonce: 1,
        user_agent: String::new(),
        start_height: -1,
        relay: true,
    };
    if !reader.is_empty() {
        // The sender's own address, which it cannot know and nobody reads.
        reader.take(26)?;
        read.nonce = reader.u64()?;
    }
    if !reader.is_empty() {
        let length = usize::try_from(reader.compact()?).unwrap_or(usize::MAX);
        if length > MAX_SUBVERSION_LENGTH {
            return Err(BodyError::Length("user agent"));
        }
        read.user_agent = sanitized(reader.take(length)?);
    }
    if !reader.is_empty() {
        read.start_height = reader.i32()?;
    }
    if !reader.is_empty() {
        read.relay = reader.u8()? != 0;
    }
    Ok(read)
}

/// Core's `SanitizeString`: what may stand in logs and answers.
fn sanitized(bytes: &[u8]) -> String {
    let safe = |byte: &&u8| byte.is_ascii_alphanumeric() || b" .,;-_/:?@()".contains(byte);
    bytes.iter().filter(safe).map(|byte| char::from(*byte)).collect()
}

fn put_version(out: &mut Vec<u8>, version: &VersionMessage) {
    out.extend_from_slice(&version.version.to_le_bytes());
    out.extend_from_slice(&version.services.0.to_le_bytes());
    out.extend_from_slice(&version.timestamp.to_le_bytes());
    put_endpoint_v1(out, version.receiver_services, version.receiver.as_ref());
    put_endpoint_v1(out, version.services, None);
    out.extend_from_slice(&version.nonce.to_le_bytes());
    put_length(out, version.user_agent.len());
    out.extend_from_slice(version.user_agent.as_bytes());
    out.extend_from_slice(&version.start_height.to_le_bytes());
    out.push(u8::from(version.relay));
}

fn put_endpoint_v1(out: &mut Vec<u8>, services: Services, endpoint: Option<&Endpoint>) {
    let (bytes, port) = v1_form(endpoint);
    out.extend_from_slice(&services.0.to_le_bytes());
    out.extend_from_slice(&bytes);
    out.extend_from_slice(&port.to_be_bytes());
}

/// One entry; `None` if it names nothing that can be used.
type ReadAddress = fn(&mut Reader<'_>) -> Result<Option<AddressEntry>, BodyError>;

fn addresses(
    reader: &mut Reader<'_>,
    what: &'static str,
    read: ReadAddress,
) -> Result<Vec<AddressEntry>, BodyError> {
    let count = count(reader, what, MAX_ADDR_TO_SEND)?;
    let mut entries = Vec::with_capacity(room(reader, count, 8));
    for _ in 0..count {
        entries.extend(read(reader)?);
    }
    Ok(entries)
}

fn address_v1(reader: &mut Reader<'_>) -> Result<Option<AddressEntry>, BodyError> {
    let time = reader.u32()?;
    let services = Services(reader.u64()?);
    let endpoint = from_v1_form(reader.array()?, reader.u16_be()?);
    Ok(endpoint.map(|endpoint| AddressEntry { time, services, endpoint }))
}

fn address_v2(reader: &mut Reader<'_>) -> Result<Option<AddressEntry>, BodyError> {
    let time = reader.u32()?;
    let services = Services(reader.compact_any()?);
    let network = reader.u8()?;
    let length = reader.compact()?;
    if length > MAX_ADDRV2_BYTES {
        return Err(BodyError::AddressTooLong(length));
    }
    let bytes = reader.take(usize::try_from(length).unwrap_or(usize::MAX))?;
    let address = NetAddress::from_v2(network, bytes);
    let address = address.map_err(|_| BodyError::Length("addrv2 address"))?;
    let port = reader.u16_be()?;
    let entry = |address| AddressEntry { time, services, endpoint: Endpoint { address, port } };
    Ok(address.map(entry))
}

fn put_addresses_v1(out: &mut Vec<u8>, entries: &[AddressEntry]) {
    let fits = |entry: &&AddressEntry| entry.endpoint.address.to_v1().is_some();
    put_length(out, entries.iter().filter(fits).count());
    for entry in entries.iter().filter(fits) {
        out.extend_from_slice(&entry.time.to_le_bytes());
        put_endpoint_v1(out, entry.services, Some(&entry.endpoint));
    }
}

fn put_addresses_v2(out: &mut Vec<u8>, entries: &[AddressEntry]) {
    put_length(out, entries.len());
    for entry in entries {
        out.extend_from_slice(&entry.time.to_le_bytes());
        put_compact(out, entry.services.0);
        out.push(entry.endpoint.address.network_id());
        let bytes = entry.endpoint.address.bytes();
        put_length(out, bytes.len());
        out.extend_from_slice(bytes);
        out.extend_from_slice(&entry.endpoint.port.to_be_bytes());
    }
}

fn locator(reader: &mut Reader<'_>, what: &'static str) -> Result<LocatorMessage, BodyError> {
    let version = reader.u32()?;
    let count = reader.compact()?;
    let fits = usize::try_from(count).ok().filter(|count| *count <= MAX_LOCATOR_SIZE);
    let count = fits.ok_or(BodyError::LocatorTooLong { what, count })?;
    let mut hashes = Vec::with_capacity(count);
    for _ in 0..count {
        hashes.push(BlockHash::from_byte_array(reader.array()?));
    }
    let stop = BlockHash::from_byte_array(reader.array()?);
    Ok(LocatorMessage { version, hashes, stop })
}

fn put_locator(out: &mut Vec<u8>, locator: &LocatorMessage) {
    out.extend_from_slice(&locator.version.to_le_bytes());
    put_length(out, locator.hashes.len());
    for hash in &locator.hashes {
        out.extend_from_slice(hash.as_byte_array());
    }
    out.extend_from_slice(locator.stop.as_byte_array());
}

fn headers(reader: &mut Reader<'_>) -> Result<Vec<Header>, BodyError> {
    let count = count(reader, "headers", MAX_HEADERS_RESULTS)?;
    let mut headers = Vec::with_capacity(room(reader, count, 81));
    for _ in 0..count {
        let header = deserialize::<Header>(reader.take(80)?);
        let form = |error: &dyn core::fmt::Display| error.to_string();
        headers.push(header.map_err(|e| BodyError::Form { what: "header", why: form(&e) })?);
        // The number of transactions; "assume it is 0".
        reader.compact()?;
    }
    Ok(headers)
}

fn put_headers(out: &mut Vec<u8>, headers: &[Header]) {
    put_length(out, headers.len());
    for header in headers {
        put_library(out, header);
        out.push(0);
    }
}

fn inventory(reader: &mut Reader<'_>, what: &'static str) -> Result<Vec<Inventory>, BodyError> {
    let count = count(reader, what, MAX_INV_SIZE)?;
    let mut list = Vec::with_capacity(room(reader, count, 36));
    for _ in 0..count {
        list.push(Inventory { kind: InvKind::from_code(reader.u32()?), hash: reader.array()? });
    }
    Ok(list)
}

fn put_inventory(out: &mut Vec<u8>, list: &[Inventory]) {
    put_length(out, list.len());
    for entry in list {
        out.extend_from_slice(&entry.kind.code().to_le_bytes());
        out.extend_from_slice(&entry.hash);
    }
}

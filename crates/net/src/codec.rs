//! Frames of the v1 transport: magic, command, length, checksum, body.
//!
//! A [`Decoder`] takes bytes as they come and gives messages. It holds at most one message, and
//! makes room for it only as its bytes arrive. Does not know what a message leads to.

use core::fmt;

use quarry_primitives::Hash;
use quarry_primitives::hashes::sha256d;

use crate::limits::{HEADER_BYTES, MAX_PROTOCOL_MESSAGE_LENGTH, RECEIVE_STEP_BYTES};
use crate::message::{BodyError, Message};

/// The name of a message: at most twelve characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Command([u8; 12]);

macro_rules! commands {
    ($($name:ident $text:literal,)*) => {
        impl Command {
            $(#[doc = concat!("`", $text, "`.")]
            pub const $name: Self = Self::named($text);)*

            /// Those that are counted under their own name, as `getpeerinfo` has them.
            const KNOWN: &[Self] = &[$(Self::$name),*];
        }
    };
}

commands! {
    VERSION "version",
    VERACK "verack",
    PING "ping",
    PONG "pong",
    ADDR "addr",
    ADDRV2 "addrv2",
    SENDADDRV2 "sendaddrv2",
    GETADDR "getaddr",
    GETHEADERS "getheaders",
    HEADERS "headers",
    SENDHEADERS "sendheaders",
    GETBLOCKS "getblocks",
    INV "inv",
    GETDATA "getdata",
    NOTFOUND "notfound",
    BLOCK "block",
    TX "tx",
    WTXIDRELAY "wtxidrelay",
    FEEFILTER "feefilter",
    MEMPOOL "mempool",
    SENDCMPCT "sendcmpct",
    CMPCTBLOCK "cmpctblock",
    GETBLOCKTXN "getblocktxn",
    BLOCKTXN "blocktxn",
    MERKLEBLOCK "merkleblock",
    FILTERLOAD "filterload",
    FILTERADD "filteradd",
    FILTERCLEAR "filterclear",
    GETCFILTERS "getcfilters",
    CFILTER "cfilter",
    GETCFHEADERS "getcfheaders",
    CFHEADERS "cfheaders",
    GETCFCHECKPT "getcfcheckpt",
    CFCHECKPT "cfcheckpt",
    SENDTXRCNCL "sendtxrcncl",
}

impl Command {
    /// Under which messages of unknown name, and broken ones, are counted (`NET_MESSAGE_TYPE_OTHER`).
    pub const OTHER: Self = Self::named("*other*");

    const fn named(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut command = [0; 12];
        let mut i = 0;
        while i < bytes.len() {
            command[i] = bytes[i];
            i += 1;
        }
        Self(command)
    }

    /// The command of 12 bytes: printable characters, then zeros only (`IsMessageTypeValid`).
    #[must_use]
    pub fn from_bytes(bytes: [u8; 12]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
        let (text, padding) = bytes.split_at(end);
        let printable = text.iter().all(|byte| (b' '..=b'~').contains(byte));
        (printable && padding.iter().all(|byte| *byte == 0)).then_some(Self(bytes))
    }

    /// The 12 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 12] {
        &self.0
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(self.0.len());
        core::str::from_utf8(&self.0[..end]).unwrap_or("?")
    }

    /// Under what name it is counted.
    #[must_use]
    pub fn counted_as(self) -> Self {
        if Self::KNOWN.contains(&self) { self } else { Self::OTHER }
    }
}

impl fmt::Debug for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A command's bytes as they came, without what should not be in a log (`SanitizeString`).
pub(crate) struct Sanitized<'a>(pub(crate) &'a [u8; 12]);

impl fmt::Display for Sanitized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.iter().take_while(|byte| **byte != 0).map(|byte| char::from(*byte));
        let safe = |c: &char| c.is_ascii_alphanumeric() || " .,;-_/:?@()".contains(*c);
        text.filter(safe).try_for_each(|c| fmt::Write::write_char(f, c))
    }
}

/// Bytes in hexadecimal digits.
pub(crate) struct Hex<'a>(pub(crate) &'a [u8]);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Why a stream of frames is lost: where the next one starts cannot be known any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FramingError {
    /// Another network's magic, or no frame at all.
    #[error("Header error: Wrong MessageStart {} received", Hex(found))]
    Magic {
        /// What came instead.
        found: [u8; 4],
    },
    /// Longer than any message may be.
    #[error("Header error: Size too large ({}, {length} bytes)", Sanitized(command))]
    TooLong {
        /// The command's bytes as they came.
        command: [u8; 12],
        /// The length it claims.
        length: u32,
    },
}

/// A frame that has arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Under what name it is counted.
    pub counted_as: Command,
    /// All its bytes, the frame's own included.
    pub wire_bytes: usize,
    /// What it says.
    pub body: Result<Message, BodyError>,
}

/// Takes bytes, gives messages.
#[derive(Debug)]
pub struct Decoder {
    magic: [u8; 4],
    header: [u8; HEADER_BYTES],
    header_filled: usize,
    body: Vec<u8>,
    body_bytes: usize,
    /// Once the stream is lost it stays so.
    lost: Option<FramingError>,
}

impl Decoder {
    /// A decoder for one connection.
    #[must_use]
    pub const fn new(magic: [u8; 4]) -> Self {
        let header = [0; HEADER_BYTES];
        Self { magic, header, header_filled: 0, body: Vec::new(), body_bytes: 0, lost: None }
    }

    /// How many bytes it holds room for; never more than
    /// [`MAX_HELD_BYTES`](crate::limits::MAX_HELD_BYTES).
    #[must_use]
    pub fn held_bytes(&self) -> usize {
        HEADER_BYTES + self.body.capacity()
    }

    /// All bytes of the message under way, if so many more complete it. For whoever must make room
    /// for a message before it is read; says nothing before the message's header is here.
    #[must_use]
    pub fn completed_by(&self, bytes: usize) -> Option<usize> {
        let known = self.header_filled == HEADER_BYTES;
        let missing = self.body_bytes.saturating_sub(self.body.len());
        (known && missing <= bytes).then_some(HEADER_BYTES + self.body_bytes)
    }

    /// Takes what it can use off the front of `bytes`, and gives a message as soon as one is
    /// complete. `Ok(None)` means that all bytes are taken; call it until then.
    ///
    /// # Errors
    /// [`FramingError`]: the connection is of no use any more.
    pub fn next(&mut self, bytes: &mut &[u8]) -> Result<Option<Incoming>, FramingError> {
        if let Some(error) = self.lost {
            return Err(error);
        }
        if self.header_filled < HEADER_BYTES {
            self.take_header(bytes);
            if self.header_filled < HEADER_BYTES {
                return Ok(None);
            }
            if let Err(error) = self.check_header() {
                self.lost = Some(error);
                return Err(error);
            }
        }
        self.take_body(bytes);
        if self.body.len() < self.body_bytes {
            return Ok(None);
        }
        Ok(Some(self.finish()))
    }

    fn take_header(&mut self, bytes: &mut &[u8]) {
        let wanted = (HEADER_BYTES - self.header_filled).min(bytes.len());
        let (taken, rest) = bytes.split_at(wanted);
        self.header[self.header_filled..self.header_filled + wanted].copy_from_slice(taken);
        self.header_filled += wanted;
        *bytes = rest;
    }

    fn part<const N: usize>(&self, at: usize) -> [u8; N] {
        let mut part = [0; N];
        part.copy_from_slice(&self.header[at..at + N]);
        part
    }

    fn check_header(&mut self) -> Result<(), FramingError> {
        let found = self.part(0);
        if found != self.magic {
            return Err(FramingError::Magic { found });
        }
        let length = u32::from_le_bytes(self.part(16));
        let fits = usize::try_from(length).ok().filter(|it| *it <= MAX_PROTOCOL_MESSAGE_LENGTH);
        let too_long = FramingError::TooLong { command: self.part(4), length };
        self.body_bytes = fits.ok_or(too_long)?;
        Ok(())
    }

    fn take_body(&mut self, bytes: &mut &[u8]) {
        let wanted = (self.body_bytes - self.body.len()).min(bytes.len());
        let (taken, rest) = bytes.split_at(wanted);
        if self.body.capacity() - self.body.len() < wanted {
            // A step ahead of what is here, and never past the message's end.
            let ahead = (self.body.len() + wanted).next_multiple_of(RECEIVE_STEP_BYTES);
            let target = ahead.min(self.body_bytes);
            self.body.reserve_exact(target - self.body.len());
        }
        self.body.extend_from_slice(taken);
        *bytes = rest;
    }

    fn finish(&mut self) -> Incoming {
        let body = core::mem::take(&mut self.body);
        self.header_filled = 0;
        self.body_bytes = 0;
        let command = Command::from_bytes(self.part(4));
        let (found, expected) = (self.part::<4>(20), checksum(&body));
        let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
        let read = match command {
            _ if expected != found => {
                Err(BodyError::Checksum { command: self.part(4), length, expected, found })
            }
            None => Err(BodyError::CommandForm { command: self.part(4), length }),
            Some(command) => Message::decode(command, &body),
        };
        let broken = read.as_ref().is_err_and(BodyError::is_of_frame);
        let counted_as = match command {
            Some(command) if !broken => command.counted_as(),
            _ => Command::OTHER,
        };
        Incoming { counted_as, wire_bytes: HEADER_BYTES + body.len(), body: read }
    }
}

/// "First 4 bytes of sha256(sha256(payload))".
fn checksum(body: &[u8]) -> [u8; 4] {
    let [a, b, c, d, ..] = sha256d::Hash::hash(body).to_byte_array();
    [a, b, c, d]
}

/// A body in its frame: the bytes for the wire. The node uses it for blocks that it has as bytes.
///
/// No peer takes a body longer than [`MAX_PROTOCOL_MESSAGE_LENGTH`]: such ones are sent for tests
/// only.
#[must_use]
pub fn frame(magic: [u8; 4], command: Command, body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER_BYTES + body.len());
    out.extend_from_slice(&magic);
    out.extend_from_slice(command.bytes());
    out.extend_from_slice(&u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend_from_slice(&checksum(body));
    out.extend_from_slice(body);
    out
}

/// A message in its frame: the bytes for the wire.
#[must_use]
pub fn encode(magic: [u8; 4], message: &Message) -> Vec<u8> {
    let mut body = Vec::new();
    message.encode(&mut body);
    frame(magic, message.command(), &body)
}

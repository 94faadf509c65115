//! 100,000 malformed messages: no panic, bounded memory, the right end, and an honest peer beside
//! them is served as before.

use quarry_net::codec::{Command, Decoder, FramingError, encode, frame};
use quarry_net::limits::{MAX_HELD_BYTES, MAX_MALFORMED_MESSAGES, MAX_PROTOCOL_MESSAGE_LENGTH};
use quarry_net::{
    Action, BodyError, ConnectionKind, DisconnectReason, Input, Message, Misbehaviour, PeerId,
};

use crate::support::{Bench, MAGIC, ended, find_to, is_discouraged};

const MESSAGES: u64 = 100_000;

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

/// What should come of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The connection is ended at once.
    Framing,
    /// The peer is discouraged at once.
    Discouraged,
    /// The connection is ended for a locator.
    Locator,
    /// It may go on, until there were too many.
    GoesOn,
}

fn random_bytes(random: &mut Random, most: usize) -> Vec<u8> {
    let count = random.below(most);
    (0..count).map(|_| random.next() as u8).collect()
}

const COMMANDS: [Command; 16] = [
    Command::VERSION,
    Command::PING,
    Command::ADDR,
    Command::ADDRV2,
    Command::GETHEADERS,
    Command::HEADERS,
    Command::INV,
    Command::GETDATA,
    Command::NOTFOUND,
    Command::BLOCK,
    Command::TX,
    Command::FEEFILTER,
    Command::SENDCMPCT,
    Command::GETBLOCKS,
    Command::CMPCTBLOCK,
    Command::BLOCKTXN,
];

/// One malformed message, and what should come of it.
fn malformed(random: &mut Random) -> (Vec<u8>, End) {
    let command = COMMANDS[random.below(COMMANDS.len())];
    match random.below(8) {
        0 => {
            let mut wire = encode(MAGIC, &Message::Ping(random.next()));
            wire[random.below(4)] ^= 1 + random.below(255) as u8;
            (wire, End::Framing)
        }
        1 => {
            let mut wire = frame(MAGIC, command, &random_bytes(random, 100));
            let place = 20 + random.below(4);
            wire[place] ^= 1 + random.below(255) as u8;
            (wire, End::GoesOn)
        }
        2 => {
            // Claims more than any message may have.
            let mut wire = frame(MAGIC, command, &[]);
            let least = MAX_PROTOCOL_MESSAGE_LENGTH as u32 + 1;
            let length = least + (random.next() % u64::from(u32::MAX - least)) as u32;
            wire[16..20].copy_from_slice(&length.to_le_bytes());
            (wire, End::Framing)
        }
        3 => {
            // A count above the bound of its message.
            let (command, count, end) = [
                (Command::INV, 50_001_u32, End::Discouraged),
                (Command::GETDATA, 60_000, End::Discouraged),
                (Command::HEADERS, 70_000, End::Discouraged),
                (Command::ADDR, 66_000, End::Discouraged),
                (Command::ADDRV2, 80_000, End::Discouraged),
                (Command::GETHEADERS, 90_000, End::Locator),
                (Command::GETBLOCKS, 90_000, End::Locator),
            ][random.below(7)];
            let mut body = if end == End::Locator { vec![0; 4] } else { Vec::new() };
            body.push(0xfe);
            body.extend((count.max(0x1_0000)).to_le_bytes());
            body.extend(random_bytes(random, 100));
            // Below 2^16 the form would not be the shortest.
            (frame(MAGIC, command, &body), end)
        }
        4 => {
            // A huge count that would fit its bound, and nothing behind it.
            let command = [Command::INV, Command::GETDATA, Command::NOTFOUND][random.below(3)];
            (frame(MAGIC, command, &[0xfd, 0x50, 0xc3]), End::GoesOn)
        }
        5 => {
            // A real message cut short inside its body.
            let block = crate::toy::genesis(1);
            let messages = [
                Message::Block(Box::new(block.clone())),
                Message::Tx(Box::new(block.txdata[0].clone())),
                Message::Headers(vec![block.header; 3]),
                Message::Inv(vec![quarry_net::Inventory::block(block.block_hash(), true); 9]),
            ];
            let message = &messages[random.below(4)];
            let mut body = Vec::new();
            message.encode(&mut body);
            body.truncate(random.below(body.len()));
            (frame(MAGIC, message.command(), &body), End::GoesOn)
        }
        6 => {
            // A vector inside a transaction that claims to be huge.
            let mut body = vec![1, 0, 0, 0, 0xff];
            body.extend(random.next().to_le_bytes());
            (frame(MAGIC, Command::TX, &body), End::GoesOn)
        }
        _ => {
            // A command that is no text.
            let mut wire = frame(MAGIC, command, &random_bytes(random, 2_000));
            wire[4 + random.below(12)] = 0x80 | random.next() as u8;
            (wire, End::GoesOn)
        }
    }
}

/// A peer that sends one after another until it is thrown out, then comes again.
struct Attacker {
    id: u64,
    decoder: Decoder,
    broken: u32,
}

#[test]
fn a_hundred_thousand_malformed_messages_harm_nobody() {
    let mut bench = Bench::new();
    let mut random = Random(0x5eed_5eed);
    bench.ready(1, ConnectionKind::OutboundFullRelay);
    let mut attacker: Option<Attacker> = None;
    let (mut next_id, mut ends, mut held_most) = (2, [0; 4], 0);
    for n in 0..MESSAGES {
        let mut it = attacker.take().unwrap_or_else(|| {
            next_id += 1;
            bench.ready(next_id, ConnectionKind::Inbound);
            Attacker { id: next_id, decoder: Decoder::new(MAGIC), broken: 0 }
        });
        let (wire, end) = malformed(&mut random);
        let mut actions = Vec::new();
        let mut rest = &wire[..];
        let mut alive = true;
        let mut piece = 1 + random.below(wire.len());
        while alive && !rest.is_empty() {
            let (mut now, later) = rest.split_at(piece.min(rest.len()));
            rest = later;
            piece = rest.len();
            loop {
                match it.decoder.next(&mut now) {
                    Ok(None) => break,
                    Ok(Some(incoming)) => {
                        it.broken += u32::from(incoming.body.is_err());
                        let peer = PeerId(it.id);
                        actions.extend(bench.input(Input::Received { peer, incoming }));
                    }
                    Err(error) => {
                        let peer = PeerId(it.id);
                        actions.extend(bench.input(Input::FramingFailed { peer, error }));
                        alive = false;
                        break;
                    }
                }
            }
            held_most = held_most.max(it.decoder.held_bytes());
        }
        check(&actions, &it, end);
        ends[end as usize] += 1;
        if ended(&actions, it.id).is_none() {
            attacker = Some(it);
        }
        if n % 100 == 0 {
            bench.ms += 1_000;
            let pong = find_to(&bench.say(1, Message::Ping(n)), 1, Command::PONG);
            assert_eq!(pong, Some(Message::Pong(Some(n))));
        }
        assert!(bench.net.connection_counts().0 <= 1);
    }
    // Nothing was that long, so the decoder never held much.
    assert!(held_most <= 10_000, "{held_most}");
    assert!(ends.iter().all(|count| *count > 1_000), "{ends:?}");
    assert_eq!(bench.net.connection_counts().1, 1);
}

fn check(actions: &[Action], it: &Attacker, end: End) {
    let reason = ended(actions, it.id);
    match end {
        End::Framing => assert!(matches!(reason, Some(DisconnectReason::Framing(_)))),
        End::Discouraged => {
            let body = |it: &DisconnectReason| {
                matches!(
                    it,
                    DisconnectReason::Misbehaved(Misbehaviour::Body(BodyError::TooMany { .. }))
                )
            };
            assert!(reason.as_ref().is_some_and(body), "{reason:?}");
            assert!(is_discouraged(actions));
        }
        End::Locator => {
            let body = |it| matches!(it, DisconnectReason::Body(BodyError::LocatorTooLong { .. }));
            assert!(reason.is_some_and(body));
            assert!(!is_discouraged(actions));
        }
        End::GoesOn => match reason {
            None => assert!(it.broken < MAX_MALFORMED_MESSAGES),
            Some(DisconnectReason::Misbehaved(Misbehaviour::Malformed)) => {
                assert!(it.broken >= MAX_MALFORMED_MESSAGES && is_discouraged(actions));
            }
            Some(other) => panic!("{other}"),
        },
    }
}

#[test]
fn a_message_that_never_ends_is_held_once_and_no_longer_than_its_bound() {
    let mut wire = frame(MAGIC, Command::BLOCK, &[]);
    let length = u32::try_from(MAX_PROTOCOL_MESSAGE_LENGTH).unwrap();
    wire[16..20].copy_from_slice(&length.to_le_bytes());
    let mut decoder = Decoder::new(MAGIC);
    assert_eq!(decoder.next(&mut &wire[..]), Ok(None));
    // A claim alone costs nothing.
    assert!(decoder.held_bytes() < 100);
    for _ in 0..MAX_PROTOCOL_MESSAGE_LENGTH / 1_000 - 1 {
        assert_eq!(decoder.next(&mut &[0_u8; 1_000][..]), Ok(None));
        assert!(decoder.held_bytes() <= MAX_HELD_BYTES);
    }
    let end = decoder.next(&mut &[0_u8; 1_000][..]).unwrap().unwrap();
    assert!(matches!(end.body, Err(BodyError::Checksum { .. })));
    assert!(decoder.held_bytes() < 100);
}

#[test]
fn a_wrong_magic_ends_the_connection_and_says_what_came() {
    let error = FramingError::Magic { found: [1, 2, 3, 0xaf] };
    assert_eq!(error.to_string(), "Header error: Wrong MessageStart 010203af received");
}

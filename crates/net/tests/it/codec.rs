//! Frames and bodies: bytes of real messages, round trips, arbitrary splits.

use std::sync::OnceLock;

use proptest::collection::vec;
use proptest::prelude::*;
use quarry_net::codec::{Command, Decoder, FramingError, Incoming, encode, frame};
use quarry_net::limits::{MAX_HELD_BYTES, MAX_PROTOCOL_MESSAGE_LENGTH};
use quarry_net::{
    AddressEntry, BodyError, Endpoint, InvKind, Inventory, LocatorMessage, Message, NetAddress,
    Services, VersionMessage,
};
use quarry_primitives::{Block, BlockHash, Hash, Header, consensus};

use crate::support::MAGIC;
use crate::toy;

const MAIN: [u8; 4] = [0xf9, 0xbe, 0xb4, 0xd9];

/// Bitcoin's main chain: the hash of block 0 and the header of block 1, as they are on the wire.
const GENESIS: &str = "6fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000";
const HEADER_1: &str = "010000006fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000982051fd1e4ba744bbbe680e1fee14677ba1a3c3540bf7b1cdb606e857233e0e61bc6649ffff001d01e36299";

fn bytes(text: &str) -> Vec<u8> {
    hex::decode(text.replace(char::is_whitespace, "")).unwrap()
}

fn body(message: &Message) -> Vec<u8> {
    let mut out = Vec::new();
    message.encode(&mut out);
    out
}

/// A body in hex is this message, and the message has this body.
fn golden(command: Command, text: &str, message: &Message) {
    assert_eq!(&Message::decode(command, &bytes(text)).unwrap(), message);
    assert_eq!(hex::encode(body(message)), hex::encode(bytes(text)));
    assert_eq!(message.command(), command);
}

#[test]
fn a_frame_is_what_the_main_network_sends() {
    // The most common message there is: `verack`, whose empty body has this checksum.
    let wire = bytes("f9beb4d9 76657261636b000000000000 00000000 5df6e0e2");
    assert_eq!(encode(MAIN, &Message::Verack), wire);
    let mut rest = &wire[..];
    let got = Decoder::new(MAIN).next(&mut rest).unwrap().unwrap();
    assert_eq!(
        got,
        Incoming { counted_as: Command::VERACK, wire_bytes: 24, body: Ok(Message::Verack) }
    );
}

/// The example of the Bitcoin wiki's protocol documentation, with its own checksum: version 60002,
/// from before the relay flag.
#[test]
fn an_old_version_message_is_read() {
    let wire = bytes(
        "f9beb4d9 76657273696f6e0000000000 64000000 358d4932
         62ea0000 0100000000000000 11b2d05000000000
         0100000000000000 00000000000000000000ffff00000000 0000
         0000000000000000 00000000000000000000ffff00000000 0000
         3b2eb35d8ce61765 0f2f5361746f7368693a302e372e322f c03e0300",
    );
    let mut rest = &wire[..];
    let got = Decoder::new(MAIN).next(&mut rest).unwrap().unwrap();
    let Ok(Message::Version(version)) = got.body else { panic!("{got:?}") };
    assert_eq!(version.version, 60_002);
    assert_eq!(version.user_agent, "/Satoshi:0.7.2/");
    assert_eq!(version.start_height, 212_672);
    assert_eq!(version.services, Services::NETWORK);
    assert_eq!(version.nonce, 0x6517_e68c_5db3_2e3b);
    assert!(version.relay);
}

/// A capture of Bitcoin Core 0.9.99, as the Bitcoin library's own tests have it.
#[test]
fn a_captured_version_message_is_read() {
    let text = "721101000100000000000000e6e0845300000000010000000000000000000000000000000000ffff
        0000000000000100000000000000fd87d87eeb4364f22cf54dca59412db7208d47d920cffce83ee8
        102f5361746f7368693a302e392e39392f2c9f040001";
    let Message::Version(version) = Message::decode(Command::VERSION, &bytes(text)).unwrap() else {
        panic!("not a version");
    };
    assert_eq!((version.version, version.timestamp), (70_002, 1_401_217_254));
    assert_eq!((version.nonce, version.start_height), (16_735_069_437_859_780_935, 302_892));
    assert_eq!(version.user_agent, "/Satoshi:0.9.99/");
    let unsaid = Endpoint { address: NetAddress::Ipv4([0; 4]), port: 0 };
    assert_eq!(version.receiver, Some(unsaid));
}

#[test]
fn our_own_version_message_is_pinned() {
    let version = VersionMessage {
        version: 70_016,
        services: Services::NETWORK.with(Services::WITNESS),
        timestamp: 1_700_000_000,
        receiver_services: Services::NONE,
        receiver: Some(Endpoint { address: NetAddress::Ipv4([1, 2, 3, 4]), port: 8333 }),
        nonce: 0x0102_0304_0506_0708,
        user_agent: "/Quarry:0.1.0/".to_owned(),
        start_height: 7,
        relay: true,
    };
    golden(
        Command::VERSION,
        "80110100 0900000000000000 00f1536500000000
         0000000000000000 00000000000000000000ffff01020304 208d
         0900000000000000 00000000000000000000000000000000 0000
         0807060504030201 0e2f5175617272793a302e312e302f 07000000 01",
        &Message::Version(Box::new(version)),
    );
}

#[test]
fn headers_and_inventory_of_the_main_chain_are_pinned() {
    let genesis = BlockHash::from_byte_array(bytes(GENESIS).try_into().unwrap());
    let header: Header = consensus::encode::deserialize(&bytes(HEADER_1)).unwrap();
    assert_eq!(header.prev_blockhash, genesis);
    golden(Command::HEADERS, &format!("01{HEADER_1}00"), &Message::Headers(vec![header]));
    golden(Command::HEADERS, "00", &Message::Headers(vec![]));
    let inv = vec![Inventory::block(genesis, false)];
    golden(Command::INV, &format!("0102000000{GENESIS}"), &Message::Inv(inv));
    let getdata = vec![Inventory::block(genesis, true)];
    golden(Command::GETDATA, &format!("0102000040{GENESIS}"), &Message::GetData(getdata));
    let stop = BlockHash::all_zeros();
    let locator = LocatorMessage { version: 70_016, hashes: vec![genesis], stop };
    let zeros = "00".repeat(32);
    let text = format!("8011010001{GENESIS}{zeros}");
    golden(Command::GETHEADERS, &text, &Message::GetHeaders(locator));
}

/// Examples of the Bitcoin developer reference.
#[test]
fn small_messages_are_pinned() {
    golden(Command::PING, "0094102111e2af4d", &Message::Ping(0x4daf_e211_2110_9400));
    golden(Command::PONG, "0094102111e2af4d", &Message::Pong(Some(0x4daf_e211_2110_9400)));
    golden(Command::FEEFILTER, "7cbd000000000000", &Message::FeeFilter(48_508));
    let compact = Message::SendCmpct { announce: 0, version: 2 };
    golden(Command::SENDCMPCT, "00 0200000000000000", &compact);
    for message in [
        Message::Verack,
        Message::SendAddrV2,
        Message::GetAddr,
        Message::SendHeaders,
        Message::WtxidRelay,
        Message::MemPool,
    ] {
        golden(message.command(), "", &message);
    }
}

/// The first three are in Bitcoin Core's netbase_tests (`stream_addrv2_hex`); then one of each
/// network of BIP 155.
#[test]
fn addrv2_is_that_of_bip155() {
    let loopback = NetAddress::Ipv6([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    let entry = |time, services, address, port| AddressEntry {
        time,
        services: Services(services),
        endpoint: Endpoint { address, port },
    };
    let mut cjdns = [0xfc; 16];
    cjdns[15] = 9;
    let entries = vec![
        entry(0x4966_bc61, 0, loopback, 0),
        entry(0x8376_6279, 1, loopback, 0xf1),
        entry(0xffff_ffff, 0x448, loopback, 0xf1f2),
        entry(1, 9, NetAddress::Ipv4([1, 2, 3, 4]), 8333),
        entry(2, 9, NetAddress::TorV3([0xaa; 32]), 8333),
        entry(3, 9, NetAddress::I2p([0xbb; 32]), 0),
        entry(4, 9, NetAddress::Cjdns(cjdns), 8333),
    ];
    let one = "00000000000000000000000000000001";
    let text = format!(
        "07 61bc6649 00 02 10 {one} 0000  79627683 01 02 10 {one} 00f1
         ffffffff fd4804 02 10 {one} f1f2
         01000000 09 01 04 01020304 208d  02000000 09 04 20 {} 208d
         03000000 09 05 20 {} 0000  04000000 09 06 10 {} 208d",
        "aa".repeat(32),
        "bb".repeat(32),
        hex::encode(cjdns)
    );
    golden(Command::ADDRV2, &text, &Message::AddrV2(entries));
    // A network that is not known yet, and an onion service of version 2, are passed over.
    let unknown =
        bytes("02 01000000 09 aa 03 010203 208d 01000000 09 03 0a 00112233445566778899 208d");
    assert_eq!(Message::decode(Command::ADDRV2, &unknown), Ok(Message::AddrV2(vec![])));
    let wrong = bytes("01 01000000 09 01 05 0102030405 208d");
    assert_eq!(Message::decode(Command::ADDRV2, &wrong), Err(BodyError::Length("addrv2 address")));
}

#[test]
fn addr_is_pinned_and_leaves_out_what_does_not_fit() {
    let entry = |address| AddressEntry {
        time: 1,
        services: Services(9),
        endpoint: Endpoint { address, port: 8333 },
    };
    let fits = entry(NetAddress::Ipv4([1, 2, 3, 4]));
    let text = "01 01000000 0900000000000000 00000000000000000000ffff01020304 208d";
    golden(Command::ADDR, text, &Message::Addr(vec![fits]));
    let with_onion = Message::Addr(vec![entry(NetAddress::TorV3([1; 32])), fits]);
    assert_eq!(body(&with_onion), bytes(text));
}

// The Bitcoin library does not read it; Core does, and blames its sender.
#[test]
fn a_block_with_a_transaction_of_nothing_is_read() {
    let mut body = consensus::serialize(block());
    assert_eq!(body[80], 1, "one transaction");
    body[80] = 2;
    body.extend(bytes("02000000 0000 07000000"));
    let Ok(Message::Block(read)) = Message::decode(Command::BLOCK, &body) else {
        panic!("not read");
    };
    assert_eq!((read.header, &read.txdata[0]), (block().header, &block().txdata[0]));
    let nothing = &read.txdata[1];
    assert_eq!((nothing.version.0, nothing.lock_time.to_consensus_u32()), (2, 7));
    assert_eq!((nothing.input.len(), nothing.output.len(), read.txdata.len()), (0, 0, 2));
    for length in 0..body.len() {
        assert!(Message::decode(Command::BLOCK, &body[..length]).is_err(), "{length}");
    }
}

#[test]
fn counts_above_the_bounds_are_told_from_broken_bodies() {
    let decode = |command, text: &str| Message::decode(command, &bytes(text)).unwrap_err();
    let many = |what, count| BodyError::TooMany { what, count };
    assert_eq!(decode(Command::INV, "fd51c3"), many("inv", 50_001));
    assert_eq!(decode(Command::GETDATA, "fd51c3"), many("getdata", 50_001));
    assert_eq!(decode(Command::HEADERS, "fdd107"), many("headers", 2_001));
    assert_eq!(decode(Command::ADDR, "fde903"), many("addr", 1_001));
    assert_eq!(decode(Command::ADDRV2, "fde903"), many("addrv2", 1_001));
    let long = BodyError::LocatorTooLong { what: "getheaders", count: 102 };
    assert_eq!(decode(Command::GETHEADERS, "8011010066"), long);
    assert_eq!(long.to_string(), "getheaders locator size 102 > 101");
    assert_eq!(decode(Command::INV, "02 01000000"), BodyError::Truncated);
    assert_eq!(decode(Command::INV, "fdfc00"), BodyError::CompactSize);
    assert_eq!(decode(Command::PING, "01"), BodyError::Truncated);
    assert_eq!(Message::decode(Command::PONG, &[1]), Ok(Message::Pong(None)));
    let agent = format!("{}{}{}", "00".repeat(80), "fd0101", "41".repeat(257));
    assert_eq!(decode(Command::VERSION, &agent), BodyError::Length("user agent"));
}

#[test]
fn a_stream_that_is_not_ours_is_refused_at_its_header() {
    let mut wire = encode(MAIN, &Message::Verack);
    let mut rest = &wire[..];
    let error = Decoder::new(MAGIC).next(&mut rest).unwrap_err();
    assert_eq!(error, FramingError::Magic { found: MAIN });
    let mut decoder = Decoder::new(MAGIC);
    for _ in 0..3 {
        assert_eq!(decoder.next(&mut &wire[..]), Err(error), "a lost stream stays lost");
    }
    // One byte above the bound, before any of the body has come.
    let most = u32::try_from(MAX_PROTOCOL_MESSAGE_LENGTH).unwrap();
    for (length, fits) in [(most, true), (most + 1, false), (u32::MAX, false)] {
        wire[16..20].copy_from_slice(&length.to_le_bytes());
        let mut decoder = Decoder::new(MAIN);
        let result = decoder.next(&mut &wire[..]);
        assert_eq!(result.is_ok(), fits, "{length}");
        assert!(decoder.held_bytes() < 1_000);
    }
}

#[test]
fn a_wrong_checksum_or_command_costs_one_message_only() {
    let mut wire = encode(MAGIC, &Message::Ping(1));
    wire[20] ^= 1;
    let mut named = frame(MAGIC, Command::PING, &[0; 8]);
    named[15] = 7; // behind the text's end
    let mut stream = wire.clone();
    stream.extend(&named);
    stream.extend(encode(MAGIC, &Message::Ping(2)));
    let mut decoder = Decoder::new(MAGIC);
    let mut rest = &stream[..];
    let mut next = || decoder.next(&mut rest).unwrap().unwrap();
    let first = next();
    assert_eq!((first.counted_as, first.wire_bytes), (Command::OTHER, 32));
    assert!(matches!(first.body, Err(BodyError::Checksum { .. })));
    assert!(matches!(next().body, Err(BodyError::CommandForm { .. })));
    assert_eq!(next().body, Ok(Message::Ping(2)));
}

fn address() -> impl Strategy<Value = NetAddress> {
    prop_oneof![
        any::<[u8; 4]>().prop_map(NetAddress::Ipv4),
        any::<[u8; 16]>().prop_filter_map("another network's", NetAddress::from_v1),
        any::<[u8; 32]>().prop_map(NetAddress::TorV3),
        any::<[u8; 32]>().prop_map(NetAddress::I2p),
        any::<[u8; 15]>().prop_map(|rest| {
            let mut bytes = [0xfc; 16];
            bytes[1..].copy_from_slice(&rest);
            NetAddress::Cjdns(bytes)
        }),
    ]
}

fn entry() -> impl Strategy<Value = AddressEntry> {
    (any::<u32>(), any::<u64>(), address(), any::<u16>()).prop_map(
        |(time, services, address, port)| AddressEntry {
            time,
            services: Services(services),
            endpoint: Endpoint { address, port },
        },
    )
}

fn inventory() -> impl Strategy<Value = Vec<Inventory>> {
    let kind = prop_oneof![
        Just(InvKind::Tx),
        Just(InvKind::Block),
        Just(InvKind::Wtx),
        Just(InvKind::WitnessTx),
        Just(InvKind::WitnessBlock),
        Just(InvKind::Other(77)),
    ];
    vec((kind, any::<[u8; 32]>()).prop_map(|(kind, hash)| Inventory { kind, hash }), 0..20)
}

fn block() -> &'static Block {
    static BLOCK: OnceLock<Block> = OnceLock::new();
    BLOCK.get_or_init(|| toy::genesis(5))
}

fn locator() -> impl Strategy<Value = LocatorMessage> {
    let hash = || any::<[u8; 32]>().prop_map(BlockHash::from_byte_array);
    (any::<u32>(), vec(hash(), 0..=101), hash())
        .prop_map(|(version, hashes, stop)| LocatorMessage { version, hashes, stop })
}

fn version() -> impl Strategy<Value = Message> {
    let numbers = (any::<i32>(), any::<u64>(), any::<i64>(), any::<u64>(), any::<i32>());
    (numbers, "[a-zA-Z0-9 .,;_/:?@()-]{0,256}", any::<bool>()).prop_map(
        |((version, services, timestamp, nonce, start_height), user_agent, relay)| {
            Message::Version(Box::new(VersionMessage {
                version,
                services: Services(services),
                timestamp,
                receiver_services: Services(3),
                receiver: None,
                nonce,
                user_agent,
                start_height,
                relay,
            }))
        },
    )
}

fn message() -> impl Strategy<Value = Message> {
    prop_oneof![
        version(),
        Just(Message::Verack),
        any::<u64>().prop_map(Message::Ping),
        any::<Option<u64>>().prop_map(Message::Pong),
        vec(entry(), 0..20).prop_map(|mut entries| {
            entries.retain(|it| it.endpoint.address.to_v1().is_some());
            entries.retain(|it| *it.endpoint.address.bytes() != [0; 16]);
            Message::Addr(entries)
        }),
        vec(entry(), 0..20).prop_map(Message::AddrV2),
        locator().prop_map(Message::GetHeaders),
        locator().prop_map(Message::GetBlocks),
        (0..20_usize).prop_map(|n| Message::Headers(vec![block().header; n])),
        inventory().prop_map(Message::Inv),
        inventory().prop_map(Message::GetData),
        inventory().prop_map(Message::NotFound),
        Just(Message::Block(Box::new(block().clone()))),
        any::<u64>().prop_map(|n| Message::Tx(Box::new(toy::tx(n >> 20)))),
        any::<i64>().prop_map(Message::FeeFilter),
        (0..3_u8, any::<u64>())
            .prop_map(|(announce, version)| Message::SendCmpct { announce, version }),
    ]
}

proptest! {
    #[test]
    fn every_message_comes_back(message in message()) {
        let wire = encode(MAGIC, &message);
        let mut rest = &wire[..];
        let got = Decoder::new(MAGIC).next(&mut rest).unwrap().unwrap();
        prop_assert_eq!(got.body.as_ref(), Ok(&message));
        prop_assert_eq!(got.wire_bytes, wire.len());
        prop_assert_eq!(got.counted_as, message.command());
        prop_assert!(rest.is_empty());
    }

    #[test]
    fn the_split_of_a_stream_does_not_matter(
        messages in vec(message(), 1..8),
        cuts in vec(1..200_usize, 1..40),
    ) {
        let wire: Vec<u8> = messages.iter().flat_map(|it| encode(MAGIC, it)).collect();
        let mut decoder = Decoder::new(MAGIC);
        let mut got = Vec::new();
        let (mut at, mut cuts) = (0, cuts.iter().cycle());
        while at < wire.len() {
            let end = wire.len().min(at + cuts.next().unwrap());
            let mut rest = &wire[at..end];
            while let Some(incoming) = decoder.next(&mut rest).unwrap() {
                got.push(incoming.body.unwrap());
            }
            prop_assert!(decoder.held_bytes() <= MAX_HELD_BYTES);
            at = end;
        }
        prop_assert_eq!(got, messages);
    }

    #[test]
    fn any_body_is_read_or_refused(bytes in vec(any::<u8>(), 0..300), which in 0..24_usize) {
        let commands = [
            Command::VERSION, Command::ADDR, Command::ADDRV2, Command::GETHEADERS,
            Command::HEADERS, Command::INV, Command::BLOCK, Command::TX, Command::SENDCMPCT,
            Command::FEEFILTER, Command::PING, Command::NOTFOUND,
        ];
        // What is read means the same when it is written and read again.
        let command = commands[which % commands.len()];
        if let Ok(message) = Message::decode(command, &bytes) {
            prop_assert_eq!(Message::decode(command, &body(&message)), Ok(message));
        }
    }
}

#[test]
fn transactions_that_are_none_are_told_apart_as_core_does() {
    let read = |bytes: &[u8]| Message::decode(Command::TX, bytes).map_err(|it| it.to_string());
    let Ok(Message::Tx(empty)) = read(&[2, 0, 0, 0, 0, 0, 7, 0, 0, 0]) else { panic!() };
    assert!(empty.input.is_empty() && empty.output.is_empty() && empty.version.0 == 2);
    // A witness of nothing for each input, behind the flags.
    let mut tx = toy::tx(1);
    tx.input.iter_mut().for_each(|input| input.witness.clear());
    let mut plain = consensus::serialize(&tx);
    plain.splice(4..4, [0, 1]);
    let end = plain.len() - 4;
    plain.splice(end..end, vec![0; tx.input.len()]);
    assert_eq!(read(&plain), Err("tx cannot be read: Superfluous witness record".to_owned()));
    plain[5] = 3;
    assert_eq!(read(&plain), Err("tx cannot be read: Superfluous witness record".to_owned()));
    let at = plain.len() - 4 - tx.input.len();
    plain.splice(at..=at, [1, 1, 9]);
    let unknown = "tx cannot be read: Unknown transaction optional data";
    assert_eq!(read(&plain), Err(unknown.to_owned()));
    plain[5] = 1;
    assert!(read(&plain).is_ok());
}

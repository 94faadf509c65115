//! Clients that mean no good: nonsense in all its forms, silence, and mouths without ears.
//!
//! What a node must keep is its memory, its life, and its answers to whoever behaves.

use std::time::Duration;

use quarry_net::codec::{Command, encode, frame};
use quarry_net::{Inventory, Message};
use quarry_primitives::{Hash, ScriptBuf, TxMerkleNode};
use tokio::io::AsyncWriteExt;
use tokio::sync::Mutex;

use crate::p2p_support::{Client, MAGIC, TestNode, config, until, version};

/// How much larger the process may become.
const MAX_GROWTH_BYTES: u64 = 64 << 20;
/// Resident memory is the whole process's: these tests wait for one another.
static ALONE: Mutex<()> = Mutex::const_new(());

fn resident_bytes() -> u64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap();
    statm.split(' ').nth(1).unwrap().parse::<u64>().unwrap() * 4096
}

/// Numbers that look random, always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    fn bytes(&mut self, count: u64) -> Vec<u8> {
        (0..count).map(|_| self.roll(256).to_le_bytes()[0]).collect()
    }
}

const COMMANDS: [Command; 16] = [
    Command::VERSION,
    Command::ADDR,
    Command::ADDRV2,
    Command::INV,
    Command::GETDATA,
    Command::NOTFOUND,
    Command::GETHEADERS,
    Command::GETBLOCKS,
    Command::HEADERS,
    Command::BLOCK,
    Command::TX,
    Command::PING,
    Command::FEEFILTER,
    Command::SENDCMPCT,
    Command::CMPCTBLOCK,
    Command::FILTERLOAD,
];

/// A message that is wrong in one way or another; most leave the connection alive.
fn malformed(dice: &mut Dice) -> Vec<u8> {
    let command = COMMANDS[usize::try_from(dice.roll(16)).unwrap()];
    match dice.roll(400) {
        // Ways that end it: another magic, too long, more entries than allowed.
        0 => frame([1, 2, 3, 4], command, b"whatever"),
        1 => {
            let mut header = frame(MAGIC, command, &[]);
            header[16..20].copy_from_slice(&4_000_001_u32.to_le_bytes());
            header
        }
        2 => {
            let mut body = vec![0xfd, 0xff, 0xff];
            body.extend(dice.bytes(64));
            frame(MAGIC, command, &body)
        }
        // Ways that do not, a hundred times over: a wrong checksum, a command that is no text, ...
        3..=99 => {
            let mut wrong = frame(MAGIC, command, &dice.bytes(8));
            wrong[20] ^= 0xff;
            wrong
        }
        100..=149 => {
            let mut wrong = frame(MAGIC, command, &dice.bytes(8));
            wrong[4] = 0xff;
            wrong
        }
        // ... counts above all bounds or not in their shortest form, ...
        150..=199 => frame(MAGIC, command, &[0xff; 9]),
        200..=249 => frame(MAGIC, command, &[0xfd, 0x01, 0x00]),
        // ... bodies that end too early, and bodies of nothing in particular.
        250..=299 => frame(MAGIC, command, &[0x05]),
        300 => {
            let mut huge = frame(MAGIC, command, &vec![0; 1_000_000]);
            huge[20] ^= 0xff;
            huge
        }
        _ => {
            let count = dice.roll(200);
            frame(MAGIC, command, &dice.bytes(count))
        }
    }
}

/// Says malformed things on one connection after another; how many, and how often it was cut off.
async fn attack(address: std::net::SocketAddr, seed: u64, messages: u64) -> (u64, u64) {
    let mut dice = Dice(seed);
    let (mut said, mut cut_off) = (0, 0);
    while said < messages {
        let mut client = Client::connect(address).await;
        let greets = dice.roll(4) > 0;
        if greets {
            client.send(&version()).await;
            client.send(&Message::Verack).await;
        }
        for _ in 0..130 {
            let message = malformed(&mut dice);
            // In two parts, so that no frame comes as one.
            let at = usize::try_from(dice.roll(message.len() as u64)).unwrap();
            said += 1;
            if client.send_bytes(&message[..at]).await.is_err()
                || client.send_bytes(&message[at..]).await.is_err()
            {
                break;
            }
        }
        // All of it has been looked at when there is an answer, or the end.
        let _ = client.send_bytes(&encode(MAGIC, &Message::Ping(u64::MAX))).await;
        if !greets {
            let _ = client.stream.shutdown().await;
        }
        let answered = loop {
            match client.receive().await {
                Some(Message::Pong(Some(u64::MAX))) => break true,
                Some(_) => {}
                None => break false,
            }
        };
        cut_off += u64::from(greets && !answered);
    }
    (said, cut_off)
}

async fn median_ping(client: &mut Client, count: u64) -> Duration {
    let mut times = Vec::new();
    for nonce in 1..=count {
        times.push(client.ping(nonce).await);
    }
    times.sort_unstable();
    times[times.len() / 2]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_thousand_malformed_messages_hurt_nobody() {
    let _alone = ALONE.lock().await;
    let node = TestNode::start(config());
    let mut honest = Client::ready(node.address).await;
    let before = median_ping(&mut honest, 200).await;
    let resident = resident_bytes();
    let attackers: Vec<_> = (1..=8_u64)
        .map(|n| tokio::spawn(attack(node.address, n.wrapping_mul(0x9e37_79b9_7f4a_7c15), 12_500)))
        .collect();
    let mut during = Vec::new();
    let mut grown = 0;
    while !attackers.iter().all(tokio::task::JoinHandle::is_finished) {
        // Every ping is answered, or this does not come back.
        during.push(honest.ping(during.len() as u64).await);
        grown = grown.max(resident_bytes().saturating_sub(resident));
    }
    let (mut said, mut cut_off) = (0, 0);
    for attacker in attackers {
        let (more, cut) = attacker.await.unwrap();
        (said, cut_off) = (said + more, cut_off + cut);
    }
    during.sort_unstable();
    let median = during[during.len() / 2];
    println!(
        "{said} messages, cut off {cut_off} times; ping {before:?} before, {median:?} during ({} \
         pings); grown by {} kB",
        during.len(),
        grown >> 10
    );
    // Most of those who greeted: a hundred malformed messages are enough.
    assert!(said >= 100_000 && cut_off > 400, "{said} {cut_off}");
    assert!(grown < MAX_GROWTH_BYTES, "grown by {grown}");
    // Whoever misbehaved is gone, and whoever did not is not.
    node.has_peers(1).await;
    honest.ping(u64::MAX).await;
    node.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn idle_half_open_and_deaf_clients_have_bounded_memory() {
    let _alone = ALONE.lock().await;
    let node = TestNode::start(config());
    // A block of a megabyte, to be asked for again and again.
    let time = node.host.toy_time() + 1;
    let mut block = node.host.toy().mine(time, 1);
    block.txdata[0].output[0].script_pubkey = ScriptBuf::from_bytes(vec![0x51; 1_000_000]);
    let root = block.txdata[0].compute_txid().to_byte_array();
    block.header.merkle_root = TxMerkleNode::from_byte_array(root);
    node.host.add(&block);
    let mut honest = Client::ready(node.address).await;
    let resident = resident_bytes();

    // More that say nothing than there is room for.
    let mut idle = Vec::new();
    for _ in 0..150 {
        idle.push(Client::connect(node.address).await);
    }
    until("there is only so much room", async || (node.peers().await.len() == 114).then_some(()))
        .await;
    honest.ping(1).await;
    drop(idle);
    node.has_peers(1).await;

    // Unfinished messages of four megabytes.
    let mut whole = frame(MAGIC, Command::BLOCK, &vec![7; 4_000_000]);
    whole.pop();
    let mut halves = Vec::new();
    for _ in 0..20 {
        let mut client = Client::connect(node.address).await;
        // Cut off as soon as it is the one too many.
        let _ = client.send_bytes(&whole).await;
        halves.push(client);
    }
    let held = quarry_node::p2p::limits::MAX_PARTIAL_BYTES / whole.len();
    until("the rest is cut off", async || (node.peers().await.len() == 1 + held).then_some(()))
        .await;
    honest.ping(2).await;
    let grown = resident_bytes().saturating_sub(resident);
    println!("{held} unfinished messages: grown by {} kB", grown >> 10);
    assert!(grown < MAX_GROWTH_BYTES, "grown by {grown}");
    drop(halves);
    node.has_peers(1).await;

    // Ears shut: each asks for a hundred megabytes and reads nothing.
    let request = Inventory::block(block.block_hash(), true);
    let asks = encode(MAGIC, &Message::GetData(vec![request; 100]));
    let mut deaf = Vec::new();
    for _ in 0..12 {
        let mut client = Client::ready(node.address).await;
        client.send_bytes(&asks).await.unwrap();
        for nonce in 0..2_000 {
            let ping = encode(MAGIC, &Message::Ping(nonce));
            // Sooner or later the node does not read either.
            let sent = client.stream.try_write(&ping);
            if sent.is_err() {
                break;
            }
        }
        deaf.push(client);
    }
    let served = async || {
        let peers = node.peers().await;
        let answered = peers.iter().filter(|peer| peer.info.sent.of(Command::BLOCK) > 0).count();
        (answered == 12).then_some(())
    };
    until("all are answered as far as they read", served).await;
    honest.ping(3).await;
    let grown = resident_bytes().saturating_sub(resident);
    println!("12 deaf clients: grown by {} kB", grown >> 10);
    assert!(grown < MAX_GROWTH_BYTES, "grown by {grown}");
    // Who reads after all gets all of it.
    let mut late = deaf.pop().unwrap();
    let mut blocks = 0;
    while blocks < 100 {
        blocks += u32::from(matches!(late.receive().await.unwrap(), Message::Block(_)));
    }
    node.stop().await;
}

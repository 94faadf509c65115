//! Whole networks: machines that speak to one another in bytes, over lines with latency that break,
//! beside peers that stall or say nothing, with miners that fork. One seed decides all.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use quarry_net::codec::{Command, Decoder, encode, frame};
use quarry_net::limits::{MAX_BLOCKS_IN_TRANSIT_PER_PEER, MAX_HELD_BYTES};
use quarry_net::{
    Action, AddressManager, BanList, ChainView, ConnectionKind, Input, MempoolView, Net, PeerId,
    Permissions, TxRef,
};
use quarry_primitives::{BlockHash, Now, consensus};

use crate::support::{MAGIC, START_SECS, at_ms, config, endpoint, judge};
use crate::toy::{Toy, genesis, tx};

/// How long a network may take to agree once nothing new happens: longer than the slowest timer
/// that may be in the way.
const AGREE_MS: u64 = 45 * 60_000;
/// How long transactions may take to reach everybody.
const TXS_MS: u64 = 5 * 60_000;

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Temper {
    Honest,
    /// Gives headers, never blocks.
    Stalls,
    /// Takes all, gives nothing after the handshake.
    Silent,
}

struct Node {
    net: Net,
    chain: Toy,
    temper: Temper,
    wake_ms: u64,
    /// By connection: what reads it.
    decoders: BTreeMap<u64, Decoder>,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    from: usize,
    to: usize,
    latency_ms: u64,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Bytes { node: usize, connection: u64, bytes: Vec<u8> },
    Wake { node: usize },
    Connect { line: usize },
    Closed { node: usize, connection: u64 },
    Cut { line: usize },
    Mine { node: usize },
}

struct World {
    random: Random,
    ms: u64,
    count: u64,
    events: BinaryHeap<Reverse<(u64, u64, Event)>>,
    nodes: Vec<Node>,
    lines: Vec<Line>,
    /// Connections that are open: which line, when the last bytes in each direction arrive.
    open: BTreeMap<u64, (usize, [u64; 2])>,
    next_connection: u64,
    marks: u64,
    disconnects: u64,
}

impl World {
    fn new(seed: u64) -> Self {
        let mut random = Random(seed);
        let honest = 3 + random.below(4) as usize;
        let others = random.below(3) as usize;
        // Some networks start long after their last block: the initial download.
        let age_secs = if random.one_in(2) { 600 } else { 40 * 24 * 3600 };
        let genesis = genesis(START_SECS - age_secs);
        let mut nodes = Vec::new();
        for i in 0..honest + others {
            let temper = match i {
                _ if i < honest => Temper::Honest,
                _ if random.one_in(2) => Temper::Stalls,
                _ => Temper::Silent,
            };
            let mut seed = [0; 32];
            seed[..8].copy_from_slice(&random.next().to_le_bytes());
            let addresses = AddressManager::new([i as u8; 16]);
            let net = Net::new(config(), seed, addresses, BanList::default());
            let mut chain = Toy::new(genesis.clone());
            chain.initial_download = age_secs > 24 * 3600;
            nodes.push(Node { net, chain, temper, wake_ms: 0, decoders: BTreeMap::new() });
        }
        // The honest ones are a ring with chords; every other one is tied to some of them.
        let mut lines = Vec::new();
        let mut line = |random: &mut Random, from, to| {
            lines.push(Line { from, to, latency_ms: 5 + random.below(200) });
        };
        for i in 0..honest {
            line(&mut random, i, (i + 1) % honest);
            if random.one_in(3) {
                let to = random.below(honest as u64) as usize;
                if to != i {
                    line(&mut random, i, to);
                }
            }
        }
        for i in honest..honest + others {
            for _ in 0..1 + random.below(2) {
                let other = random.below(honest as u64) as usize;
                if random.one_in(2) {
                    line(&mut random, other, i)
                } else {
                    line(&mut random, i, other)
                }
            }
        }
        let mut world = Self {
            random,
            ms: 0,
            count: 0,
            events: BinaryHeap::new(),
            nodes,
            lines,
            open: BTreeMap::new(),
            next_connection: 1,
            marks: 1,
            disconnects: 0,
        };
        world.give_chains(age_secs);
        for line in 0..world.lines.len() {
            let at = world.random.below(3_000);
            world.schedule(at, Event::Connect { line });
        }
        world
    }

    /// Chains from before: a shared part, then a branch for each that has one.
    fn give_chains(&mut self, age_secs: u32) {
        let shared = self.random.below(200);
        let mut trunk = self.nodes[0].chain.clone();
        for i in 0..shared {
            let time = START_SECS - age_secs + i as u32;
            self.marks += 1;
            let block = trunk.mine(time, self.marks);
            trunk.add_block(&block);
        }
        for i in 0..self.nodes.len() {
            if i == 0 || self.random.one_in(2) {
                self.nodes[i].chain = trunk.clone();
            }
            for _ in 0..self.random.below(40) {
                self.marks += 1;
                // Recent: who has such a block is not in the initial download.
                let block = self.nodes[i].chain.mine(START_SECS - 100, self.marks);
                self.nodes[i].chain.add_block(&block);
                self.nodes[i].chain.initial_download = false;
            }
        }
    }

    fn schedule(&mut self, at_ms: u64, event: Event) {
        self.count += 1;
        self.events.push(Reverse((at_ms, self.count, event)));
    }

    fn now(&self) -> Now {
        at_ms(self.ms)
    }

    fn input(&mut self, node: usize, input: Input) {
        let mut inputs = vec![input];
        while !inputs.is_empty() {
            let next = inputs.remove(0);
            let now = self.now();
            let it = &mut self.nodes[node];
            for action in it.net.handle(now, &it.chain, next) {
                inputs.extend(judge(&mut self.nodes[node].chain, &action));
                inputs.extend(self.act(node, action));
            }
            let it = &mut self.nodes[node];
            if it.chain.tip().header.time > now.wall_secs() - 24 * 3600 {
                it.chain.initial_download = false;
            }
            self.check(node);
        }
    }

    fn act(&mut self, node: usize, action: Action) -> Option<Input> {
        let silent = self.nodes[node].temper == Temper::Silent;
        match action {
            Action::Send { peer, message } => {
                let handshake = [Command::VERSION, Command::VERACK].contains(&message.command());
                if !silent || handshake {
                    let bytes = encode(MAGIC, &message);
                    let now = self.now();
                    self.nodes[node].net.sent(now, peer, message.command(), bytes.len());
                    self.send(node, peer, bytes);
                }
            }
            Action::SendBlock { peer, hash, .. } if self.nodes[node].temper == Temper::Honest => {
                let block = self.nodes[node].chain.stored(&hash).unwrap();
                let bytes = frame(MAGIC, Command::BLOCK, &consensus::encode::serialize(block));
                self.send(node, peer, bytes);
            }
            Action::NotifyWritable { peer } => return Some(Input::Writable { peer }),
            Action::Disconnect { peer, .. } => {
                self.disconnects += 1;
                self.close(peer.0);
            }
            Action::WakeAt { mono_ms } => {
                let at = mono_ms - 1_000_000;
                self.nodes[node].wake_ms = at;
                self.schedule(at, Event::Wake { node });
            }
            _ => {}
        }
        None
    }

    fn send(&mut self, node: usize, peer: PeerId, bytes: Vec<u8>) {
        let Some((line, last)) = self.open.get_mut(&peer.0) else { return };
        let line = self.lines[*line];
        let side = usize::from(line.to == node);
        let other = if side == 0 { line.to } else { line.from };
        // Bytes do not overtake one another, and come in pieces as they please.
        let mut rest = &bytes[..];
        let mut pieces = Vec::new();
        while !rest.is_empty() {
            let count = if self.random.one_in(4) {
                1 + self.random.below(rest.len() as u64) as usize
            } else {
                rest.len()
            };
            let at = (self.ms + line.latency_ms + self.random.below(10)).max(last[side]);
            last[side] = at;
            pieces.push((at, rest[..count].to_vec()));
            rest = &rest[count..];
        }
        for (at, bytes) in pieces {
            self.schedule(at, Event::Bytes { node: other, connection: peer.0, bytes });
        }
    }

    fn connect(&mut self, number: usize) {
        let line = self.lines[number];
        let connection = self.next_connection;
        self.next_connection += 1;
        self.open.insert(connection, (number, [0; 2]));
        for (node, other, kind) in [
            (line.to, line.from, ConnectionKind::Inbound),
            (line.from, line.to, ConnectionKind::OutboundFullRelay),
        ] {
            self.nodes[node].decoders.insert(connection, Decoder::new(MAGIC));
            let (peer, endpoint) = (PeerId(connection), endpoint(other as u64));
            let permissions = Permissions::default();
            self.input(node, Input::Connected { peer, endpoint, bind: None, kind, permissions });
        }
    }

    /// Ends a connection; its line is there again some time later.
    fn close(&mut self, connection: u64) {
        let Some((number, _)) = self.open.remove(&connection) else { return };
        let line = self.lines[number];
        for node in [line.from, line.to] {
            self.nodes[node].decoders.remove(&connection);
            self.schedule(self.ms, Event::Closed { node, connection });
        }
        let again = self.ms + 1_000 + self.random.below(10_000);
        self.schedule(again, Event::Connect { line: number });
    }

    fn step(&mut self) {
        let Reverse((at, _, event)) = self.events.pop().unwrap();
        self.ms = at;
        match event {
            Event::Bytes { node, connection, bytes } => self.bytes(node, connection, &bytes),
            Event::Wake { node } => {
                if self.nodes[node].wake_ms == at {
                    self.input(node, Input::Tick);
                }
            }
            Event::Connect { line } => self.connect(line),
            Event::Closed { node, connection } => {
                self.input(node, Input::Disconnected { peer: PeerId(connection) });
            }
            Event::Cut { line } => {
                let open = self.open.iter().find(|(_, (it, _))| *it == line).map(|(id, _)| *id);
                if let Some(connection) = open {
                    self.close(connection);
                }
            }
            Event::Mine { node } => {
                self.marks += 1;
                let block = self.nodes[node].chain.mine(self.now().wall_secs(), self.marks);
                let (_, moved) = self.nodes[node].chain.add_block(&block);
                self.input(node, Input::TipChanged { old: moved.unwrap() });
            }
        }
    }

    fn bytes(&mut self, node: usize, connection: u64, bytes: &[u8]) {
        let mut rest = bytes;
        loop {
            let Some(decoder) = self.nodes[node].decoders.get_mut(&connection) else { return };
            let incoming = decoder.next(&mut rest).unwrap();
            assert!(decoder.held_bytes() <= MAX_HELD_BYTES);
            let Some(incoming) = incoming else { return };
            assert!(incoming.body.is_ok(), "{incoming:?}");
            self.input(node, Input::Received { peer: PeerId(connection), incoming });
        }
    }

    /// What must hold after every step.
    fn check(&self, node: usize) {
        let net = &self.nodes[node].net;
        let mut seen = BTreeSet::new();
        for peer in net.peers(self.now()) {
            assert!(peer.in_flight.len() <= MAX_BLOCKS_IN_TRANSIT_PER_PEER);
            for hash in peer.in_flight {
                assert!(seen.insert(hash), "{hash} asked of two peers");
            }
        }
        assert_eq!(seen.len(), net.blocks_in_flight());
    }

    fn honest(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.temper == Temper::Honest)
    }

    fn tips(&self) -> BTreeSet<BlockHash> {
        self.honest().map(|node| node.chain.tip().hash).collect()
    }

    /// The state of all, for a failure.
    fn story(&self) -> String {
        let mut text = String::new();
        for (i, node) in self.nodes.iter().enumerate() {
            let (tip, best) = (node.chain.tip(), node.chain.best_header());
            text += &format!(
                "\nnode {i} {:?} tip {} {} best header {} {} ibd {}",
                node.temper,
                tip.height,
                tip.hash,
                best.height,
                best.hash,
                node.chain.is_initial_download()
            );
            for peer in node.net.peers(self.now()) {
                let known = peer.best_known.and_then(|hash| node.chain.block(&hash));
                text += &format!(
                    "\n   peer {} {} at {} ready {} knows {:?} in flight {}",
                    peer.id,
                    peer.kind.name(),
                    peer.endpoint,
                    peer.ready,
                    known.map(|it| (it.height, it.hash)),
                    peer.in_flight.len(),
                );
            }
        }
        text
    }

    /// Whether all honest nodes have a tip with the most work that any of them has. Of equal ones
    /// each keeps what it saw first.
    fn agrees(&self) -> bool {
        self.honest().map(|node| node.chain.tip().work).collect::<BTreeSet<_>>().len() == 1
    }
}

fn run(seed: u64) -> (u64, u64) {
    let mut world = World::new(seed);
    let honest = world.honest().count() as u64;
    // Two minutes in which blocks are found, often at the same time, and lines break.
    for _ in 0..world.random.below(30) {
        let at = world.random.below(120_000);
        let node = world.random.below(honest) as usize;
        world.schedule(at, Event::Mine { node });
    }
    for _ in 0..world.random.below(10) {
        let at = world.random.below(120_000);
        let line = world.random.below(world.lines.len() as u64) as usize;
        world.schedule(at, Event::Cut { line });
    }
    while world.ms < 120_000 {
        world.step();
    }
    let until = world.ms + AGREE_MS;
    while !world.agrees() {
        assert!(world.ms < until, "seed {seed}: {}", world.story());
        world.step();
    }
    let took_ms = world.ms - 120_000;
    // A block found now breaks the tie, if there is one, and reaches all. Only then, near the
    // present, are transactions relayed at all.
    world.schedule(world.ms, Event::Mine { node: 0 });
    world.step();
    let until = world.ms + AGREE_MS;
    while world.tips().len() > 1 {
        assert!(world.ms < until, "seed {seed}: a new block does not spread: {}", world.story());
        world.step();
    }
    let mut wtxids = Vec::new();
    for number in 0..5 {
        let node = world.random.below(honest) as usize;
        let tx = tx(1_000_000 + number);
        let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
        wtxids.push(wtxid);
        world.nodes[node].chain.add_tx(tx, 10_000);
        world.input(node, Input::MempoolAdded { txid, wtxid });
    }
    let until = world.ms + TXS_MS;
    let has_all = |node: &Node| {
        wtxids.iter().all(|wtxid| node.chain.tx_info(&TxRef::Wtxid(*wtxid)).is_some())
    };
    while !world.honest().all(has_all) {
        assert!(world.ms < until, "seed {seed}: transactions do not spread: {}", world.story());
        world.step();
    }
    (took_ms, world.disconnects)
}

#[test]
fn every_network_of_200_seeds_agrees_on_the_most_work() {
    let mut slowest = (0, 0);
    let mut disconnects = 0;
    for seed in 0..200 {
        let (took_ms, ended) = run(seed);
        slowest = slowest.max((took_ms, seed));
        disconnects += ended;
    }
    println!("slowest: {} ms (seed {}); {disconnects} disconnects", slowest.0, slowest.1);
}

#[test]
fn the_same_seed_gives_the_same_run() {
    assert_eq!(run(11), run(11));
}

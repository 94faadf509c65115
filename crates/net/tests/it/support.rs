//! A machine with scripted peers: a test says what they send, and sees what they get.

use quarry_net::codec::{Command, Decoder, Incoming, encode};
use quarry_net::{
    Action, AddressManager, BanList, BlockVerdict, Config, ConnectionKind, DisconnectReason,
    Endpoint, Input, Message, Net, NetAddress, PeerId, Permissions, Services, TxVerdict,
    VersionMessage, user_agent,
};
use quarry_primitives::Now;

use crate::toy::{Toy, genesis};

pub(crate) const MAGIC: [u8; 4] = [0xfa, 0xbf, 0xb5, 0xda];
/// When tests begin, in seconds since 1970.
pub(crate) const START_SECS: u32 = 1_700_000_000;

pub(crate) fn at_ms(ms: u64) -> Now {
    Now { wall_ms: u64::from(START_SECS) * 1000 + ms, mono_ms: 1_000_000 + ms }
}

/// A reachable address for each number; the first 256 each in a group of its own.
pub(crate) fn endpoint(number: u64) -> Endpoint {
    let [.., a, b, c] = (number as u32).to_be_bytes();
    Endpoint { address: NetAddress::Ipv4([8, c, b, a]), port: 8333 }
}

pub(crate) fn config() -> Config {
    let mut config = Config::new(600, user_agent("0.1.0", &[]).unwrap());
    // Tests make their own connections.
    (config.outbound_full_relay, config.outbound_block_relay) = (0, 0);
    config
}

/// A message as a connection would hand it over.
pub(crate) fn incoming(message: &Message) -> Incoming {
    let bytes = encode(MAGIC, message);
    let mut rest = &bytes[..];
    let incoming = Decoder::new(MAGIC).next(&mut rest).unwrap().unwrap();
    assert!(rest.is_empty());
    incoming
}

pub(crate) fn version() -> VersionMessage {
    VersionMessage {
        version: 70_016,
        services: Services::NETWORK.with(Services::WITNESS),
        timestamp: i64::from(START_SECS),
        receiver_services: Services::NONE,
        receiver: None,
        nonce: 77,
        user_agent: "/Other:1.0/".to_owned(),
        start_height: 0,
        relay: true,
    }
}

/// The machine, its chain, and the time.
pub(crate) struct Bench {
    pub(crate) net: Net,
    pub(crate) chain: Toy,
    pub(crate) ms: u64,
    pub(crate) wake_ms: u64,
}

impl Bench {
    pub(crate) fn with(config: Config) -> Self {
        let net = Net::new(config, [7; 32], AddressManager::new([3; 16]), BanList::default());
        Self { net, chain: Toy::new(genesis(START_SECS - 600)), ms: 0, wake_ms: 0 }
    }

    pub(crate) fn new() -> Self {
        Self::with(config())
    }

    pub(crate) fn now(&self) -> Now {
        at_ms(self.ms)
    }

    /// One input, without judging what comes of it.
    pub(crate) fn raw(&mut self, input: Input) -> Vec<Action> {
        let mut actions = self.net.handle(self.now(), &self.chain, input);
        let Some(Action::WakeAt { mono_ms }) = actions.pop() else { panic!("no wake") };
        assert!(mono_ms > self.now().mono_ms);
        self.wake_ms = mono_ms - 1_000_000;
        for peer in self.net.peers(self.now()) {
            assert!(peer.in_flight.len() <= 16);
        }
        actions
    }

    /// One input, and the node's part of what follows; gives all actions.
    pub(crate) fn input(&mut self, input: Input) -> Vec<Action> {
        let mut all = Vec::new();
        let mut inputs = vec![input];
        while !inputs.is_empty() {
            let next = inputs.remove(0);
            for action in self.raw(next) {
                inputs.extend(judge(&mut self.chain, &action));
                if let Action::Send { peer, message } = &action {
                    let bytes = encode(MAGIC, message).len();
                    self.net.sent(self.now(), *peer, message.command(), bytes);
                }
                all.push(action);
            }
        }
        all
    }

    pub(crate) fn say(&mut self, peer: u64, message: Message) -> Vec<Action> {
        self.input(Input::Received { peer: PeerId(peer), incoming: incoming(&message) })
    }

    pub(crate) fn connect(&mut self, peer: u64, kind: ConnectionKind) -> Vec<Action> {
        self.connect_with(peer, kind, Permissions::default())
    }

    pub(crate) fn connect_with(
        &mut self,
        peer: u64,
        kind: ConnectionKind,
        permissions: Permissions,
    ) -> Vec<Action> {
        let endpoint = endpoint(peer);
        self.input(Input::Connected { peer: PeerId(peer), endpoint, bind: None, kind, permissions })
    }

    /// A peer that has shaken hands, with witness ids and headers announcements.
    pub(crate) fn ready(&mut self, peer: u64, kind: ConnectionKind) -> Vec<Action> {
        self.ready_with(peer, kind, Permissions::default())
    }

    pub(crate) fn ready_with(
        &mut self,
        peer: u64,
        kind: ConnectionKind,
        permissions: Permissions,
    ) -> Vec<Action> {
        let mut all = self.connect_with(peer, kind, permissions);
        for message in [
            Message::Version(Box::new(version())),
            Message::WtxidRelay,
            Message::SendAddrV2,
            Message::Verack,
            Message::SendHeaders,
        ] {
            all.extend(self.say(peer, message));
        }
        all
    }

    /// Lets time pass, in steps as the machine asks for.
    pub(crate) fn wait(&mut self, ms: u64) -> Vec<Action> {
        let until = self.ms + ms;
        let mut all = Vec::new();
        while self.ms < until {
            self.ms = self.wake_ms.clamp(self.ms + 1, until);
            all.extend(self.input(Input::Tick));
        }
        all
    }
}

/// What a node says to an action that asks it to judge.
pub(crate) fn judge(chain: &mut Toy, action: &Action) -> Vec<Input> {
    match action {
        Action::SubmitHeaders { peer, headers, batch } => {
            let verdict = headers.iter().try_for_each(|header| chain.add_header(header));
            vec![Input::HeadersJudged { peer: *peer, batch: *batch, verdict }]
        }
        Action::SubmitBlock { block, requested, enough_work, .. } => {
            let hash = block.block_hash();
            if !requested && !enough_work {
                return vec![Input::BlockJudged { hash, verdict: BlockVerdict::Ignored }];
            }
            let (judged, moved) = chain.add_block(block);
            let judged = judged.into_iter();
            let mut inputs: Vec<Input> =
                judged.map(|(hash, verdict)| Input::BlockJudged { hash, verdict }).collect();
            inputs.extend(moved.map(|old| Input::TipChanged { old }));
            inputs
        }
        Action::SubmitTx { peer, tx } => {
            let (txid, wtxid) = (tx.compute_txid(), tx.compute_wtxid());
            let added = chain.add_tx(tx.as_ref().clone(), 10_000);
            let verdict = TxVerdict::Accepted;
            let mut inputs = vec![Input::TxJudged { peer: *peer, txid, wtxid, verdict }];
            if added {
                inputs.push(Input::MempoolAdded { txid, wtxid });
            }
            inputs
        }
        _ => Vec::new(),
    }
}

/// The messages to a peer, in order.
pub(crate) fn sent_to(actions: &[Action], peer: u64) -> Vec<Message> {
    let to = |action: &Action| match action {
        Action::Send { peer: it, message } if *it == PeerId(peer) => Some(message.clone()),
        _ => None,
    };
    actions.iter().filter_map(to).collect()
}

/// Their names.
pub(crate) fn names_to(actions: &[Action], peer: u64) -> Vec<String> {
    sent_to(actions, peer).iter().map(|it| it.command().to_string()).collect()
}

/// The first message of a kind.
pub(crate) fn find_to(actions: &[Action], peer: u64, command: Command) -> Option<Message> {
    sent_to(actions, peer).into_iter().find(|message| message.command() == command)
}

/// Why a peer was disconnected, if it was.
pub(crate) fn ended(actions: &[Action], peer: u64) -> Option<DisconnectReason> {
    actions.iter().find_map(|action| match action {
        Action::Disconnect { peer: it, reason } if *it == PeerId(peer) => Some(reason.clone()),
        _ => None,
    })
}

pub(crate) fn is_discouraged(actions: &[Action]) -> bool {
    actions.iter().any(|action| matches!(action, Action::Discourage { .. }))
}

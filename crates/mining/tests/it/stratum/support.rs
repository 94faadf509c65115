//! A pool with an easy template, and miners that are lines.

use std::sync::Arc;

use quarry_mining::stratum::line::Line;
use quarry_mining::stratum::message::{FromPool, Incoming, Subscribed};
use quarry_mining::stratum::server::{
    Action, AddressReader, CloseReason, ConnId, Event, Server, ServerConfig,
};
use quarry_mining::{Difficulty, Solution, StratumJob, Template, TemplateTx};
use quarry_pow::{HashOrder, HashValue, Target, VersionMask};
use quarry_primitives::hashes::sha256d;
use quarry_primitives::{Amount, BlockHash, Hash as _, Now, ScriptBuf};

/// When everything happens, seconds since 1970.
pub(crate) const START_SECS: u64 = 1_700_000_000;

pub(crate) fn at(ms: u64) -> Now {
    Now::from_ms(START_SECS * 1000 + ms)
}

pub(crate) fn difficulty(number: f64) -> Difficulty {
    Difficulty::new(number).unwrap()
}

/// A template on the block `previous`, whose target has so many zero bits.
pub(crate) fn template(previous: u8, zero_bits: u16) -> Arc<Template> {
    let txs = (0..3u8)
        .map(|n| TemplateTx {
            bytes: vec![n; 60],
            txid: quarry_primitives::Txid::from_byte_array([n; 32]),
        })
        .collect();
    let target = Target::from_zero_bits(zero_bits).unwrap();
    let previous = BlockHash::from_byte_array([previous; 32]);
    let value = Amount::from_base(5_000_000_123).unwrap();
    let mut template = Template::empty(previous, 500, 0x207f_ffff, target, value).with_txs(txs);
    template.time = u32::try_from(START_SECS).unwrap();
    template.min_time = template.time - 600;
    template.version_mask = Some(VersionMask::BIP320);
    Arc::new(template)
}

/// The addresses of these tests: `a` and digits.
pub(crate) fn script_of(address: &str) -> Option<ScriptBuf> {
    let number: u32 = address.strip_prefix('a')?.parse().ok()?;
    let bytes = [&[0x00, 0x14][..], &[0; 16], &number.to_be_bytes()].concat();
    Some(ScriptBuf::from_bytes(bytes))
}

pub(crate) fn config() -> ServerConfig {
    let reader: AddressReader = Arc::new(script_of);
    let mut config = ServerConfig::new(reader, difficulty(1e-9));
    config.vardiff.min = difficulty(1e-9);
    config.extranonce1_seed = 0x0800_0002;
    config
}

/// A pool, and what it said last.
pub(crate) struct Pool {
    pub(crate) server: Server,
    pub(crate) now: Now,
}

impl Pool {
    pub(crate) fn new(config: ServerConfig) -> Self {
        Self { server: Server::new(config, at(0)).unwrap(), now: at(0) }
    }

    pub(crate) fn step(&mut self, event: Event) -> Vec<Action> {
        self.server.step(self.now, event)
    }

    pub(crate) fn template(&mut self, template: &Arc<Template>, clean: bool) -> Vec<Action> {
        self.step(Event::NewTemplate { template: Arc::clone(template), clean })
    }

    pub(crate) fn connect(&mut self, conn: u64) -> Vec<Action> {
        let [.., b, c, d] = conn.to_be_bytes();
        let ip = [10, b, c, d].into();
        self.step(Event::Connected { conn: ConnId(conn), ip })
    }

    pub(crate) fn say(&mut self, conn: u64, line: &str) -> Vec<Action> {
        self.step(Event::Line { conn: ConnId(conn), bytes: line.as_bytes().to_vec() })
    }

    /// A connection that has a job.
    pub(crate) fn miner(&mut self, conn: u64, worker: &str) -> Miner {
        assert!(self.connect(conn).is_empty());
        let mut miner = Miner { conn, worker: worker.to_owned(), ..Miner::default() };
        miner.hear(&self.say(conn, r#"{"id":1,"method":"mining.subscribe","params":["test/1"]}"#));
        let line = format!(r#"{{"id":2,"method":"mining.authorize","params":["{worker}","x"]}}"#);
        miner.hear(&self.say(conn, &line));
        miner
    }
}

/// The lines to a connection.
pub(crate) fn lines(conn: u64, actions: &[Action]) -> Vec<&str> {
    let to_it = |action| match action {
        &Action::Send { conn: to, ref line } if to == ConnId(conn) => Some(line.trim_end()),
        _ => None,
    };
    actions.iter().filter_map(to_it).collect()
}

pub(crate) fn closed(actions: &[Action]) -> Vec<(u64, CloseReason)> {
    actions
        .iter()
        .filter_map(|action| match action {
            Action::Close { conn, why } => Some((conn.0, why.clone())),
            _ => None,
        })
        .collect()
}

/// A miner that keeps what it was told.
#[derive(Debug, Default, Clone)]
pub(crate) struct Miner {
    pub(crate) conn: u64,
    pub(crate) worker: String,
    pub(crate) extranonce1: Vec<u8>,
    pub(crate) extranonce2_bytes: usize,
    pub(crate) difficulty: f64,
    pub(crate) jobs: Vec<StratumJob>,
    pub(crate) next: u32,
}

impl Miner {
    pub(crate) fn hear(&mut self, actions: &[Action]) {
        for line in lines(self.conn, actions) {
            match FromPool::decode(line.as_bytes()).unwrap() {
                Incoming::Call { message: FromPool::Notify(job), .. } => self.jobs.push(job),
                Incoming::Call { message: FromPool::SetDifficulty(difficulty), .. } => {
                    self.difficulty = difficulty.get();
                }
                Incoming::Reply(reply) if reply.id == 1.into() => {
                    let subscribed = Subscribed::read(&reply.result.unwrap()).unwrap();
                    self.extranonce1 = subscribed.extranonce1;
                    self.extranonce2_bytes = subscribed.extranonce2_bytes;
                }
                _ => {}
            }
        }
    }

    pub(crate) fn job(&self) -> &StratumJob {
        self.jobs.last().unwrap()
    }

    /// The next solution whose hash meets `good` and not `bad`.
    pub(crate) fn mine(&mut self, good: f64, bad: Option<f64>) -> Solution {
        let job = self.jobs.last().unwrap().clone();
        loop {
            self.next += 1;
            let mut extranonce2 = self.next.to_be_bytes().to_vec();
            extranonce2.resize(self.extranonce2_bytes, 0);
            let solution =
                Solution { extranonce2, time: job.time, nonce: self.next, version: job.version };
            let meets = |number| difficulty(number).target().is_met_by(&self.hash(&job, &solution));
            if meets(good) && !bad.is_some_and(meets) {
                return solution;
            }
        }
    }

    pub(crate) fn hash(&self, job: &StratumJob, solution: &Solution) -> HashValue {
        let digest = sha256d::Hash::hash(&job.header(&self.extranonce1, solution));
        HashValue::from_digest(digest.to_byte_array(), HashOrder::Bitcoin)
    }

    /// The line of a share of the newest job.
    pub(crate) fn share(&self, solution: &Solution) -> String {
        self.share_of(&self.job().id, solution)
    }

    pub(crate) fn share_of(&self, job: &str, solution: &Solution) -> String {
        let extranonce2 = hex::encode(&solution.extranonce2);
        let (worker, time, nonce) = (&self.worker, solution.time, solution.nonce);
        format!(
            r#"{{"id":9,"method":"mining.submit","params":["{worker}","{job}","{extranonce2}","{time:08x}","{nonce:08x}"]}}"#
        )
    }
}

/// The code with which a call was refused; none if it was granted.
pub(crate) fn code(conn: u64, actions: &[Action]) -> Option<i64> {
    let replies = lines(conn, actions).into_iter().filter_map(|line| {
        match Line::read(line.as_bytes()).unwrap() {
            Line::Reply(reply) => Some(reply.result),
            Line::Call(_) => None,
        }
    });
    let replies: Vec<_> = replies.collect();
    assert_eq!(replies.len(), 1, "{actions:?}");
    replies[0].as_ref().err().map(|error| error.code)
}

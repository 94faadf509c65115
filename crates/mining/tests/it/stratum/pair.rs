//! A pool and its miners, wired together, with real hashes in virtual time.

use std::collections::BTreeMap;
use std::sync::Arc;

use quarry_mining::stratum::client::{self, Client, ClientConfig, Outcome, PoolWork};
use quarry_mining::stratum::payout::{Payout, Proportional};
use quarry_mining::stratum::server::{Action, ConnId, Event, FoundBlock, ServerConfig};
use quarry_mining::{Solution, Template};
use quarry_pow::Target;
use quarry_primitives::{Amount, Block, BlockHash, Hash as _, Now, ScriptBuf, Txid, consensus};

use super::support::{Pool, START_SECS, at, config, difficulty, script_of, template};

/// A miner with a kernel of its own.
struct Rig {
    client: Client,
    conn: u64,
    work: Option<PoolWork>,
    position: u64,
    accepted: u64,
    rejected: u64,
}

/// A pool and its miners.
struct Farm {
    pool: Pool,
    rigs: BTreeMap<u64, Rig>,
    blocks: Vec<FoundBlock>,
}

impl Farm {
    fn new(config: ServerConfig) -> Self {
        Self { pool: Pool::new(config), rigs: BTreeMap::new(), blocks: Vec::new() }
    }

    fn join(&mut self, conn: u64, worker: &str) {
        assert!(self.pool.connect(conn).is_empty());
        let config = ClientConfig::new("pool.example", 3333, "quarry/0.1", worker);
        let (client, actions) = Client::new(config, self.pool.now);
        let rig = Rig { client, conn, work: None, position: 0, accepted: 0, rejected: 0 };
        self.rigs.insert(conn, rig);
        self.of_rig(conn, actions);
    }

    /// What a miner wants done.
    fn of_rig(&mut self, conn: u64, actions: Vec<client::Action>) {
        for action in actions {
            let rig = self.rigs.get_mut(&conn).unwrap();
            match action {
                client::Action::Send(line) => {
                    let bytes = line.into_bytes();
                    let actions = self.pool.step(Event::Line { conn: ConnId(conn), bytes });
                    self.of_pool(actions);
                }
                client::Action::Work(work) => {
                    (rig.work, rig.position) = (Some(work), 0);
                }
                client::Action::Share(share) => match share.outcome {
                    Outcome::Accepted => rig.accepted += 1,
                    Outcome::Rejected(_) | Outcome::Unanswered => rig.rejected += 1,
                },
                other => panic!("{other:?}"),
            }
        }
    }

    /// What the pool wants done.
    fn of_pool(&mut self, actions: Vec<Action>) {
        for action in actions {
            match action {
                Action::Send { conn: ConnId(conn), line } => {
                    let now = self.pool.now;
                    let rig = self.rigs.get_mut(&conn).unwrap();
                    let actions = rig.client.step(now, client::Event::Line(line.into_bytes()));
                    self.of_rig(conn, actions);
                }
                Action::Block(block) => self.blocks.push(block),
                Action::Share(_) => {}
                other => panic!("{other:?}"),
            }
        }
    }

    fn template(&mut self, template: &Arc<Template>, clean: bool) {
        let actions = self.pool.template(template, clean);
        self.of_pool(actions);
    }

    /// A miner makes so many hashes.
    fn hash(&mut self, conn: u64, hashes: u64) {
        for _ in 0..hashes {
            let rig = self.rigs.get_mut(&conn).unwrap();
            let Some(work) = rig.work.clone() else { return };
            let extranonce2 = vec![0; work.extranonce2_bytes];
            let search = work.search(&extranonce2).unwrap();
            rig.position += 1;
            if search.check(rig.position) {
                let parts = search.parts(rig.position).unwrap();
                let solution: Solution = work.job.solution(parts, &extranonce2);
                let actions = rig.client.submit(self.pool.now, work.id, &solution).unwrap();
                self.of_rig(conn, actions);
            }
        }
    }

    fn tick(&mut self, now: Now) {
        self.pool.now = now;
        let actions = self.pool.step(Event::Tick);
        self.of_pool(actions);
    }
}

/// Work that only a few hashes stand between and a share: 2^-28 is one of sixteen.
const EASY: f64 = 1.0 / 268_435_456.0;

fn easy() -> ServerConfig {
    let mut config = config();
    config.vardiff.start = difficulty(EASY);
    config.vardiff.min = difficulty(EASY / 16.0);
    config
}

fn pays(block: &Block, script: &ScriptBuf) -> u64 {
    let to_it = block.txdata[0].output.iter().filter(|output| output.script_pubkey == *script);
    to_it.map(|output| output.value.to_sat()).sum()
}

#[test]
fn miners_mine_until_blocks_are_found_and_finders_are_paid() {
    let mut farm = Farm::new(easy());
    let value = Amount::from_base(5_000_000_123).unwrap();
    for worker in 0..3 {
        farm.join(worker, &format!("a{worker}.rig"));
    }
    for height in 0..4u8 {
        let target = Target::from_zero_bits(10).unwrap();
        let previous = BlockHash::from_byte_array([height; 32]);
        let mut template = Template::empty(previous, 100, 0x207f_ffff, target, value);
        template.time = u32::try_from(START_SECS).unwrap();
        template.version_mask = Some(quarry_pow::VersionMask::BIP320);
        farm.template(&Arc::new(template), true);
        while farm.blocks.len() <= usize::from(height) {
            (0..3).for_each(|conn| farm.hash(conn, 16));
        }
        let found = farm.blocks.last().unwrap().clone();
        let block: Block = consensus::deserialize(&found.bytes).unwrap();
        assert_eq!((block.block_hash(), block.header.prev_blockhash), (found.hash, previous));
        assert!(block.check_merkle_root());
        let (address, _) = found.worker.split_once('.').unwrap();
        assert_eq!(pays(&block, &script_of(address).unwrap()), value.to_base());
        farm.blocks.truncate(usize::from(height) + 1);
    }
    // Both sides count alike, and every share was taken: nothing stale was sent.
    let books = farm.pool.server.accounts();
    let accepted: u64 = farm.rigs.values().map(|rig| rig.accepted).sum();
    assert_eq!(books.total.accepted, accepted);
    assert!(accepted > 20, "{accepted}");
    assert_eq!(farm.rigs.values().map(|rig| rig.rejected).sum::<u64>(), 0);
    let of_addresses: u64 = books.addresses().map(|(_, row)| row.tally.accepted).sum();
    assert_eq!(of_addresses, accepted);
    for (conn, rig) in &farm.rigs {
        let name = format!("a{conn}.rig");
        let (_, row) = books.workers().find(|(worker, _)| *worker == name).unwrap();
        assert_eq!((row.tally.accepted, rig.conn), (rig.accepted, *conn));
    }
}

/// Of three miners one is three times as fast. The block pays by work, to the last unit.
#[test]
fn a_shared_block_pays_by_shares() {
    let mut config = easy();
    config.payout = Payout::Proportional(Proportional { window: 1e9, ..Proportional::default() });
    config.fallback = script_of("a9");
    // Nobody's difficulty changes, so that all shares are alike.
    config.vardiff.shares_per_min = 1e9;
    config.vardiff.min = config.vardiff.start;
    let mut farm = Farm::new(config);
    farm.template(&template(0, 200), true);
    (1..4).for_each(|conn| farm.join(conn, &format!("a{conn}")));
    for _ in 0..40 {
        farm.hash(1, 48);
        farm.hash(2, 16);
        farm.hash(3, 16);
    }
    let shares: Vec<u64> = farm.rigs.values().map(|rig| rig.accepted).collect();
    assert!(shares[0] > shares[1] && shares[0] > shares[2], "{shares:?}");
    let value = Amount::from_base(5_000_000_123).unwrap();
    let target = Target::from_zero_bits(6).unwrap();
    let previous = BlockHash::from_byte_array([1; 32]);
    let mut next = Template::empty(previous, 100, 0x207f_ffff, target, value);
    next.time = u32::try_from(START_SECS).unwrap();
    farm.template(&Arc::new(next), true);
    while farm.blocks.is_empty() {
        farm.hash(2, 1);
    }
    let block: Block = consensus::deserialize(&farm.blocks[0].bytes).unwrap();
    assert_eq!(
        block.txdata[0].compute_txid(),
        Txid::from_raw_hash(block.header.merkle_root.to_raw_hash())
    );
    let total: u64 = shares.iter().sum();
    let paid: Vec<u64> =
        (1..4).map(|n| pays(&block, &script_of(&format!("a{n}")).unwrap())).collect();
    assert_eq!(paid.iter().sum::<u64>(), value.to_base());
    for n in 1..3 {
        assert_eq!(paid[n], value.to_base() * shares[n] / total);
    }
}

/// Starting far too hard or far too easy, a miner of a steady speed soon sends the shares that are aimed at.
#[test]
fn difficulty_follows_speed() {
    // One share in 300 hashes, at 20 shares a minute and at one.
    let ideal = 300.0 / 4_294_967_296.0;
    for (start, per_min) in
        [(ideal * 100.0, 20), (ideal, 20), (ideal / 100.0, 20), (ideal * 100.0, 1), (ideal, 1)]
    {
        let hashes_per_sec = 5 * per_min;
        let mut config = config();
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let (shares_per_min, speed) = (per_min as f64, hashes_per_sec as f64);
        config.vardiff.shares_per_min = shares_per_min;
        config.vardiff.start = difficulty(start);
        config.vardiff.min = difficulty(ideal / 1000.0);
        let mut farm = Farm::new(config);
        farm.template(&template(7, 200), true);
        farm.join(1, "a1");
        let mut before = 0;
        // Time for 500 shares.
        let steps = 30_000 / per_min;
        for sec in 1..=steps {
            farm.hash(1, hashes_per_sec);
            farm.tick(at(sec * 1000));
            if sec == steps * 3 / 5 {
                before = farm.rigs[&1].accepted;
            }
        }
        // After three fifths of it. 200 shares are ideal.
        let late = farm.rigs[&1].accepted - before;
        assert!((120..300).contains(&late), "from {start}: {late} shares, not 200");
        let view = farm.pool.server.connections().next().unwrap();
        let off = view.difficulty.unwrap().get() / ideal;
        assert!((0.5..2.0).contains(&off), "from {start}: {off} times the ideal");
        assert_eq!(farm.rigs[&1].rejected, 0);
        // And the books know how fast it is.
        let rate = farm.pool.server.accounts().total.rate_15m.per_sec(farm.pool.now);
        let off = rate / speed;
        assert!((0.7..1.4).contains(&off), "from {start}: {off} times its speed");
    }
}

//! Miners who ask a pool: sessions byte for byte, each reason of a refusal, and those that mean no good.

use std::net::IpAddr;
use std::sync::Arc;

use quarry_mining::direct::{Answer, Ask, Call, Desk, Refused, Who};
use quarry_mining::limits::{
    DIRECT_JOB_AGE_MS, MAX_DIRECT_CALLS_PER_MIN, MAX_DIRECT_MINERS_PER_IP,
    MAX_DIRECT_WORKS_PER_MIN, MAX_STRANGER_ADDRESSES, MAX_STRANGERS_PER_MIN,
};
use quarry_mining::stratum::message::Reject;
use quarry_mining::stratum::payout::{Payout, Proportional};
use quarry_mining::stratum::server::{Action, CloseReason, Event, FoundBlock, ServerConfig};
use quarry_mining::{CoinbasePlan, GetWork, Template, TemplateReply};
use quarry_pow::{HashOrder, HashValue, Target};
use quarry_primitives::hashes::sha256d;
use quarry_primitives::{Block, Hash as _, Transaction, consensus};
use serde_json::{Value, json};

use crate::stratum::support::{self, Pool, START_SECS, difficulty, script_of, template};

/// A pool, where miners ask, and the blocks that were found.
struct Shop {
    pool: Pool,
    desk: Desk,
    blocks: Vec<FoundBlock>,
}

/// With shares as easy as on Stratum's side.
fn config() -> ServerConfig {
    ServerConfig { direct_floor: None, ..support::config() }
}

fn who(worker: &str) -> Who {
    Who { ip: IpAddr::from([10, 0, 0, 1]), worker: worker.to_owned(), agent: None }
}

impl Shop {
    fn new(config: ServerConfig) -> Self {
        Self { pool: Pool::new(config), desk: Desk::default(), blocks: Vec::new() }
    }

    /// With shares of so many zero bits, and blocks of so many more.
    fn open(zero_bits: u16) -> Self {
        let mut shop = Self::new(config());
        shop.pool.template(&template(7, zero_bits), true);
        shop
    }

    fn ask(&mut self, who: &Who, ask: Ask) -> Result<Answer, Refused> {
        let Pool { server, now } = &mut self.pool;
        let (answer, actions) = self.desk.ask(server, *now, who, ask);
        for action in actions {
            match action {
                Action::Close { conn, .. } => self.desk.closed(conn),
                Action::Block(block) => self.blocks.push(block),
                Action::Send { line, .. } => panic!("nobody reads {line}"),
                _ => {}
            }
        }
        answer
    }

    /// The answer to the body of a request, as it is written.
    fn call(&mut self, worker: &str, body: &Value) -> Value {
        let Call { id, ask } = Call::read(body.to_string().as_bytes()).unwrap();
        let is_getwork = body["method"] == "getwork";
        let answer = self.ask(&who(worker), ask).unwrap().to_json(&id, is_getwork);
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer["error"], Value::Null);
        answer["result"].clone()
    }

    fn getwork(&mut self, worker: &str) -> GetWork {
        GetWork::parse(&self.call(worker, &json!({ "method": "getwork", "params": [] }))).unwrap()
    }

    fn judge(&mut self, worker: &str, header: [u8; 80]) -> Result<(), &'static str> {
        match self.ask(&who(worker), Ask::Solved(header)).unwrap() {
            Answer::Judged(result) => result,
            other => panic!("{other:?}"),
        }
    }

    fn template(&mut self, worker: &str) -> Value {
        let request = json!({ "capabilities": ["coinbasetxn"], "rules": ["segwit"] });
        self.call(worker, &json!({ "method": "getblocktemplate", "params": [request] }))
    }

    fn hand_in(&mut self, worker: &str, block: &[u8]) -> Value {
        let params = json!([hex::encode(block), { "workid": "1" }]);
        self.call(worker, &json!({ "method": "submitblock", "params": params }))
    }

    fn later(&mut self, ms: u64) {
        self.pool.now.wall_ms += ms;
        self.pool.now.mono_ms += ms;
    }

    fn accepted(&self) -> u64 {
        self.pool.server.accounts().total.accepted
    }
}

fn hash(header: &[u8; 80]) -> HashValue {
    let digest = sha256d::Hash::hash(header).to_byte_array();
    HashValue::from_digest(digest, HashOrder::Bitcoin)
}

/// The next nonce with which a header meets, or misses, a target.
fn search(mut header: [u8; 80], target: Target, meets: bool) -> [u8; 80] {
    let first = u32::from_le_bytes(header[76..].try_into().unwrap()) + 1;
    for nonce in first.. {
        header[76..].copy_from_slice(&nonce.to_le_bytes());
        if target.is_met_by(&hash(&header)) == meets {
            return header;
        }
    }
    unreachable!("four billion nonces")
}

fn solved(work: &GetWork) -> [u8; 80] {
    search(work.header(), work.target(), true)
}

/// Every byte of a `getwork` session: first work, a share of it, and the same again.
#[test]
fn a_getwork_session_byte_for_byte() {
    let mut shop = Shop::open(8);
    let mut told = |body: &str| {
        let Call { id, ask } = Call::read(body.as_bytes()).unwrap();
        shop.ask(&who("a1.rig"), ask).unwrap().to_json(&id, true)
    };
    let first = told(r#"{"method": "getwork", "params": [], "id":1}"#);
    assert_eq!(first, FIRST_WORK);
    assert_eq!(told(&format!(r#"{{"id":"x","method":"getwork","params":["{SHARE}"]}}"#)), YES);
    assert_eq!(told(&format!(r#"{{"id":"x","method":"getwork","params":["{SHARE}"]}}"#)), NO);
}

/// The share was found by trying, by code that is not ours.
const FIRST_WORK: &str = concat!(
    r#"{"error":null,"id":1,"result":{"data":""#,
    "2000000007070707070707070707070707070707070707070707070707070707070707078ac79ab3",
    "9048097971e8f854fbe9b615b7ce386fe15318e4d2e16865509f86b96553f100207fffff00000000",
    "000000800000000000000000000000000000000000000000000000000000000000000000000000000000000080020000",
    r#"","hash1":""#,
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000008000000000000000000000000000000000000000000000000000010000",
    r#"","midstate":"5eca98dd5d81353a0c9111154322652ada30e9eb0b05de8e16b86c870eb14b9e","#,
    r#""target":"00000000000000000000000000000000000000000000000000feff35658e9a3b"}}"#,
    "\n"
);
const SHARE: &str = concat!(
    "2000000007070707070707070707070707070707070707070707070707070707070707078ac79ab3",
    "9048097971e8f854fbe9b615b7ce386fe15318e4d2e16865509f86b96553f100207fffff00000001",
    "000000800000000000000000000000000000000000000000000000000000000000000000000000000000000080020000",
);
const YES: &str = "{\"error\":null,\"id\":\"x\",\"result\":true}\n";
const NO: &str = "{\"error\":null,\"id\":\"x\",\"result\":false}\n";

#[test]
fn shares_and_blocks_of_getwork_are_in_the_books_of_all() {
    let mut shop = Shop::open(12);
    let work = shop.getwork("a1.rig");
    assert_ne!(work.header(), shop.getwork("a1.rig").header(), "each is asked for once");
    // Blocks are harder than shares here.
    let target = template(7, 12).target;
    let block = search(work.header(), target, true);
    assert_eq!(shop.judge("a1.rig", block), Ok(()));
    let found = shop.blocks.pop().unwrap();
    assert_eq!(&found.bytes[..80], block);
    assert_eq!(found.worker, "a1.rig");
    let accounts = shop.pool.server.accounts();
    let names: Vec<_> = accounts.workers().map(|(name, row)| (name, row.tally.blocks)).collect();
    assert_eq!(names, [("a1.rig", 1)]);
    // What pays is the address in the name.
    let (coinbase, _) =
        consensus::encode::deserialize_partial::<Transaction>(&found.bytes[81..]).unwrap();
    assert_eq!(coinbase.output[0].script_pubkey, script_of("a1").unwrap());
}

#[test]
fn each_bad_header_has_its_reason() {
    let mut shop = Shop::open(16);
    let work = shop.getwork("a1.rig");
    let header = search(work.header(), work.target(), true);
    let with = |at: usize, byte: u8| {
        let mut header = header;
        header[at] ^= byte;
        header
    };
    assert_eq!(shop.judge("a1.rig", with(0, 1)), Err("bad-version"));
    assert_eq!(shop.judge("a1.rig", with(4, 1)), Err("bad-prevblk"));
    // The first bytes of the root are what work is known by.
    assert_eq!(shop.judge("a1.rig", with(36, 1)), Err("unknown-work"));
    assert_eq!(shop.judge("a1.rig", with(60, 1)), Err("bad-txnmrklroot"));
    assert_eq!(shop.judge("a1.rig", with(72, 1)), Err("bad-diffbits"));
    let timed = |time: u64| {
        let mut header = header;
        header[68..72].copy_from_slice(&u32::try_from(time).unwrap().to_le_bytes());
        header
    };
    assert_eq!(shop.judge("a1.rig", timed(START_SECS - 601)), Err("time-too-old"));
    assert_eq!(shop.judge("a1.rig", timed(START_SECS + 7201)), Err("time-too-new"));
    let low = search(header, work.target(), false);
    assert_eq!(shop.judge("a1.rig", low), Err("high-hash"));
    // Whose work it is the name decides.
    assert_eq!(shop.judge("a2", header), Err("unknown-work"));
    assert_eq!(shop.accepted(), 0);
    assert_eq!(shop.judge("a1.rig", header), Ok(()));
    assert_eq!(shop.judge("a1.rig", header), Err("duplicate"));
    // A time that was rolled makes another share.
    let rolled = search(timed(START_SECS + 60), work.target(), true);
    assert_eq!(shop.judge("a1.rig", rolled), Ok(()));
    let another = search(rolled, work.target(), true);
    shop.pool.template(&template(8, 16), false);
    assert_eq!(shop.judge("a1.rig", another), Err("stale-prevblk"));
    assert_eq!(shop.accepted(), 2);
    let total = &shop.pool.server.accounts().total;
    let counted = [Reject::Other, Reject::Stale, Reject::Duplicate, Reject::LowDifficulty]
        .map(|reject| total.rejected(reject));
    assert_eq!(counted, [6, 3, 1, 1]);
}

/// A share is taken as long as a miner was promised, however often there are new templates.
#[test]
fn work_lasts_as_long_as_was_promised() {
    let mut shop = Shop::open(16);
    let work = shop.getwork("a1");
    for minute in 1..=60u64 {
        shop.later(1000);
        let mut next = Template::clone(&template(7, 16));
        next.time += u32::try_from(minute).unwrap();
        shop.pool.template(&Arc::new(next), false);
        shop.getwork("a1");
    }
    assert_eq!(shop.judge("a1", solved(&work)), Ok(()));
    // By then there are newer jobs, though.
    let time =
        |work: &GetWork| u64::from(u32::from_le_bytes(work.header()[68..72].try_into().unwrap()));
    assert!(START_SECS + 60 - time(&shop.getwork("a1")) <= DIRECT_JOB_AGE_MS / 1000);
}

/// What was given out a minute ago is taken, however old its job is; what nobody can work on any more is not kept.
#[test]
fn templates_of_the_past_are_let_go() {
    let mut shop = Shop::open(16);
    let old = Arc::new(Template::clone(&template(7, 16)));
    let past = Arc::downgrade(&old);
    let later = |secs: u32| {
        let mut later = Template::clone(&template(7, 16));
        later.time += secs;
        Arc::new(later)
    };
    shop.pool.template(&old, false);
    drop(old);
    shop.getwork("a1");
    // There was no newer one for so long.
    shop.later(200_000);
    let work = shop.getwork("a1");
    let next = later(200);
    shop.pool.template(&next, false);
    shop.getwork("a1");
    let present = Arc::downgrade(&next);
    drop(next);
    shop.later(60_000);
    shop.pool.step(Event::Tick);
    assert_eq!(shop.judge("a1", solved(&work)), Ok(()));
    shop.later(60_000);
    shop.pool.template(&later(320), false);
    shop.pool.step(Event::Tick);
    assert!(past.upgrade().is_none(), "of a newer one there is work");
    assert!(present.upgrade().is_some(), "who is silent for long may come back with a block");
    assert_eq!(shop.judge("a1", solved(&work)), Err("stale-work"));
}

#[test]
fn difficulty_follows_those_who_ask() {
    let mut shop = Shop::open(200);
    let first = shop.getwork("a1").target();
    // Silent for long, it gets easier; the least is the pool's own.
    let mut config = config();
    config.vardiff.start = difficulty(1e-3);
    let mut slow = Shop::new(config);
    slow.pool.template(&template(7, 200), true);
    let hard = slow.getwork("a1").target();
    for _ in 0..200 {
        slow.later(1000);
        slow.pool.step(Event::Tick);
    }
    assert!(slow.getwork("a1").target() > hard);
    // Fast, it gets harder.
    for _ in 0..100 {
        let work = shop.getwork("a1");
        assert_eq!(shop.judge("a1", solved(&work)), Ok(()));
        shop.later(10);
    }
    assert!(shop.getwork("a1").target() < first);
}

/// Old miners look for 32 zero bits and for nothing less, and are credited with that; but no block is missed.
#[test]
fn shares_are_no_easier_than_old_miners_find_them() {
    let mut shop = Shop::new(support::config());
    shop.pool.template(&template(7, 200), true);
    assert_eq!(shop.getwork("a1").target(), difficulty(1.0).target());
    shop.pool.template(&template(8, 16), true);
    let target = shop.getwork("a1").target();
    assert!(target >= template(8, 16).target && target < template(8, 15).target);
}

/// A full template, as a miner that knows all of BIP-22 and BIP-23 gets it.
#[test]
fn a_template_s_every_field() {
    let mut shop = Shop::open(16);
    let template = shop.template("a1.rig");
    let tx = |n: u8| json!({ "data": format!("{n:02x}").repeat(60), "txid": format!("{n:02x}").repeat(32), "hash": format!("{n:02x}").repeat(32) });
    assert_eq!(
        template,
        json!({
            "version": 0x2000_0000,
            "previousblockhash": "07".repeat(32),
            "transactions": [tx(0), tx(1), tx(2)],
            "coinbasetxn": {
                "required": true,
                "data": "02000000010000000000000000000000000000000000000000000000000000000000000000ffffffff1d02f40110000000010800000200000000000000002f7175617272792ffeffffff017bf2052a010000001600140000000000000000000000000000000000000001f3010000".replace("00000000000000002f71", "0000000000000000082f71"),
            },
            "coinbaseaux": {},
            "target": difficulty(1e-9).target().to_string(),
            "bits": "207fffff",
            "height": 500,
            "curtime": START_SECS,
            "mintime": START_SECS - 600,
            "maxtime": START_SECS + 3600,
            "mutable": ["time", "time/increment", "coinbase/append", "submit/coinbase"],
            "noncerange": "00000000ffffffff",
            "expires": 60,
            "submitold": false,
            "longpollid": format!("{}1", "07".repeat(32)),
            "workid": "1",
        })
    );
    let again = shop.template("a1.rig");
    assert_ne!(again["coinbasetxn"], template["coinbasetxn"], "nobody does the same twice");
    let request = json!({ "longpollid": template["longpollid"] });
    let polled = shop.call("a1.rig", &json!({ "method": "getblocktemplate", "params": [request] }));
    assert_eq!(polled["submitold"], true);
    assert_eq!(polled["transactions"][0]["txid"], Value::Null);
}

/// A block as a miner of templates puts it together, with these bytes more in the coinbase's script.
fn assemble(template: &Value, append: &[u8], change: impl FnOnce(&mut [u8; 80])) -> Vec<u8> {
    let mut coinbase = hex::decode(template["coinbasetxn"]["data"].as_str().unwrap()).unwrap();
    let end = 42 + usize::from(coinbase[41]);
    coinbase.splice(end..end, append.iter().copied());
    coinbase[41] += u8::try_from(append.len()).unwrap();
    let number = |name: &str| u32::try_from(template[name].as_u64().unwrap()).unwrap();
    let hash = |text: &Value| {
        let mut bytes = hex::decode(text.as_str().unwrap()).unwrap();
        bytes.reverse();
        <[u8; 32]>::try_from(bytes).unwrap()
    };
    let both = |a: [u8; 32], b: [u8; 32]| sha256d::Hash::hash(&[a, b].concat()).to_byte_array();
    // Three transactions: a tree of two levels.
    let txs: Vec<_> =
        template["transactions"].as_array().unwrap().iter().map(|tx| hash(&tx["txid"])).collect();
    let id = sha256d::Hash::hash(&coinbase).to_byte_array();
    let root = both(both(id, txs[0]), both(txs[1], txs[2]));
    let mut header = [0; 80];
    header[..4].copy_from_slice(&number("version").to_le_bytes());
    header[4..36].copy_from_slice(&hash(&template["previousblockhash"]));
    header[36..68].copy_from_slice(&root);
    header[68..72].copy_from_slice(&number("curtime").to_le_bytes());
    let bits = u32::from_str_radix(template["bits"].as_str().unwrap(), 16).unwrap();
    header[72..76].copy_from_slice(&bits.to_le_bytes());
    change(&mut header);
    let mut target = [0; 32];
    hex::decode_to_slice(template["target"].as_str().unwrap(), &mut target).unwrap();
    let header = search(header, Target::from_be_bytes(target), true);
    [&header[..], &[1], &coinbase].concat()
}

#[test]
fn blocks_that_miners_put_together_are_shares() {
    let mut shop = Shop::open(16);
    let template = shop.template("a1.rig");
    // As it was given, and with an extranonce of the miner's own behind it.
    for append in [&[][..], &[4, 1, 2, 3, 4]] {
        let block = assemble(&template, append, |_| {});
        assert_eq!(shop.hand_in("a1.rig", &block), Value::Null, "{append:?}");
        assert_eq!(shop.hand_in("a1.rig", &block), "duplicate");
    }
    let rolled = assemble(&template, &[], |header| header[68] += 1);
    assert_eq!(shop.hand_in("a1.rig", &rolled), Value::Null);
    assert_eq!(shop.accepted(), 3);
    let bad = |change: fn(&mut [u8; 80])| assemble(&template, &[], change);
    assert_eq!(shop.hand_in("a1.rig", &bad(|header| header[0] ^= 2)), "bad-version");
    assert_eq!(shop.hand_in("a1.rig", &bad(|header| header[5] ^= 2)), "bad-prevblk");
    assert_eq!(shop.hand_in("a1.rig", &bad(|header| header[40] ^= 2)), "bad-txnmrklroot");
    assert_eq!(shop.hand_in("a1.rig", &bad(|header| header[72] ^= 2)), "bad-diffbits");
    assert_eq!(shop.hand_in("a1.rig", &bad(|header| header[71] ^= 64)), "time-too-old");
    // Somebody else's, and one that pays somebody else.
    assert_eq!(shop.hand_in("a2", &rolled), "unknown-work");
    let mut stolen = assemble(&template, &[], |_| {});
    let last = stolen.len() - 5;
    stolen[last] ^= 1;
    assert_eq!(shop.hand_in("a1.rig", &stolen), "unknown-work");
    // A script that no coinbase may have.
    let long = assemble(&template, &[0; 72], |_| {});
    assert_eq!(shop.hand_in("a1.rig", &long), "unknown-work");
    shop.pool.template(&self::template(8, 16), false);
    let late = assemble(&template, &[], |_| {});
    assert_eq!(shop.hand_in("a1.rig", &late), "stale-prevblk");
    assert_eq!(shop.accepted(), 3);
}

#[test]
fn a_miner_s_block_is_handed_in_whole() {
    let mut shop = Shop::new(ServerConfig {
        payout: Payout::Proportional(Proportional::default()),
        fallback: script_of("a9"),
        ..config()
    });
    let mut easy = Template::clone(&template(7, 1));
    easy.commitment = Some(quarry_primitives::ScriptBuf::from_bytes(
        [&hex::decode("6a24aa21a9ed").unwrap()[..], &[5; 32]].concat(),
    ));
    // Real ones, for the block to be read.
    let coinbase = Transaction {
        version: quarry_primitives::TransactionVersion::TWO,
        lock_time: quarry_primitives::LockTime::ZERO,
        input: vec![quarry_primitives::TxIn {
            witness: quarry_primitives::Witness::from_slice(&[[7; 3]]),
            ..quarry_primitives::TxIn::default()
        }],
        output: Vec::new(),
    };
    let tx = quarry_mining::TemplateTx {
        bytes: consensus::serialize(&coinbase),
        txid: coinbase.compute_txid(),
    };
    let easy = easy.with_txs(vec![tx.clone(), tx.clone(), tx]);
    shop.pool.template(&Arc::new(easy), true);
    let template = shop.template("a1");
    assert_eq!(template["rules"], json!(["segwit"]));
    let tx = &template["transactions"][0];
    assert_eq!(tx["hash"], coinbase.compute_wtxid().to_string());
    assert_eq!(tx["data"], hex::encode(consensus::serialize(&coinbase)));
    // Who does not know witnesses is shown none, and finds the same ids.
    let old = shop.call("a1", &json!({ "method": "getblocktemplate" }));
    let mut stripped = coinbase.clone();
    stripped.input[0].witness = quarry_primitives::Witness::new();
    let expected = json!({
        "data": hex::encode(consensus::serialize(&stripped)),
        "hash": coinbase.compute_txid().to_string(),
    });
    assert_eq!((&old["transactions"][0], &old["rules"]), (&expected, &Value::Null));
    let block = assemble(&template, &[1, 9], |_| {});
    assert_eq!(shop.hand_in("a1", &block), Value::Null);
    let found = shop.blocks.pop().expect("a block: its target is easier than the shares'");
    let whole: Block = consensus::deserialize(&found.bytes).unwrap();
    assert!(whole.check_merkle_root());
    assert_eq!(whole.txdata.len(), 4);
    assert_eq!(found.bytes[..80], block[..80]);
    assert_eq!(whole.txdata[0].input[0].witness.len(), 1);
    // Nobody had a share when it was given out.
    assert_eq!(whole.txdata[0].output[0].script_pubkey, script_of("a9").unwrap());
}

/// What a pool gives out our own miner reads, and what it makes of it the pool takes.
#[test]
fn our_own_miner_understands_the_pool() {
    let mut shop = Shop::open(12);
    let request = quarry_mining::template_reply::request(None, true);
    let asked = json!({ "method": "getblocktemplate", "params": request });
    let reply = shop.call("a1.rig", &asked).to_string();
    let read = TemplateReply::parse(&serde_json::from_str(&reply).unwrap()).unwrap();
    let plan = CoinbasePlan { outputs: Vec::new(), tag: Vec::new(), extranonce_bytes: 12 };
    let job = read.template.job("1".to_owned(), &plan, true).unwrap();
    let work = job.work(&[], &[0; 12], read.template.version_mask, read.share_target).unwrap();
    for position in (0..).filter(|position| work.check(*position)).take(3) {
        let solution = job.solution(work.parts(position).unwrap(), &[0; 12]);
        let block = read.template.block(&job, &[], &solution);
        assert_eq!(shop.hand_in("a1.rig", &block), Value::Null);
    }
    assert_eq!(shop.accepted(), 3);
}

#[test]
fn what_is_no_call_is_told() {
    let read = |body: &str| Call::read(body.as_bytes()).unwrap_err().to_json();
    let parse =
        "{\"error\":{\"code\":-32700,\"message\":\"Parse error\"},\"id\":null,\"result\":null}\n";
    assert_eq!(read(""), parse);
    assert_eq!(read("{\"method\":"), parse);
    assert_eq!(read(&"[".repeat(100_000)), parse);
    assert_eq!(read(&format!("[{}0]", "0,".repeat(1_000_000))), parse);
    assert_eq!(read(&format!("{{\"x\":\"{}\"}}", "0".repeat(8 << 20))), parse);
    for (body, code) in [
        (json!([{ "method": "getwork" }]), -32_600),
        (json!(1), -32_600),
        (json!({ "id": [1], "method": "getwork" }), -32_600),
        (json!({ "id": "i".repeat(65), "method": "getwork" }), -32_600),
        (json!({ "id": 1 }), -32_600),
        (json!({ "id": 1, "method": 5 }), -32_600),
        (json!({ "id": 1, "method": "getwork", "params": {} }), -32_600),
        (json!({ "id": 1, "method": "getinfo" }), -32_601),
        (json!({ "id": 1, "method": "getwork", "params": [1] }), -3),
        (json!({ "id": 1, "method": "getwork", "params": ["00"] }), -8),
        (json!({ "id": 1, "method": "getwork", "params": ["zz".repeat(128)] }), -8),
        (json!({ "id": 1, "method": "getblocktemplate", "params": ["x"] }), -3),
        (json!({ "id": 1, "method": "getblocktemplate", "params": [{ "mode": "proposal" }] }), -8),
        (json!({ "id": 1, "method": "getblocktemplate", "params": [{ "rules": 1 }] }), -3),
        (json!({ "id": 1, "method": "getblocktemplate", "params": [{ "longpollid": 1 }] }), -3),
        (
            json!({ "id": 1, "method": "getblocktemplate", "params": [{ "capabilities": ["coinbasevalue"] }] }),
            -8,
        ),
        (json!({ "id": 1, "method": "submitblock" }), -3),
        (json!({ "id": 1, "method": "submitblock", "params": ["00"] }), -22),
        (json!({ "id": 1, "method": "submitblock", "params": ["ff".repeat(200)] }), -22),
        (
            json!({ "id": 1, "method": "submitblock", "params": [format!("{}é", "0".repeat(399))] }),
            -22,
        ),
    ] {
        let bad = Call::read(body.to_string().as_bytes()).unwrap_err();
        assert_eq!(bad.code, code, "{body}: {bad}");
    }
}

#[test]
fn strangers_and_crowds_stay_outside() {
    let mut shop = Shop::open(16);
    let mut named = |name: &str| shop.ask(&who(name), Ask::Work).map(drop).unwrap_err();
    assert!(matches!(named("nobody"), Refused::Worker(_)));
    assert!(matches!(named(""), Refused::Worker(_)));
    assert!(matches!(named(&"a1".repeat(100)), Refused::Worker(_)));
    for n in 0..MAX_DIRECT_MINERS_PER_IP {
        shop.getwork(&format!("a{n}"));
    }
    assert_eq!(shop.ask(&who("b"), Ask::Work).map(drop), Err(Refused::Full));
    let far = Who { ip: IpAddr::from([10, 0, 0, 2]), ..who("a1") };
    assert!(shop.ask(&far, Ask::Work).is_ok());
    // Those that are silent make room.
    assert_eq!(shop.pool.server.connections().count(), MAX_DIRECT_MINERS_PER_IP + 1);
    shop.later(700_000);
    for action in shop.pool.step(Event::Tick) {
        let Action::Close { conn, why } = action else { panic!("{action:?}") };
        assert_eq!(why, CloseReason::Idle);
        shop.desk.closed(conn);
    }
    shop.getwork("a1000");
    assert_eq!(shop.pool.server.connections().count(), 1);
}

/// Typing errors are no crime; a flood of them is.
#[test]
fn a_flood_of_strangers_is_kept_out() {
    let mut shop = Shop::open(16);
    let asked = |shop: &mut Shop| shop.ask(&who("nobody"), Ask::Work).map(drop).unwrap_err();
    for minute in 0..10 {
        for _ in 0..MAX_STRANGERS_PER_MIN {
            assert!(matches!(asked(&mut shop), Refused::Worker(_)), "{minute}");
        }
        shop.later(60_000);
    }
    let many = MAX_STRANGERS_PER_MIN + 200;
    let last = (0..many).map(|_| asked(&mut shop)).last();
    assert_eq!(last, Some(Refused::Closed(CloseReason::Banned)));
    let far = Who { ip: IpAddr::from([10, 0, 0, 2]), ..who("a1") };
    assert!(shop.ask(&far, Ask::Work).is_ok());
}

#[test]
fn strangers_of_one_address_cost_those_of_another_nothing() {
    let mut shop = Shop::open(16);
    let mut asked = |ip: [u8; 4]| {
        let who = Who { ip: IpAddr::from(ip), ..who("nobody") };
        shop.ask(&who, Ask::Work).map(drop).unwrap_err()
    };
    for _ in 0..MAX_STRANGERS_PER_MIN {
        asked([10, 0, 0, 2]);
    }
    for n in 0..MAX_STRANGERS_PER_MIN {
        assert!(matches!(asked([10, 0, 0, 1]), Refused::Worker(_)), "{n}");
    }
    // Only so many addresses are remembered: then all begin anew.
    for n in 0..u32::try_from(MAX_STRANGER_ADDRESSES).unwrap() {
        let [_, a, b, c] = n.to_be_bytes();
        asked([11, a, b, c]);
    }
    for n in 0..MAX_STRANGERS_PER_MIN {
        assert!(matches!(asked([10, 0, 0, 1]), Refused::Worker(_)), "{n}");
    }
}

#[test]
fn without_a_template_there_is_no_work() {
    let mut shop = Shop::new(config());
    assert_eq!(shop.ask(&who("a1"), Ask::Work).map(drop), Err(Refused::NoWork));
    shop.pool.template(&template(7, 16), true);
    shop.getwork("a1");
}

/// Both the miner and the operator are told, and the operator once.
#[test]
fn without_a_job_there_is_a_reason() {
    let mut shop = Shop::new(ServerConfig { tag: vec![b'x'; 100], ..config() });
    shop.pool.template(&template(7, 16), true);
    for n in 0..3 {
        let Pool { server, now } = &mut shop.pool;
        let (answer, actions) = shop.desk.ask(server, *now, &who("a1"), Ask::Work);
        let refused = answer.map(drop).unwrap_err();
        assert!(refused.to_string().contains("a shorter coinbase tag"), "{refused}");
        let told = actions.iter().filter(|action| matches!(action, Action::JobFailed(_)));
        assert_eq!(told.count(), usize::from(n == 0));
    }
}

#[test]
fn ten_thousand_fakes_count_for_nothing() {
    let mut shop = Shop::open(16);
    let work = shop.getwork("a1.rig");
    let good = solved(&work);
    assert_eq!(shop.judge("a1.rig", good), Ok(()));
    let mut banned = 0;
    let mut fake = work.header();
    for n in 0..10_000u32 {
        // Guesses at the root, bad nonces, and the same share again.
        fake[36..40].copy_from_slice(&n.to_be_bytes());
        let header = match n % 3 {
            0 => fake,
            1 => search(good, work.target(), false),
            _ => good,
        };
        match shop.ask(&who("a1.rig"), Ask::Solved(header)) {
            Ok(Answer::Judged(result)) => assert!(result.is_err(), "{n}"),
            Ok(other) => panic!("{other:?}"),
            Err(Refused::Closed(CloseReason::Banned)) => banned += 1,
            Err(other) => panic!("{other:?}"),
        }
        shop.later(10);
    }
    assert!(banned > 9_000, "{banned}");
    assert_eq!(shop.accepted(), 1);
}

/// Whatever was given out is known again for as long as was promised, however much that is.
#[test]
fn who_asks_without_end_is_told_so_and_loses_nothing() {
    let mut shop = Shop::open(16);
    let refused = |shop: &mut Shop| shop.ask(&who("a1"), Ask::Work).map(drop).unwrap_err();
    shop.getwork("a1");
    shop.later(59_000);
    let first = shop.getwork("a1");
    for _ in 2..MAX_DIRECT_WORKS_PER_MIN {
        shop.getwork("a1");
    }
    assert_eq!(refused(&mut shop), Refused::TooOften);
    shop.later(1_000);
    for _ in 0..MAX_DIRECT_WORKS_PER_MIN {
        shop.getwork("a1");
    }
    assert_eq!(refused(&mut shop), Refused::TooOften);
    shop.later(59_000);
    assert_eq!(shop.judge("a1", solved(&first)), Ok(()));
    // What is older is not kept for ever.
    shop.later(1_000);
    shop.getwork("a1");
    shop.getwork("a1");
    assert_eq!(shop.judge("a1", search(solved(&first), first.target(), true)), Err("unknown-work"));
    // Three calls of this minute are made.
    for _ in 3..MAX_DIRECT_CALLS_PER_MIN {
        assert!(shop.ask(&who("a1"), Ask::Entry).is_ok());
    }
    assert_eq!(shop.ask(&who("a1"), Ask::Entry).map(drop), Err(Refused::TooOften));
    shop.later(60_000);
    shop.getwork("a1");
}

//! A market with a few people, a clock and a log, for tests.

use quarry_market::{
    Action, Applied, ArticleId, Authorization, Capabilities, ChangeCoin, Command, Deposit, Event,
    JobId, LeaseId, Market, MarketConfig, NonceInput, OrderId, Rejection, Reply, Requirements,
    UnitId, WithdrawalId, codec,
};
use quarry_pow::{Endian, HashOrder, NonceField, NonceWidth, Target, Work};
use quarry_primitives::secp256k1::{Secp256k1, SecretKey};
use quarry_primitives::{AccountKey, Amount, BlockHash, Hash, OutPoint, ScriptBuf, Txid};

/// The wall clock at the beginning of every test.
pub(crate) const START_MS: u64 = 1_000_000;
/// One lease time of the terms used here.
pub(crate) const LEASE_MS: u64 = 15_000;
/// The least deposit of the terms used here.
pub(crate) const MIN_DEPOSIT: u64 = 100;
/// Far enough ahead for any order.
pub(crate) const LATER_MS: u64 = 3_600_000;

/// The n-th person.
pub(crate) fn key(n: u8) -> AccountKey {
    let secret = SecretKey::from_slice(&[n + 1; 32]).unwrap();
    AccountKey::from_secp256k1(&secret.public_key(&Secp256k1::new()))
}

pub(crate) fn hash(n: u64) -> BlockHash {
    BlockHash::hash(&n.to_le_bytes())
}

pub(crate) fn txid(n: u64) -> Txid {
    Txid::hash(&n.to_le_bytes())
}

pub(crate) fn coin(n: u64) -> OutPoint {
    OutPoint { txid: txid(n), vout: 0 }
}

pub(crate) fn script() -> ScriptBuf {
    key(9).script_pubkey()
}

pub(crate) fn config() -> MarketConfig {
    MarketConfig {
        min_withdrawal: Amount::of(1_000),
        min_deposit: Amount::of(MIN_DEPOSIT),
        ..MarketConfig::new(hash(0), key(200))
    }
}

/// A unit with many hits, of quantity 1. Different seeds have different hits.
pub(crate) fn easy(seed: u64) -> NonceInput {
    let target = Target::from_zero_bits(3).unwrap();
    let bytes = [b"easy".as_slice(), &seed.to_le_bytes()].concat();
    let work =
        Work::data_with_appended_nonce(&bytes, NonceWidth::U32, Endian::Big, target).unwrap();
    NonceInput::from_work(&work).unwrap()
}

/// A unit without any hit to be found, of a quantity.
pub(crate) fn hard(quantity: u64) -> NonceInput {
    assert!(quantity.is_power_of_two());
    let bits = 32 + u16::try_from(quantity.ilog2()).unwrap();
    let target = Target::from_zero_bits(bits).unwrap();
    let work =
        Work::data_with_appended_nonce(b"hard", NonceWidth::U64, Endian::Big, target).unwrap();
    let input = NonceInput::from_work(&work).unwrap();
    assert_eq!(input.quantity(), quantity);
    input
}

/// A unit of quantity 256 whose hit is known: Bitcoin's first block, with nBits and nonce together
/// as the nonce.
pub(crate) fn genesis() -> (NonceInput, u64) {
    let mut header = Vec::new();
    header.extend([1, 0, 0, 0]);
    header.extend([0; 32]);
    header.extend([
        0x3b, 0xa3, 0xed, 0xfd, 0x7a, 0x7b, 0x12, 0xb2, 0x7a, 0xc7, 0x2c, 0x3e, 0x67, 0x76, 0x8f,
        0x61, 0x7f, 0xc8, 0x1b, 0xc3, 0x88, 0x8a, 0x51, 0x32, 0x3a, 0x9f, 0xb8, 0xaa, 0x4b, 0x1e,
        0x5e, 0x4a,
    ]);
    header.extend(1_231_006_505u32.to_le_bytes());
    header.extend([0; 8]);
    let field = NonceField { offset: 72, width: NonceWidth::U64, endian: Endian::Little };
    let target = Target::from_zero_bits(40).unwrap();
    let work = Work::data(header, field, HashOrder::Bitcoin, target).unwrap();
    let input = NonceInput::from_work(&work).unwrap();
    assert_eq!(input.quantity(), 256);
    (input, 0x1d00_ffff | 2_083_236_893 << 32)
}

/// The n-th hit of a unit.
pub(crate) fn hit(input: &NonceInput, n: usize) -> u64 {
    let work = input.to_work().unwrap();
    (0..).filter(|&nonce| work.check(nonce)).nth(n).unwrap()
}

/// A nonce that is none.
pub(crate) fn miss(input: &NonceInput) -> u64 {
    let work = input.to_work().unwrap();
    (0..).find(|&nonce| !work.check(nonce)).unwrap()
}

pub(crate) struct World {
    pub(crate) market: Market,
    pub(crate) now: u64,
    pub(crate) log: Vec<Vec<u8>>,
    pub(crate) events: Vec<Event>,
    serial: u64,
}

impl World {
    pub(crate) fn new() -> Self {
        Self::with(config())
    }

    /// An exchange at work, with the persons 0 to 4 registered.
    pub(crate) fn with(config: MarketConfig) -> Self {
        let (market, log, events) = (Market::empty(), Vec::new(), Vec::new());
        let mut world = Self { market, now: START_MS, log, events, serial: 0 };
        let _ = world.command(Command::Open(config));
        for n in 0..5 {
            assert_eq!(world.act(n, Action::Register), Ok(Reply::DepositIndex(u32::from(n))));
        }
        world
    }

    /// Logs and applies a command, and checks the books.
    #[expect(clippy::needless_pass_by_value, reason = "callers make it on the spot")]
    pub(crate) fn command(&mut self, command: Command) -> Applied {
        self.log.push(codec::encode_command(self.now, &command));
        let applied = self.market.apply(self.now, &command);
        self.events.extend(applied.events.iter().cloned());
        self.market.check_books().unwrap();
        applied
    }

    pub(crate) fn authorize(&mut self, person: u8) -> Authorization {
        self.serial += 1;
        let mut idempotency_key = [0; 16];
        idempotency_key[..8].copy_from_slice(&self.serial.to_le_bytes());
        Authorization {
            account: key(person),
            signer: key(person),
            idempotency_key,
            body_hash: [7; 32],
            expiry_ms: self.market.now().max(self.now) + 60_000,
            signature: [3; 64],
        }
    }

    pub(crate) fn signed(&mut self, person: u8, action: Action) -> Applied {
        let authorization = self.authorize(person);
        self.command(Command::Signed { authorization, action })
    }

    pub(crate) fn act(&mut self, person: u8, action: Action) -> Result<Reply, Rejection> {
        self.signed(person, action).reply
    }

    pub(crate) fn pass(&mut self, ms: u64) -> Vec<Event> {
        self.now += ms;
        self.command(Command::Tick).events
    }

    /// Scans a block with one deposit.
    pub(crate) fn fund(&mut self, person: u8, amount: u64) {
        let deposit = self.deposit(person, amount);
        self.block(vec![deposit], vec![]).unwrap();
    }

    pub(crate) fn deposit(&mut self, person: u8, amount: u64) -> Deposit {
        self.serial += 1;
        let (deposit_index, amount) = (u32::from(person), Amount::of(amount));
        Deposit { outpoint: coin(1_000_000 + self.serial), deposit_index, amount }
    }

    pub(crate) fn change(&mut self, change_index: u32, amount: u64) -> ChangeCoin {
        self.serial += 1;
        let outpoint = OutPoint { vout: 1, ..coin(1_000_000 + self.serial) };
        ChangeCoin { outpoint, change_index, amount: Amount::of(amount) }
    }

    pub(crate) fn block(
        &mut self,
        deposits: Vec<Deposit>,
        confirmed: Vec<Txid>,
    ) -> Result<Reply, Rejection> {
        self.block_with(deposits, vec![], vec![], confirmed)
    }

    pub(crate) fn block_with(
        &mut self,
        deposits: Vec<Deposit>,
        change: Vec<ChangeCoin>,
        spent: Vec<OutPoint>,
        confirmed: Vec<Txid>,
    ) -> Result<Reply, Rejection> {
        let block = self.next_block(deposits, change, spent, confirmed);
        self.command(block).reply
    }

    /// A block on top of the last one scanned.
    pub(crate) fn next_block(
        &mut self,
        deposits: Vec<Deposit>,
        change: Vec<ChangeCoin>,
        spent: Vec<OutPoint>,
        confirmed: Vec<Txid>,
    ) -> Command {
        self.serial += 1;
        let (height, parent) = self
            .market
            .scan_cursor()
            .map_or_else(|| (1, hash(0)), |(height, tip)| (height + 1, tip));
        let hash = hash(1_000_000 + self.serial);
        Command::BlockScanned { height, hash, parent, deposits, change, spent, confirmed }
    }

    pub(crate) fn unscan(&mut self) -> Result<Reply, Rejection> {
        let (height, hash) = self.market.scan_cursor().unwrap();
        self.command(Command::BlockUnscanned { height, hash }).reply
    }

    pub(crate) fn ask(&mut self, person: u8, quantity: u64, price: u64, slots: u16) -> OrderId {
        match self.act(person, self.ask_action(quantity, price, slots)) {
            Ok(Reply::Order { order }) => order,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn ask_action(&self, quantity: u64, price: u64, slots: u16) -> Action {
        Action::PlaceAsk {
            article: ArticleId::nonce(),
            quantity,
            limit_price: Amount::of(price),
            slots,
            expires_ms: self.now + LATER_MS,
            capabilities: Capabilities::default(),
        }
    }

    pub(crate) fn job(
        &mut self,
        person: u8,
        units: Vec<NonceInput>,
        price: u64,
    ) -> (JobId, UnitId) {
        match self.act(person, self.job_action(units, price)) {
            Ok(Reply::Job { job, first_unit, .. }) => (job, first_unit),
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn job_action(&self, units: Vec<NonceInput>, price: u64) -> Action {
        Action::SubmitJob {
            article: ArticleId::nonce(),
            units,
            limit_price: Amount::of(price),
            expires_ms: self.now + LATER_MS,
            requirements: Requirements::default(),
        }
    }

    /// The one live lease of a seller.
    pub(crate) fn lease(&self, person: u8) -> LeaseId {
        let mut leases = self.market.next_lease_for(key(person));
        let lease = leases.next().expect("a live lease").id;
        assert!(leases.next().is_none(), "more than one lease");
        lease
    }

    pub(crate) fn commit(
        &mut self,
        person: u8,
        lease: LeaseId,
        nonce: u64,
    ) -> Result<Reply, Rejection> {
        self.act(person, Action::CommitNonce { lease, nonce })
    }

    pub(crate) fn available(&self, person: u8) -> u64 {
        self.market.account(key(person)).unwrap().available.to_base()
    }

    pub(crate) fn held(&self, person: u8) -> u64 {
        self.market.account(key(person)).unwrap().held.to_base()
    }

    pub(crate) fn withdraw(&mut self, person: u8, amount: u64) -> WithdrawalId {
        let action = Action::Withdraw { amount: Amount::of(amount), script: script(), unit: None };
        match self.act(person, action) {
            Ok(Reply::Withdrawal { withdrawal }) => withdrawal,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn sign(&mut self, id: WithdrawalId, n: u64, fee: u64) -> Result<Reply, Rejection> {
        self.command(Command::WithdrawalSigned {
            id,
            raw_tx: n.to_le_bytes().to_vec(),
            txid: txid(n),
            network_fee: Amount::of(fee),
            spent: vec![coin(n)],
        })
        .reply
    }
}

//! The node of the same process as an upstream: it says when it wants a block.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use quarry_api::miner::UpstreamState;
use quarry_miner::pool::{NotTaken, SourceState, Submission, SubmitFuture, TemplateSource};
use quarry_miner::{MinerConfig, Payout, Upstream};
use quarry_mining::Template;
use quarry_pow::Target;
use quarry_primitives::{Amount, Block, BlockHash, Hash as _, consensus};
use tokio::sync::watch;

use crate::upstream::{PAYOUT, Running};

/// Does as a test says.
#[derive(Debug)]
struct Node {
    states: watch::Sender<SourceState>,
    taken: Mutex<Vec<Block>>,
    answers: Mutex<VecDeque<Result<(), NotTaken>>>,
}

impl Node {
    fn new(first: SourceState) -> Arc<Self> {
        let states = watch::Sender::new(first);
        Arc::new(Self { states, taken: Mutex::default(), answers: Mutex::default() })
    }

    fn blocks(&self) -> Vec<Block> {
        self.taken.lock().unwrap().clone()
    }
}

impl TemplateSource for Node {
    fn templates(&self) -> watch::Receiver<SourceState> {
        self.states.subscribe()
    }

    fn submit(&self, submission: Submission) -> SubmitFuture {
        self.taken.lock().unwrap().push(consensus::deserialize(&submission.block).unwrap());
        let answer = self.answers.lock().unwrap().pop_front().unwrap_or(Ok(()));
        Box::pin(std::future::ready(answer))
    }
}

fn rest() -> SourceState {
    SourceState { chain: Some("regtest".to_owned()), ..SourceState::default() }
}

fn wants(previous: u8) -> SourceState {
    let target = Target::from_zero_bits(4).unwrap();
    let value = Amount::from_base(5_000_000_000).unwrap();
    let previous_hash = BlockHash::from_byte_array([previous; 32]);
    let mut template =
        Template::empty(previous_hash, u32::from(previous), 0x207f_ffff, target, value);
    template.time = 1_700_000_000;
    SourceState { template: Some(Arc::new(template)), ..rest() }
}

fn start(node: &Arc<Node>) -> Running {
    let source = Arc::clone(node) as Arc<dyn TemplateSource>;
    Running::start(MinerConfig {
        upstreams: vec![Upstream::Local { name: "this node".to_owned(), source }],
        payout: Some(Payout::parse(PAYOUT).unwrap()),
        retry_pause: Duration::from_millis(10),
        ..MinerConfig::default()
    })
}

fn previous(block: &Block) -> u8 {
    block.header.prev_blockhash.to_byte_array()[0]
}

#[tokio::test]
async fn it_rests_until_a_block_is_wanted_and_makes_one() {
    let node = Node::new(rest());
    let running = start(&node);
    let status =
        running.until("rest", |status| status.upstreams[0].state == UpstreamState::Resting).await;
    assert_eq!((status.hashes, status.work), (0, None));
    assert_eq!(status.upstreams[0].chain.as_deref(), Some("regtest"));
    for previous in 1..=3u8 {
        node.states.send_replace(wants(previous));
        let blocks = u64::from(previous);
        running.until("a block", |status| status.blocks == blocks).await;
        node.states.send_replace(rest());
        running.until("rest", |status| status.upstreams[0].state == UpstreamState::Resting).await;
    }
    let blocks = node.blocks();
    assert_eq!(blocks.iter().map(previous).collect::<Vec<_>>(), [1, 2, 3]);
    let payee = Payout::parse(PAYOUT).unwrap().script();
    assert!(blocks.iter().all(|block| block.txdata[0].output[0].script_pubkey == payee));
    running.end().await;
}

/// What was taken is not looked for again, until the node says what is next; what was refused is.
#[tokio::test]
async fn one_block_is_made_of_a_template_unless_it_is_refused() {
    let node = Node::new(wants(1));
    node.answers.lock().unwrap().extend([
        Err(NotTaken::Refused("high-hash".to_owned())),
        Ok(()),
        Ok(()),
    ]);
    let running = start(&node);
    let status = running.until("the second try", |status| status.blocks == 1).await;
    assert_eq!(status.rejected.get("high-hash"), Some(&1));
    assert_eq!(node.blocks().iter().map(previous).collect::<Vec<_>>(), [1, 1]);
    node.states.send_replace(wants(2));
    running.until("the next block", |status| status.blocks == 2).await;
    assert_eq!(node.blocks().iter().map(previous).collect::<Vec<_>>(), [1, 1, 2]);
    running.end().await;
}

#[tokio::test]
async fn a_node_in_trouble_is_down_and_comes_back() {
    let node =
        Node::new(SourceState { error: Some("has no template: disk full".to_owned()), ..rest() });
    let running = start(&node);
    let status =
        running.until("trouble", |status| status.upstreams[0].state == UpstreamState::Down).await;
    assert_eq!(status.upstreams[0].error.as_deref(), Some("has no template: disk full"));
    node.states.send_replace(wants(1));
    let status = running.until("a block", |status| status.blocks == 1).await;
    assert_eq!((status.upstreams[0].failures, &status.upstreams[0].error), (0, &None));
    running.end().await;
}

#[tokio::test]
async fn somebody_else_is_paid_at_once() {
    let node = Node::new(rest());
    let running = start(&node);
    running.until("rest", |status| status.upstreams[0].state == UpstreamState::Resting).await;
    let other = "bcrt1qft5p2uhsdcdc3l2ua4ap5qqfg4pjaqlp250x7us7a8qqhrxrxfsqseac85";
    let other = Payout::parse(other).unwrap();
    running.miner.pay(other.clone()).await.unwrap();
    let main = Payout::parse("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4").unwrap();
    running.miner.pay(main).await.unwrap_err();
    node.states.send_replace(wants(1));
    running.until("a block", |status| status.blocks == 1).await;
    assert_eq!(node.blocks()[0].txdata[0].output[0].script_pubkey, other.script());
    running.end().await;
}

#[tokio::test]
async fn threads_change_while_it_mines() {
    let node = Node::new(wants(1));
    let running = start(&node);
    let status = running.until("a status", |status| status.threads_max > 0).await;
    let max = status.threads_max;
    for threads in [max, 1] {
        running.miner.set_threads(std::num::NonZeroUsize::new(threads).unwrap()).await.unwrap();
        let status = running.until("the threads", |status| status.threads == threads).await;
        assert_eq!(status.thread_rates.len(), threads);
    }
    let many = std::num::NonZeroUsize::new(max + 1).unwrap();
    let refused = running.miner.set_threads(many).await.unwrap_err();
    assert!(refused.to_string().contains("processors of this machine"), "{refused}");
    running.end().await;
}

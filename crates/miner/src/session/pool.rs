//! A session with a pool: Stratum v1 on a connection of its own, told to the state machine of crate
//! `mining` and back.
//!
//! Does not know Stratum's messages.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use quarry_mining::Verdict;
use quarry_mining::stratum::client::{
    Action, Client, ClientConfig, CloseReason, Event as Heard, Outcome, PoolWork, ShareResult,
    Stage, SubmitError, WorkId,
};
use quarry_mining::stratum::line::Lines;
use quarry_mining::stratum::message::Reject;
use quarry_mining::verdict::tidy;
use quarry_pow::{HashValue, Target, VersionMask};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, ReadHalf, WriteHalf};
use tokio::sync::mpsc;
use tokio::time::{MissedTickBehavior, interval};

use super::socket::{Stream, connect};
use super::{Context, Event, Kept, Order, SessionError};
use crate::assignment::{Assignment, Hit, Puzzle};
use crate::config::UpstreamConfig;
use crate::limits::{MAX_OUTSTANDING_SHARES, MAX_SHARES_PER_SEC, POOL_READ_BYTES};
use crate::tls::{Authorities, advice};
use crate::url::Credentials;

/// Time between two ticks of the state machine.
const TICK: Duration = Duration::from_secs(1);
/// How this program calls itself.
const AGENT: &str = concat!("quarry/", env!("CARGO_PKG_VERSION"));
/// What may be wrong if there is no connection.
const ADVICE: &str = "are host and port those of the pool's Stratum, with or without TLS?";
/// Where a coinbase's script starts, after version, count, outpoint and the script's length.
const SCRIPT_AT: usize = 42;

/// How a connection ended without an error.
enum Ended {
    /// The pool wants to be connected to anew, on this port, after this time.
    Moved(u16, Duration),
    /// It closed the connection when it was asked for BIP-310, which it may not know.
    KnowsNoRolling,
}

/// Runs one session: one connection, or several that the pool itself asks for.
pub(super) async fn run(
    context: &Context,
    upstream: &UpstreamConfig,
    orders: &mut mpsc::Receiver<Order>,
    tls: bool,
) -> Result<Infallible, SessionError> {
    let mut config = client_config(context, upstream)?;
    let authorities = match &upstream.authorities {
        _ if !tls => None,
        Some(authorities) => Some(authorities.clone()),
        None => Some(Authorities::usual().map_err(|error| SessionError::passing(&error))?),
    };
    let usual = config.port;
    loop {
        let connected = connect(&config.host, config.port, authorities.as_ref()).await;
        let stream = connected.map_err(|error| unreachable(&error))?;
        let ended = Connection::new(context, config.clone(), stream).run(orders).await;
        // Where the pool moved it to there may be nobody.
        let ended =
            if config.port == usual { ended } else { ended.or(Ok(Ended::Moved(usual, TICK))) };
        match ended? {
            Ended::Moved(port, wait) => {
                tokio::time::sleep(wait).await;
                config.port = port;
            }
            Ended::KnowsNoRolling => config.version_mask = None,
        }
    }
}

fn client_config(
    context: &Context,
    upstream: &UpstreamConfig,
) -> Result<ClientConfig, SessionError> {
    let url = &upstream.url.url;
    let (Some(host), Some(port)) = (url.host_str(), url.port()) else {
        return Err(SessionError::lasting(&"has no host or no port", "give both in its address"));
    };
    let (user, password) = match upstream.credentials() {
        Some(Credentials::Password { user, password }) => (user, password),
        Some(Credentials::Cookie(_)) | None => (String::new(), String::new()),
    };
    // Pools without accounts take the address that is paid.
    let address = || context.payout.borrow().as_ref().map(ToString::to_string);
    let worker = Some(user).filter(|user| !user.is_empty()).or_else(address).ok_or_else(|| {
        // No hint, which `-q` would not show.
        let message = "needs a worker's name: give it with --user, or an address with --payout";
        SessionError { message: message.to_owned(), hint: None, is_lasting: true }
    })?;
    // An address of IPv6 stands in brackets in a URL, and not elsewhere.
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let mut config = ClientConfig::new(host, port, AGENT, &worker);
    config.version_mask = Some(VersionMask::BIP320);
    config.suggested = context.config.suggested;
    let timeout = context.config.call_timeout.as_millis();
    config.answer_timeout_ms = u64::try_from(timeout).unwrap_or(u64::MAX);
    if !password.is_empty() {
        config.password = password;
    }
    Ok(config)
}

fn unreachable(error: &std::io::Error) -> SessionError {
    SessionError {
        message: format!("cannot be reached: {}", tidy(&error.to_string())),
        hint: Some(advice(error).unwrap_or(ADVICE).to_owned()),
        is_lasting: false,
    }
}

struct Connection<'a> {
    context: &'a Context,
    client: Client,
    /// What the state machine wanted done at its beginning.
    first: Vec<Action>,
    reader: ReadHalf<Box<dyn Stream>>,
    writer: WriteHalf<Box<dyn Stream>>,
    lines: Lines,
    /// Whether there was work.
    has_worked: bool,
    works: Kept<(WorkId, Target)>,
    /// Hashes of shares that wait for an answer, in the order in which they were sent, and whether
    /// they are blocks. Answers say the work only: of two shares of one they may be mixed up.
    waiting: VecDeque<(WorkId, HashValue, bool)>,
}

impl<'a> Connection<'a> {
    fn new(context: &'a Context, config: ClientConfig, stream: Box<dyn Stream>) -> Self {
        let (client, first) = Client::new(config, context.clock.now());
        let (reader, writer) = tokio::io::split(stream);
        Self {
            context,
            client,
            first,
            reader,
            writer,
            lines: Lines::new(quarry_mining::limits::MAX_POOL_LINE_BYTES),
            has_worked: false,
            works: Kept::new(),
            waiting: VecDeque::new(),
        }
    }

    async fn run(mut self, orders: &mut mpsc::Receiver<Order>) -> Result<Ended, SessionError> {
        let first = std::mem::take(&mut self.first);
        if let Some(ended) = self.act(first).await? {
            return Ok(ended);
        }
        let mut ticks = interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut buffer = vec![0; POOL_READ_BYTES];
        let mut is_wanted = true;
        let mut shares = MAX_SHARES_PER_SEC;
        loop {
            if !is_wanted && self.client.outstanding() == 0 {
                return Err(SessionError::unwanted());
            }
            let ended = tokio::select! {
                biased;
                read = self.reader.read(&mut buffer) => match read {
                    Ok(0) => return self.closed("the pool closed the connection"),
                    Ok(bytes) => self.heard(&buffer[..bytes]).await?,
                    Err(error) => return self.closed(&tidy(&error.to_string())),
                },
                order = orders.recv(), if is_wanted && shares > 0 => match order {
                    Some(Order::Hit(hit)) => {
                        shares -= 1;
                        self.hand_in(&hit).await?
                    }
                    // More comes by itself.
                    Some(Order::Dry) => None,
                    None => {
                        is_wanted = false;
                        None
                    }
                },
                _ = ticks.tick() => {
                    shares = MAX_SHARES_PER_SEC;
                    let actions = self.client.step(self.context.clock.now(), Heard::Tick);
                    self.act(actions).await?
                }
            };
            if let Some(ended) = ended {
                return Ok(ended);
            }
        }
    }

    fn closed(&self, why: &str) -> Result<Ended, SessionError> {
        match self.client.stage() {
            Stage::Configuring => Ok(Ended::KnowsNoRolling),
            _ => {
                let hint = (!self.has_worked).then(|| ADVICE.to_owned());
                Err(SessionError { hint, ..SessionError::passing(&why) })
            }
        }
    }

    async fn heard(&mut self, bytes: &[u8]) -> Result<Option<Ended>, SessionError> {
        self.lines.push(bytes);
        loop {
            let event = match self.lines.next_line() {
                Ok(Some(line)) => Heard::Line(line),
                Ok(None) => return Ok(None),
                Err(_) => Heard::LineTooLong,
            };
            let actions = self.client.step(self.context.clock.now(), event);
            if let Some(ended) = self.act(actions).await? {
                return Ok(Some(ended));
            }
        }
    }

    async fn act(&mut self, actions: Vec<Action>) -> Result<Option<Ended>, SessionError> {
        for action in actions {
            match action {
                Action::Send(line) => self.send(&line).await?,
                Action::Work(work) => self.assign(work).await,
                Action::Share(share) => self.answered(share).await,
                Action::Message(text) => self.context.tell(Event::Message(tidy(&text))).await,
                Action::MoveRefused { host } => {
                    let text = format!("move to {}: refused, as it is another host", tidy(&host));
                    self.context.tell(Event::Message(text)).await;
                }
                Action::Reconnect { port, wait_secs } => {
                    return Ok(Some(Ended::Moved(port, Duration::from_secs(u64::from(wait_secs)))));
                }
                Action::Close(why) => return Err(over(&why)),
            }
        }
        Ok(None)
    }

    async fn send(&mut self, line: &str) -> Result<(), SessionError> {
        let writing = async {
            self.writer.write_all(line.as_bytes()).await?;
            self.writer.flush().await
        };
        match tokio::time::timeout(self.context.config.call_timeout, writing).await {
            // A pool that hung up is told of by the end of what can be read.
            Ok(Ok(()) | Err(_)) => Ok(()),
            Err(_) => Err(SessionError::passing(&"the pool does not take what is sent")),
        }
    }

    async fn assign(&mut self, work: PoolWork) {
        if !self.has_worked {
            self.has_worked = true;
            self.context.tell(Event::Greeting { protocol: "stratum", chain: None }).await;
        }
        let serial = self.context.next_serial();
        let target = work.difficulty.target();
        let block_target = Target::from_compact(work.job.bits).unwrap_or(target);
        self.works.add(serial, (work.id, block_target));
        let assignment = Assignment {
            upstream: self.context.upstream,
            serial,
            height: height(&work.job.coinbase_start),
            puzzle: Puzzle::Job {
                job: work.job.as_ref().clone(),
                extranonce1: work.extranonce1,
                extranonce2: vec![0; work.extranonce2_bytes],
                mask: work.version_mask,
                rolls_time: true,
            },
            target,
            block_target,
            ends_with_hit: false,
        };
        self.context.tell(Event::Work(Box::new(assignment))).await;
    }

    async fn hand_in(&mut self, hit: &Hit) -> Result<Option<Ended>, SessionError> {
        let known = self.works.get(hit.serial).copied();
        let now = self.context.clock.now();
        let sent = match known {
            Some((work, _)) => self.client.submit(now, work, &hit.solution).map(|out| (work, out)),
            None => Err(SubmitError::Stale),
        };
        let is_block = known.is_some_and(|(_, target)| target.is_met_by(&hit.hash));
        match sent {
            Ok((work, actions)) => {
                if self.waiting.len() >= MAX_OUTSTANDING_SHARES {
                    self.waiting.pop_front();
                }
                self.waiting.push_back((work, hit.hash, is_block));
                self.act(actions).await
            }
            // Known to be worth nothing, and not sent.
            Err(error) => {
                let verdict = Verdict::Stale(error.to_string());
                self.context.tell(Event::Verdict { verdict, is_block, hash: hit.hash }).await;
                Ok(None)
            }
        }
    }

    async fn answered(&mut self, share: ShareResult) {
        let place = self.waiting.iter().position(|(work, ..)| *work == share.work);
        let Some((_, hash, is_block)) = place.and_then(|place| self.waiting.remove(place)) else {
            return;
        };
        let verdict = match share.outcome {
            Outcome::Accepted => Verdict::Accepted,
            Outcome::Unanswered => Verdict::Rejected("no answer".to_owned()),
            Outcome::Rejected(error) if Reject::of_code(error.code) == Some(Reject::Stale) => {
                Verdict::Stale(tidy(&error.message))
            }
            Outcome::Rejected(error) => Verdict::Rejected(tidy(&error.message)),
        };
        self.context.tell(Event::Verdict { verdict, is_block, hash }).await;
    }
}

fn over(why: &CloseReason) -> SessionError {
    SessionError {
        message: format!("is left: {}", tidy(&why.to_string())),
        hint: None,
        is_lasting: matches!(why, CloseReason::Unauthorized(_)),
    }
}

/// The height that a coinbase's script starts with (BIP-34), if the script does.
fn height(coinbase_start: &[u8]) -> Option<u32> {
    let script = coinbase_start.get(SCRIPT_AT..)?;
    let (first, rest) = script.split_first()?;
    match first {
        0x51..=0x60 => Some(u32::from(first - 0x50)),
        1..=4 => {
            let mut bytes = [0; 4];
            let pushed = rest.get(..usize::from(*first))?;
            bytes[..pushed.len()].copy_from_slice(pushed);
            Some(u32::from_le_bytes(bytes))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::height;

    #[test]
    fn a_job_tells_its_height() {
        let at = |script: &[u8]| height(&[&[0; 42][..], script].concat());
        assert_eq!(at(&[0x51]), Some(1));
        assert_eq!(at(&[0x60, 9]), Some(16));
        assert_eq!(at(&[2, 0xc2, 1]), Some(450));
        assert_eq!(at(&[3, 0xfc, 0x79, 3, 8]), Some(227_836));
        assert_eq!(at(&[3, 0xfc]), None);
        assert_eq!(at(&[]), None);
        assert_eq!(height(&[3; 20]), None);
    }
}

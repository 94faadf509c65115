//! The one order of all commands: into the log first, then into the market, then the answer.
//!
//! Runs on a thread of its own, because it waits for the disk. Takes what waits, up to a limit, into
//! one transaction of the log, so that the cost of an fsync is shared by all who wait for it. If the
//! log fails, nothing more is taken: an answer that is not on disk is never given.
//!
//! Does not know what a command means.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;
use std::thread;

use quarry_market::codec::CodecError;
use quarry_market::{Command, Market, MarketConfig, RULES_VERSION, codec};
use quarry_service::{Clock, EventHub, Scope};
use quarry_store::command_log::{Corruption, Record};
use quarry_store::limits::MAX_RECORD_BYTES;
use quarry_store::{CommandLog, CommandLogError};
use quarry_wallet::BranchPublic;
use tokio::sync::mpsc;

use super::state::{Exchange, Parts, Waiting};
use super::{ExchangeError, views};
use crate::limits::{MAX_BATCH, MAX_WAITING_COMMANDS, SNAPSHOT_EVERY};

/// A market as its log left it.
pub(super) struct Restored {
    log: CommandLog,
    market: Market,
    seq: u64,
    snapshot_seq: u64,
}

/// The newest snapshot that is sound; a damaged one costs only a longer replay.
fn newest_snapshot(log: &CommandLog) -> Result<(Market, u64), ExchangeError> {
    let mut before = u64::MAX;
    loop {
        let snapshot = match log.snapshot_before(before) {
            Ok(Some(snapshot)) => snapshot,
            Ok(None) => return Ok((Market::empty(), 0)),
            Err(CommandLogError::Corrupt { corruption: Corruption::Snapshot { seq }, .. }) => {
                tracing::warn!(seq, "snapshot is damaged; using an older one");
                before = seq;
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        match codec::decode_snapshot(&snapshot.state) {
            Ok(market) => return Ok((market, snapshot.seq)),
            // Made by a newer program: replaying its log by older rules would give another state.
            Err(error @ (CodecError::NewerFormat { .. } | CodecError::NewerRules { .. })) => {
                let reason = error.to_string();
                return Err(ExchangeError::Record { seq: snapshot.seq, reason });
            }
            Err(error) => {
                tracing::warn!(seq = snapshot.seq, %error, "snapshot is of no use; using an older one");
                before = snapshot.seq;
            }
        }
    }
}

/// Reads the newest snapshot and replays what came after it.
pub(super) fn restore(log: CommandLog) -> Result<Restored, ExchangeError> {
    let (mut market, snapshot_seq) = newest_snapshot(&log)?;
    let mut seq = snapshot_seq;
    log.read_from(snapshot_seq + 1, |entry| {
        let (at_ms, command) = codec::decode_command(entry.bytes)
            .map_err(|e| ExchangeError::Record { seq: entry.seq, reason: e.to_string() })?;
        // What was rejected then is rejected now; the log holds it all the same.
        drop(market.apply(at_ms, &command));
        seq = entry.seq;
        Ok::<(), ExchangeError>(())
    })?;
    Ok(Restored { log, market, seq, snapshot_seq })
}

/// What is said first in each run: a new market is opened, an old one told that it was away.
pub(super) fn first_command(exchange: &Exchange, opening: MarketConfig) -> Command {
    if exchange.market().config().is_some() { Command::Restarted } else { Command::Open(opening) }
}

/// Starts the sequencer's thread.
pub(super) fn start(
    restored: Restored,
    opening: &MarketConfig,
    branch: BranchPublic,
    clock: Clock,
    events: EventHub,
    scope: &Scope,
) -> Result<Exchange, ExchangeError> {
    let Restored { log, market, seq, snapshot_seq } = restored;
    if let Some(config) = market.config()
        && (config.chain_id != opening.chain_id || config.exchange != opening.exchange)
    {
        return Err(ExchangeError::OtherExchange);
    }
    let (commands, waiting) = mpsc::channel(MAX_WAITING_COMMANDS);
    let exchange = Exchange::new(Parts {
        market,
        version: seq,
        commands,
        branch,
        clock: clock.clone(),
        events,
        opening: opening.clone(),
    });
    let sequencer = Sequencer { log, clock, seq, snapshot_seq, exchange: exchange.clone() };
    let stop = scope.token();
    let (ended, end) = tokio::sync::oneshot::channel::<()>();
    thread::Builder::new()
        .name("sequencer".to_owned())
        .spawn(move || {
            sequencer.run(waiting, &stop);
            // Ended by a fault: an exchange that takes no commands is better not there.
            stop.cancel();
            drop(ended);
        })
        .map_err(ExchangeError::Thread)?;
    // The scope has ended only when the thread has: then the log is closed.
    scope.spawn(async move { drop(end.await) });
    Ok(exchange)
}

/// Whether a command does not fit a record of the log. Only inputs have no small bound of their own.
fn is_too_long(command: &Command) -> bool {
    let (Command::BlockScanned { .. } | Command::Signed { .. }) = command else { return false };
    let bytes = codec::encode_command(0, command).len();
    if bytes > MAX_RECORD_BYTES - TIME_BYTES {
        tracing::error!(bytes, "a command is too long for the log and was not taken");
        return true;
    }
    false
}

/// Digits that a record's time may add.
const TIME_BYTES: usize = 32;

struct Sequencer {
    log: CommandLog,
    clock: Clock,
    seq: u64,
    snapshot_seq: u64,
    exchange: Exchange,
}

impl Sequencer {
    fn run(
        mut self,
        mut waiting: mpsc::Receiver<Waiting>,
        stop: &tokio_util::sync::CancellationToken,
    ) {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().build() else {
            tracing::error!("sequencer has no runtime; the exchange takes no commands");
            return;
        };
        let mut batch = Vec::with_capacity(MAX_BATCH);
        loop {
            let taken = runtime.block_on(async {
                tokio::select! {
                    biased;
                    () = stop.cancelled() => 0,
                    taken = waiting.recv_many(&mut batch, MAX_BATCH) => taken,
                }
            });
            if taken == 0 {
                break;
            }
            if let Err(error) = self.take(&mut batch) {
                tracing::error!(%error, "command log failed; the exchange takes no more commands");
                return;
            }
        }
        if let Err(error) = self.snapshot() {
            tracing::warn!(%error, "no snapshot at the end; the next start replays more");
        }
    }

    fn take(&mut self, batch: &mut Vec<Waiting>) -> Result<(), ExchangeError> {
        // What is too long for the log is not taken, and its sender told by the dropped answer; it
        // must not keep the others out.
        batch.retain(|waiting| !is_too_long(&waiting.command));
        if batch.is_empty() {
            return Ok(());
        }
        let at_ms = self.clock.now().wall_ms;
        let records: Vec<Record> = batch
            .iter()
            .map(|waiting| Record {
                at_ms,
                rules_version: RULES_VERSION,
                bytes: codec::encode_command(at_ms, &waiting.command),
            })
            .collect();
        let before = self.seq;
        self.seq = self.log.append(&records)?;
        for (seq, Waiting { command, answer }) in (before + 1..).zip(batch.drain(..)) {
            let mut market = self.exchange.0.market.write().unwrap_or_else(PoisonError::into_inner);
            let applied = market.apply(at_ms, &command);
            // Under the lock: whoever reads the market knows which command it is after.
            self.exchange.0.applied.store(seq, Ordering::Relaxed);
            drop(market);
            views::publish(&self.exchange, &applied.events);
            // Whoever asked may be gone; what was asked is done all the same.
            let _unwanted = answer.send(applied);
        }
        self.exchange.0.version.send_replace(self.seq);
        if self.seq - self.snapshot_seq >= SNAPSHOT_EVERY
            && let Err(error) = self.snapshot()
        {
            // The log is whole without it; only the next start takes longer.
            tracing::warn!(%error, "no snapshot");
            self.snapshot_seq = self.seq;
        }
        Ok(())
    }

    fn snapshot(&mut self) -> Result<(), ExchangeError> {
        if self.seq == self.snapshot_seq {
            return Ok(());
        }
        let market = self.exchange.market();
        let state = codec::encode_snapshot(&market);
        drop(market);
        self.log.save_snapshot(self.seq, RULES_VERSION, &state)?;
        self.snapshot_seq = self.seq;
        Ok(())
    }
}

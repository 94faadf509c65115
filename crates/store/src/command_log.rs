//! The exchange's command log: every command, in order, before it is applied.
//!
//! One SQLite file in WAL mode with `synchronous=FULL`. [`append`](CommandLog::append) makes a batch
//! durable in one transaction (group commit: one sync for many commands); a snapshot plus the records
//! after it restore the exchange.
//!
//! Records form a hash chain, and the newest link is written down with each batch. So a changed byte,
//! a missing, swapped or inserted record, and a lost tail are all found when the log is read. One
//! thing is not: damage to the write-ahead file itself after a crash, which SQLite cuts off at the
//! first bad frame together with our own note of the newest link.
//!
//! Does not know what a record or a snapshot means: `market` encodes and applies them.

mod chain;
mod error;
mod schema;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use crate::limits::{KEPT_SNAPSHOTS, MAX_RECORD_BYTES, MAX_RECORDS_PER_APPEND, MAX_SNAPSHOT_BYTES};
use chain::{Hash32, Head};

pub use error::{CommandLogError, Corruption};

/// A command to be logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The market time at which it is applied, in milliseconds since the Unix epoch.
    pub at_ms: u64,
    /// The version of the rules that apply it.
    pub rules_version: u32,
    /// The command, encoded by `market`.
    pub bytes: Vec<u8>,
}

/// A record as it is read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogEntry<'a> {
    /// Its number: 1, 2, 3, ...
    pub seq: u64,
    /// The market time at which it was applied.
    pub at_ms: u64,
    /// The version of the rules that applied it.
    pub rules_version: u32,
    /// The command, encoded by `market`.
    pub bytes: &'a [u8],
}

/// The exchange's state after a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The last record that is in it; 0 if none is.
    pub seq: u64,
    /// The version of the rules that made it.
    pub rules_version: u32,
    /// The state, encoded by `market`.
    pub state: Vec<u8>,
}

/// What [`CommandLog::integrity`] went through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntegrityReport {
    /// How many records.
    pub records: u64,
    /// How many snapshots.
    pub snapshots: u64,
}

/// An open command log. The data directory's lock keeps others away from it.
#[derive(Debug)]
pub struct CommandLog {
    connection: Connection,
    path: PathBuf,
    head: Head,
    poisoned: bool,
}

impl CommandLog {
    /// Opens the log in this file, or makes a new one.
    ///
    /// # Errors
    /// [`CommandLogError::NewerFormat`], [`CommandLogError::NotALog`], or
    /// [`CommandLogError::Corrupt`] if the end of the log is not the one that was acknowledged. The
    /// records before it are checked as they are read.
    pub fn open(path: &Path) -> Result<Self, CommandLogError> {
        let connection = schema::open(path)?;
        let head = schema::read_head(&connection).map_err(|e| e.at(path))?;
        let found = newest(&connection).map_err(|e| CommandLogError::sqlite(path, e))?;
        if found != head {
            let corruption = Corruption::Tail { acknowledged: head.seq, found: found.seq };
            return Err(CommandLogError::corrupt(path, corruption));
        }
        Ok(Self { connection, path: path.to_owned(), head, poisoned: false })
    }

    /// The number of the newest record; 0 if there is none.
    #[must_use]
    pub fn last_seq(&self) -> u64 {
        self.head.seq
    }

    /// Adds records. They are durable when this returns, all together or (on an error) none.
    /// Returns the newest record's number.
    ///
    /// # Errors
    /// [`CommandLogError`]. After [`CommandLogError::Uncertain`] only opening the log again tells
    /// whether the batch is in it; until then every further write is refused.
    pub fn append(&mut self, records: &[Record]) -> Result<u64, CommandLogError> {
        self.check_not_poisoned()?;
        check_records(records)?;
        if records.is_empty() {
            return Ok(self.head.seq);
        }
        let path = &self.path;
        let sqlite = |e| CommandLogError::sqlite(path, e);
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(sqlite)?;
        let mut head = self.head;
        {
            let mut insert = transaction
                .prepare_cached(
                    "INSERT INTO log (seq, at_ms, rules_version, record, hash) \
                     VALUES (?1, ?2, ?3, ?4, ?5)",
                )
                .map_err(sqlite)?;
            for record in records {
                head = head.next(record);
                let (seq, at_ms) = (integer(head.seq)?, integer(record.at_ms)?);
                insert
                    .execute(params![seq, at_ms, record.rules_version, record.bytes, head.hash])
                    .map_err(sqlite)?;
            }
        }
        schema::write_head(&transaction, &head).map_err(sqlite)?;
        if let Err(source) = transaction.commit() {
            // What a failed sync has left on disk is unknown, and trying again can report success
            // for data that is lost.
            self.poisoned = true;
            return Err(CommandLogError::Uncertain { path: self.path.clone(), source });
        }
        self.head = head;
        Ok(head.seq)
    }

    /// Calls `each` for every record from number `seq` on, in order, checking the chain.
    ///
    /// # Errors
    /// The first error of `each`, or [`CommandLogError`]. Records handed out before an error were
    /// sound.
    pub fn read_from<E: From<CommandLogError>>(
        &self,
        seq: u64,
        mut each: impl FnMut(LogEntry<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let first = seq.max(1);
        if first > self.head.seq {
            return Ok(());
        }
        let sqlite = |e| CommandLogError::sqlite(&self.path, e);
        let mut link = self.link_at(first - 1)?;
        let mut select = self
            .connection
            .prepare_cached(
                "SELECT seq, at_ms, rules_version, record, hash FROM log \
                 WHERE seq >= ?1 ORDER BY seq",
            )
            .map_err(sqlite)?;
        let mut rows = select.query([integer(first)?]).map_err(sqlite)?;
        while let Some(row) = rows.next().map_err(sqlite)? {
            let (entry, hash) = entry(row).map_err(sqlite)?;
            if entry.seq != link.seq + 1 {
                let corruption = Corruption::Gap { expected: link.seq + 1, found: entry.seq };
                return Err(self.corrupt(corruption).into());
            }
            link = link.after(&entry);
            if link.hash != hash {
                return Err(self.corrupt(Corruption::Record { seq: entry.seq }).into());
            }
            each(entry)?;
        }
        if link != self.head {
            let corruption = Corruption::Tail { acknowledged: self.head.seq, found: link.seq };
            return Err(self.corrupt(corruption).into());
        }
        Ok(())
    }

    /// Keeps the state after record `seq`, durable on return, and drops all but the newest
    /// [`KEPT_SNAPSHOTS`].
    ///
    /// # Errors
    /// [`CommandLogError::SnapshotAhead`], [`CommandLogError::SnapshotTooLong`], or what SQLite says.
    pub fn save_snapshot(
        &mut self,
        seq: u64,
        rules_version: u32,
        state: &[u8],
    ) -> Result<(), CommandLogError> {
        self.check_not_poisoned()?;
        if seq > self.head.seq {
            return Err(CommandLogError::SnapshotAhead { seq, last: self.head.seq });
        }
        if state.len() > MAX_SNAPSHOT_BYTES {
            return Err(CommandLogError::SnapshotTooLong(state.len()));
        }
        let hash = chain::snapshot_hash(&self.link_at(seq)?, rules_version, state);
        let path = &self.path;
        let sqlite = |e| CommandLogError::sqlite(path, e);
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(sqlite)?;
        transaction
            .execute(
                "INSERT OR REPLACE INTO snapshot (seq, rules_version, state, hash) \
                 VALUES (?1, ?2, ?3, ?4)",
                params![integer(seq)?, rules_version, state, hash],
            )
            .map_err(sqlite)?;
        transaction
            .execute(
                "DELETE FROM snapshot WHERE seq NOT IN \
                 (SELECT seq FROM snapshot ORDER BY seq DESC LIMIT ?1)",
                [KEPT_SNAPSHOTS],
            )
            .map_err(sqlite)?;
        if let Err(source) = transaction.commit() {
            self.poisoned = true;
            return Err(CommandLogError::Uncertain { path: self.path.clone(), source });
        }
        Ok(())
    }

    /// The newest snapshot, if there is one.
    ///
    /// # Errors
    /// [`Corruption::Snapshot`] if it is damaged or was made of another log: its number is in the
    /// error, and [`snapshot_before`](Self::snapshot_before) or a replay from the first record give
    /// the same state.
    pub fn latest_snapshot(&self) -> Result<Option<Snapshot>, CommandLogError> {
        self.snapshot_before(u64::MAX)
    }

    /// The newest snapshot older than record `seq`, if there is one.
    ///
    /// # Errors
    /// As [`latest_snapshot`](Self::latest_snapshot).
    pub fn snapshot_before(&self, seq: u64) -> Result<Option<Snapshot>, CommandLogError> {
        // Above every number SQLite can hold, any bound means the same.
        let bound = i64::try_from(seq).unwrap_or(i64::MAX);
        let found = self
            .connection
            .query_row(
                "SELECT seq, rules_version, state, hash FROM snapshot \
                 WHERE seq < ?1 ORDER BY seq DESC LIMIT 1",
                [bound],
                snapshot,
            )
            .optional()
            .map_err(|e| CommandLogError::sqlite(&self.path, e))?;
        found.map(|(snapshot, hash)| self.checked(snapshot, hash)).transpose()
    }

    /// Reads everything and checks it: SQLite's own structures, the whole chain, all snapshots.
    ///
    /// # Errors
    /// [`CommandLogError::Corrupt`] with the first thing that is wrong.
    pub fn integrity(&self) -> Result<IntegrityReport, CommandLogError> {
        let sqlite = |e| CommandLogError::sqlite(&self.path, e);
        let verdict: String = self
            .connection
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
            .map_err(sqlite)?;
        if verdict != "ok" {
            return Err(self.corrupt(Corruption::Database(verdict)));
        }
        let mut report = IntegrityReport { records: 0, snapshots: 0 };
        self.read_from(1, |_| {
            report.records += 1;
            Ok::<(), CommandLogError>(())
        })?;
        let mut before = u64::MAX;
        while let Some(snapshot) = self.snapshot_before(before)? {
            report.snapshots += 1;
            before = snapshot.seq;
        }
        Ok(report)
    }

    fn checked(&self, snapshot: Snapshot, hash: Hash32) -> Result<Snapshot, CommandLogError> {
        let seq = snapshot.seq;
        let made_of_this_log = seq <= self.head.seq
            && chain::snapshot_hash(&self.link_at(seq)?, snapshot.rules_version, &snapshot.state)
                == hash;
        if made_of_this_log {
            Ok(snapshot)
        } else {
            Err(self.corrupt(Corruption::Snapshot { seq }))
        }
    }

    /// The chain's link at a record that is in the log; at 0, where it begins.
    fn link_at(&self, seq: u64) -> Result<Head, CommandLogError> {
        if seq == 0 {
            return Ok(Head::EMPTY);
        }
        let hash: Option<Hash32> = self
            .connection
            .query_row("SELECT hash FROM log WHERE seq = ?1", [integer(seq)?], |row| row.get(0))
            .optional()
            .map_err(|e| CommandLogError::sqlite(&self.path, e))?;
        let missing = || self.corrupt(Corruption::Missing { seq });
        hash.map(|hash| Head { seq, hash }).ok_or_else(missing)
    }

    fn check_not_poisoned(&self) -> Result<(), CommandLogError> {
        if self.poisoned {
            return Err(CommandLogError::Poisoned { path: self.path.clone() });
        }
        Ok(())
    }

    fn corrupt(&self, corruption: Corruption) -> CommandLogError {
        CommandLogError::corrupt(&self.path, corruption)
    }
}

fn check_records(records: &[Record]) -> Result<(), CommandLogError> {
    if records.len() > MAX_RECORDS_PER_APPEND {
        return Err(CommandLogError::TooManyRecords(records.len()));
    }
    match records.iter().find(|record| record.bytes.len() > MAX_RECORD_BYTES) {
        Some(record) => Err(CommandLogError::RecordTooLong(record.bytes.len())),
        None => Ok(()),
    }
}

/// SQLite's integers are signed.
fn integer(value: u64) -> Result<i64, CommandLogError> {
    i64::try_from(value).map_err(|_| CommandLogError::NumberTooLarge(value))
}

fn entry<'a>(row: &'a Row<'_>) -> rusqlite::Result<(LogEntry<'a>, Hash32)> {
    let bytes = row.get_ref(3)?.as_blob()?;
    let entry =
        LogEntry { seq: row.get(0)?, at_ms: row.get(1)?, rules_version: row.get(2)?, bytes };
    Ok((entry, row.get(4)?))
}

fn snapshot(row: &Row<'_>) -> rusqlite::Result<(Snapshot, Hash32)> {
    let snapshot = Snapshot { seq: row.get(0)?, rules_version: row.get(1)?, state: row.get(2)? };
    Ok((snapshot, row.get(3)?))
}

/// The newest record that is really there.
fn newest(connection: &Connection) -> rusqlite::Result<Head> {
    let found = connection
        .query_row("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok(Head { seq: row.get(0)?, hash: row.get(1)? })
        })
        .optional()?;
    Ok(found.unwrap_or(Head::EMPTY))
}

//! The log's SQLite file: its tables, its settings, and how it says which format it has.
//!
//! `application_id` is `QLOG`, `user_version` the format. Does not know the chain's hashes.

use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior};

use super::chain::Head;
use super::error::{CommandLogError, Corruption, Pathless};
use crate::durable::sync_dir;

const APPLICATION_ID: i32 = i32::from_be_bytes(*b"QLOG");
const FORMAT: u32 = 1;

/// `log`: the records. `snapshot`: states that replace the records before them. `meta`: `head` is
/// the newest record's number (8 bytes, big-endian) and link (32 bytes).
const TABLES: &str = "
    CREATE TABLE log (
        seq INTEGER PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        rules_version INTEGER NOT NULL,
        record BLOB NOT NULL,
        hash BLOB NOT NULL
    ) STRICT;
    CREATE TABLE snapshot (
        seq INTEGER PRIMARY KEY,
        rules_version INTEGER NOT NULL,
        state BLOB NOT NULL,
        hash BLOB NOT NULL
    ) STRICT;
    CREATE TABLE meta (
        key TEXT PRIMARY KEY,
        value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
";

/// Opens the file, or makes it, with all settings that durability rests on.
pub(super) fn open(path: &Path) -> Result<Connection, CommandLogError> {
    let io_error = |source| CommandLogError::Io { path: path.to_owned(), source };
    let is_new = create_private(path).map_err(io_error)?;
    let sqlite = |e| CommandLogError::sqlite(path, e);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(sqlite)?;
    prepare_tables(&mut connection, path)?;
    configure(&connection, path)?;
    if is_new && let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        sync_dir(parent).map_err(io_error)?;
    }
    Ok(connection)
}

/// SQLite's own files (`-wal`, `-shm`) take over the permissions of this one.
fn create_private(path: &Path) -> io::Result<bool> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

fn prepare_tables(connection: &mut Connection, path: &Path) -> Result<(), CommandLogError> {
    let sqlite = |e| CommandLogError::sqlite(path, e);
    // One transaction: a crash leaves an empty file or a whole one.
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sqlite)?;
    let pragma = |name| transaction.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    let application = pragma("application_id").map_err(sqlite)?;
    let format = pragma("user_version").map_err(sqlite)?;
    let tables: u32 = transaction
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(sqlite)?;
    if (application, format, tables) == (0, 0, 0) {
        transaction.execute_batch(TABLES).map_err(sqlite)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(sqlite)?;
        transaction.pragma_update(None, "user_version", FORMAT).map_err(sqlite)?;
        write_head(&transaction, &Head::EMPTY).map_err(sqlite)?;
        return transaction.commit().map_err(sqlite);
    }
    if application != APPLICATION_ID {
        return Err(CommandLogError::NotALog { path: path.to_owned() });
    }
    match u32::try_from(format) {
        Ok(FORMAT) => Ok(()),
        Ok(found) if found > FORMAT => {
            Err(CommandLogError::NewerFormat { path: path.to_owned(), found, known: FORMAT })
        }
        _ => {
            let detail = format!("log format {format} was never written");
            Err(CommandLogError::corrupt(path, Corruption::Database(detail)))
        }
    }
}

fn configure(connection: &Connection, path: &Path) -> Result<(), CommandLogError> {
    let sqlite = |e| CommandLogError::sqlite(path, e);
    let mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
        .map_err(sqlite)?;
    if mode != "wal" {
        return Err(CommandLogError::NoWriteAhead { path: path.to_owned(), mode });
    }
    let set = || {
        // FULL: the write-ahead file is synced before a commit returns.
        connection.pragma_update(None, "synchronous", "FULL")?;
        // Has an effect on macOS only, where a plain sync stops at the drive's cache.
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "cell_size_check", true)?;
        connection.pragma_update(None, "trusted_schema", false)
    };
    set().map_err(sqlite)
}

pub(super) fn write_head(transaction: &Transaction<'_>, head: &Head) -> rusqlite::Result<()> {
    let value = [&head.seq.to_be_bytes()[..], &head.hash].concat();
    transaction
        .prepare_cached("INSERT OR REPLACE INTO meta (key, value) VALUES ('head', ?1)")?
        .execute([value])
        .map(|_| ())
}

pub(super) fn read_head(connection: &Connection) -> Result<Head, Pathless> {
    let value: Option<[u8; 40]> = connection
        .query_row("SELECT value FROM meta WHERE key = 'head'", [], |row| row.get(0))
        .optional()
        .map_err(Pathless::Sqlite)?;
    let (seq, hash) = value
        .as_ref()
        .and_then(|value| value.split_first_chunk::<8>())
        .ok_or(Pathless::Corrupt(Corruption::Head))?;
    let hash = hash.try_into().map_err(|_| Pathless::Corrupt(Corruption::Head))?;
    Ok(Head { seq: u64::from_be_bytes(*seq), hash })
}

//! Where a miner that shows itself keeps things: `DATADIR/miner`, that of `quarry up` in `DATADIR/miner/up`, a
//! pool in `DATADIR/pool/page`, for its owner's eyes only.
//!
//! * `token`: what programs show to its page; kept from run to run, so that they need not be told.
//! * `url`: where the page is, while it runs.
//! * `history.json`: a miner's rates and log of the past, bounded; written once a minute and at the end.
//!
//! Does not know pages.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Read as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use quarry_api::miner::{LogLine, MinerStatus};
use quarry_api::operator::RateSample;
use quarry_miner::limits::{MAX_LOG_LINES, MAX_RATE_SAMPLES};
use quarry_store::{MINER_DIR, POOL_DIR, write_atomic};
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// Longest file of these that is read, bytes.
const FILE_BYTES_MAX: u64 = 4 << 20;
/// The form of `history.json`.
const VERSION: u32 = 1;

/// What of a miner outlives it. Each list is bounded as the miner's own.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Past {
    version: u32,
    history: Vec<RateSample>,
    log: Vec<LogLine>,
}

impl Past {
    /// What there is to keep of a status.
    pub(super) fn of(status: MinerStatus) -> Self {
        Self { version: VERSION, history: status.history, log: status.log }
    }

    /// Puts what was before in front of a status's own past.
    pub(super) fn before(&self, status: &mut MinerStatus) {
        status.history = joined(&self.history, &status.history, MAX_RATE_SAMPLES);
        status.log = joined(&self.log, &status.log, MAX_LOG_LINES);
    }
}

fn joined<T: Clone>(old: &[T], new: &[T], max: usize) -> Vec<T> {
    let all = old.len() + new.len();
    old.iter().chain(new).skip(all.saturating_sub(max)).cloned().collect()
}

/// The directory.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    dir: PathBuf,
    /// What serves the page.
    command: &'static str,
}

impl Place {
    pub(crate) fn in_datadir(datadir: &Path) -> Self {
        Self { dir: datadir.join(MINER_DIR), command: "quarry mine --web" }
    }

    /// That of a pool's page. Books have names of other forms.
    pub(crate) fn of_pool(datadir: &Path) -> Self {
        Self { dir: datadir.join(POOL_DIR).join("page"), command: "quarry pool --web" }
    }

    /// That of the miner of `quarry up`, whose pages are the dashboard's: it keeps the past only.
    pub(crate) fn of_up(datadir: &Path) -> Self {
        Self { dir: datadir.join(MINER_DIR).join("up"), command: "quarry up" }
    }

    /// Makes it, if it is not there.
    pub(crate) fn make(&self) -> Result<(), AppError> {
        let made = DirBuilder::new().recursive(true).mode(0o700).create(&self.dir);
        made.map_err(|error| self.failed("make", &error))
    }

    /// The token, made on the first use.
    pub(super) fn token(&self) -> Result<String, AppError> {
        if let Ok(token) = self.read("token")
            && !token.trim().is_empty()
        {
            return Ok(token.trim().to_owned());
        }
        let token = quarry_web::random_token();
        self.write("token", token.as_bytes())?;
        Ok(token)
    }

    /// Says where the page is.
    pub(super) fn note_url(&self, url: &str) -> Result<(), AppError> {
        self.write("url", url.as_bytes())
    }

    /// The page has ended. Another miner's note, if it came in between, stays.
    pub(super) fn forget_url(&self, url: &str) {
        if self.read("url").is_ok_and(|noted| noted == url) {
            // A note that stays is found out by whoever follows it.
            let _left_behind = fs::remove_file(self.dir.join("url"));
        }
    }

    /// Address and token of the page that runs.
    pub(crate) fn running(&self) -> Result<(String, String), AppError> {
        let both = self.read("url").and_then(|url| Ok((url, self.read("token")?)));
        both.map(|(url, token)| (url, token.trim().to_owned())).map_err(|_| AppError::Unreachable {
            message: format!(
                "cannot find the page of `{}` in {}",
                self.command,
                self.dir.display()
            ),
            hint: format!("start one with: {}", self.command),
        })
    }

    /// What serves the page.
    pub(crate) const fn command(&self) -> &'static str {
        self.command
    }

    /// The token, if there is one.
    pub(crate) fn known_token(&self) -> Option<String> {
        self.read("token").ok().map(|token| token.trim().to_owned())
    }

    /// The past; none where there is none to be read, which mining does not depend on.
    pub(super) fn past(&self) -> Past {
        let Ok(text) = self.read("history.json") else { return Past::default() };
        let past = serde_json::from_str::<Past>(&text).ok();
        let Some(mut past) = past.filter(|past| past.version == VERSION) else {
            tracing::warn!("{} is none of ours: the past begins anew", self.dir.display());
            return Past::default();
        };
        past.history = joined(&past.history, &[], MAX_RATE_SAMPLES);
        past.log = joined(&past.log, &[], MAX_LOG_LINES);
        past
    }

    /// Keeps the past.
    pub(super) fn keep(&self, past: &Past) -> Result<(), AppError> {
        let text = serde_json::to_vec(past).map_err(|error| AppError::failed(error.to_string()))?;
        self.write("history.json", &text)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), AppError> {
        write_atomic(&self.dir.join(name), bytes, 0o600)
            .map_err(|error| self.failed("write", &error))
    }

    fn read(&self, name: &str) -> io::Result<String> {
        let mut text = String::new();
        File::open(self.dir.join(name))?.take(FILE_BYTES_MAX).read_to_string(&mut text)?;
        Ok(text)
    }

    fn failed(&self, what: &str, error: &io::Error) -> AppError {
        AppError::failed_with_hint(
            format!("cannot {what} {}: {error}", self.dir.display()),
            "another place: --datadir DIR",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(from: u64, count: u64) -> MinerStatus {
        let sample = |n| RateSample { at_ms: n, hashes_per_second: n };
        MinerStatus {
            history: (from..from + count).map(sample).collect(),
            ..MinerStatus::default()
        }
    }

    #[test]
    fn the_past_comes_back_and_stays_bounded() {
        let datadir = tempfile::tempdir().unwrap();
        let place = Place::in_datadir(datadir.path());
        place.make().unwrap();
        place.keep(&Past::of(status(0, 2_000))).unwrap();
        let mut now = status(2_000, 500);
        place.past().before(&mut now);
        assert_eq!(now.history.len(), MAX_RATE_SAMPLES);
        assert_eq!(now.history.last().unwrap().at_ms, 2_499);
        fs::write(datadir.path().join("miner/history.json"), "{\"version\": 2}").unwrap();
        let mut alone = status(0, 1);
        place.past().before(&mut alone);
        assert_eq!(alone.history.len(), 1);
    }

    #[test]
    fn the_token_stays_and_the_url_goes() {
        let datadir = tempfile::tempdir().unwrap();
        let place = Place::in_datadir(datadir.path());
        place.make().unwrap();
        let token = place.token().unwrap();
        assert_eq!(place.token().unwrap(), token);
        assert!(place.running().is_err());
        place.note_url("http://127.0.0.1:1").unwrap();
        assert_eq!(place.running().unwrap(), ("http://127.0.0.1:1".to_owned(), token));
        // A pool's page on the same data directory is another.
        let pool = Place::of_pool(datadir.path());
        pool.make().unwrap();
        assert!(pool.running().is_err() && pool.known_token().is_none());
        place.forget_url("http://127.0.0.1:2");
        assert!(place.running().is_ok());
        place.forget_url("http://127.0.0.1:1");
        assert!(place.running().is_err());
    }
}

//! Turns what was typed after `mine`, and a file of pyminer's, into the settings of a miner.
//!
//! Does not talk to anybody. Each refusal names the option and what it takes.

use std::num::NonZeroUsize;
use std::path::Path;
use std::time::Duration;

use quarry_miner::{
    Authorities, Credentials, MinerConfig, Payout, Protocol, Upstream, UpstreamConfig, UpstreamUrl,
};
use quarry_mining::PyminerConfig;
use quarry_mining::limits::{MAX_COINBASE_SCRIPT_BYTES, MAX_EXTRANONCE_BYTES};

use crate::cli::{Global, MineArgs};
use crate::engine;
use crate::error::{AppError, typed};

/// Longest tag that fits a coinbase beside the rest of it, bytes.
const TAG_BYTES_MAX: usize = 70;
/// Bytes of a height in a coinbase, its push included: no block has one of five bytes.
const HEIGHT_BYTES: usize = 5;
// A pool's, with the longest extranonces, and some bytes of what a node may want in it (`coinbaseaux`); one byte
// each says how long extranonces and tag are.
const _: () = assert!(
    HEIGHT_BYTES + 1 + MAX_EXTRANONCE_BYTES + 1 + TAG_BYTES_MAX < MAX_COINBASE_SCRIPT_BYTES
);
/// Longest `--scantime`, seconds.
const SCAN_SECS_MAX: u64 = 86_400;
/// What `--to` takes.
const TO: &str = "like http://user:password@127.0.0.1:8332 or stratum+tcp://worker@host:3333";

/// What a miner needs.
pub(super) struct Settings {
    pub(super) config: MinerConfig,
    pub(super) threads: Option<NonZeroUsize>,
}

impl Settings {
    pub(super) fn of(global: &Global, args: &MineArgs) -> Result<Self, AppError> {
        if args.benchmark {
            return Err(AppError::usage("there is no --benchmark here", "use: quarry bench"));
        }
        if let Some(algo) = args.algo.as_deref().filter(|algo| *algo != "sha256d") {
            return Err(AppError::usage(
                format!("cannot use --algo {}", typed(algo)),
                "there is only sha256d",
            ));
        }
        let file = global.config.as_deref().filter(|path| !is_toml(path));
        let file = file.map(pyminer).transpose()?;
        let upstreams = upstreams(args, file.as_ref())?;
        let payout = args.payout.as_deref().map(payout).transpose()?;
        let threads = match (&args.threads, &file) {
            (Some(text), _) => Some(engine::threads_of(text)?),
            (None, Some(file)) => NonZeroUsize::new(file.threads),
            (None, None) => None,
        };
        let mut config = MinerConfig {
            upstreams: upstreams.into_iter().map(Upstream::from).collect(),
            payout,
            blocks_max: args.blocks,
            ..MinerConfig::default()
        };
        if args.blocks == Some(0) {
            return Err(AppError::usage("cannot use --blocks 0", "it must be at least 1"));
        }
        config.long_poll = !args.no_longpoll;
        config.starts = !args.at_rest;
        if let Some(tag) = &args.coinbase_tag {
            config.coinbase_tag = coinbase_tag(tag)?;
        }
        if let Some(secs) = scan_secs(args, file.as_ref())? {
            config.scan_time = Duration::from_secs(secs);
        }
        Ok(Self { config, threads })
    }
}

/// `--config` and its variable name Quarry's own file elsewhere.
fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
}

fn pyminer(path: &Path) -> Result<PyminerConfig, AppError> {
    let hint = Some("--config is a file of pyminer's here: lines like rpcuser=name".to_owned());
    let failed = |reason: String| AppError::File { path: path.to_owned(), reason, hint };
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return Err(failed(error.to_string())),
    };
    PyminerConfig::parse(&text).map_err(|error| failed(error.to_string()))
}

fn upstreams(
    args: &MineArgs,
    file: Option<&PyminerConfig>,
) -> Result<Vec<UpstreamConfig>, AppError> {
    let protocol = if args.getwork { Protocol::GetWork } else { Protocol::Auto };
    let user_and_password = user_and_password(args)?;
    let authorities = args.cacert.as_deref().map(Authorities::read).transpose();
    let authorities = authorities.map_err(|error| {
        AppError::usage(
            format!("cannot use --cacert: {error}"),
            "the certificate of the pool's authority, as PEM",
        )
    })?;
    let mut upstreams = Vec::new();
    for text in &args.to {
        let url = UpstreamUrl::parse(text)
            .map_err(|error| AppError::usage(format!("cannot use --to: {error}"), TO))?;
        upstreams.push(UpstreamConfig {
            url,
            user_and_password: user_and_password.clone(),
            cookie: args.cookie.clone(),
            protocol,
            authorities: authorities.clone(),
        });
    }
    if let Some(file) = file {
        let mut url = UpstreamUrl::parse(&format!("http://{}:{}", file.host, file.port))
            .map_err(|error| AppError::usage(format!("cannot use its host: {error}"), TO))?;
        let (user, password) = (file.user.clone(), file.password.clone());
        url.credentials = Some(Credentials::Password { user, password });
        upstreams.push(UpstreamConfig { protocol, ..UpstreamConfig::new(url) });
    }
    if upstreams.is_empty() {
        return Err(AppError::usage("nobody to mine for", format!("give --to URL, {TO}")));
    }
    if upstreams.len() > quarry_miner::limits::MAX_UPSTREAMS {
        return Err(AppError::usage(
            "too many --to",
            format!("at most {}", quarry_miner::limits::MAX_UPSTREAMS),
        ));
    }
    Ok(upstreams)
}

fn user_and_password(args: &MineArgs) -> Result<Option<(String, String)>, AppError> {
    if let Some(both) = &args.userpass {
        let (user, password) = both
            .split_once(':')
            .ok_or_else(|| AppError::usage("cannot use --userpass", "it is USER:PASSWORD"))?;
        return Ok(Some((user.to_owned(), password.to_owned())));
    }
    if args.user.is_none() && args.pass.is_none() {
        return Ok(None);
    }
    let text = |given: &Option<String>| given.clone().unwrap_or_default();
    Ok(Some((text(&args.user), text(&args.pass))))
}

fn payout(text: &str) -> Result<Payout, AppError> {
    Payout::parse(text).map_err(|error| {
        AppError::usage(
            format!("cannot use --payout {}: {error}", typed(text)),
            "an address of the upstream's chain, like bc1q... or bcrt1q...",
        )
    })
}

/// The text that coinbases bear.
pub(crate) fn coinbase_tag(tag: &str) -> Result<Vec<u8>, AppError> {
    if tag.len() > TAG_BYTES_MAX {
        return Err(AppError::usage(
            format!("cannot use a --coinbase-tag of {} bytes", tag.len()),
            format!("at most {TAG_BYTES_MAX}"),
        ));
    }
    Ok(tag.as_bytes().to_vec())
}

fn scan_secs(args: &MineArgs, file: Option<&PyminerConfig>) -> Result<Option<u64>, AppError> {
    let Some(secs) = args.scantime else {
        return Ok(file.map(|file| u64::from(file.scan_secs)));
    };
    if !(1..=SCAN_SECS_MAX).contains(&secs) {
        return Err(AppError::usage(
            format!("cannot use --scantime {secs}"),
            format!("it must be from 1 to {SCAN_SECS_MAX}"),
        ));
    }
    Ok(Some(secs))
}

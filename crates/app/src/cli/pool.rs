//! What may be typed after `quarry pool`.
//!
//! Does not know what a pool is.

use std::net::SocketAddr;
use std::num::ParseIntError;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::WebArgs;

/// What a connection to a pool starts with, unless it is said: a share takes seconds, not minutes, on one
/// thread, and a chip's first shares are few enough.
pub(crate) const POOL_DIFFICULTY: f64 = 0.05;

#[derive(Debug, Args)]
#[command(after_help = "\
Miners connect with: quarry mine --to stratum+tcp://HOST:3333 --user ADDRESS.NAME, or with any miner that \
speaks Stratum v1. With --rpc older ones connect, too: http://ADDRESS.NAME:x@HOST:3334, whether they ask by \
getwork or by getblocktemplate (BIP-22, with coinbasetxn). A worker's name is the address that its blocks pay, and what it likes behind a dot; \
--payout pays for names that are no address, and without it they are refused.\n\
--mode solo pays a block to its finder; proportional pays everybody who sent shares in the last two blocks' \
worth of work, in the coinbase itself: the pool never holds money.\n\
The books (shares, whom they pay, blocks, rates) are kept in --books and taken up at the next start. They are \
written at each block, at the end, and every five seconds in which something changed: kill -9 or a power cut \
costs no more than these seconds' shares.\n\
--web keeps its token in DATADIR/pool/page; `quarry dashboard --pool` prints a fresh link.\n\
--json prints a line of JSON every five seconds, the last one at the end.\n\
Exit codes: 0 ended by Ctrl-C, 1 an address cannot be listened on or the books are not the pool's, 2 usage, 3 \
the node is not reached.")]
pub(crate) struct PoolArgs {
    /// Node that gives templates: http://USER:PASSWORD@HOST:PORT
    #[arg(long, value_name = "URL")]
    pub(crate) node: String,
    /// The node's cookie file, in place of user and password
    #[arg(long, value_name = "FILE")]
    pub(crate) cookie: Option<PathBuf>,
    /// Where miners connect to; 0.0.0.0:3333 with --allow-public lets in other machines
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:3333")]
    pub(crate) listen: Vec<SocketAddr>,
    /// Also answer miners that know no Stratum, by getwork and getblocktemplate [default: 127.0.0.1:3334]
    #[arg(long, value_name = "ADDR", num_args = 0..=1, default_missing_value = "127.0.0.1:3334")]
    pub(crate) rpc: Option<SocketAddr>,
    /// Where miners connect to by TLS, stratum+ssl://
    #[arg(long, value_name = "ADDR", requires_all = ["tls_cert", "tls_key"])]
    pub(crate) tls_listen: Vec<SocketAddr>,
    /// The pool's certificate for TLS, as PEM: its own, then those of the authorities between
    #[arg(long, value_name = "FILE", requires_all = ["tls_listen", "tls_key"])]
    pub(crate) tls_cert: Option<PathBuf>,
    /// The key of that certificate, as PEM without a password
    #[arg(long, value_name = "FILE", requires_all = ["tls_listen", "tls_cert"])]
    pub(crate) tls_key: Option<PathBuf>,
    /// Address that is paid for workers whose name is none
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) payout: Option<String>,
    /// Whom blocks pay
    #[arg(long, value_enum, default_value = "solo")]
    pub(crate) mode: PoolMode,
    /// Hundredths of a percent of each block that --payout keeps, with --mode proportional
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=10_000))]
    pub(crate) fee_basis_points: u16,
    /// Difficulty that a connection starts with; it follows the miner's speed
    #[arg(long, value_name = "D", default_value_t = POOL_DIFFICULTY)]
    pub(crate) difficulty: f64,
    /// Shares a minute that it is made to follow to
    #[arg(long, value_name = "N", default_value_t = 20.0)]
    pub(crate) share_rate: f64,
    /// Where the pool keeps its books [default: DATADIR/pool/CHAIN-HOST-PORT, of the node]
    #[arg(long, value_name = "DIR")]
    pub(crate) books: Option<PathBuf>,
    /// Most connections
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = at_least_one)]
    pub(crate) max_connections: usize,
    /// Most connections of one address (of IPv6: of one /64)
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = at_least_one)]
    pub(crate) max_connections_per_address: usize,
    /// Seconds until a connection has to have asked for work and named a worker
    #[arg(long, value_name = "SECS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub(crate) handshake_timeout: u64,
    #[command(flatten)]
    pub(crate) web: WebArgs,
    /// Text in the coinbase of blocks, at most 70 bytes
    #[arg(long, value_name = "TEXT", default_value = "/quarry/")]
    pub(crate) coinbase_tag: String,
}

fn at_least_one(text: &str) -> Result<usize, String> {
    let number: usize = text.parse().map_err(|error: ParseIntError| error.to_string())?;
    if number == 0 { Err("it must be at least 1".to_owned()) } else { Ok(number) }
}

/// Whom a pool's blocks pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PoolMode {
    /// The finder.
    Solo,
    /// Everybody, by their shares.
    Proportional,
}

//! What may be typed after `quarry mine` and `quarry grind`.
//!
//! Does not know what mining is.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{ArgAction, Args};

#[derive(Debug, Args)]
#[command(after_help = "\
Several --to are tried in their order: the first that gives work is mined for, and a former one again \
as soon as it does. A node (http://) is asked by getblocktemplate, which needs --payout, or else by \
getwork; a pool (stratum+tcp://, stratum+ssl://) takes a worker's name and password. \
--config reads a file of pyminer's (host, port, rpcuser, rpcpass, threads, scantime); what is typed \
goes first. Options of cpuminer's are understood: -o, -O, -u, -p, -t, -s, -r, --coinbase-addr, \
--coinbase-sig, --cert.\n\
--web keeps its past and its token in DATADIR/miner; `quarry dashboard --miner` prints a fresh link.\n\
--json prints a line of JSON every five seconds and at each answer to a block, the last one at the end.\n\
Exit codes: 0 ended by Ctrl-C or all of --blocks found, 1 refused by all upstreams, 2 usage, 3 none \
was reached in --retries, 130 interrupted before all of --blocks.")]
pub(crate) struct MineArgs {
    /// Node or pool to mine for: http://USER:PASSWORD@HOST:PORT, stratum+tcp://WORKER@HOST:PORT; may be repeated
    #[arg(long, short = 'o', visible_alias = "url", value_name = "URL", action = ArgAction::Append)]
    pub(crate) to: Vec<String>,
    /// Address that blocks pay
    #[arg(long, visible_alias = "coinbase-addr", value_name = "ADDRESS")]
    pub(crate) payout: Option<String>,
    /// User of upstreams whose URL names none
    #[arg(long, short = 'u', value_name = "NAME")]
    pub(crate) user: Option<String>,
    /// Password of that user; other users of this machine can see it
    #[arg(long, short = 'p', value_name = "PASSWORD", allow_hyphen_values = true)]
    pub(crate) pass: Option<String>,
    /// Both in one
    #[arg(long, short = 'O', value_name = "USER:PASSWORD", conflicts_with_all = ["user", "pass"])]
    pub(crate) userpass: Option<String>,
    /// The node's cookie file, in place of user and password
    #[arg(long, value_name = "FILE", conflicts_with_all = ["user", "pass", "userpass"])]
    pub(crate) cookie: Option<PathBuf>,
    /// Certificates of the authorities to believe of a stratum+ssl:// pool, as PEM [default: those of browsers]
    #[arg(long, visible_alias = "cert", value_name = "FILE")]
    pub(crate) cacert: Option<PathBuf>,
    /// Threads of the search [default: all cores]
    #[arg(long, short = 't', value_name = "N", allow_negative_numbers = true)]
    pub(crate) threads: Option<String>,
    /// Text in the coinbase of blocks [default: /quarry/]
    #[arg(long, visible_alias = "coinbase-sig", value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) coinbase_tag: Option<String>,
    /// Stop after so many accepted blocks
    #[arg(long, value_name = "N")]
    pub(crate) blocks: Option<u64>,
    /// Ask by getwork only
    #[arg(long)]
    pub(crate) getwork: bool,
    /// Ask every two seconds instead of waiting for news with a long poll
    #[arg(long)]
    pub(crate) no_longpoll: bool,
    /// Seconds after which getwork is asked for anew [default: 5]
    #[arg(long, short = 's', value_name = "SECS")]
    pub(crate) scantime: Option<u64>,
    /// Give up when all upstreams have failed so many more times in a row [default: never]
    #[arg(long, short = 'r', value_name = "N")]
    pub(crate) retries: Option<u32>,
    #[command(flatten)]
    pub(crate) web: WebArgs,
    /// Answer monitors as cgminer does, on this address [default: 127.0.0.1:4028]
    #[arg(long, value_name = "ADDRESS", num_args = 0..=1, default_missing_value = "127.0.0.1:4028")]
    pub(crate) api: Option<SocketAddr>,
    /// Begin at rest: mining is started on the page
    #[arg(long, requires = "web")]
    pub(crate) at_rest: bool,
    /// Search the nonce of this header instead, as `quarry grind`
    #[arg(long, value_name = "HEADER", conflicts_with_all = ["to", "payout", "blocks"])]
    pub(crate) grind: Option<String>,
    /// cpuminer's; there is only sha256d
    #[arg(long, short = 'a', value_name = "NAME", hide = true)]
    pub(crate) algo: Option<String>,
    /// cpuminer's; see `quarry bench`
    #[arg(long, hide = true)]
    pub(crate) benchmark: bool,
}

/// Pages in the browser.
#[derive(Clone, Debug, Args)]
pub(crate) struct WebArgs {
    /// Show it in the browser, too, to whoever has the link that is printed [default: 127.0.0.1:3335]
    #[arg(long, value_name = "ADDRESS", num_args = 0..=1, default_missing_value = "127.0.0.1:3335")]
    pub(crate) web: Option<SocketAddr>,
    /// Let other machines reach what listens here; for the page they need the link, too
    #[arg(long)]
    pub(crate) allow_public: bool,
    /// Further name by which the page is reached: HOST or HOST:PORT; may be repeated
    #[arg(long, value_name = "NAME", requires = "web", action = ArgAction::Append)]
    pub(crate) web_name: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
The result is the whole header, as Bitcoin Core's contrib/signet/miner wants it of its --grind-cmd.\n\
Exit codes: 0 found, 2 usage, 4 no nonce meets the target.")]
pub(crate) struct GrindArgs {
    /// Block header, 80 bytes in hex; its nonce does not matter
    #[arg(value_name = "HEADER")]
    pub(crate) header: String,
    /// Threads of the search [default: all cores]
    #[arg(long, short = 't', value_name = "N", allow_negative_numbers = true)]
    pub(crate) threads: Option<String>,
}

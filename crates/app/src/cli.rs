//! What may be typed. Defaults live in `config`, so that a flag can be told from its absence.
//!
//! Does not know what the words do (`commands`).

mod mine;
mod plan;
mod pool;
mod script;
mod top;

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

pub(crate) use mine::{GrindArgs, MineArgs, WebArgs};
pub(crate) use plan::PlanArgs;
pub(crate) use pool::{POOL_DIFFICULTY, PoolArgs, PoolMode};
pub(crate) use script::{ScriptCommand, TraceArgs};
pub(crate) use top::TopArgs;

/// Chain, miner, exchange, worker and dashboard in one program.
#[derive(Debug, Parser)]
#[command(
    name = "quarry",
    version,
    about,
    after_help = "Exit codes: 0 ok, 1 failed, 2 usage, 3 unreachable or not found, \
                  4 limit reached without a result, 130 interrupted.\n\
                  Start with: quarry up"
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Flags that every command takes.
#[derive(Clone, Debug, Args)]
pub(crate) struct Global {
    /// Directory of chain, exchange and keys [default: the user's data directory, `quarry` in it]
    #[arg(long, global = true, env = "QUARRY_DATADIR", value_name = "DIR")]
    pub(crate) datadir: Option<PathBuf>,
    /// Configuration file; `mine` reads one of pyminer's, too, whose name does not end in .toml [default:
    /// quarry.toml in the data directory]
    #[arg(long, global = true, env = "QUARRY_CONFIG", value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Print the result as one JSON document on stdout; of `mine` and `pool` as lines of them
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Say less: no progress, no hints
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// Say more (-vv for all)
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub(crate) verbose: u8,
    /// Form of log lines on stderr
    #[arg(long, global = true, value_enum, env = "QUARRY_LOG_FORMAT", default_value = "text")]
    pub(crate) log_format: LogFormat,
    /// Exchange to talk to, instead of the one that runs on the data directory
    #[arg(long, global = true, env = "QUARRY_EXCHANGE_URL", value_name = "URL")]
    pub(crate) exchange_url: Option<String>,
    /// Node to talk to, instead of the one that runs on the data directory
    #[arg(long, global = true, env = "QUARRY_NODE_URL", value_name = "URL")]
    pub(crate) node_url: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    Text,
    Json,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run a whole network on this machine: chain, miner, exchange, worker and dashboard
    Up(UpArgs),
    /// Buy work on the exchange
    #[command(subcommand)]
    Buy(BuyCommand),
    /// Sell this machine's time on the exchange until interrupted
    Sell(SellArgs),
    /// Mine for a node or a pool until interrupted
    Mine(Box<MineArgs>),
    /// Serve miners by Stratum, in front of a node, until interrupted
    Pool(Box<PoolArgs>),
    /// Search the nonce of a header that meets its own nBits; as `bitcoin-util grind`
    Grind(GrindArgs),
    /// Search a nonce on this machine
    Search(Box<SearchArgs>),
    /// Measure the search of each backend beside the sha2 crate
    Bench(BenchArgs),
    /// Show or cancel orders
    Orders(OrdersArgs),
    /// Show, follow or cancel jobs
    Jobs(JobsArgs),
    /// Send coins from the chain to the exchange
    Deposit(DepositArgs),
    /// Take coins from the exchange to the chain
    Withdraw(WithdrawArgs),
    /// List, make, export and import accounts
    #[command(subcommand)]
    Account(AccountCommand),
    /// Plan a search over many machines: how many, how long, how sure, how much
    Plan(PlanArgs),
    /// Look into scripts
    #[command(subcommand)]
    Script(ScriptCommand),
    /// Print a fresh link to the dashboard
    Dashboard {
        /// To the page of `quarry mine --web` instead
        #[arg(long)]
        miner: bool,
        /// To the page of `quarry pool --web` instead
        #[arg(long, conflicts_with = "miner")]
        pool: bool,
    },
    /// Watch a miner or a pool in the terminal
    Top(TopArgs),
    /// Show the settings in force
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Run a node that is driven like Bitcoin Core's bitcoind: `quarry bitcoind -help`
    ///
    /// `quarry node` is the same.
    #[command(disable_help_flag = true, visible_alias = "node")]
    Bitcoind {
        /// bitcoind's own arguments
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGS")]
        args: Vec<String>,
    },
    /// Call an RPC of a node, as bitcoin-cli does: `quarry cli -help`
    #[command(disable_help_flag = true)]
    Cli {
        /// bitcoin-cli's own arguments
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGS")]
        args: Vec<String>,
    },
    /// Print shell completions
    Completions {
        /// Shell to complete for
        shell: clap_complete::Shell,
    },
}

#[derive(Clone, Debug, Default, Args)]
pub(crate) struct UpArgs {
    /// Port of the dashboard; node and exchange take the next two (0: any free ports) [default: 8380]
    #[arg(long, env = "QUARRY_PORT")]
    pub(crate) port: Option<u16>,
    /// Port of the node's API
    #[arg(long, env = "QUARRY_NODE_PORT")]
    pub(crate) node_port: Option<u16>,
    /// Port of the exchange's API
    #[arg(long, env = "QUARRY_EXCHANGE_PORT")]
    pub(crate) exchange_port: Option<u16>,
    /// Port of the paths of the Python tutorial chain, for this machine only [default: they are off]
    #[arg(long, env = "QUARRY_COMPAT_PORT")]
    pub(crate) compat_port: Option<u16>,
    /// Also serve miners of other programs and machines by Stratum, on this address [default: off]
    #[arg(long, env = "QUARRY_STRATUM", value_name = "ADDR")]
    pub(crate) stratum: Option<SocketAddr>,
    /// Also serve miners that know no Stratum, by getwork and getblocktemplate, on this address [default: off]
    #[arg(long, env = "QUARRY_STRATUM_RPC", value_name = "ADDR")]
    pub(crate) stratum_rpc: Option<SocketAddr>,
    /// Address that node and exchange listen on; the dashboard stays on loopback [default: 127.0.0.1]
    #[arg(long, env = "QUARRY_BIND", value_name = "ADDR")]
    pub(crate) bind: Option<IpAddr>,
    /// Agree that an address other than loopback is reachable by others
    #[arg(long)]
    pub(crate) allow_public: bool,
    /// Seconds between blocks while no transaction waits [default: 10]
    #[arg(long, env = "QUARRY_BLOCK_TIME", value_name = "SECS")]
    pub(crate) block_time: Option<u64>,
    /// Threads of the search [default: all cores]
    #[arg(long, env = "QUARRY_THREADS")]
    pub(crate) threads: Option<usize>,
    /// What the worker asks for 2^32 hashes, base units [default: 10000]
    #[arg(long, env = "QUARRY_ASK_PRICE", value_name = "UNITS")]
    pub(crate) ask_price: Option<u64>,
    /// Earnings at or above this go to the chain at once, base units [default: 0, every unit]
    #[arg(long, env = "QUARRY_AUTO_WITHDRAW_MIN", value_name = "UNITS")]
    pub(crate) auto_withdraw_min: Option<u64>,
    /// Run without a worker
    #[arg(long)]
    pub(crate) no_worker: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BuyCommand {
    /// Buy a nonce whose SHA256d hash is under a target; data has at most 504 bytes
    Nonce(Box<BuyNonceArgs>),
}

#[derive(Debug, Args)]
#[group(id = "input", required = true, multiple = false)]
pub(crate) struct InputArgs {
    /// Block header, 80 bytes in hex; its nonce field does not matter
    #[arg(long, value_name = "HEX")]
    pub(crate) header: Option<String>,
    /// Text; the nonce is appended to it
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) data: Option<String>,
    /// Bytes in hex; the nonce is appended to them
    #[arg(long, value_name = "HEX")]
    pub(crate) data_hex: Option<String>,
    /// File of bytes, - for stdin; the nonce is appended to them
    #[arg(long, value_name = "FILE")]
    pub(crate) data_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[group(id = "goal", required = false, multiple = false)]
pub(crate) struct GoalArgs {
    /// Leading zero bits of the hash, 0 to 255
    #[arg(short = 'D', long, value_name = "BITS", allow_negative_numbers = true)]
    pub(crate) zero_bits: Option<String>,
    /// Compact target, 8 hex digits, as in a header
    #[arg(long, value_name = "HEX")]
    pub(crate) nbits: Option<String>,
    /// Largest hash that counts, 64 hex digits
    #[arg(long, value_name = "HEX")]
    pub(crate) target: Option<String>,
}

/// How a nonce is written into bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FieldFormat {
    Be32,
    Le32,
    Be64,
    Le64,
}

/// How a nonce is written: into bytes or behind a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NonceFormat {
    Be32,
    Le32,
    Be64,
    Le64,
    /// Decimal digits behind the data
    Decimal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum HashName {
    /// SHA-256 of the SHA-256, as Bitcoin has it
    Sha256d,
    /// SHA-256 of the 64 hex digits of the SHA-256, as the Cloud Nonce Discovery coursework has it
    Sha256HexText,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum HashOrderName {
    /// A little-endian number, shown with its bytes reversed
    Bitcoin,
    /// The bytes as they are
    Digest,
}

#[derive(Debug, Args)]
pub(crate) struct BuyNonceArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) goal: GoalArgs,
    /// Form of the nonce that is appended to data
    #[arg(long, value_enum, default_value = "be64")]
    pub(crate) nonce_format: FieldFormat,
    /// The most to pay for 2^32 hashes, base units [default: the best offer's price]
    #[arg(long, value_name = "UNITS")]
    pub(crate) max_price: Option<String>,
    /// Give up when no result has come after this many seconds (with --detach: when nobody has begun)
    #[arg(long, value_name = "SECS", default_value_t = 3600)]
    pub(crate) expires: u64,
    /// Account that pays
    #[arg(long, default_value = "bertrand", value_name = "NAME")]
    pub(crate) account: String,
    /// Place the order and return at once
    #[arg(long)]
    pub(crate) detach: bool,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseArgs,
}

#[derive(Clone, Debug, Default, Args)]
pub(crate) struct PassphraseArgs {
    /// File whose first line is the key's passphrase [default: asked on the terminal]
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct SellArgs {
    /// Account that earns
    #[arg(long, default_value = "camille", value_name = "NAME")]
    pub(crate) account: String,
    /// What to ask for 2^32 hashes, base units
    #[arg(long, default_value_t = 10_000, value_name = "UNITS")]
    pub(crate) price: u64,
    /// Threads of the search [default: all cores]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) threads: Option<String>,
    /// Units done at the same time
    #[arg(long, default_value_t = 8)]
    pub(crate) slots: u16,
    /// Earnings at or above this go to the chain at once, base units [default: all stay]
    #[arg(long, value_name = "UNITS")]
    pub(crate) auto_withdraw_min: Option<u64>,
    /// Where earnings go [default: the account's own address]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) payout: Option<String>,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
The plan goes to stderr first: hashes expected, the chance within -T, times for confidences. A header \
without -D, --nbits or --target is searched for its own nBits. -L informs the plan and ends nothing; \
without -T there is no time limit. Threads search side by side, and the first hit that one of them \
finds is returned, not the lowest nonce that is one: --threads 1 gives that.\n\
Exit codes: 0 found, 2 usage, 4 time limit reached or space exhausted without a hit, 130 interrupted.")]
pub(crate) struct SearchArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) goal: GoalArgs,
    /// Give up after this many seconds [default: no limit]
    #[arg(short = 'T', long, value_name = "SECS", allow_negative_numbers = true)]
    #[arg(conflicts_with = "performance")]
    pub(crate) time_limit: Option<String>,
    /// Plan for this chance of success, above 0 and below 1
    #[arg(short = 'L', long, value_name = "CONFIDENCE", allow_negative_numbers = true)]
    #[arg(conflicts_with = "performance")]
    pub(crate) confidence: Option<String>,
    /// Machines: 0 and 1 are this one, and there is no other yet
    #[arg(short = 'N', long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) machines: Option<String>,
    /// Measure how the search scales over 1 to --threads threads instead of searching
    #[arg(short = 'P', long)]
    pub(crate) performance: bool,
    /// Threads, 1 to find the lowest nonce [default: all cores]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) threads: Option<String>,
    /// Implementation of the search; `quarry bench` shows them [default: the fastest here]
    #[arg(long, value_name = "NAME")]
    pub(crate) backend: Option<String>,
    /// Bits of the header's version that are searched too, hex, like 1fffe000
    #[arg(long, value_name = "MASK")]
    pub(crate) roll_version: Option<String>,
    /// Form of the nonce in data [default: be64]
    #[arg(long, value_enum)]
    pub(crate) nonce_format: Option<NonceFormat>,
    /// What is computed
    #[arg(long, value_enum, default_value = "sha256d")]
    pub(crate) hash: HashName,
    /// How the hash is compared and shown [default: bitcoin for a header, digest for data]
    #[arg(long, value_enum)]
    pub(crate) hash_order: Option<HashOrderName>,
    /// Place of the nonce inside the data, whose bytes there are replaced [default: appended]
    #[arg(long, value_name = "BYTES", allow_negative_numbers = true)]
    pub(crate) nonce_offset: Option<String>,
    /// First nonce (with --roll-version: position) to try [default: 0]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) first: Option<String>,
    /// Where -P writes its figures [default: search-scaling.csv]
    #[arg(long, value_name = "FILE", requires = "performance")]
    pub(crate) csv: Option<PathBuf>,
    /// Where -P draws them [default: search-scaling.svg]
    #[arg(long, value_name = "FILE", requires = "performance")]
    pub(crate) svg: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_long_help = "\
--json prints a list of lines, the yardstick `sha2` first. Keys of a line:
  backend            its name
  mode               nonce (a header), version (one whose version rolls too) or data (a short text)
  threads            threads that searched at once
  hashes_per_second  by the clock on the wall: the median of the rounds, summed over the threads
  spread             low and high: the slowest and the fastest round
  ratio_to_sha2      against the yardstick of the same round, by CPU time: the median
  cycles_per_hash    by CPU time, for one thread; an estimate
  bound_cycles       what the processor's pipes allow at best; null where that is not known
  engine             of the fastest backend in mode nonce only: overhead_percent (CPU time of the
                     engine against the bare backend), two_threads_to_one (null on one processor),
                     easy_target_percent (what a candidate in a million hashes costs),
                     switch_p99_ms (from the end of one search into the next)")]
pub(crate) struct BenchArgs {
    /// Backend to measure, or all
    #[arg(long, default_value = "all", value_name = "NAME")]
    pub(crate) backend: String,
    /// Threads that search at once; rates are their sum [default: 1]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) threads: Option<String>,
    /// Seconds that each line of the result is measured, 0.05 to 3600
    #[arg(long, value_name = "S", default_value = "1", allow_negative_numbers = true)]
    pub(crate) seconds: String,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct OrdersArgs {
    #[command(subcommand)]
    pub(crate) action: Option<OrdersCommand>,
    #[command(flatten)]
    pub(crate) owner: OwnerArgs,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct OwnerArgs {
    /// Account whose they are [default: all local accounts that need no passphrase]
    #[arg(long, value_name = "NAME")]
    pub(crate) account: Option<String>,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum OrdersCommand {
    /// Take an order out of the book
    Cancel {
        /// Order id
        order: u64,
        /// Account whose it is
        #[arg(long, value_name = "NAME", default_value = "bertrand")]
        account: String,
        #[command(flatten)]
        passphrase: PassphraseArgs,
    },
    /// Show everybody's open orders of an article
    Book {
        /// Article
        #[arg(default_value = "sha256d.nonce/1")]
        article: String,
    },
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct JobsArgs {
    #[command(subcommand)]
    pub(crate) action: Option<JobsCommand>,
    #[command(flatten)]
    pub(crate) owner: OwnerArgs,
}

#[derive(Debug, Args)]
pub(crate) struct JobArgs {
    /// Job id
    pub(crate) job: u64,
    /// Account whose it is
    #[arg(long, value_name = "NAME", default_value = "bertrand")]
    pub(crate) account: String,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum JobsCommand {
    /// Show one job
    Show(JobArgs),
    /// Follow a job to its end
    Wait(JobArgs),
    /// End a job; what was on hold for it is free again
    Cancel(JobArgs),
}

#[derive(Debug, Args)]
pub(crate) struct DepositArgs {
    /// Coins, like 0.5
    pub(crate) coins: String,
    /// Account that deposits
    #[arg(long, default_value = "bertrand", value_name = "NAME")]
    pub(crate) account: String,
    /// Do not wait until the exchange has credited them
    #[arg(long)]
    pub(crate) detach: bool,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseArgs,
}

#[derive(Debug, Args)]
pub(crate) struct WithdrawArgs {
    /// Coins, like 0.5; the network fee is taken out of them
    pub(crate) coins: String,
    /// Account that withdraws
    #[arg(long, default_value = "bertrand", value_name = "NAME")]
    pub(crate) account: String,
    /// Receiving address [default: the account's own]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) to: Option<String>,
    /// Do not wait until a block holds the payout
    #[arg(long)]
    pub(crate) detach: bool,
    #[command(flatten)]
    pub(crate) passphrase: PassphraseArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AccountCommand {
    /// List local accounts with their money on the chain and at the exchange
    List,
    /// Make an account with a new key
    New {
        /// Its local name: a-z, 0-9, _ and -
        name: String,
        #[command(flatten)]
        passphrase: PassphraseArgs,
    },
    /// Print an account's secret key (WIF); whoever has it has the money
    Export {
        /// Local name
        name: String,
        #[command(flatten)]
        passphrase: PassphraseArgs,
    },
    /// Store a secret key (WIF, read from stdin) under a name
    Import {
        /// Its local name
        name: String,
        #[command(flatten)]
        passphrase: PassphraseArgs,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Print each setting of `up` with its value and where it comes from
    Show(UpArgs),
}

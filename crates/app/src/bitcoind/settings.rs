//! Everything that the arguments mean, typed and checked with Bitcoin Core's own texts.
//!
//! Read in two steps, as Core does: what can be wrong before anything is touched ([`Early`]), and
//! what is found out with the log open ([`Settings`]). Does not act on any of it.

mod chainstate;
mod mempool;
mod network;
mod permissions;
mod rpc;
mod stratum;

use std::path::PathBuf;

use super::args::{Args, Note};
use super::datadir::{Places, path_setting};
use super::log::LogSettings;
use super::notify::Notify;

use chainstate::{Chainstate, Indexes};
use mempool::{Mempool, Mining};
use network::Network;
use rpc::Rpc;
use stratum::Stratum;

/// A chain that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chain {
    Main,
    Test,
    Testnet4,
    Signet,
    Regtest,
}

impl Chain {
    const ALL: [Self; 5] = [Self::Main, Self::Test, Self::Testnet4, Self::Signet, Self::Regtest];

    /// # Errors
    /// Core's text for a name that it does not know.
    pub(crate) fn parse(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|chain| chain.name() == name);
        found.ok_or_else(|| format!("Unknown chain {name}."))
    }

    /// Its name, and its section of the configuration file.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Test => "test",
            Self::Testnet4 => "testnet4",
            Self::Signet => "signet",
            Self::Regtest => "regtest",
        }
    }

    /// Its directory in the data directory.
    pub(crate) const fn directory(self) -> &'static str {
        match self {
            Self::Main => "",
            Self::Test => "testnet3",
            Self::Testnet4 => "testnet4",
            Self::Signet => "signet",
            Self::Regtest => "regtest",
        }
    }

    /// The port of its peers.
    pub(crate) const fn port(self) -> u16 {
        match self {
            Self::Main => 8333,
            Self::Test => 18333,
            Self::Testnet4 => 48333,
            Self::Signet => 38333,
            Self::Regtest => 18444,
        }
    }

    /// The port of its RPC.
    pub(crate) const fn rpc_port(self) -> u16 {
        match self {
            Self::Main => 8332,
            Self::Test => 18332,
            Self::Testnet4 => 48332,
            Self::Signet => 38332,
            Self::Regtest => 18443,
        }
    }
}

/// What is known before a file is written.
#[derive(Clone, Debug)]
pub(crate) struct Early {
    pub(crate) chain: Chain,
    pub(crate) places: Places,
    pub(crate) log: LogSettings,
    pub(crate) pid_file: PathBuf,
    /// To run in the background.
    pub(crate) daemon: bool,
    /// The same, with a parent that waits until the node answers.
    pub(crate) daemon_wait: bool,
    pub(crate) chainstate: Chainstate,
    pub(crate) indexes: Indexes,
    pub(crate) mempool: Mempool,
    pub(crate) mining: Mining,
    pub(crate) notify: Notify,
    /// Where the clock starts and stays, seconds; none: it runs.
    pub(crate) mock_time: Option<i64>,
}

/// Everything that the node is to do.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) early: Early,
    pub(crate) network: Network,
    pub(crate) rpc: Rpc,
    pub(crate) stratum: Stratum,
}

impl Early {
    /// Reads what Core checks first. What has no effect here and what Core would warn of is added to
    /// the notes.
    ///
    /// # Errors
    /// Core's text for what is wrong.
    pub(crate) fn read(args: &mut Args, chain: Chain) -> Result<Self, String> {
        interact(args);
        warn_of_sections(args, chain)?;
        let places = Places::find(args, chain)?;
        let indexes = Indexes::read(args)?;
        network::check_early(args)?;
        let log = LogSettings::read(args, &places)?;
        let mempool_mining = (Mempool::read(args, chain)?, Mining::read(args)?);
        check_test_options(args, chain)?;
        let chainstate = Chainstate::read(args, chain)?;
        note_inert(args);
        let pid = path_setting(args, "pid").unwrap_or_else(|| PathBuf::from("bitcoind.pid"));
        let daemon_wait = args.switch("daemonwait", false);
        Ok(Self {
            chain,
            pid_file: places.in_net(&pid),
            places,
            log,
            daemon: args.switch("daemon", false) || daemon_wait,
            daemon_wait,
            chainstate,
            indexes,
            mempool: mempool_mining.0,
            mining: mempool_mining.1,
            notify: Notify::read(args),
            mock_time: args.number("mocktime").filter(|seconds| *seconds != 0),
        })
    }
}

impl Settings {
    /// Reads the rest.
    ///
    /// # Errors
    /// Core's text for what is wrong.
    pub(crate) fn read(args: &mut Args, early: Early) -> Result<Self, String> {
        network::check_ports(args)?;
        let rpc = Rpc::read(args, early.chain)?;
        let network = Network::read(args, early.chain)?;
        if early.mempool.accept_stale_fees && early.chain != Chain::Regtest {
            let chain = early.chain.name();
            return Err(format!("acceptstalefeeestimates is not supported on {chain} chain."));
        }
        let challenge = early.chainstate.signet_challenge.as_ref();
        let stratum = Stratum::read(args, early.chain, challenge)?;
        Ok(Self { early, network, rpc, stratum })
    }
}

/// Checks what Core checks when it selects the chain, before it makes a directory.
///
/// # Errors
/// Core's text.
pub(super) fn check_deployments(args: &Args) -> Result<(), String> {
    chainstate::activations(args)?;
    chainstate::deployments(args).map(drop)
}

/// Settings that follow from others unless they were set.
fn interact(args: &mut Args) {
    let set = |args: &mut Args, why: &str, name: &str, value: &str| {
        if args.soft_set(name, value) {
            args.note(Note::Info(format!(
                "parameter interaction: {why} -> setting -{name}={value}"
            )));
        }
    };
    for bind in ["bind", "whitebind"] {
        if !args.list(bind).is_empty() {
            set(args, &format!("-{bind} set"), "listen", "1");
        }
    }
    let none = args.number("maxconnections").is_some_and(|most| most <= 0);
    if !args.list("connect").is_empty() || args.is_negated("connect") || none {
        for name in ["dnsseed", "listen"] {
            set(args, "-connect or -maxconnections=0 set", name, "0");
        }
    }
    if args.text("proxy").is_some_and(|proxy| !proxy.is_empty() && proxy != "0") {
        for name in ["listen", "natpmp", "discover"] {
            set(args, "-proxy set", name, "0");
        }
    }
    if !args.switch("listen", true) {
        for name in ["natpmp", "discover", "listenonion", "i2pacceptincoming"] {
            set(args, "-listen=0", name, "0");
        }
    }
    if !args.list("externalip").is_empty() {
        set(args, "-externalip set", "discover", "0");
    }
    if args.switch("blocksonly", false) {
        set(args, "-blocksonly=1", "whitelistrelay", "0");
        set(args, "-blocksonly=1", "maxmempool", "5");
    }
    if args.switch("whitelistforcerelay", false) {
        set(args, "-whitelistforcerelay=1", "whitelistrelay", "1");
    }
    let only = args.list("onlynet");
    if !only.is_empty() && !only.iter().any(|net| net == "ipv4" || net == "ipv6") {
        set(args, "-onlynet excludes IPv4 and IPv6", "dnsseed", "0");
    }
}

fn warn_of_sections(args: &mut Args, chain: Chain) -> Result<(), String> {
    let chain = chain.name();
    let unsuitable = args.unsuitable_outside_sections();
    if !unsuitable.is_empty() {
        let lines = unsuitable.iter().map(|name| {
            format!(
                "Config setting for -{name} only applied on {chain} network when in [{chain}] \
                 section."
            )
        });
        return Err(lines.collect::<Vec<_>>().join("\n"));
    }
    let unknown = args.sections.iter().filter(|section| Chain::parse(&section.name).is_err());
    let lines = unknown.map(|section| {
        let (file, line, name) = (&section.file, section.line, &section.name);
        format!("{file}:{line} Section [{name}] is not recognized.")
    });
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        args.note(Note::LoudWarning(lines.join("\n")));
    }
    Ok(())
}

fn check_test_options(args: &mut Args, chain: Chain) -> Result<(), String> {
    const KNOWN: [&str; 3] = ["addrman", "reindex_after_failure_noninteractive_yes", "bip94"];
    let options = args.list("test");
    if !options.is_empty() && chain != Chain::Regtest {
        return Err("-test=<option> can only be used with regtest".to_owned());
    }
    for option in options.iter().filter(|option| !KNOWN.contains(&option.as_str())) {
        let text = format!("Unrecognised option \"{option}\" provided in -test=<option>.");
        args.note(Note::LoudWarning(text));
    }
    Ok(())
}

/// Says in the log which of the settings have no effect here.
fn note_inert(args: &mut Args) {
    if args.is_set("checkpoints") {
        args.note(Note::LoudWarning(
            "Option '-checkpoints' is set but checkpoints were removed. This option has no effect."
                .to_owned(),
        ));
    }
    for name in args.inert_and_on() {
        args.note(Note::Info(format!("Option -{name} is accepted and has no effect in Quarry")));
    }
}

/// Core's text for a port that is none.
fn invalid_port(option: &str, value: &str) -> String {
    format!("Invalid port specified in {option}: '{value}'")
}

//! Settings of the RPC server: where it listens, who may call what.
//!
//! Does not hash passwords and writes no cookie.

use std::path::PathBuf;

use super::super::args::{Args, Note};
use super::super::datadir::cookie_file;
use super::super::values::{integral, split_host_port, subnet};
use super::{Chain, invalid_port};

/// What Core says when the details are in the log.
const NO_SERVER: &str = "Unable to start HTTP server. See debug log for details.";

/// The settings.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Rpc {
    pub(crate) server: bool,
    pub(crate) rest: bool,
    /// Hosts and ports to listen on; it is enough if one can be.
    pub(crate) listen: Vec<(String, u16)>,
    /// Who may connect beside this machine itself: addresses, or networks with bits or mask.
    pub(crate) allowed: Vec<String>,
    /// Name and password; none: the cookie.
    pub(crate) password: Option<(String, String)>,
    /// The cookie file; none: there is to be none.
    pub(crate) cookie_file: Option<PathBuf>,
    /// Its mode; none: for its owner only.
    pub(crate) cookie_mode: Option<u32>,
    /// Users whose passwords are stored hashed: `user:salt$hash`.
    pub(crate) hashed: Vec<String>,
    /// The methods that a user may call: `user:method,...`; those of many lists in common.
    pub(crate) whitelist: Vec<String>,
    /// Whether a user without a list may call nothing; none: if there is any list.
    pub(crate) whitelist_default: Option<bool>,
    pub(crate) threads: i64,
    pub(crate) work_queue: i64,
    pub(crate) timeout_secs: i64,
    /// Whom blocks of `getwork` pay.
    pub(crate) coinbase_address: Option<String>,
}

impl std::fmt::Debug for Rpc {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rpc").field("listen", &self.listen).finish_non_exhaustive()
    }
}

impl Rpc {
    pub(super) fn read(args: &mut Args, chain: Chain) -> Result<Self, String> {
        let password = args.text("rpcpassword").filter(|password| !password.is_empty());
        Ok(Self {
            server: args.switch("server", true),
            rest: args.switch("rest", false),
            listen: listen(args, chain)?,
            allowed: allowed(args)?,
            cookie_mode: cookie_mode(args, password.is_some())?,
            password: password.map(|password| (args.text("rpcuser").unwrap_or_default(), password)),
            cookie_file: cookie_file(args)?,
            hashed: hashed(args)?,
            whitelist: args.list("rpcwhitelist"),
            whitelist_default: args
                .is_set("rpcwhitelistdefault")
                .then(|| args.switch("rpcwhitelistdefault", false)),
            threads: args.number("rpcthreads").unwrap_or(16).max(1),
            work_queue: args.number("rpcworkqueue").unwrap_or(64).max(1),
            timeout_secs: args.number("rpcservertimeout").unwrap_or(30),
            coinbase_address: args.text("coinbaseaddress"),
        })
    }
}

/// Without an address to allow it stays on loopback, whatever it was told to bind.
fn listen(args: &mut Args, chain: Chain) -> Result<Vec<(String, u16)>, String> {
    let port =
        args.text("rpcport").and_then(|text| integral(&text)).unwrap_or_else(|| chain.rpc_port());
    let (binds, allows) = (args.list("rpcbind"), !args.list("rpcallowip").is_empty());
    if !binds.is_empty() && allows {
        let read = |text: &String| {
            let (host, own) =
                split_host_port(text).ok_or_else(|| invalid_port("-rpcbind", text))?;
            Ok((host.to_owned(), own.unwrap_or(port)))
        };
        return binds.iter().map(read).collect();
    }
    if allows {
        args.note(Note::Warning(
            "Option -rpcallowip was specified without -rpcbind; this doesn't usually make sense"
                .to_owned(),
        ));
    }
    if !binds.is_empty() {
        args.note(Note::Warning(
            "Option -rpcbind was ignored because -rpcallowip was not specified, refusing to allow \
             everyone to connect"
                .to_owned(),
        ));
    }
    Ok(vec![("::1".to_owned(), port), ("127.0.0.1".to_owned(), port)])
}

fn allowed(args: &mut Args) -> Result<Vec<String>, String> {
    let all = args.list("rpcallowip");
    if let Some(text) = all.iter().find(|text| subnet(text).is_none()) {
        args.note(Note::LoudError(format!(
            "Invalid -rpcallowip subnet specification: {text}. Valid values are a single IP (e.g. \
             1.2.3.4), a network/netmask (e.g. 1.2.3.4/255.255.255.0), a network/CIDR (e.g. \
             1.2.3.4/24), all ipv4 (0.0.0.0/0), or all ipv6 (::/0)."
        )));
        return Err(NO_SERVER.to_owned());
    }
    Ok(all)
}

fn cookie_mode(args: &mut Args, password: bool) -> Result<Option<u32>, String> {
    match args.text("rpccookieperms").filter(|_| !password).as_deref() {
        None => Ok(None),
        Some("owner") => Ok(Some(0o600)),
        Some("group") => Ok(Some(0o640)),
        Some("all") => Ok(Some(0o644)),
        Some(other) => {
            args.note(Note::Error(format!(
                "Invalid -rpccookieperms={other}; must be one of 'owner', 'group', or 'all'."
            )));
            Err(NO_SERVER.to_owned())
        }
    }
}

/// Hashed passwords, each in its form.
fn hashed(args: &mut Args) -> Result<Vec<String>, String> {
    let well_formed = |text: &String| {
        let fields: Vec<&str> = text.split(':').collect();
        matches!(fields.as_slice(), [_, salted] if salted.split('$').count() == 2)
    };
    let all = args.list("rpcauth");
    if !all.iter().all(well_formed) {
        args.note(Note::Warning("Invalid -rpcauth argument.".to_owned()));
        return Err(NO_SERVER.to_owned());
    }
    Ok(all)
}

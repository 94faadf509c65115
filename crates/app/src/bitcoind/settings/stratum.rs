//! Settings of Quarry's own: where miners are served by Stratum.
//!
//! Does not listen.

use std::net::SocketAddr;

use super::super::args::Args;
use super::super::values::{socket_address, split_host_port};
use super::{Chain, invalid_port};

/// Most addresses that miners are served on.
const MAX_BINDS: usize = 16;
/// The challenge that every block meets: `OP_TRUE`.
const OPEN_CHALLENGE: [u8; 1] = [0x51];

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stratum {
    /// Where miners connect to; nowhere unless it is said.
    pub(crate) listen: Vec<SocketAddr>,
}

impl Stratum {
    /// Miners of this machine are served wherever it is said, those of others only if that is said too:
    /// nobody has to show a password, as blocks pay whomever a miner names.
    pub(super) fn read(
        args: &Args,
        chain: Chain,
        challenge: Option<&Vec<u8>>,
    ) -> Result<Self, String> {
        let mut listen = Vec::new();
        for text in args.list("stratum") {
            let (_, port) =
                split_host_port(&text).ok_or_else(|| invalid_port("-stratum", &text))?;
            let port =
                port.ok_or_else(|| format!("Need to specify a port with -stratum: '{text}'"))?;
            let address = socket_address(&text, port)
                .ok_or_else(|| format!("Cannot resolve -stratum address: '{text}'"))?;
            if !address.ip().is_loopback() && !args.switch("stratumpublic", false) {
                return Err(format!(
                    "Refusing to serve miners of other machines on -stratum={text}: add \
                     -stratumpublic to allow everyone to connect"
                ));
            }
            if listen.contains(&address) {
                return Err(format!(
                    "Duplicate binding configuration for address {address}. Please check your \
                     -stratum settings."
                ));
            }
            listen.push(address);
        }
        if listen.len() > MAX_BINDS {
            return Err(format!("-stratum can be given {MAX_BINDS} times at most"));
        }
        if listen.is_empty() && args.switch("stratumpublic", false) {
            return Err("-stratumpublic is of no use without -stratum=<ip>:<port>".to_owned());
        }
        let is_sealed = chain == Chain::Signet
            && challenge.is_none_or(|challenge| *challenge != OPEN_CHALLENGE);
        if is_sealed && !listen.is_empty() {
            let text = "-stratum is of no use on this signet: its blocks are signed by the owners of its \
                        challenge";
            return Err(text.to_owned());
        }
        Ok(Self { listen })
    }
}
